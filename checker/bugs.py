"""A fault of ours, told in one line that names the file with the traceback."""
from __future__ import annotations

import tempfile
import traceback


def bug_line(error: BaseException) -> str:
    """Keep the traceback in a file, and say so."""
    text = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile("w", prefix="checker-bug-", suffix=".txt", delete=False, encoding="utf-8",
                                         errors="backslashreplace") as file:
            file.write(text)
        where = f"please report it with {file.name}"
    except OSError:
        where = "its traceback could not be saved"
    return f"a bug of ours ({type(error).__name__}: {str(error)[:200]}); {where}"

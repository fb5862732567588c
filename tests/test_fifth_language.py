"""A language is one folder of data: with `tests/fifth/es` beside the others, Spanish articles are checked, and no code
knows of it.

The folder is put in place of the package's own for one process, as if it had been added to it.
"""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import checker.languages

FOLDER = Path(__file__).parent / "fifth" / "es"
ORIGINAL = """Thị trưởng Trần Văn Hùng đến Nhật Bản ngày 17/10/2024.

Thành phố có 35.000 cư dân và đầu tư 12,5 tỷ USD vào năm 2013.

Theo ông Hùng, 34 trường học sẽ mở cửa trong hơn 200 ngày.
"""
RIGHT = """El alcalde Tran Van Hung llegó a Japón el 17 de octubre de 2024.

La ciudad tiene 35.000 habitantes e invirtió 12.500 millones de dólares en 2013.

Según el señor Hung, treinta y cuatro escuelas abrirán en más de 200 días.
"""
FAULTS = {"12.500 millones": ("125.000 millones", "magnitude-changed"), "35.000": ("36.000", "number-changed"),
          "octubre": ("noviembre", "date-changed"), "2013": ("2014", "date-changed"),
          "Tran Van Hung": ("Tran Van Minh", "name-changed"), "alcalde": ("presidente", "role-changed")}
# A package's data is read where its loader says that it lies.
_PLACE = "import checker.languages, sys; checker.languages.__loader__.path = sys.argv[1] + '/__init__.py'\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of languages with one more in it."""
    made = tmp_path / "languages"
    made.mkdir()
    for path in Path(str(checker.languages.__file__)).parent.iterdir():
        (made / path.name).symlink_to(path, target_is_directory=path.is_dir())
    (made / "es").symlink_to(FOLDER, target_is_directory=True)
    return made


def _run(place: Path, program: str, *arguments: str) -> Any:
    done = subprocess.run([sys.executable, "-c", _PLACE + program, str(place), *arguments], capture_output=True,
                          text=True, check=False, cwd=os.getcwd())
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_its_own_cases_pass(place: Path) -> None:
    program = """
import json
from checker.facts.numbers import extract
from checker.facts.fact import Context
from checker.languages import languages
assert "es" in languages()
texts = json.loads(sys.argv[2])
print(json.dumps([[fact.value for fact in extract(text, "es", Context()) if fact.confidence > 0.5] for text in texts]))
"""
    cases = tomllib.loads((FOLDER / "numbers.cases.toml").read_text("utf-8"))
    read = (*cases["separators"].items(), *cases["words"].items())
    wanted: dict[str, list[str]] = {text: [value] for value, texts in read for text in texts}
    wanted |= {text: [] for text in cases["look-alikes"]["silent"]}
    assert dict(zip(wanted, _run(place, program, json.dumps(list(wanted))))) == wanted


def test_its_articles_are_checked(place: Path, tmp_path: Path) -> None:
    program = """
import json
import checker
print(json.dumps([[(f["code"], f["translation"]["text"]) for f in checker.check(sys.argv[2], [path]).to_dict()
                   ["translations"][0]["findings"] if f["severity"] != "info"] for path in sys.argv[3:]]))
"""
    (tmp_path / "a.vi.txt").write_text(ORIGINAL, "utf-8")
    texts = {"right": RIGHT} | {right: RIGHT.replace(right, wrong) for right, (wrong, _) in FAULTS.items()}
    paths = [tmp_path / f"a{n}.es.txt" for n in range(len(texts))]
    for path, text in zip(paths, texts.values()):
        path.write_text(text, "utf-8")
    found = _run(place, program, str(tmp_path / "a.vi.txt"), *map(str, paths))
    assert found[0] == []
    assert [[code for code, _ in said] for said in found[1:]] == [[code] for _, code in FAULTS.values()]

"""What is asked of git: which files there are, what changed since where, and what a file said then.

Paths are relative to the repository's root, with `/`. Names may hold anything (spaces, quotes, newlines, Thai letters):
all lists are read null-terminated. Only reading commands are run.
"""
from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .errors import CheckerError

# A file that keeps this share of its lines under another name was renamed (git's own default).
_RENAME = "-M50%"


@dataclass(frozen=True)
class Changes:
    """Files that differ from a commit: where each was then (None: it is new), and what is gone."""

    present: dict[str, str | None]
    deleted: frozenset[str]


@dataclass(frozen=True)
class Repository:
    """A work tree. `root` is its top folder."""

    root: Path

    @classmethod
    def at(cls, folder: Path) -> Repository:
        """The repository that a folder lies in. Raises CheckerError where it is in none."""
        found = _git(folder, "rev-parse", "--show-toplevel")
        if found.returncode:
            raise CheckerError(f"{folder}: {_reason(found)}; 'checker pr' runs in a git repository")
        return cls(Path(os.fsdecode(found.stdout.rstrip(b"\n"))))

    def files(self, folder: Path) -> list[str]:
        """The files under a folder that are there: tracked, or new and not ignored; relative to that folder."""
        listed = self._list("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", at=folder)
        return sorted(name for name in listed if os.path.lexists(folder / name))

    def files_at(self, commit: str) -> list[str]:
        """All files of a commit."""
        return self._list("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)

    def has(self, ref: str) -> bool:
        """Whether there is such a commit here."""
        found = _git(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        return found.returncode == 0

    def merge_base(self, ref: str) -> str:
        """The commit where the work tree's history and `ref` parted. Raises CheckerError that says what to fetch."""
        if not self.has(ref):
            hint = " (a shallow clone has few: fetch with full depth)" if self.shallow else ""
            raise CheckerError(f"--base {ref}: there is no such commit here{hint}; fetch it first, for instance "
                               f"'git fetch origin {ref.removeprefix('origin/')}'")
        found = _git(self.root, "merge-base", "HEAD", ref)
        if found.returncode == 0:
            return found.stdout.decode().strip()
        if self.shallow:
            raise CheckerError(
                f"--base {ref}: the clone is shallow ({self._depth()} commits deep) and does not reach the commit that "
                "the branch came from; run 'git fetch --unshallow', or check out with fetch-depth: 0")
        raise CheckerError(f"--base {ref}: has no history in common with HEAD; name the branch to merge into")

    @cached_property
    def shallow(self) -> bool:
        """Whether history was cut off when cloning."""
        return _git(self.root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def changes(self, commit: str) -> Changes:
        """What the work tree (with what is not committed yet) changed since a commit, renames followed."""
        words = self._list("diff", "-z", "--name-status", _RENAME, commit, "--")
        present: dict[str, str | None] = {}
        deleted: set[str] = set()
        at = 0
        while at < len(words):
            status = words[at][:1]
            if status in "RC":
                old, new = words[at + 1:at + 3]
                present[new] = old
                deleted |= {old} if status == "R" else set()
                at += 3
                continue
            name = words[at + 1]
            if status == "D":
                deleted.add(name)
            else:
                present[name] = None if status == "A" else name
            at += 2
        untracked = self._list("ls-files", "-z", "--others", "--exclude-standard")
        return Changes({**dict.fromkeys(untracked), **present}, frozenset(deleted))

    def read(self, commit: str, path: str) -> bytes:
        """A file as a commit has it."""
        found = _git(self.root, "cat-file", "blob", f"{commit}:{path}")
        if found.returncode:
            raise CheckerError(f"{path}: cannot be read at {commit[:12]}: {_reason(found)}")
        return found.stdout

    def last_change(self, commit: str, path: str) -> str | None:
        """The last commit, of those up to `commit`, that changed a file."""
        found = _git(self.root, "log", "-1", "--format=%H", commit, "--", f":(literal){path}")
        return found.stdout.decode().strip() or None

    def _depth(self) -> str:
        return _git(self.root, "rev-list", "--count", "HEAD").stdout.decode().strip() or "few"

    def _list(self, *arguments: str, at: Path | None = None) -> list[str]:
        found = _git(at or self.root, *arguments)
        if found.returncode:
            raise CheckerError(f"git {arguments[0]}: {_reason(found)}")
        return [os.fsdecode(name) for name in found.stdout.split(b"\0") if name]


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # The user's settings must not change what git prints, nor an inherited GIT_DIR (as in hooks) where it looks.
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIR", "GIT_WORK_TREE")}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(["git", "-c", "core.quotepath=off", *arguments], cwd=folder, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise CheckerError("git is not installed, or the folder is gone; 'checker pr' needs both") from error


def _reason(found: subprocess.CompletedProcess[bytes]) -> str:
    lines = found.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"exit code {found.returncode}"

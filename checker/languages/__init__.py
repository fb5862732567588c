"""What is known of each language: one folder a language, data only.

A folder holds `sentences.toml`, `numbers.toml`, `dates.toml`, `names.toml` and `roles.toml`, and beside each its cases
(`numbers.cases.toml` …: value -> spellings, look-alikes that must stay silent, known failures), which the tests run.
A language that lacks a file lacks that dimension, and nothing is guessed. A fifth language is one more folder.
"""
from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=None)
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder, sorted."""
    return tuple(sorted(f.name for f in files(__name__).iterdir() if f.is_dir() and (f / "sentences.toml").is_file()))


@lru_cache(maxsize=None)
def table(language: str, dimension: str) -> dict[str, Any]:
    """The data of one dimension ("numbers", "dates", "names", "sentences") of a language; empty where there is none.

    >>> table("xx", "numbers")
    {}
    """
    source = files(__name__) / language / f"{dimension}.toml"
    return tomllib.loads(source.read_text("utf-8")) if source.is_file() else {}

"""Which files belong together: the article sets that the configuration's patterns find."""
from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .config import Config
from .errors import CheckerError
from .languages import languages
from .readers import is_bilingual

_PIECE = re.compile(r"\{(\w*)\}|(\*\*/?)|(\*)|(\?)")
_LANG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"


@dataclass(frozen=True)
class ArticleSet:
    """An original and its versions, by language. Paths are relative to the configuration's folder.

    `bilingual`: `original` is a file that holds the versions as well.
    """

    slug: str
    original: str | None = None
    translations: Mapping[str, str] = field(default_factory=dict)
    bilingual: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """All files of the set."""
        return (*((self.original,) if self.original is not None else ()), *self.translations.values())


def find_sets(files: Iterable[str], config: Config) -> list[ArticleSet]:
    """The sets among `files` (relative to the configuration's folder, with `/`), by slug.

    A bilingual file, which a pattern without {lang} finds, is a set by itself. Raises CheckerError for a pattern that
    is not one, and for two files that are the same version of an article.
    """
    patterns = [pattern_of(text) for text in config["articles"]]
    ignored = [glob_of(text) for text in config["ignore"]]
    known = {code.lower() for code in (*languages(), config["original"], *config["languages"])}
    found: dict[tuple[str, bool], dict[str, str]] = {}
    for path in sorted(files):
        if any(glob.fullmatch(path) for glob in ignored):
            continue
        for slug, lang in _matches(path, patterns, known):
            versions = found.setdefault((slug, not lang), {})
            if versions.setdefault(lang, path) != path:
                told = f"the {lang} version of" if lang else "a bilingual file of"
                raise CheckerError(f"{path} and {versions[lang]} are both {told} {slug!r}; put one of them "
                                   "under 'ignore' in the configuration")
            break
    original = config["original"].lower()
    return [ArticleSet(slug, versions[""], bilingual=True) if bilingual else
            ArticleSet(slug, versions.get(original), {k: v for k, v in sorted(versions.items()) if k != original})
            for (slug, bilingual), versions in sorted(found.items())]


def _matches(path: str, patterns: Iterable[re.Pattern[str]], known: set[str]) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        found = pattern.fullmatch(path)
        if found:
            lang = found.groupdict().get("lang", "").lower()
            if not lang or lang in known or re.split("[-_]", lang)[0] in known:
                yield found.groupdict().get("slug") or "article", lang


def pattern_of(text: str) -> re.Pattern[str]:
    """A pattern of `articles` as a regular expression.

    >>> pattern_of("news/{slug}.{lang}.md").fullmatch("news/2024/bridge.nl.md").groupdict()
    {'slug': '2024/bridge', 'lang': 'nl'}
    """
    groups: dict[str, str] = {"slug": ".+", "lang": _LANG}
    seen: set[str] = set()

    def place(name: str) -> str:
        if name not in groups:
            raise CheckerError(f"articles: {text!r} holds {{{name}}}; only {{slug}} and {{lang}} are known")
        repeated = name in seen
        seen.add(name)
        return f"(?P={name})" if repeated else f"(?P<{name}>{groups[name]})"

    made = _translated(text.removeprefix("./"), place)
    if "lang" not in seen and not is_bilingual(text):
        raise CheckerError(f"articles: {text!r} has no {{lang}}; write where the language stands in the path")
    return re.compile(made, re.DOTALL)


def glob_of(text: str) -> re.Pattern[str]:
    """A path with wildcards as a regular expression; a folder stands for all in it.

    >>> [bool(glob_of("drafts/*").fullmatch(p)) for p in ("drafts/a.txt", "drafts/a/b.txt", "x/drafts/a")]
    [True, True, False]
    """
    made = _translated(text.removeprefix("./").rstrip("/"), lambda name: re.escape(f"{{{name}}}"))
    return re.compile(f"{made}(?:/.*)?", re.DOTALL)


def _translated(text: str, place: Callable[[str], str]) -> str:
    made, at = "", 0
    for found in _PIECE.finditer(text):
        made += re.escape(text[at:found.start()])
        name, deep, star, _ = found.groups()
        if name is not None:
            made += place(name)
        elif deep:
            made += "(?:.*/)?" if deep.endswith("/") else ".*"
        else:
            made += "[^/]*" if star else "[^/]"
        at = found.end()
    return made + re.escape(text[at:])


def files_in(folder: Path) -> list[str]:
    """The files under a folder, relative to it: git's list where it is in a repository, else all but hidden ones."""
    from .gitrepo import Repository

    try:
        return Repository.at(folder).files(folder)
    except CheckerError:
        return sorted(_walk(folder))


def _walk(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "node_modules"]
        yield from (Path(here, name).relative_to(folder).as_posix() for name in names if not name.startswith("."))

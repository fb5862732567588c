"""What a repository looks like: where its articles are, in which languages. For `checker init`."""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

_TEXTS = (".txt", ".text", ".md", ".markdown", ".html", ".htm")
_MOST_PATTERNS = 5


def guess(files: Iterable[str], languages: Iterable[str], original: str = "vi") -> dict[str, Any]:
    """Values for `articles`, `original` and `languages`, as far as the files tell; empty where they tell nothing.

    >>> guess(["news/a/vi.txt", "news/a/nl.txt", "README.md"], ["vi", "nl", "fr"])
    {'articles': 'news/{slug}/{lang}.txt', 'original': 'vi', 'languages': ['nl']}
    """
    known = set(languages)
    versions: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for path in files:
        if path.lower().endswith(_TEXTS):
            for pattern, slug, language in _readings(path, known):
                versions[pattern, slug].add(language)
    sets = Counter(pattern for (pattern, _), found in versions.items() if len(found) > 1)
    if not sets:
        return {}
    patterns = [pattern for pattern, _ in sets.most_common(_MOST_PATTERNS)]
    seen = Counter(language for (pattern, _), found in versions.items() if pattern in patterns and len(found) > 1
                   for language in found)
    source = original if original in seen else seen.most_common(1)[0][0]
    return {"articles": patterns[0] if len(patterns) == 1 else patterns, "original": source,
            "languages": sorted(set(seen) - {source})}


def _readings(path: str, known: set[str]) -> Iterator[tuple[str, str, str]]:
    """The ways to read a path as pattern, slug and language: each place where a language's code stands alone."""
    for found in re.finditer(r"(?<![A-Za-z0-9])[a-z]{2,3}(?![A-Za-z0-9])", path):
        before, after = path[:found.start()], path[found.end():]
        if found.group() not in known or found.end() == len(path):
            continue
        folder, slash, rest = after.rpartition("/")
        if slash:  # content/nl/2024/visit.md
            name, dot, extension = rest.rpartition(".")
            yield f"{before}{{lang}}/{{slug}}{dot}{extension}", f"{folder.lstrip('/')}/{name}", found.group()
        elif before.endswith("/") or not before:  # news/visit/nl.txt
            top, _, slug = before.rstrip("/").partition("/")
            yield (f"{top}/{{slug}}/{{lang}}{after}" if slug else "{slug}/{lang}" + after), slug or top, found.group()
        else:  # news/visit.nl.txt
            top, slash, slug = before[:-1].partition("/")
            pattern = f"{top}/{{slug}}" if slash else "{slug}"
            yield f"{pattern}{before[-1]}{{lang}}{after}", slug or top, found.group()

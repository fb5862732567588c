"""Fit the confidence model: how often findings with such evidence turn out to be real.

    python -m checker.calibration MATERIAL… [--unread FOLDER…] [--write]

MATERIAL is one or more folders with `news/` (documents.tsv, and one file a language, line by line the same sentences)
and `drift/` (LANG.jsonl: edits of single lines, each with `doc`, `line`, `op`, `old`, `new`, `kind` and `expect`: flag,
silent or natural). All edits of a document are put in and the document is checked as a whole, in two layouts. A finding
on an edited line is real if the edit made the fact wrong and the finding is of its kind; one on an untouched line is
false; others prove nothing. On the material that the checks are mended on they are right far more often than elsewhere,
so that a model of it alone is too sure: `--unread` is material of the same form that nobody mends by, and counts more.
Two-class logistic regression with ridge, by Newton's method; cross-validated by document.
"""
from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from .confidence import features
from .finding import KIND_OF
from .logistic import logistic

Array = NDArray[np.float64]

FAMILY = {"number": "figure", "date": "figure", "name": "name", "role": "name"}
LANGUAGES = ("nl", "fr", "th")
JUDGED = ("number", "date", "name", "content")
RIDGE = 2.0
FOLDS = 5
# How often a finding in unread material counts: from two on, the mistakes that are only made there tell; more makes the
# model fit few articles.
UNREAD = 2


@dataclass(frozen=True)
class Case:
    """A finding with what the model sees of it, and whether it was real."""

    document: str
    features: Mapping[str, float]
    real: bool


def cases(material: Path, grouped: bool) -> Iterator[Case]:
    """Every finding of the material that proves something. `grouped`: four sentences a paragraph, else one."""
    from . import check

    edits: dict[tuple[str, str], dict[int, dict[str, Any]]] = defaultdict(dict)
    for language in LANGUAGES:
        for line in (material / "drift" / f"{language}.jsonl").read_text("utf-8").splitlines():
            edit = json.loads(line)
            edits[edit["doc"], language][edit["line"]] = edit
    edited = {document for document, _ in edits}
    for document, versions in documents_of(material / "news").items():
        if document not in edited:
            continue
        with tempfile.TemporaryDirectory() as folder:
            original, places = _laid_out(versions["vi"], {}, grouped)
            paths, spans = [Path(folder, "original.vi.txt")], []
            paths[0].write_text(original, "utf-8")
            for language in LANGUAGES:
                text, there = _laid_out(versions[language], edits[document, language], grouped)
                paths.append(Path(folder, f"version.{language}.txt"))
                paths[-1].write_text(text, "utf-8")
                spans.append(there)
            report = check(paths[0], paths[1:]).to_dict()
        for language, version, there in zip(LANGUAGES, report["translations"], spans):
            for finding in version["findings"]:
                if finding["evidence"].get("advisory"):
                    continue  # what a check itself holds to be a note is never loud, and proves nothing
                real = _verdict(finding, edits[document, language], places, there)
                if real is not None:
                    yield Case(document, features(finding["code"], language, finding["evidence"]), real)


def documents_of(news: Path) -> dict[str, dict[str, list[tuple[int, str]]]]:
    """Each document of the material: by language, its lines with their numbers from 1."""
    ids = [line.split("\t")[0].strip() for line in (news / "documents.tsv").read_text("utf-8").splitlines()]
    made: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for language in ("vi", *LANGUAGES):
        lines = (news / f"{language}.txt").read_text("utf-8").split("\n")
        for number, (document, text) in enumerate(zip(ids, lines), 1):
            if document:
                made.setdefault(document, {}).setdefault(language, []).append((number, text.strip()))
    return made


def _laid_out(sentences: Sequence[tuple[int, str]], edits: Mapping[int, Mapping[str, Any]],
              grouped: bool) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text with its edits put in, and where each line stands; what was put in after a line counts to it."""
    text, spans = "", {}
    for i, (number, sentence) in enumerate(sentences):
        edit = edits.get(number, {})
        if edit.get("expect", "natural") != "natural":
            sentence = _edited(sentence, edit)
        if not sentence:
            continue
        text += (" " if grouped and i % 4 else "\n") if text else ""
        spans[number] = len(text), len(text) + len(sentence)
        text += sentence
    return text + "\n", spans


def _edited(sentence: str, edit: Mapping[str, Any]) -> str:
    operation = edit.get("op", "replace")
    if operation == "delete-line":
        return ""
    if operation == "insert-after":
        return f"{sentence} {edit['new']}"
    return sentence if operation == "none" else sentence.replace(edit["old"], edit["new"], 1)


def _verdict(finding: Mapping[str, Any], edits: Mapping[int, Mapping[str, Any]], places: Mapping[int, tuple[int, int]],
             there: Mapping[int, tuple[int, int]]) -> bool | None:
    if finding["code"].endswith(("-inconsistent", "-mixed")) or KIND_OF[finding["code"]] not in JUDGED:
        return None
    lines = _touched(finding["original"], places) | _touched(finding["translation"], there)
    found = [edits[line] for line in lines if line in edits]
    if not found:
        return False
    kind = FAMILY.get(finding["kind"], finding["kind"])
    if any(e["expect"] == "flag" and (e["kind"] == "content" or FAMILY.get(e["kind"]) == kind) for e in found):
        return True
    return False if all(e["expect"] == "silent" for e in found) else None


def _touched(side: Mapping[str, Any] | None, spans: Mapping[int, tuple[int, int]]) -> set[int]:
    if side is None:
        return set()
    start, end = side["start"], max(side["end"], side["start"] + 1)
    return {line for line, (a, b) in spans.items() if start < b and a < end}


def fit(material: Sequence[Case]) -> dict[str, float]:
    """Weights by feature name, three decimals."""
    names = sorted({name for case in material for name in case.features})
    x = np.array([[case.features.get(name, 0.0) for name in names] for case in material])
    y = np.array([case.real for case in material], float)
    penalty = np.array([0.01 if name in ("bias", "certainty") else RIDGE for name in names])
    # The check's own estimate is the model to start from; the rest has to earn its weight.
    start = np.array([1.0 if name == "certainty" else 0.0 for name in names])
    weights = regression(x, y, penalty, start)
    return {name: round(float(w), 3) for name, w in zip(names, weights)}


def regression(x: Array, y: Array, penalty: Array, start: Array) -> Array:
    """Weights (d,) of a two-class logistic regression of y (n,) on x (n, d), by Newton's method.

    What a weight strays from `start` costs half its square times its `penalty` (d,).

    >>> one = np.ones((4, 1))
    >>> regression(one, np.array([0.0, 1.0, 1.0, 1.0]), np.zeros(1), np.zeros(1)).round(2).tolist()
    [1.1]
    """
    weights = start.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (y - p) - penalty * (weights - start)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights


def predicted(weights: Mapping[str, float], case: Case) -> float:
    """The model's confidence in a case."""
    return logistic(sum(weights.get(name, 0.0) * value for name, value in case.features.items()))


def gap(pairs: Sequence[tuple[float, bool]]) -> float:
    """Mean distance between confidence and truth over bins of a tenth (expected calibration error; Guo et al. 2017)."""
    bins: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    for sure, real in pairs:
        bins[round(sure, 1)].append((sure, real))
    return sum(abs(sum(s for s, _ in b) - sum(r for _, r in b)) for b in bins.values()) / max(len(pairs), 1)


def held_out(material: Sequence[Case], unread: Sequence[Case] = ()) -> tuple[list[tuple[float, bool]], ...]:
    """Each case's confidence from a model that never saw its document: of the material, and of what is unread."""
    made: tuple[list[tuple[float, bool]], ...] = ([], [])
    parts = [(cases, sorted({case.document for case in cases})) for cases in (material, unread)]
    for fold in range(FOLDS):
        kept = {document for _, documents in parts for document in documents[fold::FOLDS]}
        weights = fit([case for case in (*material, *list(unread) * UNREAD) if case.document not in kept])
        for found, (cases, _) in zip(made, parts):
            found += [(predicted(weights, case), case.real) for case in cases if case.document in kept]
    return made


def _described(tested: Sequence[tuple[float, bool]]) -> None:
    click.echo(f"{len(tested)} findings, {sum(real for _, real in tested)} real; gap {gap(tested):.1%}")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = [(s, r) for s, r in tested if low <= s < low + 0.1]
        if inside:
            said, were = np.mean(inside, axis=0)
            click.echo(f"  {low:.1f}-{low + 0.1:.1f}: {len(inside):4} findings, said {said:.2f}, were {were:.2f}")


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("material", nargs=-1, required=True, type=_FOLDER)
@click.option("--unread", multiple=True, type=_FOLDER, help="Material that the checks are not mended on.")
@click.option("--write", is_flag=True, help="Replace the weights in models/confidence.json.")
def main(material: Sequence[Path], unread: Sequence[Path], write: bool) -> None:
    """Fit and cross-validate the confidence model on MATERIAL."""
    read, fresh = ([case for folder in folders for grouped in (False, True) for case in cases(folder, grouped)]
                   for folders in (material, unread))
    for title, tested in zip(("Material, documents held out:", "Unread, documents held out:"), held_out(read, fresh)):
        if tested:
            click.echo(title)
            _described(tested)
    weights = fit([*read, *fresh * UNREAD])
    text = json.dumps({"comment": "Written by checker.calibration; a feature's weight on the logit of confidence.",
                       "weights": weights}, indent=1, ensure_ascii=False) + "\n"
    if write:
        from importlib.resources import files
        Path(str(files("checker.models"))).joinpath("confidence.json").write_text(text, "utf-8")
    else:
        click.echo(text)


if __name__ == "__main__":
    sys.exit(main())

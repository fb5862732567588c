"""Fit the probes that tell sentence starts by the encoder's states (`checker/onsets.py`): models/onsets.json.

Any two sentences that follow each other, put in one line without the stop between them, are an example of a start that
no stop shows; every other capital in the line is an example of what is none. So the material needs no labels.
In a language that writes no stops the document's lines are put in one, and every space where a clause may begin, in or
between the pieces that the segmenter makes, is an example.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from .article import Block, Document
from .calibration import FOLDS, LANGUAGES, documents_of, regression
from .encoder import Encoder
from .normal import normal
from .onsets import Array, Probe, around, neighbours
from .segmenter import cuts_pieces, split
from .spaces import doubtful_spaces
from .starts import capitals

RIDGE = 10.0
_END = re.compile(r"[\s.!?…]+$")


@dataclass(frozen=True, eq=False)
class Example:
    """A place amid a line: the states (2, d) around it, and whether one sentence was joined to another there."""

    document: str
    states: Array
    real: bool


def examples(material: Path, encoder: Encoder) -> Iterator[Example]:
    """Every capital in every other pair of sentences of the material, in the languages that write stops."""
    for document, versions in documents_of(material / "news").items():
        for language in ("vi", *LANGUAGES):
            if not cuts_pieces(language):
                lines = [normal(words).text for _, words in versions[language]]
                yield from _glued(document, [pair for n, pair in enumerate(pairwise(lines)) if n % 2 == 0], encoder)


def _glued(document: str, pairs: Sequence[tuple[str, str]], encoder: Encoder) -> Iterator[Example]:
    heads = [_END.sub("", head) + " " for head, _ in pairs]
    texts = [head + after for head, (_, after) in zip(heads, pairs, strict=True)]
    for head, text, encoding in zip(heads, texts, encoder.encode(texts), strict=True):
        for at in capitals(text):
            states = neighbours(encoding, at)
            if states is not None:
                yield Example(document, states, at == len(head))


def clauses(material: Path, encoder: Encoder) -> Iterator[Example]:
    """Every space between clauses in every document of the material, in the languages that write no stops."""
    for document, versions in documents_of(material / "news").items():
        for language in filter(cuts_pieces, LANGUAGES):
            yield from _run_together(document, [words for _, words in versions[language]], language, encoder)


def _run_together(document: str, lines: Sequence[str], language: str, encoder: Encoder) -> Iterator[Example]:
    text = " ".join(lines)
    begins = {0, *(sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines)))}
    segments = split(Document(document, text, (Block(0, len(text)),)), language)
    encodings = encoder.encode([segment.normal.text for segment in segments])
    for segment, encoding in zip(segments, encodings, strict=True):
        for at, _ in doubtful_spaces(segment.normal.text, language):
            states = neighbours(encoding, at)
            if states is not None:
                yield Example(document, states, segment.normal.offsets[at] in begins)
    for (_, before), (segment, after) in pairwise(zip(segments, encodings, strict=True)):
        if (states := around(before, after)) is not None:
            yield Example(document, states, segment.start in begins)


def fitted(found: Sequence[Example]) -> Probe:
    """The probe of the examples: logistic regression with ridge on the states around a place."""
    states = np.stack([example.states for example in found]).astype(np.float32)
    mean = states.mean(axis=0)
    x = np.concatenate([np.ones((len(found), 1)), (states - mean).reshape(len(found), -1)], axis=1)
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.01
    weights = regression(x, np.array([example.real for example in found], float), penalty, np.zeros(x.shape[1]))
    made = weights[1:].reshape(mean.shape).astype(np.float32)
    return Probe(made, float(weights[0] - (made * mean).sum()))


def strangers(found: Sequence[Example]) -> Mapping[str, Probe]:
    """For each document a probe that never saw it."""
    documents = sorted({example.document for example in found})
    made = {}
    for fold in range(FOLDS):
        kept = set(documents[fold::FOLDS])
        probe = fitted([example for example in found if example.document not in kept])
        made.update(dict.fromkeys(kept, probe))
    return made


def as_data(probe: Probe) -> dict[str, object]:
    """The probe as models/onsets.json holds it."""
    return {"bias": round(probe.bias, 3), "weights": [[round(float(w), 3) for w in side] for side in probe.weights]}

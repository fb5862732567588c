"""An article set with a good dozen of faults, written for the tests: a harbour agreement, in four languages."""
from __future__ import annotations

import datetime as dt
from pathlib import Path

from checker.report import Report

from .build import Fault, Written, report, version, written

_DATE = dt.date(2025, 3, 12)
_TEXTS = Path(__file__).parent / "texts"
_CHANGED = "«{original}» is {value}; the {language} says «{translation}», {other}."

_NL_FAULTS = (
    Fault("magnitude-changed", "n1", "error", 0.97, _CHANGED,
          {"value": "1 850 000 000 EUR", "other": "18 500 000 000 EUR"},
          "1,85 miljard euro", ((0, "n1", "witness"),)),
    Fault("date-changed", "d6", "error", 0.93, _CHANGED,
          {"value": "2019-11", "other": "2018-11"}, "november 2019"),
    Fault("unit-changed", "n4", "error", 0.88, _CHANGED,
          {"value": "70 000 t", "other": "70 000 kg"}, "70.000 ton"),
    Fault("passage-missing", "s11", "warning", 0.78, "«{original}» has no counterpart in the {language} version."),
    Fault("bound-changed", "n3", "warning", 0.74, "«{original}» became «{translation}».", {}, "ruim 42.000 banen"),
    Fault("name-inconsistent", "p2", "warning", 0.66, "«{name}» is written in several ways.", {"name": "Lê Minh Khôi"}),
    Fault("furniture", "+14", "info", 0.9, "«{translation}» belongs to the page, not to the article."),
)
_FR_FAULTS = (
    Fault("name-misspelt", "p4", "warning", 0.71, "«{translation}» should be «{original}».", {}, "Marijke van Dijk"),
    Fault("passage-added", "+8", "warning", 0.69, "The original does not say «{translation}»."),
    Fault("conversion", "n20", "info", 0.6, "«{translation}» is converted rightly."),
    Fault("passage-moved", "s9", "info", 0.8, "«{original}» stands in another place."),
)
_TH_FAULTS = (
    Fault("era-changed", "d3", "error", 0.91, _CHANGED,
          {"value": "2029", "other": "2028"}, "ปี 2572"),
    Fault("number-changed", "n9", "error", 0.9, _CHANGED,
          {"value": "120", "other": "12"}, "ทุนการศึกษา 120 ทุน"),
    Fault("negation-changed", "s8", "error", 0.83, "The original denies what the translation affirms."),
    Fault("name-missing", "p7", "warning", 0.64, "«{original}» is not named in the translation."),
)


def texts() -> list[Written]:
    """The original and its three versions."""
    return [written(f"articles/cang/{code}.txt", code, (_TEXTS / f"{code}.txt").read_text("utf-8"),
                    _DATE if code == "vi" else None) for code in ("vi", "nl", "fr", "th")]


def sample() -> Report:
    """The set's report."""
    vi, nl, fr, th = texts()
    versions = (version(vi, nl, _NL_FAULTS, others=(fr,)), version(vi, fr, _FR_FAULTS), version(vi, th, _TH_FAULTS))
    return report(vi, versions, (nl, fr, th))

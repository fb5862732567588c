"""`checker align`: its formats, and two texts of one sentence a line from end to end."""
from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from checker.alignments import Aligned, Row, Text, as_json, in_order, tmx, tsv, vecalign
from checker.cli import main

ALIGNED = Aligned(Text("vi", ("Trời\tmưa.", "Gió to.", "Hết.")), Text("nl", ("Het regent & waait.", "Los.", "Einde.")),
                  (Row((0, 1), (0,), 0.75), Row((), (1,), 0.0), Row((2,), (2,), 0.5)))


def test_vecalign_lines() -> None:
    assert vecalign(ALIGNED) == "[0, 1]:[0]:0.250000\n[]:[1]:1.000000\n[2]:[2]:0.500000\n"


def test_tsv_has_three_columns_whatever_the_text_holds() -> None:
    assert tsv(ALIGNED).splitlines()[0].split("\t") == ["Trời mưa. Gió to.", "Het regent & waait.", "0.750"]


def test_tmx_is_well_formed_and_leaves_out_what_stands_alone() -> None:
    units = ET.fromstring(tmx(ALIGNED)).findall("body/tu")
    assert [[seg.text for seg in unit.iter("seg")] for unit in units] == [
        ["Trời mưa. Gió to.", "Het regent & waait."], ["Hết.", "Einde."]]
    languages = [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in units[0].iter("tuv")]
    assert languages == ["vi", "nl"]


def test_json_has_beads_and_texts() -> None:
    made = json.loads(as_json(ALIGNED))
    assert made["beads"][1] == {"original": [], "translation": [1], "score": 0.0, "texts": ["", "Los."]}


def test_order_is_that_of_both_texts() -> None:
    rows = [Row((2,), (2,), 1), Row((), (0,), 0), Row((0,), (1,), 1), Row((1,), (), 0), Row((), (3,), 0)]
    assert [(r.original, r.translation) for r in in_order(rows)] == [
        ((), (0,)), ((0,), (1,)), ((1,), ()), ((2,), (2,)), ((), (3,))]


SPANISH = ["El puente se abrió ayer al tráfico.", "", "La lluvia inundó las calles del centro.",
           "Hubo música en la plaza.", "El alcalde dio las gracias a los vecinos."]
ENGLISH = ["The bridge was opened to traffic yesterday.", "", "Rain flooded the streets of the centre.",
           "The mayor thanked the neighbours."]


@pytest.mark.encoder
def test_lines_of_any_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("es.txt").write_text("\n".join(SPANISH) + "\n", "utf-8")
    Path("en.txt").write_text("\n".join(ENGLISH) + "\n", "utf-8")
    assert main(["align", "es.txt", "en.txt", "--pre-segmented", "--format", "vecalign", "-o", "out"]) == 0
    lines = Path("out").read_text("utf-8").splitlines()
    assert all(re.fullmatch(r"\[[\d, ]*\]:\[[\d, ]*\]:-?\d+\.\d{6}", line) for line in lines)
    beads = [tuple(json.loads(side) for side in line.split(":")[:2]) for line in lines]
    assert [i for a, _ in beads for i in a] == [0, 1, 2, 3, 4] and [j for _, b in beads for j in b] == [0, 1, 2, 3]
    assert all(bead in beads for bead in (([0], [0]), ([2], [2]), ([4], [3]), ([1], []), ([3], [])))

"""A packed encoder of a few kilobytes, made from nothing, in the registry package's layout."""
from __future__ import annotations

import struct
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 32, 6, 2, 64, 24
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁the", "▁hou", "▁pa", "age", "ss", "se", "ế", "ทย", "ไ", "▁",
          *"abcdefghijklmnopqrstuvwxyz0123456789.,:", "<mask>"]


def packed(seed: int = 1) -> bytes:
    """The file's bytes."""
    made = _tensors(np.random.default_rng(seed))
    head = struct.pack("<4sI7ifi", b"E5S1", 1, HIDDEN, LAYERS, HEADS, INNER, len(PIECES), POSITIONS, 2, 1e-12, 32)
    front = head + _vocabulary() + struct.pack("<iI", 1, 9) + struct.pack("<IBI", 0xB2, 1, 0x32)
    start = len(front) + 4 + sum(2 + len(name) + 21 for name, _, _, _ in made)
    directory = struct.pack("<i", len(made))
    for name, kind, count, data in made:
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, start, len(data))
        start += len(data)
    return front + directory + b"".join(data for *_, data in made)


def _vocabulary() -> bytes:
    pieces = [piece.encode() for piece in PIECES]
    ends = np.cumsum([0, *map(len, pieces)]).astype("<u4")
    scores = -np.linspace(0, 10, len(pieces), dtype="<f4")
    head = struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, int(ends[-1]))
    return head + ends.tobytes() + scores.tobytes() + b"".join(pieces)


def _tensors(random: np.random.Generator) -> list[tuple[str, int, int, bytes]]:
    def exact(name: str, count: int, around: float = 0.0) -> tuple[str, int, int, bytes]:
        return name, 0, count, (around + 0.1 * random.standard_normal(count)).astype("<f4").tobytes()

    def blocks(name: str, count: int) -> tuple[str, int, int, bytes]:
        made = np.zeros(count // 32, [("scale", "<f2"), ("nibbles", "u1", (16,))])
        made["scale"] = random.uniform(0.01, 0.03, len(made))
        made["nibbles"] = random.integers(0, 256, (len(made), 16))
        return name, 1, count, made.tobytes()

    found = [blocks("emb.word", len(PIECES) * HIDDEN), exact("emb.pos", POSITIONS * HIDDEN),
             exact("emb.type", 2 * HIDDEN), exact("emb.ln.w", HIDDEN, 1.0), exact("emb.ln.b", HIDDEN)]
    for n in range(LAYERS):
        for part in ("q", "k", "v", "ao"):
            found += [blocks(f"l{n}.{part}.w", HIDDEN * HIDDEN), exact(f"l{n}.{part}.b", HIDDEN)]
        found += [blocks(f"l{n}.fi.w", INNER * HIDDEN), exact(f"l{n}.fi.b", INNER)]
        found += [blocks(f"l{n}.fo.w", INNER * HIDDEN), exact(f"l{n}.fo.b", HIDDEN)]
        for part in ("aln", "oln"):
            found += [exact(f"l{n}.{part}.w", HIDDEN, 1.0), exact(f"l{n}.{part}.b", HIDDEN)]
    return found


def entry(data: bytes | None = None) -> dict[str, Any]:
    """A manifest entry for it; its wheel is never on a registry."""
    data = packed() if data is None else data
    return {"source": {
        "requirement": "no-such-package-of-this-project==0", "platform": "any", "wheel": "tiny-0-py3-none-any.whl",
        "wheel_size": len(data), "member": "tiny_packed_encoder/tiny.bin", "sha256": sha256(data).hexdigest()}}


def put_wheel(folder: Path, data: bytes | None = None) -> Path:
    """The entry's wheel, where a user would put it."""
    folder.mkdir(parents=True, exist_ok=True)
    source = entry()["source"]
    path = folder / str(source["wheel"])
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(source["member"], packed() if data is None else data)
    return path

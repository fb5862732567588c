"""How the checker bears what it is given: many generated inputs, each timed, the memory watched.

    python -m tests.fuzz.endurance --parts 100000 --whole 5000 [--seed 1]

`parts`: inputs through readers and extractors, by turns; `whole`: pairs of texts through every stage with a stand-in
encoder, into every output. Each input comes from the seed and its own number alone, so that one can be run again:
`--first NUMBER --parts 1 --whole 0`. What breaks, or takes over ten seconds, is told with its number; the exit code is
then 1.
"""
from __future__ import annotations

import argparse
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from random import Random

from .generate import LANGUAGES, file, paragraphs, spoilt
from .targets import SIDES, TARGETS, run

SLOW = 10.0  # Seconds of processor time an input may take.
_PARTS = [name for name in TARGETS if name.startswith(("read-", "facts-"))]
_EVERY = 5000  # Inputs between two signs of life.
Maker = Callable[[int, int], tuple[str, bytes]]


def part(seed: int, number: int) -> tuple[str, bytes]:
    """The target and the data of one input through readers or extractors."""
    random = Random(f"{seed}/{number}")
    name = _PARTS[number % len(_PARTS)]
    kind, _, what = name.partition("-")
    if kind == "read":
        return name, file(random, what, random.choice(LANGUAGES))
    text = "\n".join(paragraphs(random, what, 3)).encode("utf-8", "replace")
    return name, text if random.random() < 0.5 else spoilt(random, text)


def whole(seed: int, number: int) -> tuple[str, bytes]:
    """The data of one pair of texts through every stage."""
    random = Random(f"{seed}/whole/{number}")
    sides = [file(random, random.choice(("text", "markdown")), code, 0.15)
             for code in ("vi", random.choice(LANGUAGES[1:]))]
    return "whole", SIDES.join(side.replace(SIDES, b"") for side in sides)


def endure(title: str, make: Maker, seed: int, numbers: range) -> int:
    """Run the inputs of these numbers and print what became of them; how many broke something or were slow."""
    told: Counter[str] = Counter()
    longest, started = (0.0, -1), time.process_time()
    for number in numbers:
        name, data = make(seed, number)
        before = time.process_time()
        try:
            told["read" if run(TARGETS[name], data) else "refused"] += 1
        except Exception:
            told["broken"] += 1
            print(f"{title} {number} ({name}):\n{traceback.format_exc()}", file=sys.stderr)
        longest = max(longest, (time.process_time() - before, number))
        if longest[1] == number and longest[0] > SLOW:
            told["slow"] += 1
            print(f"{title} {number} ({name}): {longest[0]:.1f} s", file=sys.stderr)
        if (number + 1) % _EVERY == 0:
            print(f"{title} {number + 1}: {dict(told)}, {_peak():.0f} MB", file=sys.stderr, flush=True)
    print(f"{title}: {len(numbers)} inputs, {told['read']} read, {told['refused']} refused, {told['broken']} broken, "
          f"{told['slow']} slow; longest {longest[0]:.2f} s (number {longest[1]}); "
          f"{time.process_time() - started:.0f} s of processor time; peak {_peak():.0f} MB", flush=True)
    return told["broken"] + told["slow"]


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Run, print the counts, and say by the exit code whether all was borne."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default, said in (("parts", 1000, "inputs through readers and extractors"),
                                ("whole", 50, "pairs through every stage"), ("seed", 1, "what they are made from"),
                                ("first", 0, "the number of the first input")):
        parser.add_argument(f"--{name}", type=int, default=default, help=said)
    wanted = parser.parse_args()
    failed = 0
    for title, make, count in (("parts", part, wanted.parts), ("whole", whole, wanted.whole)):
        if count:
            failed += endure(title, make, wanted.seed, range(wanted.first, wanted.first + count))
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())

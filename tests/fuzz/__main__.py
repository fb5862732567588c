"""Run the fuzz targets for a set time: `python -m tests.fuzz --seconds 600 [NAME…]`, or `make fuzz`.

With atheris (`pip install -e '.[fuzz]'`; coverage leads the way to new inputs) where it is installed, else with this
project's own generator and mutations. Both begin from `corpus/`. What breaks a target is kept in `found/` and told: fix
its cause, then move the file to `corpus/<target>/`, where a test runs it from then on.
"""
from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
_LARGEST = 50_000  # Bytes of an input.
_SLOW = 10  # Seconds an input may take.


def corpus(name: str) -> list[Path]:
    """The kept inputs of a target."""
    return sorted(path for path in (HERE / "corpus" / name).glob("*") if path.is_file())


def inputs(name: str, seed: int) -> Iterator[bytes]:
    """Inputs without end for a target: generated as far as it is known how, else the corpus, spoilt again and again."""
    from .generate import LANGUAGES, file, paragraphs, spoilt
    from .targets import SIDES

    random, kept = Random(f"{name}/{seed}"), [path.read_bytes() for path in corpus(name)] or [b""]
    kind, _, what = name.partition("-")
    while True:
        language = random.choice(LANGUAGES)
        if random.random() < 0.3:
            yield spoilt(random, random.choice(kept))
        elif kind == "read":
            yield file(random, what, language)
        elif name == "whole":
            yield SIDES.join(file(random, "markdown", code, 0.2).replace(SIDES, b"") for code in ("vi", language))
        elif name == "align":
            yield random.randbytes(random.randint(2, 1000))
        else:
            yield spoilt(random, "\n".join(paragraphs(random, language, 3)).encode("utf-8", "surrogatepass"))


def _own(name: str, seconds: float, seed: int) -> int:
    """Run a target with our own inputs; how many broke it."""
    from .targets import TARGETS, run

    until, count, broken = time.monotonic() + seconds, 0, 0
    for data in inputs(name, seed):
        if time.monotonic() > until:
            break
        count, before = count + 1, time.process_time()
        try:
            run(TARGETS[name], data[:_LARGEST])
            slow = time.process_time() - before > _SLOW
            said = "slow\n" if slow else ""
        except Exception:
            said = traceback.format_exc()
        if said:
            broken += 1
            path = HERE / "found" / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data[:_LARGEST])
            print(f"{path}:\n{said}", file=sys.stderr)
    print(f"{name}: {count} inputs, {broken} broken", flush=True)
    return broken


def _atheris(name: str, seconds: float) -> int:
    """Run a target under atheris, in this process, which it ends."""
    import atheris

    with atheris.instrument_imports(include=["checker"]):
        from .targets import TARGETS, run
    found, fresh = HERE / "found", HERE / "found" / f"corpus-{name}"
    fresh.mkdir(parents=True, exist_ok=True)
    options = {"max_total_time": max(int(seconds), 1), "max_len": _LARGEST, "timeout": 3 * _SLOW, "rss_limit_mb": 2048,
               "verbosity": 0, "print_final_stats": 1, "artifact_prefix": f"{found}/{name}-"}
    folders = [str(folder) for folder in (fresh, HERE / "corpus" / name) if folder.is_dir()]

    def test(data: bytes) -> None:
        run(TARGETS[name], data)

    atheris.Setup([sys.argv[0], *(f"-{key}={value}" for key, value in options.items()), *folders], test)
    atheris.Fuzz()
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Share the time out among the targets, a process each; 1 where one was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="targets; all if none is given")
    parser.add_argument("--seconds", type=float, default=600, help="in all")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="for our own inputs")
    parser.add_argument("--engine", choices=("atheris", "own"), default="atheris" if find_spec("atheris") else "own")
    parser.add_argument("--here", action="store_true", help="one target, in this process")
    wanted = parser.parse_args(argv)
    if wanted.here:
        (name,) = wanted.names
        # Nothing of ours may be loaded before atheris can watch it.
        return _atheris(name, wanted.seconds) if wanted.engine == "atheris" else bool(
            _own(name, wanted.seconds, wanted.seed))
    from .targets import TARGETS

    unknown = set(wanted.names) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    names = wanted.names or list(TARGETS)
    share = wanted.seconds / len(names)
    common = [f"--seconds={share}", f"--seed={wanted.seed}", f"--engine={wanted.engine}", "--here"]
    print(f"{len(names)} targets, {share:.0f} seconds each, by {wanted.engine}, seed {wanted.seed}", flush=True)
    codes = {name: subprocess.run([sys.executable, "-m", "tests.fuzz", name, *common], check=False).returncode
             for name in names}
    failed = [name for name, code in codes.items() if code]
    print(f"broken: {', '.join(failed)}; see {HERE / 'found'}" if failed else "nothing broken")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())

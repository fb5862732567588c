"""`python -m checker.bench`: wall time, peak memory and sentences a second, as medians of several runs.

Each whole check runs the command in a process of its own: what it takes to start is part of what a user waits for, and
what it starts itself is counted with it. A cold run has the encoder built and nothing cached; a run with its sentences
known has them encoded and compares anew, as after an update; a warm one finds all cached.

Alignment is set against encoding, by wall time and by processor time, on article sets as they come. To *encode* is all
that makes encodings of texts: the tokenizer, the forward passes on as many threads as there are processors, the
rounding; the model is loaded beforehand, and no encoding is read or kept. To *align* is all that makes beads of
encodings, on one thread: the doubtful sentence starts that are taken, page furniture, the dynamic programme, mending,
letting go, joining pieces, what moved, relation and coverage. What a process reads once, tables and patterns, is in
neither; what is worked out of an article is made anew each time, once for all its versions where the product does so.
"""
from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from . import cache
from .article import Article
from .cli import settle
from .memory import together

if TYPE_CHECKING:
    from rich.table import Table

    from .aligner import Parameters, Units

R = TypeVar("R")

SAMPLES = {"visit": "reports/samples/visit/article.{}.txt", "mangrove": "reports/samples/mangrove/article.{}.md"}
NEWS = "tests/material/news/{}.txt"
"""A hundred articles in the manner of world news, no sentence twice; the samples were made to hold many figures."""
LANGUAGES = ("vi", "nl", "fr", "th")
SIZES = (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000)
SECONDS = 1.0  # Extraction is repeated until it has taken so long: a sample article alone takes a few hundredths.
ALIGNED = 5    # How often a set is aligned each time that it is encoded: it takes a few hundredths of a second.
_LOOK = 0.1    # Seconds between looks at how much memory a run has.
WIDTH = 384    # Of the synthetic vectors: the default encoder's.

CACHES = ("nothing", "sentences", "all")
"""What a run finds cached."""

_CHILD = """
import sys
from checker.cli import main
code = main(["check", *sys.argv[2:], "--date", "2024-10-18", "--json", sys.argv[1], "--fail-on", "never", "--quiet"])
from checker.memory import peak
print(peak())
sys.exit(code)
"""


class Spent(NamedTuple):
    """Seconds that something took: by the clock on the wall, and of all processors that worked on it."""

    wall: float
    processor: float


@dataclass(frozen=True)
class Run:
    """One check in a process of its own: seconds from start to end, sentences; and of that process and those it starts
    together, seconds of a processor and peak bytes."""

    seconds: float
    user: float
    peak: int
    sentences: int


def sample_sets() -> dict[str, list[str]]:
    """The sample sets' paths by name, originals first; empty outside a checkout."""
    named = {name: [pattern.format(language) for language in LANGUAGES] for name, pattern in SAMPLES.items()}
    return {name: paths for name, paths in named.items() if all(map(os.path.isfile, paths))}


def news() -> dict[str, list[str]]:
    """The files of the news articles by one name; empty outside a checkout."""
    paths = [NEWS.format(language) for language in LANGUAGES]
    return {"news": paths} if all(map(os.path.isfile, paths)) else {}


@contextmanager
def empty_cache() -> Iterator[Path]:
    """A cache folder with the user's built encoders and no sentence."""
    with tempfile.TemporaryDirectory(prefix="checker-bench-") as folder:
        (cache.folder() / "encoders").mkdir(parents=True, exist_ok=True)
        (Path(folder) / "encoders").symlink_to(cache.folder() / "encoders", target_is_directory=True)
        yield Path(folder)


def run_check(paths: Sequence[str], folder: Path) -> Run:
    """Check the files (original first) in a new process with this cache folder; its standard error is passed on."""
    made = folder / "report.json"
    environment = {**os.environ, "CHECKER_CACHE": str(folder)}
    start, before = time.perf_counter(), os.times().children_user
    with subprocess.Popen([sys.executable, "-c", _CHILD, str(made), *paths], env=environment, stdout=subprocess.PIPE,
                          text=True) as running, ThreadPoolExecutor(1) as watcher:
        most = watcher.submit(_most_memory, running)
        told, _ = running.communicate()
    seconds = time.perf_counter() - start
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, running.args, told)
    report = json.loads(made.read_text("utf-8"))
    sentences = sum(len(one["segments"]) for one in (report["original"], *report["translations"]))
    return Run(seconds, os.times().children_user - before, max(most.result(), int(told)), sentences)


def _most_memory(running: subprocess.Popen[str]) -> int:
    """The most that is seen of what a process and all it starts have together, until it ends."""
    most = 0
    while running.returncode is None:
        most = max(most, together(running.pid))
        time.sleep(_LOOK)
    return most


def cached_and_not(paths: Sequence[str], times: int) -> dict[str, list[Run]]:
    """`times` runs by what they find cached: nothing, the sentences, all."""
    runs: dict[str, list[Run]] = {found: [] for found in CACHES}
    for _ in range(times):
        with empty_cache() as folder:
            runs["nothing"].append(run_check(paths, folder))
            (folder / "results.sqlite").unlink(missing_ok=True)
            runs["sentences"].append(run_check(paths, folder))
            runs["all"].append(run_check(paths, folder))
    return runs


def extraction_speed(article: Article, extractor: Callable[..., Any], seconds: float = SECONDS) -> float:
    """Sentences a second of processor time whose facts an extractor (`facts.extract`, `facts.figures`) finds."""
    from .facts import Context
    from .facts.numbers.numerals import forget

    def once() -> None:
        forget()
        for segment in article.segments:
            extractor(segment.normal.text, article.language, Context(date=article.date))

    once()  # What is read and compiled once a process is no part of it.
    start, done = time.process_time(), 0
    while (spent := time.process_time() - start) < seconds:
        once()
        done += len(article.segments)
    return done / spent


def alignment_share(paths: Sequence[str]) -> tuple[Spent, Spent]:
    """What it takes to encode a set, and to align it (the median of some times); what either is, the module says."""
    from .comparison import encode
    from .config import configuration
    from .cuts import find_cuts
    from .encoder import CachedEncoder
    from .manifest import settings_of
    from .pairing import pair_up, parameters
    from .reading import read_set

    articles = read_set(paths[0], paths[1:], configuration({}))
    encoder = CachedEncoder(settings_of(None), None)
    encoder.encode(["."])

    def aligned() -> Spent:
        original, *versions = encode(articles, encoder)  # Encoded above; nothing is known of these objects yet.

        def work() -> None:
            find_cuts(original, versions, parameters())
            for version in versions:
                pair_up(original, version)

        return _spent(work)

    encoding = _spent(lambda: encode(articles, encoder))
    aligned()  # What is read once a process is no part of it.
    aligning = [aligned() for _ in range(ALIGNED)]
    return encoding, Spent(*(statistics.median(values) for values in zip(*aligning)))


def _spent(work: Callable[[], object]) -> Spent:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - wall, time.process_time() - processor)


def _timed(work: Callable[[], R]) -> tuple[R, float]:
    start = time.perf_counter()
    made = work()
    return made, time.perf_counter() - start


def synthetic(n: int, seed: int = 0) -> tuple[Units, Units]:
    """Two sides of n units: random vectors, and the same with noise, so that unit i belongs to unit i."""
    import numpy as np

    from .aligner import Units

    random = np.random.default_rng(seed)
    vectors = random.standard_normal((n, WIDTH), np.float32)
    other = vectors + 0.5 * random.standard_normal((n, WIDTH), np.float32)
    sizes = random.uniform(40, 160, n).astype(np.float32)
    counts, joints = np.full(n, 20, np.float32), np.ones(n, np.float32)
    return Units(vectors * 20, counts, sizes, joints), Units(other * 20, counts, sizes, joints)


def aligner_growth(n: int, parameters: Parameters) -> tuple[float, float]:
    """Seconds of aligning n units with n, and the share of them that came to their own."""
    from .aligner import align

    original, translation = synthetic(n)
    links, seconds = _timed(lambda: align(original, translation, parameters))
    return seconds, sum(x.original == x.translation for x in links) / n


def _table(title: str, *columns: str) -> Table:
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for i, column in enumerate(columns):
        table.add_column(column, justify="right" if i else "left")
    return table


def whole_checks(sets: Mapping[str, Sequence[str]], times: int) -> Table:
    """The table of whole checks by what is cached."""
    table = _table(f"Whole checks, medians of {times}", "set", "sentences", "cached", "seconds", "from", "to", "user s",
                   "peak MB", "sentences/s")
    for name, paths in sets.items():
        for cached, runs in cached_and_not(paths, times).items():
            seconds = sorted(run.seconds for run in runs)
            middle, peak = statistics.median(seconds), statistics.median(run.peak for run in runs)
            user = statistics.median(run.user for run in runs)
            table.add_row(name, str(runs[0].sentences), cached, f"{middle:.2f}", f"{seconds[0]:.2f}",
                          f"{seconds[-1]:.2f}", f"{user:.2f}", f"{peak / 1e6:.0f}",
                          f"{runs[0].sentences / middle:.0f}")
    return table


def extraction(sets: Mapping[str, Sequence[str]], times: int, seconds: float = SECONDS) -> Table:
    """The table of extraction, a line a file: sentences a second, of figures and dates alone and of names as well.

    How many figures a sentence holds is what its speed depends on, and stands beside it.
    """
    from .config import configuration
    from .facts import extract, figures
    from .reading import read_article

    table = _table(f"Extraction on one core, medians of {times}", "set", "language", "sentences", "characters each",
                   "figures each", "figures: sentences/s", "all facts: sentences/s")
    for name, paths in sets.items():
        for article in (read_article(path, configuration({})) for path in paths):
            texts = [segment.normal.text for segment in article.segments]
            count, long = len(texts), sum(map(len, texts))
            stated = sum(len(figures(text, article.language)) for text in texts)
            speeds = (statistics.median(extraction_speed(article, found, seconds) for _ in range(times))
                      for found in (figures, extract))
            table.add_row(name, article.language, str(count), f"{long / count:.0f}", f"{stated / count:.1f}",
                          *(f"{speed:,.0f}" for speed in speeds))
    return table


def shares(sets: Mapping[str, Sequence[str]], times: int) -> Table:
    """The table of alignment as a share of encoding, two lines a set: by wall time and by processor time."""
    table = _table(f"Alignment against encoding, medians of {times}", "set", "by", "encoding s", "alignment s", "share",
                   "from", "to")
    for name, paths in sets.items():
        measured = [alignment_share(paths) for _ in range(times)]
        for clock in Spent._fields:
            encoding, aligning = ([getattr(one, clock) for one in both] for both in zip(*measured))
            found = sorted(a / e for e, a in zip(encoding, aligning))
            table.add_row(name, clock, *(f"{statistics.median(values):.3f}" for values in (encoding, aligning)),
                          *(f"{share:.1%}" for share in (statistics.median(found), found[0], found[-1])))
    return table


def growth(sizes: Sequence[int]) -> Table:
    """The table of the aligner alone."""
    from .pairing import parameters

    used = parameters()
    table = _table("Aligner alone, synthetic units", "units a side", "seconds", "ms a unit", "right")
    for n in sizes:
        seconds, right = aligner_growth(n, used)
        table.add_row(f"{n:,}", f"{seconds:.2f}", f"{1000 * seconds / n:.2f}", f"{right:.1%}")
    return table


@click.command()
@click.option("--articles", is_flag=True, help="Measure the FILES (an original and its translations), not the samples.")
@click.option("--times", default=5, show_default=True, type=click.IntRange(1), help="Runs a median is taken of.")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False))
def main(articles: bool, times: int, files: tuple[str, ...]) -> None:
    """Measure the checker: whole checks, extraction, alignment against encoding, and how the aligner grows."""
    from rich.console import Console

    settle()
    if articles != (len(files) > 1):
        raise click.UsageError("--articles ORIGINAL TRANSLATION...")
    sets = {Path(files[0]).stem: list(files)} if files else sample_sets()
    if not sets:
        raise click.UsageError("no sample sets here: run it in a checkout, or give --articles ORIGINAL TRANSLATION...")
    console = Console(width=None if sys.stdout.isatty() else 110)
    read = sets if files else {**news(), **sets}
    for table in (whole_checks(sets, times), extraction(read, times), shares(sets, times), growth(SIZES)):
        console.print(table)


if __name__ == "__main__":
    main()

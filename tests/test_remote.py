"""Encoding in another process gives what encoding here would; one that fails is done without."""
from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest

from checker import processes, remote
from checker.bench import empty_cache
from checker.cache import Store
from checker.encoder import CachedEncoder, begin
from checker.errors import CheckerError
from checker.manifest import Settings
from checker.model import Model, Raw
from checker.remote import Elsewhere

from .standin import StandIn

TEXTS = ["một câu", "een zin", "ประโยค 12", ""]
# In place of a model the stand-in; what it prints must do no harm.
_STANDIN = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from checker import remote
from tests.standin import StandIn
def opened(settings):
    print("loading", settings.name)
    return StandIn().encode
remote._opened = opened
remote.serve(sys.argv[2])
"""
# It answers one text, with more than a buffer holds, and is at the next for ten minutes.
_BUSY = _STANDIN.replace("return StandIn().encode", """
    def encode(texts):
        import time, types
        yield types.SimpleNamespace(to_bytes=lambda: b"at work" * 10_000)
        time.sleep(600)
    return encode""")
_SILENT, _BABBLING = "import sys; sys.exit(1)", "print('x' * 100_000)"
_STOPPING = _STANDIN.replace("return StandIn().encode", "raise SystemExit(1)")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """An encoder's, where two processes may be at work and the other one runs the stand-in."""
    monkeypatch.setenv(processes.VARIABLE, "2")
    monkeypatch.setattr(remote, "_CHILD", _STANDIN)
    at_the_end: list[Callable[[], None]] = []
    monkeypatch.setattr(atexit, "register", at_the_end.append)
    yield Settings("name", "1", layers=(6, 7), folder=tmp_path)
    for close in at_the_end:
        close()


def _bytes(texts: Sequence[str]) -> list[bytes]:
    return [made.to_bytes() for made in StandIn().encode(texts)]


def _never(_: Settings) -> Model:
    raise AssertionError("encoded here")


def test_what_was_asked_for_is_answered(settings: Settings) -> None:
    elsewhere = Elsewhere(settings)
    for texts in (TEXTS, ["còn nữa"], ["x" * 200_000]):
        assert elsewhere.begin(texts)
        found = elsewhere.answers()
        assert list(found) == texts and [made.to_bytes() for made in found.values()] == _bytes(texts)
    assert elsewhere.answers() == {}


def test_one_process_has_no_other(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(processes.VARIABLE, "1")
    elsewhere = Elsewhere(settings)
    assert not elsewhere.start() and not elsewhere.begin(TEXTS) and elsewhere.answers() == {}


@pytest.mark.parametrize("child", [_SILENT, _BABBLING, _STOPPING])
def test_who_fails_is_not_asked_again(settings: Settings, monkeypatch: pytest.MonkeyPatch, child: str) -> None:
    monkeypatch.setattr(remote, "_CHILD", child)
    elsewhere = Elsewhere(settings)
    elsewhere.begin(TEXTS)
    assert elsewhere.answers() == {} and not elsewhere.begin(TEXTS)


def test_a_process_that_cannot_be_started_is_done_without(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/python/here")
    elsewhere = Elsewhere(settings)
    assert not elsewhere.start() and not elsewhere.begin(TEXTS)


def test_a_question_given_up_is_not_answered_later(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Elsewhere(settings)
    assert elsewhere.begin(TEXTS)
    with monkeypatch.context() as patched:
        patched.setattr(remote._Remote, "answer", lambda self, count: (_ for _ in ()).throw(CheckerError("too long")))
        with pytest.raises(CheckerError):
            elsewhere.answers()
    assert elsewhere.begin(["another"]) and list(elsewhere.answers()) == ["another"]


def test_the_other_process_ends_with_its_input(settings: Settings) -> None:
    command = [sys.executable, "-c", _STANDIN, json.dumps(sys.path), '{"name": "", "revision": "", "layers": '
               'null, "folder": ""}']
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=True)
    assert done.stdout == b"" == done.stderr


@pytest.mark.skipif(not hasattr(select, "poll"), reason="nothing tells that a pipe was closed")
def test_the_other_process_ends_at_its_work_too() -> None:
    told = '{"name": "", "revision": "", "layers": null, "folder": ""}'
    command = [sys.executable, "-c", _BUSY, json.dumps(sys.path), told]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None and running.stdout is not None
        remote._send(running.stdin, zlib.compress(b'["a text"]'))
        running.stdin.flush()
        assert remote._received(running.stdout) == b"at work" * 10_000
        running.stdin.close()
        try:
            assert running.wait(timeout=60) == 1
        finally:
            running.kill()


def test_an_encoder_keeps_what_was_encoded_elsewhere(settings: Settings, tmp_path: Path) -> None:
    store = Store(tmp_path / "encodings.sqlite")
    encoder = CachedEncoder(settings, store, _never, Elsewhere(settings))
    encoder.prepare()
    assert begin(encoder, TEXTS[:2]) and begin(encoder, TEXTS[:2])
    assert [made.to_bytes() for made in encoder.encode(TEXTS)] == _bytes(TEXTS)
    assert not begin(encoder, TEXTS)
    again = CachedEncoder(settings, store, _never, None)
    assert [made.to_bytes() for made in again.encode(TEXTS)] == _bytes(TEXTS) and not begin(again, ["new"])
    assert not begin(StandIn(), TEXTS)


def test_an_encoder_does_without(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_CHILD", _SILENT)

    class Here:
        def states(self, texts: Sequence[str]) -> Iterator[Raw]:
            for made in StandIn().encode(texts):
                yield made.total, list(made.spans), made.word_states()

    encoder = CachedEncoder(settings, None, lambda _: cast(Model, Here()), Elsewhere(settings))
    begin(encoder, TEXTS)
    assert [made.spans for made in encoder.encode(TEXTS)] == [made.spans for made in StandIn().encode(TEXTS)]


@pytest.mark.encoder
def test_the_whole_command_says_the_same_with_one_process_and_with_two() -> None:
    paths = [f"reports/samples/visit/article.{language}.txt" for language in ("vi", "nl", "th")]
    reports = []
    for count in ("1", "2"):
        with empty_cache() as folder:
            environment = {**os.environ, processes.VARIABLE: count, "CHECKER_CACHE": str(folder)}
            command = [sys.executable, "-m", "checker", "check", *paths, "--json", "-", "--fail-on", "never"]
            done = subprocess.run(command, env=environment, capture_output=True, check=True)
            assert done.stderr == b"" and (folder / "encodings.sqlite").is_file()
            reports.append(done.stdout)
    assert reports[0] == reports[1] and b"findings" in reports[0]

"""Which encoder is meant: an entry of models/manifest.json, a folder, or a name on a hub."""
from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import cache
from .errors import CheckerError
from .resources import model_data

CONVERSION = "1"
"""Raised whenever what `conversion.convert` writes changes: built encoders of another revision are built anew."""

_SAMPLE = 2**20
_DESCRIBING = ("config.json", "model.safetensors", "model.safetensors.index.json", "tokenizer.json")
_WANTED = ["*.json", "*.safetensors", "*.model", "*.txt"]  # No pickled weights, and no code.
_UNWANTED = ["onnx/*", "openvino/*"]


@dataclass(frozen=True)
class Settings:
    """What an encoder is and how it is used.

    `prefix` is put before each text, as the model was trained; `layers` are averaged for word states (0 is the
    embedding; None: those from a half to two thirds of the depth). `folder` holds the checkpoint; None: it is built
    from the manifest's source.
    """

    name: str
    revision: str
    prefix: str = ""
    layers: tuple[int, ...] | None = None
    folder: Path | None = None

    def is_here(self) -> bool:
        """Whether the checkpoint need not be built first."""
        return self._place().is_dir()

    def checkpoint(self) -> Path:
        """The folder with the checkpoint, built first where it has to be; CheckerError where it cannot."""
        if self.folder or self.is_here():
            return self._place()
        from .building import built

        return built(self.name, _encoders()[self.name])

    def _place(self) -> Path:
        return self.folder or encoder_folder(self.name, _encoders()[self.name])


def settings_of(model: str | None) -> Settings:
    """The settings of what `--model` names (None: the manifest's default); CheckerError where there is no such model.

    A manifest entry that is built here is not built yet; a hub's model is fetched where it is not on this machine.
    """
    name = model or str(model_data("manifest.json")["default"])
    entry = _encoders().get(name, {})
    if "source" in entry:
        return Settings(name, revision(entry), **_use(entry))
    folder = Path(name).expanduser()
    if folder.is_dir():
        real = folder.resolve()
        return Settings(real.name, _fingerprint(folder), **_use(_kin(real.name)), folder=folder)
    if name.startswith((".", "/", "~")) or "\\" in name or name.count("/") > 1:
        raise CheckerError(f"--model {name}: there is no such folder")
    snapshot = _snapshot(name)
    return Settings(name, snapshot.name, **_use(entry or _kin(name.rpartition("/")[2])), folder=snapshot)


def revision(entry: Mapping[str, Any]) -> str:
    """Names an encoder that is built here: the data's checksum and the conversion's revision."""
    return f"{entry['source']['sha256'][:12]}-{CONVERSION}"


def encoder_folder(name: str, entry: Mapping[str, Any]) -> Path:
    """Where the checkpoint of a manifest entry that has a `source` is built."""
    return cache.folder() / "encoders" / f"{name}-{revision(entry)}"


def _encoders() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = model_data("manifest.json")["encoders"]
    return found


def _use(entry: Mapping[str, Any]) -> dict[str, Any]:
    layers = entry.get("layers")
    return {"prefix": entry.get("prefix", ""), "layers": tuple(layers) if layers else None}


def _kin(name: str) -> Mapping[str, Any]:
    """The entry of a model of that name wherever it lies: a hub's model copied to a folder is used alike."""
    return next((entry for full, entry in _encoders().items() if full.rpartition("/")[2] == name), {})


def _fingerprint(folder: Path) -> str:
    """A revision for a folder that names none: its files' sizes, and the beginning and end of each."""
    if not (folder / "config.json").is_file():
        raise CheckerError(f"--model {folder}: no config.json there, so it is not a transformers model")
    digest = hashlib.sha256()
    for path in (folder / name for name in _DESCRIBING if (folder / name).is_file()):
        size = path.stat().st_size
        digest.update(f"{path.name} {size} ".encode())
        with path.open("rb") as file:
            digest.update(file.read(_SAMPLE))
            file.seek(max(0, size - _SAMPLE))
            digest.update(file.read())
    return digest.hexdigest()[:12]


def _snapshot(name: str) -> Path:
    """A hub's model on this machine, fetched first where it is not here: the user has asked for it by name."""
    from huggingface_hub import snapshot_download

    try:
        here = Path(snapshot_download(name, allow_patterns=_WANTED, local_files_only=True))
        if any(here.glob("*.safetensors")):
            return here
    except (OSError, ValueError):
        pass  # Not here, or not a name that a hub could know: the next attempt says which.
    try:
        return Path(snapshot_download(name, allow_patterns=_WANTED, ignore_patterns=_UNWANTED))
    except Exception as error:  # The hub's client raises what its HTTP library of the day does.
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise CheckerError(f"--model {name}: no folder, not in the manifest, and not to be had from the hub "
                           f"({reason})") from None

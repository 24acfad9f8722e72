"""The kinds of files that are read, and which of them a file is: by what it holds, or its name."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from engine.errors import FileFormatError
from engine.registry import Registry
from engine.regular_file import read_head

_HEAD_BYTES = 4_096
_FORMAT = re.compile(rb'"format"\s*:\s*"(wiregrad-[a-z-]{1,40})"')
_LESSON = "lesson.toml"
# An archive with more entries than this is none of ours; its list alone could fill the memory.
_LARGEST_ARCHIVE = 200_000_000


@dataclass(frozen=True)
class KnownFile:
    """A kind of files.

    Attributes:
        name: What the program calls it.
        title: What files of it are called, in the plural.
        space: The space that reads them; ``"lessons"`` for what keeps all of them company.
        suffixes: How their names end.
        format: What JSON of this kind says of itself; '' where it is none.
        aliases: Other names; none.
    """

    name: str
    title: str
    space: str
    suffixes: tuple[str, ...]
    format: str = ""
    aliases: tuple[str, ...] = ()


KNOWN_FILES = Registry(
    (
        KnownFile("graph", "graphs", "graph", (".wiregrad", ".json"), "wiregrad-graph"),
        KnownFile(
            "activations", "activations", "activations",
            (".wiregrad-activations",), "wiregrad-activations",
        ),
        KnownFile("race", "races", "optimizers", (".wiregrad-race",), "wiregrad-race"),
        KnownFile(
            "training", "trainings", "training", (".wiregrad-training",), "wiregrad-training"
        ),
        KnownFile(
            "table", "tables", "training",
            (".csv", ".tsv", ".tab", ".txt", ".data", ".dat", ".xlsx", ".xls", ".ods"),
        ),
        KnownFile("weights", "weights", "training", (".npz",)),
        KnownFile("lesson", "lessons", "lessons", (".wiregrad-lesson", ".zip")),
    )
)  # fmt: skip


def kind_of(path: Path) -> KnownFile | None:
    """Return the kind of a file or a folder; None for one that the program does not read.

    What it holds says more than its name: a training that was named ``a.json`` is a training.
    """
    if path.is_dir():
        return KNOWN_FILES["lesson"] if (path / _LESSON).is_file() else None
    head = read_head(path, _HEAD_BYTES)
    found = _FORMAT.search(head) if head.lstrip().startswith((b"{", b"\xef\xbb\xbf{")) else None
    if found is not None:
        for kind in KNOWN_FILES.values():
            if kind.format and kind.format.encode() == found[1]:
                return kind
    if head.startswith(b"PK"):
        return _kind_of_archive(path) or _kind_by_name(path)
    return _kind_by_name(path)


def require_kind(path: Path) -> KnownFile:
    """Return the kind of a file.

    Raises:
        FileFormatError: It is none that the program reads; the sentence names those that are.
    """
    kind = kind_of(path)
    if kind is None:
        named = ", ".join(f"{kind.title} ({kind.suffixes[0]})" for kind in KNOWN_FILES.values())
        raise FileFormatError(
            "file_unknown_kind", f"Wiregrad does not read such files. It reads {named}."
        )
    return kind


def _kind_of_archive(path: Path) -> KnownFile | None:
    try:
        if path.stat().st_size > _LARGEST_ARCHIVE:
            return None
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if any(name == _LESSON or name.endswith(f"/{_LESSON}") for name in names):
        return KNOWN_FILES["lesson"]
    if names and all(name.endswith(".npy") for name in names):
        return KNOWN_FILES["weights"]
    if any(name.startswith("xl/") for name in names):
        return KNOWN_FILES["table"]
    return None


def _kind_by_name(path: Path) -> KnownFile | None:
    name = path.name.casefold()
    ways = [
        (len(suffix), kind.name)
        for kind in KNOWN_FILES.values()
        for suffix in kind.suffixes
        if name.endswith(suffix) and len(name) > len(suffix)
    ]
    return KNOWN_FILES[max(ways)[1]] if ways else None

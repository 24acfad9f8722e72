"""The kinds of files that are read, and which of them a file is: by what it holds, or its name.

A text that was copied is known by what it holds alone.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from engine.errors import FileFormatError
from engine.registry import Registry
from engine.regular_file import read_head
from engine.tables.reading import read_table

_HEAD_BYTES = 4_096
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2
_FORMAT = re.compile(r'"format"\s*:\s*"(wiregrad-[a-z-]{1,40})"')
# What a spreadsheet may begin with.
_SEP = re.compile(r"sep=.$", re.IGNORECASE)
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
        columns: The header that tells a text of this kind from any other table.
        aliases: Other names; none.
        is_asked_about: Whether a dialog asks what to make of one before it is taken.
    """

    name: str
    title: str
    space: str
    suffixes: tuple[str, ...]
    format: str = ""
    columns: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    is_asked_about: bool = False


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
            is_asked_about=True,
        ),
        KnownFile(
            "weights", "weights", "training", (".npz",),
            columns=("name", "layer", "from", "to", "value"),
        ),
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
    known = _kind_of_head(head)
    if known is not None:
        return known
    if head.startswith(b"PK"):
        return _kind_of_archive(path) or _kind_by_name(path)
    return _kind_by_name(path)


def kind_of_text(text: str) -> KnownFile | None:
    """Return the kind of what was copied as text; None for one that no space reads.

    A table is two rows and two columns or more, one of them of numbers, or cells with tabs between
    them as a spreadsheet gives them.
    """
    head = text[:_HEAD_BYTES]
    known = _kind_of_head(head.encode("utf-8", errors="replace"))
    if known is not None:
        return known
    return KNOWN_FILES["table"] if _is_table(head, is_whole=head == text) else None


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


def _kind_of_head(head: bytes) -> KnownFile | None:
    """Return the kind of what begins so, where it says so itself."""
    text = head.decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    found = _FORMAT.search(text) if text.startswith("{") else None
    first = text.partition("\n")[0].strip()
    for kind in KNOWN_FILES.values():
        if found is not None and kind.format == found[1]:
            return kind
        if kind.columns and any(_cells(first, mark) == kind.columns for mark in ",;\t"):
            return kind
    return None


def _cells(line: str, mark: str) -> tuple[str, ...]:
    return tuple(cell.strip(' "').lower() for cell in line.split(mark))


def _is_table(head: str, *, is_whole: bool) -> bool:
    lines = [line for line in head.splitlines() if line.strip()]
    # The last of a longer text may be half of a line.
    lines = lines if is_whole else lines[:-1]
    if len(lines) < _FEWEST_ROWS:
        return False
    tabs = {line.count("\t") for line in lines}
    if len(tabs) == 1 and tabs != {0}:
        return True
    rows = lines[1:] if _SEP.match(lines[0]) else lines
    if any("=" in row for row in rows):
        # Names that are given values, one below the other: formulas, or a program.
        return False
    try:
        table = read_table("\n".join(lines))
    except FileFormatError:
        return False
    is_measured = any(column.kind.is_measured for column in table.columns)
    return len(table) + 1 >= len(rows) and len(table.columns) >= _FEWEST_COLUMNS and is_measured


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

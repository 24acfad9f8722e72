"""Drawings on disk, written whole or not at all, and the examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.files.file_stamp import FileStamp
from desktop.files.whole_file import write_whole
from desktop.foundation import assets
from engine.drawing.drawing import Drawing
from engine.drawing.drawing_file import read_drawing
from engine.drawing.serialization import from_json, to_json

# Whoever reads drawings from disk asks here, as whoever writes them does.
__all__ = [
    "SUFFIX",
    "Example",
    "examples",
    "file_text",
    "read_drawing",
    "write_drawing",
]

SUFFIX = ".wiregrad"
_EXAMPLES = "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """A drawing shipped with the program.

    Attributes:
        name: The file's name without its suffix, such as ``a1``.
        drawing: What it holds.
    """

    name: str
    drawing: Drawing


def write_drawing(path: Path, drawing: Drawing) -> FileStamp:
    """Write a drawing, as ``write_whole`` writes; return what the file will be recognized by.

    Raises:
        FileFormatError: It cannot be written; the sentence says why.
    """
    return write_whole(path, file_text(drawing))


def file_text(drawing: Drawing) -> bytes:
    """Return what a drawing's file holds."""
    return (to_json(drawing) + "\n").encode()


@cache
def examples() -> tuple[Example, ...]:
    """Return the shipped drawings in the order of their names: a2, a5, a5b, a10, b1.

    They are values and never change, so they are read once.
    """
    names = [name for name in assets.names(_EXAMPLES) if name.endswith((SUFFIX, ".json"))]
    return tuple(
        Example(name.removesuffix(SUFFIX).removesuffix(".json"), _shipped(name))
        for name in sorted(names, key=_reading_order)
    )


def _reading_order(name: str) -> tuple[str | int, ...]:
    """Return a key that counts numbers in names: a2 comes before a10."""
    parts = re.split(r"([0-9]+)", name.partition(".")[0])
    return tuple(int(part) if part.isdigit() else part for part in parts)


def _shipped(name: str) -> Drawing:
    return from_json(assets.text(f"{_EXAMPLES}/{name}"))

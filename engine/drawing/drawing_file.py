"""A drawing read from a file that somebody names."""

from __future__ import annotations

from pathlib import Path

from engine.drawing.drawing import Drawing
from engine.drawing.serialization import FORM, from_json

LARGEST_GRAPH_BYTES = 64_000_000
MOST_STORED_NUMBERS = 2_400_000
"""So many numbers, each of up to 24 signs and two beside them, are a file that is read again."""


def read_drawing(path: Path, most: int = LARGEST_GRAPH_BYTES) -> Drawing:
    """Read a drawing from a file.

    Args:
        path: The file.
        most: So many bytes at most.

    Raises:
        FileFormatError: It cannot be read, or is no drawing of this version.
    """
    return from_json(FORM.text_of(path, most))

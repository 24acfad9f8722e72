"""A drawing read from a file that somebody names."""

from __future__ import annotations

from pathlib import Path

from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json
from engine.errors import FileFormatError
from engine.regular_file import read_text

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
    try:
        return from_json(read_text(path, most))
    except FileFormatError as error:
        if error.code != "file_not_text":
            raise
        raise FileFormatError(
            "not_json", "This is not a Wiregrad graph: the file is not JSON text."
        ) from error

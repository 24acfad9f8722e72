"""Steps that bring a drawing's record from an older version of the file format to the present."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine.errors import FileFormatError
from engine.quoting import quote

VERSION = 3


def _add_groups(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Version 2 knows groups."""
    return {**record, "groups": []}


def _add_frames(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Version 3 knows frames, muted gates and reroute dots."""
    return {**record, "frames": []}


# Each step takes the record of the version it stands under and returns the next version's.
STEPS: Mapping[int, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
    1: _add_groups,
    2: _add_frames,
}


def upgrade(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the record in the present version.

    Raises:
        FileFormatError: The version is missing or newer than this program knows.
    """
    version = record.get("version")
    if type(version) is not int or version < 1:
        cause = FileFormatError("no_version", "it has no version.")
        raise FileFormatError(
            "damaged", f"This graph file is damaged: {cause.sentence}", cause=cause
        )
    if version > VERSION:
        raise FileFormatError(
            "newer",
            f"This file was made by a newer Wiregrad (format {quote(str(version))}; this one reads "
            f"up to {VERSION}). Update Wiregrad to open it.",
            version=quote(str(version)),
            known=VERSION,
        )
    while version < VERSION:
        record = STEPS[version](record)
        version += 1
    return record

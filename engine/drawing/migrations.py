"""Steps that bring a drawing's record from an older version of the file format to the present."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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


def upgrade(record: Mapping[str, Any], version: int) -> Mapping[str, Any]:
    """Return the record of a known version in the present one."""
    while version < VERSION:
        record = STEPS[version](record)
        version += 1
    return record

"""What tells whether a file is still the one that was read or written."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from engine.entries import Entry


@dataclass(frozen=True)
class FileStamp:
    """How a file was last seen; every program that writes it changes something of this.

    Attributes:
        size: Its length in bytes.
        changed_ns: When it was changed, in nanoseconds since 1970.
        number: The file system's number of it, which another file in its place does not share.
    """

    size: int
    changed_ns: int
    number: int

    @classmethod
    def of(cls, found: os.stat_result) -> FileStamp:
        """Return the stamp of what the system tells about a file."""
        return cls(found.st_size, found.st_mtime_ns, found.st_ino)


def stamp_in(entry: Entry | None) -> FileStamp | None:
    """Return the stamp that a copy tells of as a list; None where it tells none."""
    found = None if entry is None else entry.value
    if isinstance(found, list) and len(found) == 3 and all(type(item) is int for item in found):
        return FileStamp(*found)
    return None


class Obstacle(Enum):
    """What to ask about before a file is written over."""

    CHANGED = auto()
    GONE = auto()
    READ_ONLY = auto()


def stamp_of(path: Path) -> FileStamp | None:
    """Return a file's stamp, through links; None if it is not there or cannot be looked at."""
    try:
        return FileStamp.of(path.stat())
    except (OSError, ValueError):
        return None


def is_read_only(path: Path) -> bool:
    """Tell whether somebody has said that a file is not to be written.

    A file that nobody may write counts too where the system would let its administrator.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(mode) and (not mode & 0o222 or not os.access(path, os.W_OK))


def obstacle_to(path: Path, known: FileStamp | None) -> Obstacle | None:
    """Return what speaks against writing a file that is known from before.

    Args:
        path: The file.
        known: How it was last seen; None if that is not known.
    """
    present = stamp_of(path)
    # Without its folder it cannot be written anyway, which the attempt will say.
    if present is None:
        return Obstacle.GONE if known is not None and path.parent.is_dir() else None
    if known is not None and present != known:
        return Obstacle.CHANGED
    return Obstacle.READ_ONLY if is_read_only(path) else None

"""The folder of recovery copies: a file for each running program, and a lock that dies with it."""

from __future__ import annotations

import json
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

from desktop.foundation.whole_file import write_whole
from engine.entries import parse
from engine.errors import EngineError, FileFormatError
from engine.graph.drawing import Drawing
from engine.graph.drawing_file import LARGEST_GRAPH_BYTES
from engine.graph.serialization import from_json, to_json
from engine.quoting import quote
from engine.regular_file import read_text

_FORMAT = "wiregrad-recovery"
_VERSION = 1
_SUFFIX = ".recovery.json"
# The drawing stands in it as a text of its own, in which every quotation mark takes two.
_LARGEST_FILE = 2 * LARGEST_GRAPH_BYTES
_LONGEST_PATH = 4096
# A folder that holds more is not one that this program filled; each copy is read at the start.
_MOST_FILES = 50


@dataclass(frozen=True)
class LostWork:
    """Unsaved work of a program that ended without closing.

    Attributes:
        copy: The file that holds it.
        drawing: What was drawn.
        path: The file that it was opened from or saved to, if any.
        saved: When the copy was written, in local time.
    """

    copy: Path
    drawing: Drawing
    path: Path | None
    saved: datetime


class RecoveryStore:
    """Keeps a copy of this program's unsaved work, and finds those of programs that are gone.

    Whoever keeps a copy holds a lock beside it. The system frees the lock with the process, however
    it ends, so that a copy whose lock is free is nobody's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = uuid4().hex
        self._lock: QLockFile | None = None

    @property
    def copy(self) -> Path:
        """The file of this program's copy, whether it exists or not."""
        return self._folder / f"{self._name}{_SUFFIX}"

    def keep(self, drawing: Drawing, path: Path | None) -> None:
        """Write the copy, in place of the one before.

        Raises:
            FileFormatError: It cannot be written; the sentence says why.
        """
        try:
            self._take_lock()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise FileFormatError(
                "file_unwritable",
                f"“{quote(self._folder.name)}” cannot be written: {reason}.",
                name=self._folder.name,
                cause=reason,
            ) from error
        record = {
            "format": _FORMAT,
            "version": _VERSION,
            "path": None if path is None else str(path),
            "drawing": to_json(drawing),
        }
        write_whole(self.copy, json.dumps(record).encode())

    def drop(self) -> None:
        """Remove this program's copy: there is nothing unsaved."""
        _remove(self.copy)

    def close(self) -> None:
        """Remove the copy and let the lock go, because the program closes as it should."""
        self.drop()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def lost_work(self) -> list[LostWork]:
        """Return what programs that are gone have left, the newest first.

        A copy that cannot be read is left where it is and not offered.
        """
        found = []
        for copy in sorted(self._folder.glob(f"*{_SUFFIX}"))[:_MOST_FILES]:
            if copy != self.copy and self._is_abandoned(copy):
                work = _read(copy)
                if work is not None:
                    found.append(work)
        return sorted(found, key=lambda work: work.saved, reverse=True)

    def discard(self, work: LostWork) -> None:
        """Remove a copy that is taken over or not wanted."""
        _remove(work.copy)

    def _take_lock(self) -> None:
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_of(self.copy)
            self._lock.tryLock(0)

    def _is_abandoned(self, copy: Path) -> bool:
        if not _is_usual(copy.with_suffix(".lock")):
            return False
        lock = _lock_of(copy)
        is_free = lock.tryLock(0)
        if is_free:
            lock.unlock()
        return is_free


def _remove(copy: Path) -> None:
    """Remove a copy. One that cannot be removed is offered again: too much is no loss."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)


def _lock_of(copy: Path) -> QLockFile:
    lock = QLockFile(str(copy.with_suffix(".lock")))
    # A program may run for days: its lock is stale when it is gone, never because it is old.
    lock.setStaleLockTime(0)
    return lock


def _read(copy: Path) -> LostWork | None:
    try:
        record = parse(read_text(copy, _LARGEST_FILE))
        if record is None or record["format"].value != _FORMAT:
            return None
        if record["version"].value != _VERSION:
            return None
        drawing = from_json(record["drawing"].text(_LARGEST_FILE))
        path = record["path"]
        return LostWork(
            copy,
            drawing,
            None if path.value is None else Path(path.text(_LONGEST_PATH)),
            datetime.fromtimestamp(copy.stat().st_mtime),
        )
    except (OSError, EngineError):
        return None


def _is_usual(path: Path) -> bool:
    """Tell whether nothing or a regular file has a name: a pipe would keep the lock waiting."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False

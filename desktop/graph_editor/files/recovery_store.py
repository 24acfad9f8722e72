"""The folder of recovery copies: a file for each running program, and a lock that dies with it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

from desktop.files.file_causes import writing
from desktop.files.file_stamp import FileStamp, stamp_in
from desktop.files.part_files import sweep
from desktop.files.process_lock import lock_beside, taken_lock
from desktop.files.whole_file import write_whole
from engine.drawing.drawing import Drawing
from engine.drawing.drawing_file import LARGEST_GRAPH_BYTES
from engine.drawing.serialization import from_json, to_json
from engine.entries import parse
from engine.errors import EngineError
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
    """Unsaved work of a program that ended without closing, or that gave way to another drawing.

    Attributes:
        copy: The file that holds it.
        drawing: What was drawn.
        path: The file that it was opened from or saved to, if any.
        saved: When the copy was written, in local time.
        stamp: How the file at the path was when it was read or saved, if that is known.
        is_aside: Whether it gave way in this program.
    """

    copy: Path
    drawing: Drawing
    path: Path | None
    saved: datetime
    stamp: FileStamp | None = None
    is_aside: bool = False


class RecoveryStore:
    """Keeps a copy of this program's unsaved work, and finds those of programs that are gone.

    Whoever keeps a copy holds a lock beside it. The system frees the lock with the process, however
    it ends, so that a copy whose lock is free is nobody's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copy = self._another()
        self._locks: dict[Path, QLockFile] = {}
        self._aside: set[Path] = set()

    @property
    def copy(self) -> Path:
        """The file of this program's copy, whether it exists or not."""
        return self._copy

    def keep(
        self,
        drawing: Drawing,
        path: Path | None,
        stamp: FileStamp | None = None,
        copy: Path | None = None,
    ) -> None:
        """Write the copy, in place of the one before.

        Args:
            drawing: What was drawn.
            path: Its file, if it has one.
            stamp: How that file was when it was read or saved.
            copy: The copy of work that gave way, from `put_aside`; None for the present one's.

        Raises:
            FileFormatError: It cannot be written; the sentence says why.
        """
        copy = self._copy if copy is None else copy
        with writing(self._folder.name):
            self._take_lock(copy)
        record = {
            "format": _FORMAT,
            "version": _VERSION,
            "path": None if path is None else str(path),
            "stamp": None if stamp is None else astuple(stamp),
            "drawing": to_json(drawing),
        }
        write_whole(copy, json.dumps(record).encode())

    def put_aside(self) -> Path:
        """Let the present copy stand for work that gives way; what comes gets another."""
        copy, self._copy = self._copy, self._another()
        self._aside.add(copy)
        return copy

    def drop(self) -> None:
        """Remove this program's copy: there is nothing unsaved."""
        _remove(self._copy)

    def close(self) -> None:
        """Remove the copy and let the locks go, because the program closes as it should.

        What gave way stays, to be offered at the next start.
        """
        self.drop()
        for lock in self._locks.values():
            lock.unlock()
        self._locks.clear()

    def lost_work(self) -> list[LostWork]:
        """Return what programs that are gone have left, and what gave way; the newest first.

        A copy that cannot be read is left where it is and not offered. What a program left
        half-written is removed.
        """
        sweep(self._folder, is_ours=True)
        found = []
        for copy in sorted(self._folder.glob(f"*{_SUFFIX}"))[:_MOST_FILES]:
            is_aside = copy in self._aside
            if copy != self._copy and (is_aside or self._is_abandoned(copy)):
                work = _read(copy)
                if work is not None:
                    found.append(replace(work, is_aside=is_aside))
        return sorted(found, key=lambda work: work.saved, reverse=True)

    def discard(self, work: LostWork) -> None:
        """Remove a copy that is taken over or not wanted."""
        _remove(work.copy)
        self._aside.discard(work.copy)
        lock = self._locks.pop(work.copy, None)
        if lock is not None:
            lock.unlock()

    def _another(self) -> Path:
        return self._folder / f"{uuid4().hex}{_SUFFIX}"

    def _take_lock(self, copy: Path) -> None:
        if copy not in self._locks:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._locks[copy] = lock_beside(copy)
            self._locks[copy].tryLock(0)

    def _is_abandoned(self, copy: Path) -> bool:
        lock = taken_lock(copy)
        if lock is not None:
            lock.unlock()
        return lock is not None


def _remove(copy: Path) -> None:
    """Remove a copy. One that cannot be removed is offered again: too much is no loss."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)


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
            stamp_in(record.get("stamp")),
        )
    except (OSError, EngineError):
        return None

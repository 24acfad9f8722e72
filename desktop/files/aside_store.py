"""Work that was put aside for a lesson: a file for each running program, and a lock beside it."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

from desktop.files.file_causes import writing
from desktop.files.folders import newest
from desktop.files.part_files import sweep
from desktop.files.process_lock import lock_beside, taken_lock
from desktop.files.whole_file import write_whole
from engine.entries import FileForm
from engine.errors import EngineError
from engine.regular_file import read_text

LARGEST_WORK = 128_000_000
"""So many characters of work at most are read again; pages keep theirs below that."""

_FORM = FileForm("work put aside by Wiregrad", "wiregrad-aside", 1)
_LONGEST_SPACE = 64
# In JSON a quotation mark in the text takes two signs.
_LARGEST_FILE = 2 * LARGEST_WORK
# A folder that holds more is not one that this program filled.
_MOST_FILES = 50


class AsideStore:
    """Keeps what one page has put aside, and finds what programs that are gone had put aside.

    Whoever keeps it holds a lock beside it, which the system frees with the process, however it
    ends: what has a free lock waits for the next start.
    """

    def __init__(self, folder: Path, space_id: str) -> None:
        """Keep in a folder, which is made when it is needed.

        Args:
            folder: Where the files lie.
            space_id: The space whose work it is, such as ``"graph"``.
        """
        self._folder, self._space_id = folder, space_id
        self._copy: Path | None = None
        self._lock: QLockFile | None = None

    @property
    def copy(self) -> Path | None:
        """The file that holds the work; None while there is none."""
        return self._copy

    def keep(self, text: str) -> None:
        """Write the work, in place of what was kept before.

        Args:
            text: The work, at most `LARGEST_WORK` characters.

        Raises:
            FileFormatError: It cannot be written; the sentence says why.
        """
        copy = self._copy or self._folder / f"{self._space_id}-{uuid4().hex}.json"
        record = {**_FORM.head, "space": self._space_id, "work": text}
        with writing(self._folder.name):
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._lock is None:
                self._lock = lock_beside(copy)
                self._lock.tryLock(0)
        write_whole(copy, json.dumps(record).encode())
        self._copy = copy

    def take(self) -> str | None:
        """Return what a program that is gone had put aside here, the newest, and hold it.

        It stays on the disk until `drop`. What cannot be read is left where it is. What a program
        left half-written is removed.
        """
        sweep(self._folder, is_ours=True)
        for copy in newest(self._folder, f"{self._space_id}-*.json", _MOST_FILES):
            lock = taken_lock(copy)
            if lock is None:
                continue
            text = self._read(copy)
            if text is not None:
                self._copy, self._lock = copy, lock
                return text
            lock.unlock()
        return None

    def drop(self) -> None:
        """Remove what is kept: it is back, or nobody wants it."""
        if self._copy is not None:
            # One that cannot be removed comes back at the next start: too much is no loss.
            with suppress(OSError):
                self._copy.unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Let what is kept wait for the next start."""
        self._copy = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _read(self, copy: Path) -> str | None:
        try:
            record = _FORM.read(read_text(copy, _LARGEST_FILE))
            if record["space"].text(_LONGEST_SPACE) != self._space_id:
                return None
            return record["work"].text(LARGEST_WORK)
        except (OSError, EngineError):
            return None

"""The folder of recovery copies: a file for each running program, and a lock that dies with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar
from uuid import uuid4

from PySide6.QtCore import QLockFile

from desktop.files.file_causes import end_of, writing
from desktop.files.file_stamp import FileStamp, stamp_in
from desktop.files.folders import newest
from desktop.files.part_files import sweep
from desktop.files.process_lock import lock_beside, taken_lock
from desktop.files.whole_file import write_whole
from engine.entries import Entry, FileForm
from engine.errors import EngineError
from engine.regular_file import read_text

_FORM = FileForm("a Wiregrad recovery copy", "wiregrad-recovery", 1)
_SUFFIX = ".recovery.json"
FOLDER = "recovery"
"""What the folder beside the settings is called that holds the copies of all spaces."""
_LONGEST_PATH = 4096
_LONGEST_HISTORY = 16_000_000
_LONGEST_TYPED = 200_000
# A folder that holds more is not one that this program filled; each copy is read at the start.
_MOST_FILES = 50

T = TypeVar("T")


@dataclass(frozen=True)
class RecoveryForm(Generic[T]):
    """How the work of a space stands in recovery copies.

    Attributes:
        key: The name that the work has in a copy, such as ``"drawing"``.
        largest: How many bytes of text the work takes at most.
        write: Returns the work as text. It is called on a thread.
        read: Reads such a text; its last record is the work, the others let it be given up. It
            raises an `EngineError` for what cannot be read.
        name_of: Returns what a work is called, from it and its file.
        is_long: Whether reading may take longer than a frame; it is done beside the interface.
    """

    key: str
    largest: int
    write: Callable[[T], str]
    read: Callable[[str], Iterator[T | None]]
    name_of: Callable[[T, Path | None], str]
    is_long: bool = False


@dataclass(frozen=True)
class LostWork(Generic[T]):
    """Unsaved work of a program that ended without closing, or that gave way to another.

    Attributes:
        copy: The file that holds it.
        work: What there was to save.
        path: The file that it was opened from or saved to, if any.
        saved: When the copy was written, in local time.
        stamp: How the file at the path was when it was read or saved, if that is known.
        is_aside: Whether it gave way to something else, in this program or in one before.
        history: What there was with what could be undone, as the page writes it; None for none.
        typed: What was typed and not entered, by lines.
    """

    copy: Path
    work: T
    path: Path | None
    saved: datetime
    stamp: FileStamp | None = None
    is_aside: bool = False
    history: str | None = None
    typed: Mapping[str, str] = field(default_factory=dict)


class RecoveryStore(Generic[T]):
    """Keeps a copy of this program's unsaved work, and finds those of programs that are gone.

    Whoever keeps a copy holds a lock beside it. The system frees the lock with the process, however
    it ends, so that a copy whose lock is free is nobody's.
    """

    def __init__(self, folder: Path, form: RecoveryForm[T]) -> None:
        """Keep copies in a folder of the space's own, which is made when it is needed."""
        self._folder, self._form = folder, form
        # Nobody knows the names of copies. What cannot be written is the folder of all spaces'.
        self._called = end_of(folder if folder.name == FOLDER else folder.parent)
        self._copy = self._another()
        self._locks: dict[Path, QLockFile] = {}
        self._aside: set[Path] = set()

    @property
    def copy(self) -> Path:
        """The file of this program's copy, whether it exists or not."""
        return self._copy

    @property
    def form(self) -> RecoveryForm[T]:
        """How the work stands in the copies."""
        return self._form

    def keep(
        self,
        work: T,
        path: Path | None,
        stamp: FileStamp | None = None,
        copy: Path | None = None,
        history: str | None = None,
        typed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Write the copy, in place of the one before.

        Args:
            work: What there is to save.
            path: Its file, if it has one.
            stamp: How that file was when it was read or saved.
            copy: The copy of work that gave way, from `put_aside`; None for the present one's.
            history: The work with what can be undone, as the page writes it; one that is very long
                is left off.
            typed: What is typed and not entered, by lines.

        Raises:
            FileFormatError: It cannot be written; the sentence says why.
        """
        is_aside = copy is not None
        copy = self._copy if copy is None else copy
        with writing(self._called):
            self._take_lock(copy)
        record = {
            **_FORM.head,
            "path": None if path is None else str(path),
            "stamp": None if stamp is None else astuple(stamp),
            "is_aside": is_aside,
            self._form.key: self._form.write(work),
        }
        if typed:
            record["typed"] = dict(typed)
        if history is not None and len(history) <= _LONGEST_HISTORY:
            record["history"] = history
        write_whole(copy, json.dumps(record).encode(), self._called)

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

    def lost_work(self) -> list[LostWork[T]]:
        """Return what programs that are gone have left, and what gave way; the newest first.

        A copy that cannot be read is left where it is and not offered. What a program left
        half-written is removed.
        """
        *_, found = self.looking()
        assert found is not None, "the last record is what was found"
        return found

    def looking(self) -> Iterator[list[LostWork[T]] | None]:
        """Yield what `lost_work` returns as the last record; the others let it be given up."""
        sweep(self._folder, is_ours=True)
        found: list[LostWork[T]] = []
        aside = frozenset(self._aside)
        for copy in newest(self._folder, f"*{_SUFFIX}", _MOST_FILES):
            is_aside = copy in aside
            if copy != self._copy and (is_aside or self._is_abandoned(copy)):
                for work in self._reading(copy):
                    yield None
                    if work is not None:
                        found.append(replace(work, is_aside=work.is_aside or is_aside))
        yield sorted(found, key=lambda work: work.saved, reverse=True)

    def discard(self, work: LostWork[T]) -> None:
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

    def _reading(self, copy: Path) -> Iterator[LostWork[T] | None]:
        """Yield what a copy holds, at last; nothing more of one that cannot be read."""
        form = self._form
        # The work stands in it as a text of its own, in which every quotation mark takes two.
        largest = 2 * form.largest
        try:
            record = _FORM.read(read_text(copy, largest + 2 * _LONGEST_HISTORY))
            path, is_aside, history = record["path"], record.get("is_aside"), record.get("history")
            work = None
            for work in form.read(record[form.key].text(largest)):  # noqa: B007
                yield None
            assert work is not None, "a reader's last record is the content"
            yield LostWork(
                copy,
                work,
                None if path.value is None else Path(path.text(_LONGEST_PATH)),
                datetime.fromtimestamp(copy.stat().st_mtime),
                stamp_in(record.get("stamp")),
                is_aside is not None and is_aside.truth(),
                None if history is None else history.text(_LONGEST_HISTORY),
                _typed(record.get("typed")),
            )
        except (OSError, EngineError):
            return


def _typed(record: Entry | None) -> Mapping[str, str]:
    if record is None:
        return {}
    return {key: text.text(_LONGEST_TYPED) for key, text in record.named()}


def _remove(copy: Path) -> None:
    """Remove a copy. One that cannot be removed is offered again: too much is no loss."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)

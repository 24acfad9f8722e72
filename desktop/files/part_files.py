"""Files in the making: unfinished, under a name of their own, and gone when their writer is.

A writer holds a lock on its file for as long as it is open. The system frees the lock with the
process, however that ends, so that a file whose lock is free is nobody's and may go.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from uuid import uuid4

if sys.platform != "win32":
    import fcntl

_PART = re.compile(r"\.wiregrad-[0-9a-f]{16}\.part")
# Named after the file to be written, as programs before this one did. Only in folders of ours.
_OLD_PART = re.compile(r"\..*\.part")
_NOTE = re.compile(r"[0-9a-f]{16}\.folders")
_LARGEST_NOTE = 1_000_000
# Not inherited by other programs, not changed on Windows, no link followed, no wait on a pipe.
_FLAGS = (
    getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


@dataclass(frozen=True)
class PartFile:
    """An unfinished file.

    Attributes:
        path: Where it is; short, whatever the finished file is called.
        handle: The system's number of the open file.
    """

    path: Path
    handle: int


@contextmanager
def part_file(folder: Path, mode: int) -> Iterator[PartFile]:
    """Open a new file of a folder for writing; what is left of it at the end is removed.

    Args:
        folder: Where.
        mode: Its permissions, of which the process's mask takes away some.

    Raises:
        OSError: The folder takes no file.
    """
    notes = _noted[0] if _noted else None
    if notes is not None:
        notes.add(folder)
    part = _opened(folder, mode)
    try:
        yield part
    finally:
        _remove(part)


def sweep(folder: Path, *, is_ours: bool = False) -> None:
    """Remove the unfinished files of a folder that nobody writes any more.

    Args:
        folder: Where to look; it may be gone.
        is_ours: Whether all files in it are of this program.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            name = path.name
            if _PART.fullmatch(name) or (is_ours and _OLD_PART.fullmatch(name)):
                _remove_abandoned(path)


class FolderNotes:
    """The folders that this process writes into, noted where the next start looks for them.

    A note is a file for each running program, with a lock that dies with it.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the notes in a folder, which is made when something is to be noted."""
        self._folder = folder
        self._known: set[Path] = set()
        self._handle: int | None = None
        self._path: Path | None = None
        self._lock = Lock()

    def add(self, folder: Path) -> None:
        """Note a folder. Where notes cannot be written, writing goes on without."""
        with self._lock, suppress(OSError):
            if folder in self._known:
                return
            if self._handle is None:
                self._begin()
            assert self._handle is not None
            os.write(self._handle, f"{json.dumps(str(folder.absolute()))}\n".encode())
            self._known.add(folder)

    def sweep(self) -> Iterator[Path]:
        """Remove what programs that are gone have left unfinished, and their notes.

        Yields:
            Each note that was looked at.
        """
        with suppress(OSError):
            for path in list(self._folder.iterdir()):
                if _NOTE.fullmatch(path.name) and path != self._path:
                    _sweep_noted(path)
                    yield path

    def close(self) -> None:
        """Remove the note: whoever comes here has finished what it wrote."""
        with self._lock:
            if self._handle is not None and self._path is not None:
                os.close(self._handle)
                with suppress(OSError):
                    self._path.unlink()
            self._handle = self._path = None
            self._known.clear()

    def _begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{uuid4().hex[:16]}.folders"
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600)
        self._path = path
        _take(self._handle)


# One at most: where this process notes the folders it writes into.
_noted: list[FolderNotes] = []


def note_folders(notes: FolderNotes | None) -> None:
    """Let every folder that is written into be noted; None for no more notes."""
    _noted[:] = [] if notes is None else [notes]


def sweep_noted() -> Iterator[Path]:
    """Do what `FolderNotes.sweep` does with the notes in use, if there are any."""
    for notes in _noted:
        yield from notes.sweep()


def _opened(folder: Path, mode: int) -> PartFile:
    while True:
        path = folder / f".wiregrad-{uuid4().hex[:16]}.part"
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _FLAGS, mode)
        part = PartFile(path, handle)
        try:
            # Whoever sweeps may have come between.
            if _take(handle) and _is_there(path, handle):
                return part
        except OSError:
            _remove(part)
            raise
        os.close(handle)


def _remove(part: PartFile) -> None:
    """Remove what is left of a file, and let its lock go."""
    # Before the lock; on Windows an open file cannot be removed, so there after it.
    with suppress(OSError):
        part.path.unlink()
    os.close(part.handle)
    with suppress(OSError):
        part.path.unlink()


def _is_there(path: Path, handle: int) -> bool:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(found, os.fstat(handle))


def _take(handle: int) -> bool:
    """Lock an open file for as long as it is open; tell whether nobody else has.

    Where files cannot be locked, the new file is taken without.
    """
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True


def _is_abandoned(handle: int) -> bool:
    """Tell whether nobody has locked an open file; where that cannot be told, somebody has."""
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    # On Windows a file that is open elsewhere cannot be removed.
    return True


def _remove_abandoned(path: Path) -> None:
    handle = _open_regular(path)
    if handle is None:
        return
    try:
        if not _is_abandoned(handle):
            return
        # While its lock is held. On Windows an open file cannot be removed, so there after it.
        with suppress(OSError):
            path.unlink()
    finally:
        os.close(handle)
    with suppress(OSError):
        path.unlink()


def _open_regular(path: Path) -> int | None:
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR | _FLAGS)
        if stat.S_ISREG(os.fstat(handle).st_mode):
            return handle
        os.close(handle)
    return None


def _sweep_noted(note: Path) -> None:
    handle = _open_regular(note)
    if handle is None:
        return
    try:
        if not _is_abandoned(handle):
            return
        lines = os.read(handle, _LARGEST_NOTE).decode("utf-8", "replace").splitlines()
    finally:
        os.close(handle)
    for line in lines:
        with suppress(ValueError, TypeError):
            sweep(Path(json.loads(line)))
    with suppress(OSError):
        note.unlink()

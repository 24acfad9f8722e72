"""A lock beside a file, which the system frees with the process that holds it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile


def lock_beside(path: Path) -> QLockFile:
    """Return the lock of a file, which nobody has taken by that."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    # A program may run for days: its lock is stale when it is gone, never because it is old.
    lock.setStaleLockTime(0)
    return lock


def taken_lock(path: Path) -> QLockFile | None:
    """Return the lock of a file, taken; None where a running program holds it."""
    if not _is_usual(path.with_suffix(".lock")):
        return None
    lock = lock_beside(path)
    return lock if lock.tryLock(0) else None


def unheld_lock(path: Path) -> QLockFile | None:
    """Return the lock of a file, taken where it can be; None where a running program holds it."""
    lock = lock_beside(path)
    if not _is_usual(path.with_suffix(".lock")) or lock.tryLock(0):
        return lock
    return None if lock.error() is QLockFile.LockError.LockFailedError else lock


@contextmanager
def one_at_a_time(path: Path, patience_ms: int) -> Iterator[None]:
    """Let no other program, and no other thread, do this with the same file meanwhile.

    Whoever holds the lock for longer than is waited for, and a folder in which there can be none,
    stop nobody.
    """
    lock = lock_beside(path)
    if _is_usual(path.with_suffix(".lock")):
        lock.tryLock(patience_ms)
    try:
        yield
    finally:
        lock.unlock()


def _is_usual(path: Path) -> bool:
    """Tell whether nothing or a regular file has a name: a pipe would keep the lock waiting."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False

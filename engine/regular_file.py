"""Reading a file that somebody names: regular files only, and no more of them than a limit.

A pipe would keep the reader waiting for ever, a device or an endless file would fill the memory.
Every file that a person names, or that lies in a folder which is looked through, is read here.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from engine.errors import FileFormatError
from engine.quoting import quote

_MEGABYTE = 1_000_000
# A pipe or a device without anyone at its other end lets itself be opened at once, and says so.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)

_DENIED = FileFormatError("cause_denied", "permission denied")
_MISSING = FileFormatError("cause_missing", "no such file or directory")
_NAMELESS = FileFormatError("cause_no_name", "no file can have this name")
_REFUSED = FileFormatError("cause_refused", "the system refuses")
# What the system says of files, read or written, as errors that can be said in any language.
FILE_CAUSES = {
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: FileFormatError("cause_read_only_disk", "the disk is read-only"),
    errno.ENAMETOOLONG: FileFormatError("cause_long_name", "the name is too long"),
    errno.ELOOP: FileFormatError("cause_link_loop", "its link leads round in a circle"),
}
_READING_CAUSES = {**FILE_CAUSES, errno.ENOENT: _MISSING, errno.ENOTDIR: _MISSING}


def read_bytes(path: Path, most: int) -> bytes:
    """Return the contents of a regular file.

    Args:
        path: The file; a link is followed.
        most: So many bytes at most.

    Raises:
        FileFormatError: There is no such file, it may not be read, it is no regular file, or it is
            larger; the sentence names it.
    """
    try:
        # Asked before it is opened too: opening alone can make a device do something.
        _check(path, path.stat(), most)
        handle = os.open(path, _FLAGS)
        try:
            _check(path, os.fstat(handle), most)
            return _read(path, handle, most)
        finally:
            os.close(handle)
    # A ValueError is a name that no file can have, such as one with a NUL.
    except (OSError, ValueError) as error:
        raise _unreadable(path, unreadable_cause(error)) from error


def read_head(path: Path, count: int) -> bytes:
    """Return the first bytes of a regular file; nothing where there is none, or it may not be read.

    Args:
        path: The file; a link is followed.
        count: How many bytes at most.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        handle = os.open(path, _FLAGS)
        try:
            return os.read(handle, count) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
        finally:
            os.close(handle)
    except (OSError, ValueError):
        return b""


def read_text(path: Path, most: int) -> str:
    """Return a regular file's text, which is UTF-8 with or without a byte order mark.

    Args:
        path: The file; a link is followed.
        most: So many bytes at most.

    Raises:
        FileFormatError: As `read_bytes`; code ``file_not_text`` where it is no text in UTF-8.
    """
    try:
        return read_bytes(path, most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        name = quote(path.name)
        raise FileFormatError(
            "file_not_text", f"“{name}” is not text in UTF-8.", name=name
        ) from error


def unreadable_cause(error: OSError | ValueError) -> FileFormatError | str:
    """Return why a file cannot be read, to end a sentence.

    It is an error of its own, or what the system says where that is nothing usual.
    """
    if not isinstance(error, OSError):
        return _NAMELESS
    known = _READING_CAUSES.get(error.errno or 0)
    return known or (error.strerror or "").rstrip(".").lower() or _REFUSED


def _read(path: Path, handle: int, most: int) -> bytes:
    parts, length = [], 0
    while part := os.read(handle, min(_MEGABYTE, most + 1 - length)):
        parts.append(part)
        length += len(part)
        # The size may have been a lie, as it is of what the system makes up, or grown meanwhile.
        if length > most:
            raise _too_large(path, f"more than {size_text(most)}", most)
    return b"".join(parts)


def _check(path: Path, status: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        name = quote(path.name or str(path))
        if stat.S_ISDIR(status.st_mode):
            raise FileFormatError(
                "file_is_folder", f"“{name}” cannot be read: it is a folder.", name=name
            )
        raise FileFormatError(
            "file_not_regular",
            f"“{name}” cannot be read: it is a device or a pipe, and no file.",
            name=name,
        )
    if status.st_size > most:
        raise _too_large(path, size_text(status.st_size), most)


def size_text(size: int) -> str:
    """Return a number of bytes as people say it, such as ``12 MB``."""
    if size < 1_000:
        return f"{size} bytes"
    if size < _MEGABYTE:
        return f"{size / 1_000:.0f} kB"
    return f"{size / _MEGABYTE:.3g} MB" if size < 1_000 * _MEGABYTE else f"{size / 1e9:.3g} GB"


def _too_large(path: Path, found: str, most: int) -> FileFormatError:
    name = quote(path.name)
    return FileFormatError(
        "file_too_large",
        f"“{name}” is too large: it is {found}, and at most {size_text(most)} are read here.",
        name=name,
        found=found,
        most=size_text(most),
    )


def _unreadable(path: Path, cause: FileFormatError | str) -> FileFormatError:
    name = quote(path.name or str(path))
    return FileFormatError(
        "file_unreadable", f"“{name}” cannot be read: {cause}.", name=name, cause=cause
    )

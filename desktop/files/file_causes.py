"""Why the system would not read or write a file, in words that can be translated."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import FileFormatError
from engine.quoting import LONGEST_QUOTE, quote
from engine.regular_file import FILE_CAUSES

_FULL = FileFormatError("cause_full", "no space left on device")
_GONE = FileFormatError("cause_gone", "its folder is not there")

_CAUSES = {
    **FILE_CAUSES,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
}


@contextmanager
def writing(name: str) -> Iterator[None]:
    """Say in a sentence why a file or folder of a name could not be written, or looked at.

    Raises:
        FileFormatError: The system refused; the sentence says why.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        # A name with a zero byte is a ValueError.
        known = error if isinstance(error, OSError) else OSError(str(error))
        raise _write_error(name, known) from error


def end_of(path: Path) -> str:
    """Return a path as a sentence can quote it whole: of a long one the end, which people look for.

    Example:
        >>> end_of(Path("/home/ada/.local/share/a rather long name of a program/wiregrad/recovery"))
        '…/share/a rather long name of a program/wiregrad/recovery'
    """
    text = str(path)
    if len(text) <= LONGEST_QUOTE:
        return text
    end = text[-(LONGEST_QUOTE - 1) :]
    return f"…{end[end.find(os.sep) :]}" if os.sep in end else f"…{end}"


def _write_error(name: str, error: OSError) -> FileFormatError:
    cause = _CAUSES.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".").lower()
    return FileFormatError(
        "file_unwritable", f"“{quote(name)}” cannot be written: {cause}.", name=name, cause=cause
    )

"""Why the system would not read or write a file, in words that can be translated."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from engine.errors import FileFormatError
from engine.quoting import quote
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


def _write_error(name: str, error: OSError) -> FileFormatError:
    cause = _CAUSES.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".").lower()
    return FileFormatError(
        "file_unwritable", f"“{quote(name)}” cannot be written: {cause}.", name=name, cause=cause
    )

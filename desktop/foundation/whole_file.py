"""Writing a file so that it is either the old one or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from engine.errors import FileFormatError

_NEW_FILE_MODE = 0o666


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    The content goes to a temporary file in the same folder, to the disk, and then takes the file's
    place in one step; a full disk or a crash leaves what was there.

    Raises:
        FileFormatError: It cannot be written; the sentence says why.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        cause = error.strerror or str(error)
        raise FileFormatError(
            "file_unwritable",
            f"“{path.name}” cannot be written: {cause}.",
            name=path.name,
            cause=cause,
        ) from error


def _mode(path: Path) -> int:
    """The permissions that the file has, or would have got without the temporary one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask

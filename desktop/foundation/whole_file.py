"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from engine.errors import FileFormatError
from engine.quoting import quote


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half of it.

    The bytes go to a temporary file in the same folder, to the disk, and then take the file's
    place in one step; a full disk or a crash leaves what was there.

    Raises:
        FileFormatError: It cannot be written; the sentence says why.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).rstrip(".").lower()
        raise FileFormatError(
            "file_unwritable",
            f"“{quote(path.name)}” cannot be written: {reason}.",
            name=path.name,
            cause=reason,
        ) from error


def _mode(path: Path) -> int:
    """Return the permissions of the file replaced, or the usual ones of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    # The mask can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

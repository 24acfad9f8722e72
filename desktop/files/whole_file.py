"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from desktop.files.file_causes import writing
from desktop.files.file_stamp import FileStamp
from desktop.files.part_files import PartFile, part_file
from engine.errors import FileFormatError
from engine.quoting import quote

_MODE = 0o666
# Until it has the permissions of the file that it replaces, nobody else is to read it.
_PRIVATE = 0o600


def write_whole(path: Path, data: bytes, called: str = "") -> FileStamp:
    """Write a file so that it is either the old one or the new one, never half of it.

    The bytes go to a file of their own in the same folder, to the disk, and then take the file's
    place in one step; a full disk or a crash leaves what was there. A link stays, and leads to the
    new file; permissions stay, and the owner where the system allows it.

    Args:
        path: The file.
        data: What it is to hold.
        called: What a sentence says that cannot be written; the file's name where it is not given.

    Returns:
        What the file will be recognized by.

    Raises:
        FileFormatError: It cannot be written; the sentence says why.
    """
    with writing(called or path.name):
        before = _replaced(path)
        target = path.resolve()
        with part_file(target.parent, _MODE if before is None else _PRIVATE) as part:
            _write(part, data)
            if before is not None:
                _keep_permissions(target, before, part)
            os.fsync(part.handle)
            stamp = FileStamp.of(os.fstat(part.handle))
            part.path.replace(target)
    return stamp


def _replaced(path: Path) -> os.stat_result | None:
    """Return what is told about the file that is in the place; None if there is none.

    Raises:
        FileFormatError: It is no file that can be replaced.
        OSError: It cannot be looked at.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise FileFormatError(
            "target_is_folder",
            f"“{quote(path.name)}” cannot be written: it is a folder.",
            name=path.name,
        )
    if not stat.S_ISREG(found.st_mode):
        raise FileFormatError(
            "target_is_special",
            f"“{quote(path.name)}” cannot be written: it is no ordinary file but a pipe or a "
            "device.",
            name=path.name,
        )
    return found


def _write(part: PartFile, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(part.handle, left) :]


def _keep_permissions(target: Path, before: os.stat_result, part: PartFile) -> None:
    """Give a new file the owner, the access list and the mode of the one that it replaces."""
    if hasattr(os, "chown") and (before.st_uid, before.st_gid) != _owner(part):
        # Only the administrator may give files away; a group of one's own, everybody.
        with suppress(OSError):
            os.chown(part.path, -1, before.st_gid)
        with suppress(OSError):
            os.chown(part.path, before.st_uid, -1)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(part.path, name, os.getxattr(target, name))
    part.path.chmod(stat.S_IMODE(before.st_mode))


def _owner(part: PartFile) -> tuple[int, int]:
    found = os.fstat(part.handle)
    return found.st_uid, found.st_gid

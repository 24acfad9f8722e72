"""A lesson in one file: a zip archive, read with suspicion and never unpacked onto the disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from engine.errors import FileFormatError
from engine.lessons.files import (
    LARGEST_STATE_BYTES,
    LARGEST_TEXT_BYTES,
    LESSON_SUFFIX,
    STRUCTURE,
    check_name,
)
from engine.quoting import quote
from engine.regular_file import read_bytes, size_text

MOST_FILES = 200
# Of the archive itself, and of all that is in it together.
LARGEST_ARCHIVE_BYTES = 20_000_000
LARGEST_CONTENT_BYTES = 60_000_000
# What everybody writes. Of the others a damaged one may ask for gigabytes before it is read.
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Damaged in the right place, an archive stops its reader by each of these: it seeks before the
# beginning, takes bytes for a name that are none, or wants a password (a RuntimeError).
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
    OSError,
)


class ArchiveFiles:
    """The files of a lesson in an archive, all of which were read when this was made.

    They lie at the top of the archive, or in the one folder that stands there.
    """

    def __init__(self, path: Path) -> None:
        """Read an archive.

        Raises:
            FileFormatError: It cannot be read, is no archive, or is larger than a lesson may be.
        """
        self._name = path.name
        data = read_bytes(path, LARGEST_ARCHIVE_BYTES)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._content = self._read(archive)
        except _DAMAGED as fault:
            raise self._no_archive() from fault

    @property
    def lesson_id(self) -> str:
        """What the lesson is called when nothing else names it: the archive's name."""
        return self._name.removesuffix(LESSON_SUFFIX)

    def names(self) -> list[str]:
        """Return the names of the files, sorted."""
        return sorted(self._content)

    def text(self, name: str) -> str:
        """Return a file's text.

        Raises:
            FileFormatError: There is no such file, or it is no text of a usual size.
        """
        check_name(name)
        if name not in self._content:
            raise FileFormatError(
                "lesson_file_missing",
                f"There is no file “{quote(name)}” in “{quote(self._name)}”.",
                name=quote(name),
                archive=quote(self._name),
            )
        try:
            return self._content[name].decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise FileFormatError(
                "file_not_text", f"“{quote(name)}” is not text in UTF-8.", name=quote(name)
            ) from error

    def _read(self, archive: zipfile.ZipFile) -> Mapping[str, bytes]:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MOST_FILES:
            raise FileFormatError(
                "lesson_archive_files",
                f"“{quote(self._name)}” holds {len(infos)} files; a lesson has at most "
                f"{MOST_FILES}.",
                name=quote(self._name),
                found=len(infos),
                most=MOST_FILES,
            )
        top = _top([info.filename for info in infos])
        content: dict[str, bytes] = {}
        left = LARGEST_CONTENT_BYTES
        for info in infos:
            name = check_name(info.filename.removeprefix(top))
            largest = LARGEST_STATE_BYTES if name.endswith(".json") else LARGEST_TEXT_BYTES
            content[name] = self._unpacked(archive, info, largest, left)
            left -= len(content[name])
        if STRUCTURE not in content:
            raise FileFormatError(
                "lesson_archive_empty",
                f"There is no lesson in “{quote(self._name)}”: it lacks the file {STRUCTURE}.",
                name=quote(self._name),
                missing=STRUCTURE,
            )
        return content

    def _unpacked(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, left: int
    ) -> bytes:
        if info.compress_type not in _COMPRESSIONS:
            raise self._no_archive()
        with archive.open(info) as file:
            # What the archive says of the size may be a lie.
            data = file.read(min(most, left) + 1)
        if left < len(data) <= most:
            largest = size_text(LARGEST_CONTENT_BYTES)
            raise FileFormatError(
                "lesson_archive_whole",
                f"“{quote(self._name)}” unpacks to more than {largest}, which is more than a "
                "lesson may hold.",
                name=quote(self._name),
                most=largest,
            )
        if len(data) > most:
            raise FileFormatError(
                "lesson_archive_large",
                f"“{quote(info.filename)}” in “{quote(self._name)}” is larger than "
                f"{size_text(most)}, which is more than a lesson may hold.",
                file=quote(info.filename),
                name=quote(self._name),
                most=size_text(most),
            )
        return data

    def _no_archive(self) -> FileFormatError:
        return FileFormatError(
            "lesson_no_archive",
            f"“{quote(self._name)}” is no lesson: it cannot be opened as an archive.",
            name=quote(self._name),
        )


def _top(names: list[str]) -> str:
    """Return the one folder in which all files lie, with its slash; '' where there is none."""
    tops = {name.partition("/")[0] for name in names}
    if len(tops) == 1 and all("/" in name for name in names):
        return f"{tops.pop()}/"
    return ""

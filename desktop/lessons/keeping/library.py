"""Which lessons there are: those that come with the program, and those that somebody has opened."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.foundation import assets
from desktop.foundation.settings import OWN_LESSONS, Settings
from desktop.lessons.keeping.shipped_files import ShippedFiles
from engine.errors import FileFormatError
from engine.lessons.archive import ArchiveFiles
from engine.lessons.files import STRUCTURE, FolderFiles, LessonFiles
from engine.quoting import quote

_ROOT = "lessons"
_NUMBER = re.compile(r"\d+-")
_MOST_OWN = 30
# What progress of a lesson that did not come with the program is kept under.
_OWN = "own-"
# A file system takes 255 bytes for a name, to which endings are added; a sign takes up to four.
_LONGEST_NAME = 180
_SHORTENED = 40
_NOT_IN_NAMES = re.compile(r"[.?]")


@dataclass(frozen=True)
class Source:
    """Where a lesson is.

    Attributes:
        id: What the lesson is called.
        key: What its progress is kept under.
        course: The folder of its course; empty for one that somebody has opened.
        path: The file or the folder of one that somebody has opened.
    """

    id: str
    key: str
    course: str = ""
    path: Path | None = None

    def files(self) -> LessonFiles:
        """Return the lesson's files.

        Raises:
            FileFormatError: They cannot be read.
        """
        if self.path is None:
            return ShippedFiles(f"{_ROOT}/{self.course}/{self._folder}")
        return ArchiveFiles(self.path) if self.path.is_file() else FolderFiles(self.path)

    @property
    def _folder(self) -> str:
        names = assets.names(f"{_ROOT}/{self.course}")
        return next((name for name in names if lesson_id(name) == self.id), self.id)


class Library:
    """Knows the lessons by their identifiers; it reads none."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def courses(self) -> list[str]:
        """Return the folders of the courses, in their order."""
        return [name for name in assets.names(_ROOT) if _NUMBER.match(name)]

    def course_files(self, course: str) -> LessonFiles:
        """Return the files in which a course says what it is."""
        return ShippedFiles(f"{_ROOT}/{course}")

    def of_course(self, course: str) -> list[Source]:
        """Return the lessons of a course, in their order."""
        folder = f"{_ROOT}/{course}"
        return [
            Source(lesson_id(name), lesson_id(name), course)
            for name in assets.names(folder)
            if assets.exists(f"{folder}/{name}/{STRUCTURE}")
        ]

    def own(self) -> list[Source]:
        """Return the lessons that somebody has opened and that are still there."""
        paths = (Path(text) for text in self._settings.get(OWN_LESSONS))
        return [own_source(path) for path in paths if path.exists()]

    def all(self) -> Iterator[Source]:
        """Go through all lessons."""
        for course in self.courses():
            yield from self.of_course(course)
        yield from self.own()

    def find(self, name: str) -> Source | None:
        """Return a lesson by its identifier, or by what its progress is kept under."""
        found = [source for source in self.all() if name in (source.key, source.id)]
        return next(iter(found), None)

    def open(self, path: Path) -> Source:
        """Take in a lesson in a file or a folder, and remember it.

        Raises:
            FileFormatError: There is no lesson.
        """
        source = own_source(path)
        if STRUCTURE not in source.files().names():
            raise FileFormatError(
                "lesson_folder_empty",
                f"There is no lesson in “{quote(path.name)}”: it lacks the file {STRUCTURE}.",
                name=quote(path.name),
                missing=STRUCTURE,
            )
        kept = [text for text in self._settings.get(OWN_LESSONS) if text != str(path)]
        self._settings.set(OWN_LESSONS, [str(path), *kept][:_MOST_OWN])
        return source


def own_source(path: Path) -> Source:
    """Return where a lesson is that somebody has opened.

    It goes by the name of its file or folder, as far as other files can be called after that.
    """
    name = _file_name(lesson_id(path.stem if path.is_file() else path.name))
    return Source(name, _OWN + name, path=path)


def _file_name(name: str) -> str:
    """Return a name that is short, has no dots, and can be written as text.

    Example:
        >>> _file_name("sums"), _file_name("a.place"), len(_file_name("long" * 60))
        ('sums', 'a-place', 53)
    """
    plain = _NOT_IN_NAMES.sub("-", name.encode(errors="replace").decode())
    if len(plain.encode()) <= _LONGEST_NAME:
        return plain
    digest = hashlib.sha256(name.encode(errors="surrogateescape")).hexdigest()[:12]
    return f"{plain[:_SHORTENED]}-{digest}"


def lesson_id(folder: str) -> str:
    """Return a lesson's identifier: its folder's name without the number that orders.

    Example:
        >>> lesson_id("02-chain-rule")
        'chain-rule'
    """
    return _NUMBER.sub("", folder, count=1)

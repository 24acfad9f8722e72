"""Where a lesson's files come from: a folder, a shipped resource, or an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from engine.errors import FileFormatError
from engine.quoting import quote
from engine.regular_file import read_text

STRUCTURE = "lesson.toml"
# How the names of lessons in one file end.
LESSON_SUFFIX = ".wiregrad-lesson"
# The largest text of a lesson; the largest recorded state is limited by its own reader.
LARGEST_TEXT_BYTES = 1_000_000
LARGEST_STATE_BYTES = 20_000_000


class LessonFiles(Protocol):
    """The files of one lesson. No name leads out of its folder."""

    def names(self) -> list[str]:
        """Return the names of the files, sorted."""
        ...

    def text(self, name: str) -> str:
        """Return a file's text.

        Raises:
            FileFormatError: There is no such file, or it is no text of a usual size.
        """
        ...


def check_name(name: str) -> str:
    """Return a file's name as it is.

    Raises:
        FileFormatError: It is no name of a file directly in the folder (code ``lesson_path``).
    """
    if not name or name in (".", "..") or any(sign in name for sign in "/\\:\0"):
        raise FileFormatError(
            "lesson_path",
            f"“{quote(name)}” is no name of a file in the lesson's folder; a lesson reads nothing "
            "outside it.",
            name=quote(name),
        )
    return name


class FolderFiles:
    """The files of a lesson in a folder on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """Return the names of the regular files, sorted; links that lead elsewhere are none."""
        if not self.folder.is_dir():
            return []
        return sorted(
            path.name for path in self.folder.iterdir() if path.is_file() and self._is_inside(path)
        )

    def text(self, name: str) -> str:
        """Return a file's text.

        Raises:
            FileFormatError: There is no such file, or it is no text of a usual size.
        """
        largest = LARGEST_STATE_BYTES if name.endswith(".json") else LARGEST_TEXT_BYTES
        path = self.folder / check_name(name)
        if not self._is_inside(path):
            raise FileFormatError(
                "lesson_path_link",
                f"“{quote(name)}” is a link that leads out of the lesson's folder; a lesson reads "
                "nothing outside it.",
                name=quote(name),
            )
        return read_text(path, largest)

    def _is_inside(self, path: Path) -> bool:
        """Tell whether a name in the folder is of a file there, and no link to somewhere else."""
        try:
            return path.resolve().parent == self.folder.resolve()
        except (OSError, RuntimeError, ValueError):
            # What cannot be followed is told by whoever reads it.
            return not path.is_symlink()

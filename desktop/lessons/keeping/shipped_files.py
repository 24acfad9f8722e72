"""The files of a lesson that comes with the program."""

from __future__ import annotations

from desktop.foundation import assets
from engine.errors import FileFormatError
from engine.lessons.files import check_name
from engine.quoting import quote


class ShippedFiles:
    """Reads a folder of the shipped resources."""

    def __init__(self, folder: str) -> None:
        """Read from a folder.

        Args:
            folder: Its path below the resources, such as ``"lessons/1-graphs/02-chain-rule"``.
        """
        self.folder = folder

    def names(self) -> list[str]:
        """Return the names of the files, sorted."""
        return [name for name in assets.names(self.folder) if assets.exists(self._path(name))]

    def text(self, name: str) -> str:
        """Return a file's text.

        Raises:
            FileFormatError: There is no such file.
        """
        path = self._path(check_name(name))
        if not assets.exists(path):
            raise FileFormatError(
                "lesson_no_file", f"There is no file “{quote(name)}” here.", name=quote(name)
            )
        return assets.text(path)

    def _path(self, name: str) -> str:
        return f"{self.folder}/{name}"

"""How the files of a kind are called, and whether a name is one that a file can have."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

_MOST_BYTES = 255


@dataclass(frozen=True)
class FileKind:
    """A kind of file.

    Attributes:
        title: What its files are called, translated.
        suffixes: How their names end; the first is the one that a name without gets.
    """

    title: str
    suffixes: tuple[str, ...]

    @property
    def filter(self) -> str:
        """The kind and all files, as Qt's file dialog wants it."""
        endings = " ".join(f"*{suffix}" for suffix in self.suffixes)
        everything = QCoreApplication.translate("FileKind", "All files")
        return f"{self.title} ({endings});;{everything} (*)"

    def completed(self, path: Path) -> Path:
        """Return the path with one of the kind's suffixes; another dot in a name is no suffix."""
        name = path.name
        for suffix in self.suffixes:
            if name.casefold().endswith(suffix.casefold()) and len(name) > len(suffix):
                return path
        return path.with_name(name + self.suffixes[0])


def name_bytes(name: str) -> int:
    """Return how much of a file system's room a name takes: a Korean letter takes three bytes."""
    return len(os.fsencode(name))


def most_bytes(folder: Path) -> int:
    """Return how many bytes a name in a folder may take."""
    if hasattr(os, "pathconf"):
        with suppress(OSError, ValueError):
            return os.pathconf(folder, "PC_NAME_MAX")
    return _MOST_BYTES

"""What a page keeps in files: one content, and the file that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.files.file_stamp import FileStamp
from desktop.files.typed_lines import TypedLines

T = TypeVar("T")


class FileDocument(QObject, Generic[T]):
    """Says what there is to save and shows what is opened; a page overrides what it knows.

    Attributes:
        typed: The lines in which something may be typed that is no part of it yet.

    Signals:
        file_changed(): It is in another file, or its file holds something else.
        edited(): What there is to save may be other than before, or no loss any more.
        displaced(content: T, path: Path | None, stamp: FileStamp | None): Unsaved work gave way to
            something else, and nobody was asked about it.
    """

    file_changed = Signal()
    edited = Signal()
    displaced = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._stamp: FileStamp | None = None
        self._saved: T | None = None
        self.typed = TypedLines(self)
        self.typed.changed.connect(self.edited)

    @property
    def path(self) -> Path | None:
        """The file that it was read from or saved to; None without one."""
        return self._path

    @property
    def stamp(self) -> FileStamp | None:
        """How the file was then."""
        return self._stamp

    @property
    def saved(self) -> T | None:
        """What the file holds."""
        return self._saved

    @property
    def name(self) -> str:
        """What it is called, translated: its file, or untitled."""
        path = self.path
        return self.tr("Untitled") if path is None else path.name

    @property
    def title(self) -> str:
        """What the window's title says of it; empty where there is neither a file nor work."""
        mark = " *" if self.unsaved() else ""
        return "" if self.path is None and not mark else f"{self.name}{mark}"

    @property
    def stem(self) -> str:
        """What a file of it is suggested to be called, without the ending."""
        raise NotImplementedError

    def content(self) -> T:
        """Return what there is to save, a value."""
        raise NotImplementedError

    def unsaved(self) -> Sequence[object]:
        """Return what would be lost now, values that can be compared; empty for nothing."""
        raise NotImplementedError

    def is_kept(self) -> bool:
        """Tell whether a copy is kept in case of a crash; where closing would ask, it is.

        A page keeps more than it asks about where a question about little would be one too many.
        """
        return bool(self.unsaved())

    def names_of(self, unsaved: Sequence[object]) -> Sequence[str]:
        """Return what the user calls what would be lost; empty where it is all of it."""
        return ()

    def begin(self) -> None:
        """Begin anew, without a file; the user has agreed to lose what there is."""
        self.remember(None, None)

    def show(self, content: T, path: Path, stamp: FileStamp | None, *, is_agreed: bool) -> None:
        """Show a file's content.

        Args:
            content: The content.
            path: The file.
            stamp: How it was when it was read.
            is_agreed: Whether the user was asked what becomes of what there is.
        """
        self.give_way(is_agreed=is_agreed)
        self.remember(content, path, stamp)

    def show_unsaved(self, content: T, path: Path | None, stamp: FileStamp | None) -> None:
        """Show work that no file holds as it is; the user has agreed to lose what there is.

        Args:
            content: The work.
            path: The file that it is to be saved to, None without one.
            stamp: How that file was last seen.
        """
        raise NotImplementedError

    def give_way(self, *, is_agreed: bool) -> None:
        """Tell of what would be lost when something else is shown in its place now.

        Args:
            is_agreed: Whether the user was asked what becomes of it.
        """
        if not is_agreed and self.unsaved():
            self.displaced.emit(self.content(), self.path, self.stamp)

    def remember(self, saved: T | None, path: Path | None, stamp: FileStamp | None = None) -> None:
        """Note what a file holds, and how it was last seen; None for no file."""
        self._saved, self._path, self._stamp = saved, path, stamp
        self.file_changed.emit()
        self.edited.emit()

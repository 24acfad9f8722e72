"""Files that are dropped on the window, pasted into it or named: each goes where it is read.

So does a text that was copied out of one, wherever it is pasted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from desktop.foundation.translation import error_sentence, filled, translate_engine
from desktop.widgets.panels.page import Page
from engine.errors import EngineError
from engine.file_kinds import KNOWN_FILES, KnownFile, kind_of, kind_of_text
from engine.quoting import quote

LESSONS = "lessons"
_MOST_NAMED = 3


class Window(Protocol):
    """The window, as far as files are concerned."""

    def visit(self, space_id: str, then: Callable[[Page], object]) -> object:
        """Show the page of a space, and hand it over then."""
        ...

    def open_lesson(self, path: Path) -> None:
        """Open a lesson."""

    def show_message(self, text: str, severity: str = "info") -> None:
        """Tell something."""


class FileDesk:
    """Brings files to the spaces that read them; each space shows one at a time."""

    def __init__(self, window: Window) -> None:
        """Work for a window."""
        self._window = window

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files, the first of each space; what is not opened is said, with the reason."""
        first: dict[str, tuple[Path | str, KnownFile]] = {}
        unknown: list[Path] = []
        surplus: list[Path] = []
        for path in paths:
            kind = kind_of(path)
            if kind is None:
                unknown.append(path)
            elif kind.space in first:
                surplus.append(path)
            else:
                first[kind.space] = path, kind
        told = " ".join(text for text in (_unknown_text(unknown), _surplus_text(surplus)) if text)
        lesson = first.pop(LESSONS, None)
        # The space of the first file is shown last, and stays; but a dialog that asks about a file
        # stands over its own space, and what came after it would be shown below that.
        waiting = list(reversed(first.values()))
        waiting.sort(key=lambda found: found[1].is_asked_about)
        self._open_next(waiting, told)
        if lesson is not None and isinstance(lesson[0], Path):
            self._window.open_lesson(lesson[0])

    def paste(self) -> None:
        """Open what was copied: files, or a text that a space reads; else say what is read."""
        paths, text = _copied()
        kind = None if paths else kind_of_text(text)
        if paths:
            self.open_files(paths)
        elif kind is not None:
            self._open_next([(text, kind)], "")
        else:
            told = QCoreApplication.translate(
                "FileDesk",
                "There is nothing to open: copy a file, the text of one, weights, or rows of a "
                "spreadsheet.",
            )
            self._window.show_message(told, "warning")

    def is_pasted_by(self, event: QEvent, page: Page | None) -> bool:
        """Tell whether a key pastes something that is not for the page that is seen.

        Args:
            event: What nothing on the page wanted.
            page: That page.
        """
        if not (isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)):
            return False
        paths, text = _copied()
        if paths:
            return True
        kind = kind_of_text(text)
        return kind is not None and (page is None or kind.name not in page.pastes)

    def _open_next(self, waiting: list[tuple[Path | str, KnownFile]], told: str) -> None:
        if not waiting:
            if told:
                self._window.show_message(told, "warning")
            return
        (given, kind), *rest = waiting

        def take(page: Page) -> None:
            try:
                page.take_file(given, kind.name)
            except EngineError as error:
                text = QCoreApplication.translate("FileDesk", "{0} was not opened. {1}")
                name = quote(given.name) if isinstance(given, Path) else _copied_name()
                page.reported.emit(filled(text, name, error_sentence(error)), "error")
            self._open_next(rest, told)

        self._window.visit(kind.space, take)


def files_in(data: QMimeData | None) -> list[Path]:
    """Return the files of this computer that are dragged or on the clipboard."""
    if data is None or not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _copied() -> tuple[list[Path], str]:
    """Return the files on the clipboard, and the text; an empty clipboard has no data."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return files_in(data), "" if data is None else data.text()


def _copied_name() -> str:
    return QCoreApplication.translate("FileDesk", "The copied text")


def _unknown_text(paths: Sequence[Path]) -> str:
    if not paths:
        return ""
    text = QCoreApplication.translate("FileDesk", "{0}: Wiregrad does not read it. It reads {1}.")
    kinds = ", ".join(
        f"{translate_engine(kind.title)} ({kind.suffixes[0]})" for kind in KNOWN_FILES.values()
    )
    return filled(text, _named(paths), kinds)


def _surplus_text(paths: Sequence[Path]) -> str:
    if not paths:
        return ""
    text = QCoreApplication.translate(
        "FileDesk", "{0}: not opened, because a space shows one file at a time."
    )
    return filled(text, _named(paths))


def _named(paths: Sequence[Path]) -> str:
    names = [quote(path.name, 40) for path in paths[:_MOST_NAMED]]
    return ", ".join([*names, "…"] if len(paths) > _MOST_NAMED else names)

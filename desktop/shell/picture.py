"""Saves a picture of a window, and of what is open over it, once nothing computes or moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog

from desktop.desk.settling import has_settled
from desktop.files.file_causes import writing
from desktop.files.pictures import encoded
from desktop.files.whole_file import write_whole
from desktop.foundation.theme import theme
from desktop.shell.main_window import MainWindow
from desktop.tasks.worker import computing_count
from engine.errors import FileFormatError

PICTURE_SIZE = QSize(1440, 900)

_POLL_MS = 20
_QUIET_POLLS = 4
_PATIENCE_MS = 30_000


class Picture(QObject):
    """Waits for a window to settle, then writes it to a PNG file.

    Signals:
        ended(problem: str): The picture is saved, or a sentence says why it is not.
    """

    ended = Signal(str)

    def __init__(self, window: Callable[[], MainWindow], path: Path) -> None:
        """Prepare a picture.

        Args:
            window: Returns the window to be taken, which may be another when the time comes.
            path: The file to be written.
        """
        super().__init__()
        self._window = window
        self._path = path
        self._quiet_polls = 0
        self._left_ms = _PATIENCE_MS
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Begin to wait."""
        self._timer.start()

    def _on_timeout(self) -> None:
        # What settles a page may be an event that this very round of the loop brings, hence
        # several quiet rounds in a row.
        self._quiet_polls = self._quiet_polls + 1 if self._is_settled() else 0
        self._left_ms -= _POLL_MS
        if self._quiet_polls >= _QUIET_POLLS:
            self._end(self._save())
        elif self._left_ms <= 0:
            self._end(f"The window did not come to rest within {_PATIENCE_MS // 1000} seconds.")

    def _is_settled(self) -> bool:
        window = self._window()
        page, beside = window.stack.current, window.companion.companion
        if (
            page is None
            or window.is_busy
            or (beside is not None and not has_settled(beside.widget))
        ):
            return False
        dialogs = all(has_settled(dialog) for dialog in _dialogs_over(window))
        return page.is_settled() and dialogs and computing_count() == 0

    def _save(self) -> str:
        data = encoded(_with_dialogs(self._window()).toImage())
        if not data:
            return "The picture could not be encoded as PNG."
        try:
            self._write(data)
        except FileFormatError as error:
            return f"{self._path} cannot be written: {error.details['cause']}."
        return ""

    def _write(self, data: bytes) -> None:
        if self._path.exists() and not self._path.is_file():
            # Whoever names a device or a pipe means it, and it cannot be replaced.
            with writing(self._path.name):
                self._path.write_bytes(data)
        else:
            write_whole(self._path, data)

    def _end(self, problem: str) -> None:
        self._timer.stop()
        self.ended.emit(problem)


def _dialogs_over(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def _with_dialogs(window: MainWindow) -> QPixmap:
    """Return the picture of a window, with the dialogs that are open over it where they stand."""
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in _dialogs_over(window):
        seen = dialog.grab()
        # In the middle, where a dialog opens: without a window manager it has no other place.
        place = window.rect().center() - dialog.rect().center()
        painter.drawPixmap(place, seen)
        painter.setPen(theme().color("border_strong"))
        painter.drawRect(QRect(place, dialog.size()).adjusted(-1, -1, 0, 0))
    painter.end()
    return picture

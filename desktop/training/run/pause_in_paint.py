"""Training waits while the window is painted, so that a frame takes no longer than its painting."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.training.run.session import TrainingSession


class PauseInPaint(QObject):
    """Watches for the window's painting and holds the session for its length.

    Painting calls Qt some hundred times, and at each call the interpreter may go to the thread
    that trains. A page's window is another one when it is put into a stack.
    """

    def __init__(self, session: TrainingSession, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._window: QWidget | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the session before a window is painted; let everything pass."""
        kind = event.type()
        if kind is QEvent.Type.UpdateRequest:
            self._session.hold()
        elif kind is QEvent.Type.Show and watched is self._page:
            self._watch(self._page.window())
        return False

    def _watch(self, window: QWidget) -> None:
        if window is self._window or window is self._page:
            return
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window
        window.installEventFilter(self)

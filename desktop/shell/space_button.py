"""A button of the space switcher that opens its space when something is held over it in a drag."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QToolButton, QWidget

_HELD_MS = 350


class SpaceButton(QToolButton):
    """What is dragged is not taken here: it goes on to the space that opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(_HELD_MS)
        self._held.timeout.connect(self._on_held)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Begin to wait; only what is accepted is told when it leaves."""
        event.accept()
        self._held.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop waiting."""
        self._held.stop()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the space at once, and leave what was dropped."""
        self._held.stop()
        event.ignore()
        self._on_held()

    def _on_held(self) -> None:
        action = self.defaultAction()
        if action is not None:
            action.trigger()

"""What scrolls a part of a step up and down, and brings into sight what has just come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from desktop.desk.settling import Delay
from desktop.foundation.theme import theme

_GAP_PX = 10


class StepScroll(QScrollArea):
    """Scrolls a step up and down; its width is the view's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._soon = Delay(0, self._bring, self)
        # What has come may still grow: its formulas are drawn on another thread.
        self.verticalScrollBar().rangeChanged.connect(self._bring)
        self.verticalScrollBar().actionTriggered.connect(self._forget)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll so that a widget is seen, once it has its place."""
        self._wanted = widget
        self._soon.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go where the reader wants to, and nowhere else."""
        self._forget()
        super().wheelEvent(event)

    def _forget(self) -> None:
        self._wanted = None

    def _bring(self) -> None:
        wanted, content = self._wanted, self.widget()
        if wanted is None or content is None or not (isValid(wanted) and wanted.isVisible()):
            return
        if not content.isAncestorOf(wanted):
            # The step was laid out anew, and its parts went to the other column.
            return
        gap = theme().px(_GAP_PX)
        self.ensureWidgetVisible(wanted, 0, gap)
        # Of what is higher than there is room, the beginning is to be seen.
        top = wanted.mapTo(content, wanted.rect().topLeft()).y()
        if top < self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(max(0, top - gap // 2))

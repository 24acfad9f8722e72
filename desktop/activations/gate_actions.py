"""A chosen function on its way to the graph space: sent, copied, or dragged there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QDrag, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.activations.desk import ActivationDesk
from desktop.activations.gate import function_drawing, function_mime
from desktop.foundation.page_action import page_action
from engine.drawing.drawing import Drawing


class GateActions(QObject):
    """The actions for the selected function.

    Signals:
        sent(drawing: Drawing): The graph space is to show this.
        reported(text: str, severity: str): What was copied.
    """

    sent = Signal(object)
    reported = Signal(str, str)

    def __init__(self, desk: ActivationDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self.open_action = page_action(
            self,
            self.tr("Open as a graph"),
            self.tr("Show the selected function as a gate in the graph space, fed by x"),
            self._on_open,
            "Ctrl+G",
        )
        self.copy_action = page_action(
            self,
            self.tr("Copy as a gate"),
            self.tr("Copy the selected function; paste it into a graph with Ctrl+V"),
            self._on_copy,
            "Ctrl+C",
        )
        desk.chosen_changed.connect(self._enable)
        desk.hidden_changed.connect(self._enable)
        self._enable()

    @property
    def actions(self) -> list[QAction]:
        """Both actions."""
        return [self.open_action, self.copy_action]

    def drag(self, name: str) -> None:
        """Let a function be dragged to the graph space, by way of its button in the top bar."""
        drag = QDrag(self._widget)
        drag.setMimeData(function_mime(self._desk, name))
        drag.exec(Qt.DropAction.CopyAction)

    def _drawing(self) -> Drawing:
        return function_drawing(self._desk, self._desk.selected)

    def _on_open(self) -> None:
        self.sent.emit(self._drawing())

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(function_mime(self._desk, self._desk.selected))
        self.reported.emit(
            self.tr("Copied; in the graph space, Ctrl+V puts it on the canvas."), "info"
        )

    def _enable(self) -> None:
        for action in self.actions:
            # As a graph it would tell its numbers.
            action.setEnabled(bool(self._desk.selected) and not self._desk.hidden)

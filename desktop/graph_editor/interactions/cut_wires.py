"""The knife: a line drawn across wires cuts them all at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, Qt

from desktop.graph_editor.commands import wiring
from desktop.graph_editor.interactions.gesture import Canvas, Gesture, Pointer
from engine.graph.model import InputPort


class CutGesture(Gesture):
    """Draws a straight cut from the press to the pointer; letting go cuts what it crosses."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        super().__init__(canvas, start)
        self._crossed: dict[InputPort, QPointF] = {}
        self._is_dragging = False

    def move(self, pointer: Pointer) -> None:
        """Mark the wires under the cut and say how many there are."""
        self._is_dragging = self._is_dragging or pointer.is_dragged_from(self.start)
        if not self._is_dragging:
            return
        line = QLineF(self.start.scene, pointer.scene)
        self._crossed = self.canvas.hits.wires_across(line)
        self.canvas.overlay.show_knife(line, list(self._crossed.values()))
        self.canvas.set_cut(frozenset(self._crossed))
        self.canvas.show_hint(self._sentence())

    def finish(self, pointer: Pointer) -> None:
        """Cut in one step; a click cuts nothing and keeps the selection."""
        self._clear()
        if self._crossed:
            document = self.canvas.document
            text = QCoreApplication.translate("CutGesture", "cut wires")
            ports = document.shown.whole_ports(self._crossed)
            document.push(text, wiring.cut(document.drawing, ports))

    def cancel(self) -> None:
        """Leave every wire whole."""
        self._clear()

    def _clear(self) -> None:
        self.canvas.overlay.hide_knife()
        self.canvas.set_cut(frozenset())
        self.canvas.show_hint("")

    def _sentence(self) -> str:
        if not self._crossed:
            return QCoreApplication.translate("CutGesture", "Draw across the wires to cut.")
        if len(self._crossed) == 1:
            return QCoreApplication.translate("CutGesture", "Let go to cut one wire.")
        sentence = QCoreApplication.translate("CutGesture", "Let go to cut {} wires.")
        return sentence.format(len(self._crossed))

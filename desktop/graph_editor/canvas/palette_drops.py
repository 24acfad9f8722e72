"""Dropping operations from the palette: on the canvas, or onto a wire to go into it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.editing.node_adder import LooseEnd
from desktop.graph_editor.palette.operation_search import OPERATION_MIME
from engine.graph.model import InputPort


class PaletteDrops:
    """Answers a view's drag and drop events."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    def enter(self, event: QDragEnterEvent) -> None:
        """Take the drag when it carries an operation."""
        if self._operation_in(event) is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def move(self, event: QDragMoveEvent) -> None:
        """Light the wire under the pointer if the gate can go into it."""
        name = self._operation_in(event)
        if name is None:
            event.ignore()
            return
        self._view.set_insertion(self._wire_for(name, self._place(event)))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def leave(self) -> None:
        """Forget the drag."""
        self._view.set_insertion(None)

    def drop(self, event: QDropEvent) -> None:
        """Add the operation and give the canvas the focus."""
        self._view.set_insertion(None)
        name = self._operation_in(event)
        if name is None:
            event.ignore()
            return
        place = self._place(event)
        self._view.adder.add(name, place, LooseEnd(onto=self._wire_for(name, place)))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)

    def _place(self, event: QDropEvent) -> QPointF:
        return self._view.mapToScene(event.position().toPoint())

    def _wire_for(self, name: str, place: QPointF) -> InputPort | None:
        operation = self._view.adder.operation(name)
        takes_wire = operation is not None and operation.arity
        return self._view.hits.wire_at(place) if takes_wire else None

    def _operation_in(self, event: QDropEvent) -> str | None:
        if not event.mimeData().hasFormat(OPERATION_MIME):
            return None
        name = bytes(event.mimeData().data(OPERATION_MIME).data()).decode("utf-8", "replace")
        return name if self._view.adder.operation(name) is not None else None

"""Moving nodes: a drag moves the selection, a loose gate dropped on a wire goes into it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.commands import edits
from desktop.graph_editor.interactions.gesture import Canvas, Gesture, Pointer
from engine.errors import EngineError
from engine.graph.drawing import Drawing, Point
from engine.graph.model import InputPort, NodeId


class MoveGesture(Gesture):
    """Selects on press and moves on drag; with Alt held it drags copies away.

    While it lasts only the items move; the document gets one step at the end.
    """

    def __init__(self, canvas: Canvas, start: Pointer, node_id: NodeId) -> None:
        super().__init__(canvas, start)
        self._node = node_id
        self._selected_before = canvas.selected_nodes()
        self._origins: dict[NodeId, Point] = {}
        self._insertion: InputPort | None = None
        self._before: Drawing = canvas.document.drawing
        self._has_copied = False
        self._is_dragging = False
        self._may_insert = False
        self._select_pressed()

    def move(self, pointer: Pointer) -> None:
        """Show the nodes where the hand is."""
        if not self._is_dragging:
            if not pointer.is_dragged_from(self.start):
                return
            self._begin()
        self.canvas.preview_move(self._places(pointer))
        self._find_insertion()

    def finish(self, pointer: Pointer) -> None:
        """Make one step of it, or take a plain click for a selection of one."""
        document = self.canvas.document
        self.canvas.set_insertion(None)
        if not self._is_dragging:
            self._select_clicked()
            return
        places = self._places(pointer)
        if self._insertion is not None and not self._has_copied:
            try:
                document.insert_on_wire(self._node, self._insertion, places[self._node])
            except EngineError as error:
                self.canvas.refuse(error_sentence(error))
            else:
                return
        document.move(places, self.step_key if self._has_copied else None)
        # A drag back to the start is no edit, but leaves the items where the hand let go.
        self.canvas.preview_move(dict(document.drawing.positions))

    def cancel(self) -> None:
        """Put everything back."""
        self.canvas.set_insertion(None)
        self.canvas.show_hint("")
        if self._has_copied:
            self.canvas.document.push("", self._before, self.step_key)
        elif self._is_dragging:
            self.canvas.preview_move(self._origins)
        self.canvas.select(self._selected_before)

    def _select_pressed(self) -> None:
        if self._node in self._selected_before:
            return
        adds = self.start.holds(Qt.KeyboardModifier.ShiftModifier) or self.start.holds(
            Qt.KeyboardModifier.ControlModifier
        )
        self.canvas.select((self._selected_before if adds else frozenset()) | {self._node})

    def _select_clicked(self) -> None:
        if self._node not in self._selected_before:
            return
        if self.start.holds(Qt.KeyboardModifier.ControlModifier):
            self.canvas.select(self._selected_before - {self._node})
        elif not self.start.holds(Qt.KeyboardModifier.ShiftModifier):
            self.canvas.select({self._node})

    def _begin(self) -> None:
        self._is_dragging = True
        document = self.canvas.document
        moved = self.canvas.selected_nodes() or frozenset({self._node})
        if self.start.holds(Qt.KeyboardModifier.AltModifier):
            moved = document.duplicate(moved, (0.0, 0.0), self.step_key)
            self._has_copied = True
            self.canvas.select(moved)
        positions = document.drawing.positions
        self._may_insert = (
            moved == {self._node}
            and not self._has_copied
            and edits.is_insertable(document.graph, self._node)
        )
        self._origins = {node_id: positions.get(node_id, (0.0, 0.0)) for node_id in moved}

    def _places(self, pointer: Pointer) -> dict[NodeId, Point]:
        way = pointer.scene - self.start.scene
        # Only the way is rounded: what stood in line still does.
        dx, dy = round(way.x()), round(way.y())
        return {node_id: (x + dx, y + dy) for node_id, (x, y) in self._origins.items()}

    def _find_insertion(self) -> None:
        found = self._wire_below() if self._may_insert else None
        if found != self._insertion:
            self._insertion = found
            self.canvas.set_insertion(found)
            text = QCoreApplication.translate("MoveGesture", "Drop it to put it into this wire.")
            self.canvas.show_hint(text if found is not None else "")

    def _wire_below(self) -> InputPort | None:
        place = self.canvas.hits.centre(self._node)
        return self.canvas.hits.wire_at(QPointF(place), besides=self._node)

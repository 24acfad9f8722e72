"""Moving nodes, and a frame with its members."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.gestures.gesture import Canvas, Gesture, Pointer
from desktop.graph_editor.gestures.snapping import SNAP_PX, Snap, Snapping
from desktop.graph_editor.scene.free_room import room_in_wire
from desktop.graph_editor.scene.hit_testing import OutputPort
from engine.drawing import edits, group_edits
from engine.drawing.drawing import Drawing, Point
from engine.drawing.fits import check_shapes
from engine.errors import EngineError
from engine.graph.model import InputPort, NodeId


class MoveGesture(Gesture):
    """Selects on press and moves on drag; with Alt held at the press it drags copies away.

    What is dragged snaps to its neighbours, but not while Alt is held; Shift keeps it to one
    axis. While the gesture lasts only the items move; the document gets one step at the end.
    """

    cursor = Qt.CursorShape.ClosedHandCursor
    pans_at_edges = True

    def __init__(self, canvas: Canvas, start: Pointer, node_id: NodeId) -> None:
        super().__init__(canvas, start)
        self._node = node_id
        self._selected_before = canvas.selected_nodes()
        self._origins: dict[NodeId, Point] = {}
        self._under: InputPort | None = None
        self._insertion: InputPort | None = None
        self._before: Drawing = canvas.document.drawing
        self._has_copied = False
        self._is_dragging = False
        self._may_insert = False
        self._snapping: Snapping | None = None
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
        self.canvas.show_hint("")
        if not self._is_dragging:
            self._select_clicked()
            return
        places = self._places(pointer)
        self.canvas.overlay.show_guides(())
        if self._insertion is not None and not self._has_copied:
            try:
                place, aside = self._room_in(self._insertion, places[self._node])
                document.insert_on_wire(self._node, self._insertion, place, aside)
            except EngineError as error:
                self.canvas.refuse(error_sentence(error))
            else:
                return
        document.move(places, self.step_key if self._has_copied else None)
        # A drag back to the start is no edit, but leaves the items where the hand let go.
        self.canvas.preview_move(dict(document.shown.drawing.positions))

    def cancel(self) -> None:
        """Put everything back."""
        self.canvas.set_insertion(None)
        self.canvas.overlay.show_guides(())
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
            moved = self._copied(moved)
        positions = document.shown.drawing.positions
        self._may_insert = (
            moved == {self._node}
            and not self._has_copied
            and edits.is_insertable(document.shown.graph, self._node)
        )
        self._origins = {node_id: positions.get(node_id, (0.0, 0.0)) for node_id in moved}
        if self.canvas.snaps:
            self._snapping = self._find_neighbours()

    def _copied(self, nodes: frozenset[NodeId]) -> frozenset[NodeId]:
        """Return copies of nodes, to be moved in their place; the nodes where that is refused."""
        try:
            copies = self.canvas.document.duplicate(nodes, (0.0, 0.0), self.step_key)
        except EngineError as error:
            self.canvas.refuse(error_sentence(error))
            return nodes
        self._has_copied = True
        self.canvas.select(copies)
        return copies

    def _find_neighbours(self) -> Snapping:
        hits, graph = self.canvas.hits, self.canvas.document.shown.graph
        cards = hits.cards()
        area = QRectF()
        for node_id in self._origins:
            area = area.united(cards[node_id])
        wires = []
        for port, source in graph.wires.items():
            if (port.node in self._origins) != (source in self._origins):
                ends = (hits.port_point(port), hits.port_point(OutputPort(source)))
                wires.append(ends if port.node in self._origins else ends[::-1])
        others = [card for node_id, card in cards.items() if node_id not in self._origins]
        return Snapping(area, others, wires)

    def _places(self, pointer: Pointer) -> dict[NodeId, Point]:
        way = pointer.scene - self.start.scene
        goes_x = goes_y = True
        if pointer.holds(Qt.KeyboardModifier.ShiftModifier):
            goes_x = abs(way.x()) >= abs(way.y())
            goes_y = not goes_x
        dx, dy = way.x() if goes_x else 0.0, way.y() if goes_y else 0.0
        snap = Snap()
        if self._snapping is not None and not pointer.holds(Qt.KeyboardModifier.AltModifier):
            reach = SNAP_PX / self.canvas.hits.scale
            snap = self._snapping.snap(dx, dy, reach, along_x=goes_x, along_y=goes_y)
        self.canvas.overlay.show_guides(snap.guides)
        # Only the way is rounded: what stood in line still does.
        dx, dy = round(dx + snap.dx), round(dy + snap.dy)
        return {node_id: (x + dx, y + dy) for node_id, (x, y) in self._origins.items()}

    def _find_insertion(self) -> None:
        found = self._wire_below() if self._may_insert else None
        if found == self._under:
            return
        self._under = found
        refusal = self._refusal(found) if found is not None else ""
        self._insertion = None if refusal else found
        self.canvas.set_insertion(self._insertion)
        if self._insertion is None:
            self.canvas.show_hint(refusal, is_refusal=True)
        else:
            self.canvas.show_hint(
                QCoreApplication.translate("MoveGesture", "Drop it to put it into this wire.")
            )

    def _room_in(self, wire: InputPort, place: Point) -> tuple[Point, dict[NodeId, Point]]:
        """Return where the gate goes in a wire, and where others go aside for it."""
        hits = self.canvas.hits
        cards = hits.cards()
        card = cards[self._node].translated(QPointF(*place) - hits.centre(self._node))
        way, aside = room_in_wire(self.canvas.document.shown.drawing, wire, card, cards)
        return (round(place[0] + way), place[1]), aside

    def _refusal(self, wire: InputPort) -> str:
        try:
            entry = InputPort(self._node, 0)
            shown = self.canvas.document.shown.drawing
            after = group_edits.insert_on_wire(shown, self._node, [entry], (wire,))
            # Where it only lies on its way it does not break what can be computed.
            check_shapes(after.graph, (self._node, wire.node))
        except EngineError as error:
            return error_sentence(error)
        return ""

    def _wire_below(self) -> InputPort | None:
        place = self.canvas.hits.centre(self._node)
        return self.canvas.hits.wire_at(QPointF(place), besides=self._node)


class CarryGesture(MoveGesture):
    """Carries copies of nodes along with the pointer until a press puts them down.

    Escape takes them away again. Making and moving them is one step.
    """

    ends_on_press = True

    def __init__(self, canvas: Canvas, start: Pointer, nodes: frozenset[NodeId]) -> None:
        """Copy the nodes and take the copies into the hand.

        Args:
            canvas: Where it happens.
            start: Where the pointer is.
            nodes: What is copied.

        Raises:
            EngineError: The drawing would be too large.
        """
        super().__init__(canvas, start, min(nodes))
        document = canvas.document
        copies = document.duplicate(nodes, merge_key=self.step_key)
        self._has_copied = self._is_dragging = True
        canvas.select(copies)
        self._node = min(copies)
        positions = document.shown.drawing.positions
        self._origins = {node_id: positions.get(node_id, (0.0, 0.0)) for node_id in copies}
        if canvas.snaps:
            self._snapping = self._find_neighbours()
        self._made = document.drawing

    def cancel(self) -> None:
        """Take the copies away, unless the drawing they were made in has gone meanwhile."""
        self._has_copied = self._is_dragging = self._made is self.canvas.document.drawing
        super().cancel()


class FrameGesture(Gesture):
    """Selects a frame's members on press, with Shift added to the selection, and moves them.

    While it lasts only the items move; the document gets one step at the end.
    """

    cursor = Qt.CursorShape.ClosedHandCursor
    pans_at_edges = True

    def __init__(self, canvas: Canvas, start: Pointer, members: frozenset[NodeId]) -> None:
        super().__init__(canvas, start)
        self._selected_before = canvas.selected_nodes()
        positions = canvas.document.shown.drawing.positions
        self._origins = {node_id: positions.get(node_id, (0.0, 0.0)) for node_id in members}
        self._is_dragging = False
        adds = start.holds(Qt.KeyboardModifier.ShiftModifier)
        canvas.select((self._selected_before if adds else frozenset()) | members)

    def move(self, pointer: Pointer) -> None:
        """Show the members where the hand is."""
        self._is_dragging = self._is_dragging or pointer.is_dragged_from(self.start)
        if self._is_dragging:
            self.canvas.preview_move(self._places(pointer))

    def finish(self, pointer: Pointer) -> None:
        """Make one step of it; a mere click has selected the members."""
        if not self._is_dragging:
            return
        document = self.canvas.document
        document.move(self._places(pointer))
        positions = document.shown.drawing.positions
        # A drag back to the start is no edit, but leaves the items where the hand let go.
        self.canvas.preview_move({node_id: positions[node_id] for node_id in self._origins})

    def cancel(self) -> None:
        """Put everything back."""
        self.canvas.preview_move(self._origins)
        self.canvas.select(self._selected_before)

    def _places(self, pointer: Pointer) -> dict[NodeId, Point]:
        way = pointer.scene - self.start.scene
        dx, dy = round(way.x()), round(way.y())
        return {node_id: (x + dx, y + dy) for node_id, (x, y) in self._origins.items()}

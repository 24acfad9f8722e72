"""The scene: shows a document's drawing and numbers, and says what is selected and where."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from desktop.desk.settling import Settling
from desktop.foundation.theme import theme_notifier
from desktop.graph_editor.document.change import ChangeKind, DocumentChange
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.frames.frame_layer import FrameLayer
from desktop.graph_editor.items.canvas_style import canvas_style
from desktop.graph_editor.items.label_item import Label
from desktop.graph_editor.scene.canvas_items import CanvasItems
from desktop.graph_editor.scene.glide import Glide
from desktop.graph_editor.scene.highlighting import Emphasis, Highlighting
from desktop.graph_editor.scene.hit_testing import HitTesting, Port
from desktop.graph_editor.scene.label_layer import LabelLayer
from desktop.graph_editor.scene.measuring import card_box, column_gaps, node_sizes
from desktop.graph_editor.scene.number_labels import numbers_seen
from desktop.graph_editor.scene.number_places import number_at, number_rect, numbers_of
from engine.drawing.clearances import CardBox
from engine.drawing.drawing import Point
from engine.drawing.layout import Size
from engine.drawing.passes import PassView
from engine.drawing.record_reader import FARTHEST
from engine.explanation.number_arithmetic import NumberPlace
from engine.graph.model import InputPort, NodeId

# Large and fixed: `centerOn` fails without a word outside the scene's rectangle.


class GraphScene(QGraphicsScene, Settling):
    """Follows a document; it changes nothing itself.

    Signals:
        node_selected(ids: frozenset[NodeId]): Other nodes or wires are selected; the nodes.
        numbers_written(): The numbers on the canvas may be others.
    """

    node_selected = Signal(object)
    numbers_written = Signal()

    def __init__(
        self,
        document: Document,
        parent: QObject | None = None,
        pass_view: Callable[[], PassView | None] = lambda: None,
    ) -> None:
        """Show a document.

        Args:
            document: What is shown.
            parent: What owns the scene.
            pass_view: Tells which position on the timeline is to be seen, None for everything. It
                is asked when the document has changed, so that each number is written once.
        """
        super().__init__(parent)
        self.document = document
        self._pass_view = pass_view
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setSceneRect(-FARTHEST, -FARTHEST, 2 * FARTHEST, 2 * FARTHEST)
        self.items_shown = CanvasItems(self)
        self.labels = LabelLayer(self, self.items_shown)
        self.frames = FrameLayer(self, self.items_shown.nodes)
        self.hits = HitTesting(self.items_shown)
        self._look = Highlighting(self.items_shown, self.labels)
        self._glide = Glide(self._move_items, self)
        self._pass: PassView | None = None
        self._written_of: tuple[object, ...] = ()
        self._shows_shapes = True
        self._names: Mapping[NodeId, str] = {}
        document.changed.connect(self._on_document_changed)
        theme_notifier().follow(self._on_theme_changed)
        self._show_drawing()

    # Selection ------------------------------------------------------------------------------

    def selected_nodes(self) -> frozenset[NodeId]:
        """Return the selected nodes."""
        return self._look.nodes

    def selected_wires(self) -> frozenset[InputPort]:
        """Return the selected wires, each by its input port."""
        return self._look.wires

    def select(self, ids: Iterable[NodeId], wires: Iterable[InputPort] = ()) -> None:
        """Select these nodes and wires and nothing else."""
        graph = self.document.shown.graph
        nodes = self.document.shown.shown_ids(ids)
        ports = frozenset(port for port in wires if port in graph.wires)
        has_changed = (nodes, ports) != (self._look.nodes, self._look.wires)
        self._look.nodes = nodes
        self._look.wires = ports
        self._apply_look()
        if has_changed:
            self.node_selected.emit(nodes)

    # What is shown --------------------------------------------------------------------------

    def show_pass(self, view: PassView | None) -> None:
        """Show a position on the timeline, or everything at once for None."""
        self._pass = view
        self._look.shown = view
        if self._write_numbers():
            self._apply_look()

    def set_digits(self, digits: int) -> None:
        """Show numbers with so many decimals."""
        if digits != self.items_shown.digits:
            self.items_shown.restyle(digits)
            self._write_numbers()
            self._apply_look()

    def set_shows_shapes(self, shows_shapes: bool) -> None:
        """Write the shapes of vectors and matrices beside them, or not."""
        if shows_shapes != self._shows_shapes:
            self._shows_shapes = shows_shapes
            self._write_numbers()
            self._apply_look()

    def set_shows_names(self, shows_names: bool) -> None:
        """Write on gates that nobody named what they are called elsewhere, or not."""
        if shows_names != self.items_shown.shows_names:
            self.items_shown.shows_names = shows_names
            self._show_drawing()

    def set_hovered(self, thing: NodeId | InputPort | None) -> None:
        """Light the cone of a node or a wire."""
        if thing != self._look.hovered:
            self._look.hovered = thing
            self._apply_cone()

    @property
    def lights_selection(self) -> bool:
        """Whether what leads to the selection and follows from it is lit."""
        return self._look.lights_selection

    def toggle_lights_selection(self) -> None:
        """Light the cone of what is selected, or no longer."""
        self._look.lights_selection = not self._look.lights_selection
        self._apply_cone()

    def set_candidates(
        self, ports: frozenset[Port] | None, origin: NodeId | None, hidden: InputPort | None
    ) -> None:
        """Light the ports that a loose wire fits and dim the rest; None ends it."""
        self._look.candidates = ports
        self._look.drag_origin = origin
        self._look.hidden = hidden
        self._apply_cone()

    def set_emphasis(self, emphasis: Emphasis | None) -> None:
        """Light what a tool speaks of and let the rest step back; None ends it."""
        if emphasis is not None:
            shown = self.document.shown
            emphasis = Emphasis(shown.shown_ids(emphasis.nodes), shown.shown_ports(emphasis.wires))
        if emphasis != self._look.emphasised:
            self._look.emphasised = emphasis
            self._apply_cone()

    def set_notes(self, notes: Mapping[NodeId, Label]) -> None:
        """Write what a tool says of nodes under their cards; nothing ends it."""
        self.labels.set_notes(notes)
        self._apply_look()

    @contextmanager
    def shown_plainly(self) -> Iterator[None]:
        """Show for a picture no selection and no hovering, and every number however small."""
        look = self._look
        kept = look.nodes, look.wires, look.hovered
        was_readable = self.labels.is_readable
        look.nodes, look.wires, look.hovered = frozenset(), frozenset(), None
        self.labels.set_readable(True)
        self._apply_look()
        try:
            yield
        finally:
            look.nodes, look.wires, look.hovered = kept
            self.labels.set_readable(was_readable)
            self._apply_look()

    def set_insertion(self, wire: InputPort | None) -> None:
        """Light the wire that a dragged node would go into."""
        if wire != self._look.insertion:
            self._look.insertion = wire
            self._apply_look()

    def set_cut(self, wires: frozenset[InputPort]) -> None:
        """Mark the wires that the knife would cut."""
        if wires != self._look.cut:
            self._look.cut = wires
            self._apply_look()

    def preview_move(self, places: Mapping[NodeId, Point]) -> None:
        """Show nodes elsewhere without changing the document, while a hand drags them."""
        self._glide.finish_now()
        self._move_items(places)

    def finish_glide(self) -> None:
        """Put gliding nodes where they belong, because a hand takes hold of something."""
        self._glide.finish_now()

    # Places ---------------------------------------------------------------------------------

    def node_rect(self, node_id: NodeId) -> QRectF:
        """Return a node's card where the document has it."""
        face = self.items_shown.nodes[node_id].face
        return face.card.translated(self._place(node_id))

    def number_at(self, point: QPointF) -> NumberPlace | None:
        """Return the number at a place in the scene."""
        return number_at(self.labels, point)

    def number_rect(self, which: NumberPlace) -> QRectF:
        """Return where a number lies now."""
        return number_rect(self.labels, self.items_shown, which)

    def numbers_of(self, node_id: NodeId) -> list[NumberPlace]:
        """Return the numbers of a node: its value, its gradient, those that it sends back."""
        return numbers_of(self.labels.numbers.graph, node_id)

    def label_rects(self) -> list[QRectF]:
        """Return the rectangles of all numbers outside the cards, where the document has them."""
        return self.labels.boxes(self._place)

    def node_sizes(self) -> dict[NodeId, Size]:
        """Return what arranging has to leave room for, by node."""
        nodes = self.items_shown.nodes
        return node_sizes(self.labels.numbers, lambda node_id: nodes[node_id].face)

    def column_gaps(self) -> dict[NodeId, float]:
        """Return for each node the gap before it that the widest number there needs."""
        return column_gaps(self.labels.numbers)

    def card_boxes(self) -> dict[NodeId, CardBox]:
        """Return the cards and captions that arranging keeps wires out of."""
        return {key: card_box(item.face) for key, item in self.items_shown.nodes.items()}

    def contents_rect(self) -> QRectF:
        """Return the rectangle round all nodes and numbers, null when there are none."""
        nodes = self.items_shown.nodes
        places = {key: self._place(key) for key in nodes}
        whole = self.labels.extent(places.__getitem__)
        for key, item in nodes.items():
            whole |= item.face.outline.translated(places[key])
        for rect in self.frames.rects(self._place):
            whole |= rect
        return whole

    def shutdown(self) -> None:
        """Stop following, because the page is closing."""
        self.document.changed.disconnect(self._on_document_changed)
        theme_notifier().unfollow(self._on_theme_changed)

    # Following ------------------------------------------------------------------------------

    def _on_document_changed(self, change: DocumentChange) -> None:
        start: dict[NodeId, Point] = {}
        if change.kind is ChangeKind.ARRANGEMENT:
            self._glide.stop()
            items = self.items_shown
            start = {node_id: items.place(node_id) for node_id in items.nodes}
        is_elsewhere = change.kind in (ChangeKind.LOAD, ChangeKind.PLACE)
        if is_elsewhere:
            self._look.nodes = frozenset()
            self._look.wires = frozenset()
        self._glide.abandon()
        before = self._look.nodes
        if change.kind is ChangeKind.ARRANGEMENT and change.after.graph is not change.before.graph:
            self._look.nodes = self._same_by_name(before)
        if change.after.graph is not change.before.graph or is_elsewhere:
            # Numbers of a pass over another graph would be lies.
            self._pass = self._look.shown = self._pass_view()
        self._show_drawing()
        self._glide_from(start)
        if self._look.nodes != before or is_elsewhere:
            self.node_selected.emit(self._look.nodes)

    def _same_by_name(self, nodes: frozenset[NodeId]) -> frozenset[NodeId]:
        """Return the nodes that are called as some were: a formula builds all of them anew."""
        names = {self._names[node] for node in nodes if node in self._names}
        now = self.document.shown.graph.names
        return frozenset(node for node, name in now.items() if name in names)

    def _glide_from(self, start: Mapping[NodeId, Point]) -> None:
        end = {
            node_id: place
            for node_id, place in self.document.shown.drawing.positions.items()
            if node_id in start and start[node_id] != place
        }
        if end:
            self._glide.begin({node_id: start[node_id] for node_id in end}, end)

    def _show_drawing(self) -> None:
        drawing = self.document.shown.drawing
        self._names = drawing.graph.names
        self._look.forget_missing(drawing.graph)
        self.items_shown.show(drawing)
        self.frames.show(drawing)
        self._write_numbers()
        self._apply_look()

    def _write_numbers(self) -> bool:
        """Write the numbers; tell whether they may be others than those that are written."""
        evaluation = self.document.shown_evaluation
        seen = self.document.shown
        veil = self.document.veil
        hides_gradients = bool(veil.wires or veil.nodes)
        made_of = (
            evaluation,
            seen,
            self._pass,
            self.items_shown.digits,
            self._shows_shapes,
            hides_gradients,
            canvas_style(),
        )
        if len(self._written_of) == len(made_of) and all(
            map(operator.is_, made_of, self._written_of)
        ):
            return False
        self._written_of = made_of
        numbers = numbers_seen(
            seen,
            evaluation,
            self.items_shown.digits,
            view=self._pass,
            shows_shapes=self._shows_shapes,
            hides_gradients=hides_gradients,
        )
        self._look.misfits = frozenset(numbers.misfits)
        self.labels.show(numbers)
        self.numbers_written.emit()
        return True

    def _apply_cone(self) -> None:
        self._apply_look()
        # Nearly everything fades or comes back: one whole repaint costs less than a region made
        # of a thousand rectangles.
        self.update()

    def _apply_look(self) -> None:
        self._look.apply(self.document.shown.graph, self.document.shown_evaluation)
        self.frames.mark(self._look.nodes)

    def _move_items(self, places: Mapping[NodeId, Point]) -> None:
        moved = self.items_shown.move(places)
        self.labels.follow(moved, places)
        self.frames.follow(places.keys())

    def _place(self, node_id: NodeId) -> QPointF:
        return QPointF(*self.document.shown.drawing.positions.get(node_id, (0.0, 0.0)))

    def _on_theme_changed(self) -> None:
        self.items_shown.restyle(self.items_shown.digits)
        self.labels.restyle()
        self.frames.restyle()
        self._write_numbers()
        self.update()

"""The view of a scene and what lies over it: search, typing, hints, the wire in the hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from desktop.graph_editor.camera import STEP, Camera
from desktop.graph_editor.canvas_grid import CanvasGrid
from desktop.graph_editor.document import Document
from desktop.graph_editor.hit_testing import HitTesting, Port
from desktop.graph_editor.inline_editor import InlineEditor
from desktop.graph_editor.inline_edits import InlineEdits
from desktop.graph_editor.items.band_item import BandItem
from desktop.graph_editor.items.wire_item import WireItem, WireLook
from desktop.graph_editor.node_adder import LooseEnd, NodeAdder
from desktop.graph_editor.pointer_hint import PointerHint
from desktop.graph_editor.scene import GraphScene
from desktop.graph_editor.search_popup import Fits, SearchPopup
from desktop.graph_editor.selection_edits import SelectionEdits
from engine.graph.drawing import Point
from engine.graph.model import InputPort, NodeId


class CanvasView(QGraphicsView):
    """Offers gestures and commands what they need (`interactions.gesture.Canvas`).

    Signals:
        message(sentence: str): Why something was refused, for the message bar.
    """

    message = Signal(str)

    def __init__(
        self, scene: GraphScene, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(scene, parent)
        self.document = document
        self.graph_scene = scene
        self.hits: HitTesting = scene.hits
        self.camera = Camera(self, scene)
        self.edits = SelectionEdits(document, scene, self.refuse)
        self.hint = PointerHint(self.viewport())
        self.editor = InlineEditor(self, self.hint)
        self.search = SearchPopup(self)
        self.adder = NodeAdder(document, scene, self.search, self.refuse)
        self.typing = InlineEdits(document, self.editor, self.camera.follow_contents)
        self._grid = CanvasGrid()
        self._loose_wire: WireItem | None = None
        self._band: BandItem | None = None
        self._pointer: QPoint | None = None
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Canvas of the graph"))
        self.setAccessibleDescription(
            self.tr(
                "Arrows walk from node to node, Enter edits, Tab searches an operation to add, "
                "Delete removes."
            )
        )
        self.setWhatsThis(
            self.tr(
                "Drag operations here and wire their ports. Values stand above the wires, "
                "gradients below. Double-click or press Tab to search an operation."
            )
        )

    # What gestures ask for --------------------------------------------------------------------

    def selected_nodes(self) -> frozenset[NodeId]:
        """Return the selected nodes."""
        return self.graph_scene.selected_nodes()

    def select(self, ids: Iterable[NodeId], wires: Iterable[InputPort] = ()) -> None:
        """Select these and nothing else."""
        self.graph_scene.select(ids, wires)

    def preview_move(self, places: Mapping[NodeId, Point]) -> None:
        """Show nodes elsewhere without an edit."""
        self.graph_scene.preview_move(places)

    def set_candidates(
        self, ports: frozenset[Port] | None, origin: NodeId | None, hidden: InputPort | None
    ) -> None:
        """Light what a loose wire fits; None ends it."""
        self.graph_scene.set_candidates(ports, origin, hidden)

    def set_insertion(self, wire: InputPort | None) -> None:
        """Light the wire that a node would go into."""
        self.graph_scene.set_insertion(wire)

    def show_loose_wire(self, start: QPointF, end: QPointF, look: WireLook) -> None:
        """Draw the wire in the hand."""
        if self._loose_wire is None:
            self._loose_wire = WireItem(start, end)
            self._loose_wire.setZValue(3)
            self.graph_scene.addItem(self._loose_wire)
        self._loose_wire.set_ends(start, end)
        self._loose_wire.set_look(look)

    def hide_loose_wire(self) -> None:
        """Take the wire in the hand away."""
        if self._loose_wire is not None:
            self.graph_scene.removeItem(self._loose_wire)
            self._loose_wire = None

    def show_band(self, area: QRectF | None) -> None:
        """Draw the rubber band, or take it away."""
        if area is None:
            if self._band is not None:
                self.graph_scene.removeItem(self._band)
                self._band = None
            return
        if self._band is None:
            self._band = BandItem()
            self.graph_scene.addItem(self._band)
        self._band.set_area(area)

    def show_hint(self, text: str, is_refusal: bool = False) -> None:
        """Write a sentence beside the pointer; an empty one takes it away."""
        at = self._pointer if self._pointer is not None else self.viewport().rect().center()
        self.hint.show_text(text, at, is_refusal=is_refusal)

    def refuse(self, sentence: str) -> None:
        """Tell the user why something was not done."""
        self.message.emit(sentence)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move what is seen by device-independent pixels."""
        self.camera.scroll_by(dx, dy)

    def cancel_gesture(self) -> bool:
        """End what the mouse is doing as if it had not begun; tell whether it did anything."""
        return False

    def update_cursor(self) -> None:
        """Show what a press would begin here."""

    # Adding and typing ------------------------------------------------------------------------

    def open_search(
        self,
        place: QPointF,
        filter: Fits | None = None,  # noqa: A002  # the plain word at the call
        *,
        feed: NodeId | None = None,
        into: InputPort | None = None,
        onto: InputPort | None = None,
    ) -> None:
        """Offer operations to add at a place in the scene (`NodeAdder.open_search`)."""
        at = self.mapFromScene(place)
        self.adder.open_search(place, at, LooseEnd(feed, into, onto), filter)

    def open_search_here(self) -> None:
        """Offer operations to add where the pointer is."""
        self.open_search(self.pointer_place())

    def pointer_place(self) -> QPointF:
        """Return the pointer's place in the scene, the middle of the view when it is elsewhere."""
        at = self._pointer if self._pointer is not None else self.viewport().rect().center()
        return self.mapToScene(at)

    def paste(self) -> None:
        """Paste the nodes on the clipboard at the pointer."""
        self.edits.paste(self.pointer_place())

    def edit_value(self, node_id: NodeId) -> None:
        """Let the value of a source be typed."""
        item = self.graph_scene.items_shown.nodes[node_id]
        self.typing.edit_value(node_id, self._seen(node_id, item.face.value_zone))

    def rename(self, node_id: NodeId) -> None:
        """Let a node's name be typed."""
        item = self.graph_scene.items_shown.nodes[node_id]
        self.typing.rename(node_id, self._seen(node_id, item.face.title_zone))

    def edit_selected(self) -> None:
        """Type the value of the selected source."""
        node_id = self.edits.single()
        if node_id is not None and self.document.graph.nodes[node_id].is_source:
            self.edit_value(node_id)

    def rename_selected(self) -> None:
        """Type the name of the selected node."""
        node_id = self.edits.single()
        if node_id is not None:
            self.rename(node_id)

    def _seen(self, node_id: NodeId, zone: QRectF) -> QRect:
        self.camera.reveal(self.graph_scene.node_rect(node_id))
        place = self.graph_scene.items_shown.nodes[node_id].pos()
        return self.mapFromScene(zone.translated(place)).boundingRect()

    # Looking ----------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Make everything larger."""
        self.camera.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Make everything smaller."""
        self.camera.zoom_by(1.0 / STEP)

    def zoom_reset(self) -> None:
        """Show the canvas at its own size."""
        self.camera.reset()

    def zoom_to_fit(self) -> None:
        """Show the whole graph."""
        self.camera.fit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the ground with its dots."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        self._grid.paint(painter, QRectF(rect), seen, self.transform())

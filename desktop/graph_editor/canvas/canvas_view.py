"""The view of a scene and what lies over it: search, typing, hints, the wire in the hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from desktop.foundation.settings import SNAP, Settings
from desktop.foundation.translation import error_sentence
from desktop.graph_editor.canvas.camera import STEP, Camera
from desktop.graph_editor.canvas.grid import CanvasGrid
from desktop.graph_editor.canvas.mouse import CanvasMouse
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.editing.inline_editor import InlineEditor, InlineEdits
from desktop.graph_editor.editing.moving import Aligning, Nudging
from desktop.graph_editor.editing.node_adder import LooseEnd, NodeAdder
from desktop.graph_editor.editing.passage_edits import PassageEdits
from desktop.graph_editor.editing.pointer_hint import PointerHint
from desktop.graph_editor.editing.selection_edits import SelectionEdits
from desktop.graph_editor.frames.frame_editor import FrameEditor
from desktop.graph_editor.frames.frame_edits import FrameEdits
from desktop.graph_editor.gestures.gesture import Gesture, Pointer
from desktop.graph_editor.gestures.moving import CarryGesture
from desktop.graph_editor.gestures.overlay import CanvasOverlay
from desktop.graph_editor.groups.group_selection import GroupSelection
from desktop.graph_editor.opened_numbers.cells import is_typed_in_place
from desktop.graph_editor.opened_numbers.grid_edits import GridEdits
from desktop.graph_editor.opened_numbers.number_card import NumberCard
from desktop.graph_editor.opened_numbers.number_view import NumberView
from desktop.graph_editor.palette.search_popup import Fits, SearchPopup
from desktop.graph_editor.scene.hit_testing import HitTesting, Port
from desktop.graph_editor.scene.scene import GraphScene
from engine.drawing.drawing import Point
from engine.errors import EngineError
from engine.explanation.number_arithmetic import NumberPlace
from engine.graph.model import InputPort, NodeId


class CanvasView(QGraphicsView):
    """Offers gestures and commands what they need (`interactions.gesture.Canvas`).

    Signals:
        message(sentence: str): Why something was refused, for the message bar.
        handed_over(space: str, value: object): Something of the graph is to be shown elsewhere.
        menu_asked(at: QPoint, has_node: bool, by_key: bool): What can be done is to be offered, at
            a place on the screen, with a node or frame or with what lies between.
    """

    message = Signal(str)
    handed_over = Signal(str, object)
    menu_asked = Signal(QPoint, bool, bool)

    def __init__(
        self,
        scene: GraphScene,
        document: Document,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, parent)
        self.document = document
        self.graph_scene = scene
        self.hits: HitTesting = scene.hits
        self.settings = settings
        self.camera = Camera(self, scene)
        self.edits = SelectionEdits(document, scene, self.refuse)
        self.groups = GroupSelection(document, scene, self.refuse)
        self.hint = PointerHint(self.viewport())
        self.editor = InlineEditor(self, self.hint)
        self.search = SearchPopup(self)
        self.adder = NodeAdder(document, scene, self.search, self.refuse)
        self.nudging = Nudging(document, scene)
        self.aligning = Aligning(document, scene)
        self.typing = InlineEdits(document, self.editor, self.camera.follow_contents)
        self.tables = GridEdits(document, self, self.refuse)
        self.number_card = NumberCard(self, scene, settings)
        self.number_view = NumberView(scene, settings)
        self.frame_editor = FrameEditor(self)
        self.framing = FrameEdits(
            document,
            scene.frames,
            scene.selected_nodes,
            self.frame_editor,
            self._revealed,
            self.refuse,
        )
        self.passages = PassageEdits(document, scene, self.refuse)
        self._grid = CanvasGrid()
        self.overlay = CanvasOverlay(scene)
        self.mouse = CanvasMouse(self, self)
        # Whether keys walk over the canvas, and not the pointer.
        self.keys_lead = False
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

    def selected_wires(self) -> frozenset[InputPort]:
        """Return the selected wires, each by its input port."""
        return self.graph_scene.selected_wires()

    @property
    def snaps(self) -> bool:
        """Whether dragged nodes snap to their neighbours."""
        return self.settings.get(SNAP)

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

    def set_cut(self, wires: frozenset[InputPort]) -> None:
        """Mark the wires that the knife would cut."""
        self.graph_scene.set_cut(wires)

    def show_hint(self, text: str, is_refusal: bool = False, *, at: QRectF | None = None) -> None:
        """Write a sentence beside the pointer, or an area; an empty one takes it away."""
        if at is not None:
            area = self.mapFromScene(at).boundingRect()
            self.hint.show_beside(text, area, is_refusal=is_refusal)
            return
        self.hint.show_text(text, self._place(), is_refusal=is_refusal)

    def reveal(self, node_id: NodeId) -> None:
        """Scroll as little as brings a node into view."""
        self.camera.reveal(self.graph_scene.node_rect(node_id))

    def refuse(self, sentence: str) -> None:
        """Tell the user why something was not done."""
        self.message.emit(sentence)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move what is seen by device-independent pixels."""
        self.camera.scroll_by(dx, dy)

    def cancel_gesture(self) -> bool:
        """End what the mouse is doing as if it had not begun; tell whether it did anything."""
        return self.mouse.cancel()

    def settle_gesture(self) -> None:
        """Put down what is carried, and cancel anything else the mouse is doing."""
        if not self.mouse.put_down():
            self.mouse.cancel()

    def begin_gesture(self, gesture: Gesture) -> None:
        """Let keys lead a gesture until it is cancelled."""
        self.mouse.begin(gesture)

    def open_menu(self) -> None:
        """Offer what can be done with the selection, beside it."""
        nodes = self.selected_nodes()
        seen = self.viewport().rect().adjusted(4, 4, -4, -4)
        place = seen.center()
        if nodes:
            cards = [self.graph_scene.node_rect(node_id) for node_id in nodes]
            corner = max(cards, key=lambda card: card.right()).bottomRight()
            at = self.mapFromScene(corner)
            place.setX(max(seen.left(), min(at.x(), seen.right())))
            place.setY(max(seen.top(), min(at.y(), seen.bottom())))
        self.menu_asked.emit(self.viewport().mapToGlobal(place), bool(nodes), True)

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
        """Offer operations to add: into a selected wire, beside the node keys led to, or here."""
        wires, node_id = self.selected_wires(), self.edits.single()
        if len(wires) == 1 and not self.selected_nodes():
            wire = next(iter(wires))
            self.open_search(self.graph_scene.items_shown.wires[wire].middle, onto=wire)
        elif self.keys_lead and node_id is not None:
            self.reveal(node_id)
            self.open_search(self.hits.centre(node_id))
        else:
            self.open_search(self.pointer_place())

    def pointer_place(self) -> QPointF:
        """Return the pointer's place in the scene, the middle of the view when it is elsewhere."""
        return self.mapToScene(self._place())

    def _place(self) -> QPoint:
        place = self.mouse.place
        return self.viewport().rect().center() if place is None else place

    def paste(self) -> None:
        """Paste the nodes on the clipboard at the pointer."""
        self.edits.paste(self.pointer_place())

    def duplicate(self) -> None:
        """Copy the selected nodes; the copies follow the pointer where that is on the canvas."""
        nodes = self.selected_nodes()
        if self.mouse.place is None or self.keys_lead or not nodes:
            self.edits.duplicate()
            return
        start = Pointer(self.mapToScene(self.mouse.place), QPointF(self.mouse.place))
        try:
            self.begin_gesture(CarryGesture(self, start, nodes))
        except EngineError as error:
            self.refuse(error_sentence(error))

    def number_at(self, point: QPointF) -> NumberPlace | None:
        """Return the value or gradient written at a place in the scene."""
        return self.graph_scene.number_at(point)

    def open_number(self, number: NumberPlace) -> None:
        """Show how a number comes about."""
        self.number_card.open([number])

    def open_selected_numbers(self) -> None:
        """Show how the numbers of the selected node or wire come about, one after the other."""
        scene, node_id = self.graph_scene, self.edits.single()
        if node_id is not None:
            self.number_card.open(scene.numbers_of(node_id))
        for port in sorted(scene.selected_wires())[:1]:
            self.number_card.open([NumberPlace(port, False), NumberPlace(port, True)])

    def edit_value(self, node_id: NodeId) -> None:
        """Let the value of a source be typed: a matrix in a table, anything else in its place."""
        value = self.document.graph.nodes[node_id].value
        if value is not None and not is_typed_in_place(value):
            self.tables.open(node_id)
            return
        face = self.graph_scene.items_shown.nodes[node_id].face
        # A collapsed card shows no value, which is then typed over its name.
        zone = face.card if face.is_collapsed else face.value_zone
        self.typing.edit_value(node_id, self._seen(node_id, zone))

    def edit_selected_table(self) -> None:
        """Let the value of the selected source be typed as a table."""
        node_id = self.edits.single()
        if node_id is not None:
            self.tables.open(node_id)

    def rename(self, node_id: NodeId) -> None:
        """Let a node's name be typed."""
        item = self.graph_scene.items_shown.nodes[node_id]
        self.typing.rename(node_id, self._seen(node_id, item.face.title_zone))

    def edit_selected(self) -> None:
        """Type the value of the selected source."""
        node_id = self.edits.single()
        if node_id is not None and self.document.shown.is_editable(node_id):
            self.edit_value(node_id)

    def rename_selected(self) -> None:
        """Type the name of the selected node."""
        node_id = self.edits.single()
        if node_id is not None:
            self.rename(node_id)

    def frame_at(self, point: QPointF) -> frozenset[NodeId]:
        """Return the members of the frame whose title bar holds a point; none without one."""
        frames = self.graph_scene.frames
        frame_id = frames.title_at(point)
        return frozenset() if frame_id is None else frames.members(frame_id)

    def _revealed(self, area: QRectF) -> QRect:
        self.camera.reveal(area)
        return self.mapFromScene(area).boundingRect()

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

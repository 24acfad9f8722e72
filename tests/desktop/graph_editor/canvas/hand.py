"""The hand of the canvas tests: a document, scene and view with real mouse and key events."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.foundation.settings import Settings
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.menus.actions import CanvasActions
from desktop.graph_editor.menus.menu import CanvasMenu
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.palette.operation_search import OPERATION_MIME
from desktop.graph_editor.scene.hit_testing import OutputPort, Port
from desktop.graph_editor.scene.scene import GraphScene
from engine.drawing.drawing import Drawing
from engine.drawing.group_edits import arranged
from engine.formula.parser import parse_formula
from engine.formula.values import parse_value
from engine.graph import edits
from engine.graph.model import InputPort, NodeId

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Uses a canvas as a user would, and looks at what it shows."""

    def __init__(self, settings: Path, page: GraphPage | None = None) -> None:
        self.settings = Settings(str(settings))
        if page is None:
            self.document = Document()
            self.scene = GraphScene(self.document)
            self.view = GraphView(self.scene, self.document, self.settings)
            self.actions = CanvasActions(self.view).by_name
            CanvasMenu(self.view, self.actions)
        else:
            self.document, self.scene, self.view = page.document, page.scene, page.view
            self.actions = page.canvas_actions
        self.messages: list[str] = []
        self.view.message.connect(self.messages.append)

    # Preparing

    def show_formula(self, text: str, **values: str) -> dict[str, NodeId]:
        """Load an arranged formula at 100 %; return the nodes by name."""
        graph = parse_formula(text)
        for name, value in values.items():
            node = graph.named(name)
            assert node is not None
            graph = edits.set_value(graph, node, parse_value(value))
        self.document.load(Drawing(graph, dict.fromkeys(graph.nodes, (0.0, 0.0))), None)
        sizes, gaps = self.scene.node_sizes(), self.scene.column_gaps()
        self.document.show_arranged(arranged(self.document.shown, None, sizes, gaps))
        self.scene.finish_glide()
        self.document.load(self.document.drawing, None)
        self.view.zoom_to_fit()
        self.view.zoom_reset()
        return self.names()

    def names(self) -> dict[str, NodeId]:
        """Return the nodes by name, gates without one by their operation."""
        graph = self.document.graph
        return {node.name or node.operation: key for key, node in graph.nodes.items()}

    def add(self, name: str, x: float, y: float) -> NodeId:
        """Put a node on the canvas."""
        return self.document.add_operation(name, (x, y))

    # Places in the viewport

    def at(self, x: float, y: float) -> QPoint:
        """Return a place in the scene as one in the viewport."""
        return self.view.mapFromScene(QPointF(x, y))

    def node(self, node_id: NodeId) -> QPoint:
        """Return a place on a card where it can be dragged: beside its value, if it has one."""
        card = self.scene.node_rect(node_id)
        item = self.scene.items_shown.nodes[node_id]
        if item.face.value_zone.isNull():
            return self.view.mapFromScene(card.center() - QPointF(0, card.height() / 4))
        return self.view.mapFromScene(QPointF(card.center().x(), card.top() + 3))

    def value(self, node_id: NodeId) -> QPoint:
        """Return the middle of a source's value."""
        item = self.scene.items_shown.nodes[node_id]
        return self.view.mapFromScene(item.pos() + item.face.value_zone.center())

    def port(self, port: Port) -> QPoint:
        """Return the middle of a port."""
        return self.view.mapFromScene(self.scene.hits.port_point(port))

    def output(self, node_id: NodeId) -> QPoint:
        """Return the middle of an output port."""
        return self.port(OutputPort(node_id))

    def input(self, node_id: NodeId, index: int = 0) -> QPoint:
        """Return the middle of an input port."""
        return self.port(InputPort(node_id, index))

    # Acting

    def press(self, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, modifiers, place)

    def move(self, place: QPoint) -> None:
        QTest.mouseMove(self.view.viewport(), place)

    def release(self, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, modifiers, place)

    def click(self, place: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, modifiers, place)

    def double_click(self, place: QPoint) -> None:
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, place)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press, move in several steps, release."""
        self.press(start, modifiers)
        for step in range(1, 5):
            self.move(start + (end - start) * step / 4)
        self.release(end, modifiers)

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, on: QWidget | None = None
    ) -> None:
        QTest.keyClick(on if on is not None else self.view, key, modifiers)

    def type_value(self, node_id: NodeId, text: str) -> None:
        """Click a value, type another, press Enter."""
        self.click(self.value(node_id))
        self.view.editor.selectAll()
        QTest.keyClicks(self.view.editor, text)
        self.key(Qt.Key.Key_Return, on=self.view.editor)

    def search(self, text: str) -> None:
        """Type into the search popup and take the first answer."""
        QTest.keyClicks(self.view.search.field, text)
        self.key(Qt.Key.Key_Return, on=self.view.search.field)

    def act(self, name: str) -> None:
        """Trigger a command."""
        action = self.actions[name]
        assert action.isEnabled(), name
        action.trigger()

    def wheel(self, place: QPoint, notches: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel over a place."""
        event = QWheelEvent(
            QPointF(place),
            QPointF(self.view.viewport().mapToGlobal(place)),
            QPoint(),
            QPoint(0, round(120 * notches)),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def two_fingers(self, place: QPoint, way: QPoint) -> None:
        """Move two fingers over a trackpad."""
        event = QWheelEvent(
            QPointF(place),
            QPointF(self.view.viewport().mapToGlobal(place)),
            way,
            way * 2,
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.ScrollUpdate,
            False,
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def drop(self, name: str, place: QPoint) -> bool:
        """Drop an operation as the palette's chips do; return whether it was taken."""
        mime = QMimeData()
        mime.setData(OPERATION_MIME, name.encode())
        copy, no_button = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton
        viewport = self.view.viewport()
        enter = QDragEnterEvent(place, copy, mime, no_button, NONE)
        QApplication.sendEvent(viewport, enter)
        over = QDragMoveEvent(place, copy, mime, no_button, NONE)
        QApplication.sendEvent(viewport, over)
        drop = QDropEvent(QPointF(place), copy, mime, no_button, NONE, QEvent.Type.Drop)
        QApplication.sendEvent(viewport, drop)
        return drop.isAccepted()

    # Looking

    @property
    def steps(self) -> int:
        """How many steps can be undone."""
        return self.document.history.steps.index

    def wires(self) -> Mapping[InputPort, NodeId]:
        return self.document.graph.wires

    def scalar(self, node_id: NodeId) -> float:
        """Return the value of a node."""
        return float(self.document.evaluation.values[node_id])

    def texts(self) -> list[str]:
        """Return every number written beside the cards."""
        return [label.text for item in self.scene.labels.all_items() for label in item.labels]


def middle_of(a: QPoint, b: QPoint) -> QPoint:
    """Return the place half way."""
    return (a + b) / 2


def is_same(first: Drawing, second: Drawing) -> bool:
    """Compare two drawings by content."""
    return first == second

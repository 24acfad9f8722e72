"""The canvas's keys that are no commands: walking, editing, cancelling, holding the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.canvas.navigation import (
    ARROWS,
    WireWalk,
    farthest,
    first_node,
    wire_beside,
)
from engine.graph.model import InputPort, NodeId

_WALKING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class CanvasKeys:
    """Answers keys for a view, or leaves them to the page.

    While nodes are selected the arrows walk from node to node; without a selection the page has
    them for stepping through the passes. Space held pans; tapped, it goes to the page.
    """

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._walker: NodeId | None = None
        self._wire_walk = WireWalk()

    def takes_tab(self, event: QKeyEvent) -> bool:
        """Open the search on Tab; Shift+Tab still leads the focus back."""
        is_tab = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if not is_tab or event.modifiers():
            return False
        self._view.cancel_gesture()
        self._view.open_search_here()
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Answer a key press; return whether it was the canvas's."""
        return self._view.mouse.lead(Qt.Key(event.key())) or self._answer(event)

    def _answer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in ARROWS and not event.modifiers() & ~_WALKING:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return self._walk(key, adds)
        if _asks_for_menu(event):
            self._view.open_menu()
            return True
        if key == Qt.Key.Key_Space:
            return self._hold(event)
        if key == Qt.Key.Key_Escape:
            return self._escape()
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._edit()

    def release(self, event: QKeyEvent) -> bool:
        """Let go of the canvas; hand a mere tap on Space to the page."""
        if event.key() == Qt.Key.Key_Control and not event.isAutoRepeat():
            self._view.nudging.end()
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return event.key() == Qt.Key.Key_Space
        mouse = self._view.mouse
        is_tap = mouse.holds_canvas and not mouse.has_panned
        mouse.let_go()
        page = self._view.parentWidget()
        if is_tap and page is not None:
            press = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " "
            )
            QApplication.sendEvent(page, press)
        return True

    def _hold(self, event: QKeyEvent) -> bool:
        if not event.isAutoRepeat():
            self._view.mouse.hold_canvas()
        return True

    def _escape(self) -> bool:
        if self._view.cancel_gesture() or self._view.number_card.close_now():
            return True
        scene = self._view.graph_scene
        if scene.selected_nodes() or scene.selected_wires():
            scene.select(())
            return True
        return self._view.groups.leave()

    def _walk(self, key: Qt.Key, adds: bool) -> bool:
        drawing = self._view.document.shown.drawing
        selected = self._view.selected_nodes()
        wires = self._view.selected_wires()
        if len(wires) == 1 and not selected:
            return self._walk_from_wire(next(iter(wires)), key)
        if not selected:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                return False
            target = first_node(drawing)
        else:
            start = self._walker
            if start is None or start not in selected:
                start = farthest(drawing, selected, key)
            target = self._wire_walk.step(drawing, start, key)
        if target is None:
            return True
        self._walker = target
        self._view.keys_lead = True
        self._view.select(selected | {target} if adds else {target})
        self._view.camera.reveal(self._view.graph_scene.node_rect(target))
        return True

    def _walk_from_wire(self, wire: InputPort, key: Qt.Key) -> bool:
        drawing = self._view.document.shown.drawing
        self._view.keys_lead = True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._view.select((), (wire_beside(drawing, wire, key),))
            return True
        is_left = key == Qt.Key.Key_Left
        self._walker = drawing.graph.wires[wire] if is_left else wire.node
        self._view.select({self._walker})
        self._view.reveal(self._walker)
        return True

    def _edit(self) -> bool:
        node_id = self._view.edits.single()
        if node_id is None:
            return self._view.framing.edit_all_selected()
        shown = self._view.document.shown
        if shown.is_editable(node_id):
            self._view.edit_value(node_id)
        elif not self._view.groups.enter(node_id) and shown.is_named(node_id):
            self._view.rename(node_id)
        return True


def _asks_for_menu(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Menu:
        return True
    is_shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_F10 and is_shifted

"""The canvas as the user meets it: leads mouse, wheel, keys and drops to gestures and commands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.desk.settling import Settling
from desktop.foundation.settings import Settings
from desktop.foundation.theme import theme_notifier
from desktop.graph_editor.canvas.camera import pinch, turn_wheel
from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.canvas.empty_notice import EmptyNotice
from desktop.graph_editor.canvas.focus_ring import FocusRing
from desktop.graph_editor.canvas.hovering import Hovering
from desktop.graph_editor.canvas.keys import CanvasKeys
from desktop.graph_editor.canvas.navigation import ARROWS
from desktop.graph_editor.canvas.palette_drops import PaletteDrops
from desktop.graph_editor.canvas.tooltips import CanvasTooltips
from desktop.graph_editor.document.change import ChangeKind, DocumentChange
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.scene import GraphScene

_LEADING_KEYS = (*ARROWS, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu)

# Of more cards than that a message cannot keep clear.
_MOST_FILLED = 200


class GraphView(CanvasView, Settling):
    """The node editor's canvas."""

    def __init__(
        self,
        scene: GraphScene,
        document: Document,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(scene, document, settings, parent)
        self._keys = CanvasKeys(self)
        self._focus_ring = FocusRing(self)
        # On the viewport, where a search that is begun on an empty canvas opens over it.
        self._notice = EmptyNotice(self.viewport())
        self._drops = PaletteDrops(self)
        self._tooltips = CanvasTooltips(document, scene.hits, scene.labels)
        self._hovering = Hovering(scene, self)
        document.changed.connect(self._on_document_changed)
        theme_notifier().follow(self._on_theme_changed)
        self.camera.fit()
        self._show_notice()

    @property
    def is_settled(self) -> bool:
        """Whether no gesture is in the hand."""
        return self.mouse.is_free

    def filled_rects(self) -> list[QRect]:
        """Return where cards are seen, with the numbers beside them, in pixels of the canvas."""
        seen, found = self.viewport().rect(), []
        for item in self.graph_scene.items_shown.nodes.values():
            card = self.mapFromScene(item.sceneBoundingRect()).boundingRect()
            # The numbers stand on the wires at both sides of a card.
            rect = card.adjusted(-card.width() // 2, 0, card.width() // 2, 0)
            if rect.intersects(seen):
                found.append(rect)
            if len(found) == _MOST_FILLED:
                break
        return found

    def shutdown(self) -> None:
        """Stop timers and stop listening, because the page is closing."""
        self.cancel_gesture()
        self._hovering.forget()
        self.editor.close_now()
        self.frame_editor.close_now()
        self.tables.close_now()
        self.number_view.stop_following()
        self.document.changed.disconnect(self._on_document_changed)
        theme_notifier().unfollow(self._on_theme_changed)

    # Mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.keys_lead = False
        self._focus_ring.note_mouse()
        self.search.close_now()
        self.number_card.close_now()
        self._hovering.leave()
        button = event.button()
        if self.mouse.is_free and not self.mouse.would_pan(button):
            # What is aimed at lies where it is seen, not on its way.
            self.graph_scene.finish_glide()
        self.mouse.press(self.mouse.pointer_of(event), button)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead the gesture, or show what a press would begin."""
        pointer = self.mouse.pointer_of(event)
        if not self.mouse.is_free:
            self.mouse.move(pointer)
            return
        self.keys_lead = False
        self.mouse.update_cursor()
        node_id = self.hits.node_at(pointer.scene)
        over = self.hits.wire_at(pointer.scene) if node_id is None else node_id
        self._hovering.enter(over)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if not self.mouse.is_free and not self.mouse.is_led_by_keys:
            self.mouse.release(self.mouse.pointer_of(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Search on empty canvas or on a wire; edit what is on a node."""
        if event.button() != Qt.MouseButton.LeftButton or not self.mouse.is_free:
            return
        point = self.mouse.pointer_of(event).scene
        node_id = self.hits.node_at(point)
        if node_id is None and self.number_at(point) is not None:
            return
        if node_id is None:
            self._double_click_between(point, event.modifiers())
        elif node_id in self.document.drawing.collapsed:
            self.document.collapse({node_id}, is_collapsed=False)
        elif self.hits.is_on_value(node_id, point) and self.document.shown.is_editable(node_id):
            self.edit_value(node_id)
        elif not self.groups.enter(node_id) and self.document.shown.is_named(node_id):
            self.rename(node_id)

    def _double_click_between(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Put a dot on a wire with Alt, write on a frame, or search an operation."""
        wire = self.hits.wire_at(point)
        frame_id = self.graph_scene.frames.title_at(point)
        if wire is not None and modifiers & Qt.KeyboardModifier.AltModifier:
            self.passages.add_dot(wire, point)
        elif wire is None and frame_id is not None:
            self.framing.edit(frame_id)
        else:
            self.open_search(point, onto=wire)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the pointer was."""
        super().leaveEvent(event)
        self.mouse.leave()
        if self.mouse.is_free:
            self.mouse.place = None
            self._hovering.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with a wheel; move with two fingers or with Shift."""
        self.editor.leave()
        self.frame_editor.leave()
        self.search.close_now()
        turn_wheel(self.camera, event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select what was clicked and offer what can be done with it."""
        self.cancel_gesture()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
            return
        self.mouse.place = event.pos()
        point = self.mapToScene(event.pos())
        node_id, wire = self.hits.node_at(point), self.hits.wire_at(point)
        if node_id is not None and node_id not in self.selected_nodes():
            self.select({node_id})
        members = self.frame_at(point) if node_id is None and wire is None else frozenset()
        if node_id is None:
            self.select(members, () if wire is None else (wire,))
        has_node = node_id is not None or bool(members)
        self.menu_asked.emit(event.globalPos(), has_node, False)

    # Keys and drops ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take Tab, which would lead the focus away, and pinching."""
        if isinstance(event, QKeyEvent) and event.key() in _LEADING_KEYS:
            self._focus_ring.note_key()
        if isinstance(event, QKeyEvent) and self._keys.takes_tab(event):
            return True
        if isinstance(event, QNativeGestureEvent):
            return pinch(self.camera, event)
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer a rest of the pointer with the numbers in full."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._tooltips.text_at(self.mapToScene(event.pos()))
            if text and self.mouse.is_free:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        if isinstance(event, QNativeGestureEvent):
            return pinch(self.camera, event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, edit, cancel, hold the canvas; other keys belong to the page."""
        event.setAccepted(self._keys.press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the canvas."""
        event.setAccepted(self._keys.release(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the canvas has the focus, where a key gave it."""
        super().focusInEvent(event)
        self._focus_ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what a key held: its release goes elsewhere."""
        super().focusOutEvent(event)
        self._focus_ring.leave()
        # What is carried would otherwise be in the hand while something else is done.
        self.mouse.put_down()
        self.mouse.let_go()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take operations from the palette."""
        self._drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light the wire that the gate would go into."""
        self._drops.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the drag."""
        self._drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the operation where it was dropped."""
        self._drops.drop(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole graph in view if it was."""
        super().resizeEvent(event)
        self._focus_ring.surround(self.viewport().geometry())
        self._notice.stand_in(self.viewport().rect())
        self.camera.follow_resize()

    # Inside -----------------------------------------------------------------------------------

    def _on_document_changed(self, change: DocumentChange) -> None:
        self._hovering.forget()
        self._show_notice()
        if self.editor.is_open:
            self.editor.close_now()
        if change.kind in (ChangeKind.LOAD, ChangeKind.PLACE):
            self.cancel_gesture()
            self.camera.fit()
        elif change.kind is ChangeKind.ARRANGEMENT and (
            self.camera.is_fitting or not self.camera.shows(self.graph_scene.contents_rect())
        ):
            self.camera.fit()
        elif change.makes_room:
            self.camera.follow_contents()

    def _show_notice(self) -> None:
        """Say how a graph is begun while there is none."""
        is_empty = not self.document.shown.graph.nodes
        if is_empty:
            self._notice.stand_in(self.viewport().rect())
        self._notice.lower()
        self._notice.setVisible(is_empty)

    def _on_theme_changed(self) -> None:
        self._notice.stand_in(self.viewport().rect())
        self.camera.apply()
        if self.camera.is_fitting:
            self.camera.fit()
        self.viewport().update()

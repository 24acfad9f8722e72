"""The mouse on the canvas: where it is, and the gesture in the hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGraphicsView

from desktop.graph_editor.canvas.edge_pan import EdgePan
from desktop.graph_editor.gestures.choosing import cursor_at, gesture_at
from desktop.graph_editor.gestures.empty_canvas import PanGesture
from desktop.graph_editor.gestures.gesture import Canvas, Gesture, Pointer


class CanvasMouse:
    """Leads gestures from the press to the release, for a view that is their canvas.

    Attributes:
        place: Where the pointer is in the viewport; None while it is elsewhere.
        holds_canvas: Whether a key is held, so that a press moves the canvas.
        has_panned: Whether the canvas was moved since that key went down.
    """

    def __init__(self, canvas: Canvas, view: QGraphicsView) -> None:
        """Follow the mouse over a view.

        Args:
            canvas: The view as gestures know it.
            view: The same view, as far as it is a widget.
        """
        self._canvas = canvas
        self._view = view
        self._gesture: Gesture | None = None
        self.place: QPoint | None = None
        self.holds_canvas = False
        self.has_panned = False
        self._carried_to: Pointer | None = None
        self._edge = EdgePan(view, canvas.scroll_by, self._follow)

    @property
    def is_free(self) -> bool:
        """Whether no gesture is in the hand."""
        return self._gesture is None

    @property
    def is_led_by_keys(self) -> bool:
        """Whether keys lead a gesture, so that the arrows belong to it."""
        return self._gesture is not None and self._gesture.is_led_by_keys

    def pointer_of(self, event: QMouseEvent) -> Pointer:
        """Return where an event is, and remember its place."""
        place = event.position()
        self.place = place.toPoint()
        inverse, _ = self._view.viewportTransform().inverted()
        return Pointer(inverse.map(place), QPointF(place), event.modifiers())

    def begin(self, gesture: Gesture) -> None:
        """Take a gesture into the hand; one that was in it is cancelled."""
        self.cancel()
        self._gesture = gesture
        self._carried_to = gesture.start
        self._edge.begin()
        self.update_cursor()

    def lead(self, key: Qt.Key) -> bool:
        """Hand a key to the gesture that keys lead; tell whether it took it."""
        return self._gesture is not None and self._gesture.press_key(key)

    def cancel(self) -> bool:
        """End what the mouse is doing as if it had not begun; tell whether it did anything."""
        if self._gesture is None:
            return False
        gesture, self._gesture = self._gesture, None
        self._edge.end()
        gesture.cancel()
        self.update_cursor()
        return True

    def would_pan(self, button: Qt.MouseButton) -> bool:
        """Tell whether a press of a button moves the canvas."""
        is_held = button == Qt.MouseButton.LeftButton and self.holds_canvas
        return button == Qt.MouseButton.MiddleButton or is_held

    def press(self, pointer: Pointer, button: Qt.MouseButton) -> None:
        """Begin a gesture; a second button in the middle of one is a change of mind.

        What is carried without a button is put down by any of them.
        """
        if self.put_down(pointer) and button == Qt.MouseButton.LeftButton:
            return
        if self.cancel():
            return
        if self.would_pan(button):
            self.has_panned = True
            self._gesture = PanGesture(self._canvas, pointer)
        elif button == Qt.MouseButton.LeftButton:
            self._gesture = gesture_at(self._canvas, pointer)
            self._edge.begin()
        self.update_cursor()

    def put_down(self, pointer: Pointer | None = None) -> bool:
        """End where it is what is carried without a button; tell whether anything was."""
        if self._gesture is None or not self._gesture.ends_on_press:
            return False
        gesture, self._gesture = self._gesture, None
        self._edge.end()
        pointer = pointer or self._carried_to
        if pointer is not None:
            gesture.move(pointer)
            gesture.finish(pointer)
        self.update_cursor()
        return True

    def move(self, pointer: Pointer) -> None:
        """Lead the gesture, unless keys do."""
        if self._gesture is not None and not self._gesture.is_led_by_keys:
            self._carried_to = pointer
            self._gesture.move(pointer)
            if self._gesture.pans_at_edges:
                self._edge.lead(pointer.view, is_held=not self._gesture.ends_on_press)

    def leave(self) -> None:
        """Take note that the pointer has left the canvas, which no longer moves on for it.

        While a button is held Qt tells no such thing.
        """
        self._edge.end()

    def _follow(self, place: QPointF) -> None:
        """Lead the gesture where the hand is, over what has moved below it."""
        if self._gesture is None or self._carried_to is None:
            return
        inverse, _ = self._view.viewportTransform().inverted()
        self.move(Pointer(inverse.map(place), place, self._carried_to.modifiers))

    def release(self, pointer: Pointer) -> None:
        """End the gesture, unless keys lead it."""
        is_held = self._gesture is not None and not self._gesture.ends_on_press
        if not is_held or self.is_led_by_keys or self._gesture is None:
            return
        gesture, self._gesture = self._gesture, None
        self._edge.end()
        gesture.move(pointer)
        gesture.finish(pointer)
        self.update_cursor()

    def hold_canvas(self) -> None:
        """Let presses move the canvas until it is let go."""
        self.holds_canvas = True
        self.has_panned = False
        self.update_cursor()

    def let_go(self) -> None:
        """Hold the canvas no longer."""
        self.holds_canvas = False
        self.has_panned = False
        self.update_cursor()

    def update_cursor(self) -> None:
        """Show what a press would begin here."""
        shape = Qt.CursorShape.ArrowCursor
        if self._gesture is not None:
            if self._gesture.cursor is None:
                return
            shape = self._gesture.cursor
        elif self.holds_canvas:
            shape = Qt.CursorShape.OpenHandCursor
        elif self.place is not None:
            scene = self._view.mapToScene(self.place)
            shape = cursor_at(self._canvas, Pointer(scene, QPointF(self.place)))
        viewport = self._view.viewport()
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

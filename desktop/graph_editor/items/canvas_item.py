"""What all items of the canvas have in common: no mouse of their own, fading, being shown."""

from __future__ import annotations

from PySide6.QtWidgets import QGraphicsItem

FADED = 0.28


class CanvasItem(QGraphicsItem):
    """An item that can step back. The view hands no mouse events to items.

    Gestures are objects of their own, and one place decides what lies under the pointer, so that
    ports, wires and cards cannot compete for a press.
    """

    def __init__(self, z: float) -> None:
        self._is_faded = False
        self._is_shown = True
        super().__init__()
        if z:
            self.setZValue(z)

    def set_faded(self, is_faded: bool) -> None:
        """Step back behind what is looked at."""
        # Asking Qt for every item on every change would cost more than the change.
        if is_faded != self._is_faded:
            self._is_faded = is_faded
            self.setOpacity(FADED if is_faded else 1.0)

    def set_shown(self, is_shown: bool) -> None:
        """Be there or not."""
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self.setVisible(is_shown)

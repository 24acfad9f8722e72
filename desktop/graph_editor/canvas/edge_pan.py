"""Moving on what is seen while the hand holds something at the edge of the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from desktop.desk.settling import Delay

# Within so many pixels of the edge it begins, slowly; twice as far outside it is fastest.
EDGE_PX = 24.0
_FRAME_MS = 16
_FASTEST_PX = 24.0


class EdgePan:
    """Moves the canvas, frame by frame, towards the edge at which a gesture is held.

    What is taken up at the edge stays where it is: it begins only after the hand has been inside,
    or has left the canvas.
    """

    def __init__(
        self,
        view: QGraphicsView,
        scroll_by: Callable[[float, float], None],
        follow: Callable[[QPointF], None],
    ) -> None:
        """Wait for a hand at the edge.

        Args:
            view: The canvas.
            scroll_by: Moves the contents by pixels.
            follow: Leads the gesture at a place of the viewport, over which other contents lie now.
        """
        self._view = view
        self._scroll_by = scroll_by
        self._follow = follow
        self._place = QPointF()
        self._has_been_inside = False
        self._frame = Delay(_FRAME_MS, self._move_on, view)

    def begin(self) -> None:
        """Take note that something is taken up."""
        self._has_been_inside = False
        self.end()

    def lead(self, place: QPointF, *, is_held: bool) -> None:
        """Move on for as long as the hand stays at the edge.

        Args:
            place: Where it is in the viewport; outside while a button is held.
            is_held: Whether a button is held; else the hand may be on its way to a menu, and what
                is carried is not led beyond the edge.
        """
        self._place = place
        seen = QRectF(self._view.viewport().rect())
        inside = seen.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        self._has_been_inside = self._has_been_inside or inside.contains(place)
        may_move = self._has_been_inside or (is_held and not seen.contains(place))
        if not may_move or self._way().isNull() or not (is_held or seen.contains(place)):
            self.end()
        elif not self._frame.isActive():
            self._frame.start()

    def end(self) -> None:
        """Move on no longer."""
        self._frame.stop()

    def _move_on(self) -> None:
        way = self._way()
        if way.isNull():
            return
        self._scroll_by(-way.x(), -way.y())
        self._frame.start()
        # Last: it may end the gesture, and this with it.
        self._follow(self._place)

    def _way(self) -> QPointF:
        size = self._view.viewport().size()
        return QPointF(
            _speed(self._place.x(), size.width()), _speed(self._place.y(), size.height())
        )


def _speed(place: float, size: int) -> float:
    """Return the pixels to move by in one frame along one axis: more, the farther out."""
    depth = max(EDGE_PX - place, 0.0) - max(place - (size - EDGE_PX), 0.0)
    share = min(1.0, abs(depth) / (3 * EDGE_PX))
    return round(_FASTEST_PX * share) * (-1.0 if depth > 0 else 1.0) if depth else 0.0

"""Where a new node finds room: beside the cards that stand there already."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

# Between cards: room for the numbers on a wire sideways, for a caption below.
BESIDE, _BELOW = 90.0, 44.0
_NEAR = 8.0


def free_place(
    place: QPointF, card: QRectF, taken: Iterable[QRectF], *, goes_down: bool
) -> QPointF:
    """Return the place for a card, or the nearest below or right of it that nothing covers.

    Args:
        place: Where its centre is wanted.
        card: The card with its centre at (0, 0).
        taken: The cards that stand there.
        goes_down: Whether it looks for room below and not to the right: sources stand in a
            column, and gates in a row, since values run from left to right.
    """
    room = card.translated(place).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
    cards = list(taken)
    while (hit := next((other for other in cards if other.intersects(room)), None)) is not None:
        if goes_down:
            room.moveTop(hit.bottom() + _BELOW)
        else:
            room.moveLeft(hit.right() + BESIDE)
    return room.center()

"""Where a card goes beside what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 10


def place_beside(target: QRect, size: QSize, room: QRect, kin: Sequence[QRect] = ()) -> QRect:
    """Return a card's rectangle in a room: below, above, right or left of a target.

    Where none of the four has room enough, it is the corner of the room farthest from the target.

    Args:
        target: What the card never covers where there is any room beside it.
        size: How large the card is.
        room: Where it has to be.
        kin: What it covers only where it has to: the other places where its number is written.
    """
    whole = target
    for other in kin:
        whole = whole.united(other)
    corners = [*_corners(target, size), *_corners(whole, size)]
    rects = [_moved_inside(QRect(corner, size), room) for corner in corners]
    free = [rect for rect in rects if not rect.intersects(target)]
    for rect in free:
        if not any(rect.intersects(other) for other in kin):
            return rect
    if free:
        return free[0]
    centre = target.center()
    is_left = centre.x() > room.center().x()
    is_top = centre.y() > room.center().y()
    x = room.left() if is_left else room.right() + 1 - size.width()
    y = room.top() if is_top else room.bottom() + 1 - size.height()
    return QRect(QPoint(x, y), size)


def _corners(target: QRect, size: QSize) -> tuple[QPoint, ...]:
    """Return where a card begins that stands below, above, right or left of a target."""
    centre = target.center()
    left = centre.x() - size.width() // 2
    top = centre.y() - size.height() // 2
    return (
        QPoint(left, target.bottom() + _GAP),
        QPoint(left, target.top() - _GAP - size.height()),
        QPoint(target.right() + _GAP, top),
        QPoint(target.left() - _GAP - size.width(), top),
    )


def _moved_inside(rect: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(rect.left(), room.right() + 1 - rect.width()))
    y = max(room.top(), min(rect.top(), room.bottom() + 1 - rect.height()))
    return QRect(QPoint(x, y), rect.size())

"""Where a card goes beside what it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 10


def place_beside(target: QRect, size: QSize, room: QRect) -> QRect:
    """Return a card's rectangle in a room: below, above, right or left of a target.

    Where none of the four has room enough, it is the corner of the room farthest from the target.
    """
    centre = target.center()
    left = centre.x() - size.width() // 2
    top = centre.y() - size.height() // 2
    below = QPoint(left, target.bottom() + _GAP)
    above = QPoint(left, target.top() - _GAP - size.height())
    right = QPoint(target.right() + _GAP, top)
    before = QPoint(target.left() - _GAP - size.width(), top)
    for corner in (below, above, right, before):
        rect = _moved_inside(QRect(corner, size), room)
        if not rect.intersects(target):
            return rect
    is_left = centre.x() > room.center().x()
    is_top = centre.y() > room.center().y()
    x = room.left() if is_left else room.right() + 1 - size.width()
    y = room.top() if is_top else room.bottom() + 1 - size.height()
    return QRect(QPoint(x, y), size)


def _moved_inside(rect: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(rect.left(), room.right() + 1 - rect.width()))
    y = max(room.top(), min(rect.top(), room.bottom() + 1 - rect.height()))
    return QRect(QPoint(x, y), rect.size())

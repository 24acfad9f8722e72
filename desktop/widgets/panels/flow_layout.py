"""A layout that puts widgets in lines and breaks them like words."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


@dataclass(frozen=True)
class _Piece:
    """An item that is shown, and the least room that it takes in a line."""

    item: QLayoutItem
    size: QSize
    is_expanding: bool


@dataclass(frozen=True)
class _Measured:
    """What was worked out since the layout was last invalidated, as Qt's own layouts keep it.

    The boxes round a layout ask for its height at dozens of widths before anything moves, and each
    answer would ask every item anew.
    """

    pieces: list[_Piece]
    heights: dict[int, int] = field(default_factory=dict)


class FlowLayout(QLayout):
    """Left to right, then on the next line; a hidden widget takes no room.

    What is expanding, such as a slider, fills the line that it has come to, and is as wide as it
    must be where it alone would begin another one.
    """

    # Qt may invalidate a layout that is still being made.
    _measured: _Measured | None = None

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._measured = None
        self._items.append(item)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put a widget before others."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None beyond the last."""
        self._measured = None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Measure anew when asked the next time."""
        self._measured = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at a width."""
        heights = self._measure().heights
        if width not in heights:
            heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items inside a rectangle."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        return QSize(width, height) + self._margins()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size + self._margins()

    def _margins(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.y()
        for number, line in enumerate(self._lines(inside.width())):
            y += self.spacing() if number else 0
            height = max(piece.size.height() for piece in line)
            if move:
                self._place(line, QRect(inside.x(), y, inside.width(), height))
            y += height
        return y + self.contentsMargins().bottom() - rect.y()

    def _lines(self, width: int) -> list[list[_Piece]]:
        lines: list[list[_Piece]] = []
        taken, spacing = 0, self.spacing()
        for piece in self._measure().pieces:
            wide = piece.size.width()
            if not lines or taken + spacing + wide > width:
                lines.append([])
                taken = -spacing
            taken += spacing + wide
            lines[-1].append(piece)
        return lines

    def _measure(self) -> _Measured:
        if self._measured is None:
            self._measured = _Measured([_piece(item) for item in self._items if not item.isEmpty()])
        return self._measured

    def _place(self, line: list[_Piece], room: QRect) -> None:
        taken = sum(piece.size.width() for piece in line) + self.spacing() * (len(line) - 1)
        growing = sum(piece.is_expanding for piece in line)
        x = room.x()
        for piece in line:
            width, height = piece.size.width(), piece.size.height()
            if piece.is_expanding:
                width += max(0, room.width() - taken) // growing
            y = room.y() + (room.height() - height) // 2
            width = min(width, room.width())
            piece.item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self.spacing()


def _piece(item: QLayoutItem) -> _Piece:
    size = item.sizeHint()
    is_expanding = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    if is_expanding:
        size.setWidth(item.minimumSize().width())
    return _Piece(item, size, is_expanding)

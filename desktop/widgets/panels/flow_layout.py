"""A layout that puts widgets in lines and breaks them like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, then on the next line; a hidden widget takes no room.

    What is expanding, such as a slider, fills the line that it has come to, and is as wide as it
    must be where it alone would begin another one.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put a widget before others."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, or None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

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
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, QRect(inside.x(), y, inside.width(), height))
            y += height
        return y + self.contentsMargins().bottom() - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if _is_expanding(item):
                size.setWidth(item.minimumSize().width())
            if not lines or taken + self.spacing() + size.width() > width:
                lines.append([])
                taken = -self.spacing()
            taken += self.spacing() + size.width()
            lines[-1].append((item, size))
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], room: QRect) -> None:
        taken = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
        growing = sum(_is_expanding(item) for item, _ in line)
        x = room.x()
        for item, size in line:
            width = size.width()
            if _is_expanding(item):
                width += max(0, room.width() - taken) // growing
            y = room.y() + (room.height() - size.height()) // 2
            width = min(width, room.width())
            item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self.spacing()


def _is_expanding(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)

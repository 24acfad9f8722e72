"""A column whose parts share its height by their stretches, none of them below its least height."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QVBoxLayout


class ShareLayout(QVBoxLayout):
    """Keeps the least heights of its parts, those that depend on their widths too.

    Qt's own column takes the height that suits such a part for its least one, and where there is
    less than that for all of them, it takes from the largest, whatever that needs.
    """

    def least_height(self, width: int) -> int:
        """Return the height below which a part would be cut, in pixels.

        Args:
            width: The width of the column.
        """
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        heights = [_least(item, inside, self.stretch(place)) for place, item in self._shown()]
        return sum(heights) + self._gaps(len(heights)) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Lay the parts out, each once.

        Qt's column would give them other sizes first, and a part that asks for a layout whenever
        its size changes would never come to rest.
        """
        QLayout.setGeometry(self, rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        shown = self._shown()
        room = inside.height() - self._gaps(len(shown))
        least = [_least(item, inside.width(), self.stretch(place)) for place, item in shown]
        heights = _shared(room, least, [self.stretch(place) for place, _ in shown])
        y = inside.y()
        for (_, item), height in zip(shown, heights, strict=True):
            item.setGeometry(QRect(inside.x(), y, inside.width(), height))
            y += height + self.spacing()

    def _shown(self) -> list[tuple[int, QLayoutItem]]:
        items = [(place, self.itemAt(place)) for place in range(self.count())]
        return [(place, item) for place, item in items if item is not None and not item.isEmpty()]

    def _gaps(self, count: int) -> int:
        return self.spacing() * max(0, count - 1)


def _least(item: QLayoutItem, width: int, stretch: int) -> int:
    """Return the least height of a part; one that takes no share has the height that suits it."""
    if not stretch:
        wanted = item.sizeHint().height()
        if item.hasHeightForWidth():
            wanted = item.heightForWidth(width)
        return min(max(wanted, item.minimumSize().height()), item.maximumSize().height())
    least = item.minimumSize().height()
    return max(least, item.minimumHeightForWidth(width)) if item.hasHeightForWidth() else least


def _shared(room: int, least: list[int], stretches: list[int]) -> list[int]:
    """Return the heights of all parts: those below their share of the room have their least one."""
    heights = list(least)
    sharing = {place for place, stretch in enumerate(stretches) if stretch}
    while sharing:
        left = room - sum(heights[place] for place in range(len(least)) if place not in sharing)
        total = sum(stretches[place] for place in sharing)
        short = {place for place in sharing if left * stretches[place] / total < least[place]}
        if not short:
            for place in sharing:
                heights[place] = int(left * stretches[place] / total)
            break
        sharing -= short
    return heights

"""What the marks of the classes mean: each mark with the name of its class, and some words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.training.pictures.class_marks import class_colour, draw_class_mark

_MARK_PX, _GAP_PX, _BETWEEN_PX, _LINE_GAP_PX = 10, 5, 14, 3
# A longer name is cut, and told whole in the tip.
_WIDEST_NAME_PX = 130
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A word of the legend.

    Attributes:
        text: What is written.
        look: The look of the class whose mark stands before it; None for words alone.
    """

    text: str
    look: int | None = None


class ClassLegend(QScrollArea):
    """Entries in as many lines as they take, of which two are seen at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = _Entries(self)
        self.setWidget(self._list)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It gives way: many classes must not widen the page.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme_notifier().follow(self._fit)

    @property
    def text(self) -> str:
        """Everything that is said, with the names whole."""
        return " · ".join(entry.text for entry in self._list.entries)

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        """What is shown."""
        return self._list.entries

    @property
    def is_scrolled(self) -> bool:
        """Whether there are more lines than are seen."""
        return self.verticalScrollBar().maximum() > 0

    def tip_at(self, place: QPointF) -> str:
        """Return the whole text of the entry at a place of the list, or nothing."""
        return self._list.text_at(place)

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Say something else."""
        if tuple(entries) == self._list.entries:
            return
        self._list.entries = tuple(entries)
        self.setAccessibleName(self.text)
        self._list.setAccessibleName(self.text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines where there is room."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of the lines that are seen."""
        return QSize(0, self.height())

    def _fit(self) -> None:
        lines = self._list.lay_out(self.width())
        if lines > _MOST_LINES:
            lines = self._list.lay_out(self.width() - self.verticalScrollBar().sizeHint().width())
        height = self._list.height_of(min(lines, _MOST_LINES))
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
        self._list.resize(self._list.wide, self._list.height_of(lines))
        is_scrolled = lines > _MOST_LINES
        focus = Qt.FocusPolicy.TabFocus if is_scrolled else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self._list.update()


class _Entries(QWidget):
    """Paints entries in lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: tuple[LegendEntry, ...] = ()
        self.wide = 0
        self._boxes: list[tuple[QRect, str]] = []

    def height_of(self, lines: int) -> int:
        """Return the height of so many lines."""
        gap = theme().px(_LINE_GAP_PX)
        return max(1, lines) * (self.fontMetrics().height() + gap) - gap

    def lay_out(self, width: int) -> int:
        """Place the entries in lines that are so wide; return how many lines they take."""
        self.setFont(theme().font("body"))
        self.wide = width
        metrics, between = self.fontMetrics(), theme().px(_BETWEEN_PX)
        step = metrics.height() + theme().px(_LINE_GAP_PX)
        x, line = 0, 0
        self._boxes = []
        for entry in self.entries:
            mark = 0 if entry.look is None else theme().px(_MARK_PX) + theme().px(_GAP_PX)
            most = max(theme().px(_MARK_PX), width - mark)
            if entry.look is not None:
                most = min(most, theme().px(_WIDEST_NAME_PX))
            text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, most)
            wide = mark + metrics.horizontalAdvance(text)
            if x and x + wide > width:
                x, line = 0, line + 1
            self._boxes.append((QRect(x, line * step, wide, metrics.height()), text))
            x += wide + between
        return line + 1

    def text_at(self, place: QPointF) -> str:
        """Return the whole text of the entry at a place, or nothing."""
        boxes = zip(self._boxes, self.entries, strict=True)
        return next((entry.text for (box, _), entry in boxes if box.contains(place.toPoint())), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what can be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        muted, size = theme().color("text_muted"), float(theme().px(_MARK_PX))
        for (box, text), entry in zip(self._boxes, self.entries, strict=True):
            if not box.intersects(event.rect()):
                continue
            left = box.left()
            if entry.look is not None:
                middle = QPointF(left + size / 2, box.center().y() + 0.5)
                fill = theme().color(class_colour(entry.look))
                draw_class_mark(painter, middle, size, fill, entry.look)
                left += theme().px(_MARK_PX) + theme().px(_GAP_PX)
            painter.setPen(muted)
            painter.drawText(
                QRect(left, box.top(), box.right() - left + 2, box.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                text,
            )
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell a name whole where the mouse rests on it."""
        if isinstance(event, QHelpEvent):
            text = self.text_at(QPointF(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), plain(text), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

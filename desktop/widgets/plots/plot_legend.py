"""The legend of a plot: a button per curve, with its line and symbol, that shows or hides it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.plots.plot_style import Colour, LineStyle, pen, resolve

_SAMPLE_PX = 26
_GAP_PX = 7
_PADDING_PX = 3


def _star(points: int, inner: float, turn: float = 0.0) -> tuple[tuple[float, float], ...]:
    """Corners on two circles in turn, the first above the middle; one circle where they agree."""
    corners = points if inner == 1.0 else 2 * points
    return tuple(
        (
            (inner if index % 2 else 1.0) * 1.2 * math.sin(2 * math.pi * index / corners + turn),
            -(inner if index % 2 else 1.0) * 1.2 * math.cos(2 * math.pi * index / corners + turn),
        )
        for index in range(corners)
    )


_ARM = 0.38
_PLUS = (
    (-_ARM, -1.2), (_ARM, -1.2), (_ARM, -_ARM), (1.2, -_ARM), (1.2, _ARM), (_ARM, _ARM),
    (_ARM, 1.2), (-_ARM, 1.2), (-_ARM, _ARM), (-1.2, _ARM), (-1.2, -_ARM), (-_ARM, -_ARM),
)  # fmt: skip
_CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "triangle": ((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
    "triangle-down": ((0, 1.2), (1.1, -0.9), (-1.1, -0.9)),
    "diamond": ((0, -1.3), (1, 0), (0, 1.3), (-1, 0)),
    "plus": _PLUS,
    "cross": tuple(((x - y) * math.sqrt(0.5), (x + y) * math.sqrt(0.5)) for x, y in _PLUS),
    "star": _star(5, 0.45),
    "pentagon": _star(5, 1.0),
    "hexagon": _star(6, 1.0, math.pi / 6),
}


def draw_line_sample(
    painter: QPainter, centre: QPointF, length: float, drawn_pen: QPen, symbol: str = ""
) -> None:
    """Draw a short piece of a curve with its symbol in the middle, as legends and chips show."""
    half = QPointF(length / 2, 0)
    painter.setPen(drawn_pen)
    painter.drawLine(centre - half, centre + half)
    if symbol:
        _draw_symbol(painter, centre, 2.0 + drawn_pen.widthF(), drawn_pen.color(), symbol)


def _draw_symbol(
    painter: QPainter, centre: QPointF, radius: float, colour: QColor, symbol: str
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corners = _CORNERS.get(symbol)
    if corners is None:
        painter.drawEllipse(centre, radius, radius)
        return
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) * radius for x, y in corners]))


class LegendEntry(QAbstractButton):
    """One curve's line and name; unchecked means hidden, and is struck through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour: Colour = "accent"
        self._style: LineStyle = "solid"
        self._symbol = ""
        self._width = 2.0
        # Without the frame of the one that has the keys, for pictures.
        self.is_plain = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def describe(
        self, name: str, colour: Colour, style: LineStyle, symbol: str, width: float
    ) -> None:
        """Show a curve's name and look."""
        look = (name, colour, style, symbol, width)
        if look == (self.text(), self._colour, self._style, self._symbol, self._width):
            return
        self._colour, self._style, self._symbol, self._width = colour, style, symbol, width
        self.setText(name)
        explain(self, name, filled(self.tr("Show or hide {0}"), name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        metrics = QFontMetrics(theme().font("small"))
        width = metrics.horizontalAdvance(self.text()) + theme().px(_SAMPLE_PX + _GAP_PX + 4)
        return QSize(width, metrics.height() + 2 * theme().px(_PADDING_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the present state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sample = theme().px(_SAMPLE_PX)
        alpha = 1.0 if self.isChecked() else 0.35
        centre = QPointF(sample / 2, self.height() / 2)
        drawn_pen = pen(self._colour, self._width, self._style, alpha)
        draw_line_sample(painter, centre, sample, drawn_pen, self._symbol)
        font = theme().font("small")
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        painter.setPen(resolve("text" if self.isChecked() else "text_muted"))
        text_room = self.rect().adjusted(sample + theme().px(_GAP_PX), 0, 0, 0)
        painter.drawText(text_room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus() and not self.is_plain:
            painter.setPen(pen("accent", 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()


class PlotLegend(QWidget):
    """The entries of all named curves, in lines.

    Signals:
        toggled(key, shown): the user showed or hid a curve.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, LegendEntry] = {}
        self._layout = FlowLayout(self, spacing=10)
        # With a fixed height the layout would cut all lines after the first.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        theme_notifier().follow(self._on_theme_changed)

    def entry(self, key: str) -> LegendEntry:
        """The button of a curve."""
        return self._entries[key]

    def names(self) -> list[str]:
        """The names shown, in order."""
        return [entry.text() for entry in self._entries.values()]

    @contextmanager
    def drawn_plainly(self) -> Iterator[None]:
        """Paint without the frame round the entry that has the keys."""
        try:
            for entry in self._entries.values():
                entry.is_plain = True
            yield
        finally:
            for entry in self._entries.values():
                entry.is_plain = False

    def name(self, key: str) -> str:
        """What the legend calls a curve; '' when it does not show it."""
        entry = self._entries.get(key)
        return "" if entry is None else entry.text()

    def hidden_keys(self) -> list[str]:
        """The keys of the curves that were hidden here."""
        return [key for key, entry in self._entries.items() if not entry.isChecked()]

    def show_all(self) -> None:
        """Show every curve again."""
        for entry in self._entries.values():
            entry.setChecked(True)

    def set_entry(
        self, key: str, name: str, colour: Colour, style: LineStyle, symbol: str, width: float
    ) -> None:
        """Add a curve's entry, or change it."""
        if key not in self._entries:
            entry = LegendEntry(self)
            entry.toggled.connect(lambda shown: self.toggled.emit(key, shown))
            self._layout.addWidget(entry)
            self._entries[key] = entry
            entry.show()
            self.show()
        self._entries[key].describe(name, colour, style, symbol, width)

    def remove_entry(self, key: str) -> None:
        """Take a curve's entry away; nothing happens when it has none."""
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._layout.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
            self.setVisible(bool(self._entries))

    def _on_theme_changed(self) -> None:
        for entry in self._entries.values():
            entry.updateGeometry()
            entry.update()

"""How neurons and weights are drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QImage, QPainter, QPen, QTransform

from desktop.foundation.theme import theme
from desktop.training.colours import sign_colour
from desktop.training.network_layout import Connection, NetworkLayout, Unit
from desktop.training.network_numbers import NetworkNumbers, short_number
from desktop.widgets.number_text import format_number
from engine.arrays import Array

_THINNEST_PX, _THICKEST_PX = 1.0, 6.5
# The weight at which a line has three quarters of its full width.
_STRONG_WEIGHT = 3.0
_DIMMED = 0.18
_FULL_LINES_FROM_PX = 44.0


@dataclass
class NetworkFonts:
    """The fonts of a network's picture; making them takes longer than drawing with them."""

    name: QFont = field(default_factory=lambda: theme().font("label"))
    number: QFont = field(default_factory=lambda: theme().font("small"))

    @property
    def row_height(self) -> float:
        """The height of a line of numbers under a neuron."""
        return QFontMetricsF(self.number).height() + theme().px(3)


@dataclass(frozen=True)
class NetworkPainter:
    """Draws one picture of a network.

    Attributes:
        painter: Draws on the widget.
        numbers: The network's weights and biases.
        layout: Where its neurons stand.
        fonts: What its texts are written in.
        pictures: For some neurons what they see.
        outputs: What every neuron gives at the point pointed at, or None.
        hovered: The neuron or weight under the mouse.
        area: The widget's rectangle.
    """

    painter: QPainter
    numbers: NetworkNumbers
    layout: NetworkLayout
    fonts: NetworkFonts
    pictures: Mapping[Unit, QImage]
    outputs: tuple[Array, ...] | None
    hovered: Unit | Connection | None
    area: QRectF

    def draw(self, has_numbers: bool) -> None:
        """Draw the weights, the neurons over them, then what is told of the one pointed at."""
        for connection in self.layout.connections:
            self._draw_weight(connection)
        has_names = self._names_fit()
        for unit in self.layout.centres:
            self._draw_unit(unit)
            if has_names:
                middle = self.layout.centres[unit]
                self._draw_text(self.numbers.name(unit), middle, self.fonts.name, "text", "node")
            if has_numbers:
                self._draw_number(unit)
        if self.hovered is not None:
            self._draw_hovered(self.hovered)

    def _names_fit(self) -> bool:
        """Return whether the longest name fits; if not, pointing at a neuron tells its name."""
        last = Unit(len(self.layout.layers) - 2, max(self.layout.layers) - 1)
        width = QFontMetricsF(self.fonts.name).horizontalAdvance(self.numbers.name(last))
        return width <= self.layout.size - theme().px(4)

    def _draw_weight(self, connection: Connection) -> None:
        weight = self.numbers.weight(connection)
        colour = sign_colour(weight)
        if self._is_dimmed(connection):
            colour.setAlphaF(_DIMMED)
        # Small neurons stand close together, and so do their lines.
        share = min(1.0, self.layout.size / theme().px(_FULL_LINES_FROM_PX))
        pen = QPen(colour, max(0.6, weight_width(weight) * share) * theme().scale)
        if weight < 0:
            pen.setDashPattern([3.0, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        self.painter.drawLine(*self.layout.line(connection))

    def _is_dimmed(self, connection: Connection) -> bool:
        if isinstance(self.hovered, Unit):
            return self.hovered not in (connection.source, connection.target)
        return isinstance(self.hovered, Connection) and connection != self.hovered

    def _draw_unit(self, unit: Unit) -> None:
        square = self.layout.square(unit)
        radius = min(theme().px(8), square.width() / 4)
        is_hovered = unit == self.hovered
        edge = theme().color("selection" if is_hovered else "node_border")
        self.painter.setPen(QPen(edge, (2.2 if is_hovered else 1.2) * theme().scale))
        picture = self.pictures.get(unit)
        brush = QBrush(theme().color("node")) if picture is None else _stretched(picture, square)
        self.painter.setBrush(brush)
        self.painter.drawRoundedRect(square, radius, radius)

    def _draw_number(self, unit: Unit) -> None:
        """Write the neuron's output at the point pointed at, or else its bias."""
        if self.outputs is not None:
            text = format_number(float(self.outputs[unit.layer][unit.index]), 3)
            colour = "value"
        elif unit.layer:
            text, colour = f"b {short_number(self.numbers.bias(unit))}", "text_muted"
        else:
            return
        square = self.layout.square(unit)
        below = theme().px(2) + self.fonts.row_height / 2
        middle = QPointF(square.center().x(), square.bottom() + below)
        self._draw_text(text, middle, self.fonts.number, colour, "canvas")

    def _draw_text(
        self, text: str, middle: QPointF, font: QFont, colour: str, ground_colour: str
    ) -> None:
        """Write on a translucent ground, so that lines and pictures never cross out a text."""
        metrics = QFontMetricsF(font)
        ground = QRectF(0, 0, metrics.horizontalAdvance(text) + theme().px(8), metrics.height())
        ground.moveCenter(middle)
        ground.moveRight(min(ground.right(), self.area.right()))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(theme().color(ground_colour, 0.84))
        self.painter.drawRoundedRect(ground, theme().px(4), theme().px(4))
        self.painter.setFont(font)
        self.painter.setPen(theme().color(colour))
        self.painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_hovered(self, hovered: Unit | Connection) -> None:
        if isinstance(hovered, Connection):
            start, end = self.layout.line(hovered)
            middle = (start + end) / 2
        else:
            square = self.layout.square(hovered)
            middle = QPointF(square.center().x(), square.top() - self.fonts.row_height)
        self._draw_label(middle, self.numbers.text(hovered))

    def _draw_label(self, middle: QPointF, text: str) -> None:
        """Write in a box like a tooltip's, moved and broken into lines to stay in the widget."""
        wrap = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        area, room = self.area, self.area.adjusted(0, 0, -theme().px(20), 0)
        box = QFontMetricsF(self.fonts.number).boundingRect(room, wrap, text)
        box.adjust(-theme().px(7), -theme().px(3), theme().px(7), theme().px(3))
        box.moveCenter(middle)
        box.moveLeft(max(area.left() + 2, min(box.left(), area.right() - box.width() - 2)))
        box.moveTop(max(area.top() + 2, min(box.top(), area.bottom() - box.height() - 2)))
        self.painter.setPen(QPen(theme().color("border_strong"), 1))
        self.painter.setBrush(theme().color("tooltip"))
        self.painter.drawRoundedRect(box, theme().px(5), theme().px(5))
        self.painter.setFont(self.fonts.number)
        self.painter.setPen(theme().color("tooltip_text"))
        self.painter.drawText(box, wrap, text)


def weight_width(weight: float) -> float:
    """Return a line's width in pixels at a zoom of one: it grows with |w| and then levels off."""
    if not math.isfinite(weight):
        return _THICKEST_PX
    share = math.tanh(abs(weight) / _STRONG_WEIGHT)
    return _THINNEST_PX + (_THICKEST_PX - _THINNEST_PX) * share


def _stretched(picture: QImage, square: QRectF) -> QBrush:
    """Return a brush that fills a square with a picture; clipping to its corners is far slower."""
    brush = QBrush(picture)
    scale = square.width() / picture.width()
    brush.setTransform(QTransform(scale, 0, 0, scale, square.left(), square.top()))
    return brush

"""How neurons and weights are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QImage, QPainter, QPen, QTransform

from desktop.foundation.theme import theme
from desktop.training.network.colours import sign_colour
from desktop.training.network.layout import Bias, Connection, NetworkLayout, Part, Unit
from desktop.training.network.network_numbers import short_number
from desktop.training.network.sample_painter import draw_sample, gradient_text
from desktop.training.network.scene import NetworkFonts, NetworkScene, draw_label, draw_text
from desktop.training.network.weight_labels import label_on
from desktop.widgets.fields.number_text import format_number

_THINNEST_PX, _THICKEST_PX = 1.0, 6.5
# The weight at which a line has three quarters of its full width.
_STRONG_WEIGHT = 3.0
_DIMMED = 0.18
_FULL_LINES_FROM_PX = 44.0
# How large a neuron's picture becomes under the mouse.
_ENLARGED_PX = 132.0
# From here on single lines can hardly be told apart.
_DENSE_FROM = 400
# Of the lines between two layers so many are drawn: those of the largest weights.
_MOST_LINES = 500
# Widths in pixels for the smaller half of them, the larger half, and the largest tenth.
_WIDTHS = (0.0, 1.0, 2.0)
_BOUNDS = (0.5, 0.9)


@dataclass(frozen=True)
class NetworkPainter:
    """Draws one picture of a network.

    Attributes:
        painter: Draws on the widget.
        scene: What is to be seen.
        fonts: What its texts are written in.
    """

    painter: QPainter
    scene: NetworkScene
    fonts: NetworkFonts

    def draw(self) -> None:
        """Draw the weights, the neurons over them, then what is told of the one pointed at."""
        scene = self.scene
        if is_dense(scene.layout):
            if scene.hovered is not None:
                self.painter.setOpacity(_DIMMED)
            draw_dense_weights(self.painter, scene)
            self.painter.setOpacity(1.0)
            for connection in scene.layout.connections_of(scene.hovered):
                self._draw_weight(connection)
        else:
            for connection in scene.layout.connections:
                self._draw_weight(connection)
        for connection, box in scene.labels.items():
            self._draw_weight_number(connection, box)
        has_names = self._names_fit()
        for unit in scene.layout.centres:
            self._draw_unit(unit)
            if has_names:
                middle = scene.layout.centres[unit]
                self._write(scene.numbers.name(unit), middle, "text", "node", is_name=True)
            if scene.has_numbers:
                self._draw_number(unit)
        draw_sample(self.painter, scene, self.fonts)
        self._draw_numbers_on_demand()
        if scene.hovered is not None:
            self._draw_hovered(scene.hovered)

    def _names_fit(self) -> bool:
        """Return whether the longest name fits; if not, pointing at a neuron tells its name."""
        layout = self.scene.layout
        last = Unit(len(layout.layers) - 2, layout.layers[-2] - 1)
        width = QFontMetricsF(self.fonts.name).horizontalAdvance(self.scene.numbers.name(last))
        return width <= layout.size - theme().px(4)

    def _draw_weight(self, connection: Connection) -> None:
        weight = self.scene.numbers.weight(connection)
        colour = sign_colour(weight)
        if self._is_dimmed(connection):
            colour.setAlphaF(_DIMMED)
        # Small neurons stand close together, and so do their lines.
        share = min(1.0, self.scene.layout.size / theme().px(_FULL_LINES_FROM_PX))
        pen = QPen(colour, max(0.6, weight_width(weight) * share) * theme().scale)
        if weight < 0:
            pen.setDashPattern([3.0, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        self.painter.drawLine(*self.scene.layout.line(connection))

    def _is_dimmed(self, connection: Connection) -> bool:
        hovered = self.scene.hovered
        if isinstance(hovered, Bias):
            return hovered.unit != connection.target
        if isinstance(hovered, Unit):
            return hovered not in (connection.source, connection.target)
        return isinstance(hovered, Connection) and connection != hovered

    def _draw_weight_number(self, connection: Connection, box: QRectF) -> None:
        if self._is_dimmed(connection):
            return
        text = short_number(self.scene.numbers.weight(connection))
        drawn = self._write(text, box.center(), "text", "canvas")
        if self.scene.chosen == connection:
            self._frame(drawn)

    def _draw_numbers_on_demand(self) -> None:
        """Write the weights of a part that is pointed at or chosen, where there is no room."""
        scene = self.scene
        if scene.chosen is None and scene.hovered is None:
            return
        wanted = {
            connection
            for part in (scene.chosen, scene.hovered)
            for connection in scene.layout.connections_of(part)
            if connection not in scene.labels
        }
        size = self.fonts.number_size
        for connection in wanted:
            self._draw_weight_number(connection, label_on(scene.layout, connection, size))

    def _draw_unit(self, unit: Unit) -> None:
        square = self.scene.layout.square(unit)
        radius = min(theme().px(8), square.width() / 4)
        is_marked = unit in (self.scene.hovered, self.scene.chosen)
        edge = theme().color("selection" if is_marked else "node_border")
        self.painter.setPen(QPen(edge, (2.2 if is_marked else 1.2) * theme().scale))
        picture = self.scene.pictures.get(unit)
        brush = QBrush(theme().color("node")) if picture is None else _stretched(picture, square)
        self.painter.setBrush(brush)
        self.painter.drawRoundedRect(square, radius, radius)

    def _draw_number(self, unit: Unit) -> None:
        """Write the neuron's output at the point pointed at, or else its bias."""
        scene = self.scene
        if scene.outputs is not None:
            text = format_number(float(scene.outputs[unit.layer][unit.index]), 3)
            self._write(text, self.number_box(unit).center(), "value", "canvas")
        elif unit.layer:
            mark = scene.marks.get(unit, "")
            text = f"b {short_number(scene.numbers.bias(unit))}"
            colour = "error" if mark else "text_muted"
            text = self._fitting(f"{text} {mark}".rstrip(), text, text.removeprefix("b "))
            if not text and scene.chosen != Bias(unit):
                return
            drawn = self._write(text, self.number_box(unit).center(), colour, "canvas")
            if scene.chosen == Bias(unit):
                self._frame(drawn)

    def _fitting(self, *texts: str) -> str:
        """Return the first text that leaves its neighbours' in the next columns whole, or ''."""
        metrics = QFontMetricsF(self.fonts.number)
        square = self.scene.layout.square
        apart = square(Unit(1, 0)).center().x() - square(Unit(0, 0)).center().x()
        room = apart - metrics.horizontalAdvance(" ")
        return next((text for text in texts if metrics.horizontalAdvance(text) <= room), "")

    def number_box(self, unit: Unit) -> QRectF:
        """Return where the number under a neuron stands."""
        return bias_box(self.scene, self.fonts, unit)

    def _draw_hovered(self, hovered: Part) -> None:
        scene = self.scene
        text = scene.numbers.text(hovered)
        if isinstance(hovered, Connection):
            start, end = scene.layout.line(hovered)
            middle = (start + end) / 2 - QPointF(0, 1.4 * self.fonts.row_height)
            text += self._gradient_of(hovered)
        elif isinstance(hovered, Bias):
            box = self.number_box(hovered.unit)
            middle = box.center() - QPointF(0, self.fonts.row_height)
            text += self._gradient_of(hovered)
        else:
            square = self._draw_enlarged(hovered)
            middle = QPointF(square.center().x(), square.top() - self.fonts.row_height)
            told = (text, self._sample_text(hovered), scene.marks.get(hovered, ""))
            text = "\n".join(filter(None, told))
        draw_label(self.painter, middle, text, self.fonts.number, scene.area)

    def _gradient_of(self, part: Connection | Bias) -> str:
        """Tell the chosen sample's gradient of a weight or bias."""
        sample = self.scene.sample
        if sample is None:
            return ""
        layer = part.target.layer if isinstance(part, Connection) else part.unit.layer
        found = sample.parameter_gradients[layer - 1]
        if isinstance(part, Connection):
            value = found.weights[part.source.index, part.target.index]
            return f"   ∂L/∂w = {gradient_text(float(value))}"
        return f"   ∂L/∂b = {gradient_text(float(found.bias[part.unit.index]))}"

    def _sample_text(self, unit: Unit) -> str:
        """Tell the chosen sample's value and gradient, for which a small neuron has no room."""
        sample = self.scene.sample
        if sample is None:
            return ""
        value = format_number(float(sample.outputs[unit.layer][unit.index]), 4)
        text = f"{self.scene.numbers.name(unit)} = {value}"
        if unit.layer:
            slope = float(sample.total_gradients[unit.layer - 1][unit.index])
            text += f"   ∂L/∂z = {gradient_text(slope)}"
        return text

    def _draw_enlarged(self, unit: Unit) -> QRectF:
        """Draw the neuron's picture large over everything, inside the widget."""
        scene, square = self.scene, self.scene.layout.square(unit)
        picture = scene.pictures.get(unit)
        if picture is None:
            return square
        side, room = theme().px(_ENLARGED_PX), scene.area
        large = QRectF(0, 0, side, side)
        large.moveCenter(square.center())
        # To the left of the neuron or to the right, wherever there is more room: its number and
        # those of its lines stay in sight.
        is_left = square.center().x() > room.center().x()
        gap = theme().px(8)
        if is_left:
            large.moveRight(square.left() - gap)
        else:
            large.moveLeft(square.right() + gap)
        top = room.top() + 2 * self.fonts.row_height
        large.moveTop(max(top, min(large.top(), room.bottom() - side - gap)))
        self.painter.setPen(QPen(theme().color("selection"), 2.0 * theme().scale))
        self.painter.setBrush(_stretched(picture, large))
        self.painter.drawRoundedRect(large, theme().px(8), theme().px(8))
        return large

    def _frame(self, box: QRectF) -> None:
        self.painter.setPen(QPen(theme().color("selection"), 1.6 * theme().scale))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, theme().px(4), theme().px(4))

    def _write(
        self, text: str, middle: QPointF, colour: str, ground: str, *, is_name: bool = False
    ) -> QRectF:
        font = self.fonts.name if is_name else self.fonts.number
        return draw_text(self.painter, text, middle, font, colour, ground, self.scene.area)


def bias_box(scene: NetworkScene, fonts: NetworkFonts, unit: Unit) -> QRectF:
    """Return where the bias stands under a neuron."""
    square, size = scene.layout.square(unit), fonts.number_size
    box = QRectF(0, 0, 1.4 * size.width(), fonts.row_height)
    box.moveCenter(
        QPointF(square.center().x(), square.bottom() + theme().px(2) + fonts.row_height / 2)
    )
    return box


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


def is_dense(layout: NetworkLayout) -> bool:
    """Return whether a network has so many weights that their lines are drawn together."""
    layers = layout.layers
    return sum(a * b for a, b in pairwise(layers)) > _DENSE_FROM


def draw_dense_weights(painter: QPainter, scene: NetworkScene) -> None:
    """Draw the largest weights of each gap between layers, without smoothing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for layer, parameters in enumerate(scene.numbers.layers):
        weights = parameters.weights
        sizes = np.abs(weights).ravel()
        chosen = np.argsort(sizes)[-_MOST_LINES:]
        bounds = np.quantile(sizes[chosen], _BOUNDS)
        groups = np.searchsorted(bounds, sizes[chosen], side="right")
        negative = weights.ravel()[chosen] < 0
        for group, width in enumerate(_WIDTHS):
            for is_negative in (False, True):
                places = chosen[(groups == group) & (negative == is_negative)]
                _draw(painter, scene.layout, layer, places, width, is_negative=is_negative)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _draw(
    painter: QPainter,
    layout: NetworkLayout,
    layer: int,
    places: np.ndarray[tuple[int, ...], np.dtype[np.intp]],
    width: float,
    *,
    is_negative: bool,
) -> None:
    pen = QPen(sign_colour(-1.0 if is_negative else 1.0), width * theme().scale)
    if is_negative and width:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    half, targets = layout.size / 2, layout.layers[layer + 1]
    lines = []
    for place in places.tolist():
        source = layout.centres[Unit(layer, place // targets)]
        target = layout.centres[Unit(layer + 1, place % targets)]
        lines.append(QLineF(source.x() + half, source.y(), target.x() - half, target.y()))
    painter.drawLines(lines)


def number_box(scene: NetworkScene, fonts: NetworkFonts, part: Connection | Bias) -> QRectF:
    """Return where the number of a weight or bias stands, or would if there were room."""
    if isinstance(part, Bias):
        return bias_box(scene, fonts, part.unit)
    return scene.labels.get(part) or label_on(scene.layout, part, fonts.number_size)


def number_at(scene: NetworkScene, fonts: NetworkFonts, place: QPointF) -> Connection | Bias | None:
    """Return the weight or bias whose number is under a point."""
    for connection, box in scene.labels.items():
        if box.contains(place):
            return connection
    if not scene.has_numbers or scene.outputs is not None:
        return None
    for unit in scene.layout.centres:
        if unit.layer and bias_box(scene, fonts, unit).contains(place):
            return Bias(unit)
    return None

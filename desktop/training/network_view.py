"""The network as neurons and weights: each neuron shows what it sees, each line its weight."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.training.colours import heat_image, sign_colour
from desktop.training.network_layout import Connection, NetworkLayout, Unit, lay_out
from desktop.widgets.number_text import format_number
from engine.arrays import Array
from engine.training.datasets.dataset import View
from engine.training.decision_boundary import activations_at, unit_maps
from engine.training.loop import StepRecord
from engine.training.mlp import LayerParameters
from engine.training.run import TrainingRun

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_MARGIN_PX = 14.0
# Below these sizes a neuron shows no name, or no bias.
_NAME_FROM_PX, _BIAS_FROM_PX = 22.0, 30.0
_HOVER_REACH_PX = 7.0
_THINNEST_PX, _THICKEST_PX = 1.0, 6.5
# The weight at which a line has three quarters of its full width.
_STRONG_WEIGHT = 3.0
_PICTURES_UP_TO = 64


class NetworkView(QWidget):
    """Draws a network; hovering shows the numbers.

    A weight's line is blue and whole when it raises, orange and dashed when it lowers, and the
    wider the larger the weight. A neuron shows its output over the plane of the inputs.

    Signals:
        unit_hovered(unit: Unit | None): The mouse came over a neuron, or left it.
    """

    unit_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: TrainingRun | None = None
        self._layers: tuple[LayerParameters, ...] = ()
        self._parameters: Array | None = None
        self._pictures: dict[Unit, QImage] = {}
        self._layout: NetworkLayout | None = None
        self._has_numbers = True
        # Making a font takes longer than drawing with it.
        self._name_font, self._number_font = theme().font("label"), theme().font("small")
        self._hovered: Unit | Connection | None = None
        self._outputs: tuple[Array, ...] | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 180)
        self.setAccessibleName(self.tr("The network"))
        self.setWhatsThis(
            self.tr(
                "Each square is a neuron and shows its output over the plane of the inputs. Each "
                "line is a weight: blue and whole if positive, orange and dashed if negative, "
                "wider if larger. Point at one to read its number."
            )
        )
        theme_notifier().changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return a size at which four hidden units stand comfortably."""
        return QSize(theme().px(400), theme().px(360))

    @property
    def layout_of_units(self) -> NetworkLayout | None:
        """Where the neurons stand."""
        return self._layout

    @property
    def hovered_text(self) -> str:
        """What is told about the neuron or weight under the mouse, or ''."""
        return "" if self._hovered is None else self._text_of(self._hovered)

    def show_record(self, run: TrainingRun, record: StepRecord) -> None:
        """Show a network as it stands at a record."""
        if self._run is None or self._run.layers != run.layers:
            self._hovered = None
        if run is not self._run:
            self._outputs = None
        self._run, self._parameters = run, record.parameters
        self._layers = run.network.unflatten(record.parameters)
        self._arrange()
        self._paint_pictures(run.dataset.view)
        self.update()

    def show_point(self, point: tuple[float, float] | None) -> None:
        """Write every neuron's output at a point of the input plane, or no longer."""
        if self._run is None or self._parameters is None or point is None:
            self._outputs = None
        else:
            self._outputs = activations_at(self._run.network, self._parameters, np.array(point))
        self.update()

    def _paint_pictures(self, view: View) -> None:
        self._pictures = {}
        if self._run is None or self._parameters is None or sum(self._run.layers) > _PICTURES_UP_TO:
            return
        maps = unit_maps(self._run.network, self._parameters, view)
        for layer, pictures in enumerate(maps):
            for index, values in enumerate(pictures):
                unit = Unit(layer, index)
                low, high = self._reach(layer, float(abs(values).max()))
                self._pictures[unit] = heat_image(values, low, high)

    def _reach(self, layer: int, largest: float) -> tuple[float, float]:
        """Return the activations that get the two full colours."""
        if self._run is not None:
            name = self._run.output if layer == len(self._run.layers) - 1 else self._run.activation
            if layer and name == "sigmoid":
                return 0.0, 1.0
            if layer and name == "tanh":
                return -1.0, 1.0
        return -(largest or 1.0), largest or 1.0

    def _arrange(self) -> None:
        if self._run is None:
            return
        margin = theme().px(_MARGIN_PX)
        area = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        layout = lay_out(self._run.layers, area, theme().scale, self._row_height())
        self._has_numbers = layout.size >= theme().px(_BIAS_FROM_PX)
        if not self._has_numbers:
            layout = lay_out(self._run.layers, area, theme().scale, 0.0)
        self._layout = layout
        self._number_font = theme().font("small")
        self._name_font = theme().font("label")
        self._name_font.setPixelSize(round(min(theme().px(16), max(layout.size * 0.42, 1.0))))

    def _row_height(self) -> float:
        return QFontMetricsF(self._number_font).height() + theme().px(3)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the weights, then the neurons over them, then what is pointed at."""
        if self._layout is None or self._run is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for connection in self._layout.connections:
            self._draw_weight(painter, connection)
        for unit in self._layout.centres:
            self._draw_unit(painter, unit)
        if self._hovered is not None:
            self._draw_hover(painter, self._hovered)
        painter.end()

    def _weight(self, connection: Connection) -> float:
        weights = self._layers[connection.source.layer].weights
        return float(weights[connection.source.index, connection.target.index])

    def _bias(self, unit: Unit) -> float:
        return float(self._layers[unit.layer - 1].bias[unit.index])

    def _draw_weight(self, painter: QPainter, connection: Connection) -> None:
        if self._layout is None:
            return
        weight = self._weight(connection)
        colour = sign_colour(weight)
        if self._is_dimmed(connection):
            colour.setAlphaF(0.18)
        pen = QPen(colour, weight_width(weight) * theme().scale)
        if weight < 0:
            pen.setDashPattern([3.0, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(*self._layout.line(connection))

    def _is_dimmed(self, connection: Connection) -> bool:
        if isinstance(self._hovered, Unit):
            return self._hovered not in (connection.source, connection.target)
        return isinstance(self._hovered, Connection) and connection != self._hovered

    def _draw_unit(self, painter: QPainter, unit: Unit) -> None:
        if self._layout is None:
            return
        square = self._layout.square(unit)
        radius = min(theme().px(8), square.width() / 4)
        is_hovered = unit == self._hovered
        edge = theme().color("selection" if is_hovered else "node_border")
        painter.setPen(QPen(edge, (2.2 if is_hovered else 1.2) * theme().scale))
        picture = self._pictures.get(unit)
        painter.setBrush(theme().color("node") if picture is None else _stretched(picture, square))
        painter.drawRoundedRect(square, radius, radius)
        if square.width() >= theme().px(_NAME_FROM_PX):
            self._draw_name(painter, unit, square)
        if self._has_numbers:
            self._draw_number(painter, unit, square)

    def _draw_name(self, painter: QPainter, unit: Unit, square: QRectF) -> None:
        font = self._name_font
        name, metrics = self.unit_name(unit), QFontMetricsF(font)
        ground = QRectF(0, 0, metrics.horizontalAdvance(name) + theme().px(8), metrics.height())
        ground.moveCenter(square.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("node", 0.82))
        painter.drawRoundedRect(ground, theme().px(4), theme().px(4))
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_number(self, painter: QPainter, unit: Unit, square: QRectF) -> None:
        """Write the neuron's output at the point under the mouse, or else its bias."""
        colour = theme().color("text_muted")
        if self._outputs is not None:
            text = format_number(float(self._outputs[unit.layer][unit.index]), 3)
            colour = theme().color("value")
        elif unit.layer:
            text = self.tr("b {0}").format(_short(self._bias(unit)))
        else:
            return
        font = self._number_font
        width = QFontMetricsF(font).horizontalAdvance(text) + theme().px(8)
        ground = QRectF(0, square.bottom() + theme().px(2), width, self._row_height())
        ground.moveCenter(QPointF(square.center().x(), ground.center().y()))
        if ground.right() > self.width():
            ground.moveRight(self.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("canvas", 0.85))
        painter.drawRoundedRect(ground, theme().px(4), theme().px(4))
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_hover(self, painter: QPainter, hovered: Unit | Connection) -> None:
        if self._layout is None:
            return
        if isinstance(hovered, Connection):
            start, end = self._layout.line(hovered)
            middle = (start + end) / 2
        else:
            top = self._layout.square(hovered).top()
            middle = QPointF(self._layout.centres[hovered].x(), top - self._row_height())
        _draw_label(painter, middle, self._text_of(hovered), QRectF(self.rect()))

    # Texts

    def unit_name(self, unit: Unit) -> str:
        """Return x₁, h₁ or, with several hidden layers, h₂₁ (second layer, first unit); ŷ."""
        last = 0 if self._run is None else len(self._run.layers) - 1
        number = str(unit.index + 1).translate(_SUBSCRIPTS)
        if unit.layer == 0:
            return f"x{number}"
        if unit.layer == last:
            return "ŷ"
        if last == 2 or self._run is None:
            return f"h{number}"
        # From ten units on, h₁₁₁ could be two things.
        comma = "," if max(self._run.layers) > 9 else ""
        return f"h{unit.layer}{comma}{unit.index + 1}".translate(_SUBSCRIPTS)

    def _text_of(self, hovered: Unit | Connection) -> str:
        if isinstance(hovered, Connection):
            ends = f"{self.unit_name(hovered.source)} → {self.unit_name(hovered.target)}"
            return self.tr("{0}: weight {1}").format(ends, format_number(self._weight(hovered), 5))
        if hovered.layer == 0:
            return self.tr("input {0}").format(self.unit_name(hovered))
        return self._formula_of(hovered)

    def _formula_of(self, unit: Unit) -> str:
        """Write a neuron's arithmetic with its numbers; of many inputs only the first ones."""
        if self._run is None:
            return ""
        is_last = unit.layer == len(self._run.layers) - 1
        function = self._run.output if is_last else self._run.activation
        weights = self._layers[unit.layer - 1].weights[:, unit.index]
        parts = [
            f"{_short(float(weight))}·{self.unit_name(Unit(unit.layer - 1, index))}"
            for index, weight in enumerate(weights[:3])
        ]
        if len(weights) > 3:
            parts.append("…")
        terms = " + ".join([*parts, _short(self._bias(unit))]).replace("+ −", "− ")
        return f"{self.unit_name(unit)} = {function}({terms})"

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Find what is under the mouse."""
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the mouse."""
        self._set_hovered(None)

    def _hover(self, place: QPointF) -> None:
        if self._layout is None:
            return
        found: Unit | Connection | None = self._layout.unit_at(place)
        if found is None:
            found = self._layout.connection_at(place, theme().px(_HOVER_REACH_PX))
        self._set_hovered(found)

    def _set_hovered(self, found: Unit | Connection | None) -> None:
        if found != self._hovered:
            self._hovered = found
            self.unit_hovered.emit(found if isinstance(found, Unit) else None)
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the neurons anew."""
        self._arrange()

    def _on_theme_changed(self) -> None:
        self._arrange()
        if self._run is not None:
            self._paint_pictures(self._run.dataset.view)
        self.updateGeometry()
        self.update()


def weight_width(weight: float) -> float:
    """Return a line's width in pixels at a zoom of one: it grows with |w| and then levels off."""
    if not math.isfinite(weight):
        return _THICKEST_PX
    share = math.tanh(abs(weight) / _STRONG_WEIGHT)
    return _THINNEST_PX + (_THICKEST_PX - _THINNEST_PX) * share


def _short(value: float) -> str:
    return format_number(round(value, 2) if abs(value) < 100 else value, 3)


def _stretched(picture: QImage, square: QRectF) -> QBrush:
    """Return a brush that fills a square with a picture; clipping to its corners is far slower."""
    brush = QBrush(picture)
    scale = square.width() / picture.width()
    brush.setTransform(QTransform(scale, 0, 0, scale, square.left(), square.top()))
    return brush


def _draw_label(painter: QPainter, middle: QPointF, text: str, inside: QRectF) -> None:
    font = theme().font("small")
    metrics = QFontMetricsF(font)
    room = QRectF(0, 0, inside.width() - theme().px(20), inside.height())
    wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    ground = metrics.boundingRect(room, int(wrap), text)
    ground.adjust(-theme().px(7), -theme().px(3), theme().px(7), theme().px(3))
    ground.moveCenter(middle)
    ground.moveLeft(max(inside.left() + 2, min(ground.left(), inside.right() - ground.width() - 2)))
    ground.moveTop(max(inside.top() + 2, min(ground.top(), inside.bottom() - ground.height() - 2)))
    painter.setPen(QPen(theme().color("border_strong"), 1))
    painter.setBrush(QColor(theme().color("tooltip")))
    painter.drawRoundedRect(ground, theme().px(5), theme().px(5))
    painter.setFont(font)
    painter.setPen(theme().color("tooltip_text"))
    painter.drawText(ground, int(wrap), text)

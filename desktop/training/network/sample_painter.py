"""Draws a sample on its way through the network: values in green, gradients in red, pulses."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop.foundation.theme import theme
from desktop.training.network.layout import Unit
from desktop.training.network.scene import NetworkFonts, NetworkScene, draw_text
from desktop.widgets.fields.number_text import format_number, format_short

_PULSE_PX = 3.2
# A neuron smaller than this has room for its value only; a still smaller one for nothing.
_BOTH_FROM_PX, _VALUE_FROM_PX = 34.0, 17.0


def draw_sample(painter: QPainter, scene: NetworkScene, fonts: NetworkFonts) -> None:
    """Write values above and gradients below in each neuron reached, and draw what moves."""
    sample = scene.sample
    if sample is None:
        return
    size = scene.layout.size
    if size >= theme().px(_VALUE_FROM_PX):
        for unit in scene.layout.centres:
            _write(painter, scene, fonts, unit, size >= theme().px(_BOTH_FROM_PX))
    if scene.flow.is_running:
        _draw_pulses(painter, scene)


def value_text(value: float) -> str:
    """Write a value shortly enough for a neuron."""
    return format_short(value)


def gradient_text(value: float) -> str:
    """Write a gradient: small ones keep their order of magnitude, and 0 is 0."""
    return format_number(value, 2)


def _write(
    painter: QPainter, scene: NetworkScene, fonts: NetworkFonts, unit: Unit, has_gradient: bool
) -> None:
    sample, flow = scene.sample, scene.flow
    assert sample is not None
    square = scene.layout.square(unit)
    half = QFontMetricsF(fonts.number).height() / 2
    if flow.has_value(unit.layer):
        text = value_text(float(sample.outputs[unit.layer][unit.index]))
        middle = QPointF(square.center().x(), square.top() + half * (0.6 if has_gradient else 0.0))
        draw_text(painter, text, middle, fonts.number, "value", "value_ground", scene.area)
    if has_gradient and unit.layer and flow.has_gradient(unit.layer):
        text = gradient_text(float(sample.total_gradients[unit.layer - 1][unit.index]))
        middle = QPointF(square.center().x(), square.bottom() - half * 0.6)
        draw_text(painter, text, middle, fonts.number, "gradient", "gradient_ground", scene.area)


def _draw_pulses(painter: QPainter, scene: NetworkScene) -> None:
    """Draw a dot on each line of the gap that is being crossed."""
    flow = scene.flow
    place = flow.forward if flow.is_forward else flow.backward
    gap = int(place) if flow.is_forward else int(max(0.0, place - 1e-9))
    share = place - gap
    radius = theme().px(_PULSE_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("value" if flow.is_forward else "gradient"))
    for connection in scene.layout.connections:
        if connection.source.layer == gap:
            start, end = scene.layout.line(connection)
            painter.drawEllipse(start + (end - start) * share, radius, radius)

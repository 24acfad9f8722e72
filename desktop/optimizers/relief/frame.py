"""The frame of the relief: axes in real units along the block's front edges and up its left one."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from desktop.foundation.theme import theme
from desktop.optimizers.relief.camera import Projection
from desktop.optimizers.relief.landscape import Landscape
from desktop.widgets.fields.number_text import format_number, format_tick
from desktop.widgets.plots.plot_style import pen
from engine import ranges

_TICK_PX, _TEXT_PX, _NAME_PX = 5.0, 9.0, 30.0
_WANTED_TICKS = 5
_CORNER_PX = 18
# Seen from above, the upright axis is too short for numbers.
_LEAST_UPRIGHT = 0.35
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_Corner = tuple[float, float]


def draw_frame(
    painter: QPainter,
    landscape: Landscape,
    projection: Projection,
    names: tuple[str, str, str],
) -> None:
    """Draw the axes.

    Args:
        painter: Where.
        landscape: What stands on them.
        projection: From where it is looked at.
        names: Of the two variables and of the height.
    """
    painter.setFont(theme().font("caption"))
    half_x, half_y = landscape.half
    corners = [(x, y) for x in (-half_x, half_x) for y in (-half_y, half_y)]
    away_x, away_y = projection.away
    front = min(corners, key=lambda corner: corner[0] * away_x + corner[1] * away_y)
    by_x, by_y = (-front[0], front[1]), (front[0], -front[1])
    box = landscape.box
    _draw_axis(painter, projection, front, by_x, names[0], [
        (landscape.place(value, 0.0)[0], text)
        for value, text in even_ticks(box.left, box.right)
    ], 0)  # fmt: skip
    _draw_axis(painter, projection, front, by_y, names[1], [
        (landscape.place(0.0, value)[1], text)
        for value, text in even_ticks(box.bottom, box.top)
    ], 1)  # fmt: skip
    if projection.tilt[1] >= _LEAST_UPRIGHT:
        left = min(corners, key=lambda corner: _pixel(projection, corner, 0.0).x())
        _draw_upright(painter, landscape, projection, left, names[2])


def _draw_axis(
    painter: QPainter,
    projection: Projection,
    start: _Corner,
    end: _Corner,
    name: str,
    ticks: list[tuple[float, str]],
    coordinate: int,
) -> None:
    first, last = _pixel(projection, start, 0.0), _pixel(projection, end, 0.0)
    outward = _outward(first, last)
    painter.setPen(pen("plot_axis", 1.2))
    painter.drawLine(first, last)
    length = math.hypot(last.x() - first.x(), last.y() - first.y())
    if length < theme().px(60):
        return
    for place, text in ticks:
        corner = (float(place), start[1]) if coordinate == 0 else (start[0], float(place))
        at = _pixel(projection, corner, 0.0)
        painter.setPen(pen("plot_axis", 1.2))
        painter.drawLine(at, at + outward * theme().px(_TICK_PX))
        # At the front corner two axes meet, whose numbers would collide.
        if (at - first).manhattanLength() >= theme().px(_CORNER_PX):
            painter.setPen(theme().color("text_muted"))
            _write(painter, at + outward * theme().px(_TEXT_PX), text, outward)
    painter.setPen(theme().color("text"))
    middle = (first + last) / 2
    _write(painter, middle + outward * theme().px(_NAME_PX), name, outward)


def _draw_upright(
    painter: QPainter, landscape: Landscape, projection: Projection, corner: _Corner, name: str
) -> None:
    foot = _pixel(projection, corner, 0.0)
    top = _pixel(projection, corner, landscape.ceiling)
    painter.setPen(pen("plot_axis", 1.2))
    painter.drawLine(foot, top)
    outward = QPointF(-1.0, 0.0)
    free = math.inf
    line = QFontMetricsF(painter.font()).height()
    for loss, text in loss_ticks(landscape):
        at = _pixel(projection, corner, landscape.height(loss))
        painter.setPen(pen("plot_axis", 1.2))
        painter.drawLine(at, at + outward * theme().px(_TICK_PX))
        if at.y() > free:
            continue
        painter.setPen(theme().color("text_muted"))
        _write(painter, at + outward * theme().px(_TEXT_PX), text, outward)
        free = at.y() - line
    painter.setPen(theme().color("text"))
    _write(painter, top + QPointF(0.0, -theme().px(6)), name, QPointF(0.0, -1.0))


def _pixel(projection: Projection, corner: _Corner, height: float) -> QPointF:
    x, y, _ = projection.place(*(np.array([number]) for number in (*corner, height)))
    return QPointF(float(x[0]), float(y[0]))


def _outward(first: QPointF, last: QPointF) -> QPointF:
    """Return the direction at right angles to an edge that goes down on screen."""
    way = last - first
    length = math.hypot(way.x(), way.y()) or 1.0
    across = QPointF(-way.y() / length, way.x() / length)
    return across if across.y() >= 0 else -across


def _write(painter: QPainter, at: QPointF, text: str, outward: QPointF) -> None:
    """Write beside a point, on the side that is outward."""
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(text), metrics.height()
    x = at.x() + (outward.x() - 1.0) * width / 2
    y = at.y() + (outward.y() - 1.0) * height / 2
    painter.drawText(QRectF(x, y, width + 1, height), Qt.AlignmentFlag.AlignCenter, text)


def even_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Return round numbers between two, with their texts."""
    places = ranges.even_ticks(low, high, _WANTED_TICKS)
    spacing = ranges.width(places[0], places[1]) if len(places) > 1 else 0.0
    return [(place, format_tick(place, spacing, 6)) for place in places]


def loss_ticks(landscape: Landscape) -> list[tuple[float, str]]:
    """Return losses to write up the side: powers of ten where heights grow by factors."""
    scale = landscape.scale
    if scale.lowest == scale.highest:
        return []
    if scale.first is None:
        return even_ticks(scale.lowest, scale.highest)
    least, most = max(scale.lowest, scale.first), scale.highest
    if most <= 0.0:
        return [(scale.lowest, format_number(scale.lowest, 3))]
    first = math.ceil(math.log10(least)) if least > 0.0 else 0
    powers = range(first, ranges.decade(most) + 1)
    return [(ranges.power_of_ten(power), _power_text(power)) for power in powers]


def _power_text(power: int) -> str:
    if -3 <= power <= 3:
        return format_number(10.0**power, 3)
    return "10" + str(power).translate(_RAISED)

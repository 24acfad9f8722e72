"""What lies on the relief: trails, markers, minima, the start, the arrows of one update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath

from desktop.foundation.theme import theme
from desktop.optimizers.race.method_look import look_of
from desktop.optimizers.relief.draped import Draped, drape, paths
from desktop.optimizers.relief.picture import Picture
from desktop.optimizers.update.update_sketch import (
    AHEAD,
    LOOKS,
    SECOND,
    Arrow,
    Square,
    UpdateSketch,
)
from desktop.widgets.plots.plot_style import Colour, LineStyle, pen, pyqtgraph_symbol, resolve
from engine.arrays import Array

_HIDDEN_ALPHA, _AHEAD_ALPHA, _DIM = 0.22, 0.38, 0.35
_MARKER_PX, _START_PX, _RING_PX, _HEAD_PX = 12.0, 13.0, 17.0, 11.0
_LIT_WIDTH = 1.7
_Point = tuple[float, float]


@dataclass(eq=False)
class Overlay:
    """Everything to draw on a picture, and how it is drawn.

    Attributes:
        trails: The methods' paths over the ground.
        step: How far they have come.
        minima: Where the surface is lowest.
        start: Where all begin.
        sketch: One update as arrows, or None.
        kinds: Which of its parts are shown.
        notes: A sentence for each method that diverged.
    """

    trails: dict[str, Draped] = field(default_factory=dict)
    step: int = 0
    minima: tuple[_Point, ...] = ()
    start: _Point | None = None
    sketch: UpdateSketch | None = None
    kinds: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)

    def draw(self, painter: QPainter, picture: Picture) -> None:
        """Draw all of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for minimum in self.minima:
            _mark(painter, picture, minimum, "circle", QColor(0, 0, 0, 0), "text", _RING_PX)
        for method, trail in self.trails.items():
            look = look_of(method)
            faint = paths(picture, trail.since(self.step))[1]
            painter.strokePath(faint, pen(look.colour, 1.5, look.style, _AHEAD_ALPHA))
            _stroke(painter, picture, trail.up_to(self.step), look.colour, look.style, 2.5)
        if self.sketch is not None:
            self._draw_sketch(painter, picture, self.sketch)
        for method, trail in self.trails.items():
            look = look_of(method)
            place = trail.at(self.step)
            _mark_place(painter, picture, place, look.symbol, resolve(look.colour), "panel",
                        _MARKER_PX)  # fmt: skip
        if self.start is not None:
            _mark(painter, picture, self.start, "circle", resolve("text"), "panel", _START_PX)
        self._write_notes(painter)

    def _write_notes(self, painter: QPainter) -> None:
        painter.setFont(theme().font("caption"))
        line = QFontMetricsF(painter.font()).height()
        for place, (method, text) in enumerate(self.notes.items()):
            painter.setPen(resolve(look_of(method).colour))
            at = QPointF(theme().px(10), theme().px(8) + (place + 0.8) * line * 1.15)
            painter.drawText(at, text)

    def _draw_sketch(self, painter: QPainter, picture: Picture, sketch: UpdateSketch) -> None:
        if SECOND in self.kinds:
            for square in sketch.squares:
                _draw_square(painter, picture, square, sketch.lit)
        if sketch.ahead is not None and AHEAD in self.kinds:
            look = LOOKS[AHEAD]
            line = drape(picture.landscape, np.array([sketch.start, sketch.ahead])).places
            _stroke(painter, picture, line, look.colour, look.style, look.width)
            _mark(painter, picture, sketch.ahead, "diamond", resolve("panel"), look.colour, 11.0)
        for arrow in sketch.arrows:
            if arrow.kind in self.kinds:
                _draw_arrow(painter, picture, arrow, sketch.lit)


def _stroke(
    painter: QPainter,
    picture: Picture,
    places: Array,
    colour: Colour,
    style: LineStyle,
    width: float,
) -> None:
    """Draw a line: plainly where it is seen, faintly where the surface hides it."""
    whole, seen = paths(picture, places)
    painter.strokePath(whole, pen(colour, 1.0, alpha=_HIDDEN_ALPHA))
    painter.strokePath(seen, pen(colour, width, style))


def _draw_arrow(painter: QPainter, picture: Picture, arrow: Arrow, lit: str) -> None:
    look = LOOKS[arrow.kind]
    colour = resolve(look.colour, 1.0 if not lit or lit == arrow.kind else _DIM)
    width = look.width * (_LIT_WIDTH if lit == arrow.kind else 1.0)
    shaft = drape(picture.landscape, np.array([arrow.tail, arrow.tip])).places
    across, down, _ = picture.projection.place(*shaft)
    inside = np.flatnonzero(np.isfinite(across))
    whole, _seen = paths(picture, shaft)
    painter.strokePath(whole, pen(resolve("panel", 0.7 * colour.alphaF()), width + 2.5))
    painter.strokePath(whole, pen(colour, width, look.style))
    if len(inside) < 2:
        return
    tip = np.array([across[inside[-1]], down[inside[-1]]])
    before = max(0, len(inside) - 4)
    back = np.array([across[inside[before]], down[inside[before]]]) - tip
    length = float(np.hypot(*back))
    if length < 1e-6:
        return
    back *= min(theme().px(_HEAD_PX), max(length, 4.0)) / length
    side = np.array([-back[1], back[0]]) * 0.45
    head = QPainterPath(QPointF(*(tip + back + side)))
    head.lineTo(QPointF(*tip))
    head.lineTo(QPointF(*(tip + back - side)))
    painter.strokePath(head, pen(colour, width))


def _draw_square(painter: QPainter, picture: Picture, square: Square, lit: str) -> None:
    (left, bottom), (right, top) = square.corner, square.opposite
    corners = np.array([(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)])
    look = LOOKS[SECOND]
    alpha = 1.0 if not lit or lit == SECOND else _DIM
    outline = drape(picture.landscape, corners).places
    width = look.width * (_LIT_WIDTH if lit == SECOND else 1.0)
    _stroke(painter, picture, outline, resolve(look.colour, alpha), look.style, width)


def _mark(
    painter: QPainter,
    picture: Picture,
    point: _Point,
    symbol: str,
    fill: QColor,
    outline: Colour,
    size: float,
) -> None:
    place = drape(picture.landscape, np.array([point])).places
    _mark_place(painter, picture, place, symbol, fill, outline, size)


def _mark_place(
    painter: QPainter,
    picture: Picture,
    place: Array,
    symbol: str,
    fill: QColor,
    outline: Colour,
    size: float,
) -> None:
    """Draw a symbol at a place, faintly where the surface hides it."""
    if not np.isfinite(place).all():
        return
    across, down, depth = picture.projection.place(*place)
    is_seen = bool(picture.sees(across, down, depth)[0])
    painter.save()
    painter.setOpacity(1.0 if is_seen else _HIDDEN_ALPHA * 1.6)
    painter.translate(float(across[0]), float(down[0]))
    painter.setPen(pen(outline, 1.4 if fill.alpha() else 2.0))
    painter.setBrush(fill)
    length = size * theme().scale
    painter.scale(length, length)
    painter.drawPath(pg.graphicsItems.ScatterPlotItem.Symbols[pyqtgraph_symbol(symbol)])
    painter.restore()

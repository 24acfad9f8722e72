"""The arrows of one update over the contours."""

from __future__ import annotations

import math

import numpy as np

from desktop.foundation.theme import theme
from desktop.optimizers.update.update_sketch import (
    AHEAD,
    LOOKS,
    SECOND,
    Arrow,
    Square,
    UpdateSketch,
)
from desktop.widgets.plots.plot_style import Colour, LineStyle, resolve
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges

_DIM = 0.35
_LIT_WIDTH = 1.7
_HEAD_PX, _HEAD_ANGLE = 11.0, 0.45


class ArrowsLayer:
    """Draws a sketch into a plot by keys of its own, and takes away what is no longer in it."""

    def __init__(self, plot: PlotView) -> None:
        self._plot = plot
        self._keys: set[str] = set()

    def show(self, sketch: UpdateSketch | None, kinds: frozenset[str]) -> None:
        """Draw those kinds of a sketch, or nothing."""
        before, self._keys = self._keys, set()
        if sketch is not None:
            for arrow in sketch.arrows:
                if arrow.kind in kinds:
                    self._draw_arrow(arrow, sketch.lit)
            if SECOND in kinds:
                for place, square in enumerate(sketch.squares):
                    self._draw_square(place, square, sketch.lit)
            if sketch.ahead is not None and AHEAD in kinds:
                self._draw_ahead(sketch.start, sketch.ahead)
        for key in before - self._keys:
            self._plot.remove(key)

    def _draw_arrow(self, arrow: Arrow, lit: str) -> None:
        look, alpha = LOOKS[arrow.kind], _alpha(arrow.kind, lit)
        colour = resolve(look.colour, alpha)
        width = look.width * (_LIT_WIDTH if arrow.kind == lit else 1.0)
        shaft = np.array([arrow.tail, arrow.tip])
        head = self._head(arrow)
        ground = resolve("panel", 0.75 * alpha)
        self._curve(f"arrow ground:{arrow.kind}", shaft, ground, "solid", width + 2.5)
        self._curve(f"arrow:{arrow.kind}", shaft, colour, look.style, width)
        self._curve(f"arrow head:{arrow.kind}", head, colour, "solid", width)

    def _draw_square(self, place: int, square: Square, lit: str) -> None:
        (left, bottom), (right, top) = square.corner, square.opposite
        corners = np.array(
            [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
        )
        look = LOOKS[SECOND]
        width = look.width * (_LIT_WIDTH if lit == SECOND else 1.0)
        colour = resolve(look.colour, _alpha(SECOND, lit))
        self._curve(f"square:{place}", corners, colour, look.style, width)

    def _draw_ahead(self, start: tuple[float, float], ahead: tuple[float, float]) -> None:
        look = LOOKS[AHEAD]
        self._curve("ahead line", np.array([start, ahead]), look.colour, look.style, look.width)
        self._keys.add("ahead point")
        self._plot.set_points(
            "ahead point", [ahead[0]], [ahead[1]], theme().color("panel", 0.6), "diamond", 11.0,
            look.colour,
        )  # fmt: skip

    def _curve(
        self, key: str, points: np.ndarray, colour: Colour, style: LineStyle, width: float
    ) -> None:
        self._keys.add(key)
        self._plot.set_curve(key, points[:, 0], points[:, 1], colour, style, width=width)

    def _head(self, arrow: Arrow) -> np.ndarray:
        """Return the two barbs, of the same size on screen whatever the zoom."""
        (left, right), _ = self._plot.view_range
        pixel = ranges.width(left, right) / max(1, self._plot.canvas.width())
        size = pixel * theme().px(_HEAD_PX)
        with np.errstate(all="ignore"):
            way = np.subtract(arrow.tip, arrow.tail)
        length = ranges.length(way)
        if not (length > 0.0 and np.isfinite(way).all()):
            # So short, or so long, that the numbers can tell no direction.
            return np.array([arrow.tip])
        size = min(size, 0.6 * length)
        back = -(way / length) * size
        turned = [_turn(back, angle) for angle in (_HEAD_ANGLE, -_HEAD_ANGLE)]
        return np.array([arrow.tip + turned[0], arrow.tip, arrow.tip + turned[1]])


def _turn(vector: np.ndarray, angle: float) -> np.ndarray:
    cosine, sine = math.cos(angle), math.sin(angle)
    return np.array([vector[0] * cosine - vector[1] * sine, vector[0] * sine + vector[1] * cosine])


def _alpha(kind: str, lit: str) -> float:
    return 1.0 if not lit or kind == lit else _DIM

"""How plots draw: line styles, symbols, and colours by the theme's names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPen

from desktop.foundation.theme import SERIES_COUNT, theme
from engine import ranges

FloatArray = NDArray[np.float64]
RgbaArray = NDArray[np.uint8]
Colour = str | QColor
ColourFunction = Callable[[FloatArray], RgbaArray]
LineStyle = Literal[
    "solid", "dash", "dash-dot", "dot", "long-dash", "dash-dot-dot", "short-dash",
    "long-dash-dot", "two-dash", "sparse-dot",
]  # fmt: skip
Symbol = Literal[
    "circle", "square", "triangle", "diamond", "plus", "cross", "star", "triangle-down",
    "pentagon", "hexagon",
]  # fmt: skip

# As many as there are colours and symbols, so that none of them tells curves apart alone.
LINE_STYLES: tuple[LineStyle, ...] = (
    "solid", "dash", "dash-dot", "dot", "long-dash", "dash-dot-dot", "short-dash",
    "long-dash-dot", "two-dash", "sparse-dot",
)  # fmt: skip
SYMBOLS: tuple[Symbol, ...] = (
    "circle", "square", "triangle", "diamond", "plus", "cross", "star", "triangle-down",
    "pentagon", "hexagon",
)  # fmt: skip

# Viridis from high to low: even in brightness and safe for the colour-blind (van der Walt and
# Smith, A better default colormap for matplotlib, SciPy 2015). Low ground is bright.
SURFACE_RAMP: tuple[Colour, ...] = (
    "#fde725", "#addc30", "#5ec962", "#28ae80", "#21918c", "#2c728e", "#3b528b", "#472d7b",
    "#440154",
)  # fmt: skip

# In pixels; a wider pen has the same dashes.
_DASHES: dict[LineStyle, list[float]] = {
    "dash": [9.0, 5.0],
    "dot": [2.5, 3.5],
    "dash-dot": [9.0, 4.0, 2.5, 4.0],
    "long-dash": [15.0, 4.0],
    "dash-dot-dot": [9.0, 3.5, 2.5, 3.5, 2.5, 3.5],
    "short-dash": [5.0, 4.0],
    "long-dash-dot": [17.0, 4.0, 2.5, 4.0],
    "two-dash": [12.0, 4.0, 5.0, 4.0],
    "sparse-dot": [2.5, 8.0],
}
_PYQTGRAPH_SYMBOLS: dict[str, str] = {
    "circle": "o", "square": "s", "triangle": "t1", "diamond": "d", "plus": "+", "cross": "x",
    "star": "star", "triangle-down": "t", "pentagon": "p", "hexagon": "h",
}  # fmt: skip
_RAMP_COLOURS = 256


def series_line(place: int) -> tuple[str, LineStyle]:
    """Return the color and the line style of one of many curves, by its place among them.

    Both differ from neighbor to neighbor, and after a round of all colors the styles move on by
    one, so that fifty curves share no pair.
    """
    rounds, colour = divmod(place, SERIES_COUNT)
    return f"series_{colour}", LINE_STYLES[(place + rounds) % len(LINE_STYLES)]


class PenScale:
    """How many pixels of what is drawn on make one of the interface's; None on the screen."""

    factor: float | None = None

    @classmethod
    def present(cls) -> float:
        """Return the factor on the widths of pens, which count the finer pixels."""
        if cls.factor is not None:
            return cls.factor
        app = QGuiApplication.instance()
        return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def resolve(colour: Colour, alpha: float = 1.0) -> QColor:
    """The colour of a theme name, of ``#rrggbb`` or itself, made more transparent."""
    is_name = isinstance(colour, str) and not colour.startswith("#")
    found = theme().color(str(colour)) if is_name else QColor(colour)
    found.setAlphaF(found.alphaF() * alpha)
    return found


def pen(colour: Colour, width: float = 2.0, style: LineStyle = "solid", alpha: float = 1.0) -> QPen:
    """A pen whose width follows the interface's scale but not the plot's zoom."""
    drawn = QPen(QBrush(resolve(colour, alpha)), width * theme().scale * PenScale.present())
    drawn.setCosmetic(True)
    drawn.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if style in _DASHES:
        drawn.setDashPattern([length / width for length in _DASHES[style]])
        drawn.setCapStyle(Qt.PenCapStyle.FlatCap)
    return drawn


def pyqtgraph_symbol(symbol: str) -> str:
    """The plotting library's letter for a symbol."""
    return _PYQTGRAPH_SYMBOLS.get(symbol, symbol)


def colour_ramp(
    values: FloatArray, colours: Sequence[Colour], levels: tuple[float, float] | None = None
) -> RgbaArray:
    """Paint numbers with a ramp of colours.

    Args:
        values: numbers of any shape; those that are not finite become transparent.
        colours: at least two colours, evenly spaced from the lowest to the highest level.
        levels: the numbers of the first and last colour; the extremes when None.

    Returns:
        An array of the shape of ``values`` with a last axis of red, green, blue and alpha.
    """
    finite = np.isfinite(values)
    low, high = levels or ranges.extremes(values) or (0.0, 1.0)
    share = ranges.shares(np.where(finite, values, low), low, high)
    places = (share * (_RAMP_COLOURS - 1)).astype(np.intp)
    painted: RgbaArray = _ramp(colours)[places]
    painted[~finite] = 0
    return painted


def _ramp(colours: Sequence[Colour]) -> RgbaArray:
    stops = np.array([resolve(colour).getRgb() for colour in colours], dtype=float)
    at = np.linspace(0.0, 1.0, len(stops))
    wanted = np.linspace(0.0, 1.0, _RAMP_COLOURS)
    channels = [np.interp(wanted, at, stops[:, channel]) for channel in range(4)]
    return np.stack(channels, axis=-1).round().astype(np.uint8)

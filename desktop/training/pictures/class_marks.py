"""How classes look: each a colour and a mark, of which the mark alone tells it from all others."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.foundation.theme import SERIES_COUNT
from desktop.widgets.plots.symbol_paths import LETTER, symbol_path

_SHAPES = (
    "square", "circle", "triangle", "diamond", "star", "triangle-down", "pentagon", "hexagon",
    "plus", "cross", "t2", "t3", "arrow_up", "arrow_down",
)  # fmt: skip
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabdefghijkmnpqrtuy2345679"


def class_colour(look: int) -> str:
    """Return the theme's name of the colour of a look.

    The first two have the colours in which weights and predictions are drawn too.
    """
    return f"class_{look}" if look < 2 else f"series_{look % SERIES_COUNT}"


def class_mark(look: int) -> str:
    """Return the symbol of a look; so many as there are shapes and letters are all different."""
    if look < len(_SHAPES):
        return _SHAPES[look]
    return LETTER + _LETTERS[(look - len(_SHAPES)) % len(_LETTERS)]


def is_thin(look: int) -> bool:
    """Return whether a mark is of lines rather than of a surface."""
    return look >= len(_SHAPES) or _SHAPES[look] in {"plus", "cross", "arrow_up", "arrow_down"}


def mark_share(look: int) -> float:
    """Return how much larger than the others a mark is drawn, to be read as easily."""
    return 1.3 if is_thin(look) else 1.0


def draw_class_mark(
    painter: QPainter, centre: QPointF, size: float, fill: QColor, look: int
) -> None:
    """Draw the mark of a look as wide as that, in the painter's pixels."""
    painter.save()
    painter.translate(centre)
    painter.scale(size, size)
    painter.setPen(QPen(fill, 0.04))
    painter.setBrush(fill)
    painter.drawPath(symbol_path(class_mark(look)))
    painter.restore()

"""How each method is drawn: colour, line style and symbol, so that colour is never alone."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.widgets.plots.plot_style import SYMBOLS, LineStyle, Symbol, series_line
from engine.optimizers.catalog import OPTIMIZERS

# The same shapes as characters, for tables and sentences.
_GLYPHS: dict[Symbol, str] = {
    "circle": "●", "square": "■", "triangle": "▲", "diamond": "◆", "plus": "✚", "cross": "✖",
    "star": "★", "triangle-down": "▼", "pentagon": "⬟", "hexagon": "⬢",
}  # fmt: skip


@dataclass(frozen=True)
class MethodLook:
    """A method's look, the same in the plots, the list and the table."""

    colour: str
    style: LineStyle
    symbol: Symbol

    @property
    def glyph(self) -> str:
        """The symbol as a character."""
        return _GLYPHS[self.symbol]


def look_of(method: str) -> MethodLook:
    """Return a method's look, which follows from its place in the table of optimizers."""
    place = list(OPTIMIZERS).index(method)
    colour, style = series_line(place)
    return MethodLook(colour, style, SYMBOLS[place % len(SYMBOLS)])

"""The outlines of the symbols that mark points, for plots and for legends."""

from __future__ import annotations

from functools import lru_cache

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainterPath, QTransform

from desktop.widgets.plots.plot_style import pyqtgraph_symbol

LETTER = "letter "
_HEIGHT_PT = 100


def drawn_symbol(symbol: str) -> str | QPainterPath:
    """Return what the plotting library takes for a symbol: its own name, or an outline."""
    return symbol_path(symbol) if symbol.startswith(LETTER) else pyqtgraph_symbol(symbol)


@lru_cache(maxsize=64)
def symbol_path(symbol: str) -> QPainterPath:
    """Return the outline of a symbol round the origin, in a square of side 1.

    Args:
        symbol: One of the plots' symbols, or "letter A" for a letter.
    """
    if not symbol.startswith(LETTER):
        return QPainterPath(Symbols[pyqtgraph_symbol(symbol)])
    font = QFont()
    font.setPointSizeF(_HEIGHT_PT)
    font.setBold(True)
    drawn = QPainterPath()
    drawn.addText(0.0, 0.0, font, symbol.removeprefix(LETTER))
    box: QRectF = drawn.boundingRect()
    # Without a font that has it, nothing would be drawn at all.
    side = max(box.width(), box.height())
    if not side:
        return QPainterPath(Symbols["o"])
    centred = QTransform.fromTranslate(-box.center().x(), -box.center().y())
    return QTransform.fromScale(1.2 / side, 1.2 / side).map(centred.map(drawn))

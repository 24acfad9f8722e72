"""A matrix as a picture: blue below zero, orange above, the ground itself at zero."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.graph_editor.items.canvas_style import CanvasStyle, canvas_style
from engine.arrays import Array

# More squares than this along a side cannot be told apart in a picture of this size.
_MOST_SQUARES = 128
_THINNEST = 10.0


class HeatMap:
    """The picture of one array, drawn when it is first painted, and again in another theme.

    The scale is symmetric and reaches to the largest size in the array, so that equal sizes of
    either sign are equally strong. What is no number is grey.

    Attributes:
        array: The array.
        squares: Its numbers as rows and columns; a vector is one row, and of too many numbers the
            strongest of each block.
    """

    def __init__(self, array: Array) -> None:
        self.array = array
        self.squares = _pooled(_as_rows(array))
        self._image: QImage | None = None
        self._style: CanvasStyle | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HeatMap) and other.array is self.array

    def __hash__(self) -> int:
        return id(self.array)

    def fitted(self, height: float, narrowest: float, widest: float) -> QSizeF:
        """Return the size of the picture in a line of a height: as near to squares as goes."""
        rows, columns = _as_rows(self.array).shape
        if rows == 1:
            return QSizeF(min(max(_THINNEST * columns, narrowest), widest), _THINNEST)
        if columns == 1:
            return QSizeF(_THINNEST, height)
        return QSizeF(min(max(height * columns / rows, narrowest), widest), height)

    def paint(self, painter: QPainter, area: QRectF, frame: str) -> None:
        """Paint it into an area, framed in a colour of the theme."""
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(area, self.image())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(canvas_style().pen(frame, 1.0))
            painter.drawRect(area)
        finally:
            painter.restore()

    def image(self) -> QImage:
        """Return the picture, a pixel to a square."""
        style = canvas_style()
        if self._image is None or self._style is not style:
            self._image, self._style = _image(self.squares, style), style
        return self._image


def _as_rows(array: Array) -> Array:
    if array.ndim < 2:
        return array.reshape(1, -1)
    return array.reshape(-1, array.shape[-1])


def _pooled(rows: Array) -> Array:
    for axis in (0, 1):
        length = rows.shape[axis]
        if length <= _MOST_SQUARES:
            continue
        edges = np.linspace(0, length, _MOST_SQUARES + 1).astype(int)[:-1]
        high = np.maximum.reduceat(rows, edges, axis=axis)
        low = np.minimum.reduceat(rows, edges, axis=axis)
        rows = np.where(high >= -low, high, low)
    return rows


def _rgb(style: CanvasStyle, name: str) -> Array:
    color = style.color(name)
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)


def _image(squares: Array, style: CanvasStyle) -> QImage:
    middle, above, below, missing = (
        _rgb(style, name) for name in ("node", "positive", "negative", "text_muted")
    )
    is_number = np.isfinite(squares)
    known = np.where(is_number, squares, 0.0)
    largest = float(np.abs(known).max(initial=0.0))
    strength = np.abs(known / largest if largest else known)[..., np.newaxis]
    end = np.where((known > 0)[..., np.newaxis], above, below)
    colors = middle + (end - middle) * strength
    colors = np.where(is_number[..., np.newaxis], colors, missing)
    pixels = np.full((*squares.shape, 4), 255, dtype=np.uint8)
    pixels[..., :3] = np.round(colors)
    rows, columns = squares.shape
    image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    # A copy, because the picture made from bytes does not keep them.
    return image.copy()

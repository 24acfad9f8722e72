"""Colours, pens and fonts of the canvas, looked up once per theme and not once per paint."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QStaticText,
    QTransform,
)

from desktop.foundation.theme import Theme, theme

# The view scales the scene with the interface, so that fonts and places in the scene keep their
# proportions: text is laid out in these sizes (scene pixels) whatever the scale of the interface.
GATE_PIXELS = 22
SIGN_PIXELS = 29
NAME_PIXELS = 19
LABEL_PIXELS = 19
CAPTION_PIXELS = 15
PORT_PIXELS = 12

# Below this scale text is a grey smear that only costs time.
TEXT_SCALE = 0.35
# Below this one a rounded corner, a port's ring and a caption are no larger than a pixel or two.
DETAIL_SCALE = 0.5

# Numbers run through without end while one scrubs; old ones are not needed again.
_MOST_TEXTS = 20_000


class CanvasStyle:
    """One theme's pens, brushes and fonts for the items.

    Attributes:
        theme: The theme.
        gate_font: The symbol on a gate.
        sign_font: A symbol of one sign, such as + and ×, which would look small among words.
        name_font: The name of an input.
        label_font: Values and gradients.
        caption_font: The line under a card.
        port_font: What a port is called, inside the card beside it.
        faces: Laid-out faces of gates, kept here because they hold for this style only.
    """

    def __init__(self, chosen: Theme) -> None:
        self.theme = chosen
        self.gate_font = _font("gate", GATE_PIXELS)
        self.sign_font = _font("gate", SIGN_PIXELS)
        self.name_font = _font("gate", NAME_PIXELS)
        self.label_font = _font("label", LABEL_PIXELS)
        self.caption_font = _font("caption", CAPTION_PIXELS)
        self.port_font = _font("caption", PORT_PIXELS)
        self.faces: dict[Hashable, Any] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._colors: dict[str, QColor] = {}
        self._brushes: dict[tuple[str, float], QBrush] = {}
        self._pens: dict[tuple[str, float, bool], QPen] = {}
        self._line_pens: dict[tuple[str, float, bool, bool], QPen] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._texts: dict[tuple[int, str], tuple[QStaticText, float, float]] = {}

    def color(self, name: str) -> QColor:
        """Return a theme colour; the same object each time."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = self.theme.color(name)
        return found

    def brush(self, name: str, alpha: float = 1.0) -> QBrush:
        """Return a brush of a theme colour, solid or so far translucent."""
        key = (name, alpha)
        found = self._brushes.get(key)
        if found is None:
            color = QColor(self.color(name))
            color.setAlphaF(color.alphaF() * alpha)
            found = self._brushes[key] = QBrush(color)
        return found

    def pen(self, name: str, width: float = 1.0, dashed: bool = False) -> QPen:
        """Return a pen of a theme colour, with round ends."""
        key = (name, width, dashed)
        found = self._pens.get(key)
        if found is None:
            found = QPen(self.color(name), width)
            found.setCapStyle(Qt.PenCapStyle.RoundCap)
            found.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if dashed:
                found.setDashPattern([3.0, 2.5])
            self._pens[key] = found
        return found

    def line_pen(self, name: str, width: float, dashed: bool, is_far: bool = False) -> QPen:
        """Return a pen for long curves: round joins would be drawn at each of their many bits.

        Args:
            name: The theme's colour.
            width: In scene pixels.
            dashed: Whether it is broken.
            is_far: Whether the scale is so small that the width would vanish; it is then drawn in
                half as many pixels of the screen.
        """
        key = (name, width, dashed, is_far)
        found = self._line_pens.get(key)
        if found is None:
            found = QPen(self.pen(name, width, dashed))
            if is_far:
                found.setWidthF(width / 2)
                found.setCosmetic(True)
            found.setCapStyle(Qt.PenCapStyle.FlatCap)
            found.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
            self._line_pens[key] = found
        return found

    def metrics(self, font: QFont) -> QFontMetricsF:
        """Return the metrics of one of this style's fonts."""
        key = font.key()
        found = self._metrics.get(key)
        if found is None:
            found = self._metrics[key] = QFontMetricsF(font)
        return found

    def draw_centred(self, painter: QPainter, box: QRectF, font: QFont, text: str) -> None:
        """Write a text into the middle of a box, in the painter's pen.

        A text is laid out once and drawn often: on a large graph, laying it out with each paint
        would take longer than everything else together.
        """
        # Fonts live as long as the style; asking one for its key takes longer than drawing.
        key = (id(font), text)
        found = self._texts.get(key)
        if found is None:
            found = self._lay_out(font, text)
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            self._texts[key] = found
        laid_out, half_width, half_height = found
        painter.setFont(font)
        middle = box.center()
        painter.drawStaticText(QPointF(middle.x() - half_width, middle.y() - half_height), laid_out)

    def _lay_out(self, font: QFont, text: str) -> tuple[QStaticText, float, float]:
        laid_out = QStaticText(text)
        laid_out.setTextFormat(Qt.TextFormat.PlainText)
        laid_out.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        laid_out.prepare(QTransform(), font)
        size = laid_out.size()
        return laid_out, size.width() / 2, size.height() / 2

    def label_width(self, text: str) -> float:
        """Return how wide a value or gradient is in scene pixels."""
        return self._width("label", self.label_font, text)

    def caption_width(self, text: str) -> float:
        """Return how wide a caption is in scene pixels."""
        return self._width("caption", self.caption_font, text)

    def port_width(self, text: str) -> float:
        """Return how wide the name of a port is in scene pixels."""
        return self._width("port", self.port_font, text)

    def _width(self, role: str, font: QFont, text: str) -> float:
        key = (role, text)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _MOST_TEXTS:
                self._widths.clear()
            found = self._widths[key] = self.metrics(font).horizontalAdvance(text)
        return found


_styles: list[CanvasStyle] = []


def canvas_style() -> CanvasStyle:
    """Return the style of the theme in force, made anew when that is another."""
    chosen = theme()
    if not _styles or _styles[0].theme is not chosen:
        _styles[:] = [CanvasStyle(chosen)]
    return _styles[0]


def _font(role: str, pixels: int) -> QFont:
    font = QFont(theme().font(role))
    font.setPixelSize(pixels)
    return font

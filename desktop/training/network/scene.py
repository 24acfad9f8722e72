"""What a picture of a network is made from, and the fonts and labels all its parts share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPen

from desktop.foundation.theme import theme
from desktop.training.network.layout import Connection, NetworkLayout, Part, Unit
from desktop.training.network.network_numbers import NetworkNumbers
from desktop.training.network.sample_flow import SampleFlow
from engine.arrays import Array
from engine.training.network.sample_pass import SamplePass

_WIDEST_NUMBER = "−0.00"


@dataclass
class NetworkFonts:
    """The fonts of a network's picture; making them takes longer than drawing with them."""

    name: QFont = field(default_factory=lambda: theme().font("label"))
    number: QFont = field(default_factory=lambda: theme().font("small"))

    @property
    def row_height(self) -> float:
        """The height of a line of numbers under a neuron."""
        return QFontMetricsF(self.number).height() + theme().px(3)

    @property
    def number_size(self) -> QSizeF:
        """The size of a weight's number with its ground."""
        metrics = QFontMetricsF(self.number)
        width = metrics.horizontalAdvance(_WIDEST_NUMBER) + theme().px(6)
        return QSizeF(width, metrics.height())


@dataclass
class NetworkScene:
    """Everything that one picture of a network shows.

    Attributes:
        numbers: The network's weights and biases.
        layout: Where its neurons stand.
        labels: Where the numbers of weights stand that have room for one.
        has_numbers: Whether the biases have room under the neurons.
        pictures: For some neurons what they see.
        marks: For some neurons a word on what is wrong with them.
        outputs: What every neuron gives at the point pointed at, or None.
        sample: The numbers of the chosen sample, or None.
        flow: How far that sample has come.
        hovered: The part under the mouse.
        chosen: The part chosen.
        area: The widget's rectangle.
    """

    numbers: NetworkNumbers
    layout: NetworkLayout
    labels: dict[Connection, QRectF]
    has_numbers: bool
    pictures: Mapping[Unit, QImage]
    marks: Mapping[Unit, str]
    outputs: tuple[Array, ...] | None
    sample: SamplePass | None
    flow: SampleFlow
    hovered: Part | None
    chosen: Part | None
    area: QRectF


def draw_text(
    painter: QPainter,
    text: str,
    middle: QPointF,
    font: QFont,
    colour: str,
    ground: str,
    area: QRectF,
) -> QRectF:
    """Write on a translucent ground, so that lines and pictures never cross out a text."""
    metrics = QFontMetricsF(font)
    box = QRectF(0, 0, metrics.horizontalAdvance(text) + theme().px(8), metrics.height())
    box.moveCenter(middle)
    box.moveRight(min(box.right(), area.right()))
    box.moveLeft(max(box.left(), area.left()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(ground, 0.84))
    painter.drawRoundedRect(box, theme().px(4), theme().px(4))
    painter.setFont(font)
    painter.setPen(theme().color(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box


def draw_label(painter: QPainter, middle: QPointF, text: str, font: QFont, area: QRectF) -> QRectF:
    """Write in a box like a tooltip's, moved and broken into lines to stay in the widget."""
    wrap = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    room = area.adjusted(0, 0, -theme().px(20), 0)
    box = QFontMetricsF(font).boundingRect(room, wrap, text)
    box.adjust(-theme().px(7), -theme().px(3), theme().px(7), theme().px(3))
    box.moveCenter(middle)
    box.moveLeft(max(area.left() + 2, min(box.left(), area.right() - box.width() - 2)))
    box.moveTop(max(area.top() + 2, min(box.top(), area.bottom() - box.height() - 2)))
    painter.setPen(QPen(theme().color("border_strong"), 1))
    painter.setBrush(theme().color("tooltip"))
    painter.drawRoundedRect(box, theme().px(5), theme().px(5))
    painter.setFont(font)
    painter.setPen(theme().color("tooltip_text"))
    painter.drawText(box, wrap, text)
    return box

"""One frame of a recording: the surface, the lower plot, and a strip that names the methods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPixmap

from desktop.foundation.theme import theme
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.plots.plot_legend import draw_line_sample
from desktop.widgets.plots.plot_style import pen

_MARGIN_PX, _GAP_PX, _SAMPLE_PX, _ENTRY_GAP_PX = 12, 8, 30, 18
_WIDEST_PX = 1000


class Frame(NamedTuple):
    """One picture: its size in pixels, and red, green and blue as bytes, row by row."""

    width: int
    height: int
    pixels: bytes


class Entry(NamedTuple):
    """A method in the strip: its name in the program, and its title."""

    method: str
    title: str


def compose(pictures: Sequence[QPixmap], entries: Sequence[Entry], caption: str) -> QImage:
    """Put pictures below each other, under a caption and the methods' lines.

    Args:
        pictures: What was grabbed of each widget.
        entries: The methods that race.
        caption: What stands at the upper left, such as the surface and the step.
    """
    margin, gap = theme().px(_MARGIN_PX), theme().px(_GAP_PX)
    sizes = [picture.deviceIndependentSize().toSize() for picture in pictures]
    width = max((size.width() for size in sizes), default=1) + 2 * margin
    lines = _lines(entries, width - 2 * margin)
    line_height = QFontMetrics(theme().font("body")).height() + 4
    height = (len(lines) + 1) * line_height + 2 * margin
    height += sum(size.height() + gap for size in sizes)
    ratio = pictures[0].devicePixelRatio() if pictures else 1.0
    image = QImage(QSize(width, height) * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme().color("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme().font("label"))
    painter.setPen(theme().color("text"))
    room = QRect(margin, margin, width - 2 * margin, line_height)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, caption)
    top = margin + line_height
    for line in lines:
        _draw_line(painter, line, QPoint(margin, top), line_height)
        top += line_height
    for picture, size in zip(pictures, sizes, strict=True):
        painter.drawPixmap(margin, top + gap, picture)
        top += size.height() + gap
    painter.end()
    return image


def frame_of(image: QImage) -> Frame:
    """Return an image as a frame, no wider than a recording needs."""
    if image.width() > _WIDEST_PX:
        image = image.scaledToWidth(_WIDEST_PX, Qt.TransformationMode.SmoothTransformation)
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height = plain.width(), plain.height()
    rows = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(height, -1)
    # Qt fills each row up to a whole number of four bytes.
    return Frame(width, height, rows[:, : 3 * width].tobytes())


def _lines(entries: Sequence[Entry], width: int) -> list[list[Entry]]:
    lines: list[list[Entry]] = [[]]
    used = 0
    for entry in entries:
        needed = _width_of(entry)
        if used and used + needed > width:
            lines.append([])
            used = 0
        lines[-1].append(entry)
        used += needed
    return [line for line in lines if line]


def _width_of(entry: Entry) -> int:
    words = QFontMetrics(theme().font("body")).horizontalAdvance(_words(entry))
    return theme().px(_SAMPLE_PX + 6 + _ENTRY_GAP_PX) + words


def _words(entry: Entry) -> str:
    return f"{look_of(entry.method).glyph} {entry.title}"


def _draw_line(painter: QPainter, line: Sequence[Entry], place: QPoint, height: int) -> None:
    left, sample = place.x(), theme().px(_SAMPLE_PX)
    painter.setFont(theme().font("body"))
    for entry in line:
        look = look_of(entry.method)
        centre = QPointF(left + sample / 2, place.y() + height / 2)
        draw_line_sample(painter, centre, sample, pen(look.colour, 2.5, look.style))
        painter.setPen(theme().color(look.colour))
        room = QRect(left + sample + theme().px(6), place.y(), _width_of(entry), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, _words(entry))
        left += _width_of(entry)

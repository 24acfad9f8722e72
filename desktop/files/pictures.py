"""Pictures of what is drawn: PNG in pixels, SVG and PDF in lines and letters, or copied."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QMimeData,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from desktop.foundation.theme import theme
from desktop.foundation.version import version
from engine.quoting import quote

# Twice as many pixels as on a plain screen, so that it stays sharp on a projector and in print.
SHARPNESS = 2.0
_LONGEST_SIDE_PX = 16_000
_MOST_PIXELS = 40_000_000
_POINTS_PER_UNIT = 0.75
_MOST_POINTS = 14_400.0
_WIDGET_MARGIN = 8


class Drawn(Protocol):
    """What a picture is made of."""

    @property
    def size(self) -> QSizeF:
        """Its width and height in units, of which one is a pixel of a plain screen."""

    @property
    def ground(self) -> QColor:
        """The colour behind it."""

    @property
    def title(self) -> str:
        """What it shows."""

    def paint(self, painter: QPainter) -> None:
        """Paint it, ground and all, its corner at the origin."""


@dataclass(frozen=True)
class DrawnWidget:
    """A widget as it stands, on the theme's ground; painted on the interface's thread only."""

    widget: QWidget
    title: str = ""

    @property
    def size(self) -> QSizeF:
        """Its size with a margin round it."""
        return QSizeF(self.widget.size() + QSize(2 * _WIDGET_MARGIN, 2 * _WIDGET_MARGIN))

    @property
    def ground(self) -> QColor:
        """The colour behind it."""
        return theme().color("canvas")

    def paint(self, painter: QPainter) -> None:
        """Paint it, ground and all."""
        painter.fillRect(QRectF(QPointF(), self.size), self.ground)
        corner = QPoint(_WIDGET_MARGIN, _WIDGET_MARGIN)
        self.widget.render(painter, corner, renderFlags=QWidget.RenderFlag.DrawChildren)


def image_of(drawn: Drawn) -> QImage:
    """Return a picture in pixels, a very large one smaller than it is."""
    width, height = drawn.size.width(), drawn.size.height()
    scale = min(
        SHARPNESS,
        _LONGEST_SIDE_PX / max(width, height),
        math.sqrt(_MOST_PIXELS / (width * height)),
    )
    size = QSize(max(1, round(width * scale)), max(1, round(height * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(drawn.ground)
    painter = QPainter(image)
    try:
        drawn.paint(painter)
    finally:
        painter.end()
    return image


def encoded(image: QImage) -> bytes:
    """Return an image as a PNG file; nothing where it cannot be one, such as one of no size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The binding takes a text here, whatever its signature says.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def png_of(drawn: Drawn) -> bytes:
    """Return a picture as a PNG file."""
    return encoded(image_of(drawn))


def svg_of(drawn: Drawn) -> bytes:
    """Return a picture as an SVG file, whose lines and letters stay lines and letters."""
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(drawn.size.toSize())
    generator.setViewBox(QRectF(QPointF(), drawn.size))
    generator.setTitle(quote(drawn.title))
    generator.setDescription(f"Wiregrad {version()}")
    # One unit is one pixel, of which there are 96 to the inch.
    generator.setResolution(96)
    painter = QPainter(generator)
    try:
        drawn.paint(painter)
    finally:
        painter.end()
    return bytes(content.data())


def pdf_of(drawn: Drawn) -> bytes:
    """Return a picture as a PDF file of one page that is as large as the picture."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(quote(drawn.title))
    writer.setCreator(f"Wiregrad {version()}")
    longest = max(drawn.size.width(), drawn.size.height())
    points = min(_POINTS_PER_UNIT, _MOST_POINTS / longest)
    page = QPageSize(
        QSizeF(drawn.size * points), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    layout = QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    writer.setResolution(96)
    painter = QPainter(writer)
    try:
        scale = writer.width() / drawn.size.width()
        painter.scale(scale, scale)
        drawn.paint(painter)
    finally:
        painter.end()
    return bytes(content.data())


def copy_picture(image: QImage, svg: bytes) -> None:
    """Put a picture on the clipboard, in pixels and as SVG."""
    content = QMimeData()
    content.setImageData(image)
    content.setData("image/svg+xml", QByteArray(svg))
    QGuiApplication.clipboard().setMimeData(content)

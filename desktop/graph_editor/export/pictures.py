"""Pictures of a recorded canvas: PNG in pixels, SVG and PDF in lines and letters."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop.foundation.version import version
from desktop.graph_editor.export.canvas_record import CanvasRecord
from desktop.graph_editor.export.outlined_svg import with_outlines
from engine.quoting import quote

# Twice as many pixels as on a plain screen, so that it stays sharp on a projector and in print.
_SHARPNESS = 2.0
_LONGEST_SIDE_PX = 16_000
_MOST_PIXELS = 40_000_000
_POINTS_PER_UNIT = 0.75
_MOST_POINTS = 14_400.0


def image_of(record: CanvasRecord) -> QImage:
    """Return the canvas in pixels, a very large one smaller than it is."""
    width, height = record.size.width(), record.size.height()
    scale = min(
        _SHARPNESS,
        _LONGEST_SIDE_PX / max(width, height),
        math.sqrt(_MOST_PIXELS / (width * height)),
    )
    size = QSize(max(1, round(width * scale)), max(1, round(height * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(record.ground)
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        record.paint(painter)
    finally:
        painter.end()
    return image


def png_of(record: CanvasRecord) -> bytes:
    """Return the canvas as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image_of(record).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def svg_of(record: CanvasRecord) -> bytes:
    """Return the canvas as an SVG file; its letters are outlines, as seen wherever it is shown."""
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(record.size.toSize())
    generator.setViewBox(QRectF(0.0, 0.0, record.size.width(), record.size.height()))
    generator.setTitle(quote(record.title))
    generator.setDescription(f"Wiregrad {version()}")
    # One unit of the scene is one pixel, of which there are 96 to the inch.
    generator.setResolution(96)
    painter = QPainter(generator)
    try:
        record.paint(painter)
    finally:
        painter.end()
    return with_outlines(bytes(content.data()))


def pdf_of(record: CanvasRecord) -> bytes:
    """Return the canvas as a PDF file of one page that is as large as the canvas."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(quote(record.title))
    writer.setCreator(f"Wiregrad {version()}")
    longest = max(record.size.width(), record.size.height())
    points = min(_POINTS_PER_UNIT, _MOST_POINTS / longest)
    page = QPageSize(
        QSizeF(record.size * points), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    layout = QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    writer.setResolution(96)
    painter = QPainter(writer)
    try:
        scale = writer.width() / record.size.width()
        painter.scale(scale, scale)
        record.paint(painter)
    finally:
        painter.end()
    return bytes(content.data())

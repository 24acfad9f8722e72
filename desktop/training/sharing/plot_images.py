"""Pictures of what a page draws, sharp enough for print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QPoint
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from desktop.foundation.theme import theme
from desktop.training.network.view import NetworkView
from desktop.widgets.plots.plot_view import PlotView

# Twice as fine as the screen.
_SCALE = 2.0


def drawn_views(page: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Yield every plot and network that is seen in a page, each with a name for its file."""
    taken: set[str] = set()
    for view in [*page.findChildren(NetworkView), *page.findChildren(PlotView)]:
        if not view.isVisibleTo(page) or view.width() < 2 or view.height() < 2:
            continue
        stem = _stem(view)
        name, number = stem, 2
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name)
        yield name, view


def image_of(view: QWidget) -> QImage:
    """Paint a view on the theme's ground."""
    image = QImage(view.size() * _SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_SCALE)
    image.fill(theme().color("canvas"))
    painter = QPainter(image)
    try:
        view.render(painter, QPoint())
    finally:
        painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.write(image)
    return bytes(buffer.data().data())


def _stem(view: QWidget) -> str:
    words = re.findall(r"\w+", view.accessibleName() or type(view).__name__)
    return "-".join(words).lower() or "plot"

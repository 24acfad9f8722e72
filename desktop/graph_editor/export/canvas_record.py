"""What is on the canvas, recorded: painted once, to be drawn as a picture on any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPicture, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from desktop.foundation.theme import theme
from desktop.graph_editor.canvas.canvas_view import CanvasView
from engine.errors import EvaluationError

_MARGIN = 24.0
# Playing a picture holds Python's lock from its first command to its last, and the interface waits
# meanwhile: so many items take some milliseconds.
_ITEMS_AT_ONCE = 150


@dataclass(frozen=True)
class CanvasRecord:
    """A part of the canvas as drawing commands, its corner at the origin.

    Attributes:
        pictures: The commands in parts, the lowest items first, in units of the scene.
        size: How large the part is.
        ground: The colour behind it.
        title: What the drawing is called.
    """

    pictures: tuple[QPicture, ...]
    size: QSizeF
    ground: QColor
    title: str

    def paint(self, painter: QPainter) -> None:
        """Paint it, ground and all."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(QRectF(0.0, 0.0, self.size.width(), self.size.height()), self.ground)
        for picture in self.pictures:
            painter.save()
            picture.play(painter)
            painter.restore()


def record_canvas(view: CanvasView, title: str, *, only_seen: bool = False) -> CanvasRecord:
    """Record the canvas as it looks, without what shows only where hand and keys are.

    Args:
        view: The canvas.
        title: What the drawing is called.
        only_seen: Record the part that is in view, not everything.

    Raises:
        EvaluationError: There is nothing on the canvas.
    """
    scene = view.graph_scene
    area = scene.contents_rect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    if only_seen:
        inverse, _ = view.viewportTransform().inverted()
        area = inverse.mapRect(QRectF(view.viewport().rect()))
    if scene.contents_rect().isNull():
        raise EvaluationError(
            "nothing_to_export", "There is nothing to export: the graph is empty."
        )
    with scene.shown_plainly():
        items = [
            item
            for item in scene.items(Qt.SortOrder.AscendingOrder)
            if item.isVisible() and item.sceneBoundingRect().intersects(area)
        ]
        parts = [
            _record(items[start : start + _ITEMS_AT_ONCE], area)
            for start in range(0, len(items), _ITEMS_AT_ONCE)
        ]
    return CanvasRecord(tuple(parts), area.size(), theme().color("canvas"), title)


def _record(items: Sequence[QGraphicsItem], area: QRectF) -> QPicture:
    """Record some items, the corner of the area at the origin."""
    to_area = QTransform.fromTranslate(-area.x(), -area.y())
    picture, option = QPicture(), QStyleOptionGraphicsItem()
    painter = QPainter(picture)
    try:
        for item in items:
            painter.save()
            painter.setTransform(item.sceneTransform() * to_area)
            painter.setOpacity(item.effectiveOpacity())
            option.exposedRect = item.boundingRect()
            item.paint(painter, option)
            painter.restore()
    finally:
        painter.end()
    return picture

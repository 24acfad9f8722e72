"""What is on the canvas, recorded: painted once, to be drawn as a picture on any thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPicture

from desktop.foundation.theme import theme
from desktop.graph_editor.canvas_view import CanvasView
from engine.errors import EvaluationError

_MARGIN = 24.0


@dataclass(frozen=True)
class CanvasRecord:
    """A part of the canvas as drawing commands, its corner at the origin.

    Attributes:
        picture: The commands, in units of the scene.
        size: How large the part is.
        ground: The colour behind it.
        title: What the drawing is called.
    """

    picture: QPicture
    size: QSizeF
    ground: QColor
    title: str

    def paint(self, painter: QPainter) -> None:
        """Paint it, ground and all."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(QRectF(0.0, 0.0, self.size.width(), self.size.height()), self.ground)
        self.picture.play(painter)


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
    picture = QPicture()
    painter = QPainter(picture)
    try:
        with scene.shown_plainly():
            scene.render(painter, QRectF(0.0, 0.0, area.width(), area.height()), area)
    finally:
        painter.end()
    return CanvasRecord(picture, area.size(), theme().color("canvas"), title)

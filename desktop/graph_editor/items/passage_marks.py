"""What is painted of a node that only hands its input on: the dot on a wire, the bar of a mute."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.graph_editor.items.canvas_style import CanvasStyle
from desktop.graph_editor.items.node_face import DOT_RADIUS, NodeFace

# What a muted gate would do steps back, but can still be read.
MUTED_OPACITY = 0.4
_BAR_WIDTH = 3.0


def paint_dot(
    painter: QPainter,
    style: CanvasStyle,
    *,
    ring: tuple[str, float] | None,
    is_hovered: bool,
    has_problem: bool,
) -> None:
    """Paint a reroute dot at the origin.

    Args:
        painter: Paints in the item's coordinates.
        style: The colours.
        ring: Colour and width of the ring round it, for a selection or a step.
        is_hovered: Whether the pointer is over it.
        has_problem: Whether it has no wire to lead on.
    """
    if ring is not None:
        painter.setPen(style.pen(*ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(), DOT_RADIUS + 4.5, DOT_RADIUS + 4.5)
    if has_problem:
        painter.setPen(style.pen("warning", 2.0, dashed=True))
        painter.setBrush(style.brush("node"))
    else:
        painter.setPen(style.pen("canvas", 1.5))
        painter.setBrush(style.brush("accent" if is_hovered else "wire"))
    painter.drawEllipse(QPointF(), DOT_RADIUS, DOT_RADIUS)


def paint_mute(painter: QPainter, style: CanvasStyle, face: NodeFace) -> None:
    """Paint the way that a value takes straight across a muted card, from its port to the output.

    The bar crosses the symbol out and says at once which input passes.
    """
    if face.muted is None:
        return
    start = face.inputs[face.muted]
    painter.setPen(style.pen("text_muted", _BAR_WIDTH))
    painter.drawLine(start, face.output)

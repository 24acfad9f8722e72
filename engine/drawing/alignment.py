"""Aligning and distributing nodes: new places from the rectangles of their cards."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from engine.drawing.drawing import Point
from engine.graph.model import NodeId

# A card as (left, top, width, height) in scene pixels.
Box = tuple[float, float, float, float]


class Edge(Enum):
    """What of the cards comes to one line: (axis 0 for x or 1 for y, share of the size)."""

    LEFT = (0, 0.0)
    CENTRE = (0, 0.5)
    RIGHT = (0, 1.0)
    TOP = (1, 0.0)
    MIDDLE = (1, 0.5)
    BOTTOM = (1, 1.0)


def aligned(boxes: Mapping[NodeId, Box], edge: Edge) -> dict[NodeId, Point]:
    """Return the centres at which all cards share an edge or a middle line.

    The line is that of the rectangle round them all, so the outermost card stays where it is.
    """
    axis, share = edge.value
    low = min(box[axis] for box in boxes.values())
    high = max(box[axis] + box[axis + 2] for box in boxes.values())
    line = low + share * (high - low)
    return {
        node_id: _centre(box, axis, line - share * box[axis + 2]) for node_id, box in boxes.items()
    }


def distributed(boxes: Mapping[NodeId, Box], axis: int) -> dict[NodeId, Point]:
    """Return the centres at which the gaps between neighbours are equal along an axis.

    The two outermost cards stay where they are. Where the cards have no room for gaps the places
    overlap by equal amounts.
    """
    order = sorted(boxes, key=lambda node_id: 2 * boxes[node_id][axis] + boxes[node_id][axis + 2])
    first, last = boxes[order[0]], boxes[order[-1]]
    sizes = sum(boxes[node_id][axis + 2] for node_id in order)
    gap = (last[axis] + last[axis + 2] - first[axis] - sizes) / (len(order) - 1)
    places = {}
    low = first[axis]
    for node_id in order:
        places[node_id] = _centre(boxes[node_id], axis, low)
        low += boxes[node_id][axis + 2] + gap
    return places


def _centre(box: Box, axis: int, low: float) -> Point:
    x, y, width, height = box
    if axis == 0:
        return (float(round(low + width / 2)), y + height / 2)
    return (x + width / 2, float(round(low + height / 2)))

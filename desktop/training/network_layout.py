"""Where the neurons of a network stand in a rectangle, and which weights join them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

# A neuron is at most this large at a zoom of one, and never closer to the next than this share.
_LARGEST_PX = 58.0
_GAP_SHARE = 0.55
_SMALLEST_PX = 5.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A neuron by its layer (0 for the inputs) and its place in it, from 0."""

    layer: int
    index: int


@dataclass(frozen=True, slots=True)
class Connection:
    """A weight from a neuron to one of the next layer."""

    source: Unit
    target: Unit


@dataclass(frozen=True, slots=True)
class Bias:
    """The bias of a neuron that is no input."""

    unit: Unit


Part = Unit | Connection | Bias
"""What can be pointed at and chosen in the drawing."""


@dataclass(frozen=True)
class NetworkLayout:
    """The places of all neurons.

    Attributes:
        layers: Units in each layer.
        size: Side of a neuron's square, in pixels.
        centres: The middle of each neuron.
    """

    layers: tuple[int, ...]
    size: float
    centres: dict[Unit, QPointF]

    @cached_property
    def connections(self) -> list[Connection]:
        """All weights, layer by layer."""
        return [
            Connection(Unit(layer, source), Unit(layer + 1, target))
            for layer, (inputs, outputs) in enumerate(pairwise(self.layers))
            for target in range(outputs)
            for source in range(inputs)
        ]

    def square(self, unit: Unit) -> QRectF:
        """Return the square of a neuron."""
        centre, half = self.centres[unit], self.size / 2
        return QRectF(centre.x() - half, centre.y() - half, self.size, self.size)

    def line(self, connection: Connection) -> tuple[QPointF, QPointF]:
        """Return the ends of a weight's line, at the edges of the two squares."""
        half = QPointF(self.size / 2, 0)
        return self.centres[connection.source] + half, self.centres[connection.target] - half

    def unit_at(self, place: QPointF) -> Unit | None:
        """Return the neuron under a point, or None."""
        return next((unit for unit in self.centres if self.square(unit).contains(place)), None)

    def connection_at(self, place: QPointF, reach: float) -> Connection | None:
        """Return the nearest weight within reach of a point, or None."""
        nearest, best = None, reach
        for connection in self.connections:
            distance = _distance(place, *self.line(connection))
            if distance < best:
                nearest, best = connection, distance
        return nearest


def lay_out(layers: Sequence[int], area: QRectF, scale: float, below: float) -> NetworkLayout:
    """Place the layers in columns, each in the middle of the height.

    Args:
        layers: Units in each layer.
        area: The rectangle to fill.
        scale: The zoom of the interface.
        below: Room kept under each neuron for its numbers, in pixels.
    """
    tallest, columns = max(layers), len(layers)
    by_height = (area.height() / tallest - below) / (1 + 0.25)
    by_width = area.width() / (columns + (columns - 1) * _GAP_SHARE)
    size = max(_SMALLEST_PX, min(_LARGEST_PX * scale, by_height, by_width))
    pitch = min(area.height() / tallest, size * 1.75 + below)
    left, right = area.left() + size / 2, area.right() - size / 2
    centres = {}
    for layer, count in enumerate(layers):
        x = left + (right - left) * layer / (columns - 1)
        top = area.center().y() - (count - 1) * pitch / 2 - below / 2
        for index in range(count):
            centres[Unit(layer, index)] = QPointF(x, top + index * pitch)
    return NetworkLayout(tuple(layers), size, centres)


def _distance(place: QPointF, start: QPointF, end: QPointF) -> float:
    """Return the distance of a point from a line between two ends."""
    along, to_place = end - start, place - start
    length = QPointF.dotProduct(along, along)
    share = min(1.0, max(0.0, QPointF.dotProduct(to_place, along) / length)) if length else 0.0
    apart = to_place - along * share
    return float(QPointF.dotProduct(apart, apart) ** 0.5)

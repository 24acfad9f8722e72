"""Where the neurons of a network stand in a rectangle, and which weights join them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from engine.arrays import Array

# A neuron is at most this large at a zoom of one, and never closer to the next than this share.
_LARGEST_PX = 58.0
_GAP_SHARE = 0.55
_SMALLEST_PX = 5.0
# No line is shorter than this, in square pixels; it may be divided by.
_SHORTEST = 1e-9


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
        starts, along = self._lines
        to_place = np.array([place.x(), place.y()]) - starts
        lengths = np.maximum((along * along).sum(axis=1), _SHORTEST)
        shares = np.clip((to_place * along).sum(axis=1) / lengths, 0.0, 1.0)
        distances = np.hypot(*(to_place - along * shares[:, None]).T)
        nearest = int(distances.argmin())
        return self.connections[nearest] if distances[nearest] < reach else None

    def connections_of(self, part: Part | None) -> list[Connection]:
        """Return the weights that belong to a part: a neuron's are those into it and out of it."""
        if isinstance(part, Connection):
            return [part]
        unit = part.unit if isinstance(part, Bias) else part
        if unit is None:
            return []
        found = []
        if unit.layer:
            sources = range(self.layers[unit.layer - 1])
            found = [Connection(Unit(unit.layer - 1, index), unit) for index in sources]
        if not isinstance(part, Bias) and unit.layer < len(self.layers) - 1:
            targets = range(self.layers[unit.layer + 1])
            found += [Connection(unit, Unit(unit.layer + 1, index)) for index in targets]
        return found

    @cached_property
    def _lines(self) -> tuple[Array, Array]:
        """Where the line of each weight begins, and how far it goes; both of shape (n, 2)."""
        starts, along, half = [], [], np.array([self.size / 2, 0.0])
        for layer, (inputs, outputs) in enumerate(pairwise(self.layers)):
            sources = self._column(layer, inputs) + half
            targets = self._column(layer + 1, outputs) - half
            starts.append(np.tile(sources, (outputs, 1)))
            along.append(np.repeat(targets, inputs, axis=0) - starts[-1])
        return np.concatenate(starts), np.concatenate(along)

    def _column(self, layer: int, count: int) -> Array:
        places = (self.centres[Unit(layer, index)] for index in range(count))
        return np.array([(place.x(), place.y()) for place in places])


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

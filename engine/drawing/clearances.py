"""After a layered layout: cards go up or down a little until no wire runs through a caption."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.drawing.drawing import Point
from engine.drawing.wire_curve import RUN, points_along
from engine.graph.model import Graph, NodeId

_SAMPLES = 80
_CLEAR, _NEAR = 4.0, 3.0
# Where a wire's ends may go for it, in canvas units.
_SHIFTS = tuple(sign * way for way in (24.0, 44.0, 72.0, 110.0, 160.0, 220.0) for sign in (-1, 1))
# What is tried, and how many wires are looked at for it, at the most: nobody waits for more.
_MOST_TRIALS, _MOST_WIRES_TRIED = 1000, 20_000
_LEAST_WAY = 1e-6
Numbers = NDArray[np.intp]
Answers = NDArray[np.bool_]
Counts = NDArray[np.intp]
# A larger graph is looked at as a whole, where no caption can be read.
_MOST_NODES = 200


class CardBox(NamedTuple):
    """What of a node nothing may run through: its card, and the caption below it.

    Attributes:
        width: Of the card.
        height: Of the card.
        caption_width: Of the text below the card; 0 without one.
        caption_height: From the card's lower edge to the end of the text.
        port_spacing: From one input port to the next.
    """

    width: float
    height: float
    caption_width: float
    caption_height: float
    port_spacing: float


class Cleared(NamedTuple):
    """Places after a layout was looked through.

    Attributes:
        places: The centres of the nodes.
        crossed: The nodes whose card or caption a wire still runs through, once for each wire.
    """

    places: dict[NodeId, Point]
    crossed: tuple[NodeId, ...]


def clear_captions(
    graph: Graph,
    places: Mapping[NodeId, Point],
    boxes: Mapping[NodeId, CardBox],
    heights: Mapping[NodeId, float],
    runs: Mapping[NodeId, float],
    gap: float,
) -> Cleared:
    """Return places from which fewer wires, and none if that is found, run through captions.

    Nodes stay in their columns, in their order, and as far apart as asked for. Wires through cards
    count as those through captions do.

    Args:
        graph: The graph.
        places: The centres of its nodes in layers: those of a column have one x.
        boxes: Their cards and captions.
        heights: How much height each takes in its column.
        runs: How long a straight run each node wants before its ports.
        gap: Free space between the nodes of a column.
    """
    if len(graph) > _MOST_NODES or not graph.wires:
        return Cleared(dict(places), ())
    room = _Room(graph, places, boxes, heights, runs, gap)
    room.settle()
    settled = {node: (places[node][0], float(room.y[i])) for i, node in enumerate(room.ids)}
    return Cleared(settled, room.crossed)


@dataclass(frozen=True)
class _Trial:
    """The heights of all nodes, where the wires then run, and how far each is in which box."""

    y: Array
    along_x: Array
    along_y: Array
    hits: Counts

    @property
    def cost(self) -> tuple[int, int]:
        """How often a wire runs through a box, and at how many of the places looked at.

        What is not free yet may at least come nearer to the edge, from where the next step frees
        it.
        """
        return int(np.count_nonzero(self.hits)), int(self.hits.sum())


class _Room:
    """The cards in their columns, and which wire runs through which box.

    Boxes are numbered: the caption of node i has the number i, its card the number i + n.
    """

    def __init__(
        self,
        graph: Graph,
        places: Mapping[NodeId, Point],
        boxes: Mapping[NodeId, CardBox],
        heights: Mapping[NodeId, float],
        runs: Mapping[NodeId, float],
        gap: float,
    ) -> None:
        self.ids = list(graph.nodes)
        index = {node: i for i, node in enumerate(self.ids)}
        self._x = np.array([places[node][0] for node in self.ids])
        self._half = [heights[node] / 2 for node in self.ids]
        self._gap = gap
        shapes = np.array([boxes[node] for node in self.ids])
        self._width, self._height = shapes[:, 0], shapes[:, 1]
        self._caption, self._below = shapes[:, 2], shapes[:, 3]
        wires = list(graph.wires.items())
        self._source = np.array([index[source] for _, source in wires])
        self._target = np.array([index[port.node] for port, _ in wires])
        arity = np.array([graph.nodes[port.node].record.arity for port, _ in wires])
        place = np.array([port.index for port, _ in wires])
        self._port = (place - (arity - 1) / 2) * shapes[self._target, 4]
        self._run = np.array([max(RUN, runs[port.node]) for port, _ in wires])
        y = np.array([places[node][1] for node in self.ids])
        self._columns: dict[float, list[int]] = {}
        for i in np.argsort(y, kind="stable"):
            self._columns.setdefault(float(self._x[i]), []).append(int(i))
        self._trials = min(_MOST_TRIALS, _MOST_WIRES_TRIED // len(wires))
        every = np.arange(len(wires))
        along = self._points(y, every)
        hits = self._crossings(y, along, every, np.arange(2 * len(self.ids)))
        self._best = _Trial(y, *along, hits)

    @property
    def y(self) -> Array:
        """The heights of the nodes."""
        return self._best.y

    @property
    def crossed(self) -> tuple[NodeId, ...]:
        """The nodes that a wire runs through, once for each wire."""
        boxes = np.nonzero(self._best.hits)[1]
        return tuple(self.ids[box % len(self.ids)] for box in boxes.tolist())

    def settle(self) -> None:
        """Move nodes as long as that frees more boxes than it covers."""
        before = None
        while self._best is not before:
            before = self._best
            for wire, box in np.argwhere(before.hits):
                if self._best.hits[wire, box]:
                    self._free(int(wire), int(box))

    def _free(self, wire: int, box: int) -> None:
        """Lead one wire clear of one box by the least way that frees more than it covers."""
        for node, way in sorted(self._ways(wire, box), key=lambda item: abs(item[1])):
            if not self._trials:
                return
            self._trials -= 1
            trial = self._tried(self._moved(node, way))
            if trial.cost < self._best.cost:
                self._best = trial
                return

    def _ways(self, wire: int, box: int) -> Iterator[tuple[int, float]]:
        """Yield which node could go how far: the box's own over the wire, or the wire's ends."""
        best = self._best
        edges = self._edges(best.y, np.array([box]))
        left, right, top, bottom = (float(edge[0]) for edge in edges)
        is_over = (best.along_x[wire] >= left) & (best.along_x[wire] <= right)
        inside = best.along_y[wire][is_over]
        yield box % len(self.ids), float(inside.max()) + _CLEAR - top
        yield box % len(self.ids), float(inside.min()) - _CLEAR - bottom
        for end in (int(self._source[wire]), int(self._target[wire])):
            for way in _SHIFTS:
                yield end, way

    def _moved(self, node: int, way: float) -> Array:
        """Return all heights with a node moved and its column pushed along, in order and apart."""
        y = self._best.y.copy()
        y[node] += way
        column = self._columns[float(self._x[node])]
        place = column.index(node)
        for upper, lower in pairwise(column[place:]):
            y[lower] = max(y[lower], y[upper] + self._apart(upper, lower))
        for lower, upper in pairwise(column[place::-1]):
            y[upper] = min(y[upper], y[lower] - self._apart(upper, lower))
        return y

    def _apart(self, upper: int, lower: int) -> float:
        return self._half[upper] + self._half[lower] + self._gap

    def _tried(self, y: Array) -> _Trial:
        """Return what other heights would do, asking only for what has moved."""
        best = self._best
        changed = np.flatnonzero(np.abs(y - best.y) > _LEAST_WAY)
        touched = np.flatnonzero(np.isin(self._source, changed) | np.isin(self._target, changed))
        along_x, along_y, hits = best.along_x.copy(), best.along_y.copy(), best.hits.copy()
        along_x[touched], along_y[touched] = self._points(y, touched)
        boxes = np.concatenate((changed, changed + len(self.ids)))
        along, every = (along_x, along_y), np.arange(len(hits))
        hits[:, boxes] = self._crossings(y, along, every, boxes)
        own = along_x[touched], along_y[touched]
        hits[touched] = self._crossings(y, own, touched, np.arange(hits.shape[1]))
        return _Trial(y, along_x, along_y, hits)

    def _crossings(
        self, y: Array, along: tuple[Array, Array], wires: Numbers, boxes: Numbers
    ) -> Counts:
        """Return at how many of its places each of some wires (rows) is in some boxes (columns)."""
        left, right, top, bottom = (edge[:, None] for edge in self._edges(y, boxes))
        x, height = along[0][:, None, :], along[1][:, None, :]
        inside = (x >= left) & (x <= right) & (height >= top) & (height <= bottom)
        node, is_card = boxes % len(self.ids), boxes >= len(self.ids)
        ends = (node == self._source[wires][:, None]) | (node == self._target[wires][:, None])
        # A wire begins and ends at its own cards.
        found: Counts = np.count_nonzero(inside, axis=2) * ~(ends & is_card)
        return found

    def _points(self, y: Array, wires: Numbers) -> tuple[Array, Array]:
        source, target = self._source[wires], self._target[wires]
        return points_along(
            self._x[source] + self._width[source] / 2,
            y[source],
            self._x[target] - self._width[target] / 2,
            y[target] + self._port[wires],
            self._run[wires],
            _SAMPLES,
        )

    def _edges(self, y: Array, boxes: Numbers) -> tuple[Array, Array, Array, Array]:
        """Return left, right, top and bottom of boxes; a caption that is not there is nowhere."""
        node, is_card = boxes % len(self.ids), boxes >= len(self.ids)
        wide = np.where(is_card, self._width[node], self._caption[node]) / 2
        wide = np.where(wide > 0, wide, -np.inf)
        half = self._height[node] / 2
        # Between two of the places that are looked at a wire may come a little nearer.
        top = y[node] + np.where(is_card, -half, half) - _NEAR
        bottom = y[node] + half + np.where(is_card, 0.0, self._below[node]) + _NEAR
        return self._x[node] - wide, self._x[node] + wide, top, bottom

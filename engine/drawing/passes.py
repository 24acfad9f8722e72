"""The two passes over what is shown of a drawing, gate by gate: the stops, what is known at each.

It does not stop at reroute dots: their numbers come with those of the gates. And it computes
nothing anew: what is known at a stop is what the passes have found, as far as they have come.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Literal

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.forward_mode import push_forward, unit_tangent
from engine.autodiff.passes.plan import Instruction
from engine.autodiff.passes.reverse import Gradients
from engine.drawing.shown_drawing import ShownDrawing
from engine.graph.backward_walk import walk_back
from engine.graph.model import Graph, InputPort, NodeId

Direction = Literal["forward", "backward", "tangent"]


@dataclass(frozen=True, slots=True)
class Stop:
    """One gate at which the walk stops.

    Attributes:
        node: The gate.
        direction: Whether its value or its gradients are computed there, or in forward mode its
            value together with its tangent.
    """

    node: NodeId
    direction: Direction


@dataclass(frozen=True, slots=True)
class Seed:
    """What moves in forward mode: one element of a source."""

    source: NodeId
    index: tuple[int, ...] = ()

    def is_in(self, evaluation: Evaluation) -> bool:
        """Tell whether a graph has this source, with such an element, and its result needs it."""
        value = evaluation.plan.sources.get(self.source)
        if value is None or self.source not in evaluation.plan.differentiable:
            return False
        inside = zip(self.index, value.shape, strict=False)
        return len(self.index) == value.ndim and all(0 <= at < size for at, size in inside)


@dataclass(frozen=True)
class Tangents:
    """What forward mode has computed: how nodes move when one element of a source does.

    Attributes:
        source: The source that moves.
        index: Which of its elements.
        nodes: The tangents so far; what is not in it is not reached, which is not zero.
    """

    source: NodeId
    index: tuple[int, ...]
    nodes: Mapping[NodeId, Array]


@dataclass(frozen=True)
class PassView:
    """What a position on the timeline shows: the numbers computed so far, and the gate at work.

    In forward mode there are tangents, which are shown in the place of the gradients.
    """

    values: Mapping[NodeId, Array]
    gradients: Gradients
    current: NodeId | None
    direction: Direction
    tangents: Tangents | None = None


@dataclass(frozen=True, eq=False)
class Passes:
    """The stops of both passes, or of the one in forward mode, and the numbers at each.

    Position 0 is before the first gate, position n shows what the first n gates have computed,
    and one after the last gate is everything.

    Attributes:
        shown: What is seen of the drawing.
        evaluation: Its numbers, gate by gate of what is seen, with nothing hidden.
        stops: The gates in the order of the walk, forward ones first.
        seed: What moves in forward mode; None in reverse mode.
        pushed: Every tangent of forward mode.
    """

    shown: ShownDrawing
    evaluation: Evaluation
    stops: tuple[Stop, ...]
    seed: Seed | None = None
    pushed: Mapping[NodeId, Array] = field(default_factory=dict)

    @staticmethod
    def over(
        shown: ShownDrawing, evaluation: Evaluation, whole: Evaluation, seed: Seed | None = None
    ) -> Passes:
        """Find the stops.

        Args:
            shown: What is seen of the drawing.
            evaluation: Its numbers, as ``ShownDrawing.over`` returns them.
            whole: Those of the whole graph. Tangents are pushed through it, so that they do not
                depend on which groups are folded.
            seed: What moves in forward mode, and is in the graph; None for reverse mode.
        """
        gates = [item.node for item in evaluation.plan.instructions if shown.steps_at(item.node)]
        if seed is not None:
            direction = unit_tangent(whole.plan.sources[seed.source], seed.index)
            pushed = push_forward(whole.plan, whole.values, seed.source, direction)
            stops = tuple(Stop(node, "tangent") for node in gates)
            return Passes(shown, evaluation, stops, seed, pushed)
        reached = evaluation.gradients.nodes
        forward = [Stop(node, "forward") for node in gates]
        backward = [Stop(node, "backward") for node in reversed(gates) if node in reached]
        return Passes(shown, evaluation, (*forward, *backward))

    @cached_property
    def forward_count(self) -> int:
        """How many of the stops are on the forward pass."""
        return sum(stop.direction != "backward" for stop in self.stops)

    @property
    def last(self) -> int:
        """The position of everything; 0 where there is no gate to walk through."""
        return len(self.stops) + 1 if self.stops else 0

    def stop_at(self, position: int) -> Stop | None:
        """Return the gate of a position; None before the first and where everything is known."""
        return self.stops[position - 1] if 0 < position < self.last else None

    def view(self, position: int, values: Mapping[NodeId, Array]) -> PassView:
        """Return what is known at a position.

        Args:
            position: The position.
            values: The values that may be seen at the end.
        """
        stop = self.stop_at(position)
        ahead = {stop.node for stop in self.stops[position:] if stop.direction != "backward"}
        return PassView(
            values=_known_beside(self.shown.context, values, ahead),
            gradients=self._gradients(position),
            current=None if stop is None else stop.node,
            direction=self._direction(stop),
            tangents=None if self.seed is None else self._tangents(self.seed, position),
        )

    def _direction(self, stop: Stop | None) -> Direction:
        if self.seed is not None:
            return "tangent"
        return "forward" if stop is None else stop.direction

    def _tangents(self, seed: Seed, position: int) -> Tangents:
        graph = self.shown.context
        reached = {seed.source, *self.shown.boundary}
        reached |= {stop.node for stop in self.stops[:position]}
        ahead = {
            node
            for node in self.pushed
            if node not in reached and not (node in graph.nodes and graph.nodes[node].is_dot)
        }
        return Tangents(seed.source, seed.index, _known_beside(graph, self.pushed, ahead))

    def _gradients(self, position: int) -> Gradients:
        """Add up what the backward gates so far have sent back."""
        found, passed = self.evaluation.gradients, position - self.forward_count
        start = self.shown.result(self.evaluation)
        if passed <= 0 or start is None or start not in found.nodes:
            return Gradients({}, {})
        nodes, wires = {start: found.nodes[start]}, dict[InputPort, Array]()

        def sent_back(item: Instruction, _upstream: Array) -> list[Array | None]:
            return [found.wires.get(InputPort(item.node, at)) for at in range(len(item.inputs))]

        gates = list(chain.from_iterable(self._sections[-passed:]))
        with np.errstate(all="ignore"):
            for item, _, shares in walk_back(gates, nodes, sent_back):
                for index, share in enumerate(shares):
                    if share is not None:
                        wires[InputPort(item.node, index)] = share
        return Gradients(nodes, wires)

    @cached_property
    def _sections(self) -> list[list[Instruction]]:
        """The gates of the backward pass, each behind the dots that come with it.

        All that a dot has led on has come back once the first gate that it feeds is passed, which
        in reverse is the last.
        """
        stops = {stop.node for stop in self.stops[self.forward_count :]}
        dots: dict[NodeId, Instruction] = {}
        sections: list[list[Instruction]] = []
        for item in self.evaluation.plan.instructions:
            if self._is_dot(item.node):
                dots[item.node] = item
            elif item.node in stops:
                rows = (reversed(_row_of_dots(dots, source)) for source in item.inputs)
                sections.append([*chain.from_iterable(rows), item])
        if sections:
            # What leads on from the last gate to the result.
            sections[-1] += dots.values()
        return sections

    def _is_dot(self, node: NodeId) -> bool:
        graph = self.shown.graph
        return node in graph.nodes and graph.nodes[node].is_dot and node not in self.shown.boundary


def _row_of_dots(dots: dict[NodeId, Instruction], node: NodeId) -> list[Instruction]:
    """Take the dots out of some that lead to a node's output, the last one first."""
    row: list[Instruction] = []
    while node in dots:
        row.append(dots.pop(node))
        node = row[-1].inputs[0]
    return row


def _known_beside(
    graph: Graph, numbers: Mapping[NodeId, Array], ahead: Collection[NodeId]
) -> dict[NodeId, Array]:
    """Return the numbers of all but some gates and the dots that lead on from those."""
    return {node: number for node, number in numbers.items() if _led_from(graph, node) not in ahead}


def _led_from(graph: Graph, node: NodeId) -> NodeId:
    """Return the gate or source whose number a dot leads on; any other node is its own."""
    while node in graph.nodes and graph.nodes[node].is_dot:
        node = graph.wires[InputPort(node, 0)]
    return node

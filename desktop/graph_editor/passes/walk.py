"""The walk through a graph: forward gate by gate, then backward gate by gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.document.pass_view import PassView, Tangents
from desktop.graph_editor.passes.walk_dots import BackwardDots, known_beside
from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.forward_mode import push_forward, unit_tangent
from engine.autodiff.passes.plan import Instruction
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.symbols import spoken_name
from engine.graph.model import InputPort, NodeId

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


class Walk(QObject):
    """Where one stands in the two passes over a document's graph.

    Position 0 is before the first gate, position n shows what the first n gates have computed,
    and the last position, one after the last gate, is *all*: the live values. An edit keeps the
    position as long as the gates are the same ones, and returns to *all* otherwise.

    With a seed it is a walk in forward mode: one pass, in which each gate computes its value and
    its tangent. The seed is forgotten when its source is gone or takes another shape.

    Signals:
        changed(): Another position, or other numbers or gates at it.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stops: tuple[Stop, ...] = ()
        self._position = 0
        self._asked: tuple[Evaluation, Seed | None, bool] | None = None
        self._seed: Seed | None = None
        self._tangents: Mapping[NodeId, Array] = {}
        self._dots: set[NodeId] = set()
        self._view: tuple[tuple[object, ...], PassView | None] | None = None
        document.changed.connect(self._find_stops)
        document.evaluated.connect(self._on_evaluated)
        self._on_evaluated()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All gates in the order of the walk, forward ones first."""
        return self._stops

    @property
    def forward_count(self) -> int:
        """How many of the stops are on the forward pass."""
        return sum(stop.direction != "backward" for stop in self._stops)

    @property
    def backward_count(self) -> int:
        """How many of the stops are on the backward pass."""
        return len(self._stops) - self.forward_count

    @property
    def seed(self) -> Seed | None:
        """What moves in forward mode; None in reverse mode."""
        return self._seed

    def set_seed(self, seed: Seed | None) -> None:
        """Walk in forward mode from a source, or in reverse mode again for None."""
        if seed != self._seed:
            self._seed = seed
            self._on_evaluated()

    @property
    def last(self) -> int:
        """The position *all*; 0 where there is no gate to walk through."""
        return len(self._stops) + 1 if self._stops else 0

    @property
    def position(self) -> int:
        """Where the walk stands."""
        return self._position

    @property
    def is_live(self) -> bool:
        """Whether it stands at *all*, where nothing is hidden."""
        return self._position >= self.last

    @property
    def stop(self) -> Stop | None:
        """The gate at which it stands; None before the first and at *all*."""
        return self.stop_at(self._position)

    @property
    def next_position(self) -> int:
        """Where one step on leads: from *all* to the first gate."""
        return min(1, self.last) if self.is_live else self._position + 1

    def stop_at(self, position: int) -> Stop | None:
        """Return the gate of a position; None before the first and at *all*."""
        return self._stops[position - 1] if 0 < position < self.last else None

    def title(self, stop: Stop) -> str:
        """Return what a stop's gate is called: its symbol and its name."""
        context = self._document.shown.context
        return f"{context.nodes[stop.node].record.symbol} ({spoken_name(context, stop.node)})"

    def go(self, position: int) -> None:
        """Move to a position; the nearest there is."""
        position = min(max(position, 0), self.last)
        if position != self._position:
            self._position = position
            self.changed.emit()

    def numbers(self) -> PassView:
        """Return the numbers known at this position; at *all* every one."""
        evaluation = self._document.shown_evaluation
        everything = PassView(evaluation.values, evaluation.gradients, None, "forward")
        return self.view() or everything

    def view(self) -> PassView | None:
        """Return what the canvas shows at this position; None for the live values and gradients.

        As long as nothing is another it is the very same object, so that who has shown it knows.
        """
        document = self._document
        made_of = (document.evaluation, document.whole_evaluation, document.shown, self._tangents)
        known = self._view
        if (
            known is None
            or known[0][-2:] != (self._position, self._stops)
            or any(a is not b for a, b in zip(known[0], made_of, strict=False))
        ):
            self._view = known = (
                (*made_of, self._position, self._stops),
                self.view_at(self._position),
            )
        return known[1]

    def view_at(self, position: int) -> PassView | None:
        """Return what the canvas shows at a position; None for the live values and gradients."""
        if self._seed is not None:
            return self._tangent_view(self._seed, position)
        if position >= self.last:
            return None
        stop = self.stop_at(position)
        is_backward = stop is not None and stop.direction == "backward"
        return PassView(
            values=self._values(position),
            gradients=self._gradients(position),
            current=None if stop is None else stop.node,
            direction="backward" if is_backward else "forward",
        )

    def _tangent_view(self, seed: Seed, position: int) -> PassView:
        done = self._stops[:position]
        stop = self.stop_at(position)
        reached = {seed.source, *(item.node for item in done), *self._document.shown.boundary}
        graph = self._document.shown.context
        ahead = self._tangents.keys() - reached - self._dots
        tangents = known_beside(graph, self._tangents, ahead)
        return PassView(
            values=self._values(position),
            gradients=Gradients({}, {}),
            current=None if stop is None else stop.node,
            direction="tangent",
            tangents=Tangents(seed.source, seed.index, tangents),
        )

    def _values(self, position: int) -> dict[NodeId, Array]:
        """Return what is known at a position: all but the gates that are still to be reached."""
        ahead = {stop.node for stop in self._stops[position:] if stop.direction != "backward"}
        values = self._document.shown_evaluation.values
        return known_beside(self._document.shown.context, values, ahead)

    def _gradients(self, position: int) -> Gradients:
        """Add up what the backward gates so far have sent back."""
        # What is hidden goes into the sums all the same, and is left out at the end.
        evaluation = self._document.shown_whole_evaluation
        passed = self._stops[self.forward_count : position]
        start = self._document.shown.result(evaluation)
        if not passed or start is None or start not in evaluation.gradients.nodes:
            return Gradients({}, {})
        nodes = {start: evaluation.gradients.nodes[start]}
        wires: dict[InputPort, Array] = {}
        graph = self._document.shown.context
        dots = BackwardDots(graph, evaluation.gradients.wires)

        def pass_back(node: NodeId) -> None:
            for index, source in enumerate(graph.inputs_of(node)):
                port = InputPort(node, index)
                gradient = evaluation.gradients.wires.get(port)
                if source is None or gradient is None:
                    continue
                wires[port] = gradient
                with np.errstate(all="ignore"):
                    nodes[source] = nodes[source] + gradient if source in nodes else gradient

        for node in (*dots.ready(wires), *(stop.node for stop in passed)):
            pass_back(node)
            for dot in dots.ready(wires):
                pass_back(dot)
        return self._document.veil.over_gradients(Gradients(nodes, wires))

    def _on_evaluated(self) -> None:
        self._find_stops()
        self.changed.emit()

    def _find_stops(self) -> None:
        """Find the gates of the passes as soon as the graph is another.

        Who hears of the change before its evaluation is told may ask for numbers at once.
        """
        # The gates are the same ones, whatever is hidden.
        evaluation = self._document.shown_whole_evaluation
        asked = (evaluation, self._seed, bool(self._document.veil))
        known = self._asked
        if known is not None and asked[1:] == known[1:] and evaluation is known[0]:
            return
        was_live = self.is_live
        before = self._stops
        # Through the whole graph, so that they do not depend on which groups are folded.
        self._tangents = self._pushed(self._document.whole_evaluation)
        nodes = self._document.shown.context.nodes
        self._dots = {key for key, node in nodes.items() if node.is_dot}
        if self._seed is None:
            stops_at = self._document.shown.steps_at
            items = [item for item in evaluation.plan.instructions if stops_at(item.node)]
            forward = tuple(Stop(item.node, "forward") for item in items)
            self._stops = forward + _backward(evaluation, items)
        else:
            stops_at = self._document.shown.steps_at
            gates = (item.node for item in evaluation.plan.instructions if stops_at(item.node))
            self._stops = tuple(Stop(node, "tangent") for node in gates)
        if was_live or self._stops != before:
            self._position = self.last
        self._asked = (evaluation, self._seed, bool(self._document.veil))

    def _pushed(self, evaluation: Evaluation) -> Mapping[NodeId, Array]:
        """Return every tangent; forget a seed that is no longer there."""
        if self._seed is None or self._document.veil:
            # The tangent at the result is a gradient, which an exercise may ask for.
            self._seed = None
            return {}
        value = evaluation.plan.sources.get(self._seed.source)
        index = self._seed.index
        is_there = self._seed.source in evaluation.plan.differentiable
        if value is None or not is_there or not _has_element(value, index):
            self._seed = None
            return {}
        direction = unit_tangent(value, index)
        return push_forward(evaluation.plan, evaluation.values, self._seed.source, direction)


def _has_element(value: Array, index: tuple[int, ...]) -> bool:
    inside = zip(index, value.shape, strict=False)
    return len(index) == value.ndim and all(0 <= place < size for place, size in inside)


def _backward(evaluation: Evaluation, items: Sequence[Instruction]) -> tuple[Stop, ...]:
    """Return the gates that the backward pass goes through, in its order."""
    reached = evaluation.gradients.nodes
    return tuple(Stop(gate.node, "backward") for gate in reversed(items) if gate.node in reached)

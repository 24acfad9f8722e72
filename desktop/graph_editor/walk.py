"""The walk through a graph: forward gate by gate, then backward gate by gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.graph_editor.document import Document, PassView, Tangents
from engine.arrays import Array
from engine.autodiff.evaluation import Evaluation
from engine.autodiff.forward_mode import push_forward, unit_tangent
from engine.autodiff.reverse import Gradients
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
        self._seed: Seed | None = None
        self._tangents: Mapping[NodeId, Array] = {}
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
        """Return what a stop's gate is called: its symbol, and its name if it has one."""
        node = self._document.graph.nodes[stop.node]
        symbol = node.record.symbol
        return f"{symbol} ({node.name})" if node.name else symbol

    def go(self, position: int) -> None:
        """Move to a position; the nearest there is."""
        position = min(max(position, 0), self.last)
        if position != self._position:
            self._position = position
            self.changed.emit()

    def numbers(self) -> PassView:
        """Return the numbers known at this position; at *all* every one."""
        evaluation = self._document.evaluation
        everything = PassView(evaluation.values, evaluation.gradients, None, "forward")
        return self.view() or everything

    def view(self) -> PassView | None:
        """Return what the canvas shows at this position; None for the live values and gradients."""
        return self.view_at(self._position)

    def view_at(self, position: int) -> PassView | None:
        """Return what the canvas shows at a position; None for the live values and gradients."""
        if self._seed is not None:
            return self._tangent_view(self._seed, position)
        if position >= self.last:
            return None
        evaluation = self._document.evaluation
        done = self._stops[:position]
        stop = self.stop_at(position)
        is_backward = stop is not None and stop.direction == "backward"
        return PassView(
            values=_values(evaluation, done),
            gradients=self._gradients(position),
            current=None if stop is None else stop.node,
            direction="backward" if is_backward else "forward",
        )

    def _tangent_view(self, seed: Seed, position: int) -> PassView:
        done = self._stops[:position]
        stop = self.stop_at(position)
        reached = {seed.source, *(item.node for item in done)}
        tangents = {node: value for node, value in self._tangents.items() if node in reached}
        return PassView(
            values=_values(self._document.evaluation, done),
            gradients=Gradients({}, {}),
            current=None if stop is None else stop.node,
            direction="tangent",
            tangents=Tangents(seed.source, seed.index, tangents),
        )

    def _gradients(self, position: int) -> Gradients:
        """Add up what the backward gates so far have sent back."""
        # What is hidden goes into the sums all the same, and is left out at the end.
        evaluation = self._document.whole_evaluation
        passed = self._stops[self.forward_count : position]
        if not passed or evaluation.target is None:
            return Gradients({}, {})
        nodes = {evaluation.target: evaluation.gradients.nodes[evaluation.target]}
        wires: dict[InputPort, Array] = {}
        for stop in passed:
            for index, source in enumerate(self._document.graph.inputs_of(stop.node)):
                port = InputPort(stop.node, index)
                gradient = evaluation.gradients.wires.get(port)
                if source is None or gradient is None:
                    continue
                wires[port] = gradient
                nodes[source] = nodes[source] + gradient if source in nodes else gradient
        return self._document.veil.over_gradients(Gradients(nodes, wires))

    def _on_evaluated(self) -> None:
        was_live = self.is_live
        before = self._stops
        # The gates are the same ones, whatever is hidden.
        evaluation = self._document.whole_evaluation
        self._tangents = self._pushed(evaluation)
        if self._seed is None:
            forward = tuple(Stop(item.node, "forward") for item in evaluation.plan.instructions)
            self._stops = forward + _backward(evaluation)
        else:
            gates = evaluation.plan.instructions
            self._stops = tuple(Stop(item.node, "tangent") for item in gates)
        if was_live or self._stops != before:
            self._position = self.last
        self.changed.emit()

    def _pushed(self, evaluation: Evaluation) -> Mapping[NodeId, Array]:
        """Return every tangent; forget a seed that is no longer there."""
        if self._seed is None:
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


def _values(evaluation: Evaluation, done: tuple[Stop, ...]) -> dict[NodeId, Array]:
    reached = {stop.node for stop in done} | set(evaluation.plan.sources)
    return {node: value for node, value in evaluation.values.items() if node in reached}


def _backward(evaluation: Evaluation) -> tuple[Stop, ...]:
    """Return the gates that the backward pass goes through, in its order."""
    reached = evaluation.gradients.nodes
    gates = reversed(evaluation.plan.instructions)
    return tuple(Stop(gate.node, "backward") for gate in gates if gate.node in reached)

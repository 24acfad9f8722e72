"""An exercise: a graph, what is asked of it in which order, and the right answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.autodiff.passes.plan import Instruction
from engine.errors import EvaluationError
from engine.exercises.dots import hide_beside_dots
from engine.exercises.known_numbers import Numbers, numbers_of
from engine.exercises.moved_numbers import rounding_noise
from engine.exercises.question import Kind, Quantity, Question
from engine.exercises.veil import Veil
from engine.graph.folding import Folding, fold
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import consumers_by_node
from engine.operations.operation import Look

# Nobody types larger matrices; they are given.
MOST_ELEMENTS = 12


@dataclass(frozen=True)
class Exercise:
    """Questions about a graph as it is drawn: a folded group is one gate and asked for as one.

    Attributes:
        kind: What is hidden.
        folding: The graph, and how it is drawn.
        evaluation: The numbers of the graph as it is drawn.
        questions: What is asked, each after those that its answer needs: values in the order of
            the forward pass, then gradients in the order of the backward pass.
        branches: The wires along which gradients come back to each node.
    """

    kind: Kind
    folding: Folding
    evaluation: Evaluation
    questions: tuple[Question, ...]
    branches: Mapping[NodeId, tuple[InputPort, ...]]

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

    @property
    def graph(self) -> Graph:
        """The graph that is asked about, with every node."""
        return self.folding.whole

    @property
    def drawn(self) -> Graph:
        """The graph as it is drawn."""
        return self.folding.graph

    @property
    def numbers(self) -> Numbers:
        """All numbers, exact."""
        return numbers_of(self.evaluation.values, self.evaluation.gradients)

    def expected(self, question: Question) -> Array:
        """Return the right answer, exact."""
        return _asked_of(self.numbers, question)

    def noise(self, question: Question) -> Array:
        """Return how far rounding inside the computer may have moved the right answer."""
        return _asked_of(self._noise, question)

    @cached_property
    def _noise(self) -> Numbers:
        return rounding_noise(self.graph, self.evaluation)

    def instruction(self, gate: NodeId) -> Instruction:
        """Return the schedule's entry of a gate."""
        return self._instructions[gate]

    @cached_property
    def _instructions(self) -> Mapping[NodeId, Instruction]:
        return {item.node: item for item in self.evaluation.plan.instructions}

    @cached_property
    def _asked(self) -> frozenset[Question]:
        return frozenset(self.questions)

    def needs(self, question: Question) -> frozenset[Question]:
        """Return the questions whose answers go directly into this one."""
        return self._asked.intersection(self._needed(question))

    def of_gradient(self, node: NodeId) -> Iterator[Question]:
        """Yield the question for a node's whole gradient: the sum, or its only wire."""
        ports = self.branches.get(node, ())
        if len(ports) == 1:
            yield Question(Quantity.GRADIENT, node, ports[0])
        elif ports:
            yield Question(Quantity.SUM, node)

    def veil(self, still_open: Iterable[Question]) -> Veil:
        """Return what must be hidden as long as these questions are open.

        Where values are asked, every gradient is hidden too: that of a factor tells the other.
        """
        values: set[NodeId] = set()
        wires: set[InputPort] = set()
        nodes: set[NodeId] = set()
        for question in still_open:
            if question.quantity is Quantity.VALUE:
                values.add(question.node)
            elif question.port is None:
                nodes.add(question.node)
            else:
                wires |= {question.port, *self.folding.wires[question.port]}
                if len(self.branches[question.node]) == 1:
                    nodes.add(question.node)
        if not (values or wires or nodes):
            return Veil()
        hide_beside_dots(self.drawn, values, wires, nodes)
        untold = self._untold(hides_values=bool(values))
        return untold | Veil(frozenset(values), frozenset(wires), frozenset(nodes))

    def _untold(self, *, hides_values: bool) -> Veil:
        """Return what would tell an answer without being asked for: the inside of groups."""
        groups = self.folding.groups.keys()
        inside = self.folding.whole_ids(groups) - groups
        wires = frozenset(port for port, end in self.graph.wires.items() if end in inside)
        veil = Veil(inside if hides_values else frozenset(), wires, inside)
        if not hides_values:
            return veil
        gradients = self.evaluation.gradients
        back = frozenset(gradients.wires) | frozenset(self.graph.wires)
        return veil | Veil(wires=back, nodes=frozenset(gradients.nodes) - {self.evaluation.target})

    def _needed(self, question: Question) -> Iterator[Question]:
        if question.gate is None:
            for port in self.branches[question.node]:
                yield Question(Quantity.GRADIENT, question.node, port)
            return
        for source in self.instruction(question.gate).inputs:
            yield Question(Quantity.VALUE, source)
        if question.port is not None:
            yield Question(Quantity.VALUE, question.gate)
            yield from self.of_gradient(question.gate)


def make_exercise(graph: Graph, kind: Kind) -> Exercise:
    """Ask for the numbers of a graph.

    What is not computed, not finite or too large to be typed is given, and so is the gradient of
    the result itself, which is 1.

    Raises:
        EvaluationError: There is nothing to ask (code ``nothing_to_ask``).

    Example:
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 3.0, "x")
        >>> exercise = make_exercise(builder.build(builder.gate("square", x)), Kind.BOTH)
        >>> [float(exercise.expected(question)) for question in exercise.questions]
        [9.0, 6.0]
    """
    folding = fold(graph)
    evaluation = evaluate(folding.graph)
    branches = _branches(evaluation)
    questions: list[Question] = []
    if kind.asks_values:
        questions += _value_questions(evaluation)
    if kind.asks_gradients:
        questions += _gradient_questions(evaluation, branches)
    if not questions:
        raise EvaluationError(
            "nothing_to_ask",
            "There is nothing to ask: the graph has no gate with numbers to find.",
        )
    return Exercise(kind, folding, evaluation, tuple(questions), branches)


def _asked_of(numbers: Numbers, question: Question) -> Array:
    if question.quantity is Quantity.VALUE:
        return numbers.values[question.node]
    if question.port is not None:
        return numbers.wires[question.port]
    return numbers.nodes[question.node]


def _branches(evaluation: Evaluation) -> dict[NodeId, tuple[InputPort, ...]]:
    reached = evaluation.gradients.wires
    found: dict[NodeId, tuple[InputPort, ...]] = {}
    for node, ports in consumers_by_node(evaluation.plan.graph).items():
        kept = tuple(port for port in ports if port in reached)
        if kept:
            found[node] = kept
    return found


def _value_questions(evaluation: Evaluation) -> Iterator[Question]:
    for item in evaluation.plan.instructions:
        is_dot = item.operation.look is Look.DOT
        if not is_dot and _can_ask(evaluation.values[item.node]):
            yield Question(Quantity.VALUE, item.node)


def _gradient_questions(
    evaluation: Evaluation, branches: Mapping[NodeId, tuple[InputPort, ...]]
) -> Iterator[Question]:
    missing = {node: len(ports) for node, ports in branches.items()}
    gradients = evaluation.gradients
    for item in reversed(evaluation.plan.instructions):
        for index, source in enumerate(item.inputs):
            port = InputPort(item.node, index)
            if port not in gradients.wires:
                continue
            # What a dot hands back is asked at the wires that leave it, and as their sum.
            is_dot = item.operation.look is Look.DOT
            if not is_dot and _can_ask(gradients.wires[port]):
                yield Question(Quantity.GRADIENT, source, port)
            missing[source] -= 1
            is_sum = missing[source] == 0 and len(branches[source]) > 1
            if is_sum and _can_ask(gradients.nodes[source]):
                yield Question(Quantity.SUM, source)


def _can_ask(number: Array) -> bool:
    return number.size <= MOST_ELEMENTS and bool(np.isfinite(number).all())

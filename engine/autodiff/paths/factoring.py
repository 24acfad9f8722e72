"""The sum over paths, factored: what all paths share is multiplied once.

Where all paths pass one node, what comes before it and what comes after it are two factors; where
they part and never meet before the end, they are terms. Taken apart in this way, a graph made of
chains and branches needs each wire once (Naumann, The Art of Differentiating Computer Programs,
2012, section 3.1, calls the single steps eliminations).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.autodiff.costs.counting import Count
from engine.autodiff.passes.plan import Plan
from engine.autodiff.paths.path_algebra import (
    ONE,
    ZERO,
    Expression,
    Factor,
    Product,
    Sum,
    add,
    count_factors,
    count_operations,
    multiply,
)
from engine.autodiff.paths.path_factors import check_scalars, hands_on
from engine.autodiff.paths.paths import check_differentiable, leading_wires
from engine.errors import EvaluationError
from engine.graph.model import InputPort, NodeId

# Written out, more terms than this are no lesson, and their number can grow without bound.
MOST_TERMS = 64
MOST_FACTORS = 1000

Wires = Mapping[NodeId, list[InputPort]]


@dataclass(frozen=True, slots=True)
class FactoringStep:
    """One rewriting of the sum over paths.

    Attributes:
        expression: The gradient as it is written now.
        factor: What was taken out of a sum to get here; None for the sum as it is written out.
        count: How many multiplications and additions it takes now.
    """

    expression: Expression
    factor: Expression | None
    count: Count


def factor_paths(plan: Plan, source: NodeId, target: NodeId) -> Expression:
    """Return the sum over all paths between two nodes in its factored form.

    A local gradient that is always 1, as that of an add gate, is left out.

    Raises:
        EvaluationError: As ``path_factors``; or the paths cross so often that no short form is
            found.
    """
    check_differentiable(plan, source, target)
    wires = leading_wires(plan.graph, source, target)
    check_scalars(plan, wires, target)
    if source == target:
        return ONE
    return _Factoring(plan, wires).between(source, target) if wires else ZERO


def factoring_steps(plan: Plan, source: NodeId, target: NodeId) -> Iterator[FactoringStep]:
    """Walk from the sum over paths as it is written out to its factored form.

    Each step takes one common factor out of some terms.

    Raises:
        EvaluationError: As ``path_factors``; or there are more than ``MOST_TERMS`` paths.
    """
    factored = factor_paths(plan, source, target)
    forms: list[tuple[Expression, Expression | None]] = []
    expression: Expression | None = factored
    while expression is not None:
        if isinstance(expression, Sum) and len(expression.terms) > MOST_TERMS:
            raise EvaluationError(
                "too_many_paths",
                f"There are more than {MOST_TERMS} paths; written out, their sum is too long.",
                most=MOST_TERMS,
            )
        written_out, rest = _distribute(expression)
        forms.append((expression, rest))
        expression = written_out
    for written, rest in reversed(forms):
        yield FactoringStep(written, rest, count_operations(written))


class _Factoring:
    """Takes the paths between two nodes apart."""

    def __init__(self, plan: Plan, wires: Wires) -> None:
        self._wires = wires
        led = {wire for leaving in wires.values() for wire in leaving}
        self._always_one = {
            InputPort(item.node, index)
            for item in plan.instructions
            for index in range(len(item.inputs))
            if InputPort(item.node, index) in led
            and hands_on(
                item.operation,
                index,
                item.settings,
                tuple(plan.shapes[source] for source in item.inputs),
            )
        }
        self._place = {item.node: place for place, item in enumerate(plan.instructions)}
        self._known: dict[tuple[NodeId, NodeId], Expression] = {}

    def between(self, start: NodeId, end: NodeId) -> Expression:
        """Return the sum over all paths between two nodes."""
        key = (start, end)
        if key not in self._known:
            found = self._chain(start, end, self._part(start, end))
            if count_factors(found) > MOST_FACTORS:
                raise EvaluationError(
                    "too_tangled",
                    f"These paths cross so often that their sum takes more than {MOST_FACTORS} "
                    "factors to write; choose nodes that are nearer to each other.",
                    most=MOST_FACTORS,
                )
            self._known[key] = found
        return self._known[key]

    def _part(self, start: NodeId, end: NodeId) -> Wires:
        """Return the wires on paths from one node to another."""
        forward = {start}
        waiting = [start]
        while waiting:
            node = waiting.pop()
            ahead = {wire.node for wire in self._wires.get(node, ()) if node != end} - forward
            forward |= ahead
            waiting.extend(ahead)
        arriving = {end}
        part: dict[NodeId, list[InputPort]] = {}
        for node in sorted(forward - {end}, key=lambda node: -self._place.get(node, -1)):
            wires = [wire for wire in self._wires.get(node, ()) if wire.node in arriving]
            if wires:
                arriving.add(node)
                part[node] = wires
        return part

    def _chain(self, start: NodeId, end: NodeId, wires: Wires) -> Expression:
        """Multiply what stands between the nodes that all paths pass."""
        stops = [*self._passed_by_all(start, end, wires), end]
        factors = []
        for stop in stops:
            direct = len(stops) == 1
            factors.append(
                self._branches(start, stop, wires) if direct else self.between(start, stop)
            )
            start = stop
        return multiply(factors)

    def _passed_by_all(self, start: NodeId, end: NodeId, wires: Wires) -> list[NodeId]:
        """Return the nodes in between that every path passes, in order.

        Going through the nodes in order, it is one where no wire reaches beyond it from before.
        """
        stops = []
        farthest = start
        for node in sorted(wires, key=lambda node: self._place.get(node, -1)):
            if node not in {start, end} and farthest == node:
                stops.append(node)
            reached = [wire.node for wire in wires[node]]
            farthest = max([farthest, *reached], key=lambda node: self._place.get(node, -1))
        return stops

    def _branches(self, start: NodeId, end: NodeId, wires: Wires) -> Expression:
        """Add what goes from start to end directly, and by ways that have nothing in common."""
        terms = [self._factor(wire) for wire in wires[start] if wire.node == end]
        ways = self._separate_ways(start, end, wires)
        if len(ways) + len(terms) > 1:
            return add([*terms, *(self._chain(start, end, way) for way in ways)])
        if terms:
            return terms[0]
        # The ways are tangled: go one wire on, and take each rest apart by itself.
        firsts: dict[NodeId, list[Expression]] = {}
        for wire in wires[start]:
            firsts.setdefault(wire.node, []).append(self._factor(wire))
        return add(
            multiply([add(factors), self.between(node, end)]) for node, factors in firsts.items()
        )

    def _separate_ways(self, start: NodeId, end: NodeId, wires: Wires) -> list[Wires]:
        """Return the parts that are connected without the two ends, each with its wires."""
        part_of: dict[NodeId, NodeId] = {}

        def root(node: NodeId) -> NodeId:
            while part_of.setdefault(node, node) != node:
                node = part_of[node]
            return node

        for node in (node for node in wires if node != start):
            root(node)
            for wire in wires[node]:
                if wire.node != end:
                    part_of[root(wire.node)] = root(node)
        ways: dict[NodeId, dict[NodeId, list[InputPort]]] = {}
        for node in (node for node in wires if node != start):
            ways.setdefault(root(node), {})[node] = wires[node]
        for key, way in ways.items():
            way[start] = [
                wire for wire in wires[start] if wire.node != end and root(wire.node) == key
            ]
        return sorted(ways.values(), key=lambda way: min(way[start]))

    def _factor(self, wire: InputPort) -> Expression:
        return ONE if wire in self._always_one else Factor(wire)


def _distribute(expression: Expression) -> tuple[Expression | None, Expression | None]:
    """Multiply out the first sum that is a factor; return the result, and what was multiplied in.

    Returns None for an expression that is written out already.
    """
    match expression:
        case Product(factors):
            place = next((i for i, part in enumerate(factors) if isinstance(part, Sum)), None)
            if place is None:
                return None, None
            inner = factors[place]
            assert isinstance(inner, Sum)
            before, after = factors[:place], factors[place + 1 :]
            written = add(multiply([*before, term, *after]) for term in inner.terms)
            return written, multiply([*before, *after])
        case Sum(terms):
            for index, term in enumerate(terms):
                written_out, rest = _distribute(term)
                if written_out is not None:
                    return add([*terms[:index], written_out, *terms[index + 1 :]]), rest
    return None, None

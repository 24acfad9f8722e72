"""What the ways to a gradient cost: passes and operations of each, side by side for one graph.

Everything is counted by the operations' own functions (`counting`), gate by gate
and for the gates that lead to the target only, so that the rows can be compared. That reverse mode
needs one pass for any number of inputs, where the others need one for each, is Griewank and
Walther, Evaluating Derivatives, 2008, section 3.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from engine.arrays import Shape
from engine.autodiff.costs.counting import Count, count_call
from engine.autodiff.passes.plan import Instruction, Plan, compile_plan
from engine.graph.group_operation import GroupNode
from engine.graph.model import NodeId
from engine.graph.topology import ancestors


class Mode(Enum):
    """A way to the gradient of one node with respect to all inputs; the value is its title."""

    REVERSE = "reverse"
    FORWARD = "forward"
    NUMERICAL = "numerical check"
    PATHS = "sum over paths"


@dataclass(frozen=True, slots=True)
class ModeCost:
    """What one way to the gradient costs.

    Attributes:
        mode: The way.
        passes: Backward passes in reverse mode, forward passes of a tangent in forward mode (one
            for each element of each input), evaluations of the graph in the numerical check, paths
            in the sum over paths.
        values: What computing the values costs that it needs: of one evaluation, or of all.
        derivatives: What it does on top of that.
    """

    mode: Mode
    passes: int
    values: Count
    derivatives: Count

    @property
    def total(self) -> int:
        """All operations."""
        return (self.values + self.derivatives).total


@dataclass(frozen=True, slots=True)
class GateCost:
    """What one gate costs, at the shapes that it has in a plan.

    Attributes:
        forward: Its value.
        local: For each input its local gradient by itself; for a gate whose Jacobian is not
            diagonal, the whole downstream gradient.
        pull_backs: For each input its downstream gradient: local × upstream, without building
            the local Jacobian where that is a matrix.
        push_forwards: For each input its share of the output's tangent.
        together: Returns what the downstream gradients of some inputs cost, where one pass through
            the inside of a group serves them all; None where each is computed by itself.
    """

    forward: Count
    local: tuple[Count, ...]
    pull_backs: tuple[Count, ...]
    push_forwards: tuple[Count, ...]
    together: Callable[[frozenset[int]], Count] | None = None

    def pull_back(self, indices: frozenset[int]) -> Count:
        """Return what the downstream gradients of some inputs cost."""
        if self.together is not None:
            return self.together(indices)
        return sum((self.pull_backs[index] for index in indices), Count())


def gate_costs(plan: Plan) -> dict[NodeId, GateCost]:
    """Return the cost of every gate of a plan."""
    known: dict[tuple[object, ...], GateCost] = {}
    costs = {}
    for item in plan.instructions:
        node = plan.graph.nodes[item.node]
        shapes = tuple(plan.shapes[source] for source in item.inputs)
        key = (id(item.operation), shapes, tuple(item.settings.items()))
        if key not in known:
            known[key] = (
                _group_cost(node, shapes)
                if isinstance(node, GroupNode)
                else _record_cost(item, shapes, plan.shapes[item.node])
            )
        costs[item.node] = known[key]
    return costs


def mode_steps(plan: Plan, target: NodeId) -> Iterator[tuple[ModeCost, ...] | None]:
    """Count what the gradient of a node with respect to all its inputs costs in each mode.

    Yields:
        None for each part that is counted; last one row for each mode.

    Raises:
        EngineError: The target cannot be computed.
    """
    plan.check_target(target)
    cone = _Cone(plan, target)
    yield None
    sizes = {source: _size(plan.shapes[source]) for source in cone.sources}
    elements = sum(sizes.values())
    values = cone.values()
    pushed = Count()
    for source, size in sizes.items():
        pushed += cone.push_forward(source) * size
        yield None
    # (f(x + h) − f(x − h)) / 2h: two shifts, one difference and one quotient for each element.
    differences = Count(multiplications=1, additions=3) * elements
    yield (
        cone.reverse(values),
        ModeCost(Mode.FORWARD, elements, values, pushed),
        ModeCost(Mode.NUMERICAL, 2 * elements, values * (2 * elements), differences),
        cone.sum_over_paths(values),
    )


def reverse_mode_cost(plan: Plan, target: NodeId) -> ModeCost:
    """Return what reverse mode costs: the one of the ways that needs no other pass.

    Raises:
        EngineError: The target cannot be computed.
    """
    plan.check_target(target)
    cone = _Cone(plan, target)
    return cone.reverse(cone.values())


def _record_cost(item: Instruction, inputs: tuple[Shape, ...], output: Shape) -> GateCost:
    record, settings = item.operation, item.settings
    pull_backs = tuple(count_call(vjp, output, output, *inputs, **settings) for vjp in record.vjps)
    return GateCost(
        count_call(record.forward, *inputs, **settings),
        pull_backs
        if record.derivatives is None
        else tuple(count_call(rule, output, *inputs, **settings) for rule in record.derivatives),
        pull_backs,
        tuple(
            count_call(jvp, shape, output, *inputs, **settings)
            for jvp, shape in zip(record.jvps, inputs, strict=True)
        ),
    )


def _group_cost(node: GroupNode, inputs: tuple[Shape, ...]) -> GateCost:
    """Count a group: by its simplified local gradient if it has one, else member by member.

    The members keep their values from the forward pass, as they do outside a group; counting the
    group's own vjps would count those values a second time.
    """
    plan = compile_plan(node.body.standing_alone(inputs))
    output = node.body.output
    cone = _Cone(plan, output)
    if node.pattern is not None:
        rule = node.own_record.derivatives
        assert rule is not None
        local = count_call(rule[0], plan.shapes[output], *inputs)
        product = local + Count(multiplications=_size(plan.shapes[output]))
        return GateCost(cone.values(), (local,), (product,), (product,))
    pull_backs = tuple(cone.pull_back({port}) for port in node.body.ports)
    push_forwards = tuple(cone.push_forward(port) for port in node.body.ports)

    @cache
    def together(indices: frozenset[int]) -> Count:
        return cone.pull_back({node.body.ports[index] for index in indices})

    return GateCost(cone.values(), pull_backs, pull_backs, push_forwards, together)


class _Cone:
    """The gates that lead to a target, and what passes through them cost."""

    def __init__(self, plan: Plan, target: NodeId) -> None:
        inside = {target, *ancestors(plan.graph, target)}
        self._plan = plan
        self._target = target
        self._items = [item for item in plan.instructions if item.node in inside]
        self._costs = gate_costs(plan)
        self.sources = [
            node for node in plan.sources if node in inside and node in plan.differentiable
        ]

    def reverse(self, values: Count) -> ModeCost:
        return ModeCost(Mode.REVERSE, 1 if self.sources else 0, values, self.pull_back())

    def values(self) -> Count:
        return sum((self._costs[item.node].forward for item in self._items), Count())

    def pull_back(self, sources: set[NodeId] | None = None) -> Count:
        """Count one backward pass, to all sources or to some."""
        leading = set(self.sources if sources is None else sources)
        wires: dict[NodeId, int] = {}
        count = Count()
        for item in self._items:
            indices = [index for index, end in enumerate(item.inputs) if end in leading]
            for index in indices:
                leading.add(item.node)
                wires[item.inputs[index]] = wires.get(item.inputs[index], 0) + 1
            if indices:
                count += self._costs[item.node].pull_back(frozenset(indices))
        return count + self._sums(wires)

    def push_forward(self, source: NodeId) -> Count:
        """Count one forward pass of a tangent."""
        moving = {source}
        shares: dict[NodeId, int] = {}
        count = Count()
        for item in self._items:
            for end, cost in zip(item.inputs, self._costs[item.node].push_forwards, strict=True):
                if end in moving:
                    shares[item.node] = shares.get(item.node, 0) + 1
                    count += cost
            if item.node in shares:
                moving.add(item.node)
        return count + self._sums(shares)

    def sum_over_paths(self, values: Count) -> ModeCost:
        """Count the sum over all paths from all sources, each path multiplied out by itself.

        Between scalars the local gradients are computed once and multiplied along each path, from
        the seed on, as the other modes do; a factor that is always 1 is left out, as there.
        Otherwise they are matrices, and each path pulls the gradient back gate by gate.
        """
        before = self._paths_before()
        after = self._paths_after(before)
        nodes = [*self.sources, *(item.node for item in self._items)]
        scalar = all(self._plan.shapes[node] == () for node in nodes)
        count = Count()
        for item in self._items:
            cost = self._costs[item.node]
            for index, source in enumerate(item.inputs):
                through = before.get(source, 0) * after.get(item.node, 0)
                if scalar and through and cost.pull_backs[index].total:
                    count += cost.local[index] + Count(multiplications=through)
                elif not scalar:
                    count += cost.pull_backs[index] * through
        paths = {source: after.get(source, 0) for source in self.sources}
        return ModeCost(Mode.PATHS, sum(paths.values()), values, count + self._sums(paths))

    def _sums(self, terms: Mapping[NodeId, int]) -> Count:
        return Count(
            additions=sum(
                (number - 1) * _size(self._plan.shapes[node]) for node, number in terms.items()
            )
        )

    def _paths_before(self) -> dict[NodeId, int]:
        before = dict.fromkeys(self.sources, 1)
        for item in self._items:
            number = sum(before.get(source, 0) for source in _heard(item))
            if number:
                before[item.node] = number
        return before

    def _paths_after(self, before: Mapping[NodeId, int]) -> dict[NodeId, int]:
        after = {self._target: 1}
        for item in reversed(self._items):
            # A gate that feeds nothing but the silent inputs of muted ones has no path on.
            onward = after.get(item.node, 0)
            for source in _heard(item):
                if onward and source in before:
                    after[source] = after.get(source, 0) + onward
        return after


def _heard(item: Instruction) -> tuple[NodeId, ...]:
    """Return the inputs through which paths lead: a muted gate has one."""
    passes = item.operation.passes
    return item.inputs if passes is None else (item.inputs[passes],)


def _size(shape: Shape) -> int:
    size = 1
    for length in shape:
        size *= length
    return size

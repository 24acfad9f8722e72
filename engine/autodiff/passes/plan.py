"""A plan: a graph compiled once into the flat schedule that every pass walks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import prod

from engine.arrays import Array, Shape
from engine.autodiff.passes.memory import refuse_too_large
from engine.errors import EngineError, EvaluationError
from engine.graph.model import Graph, NodeId
from engine.graph.shapes import infer_shapes
from engine.operations.operation import Operation
from engine.settings import complete

PORTION = 1_000_000
"""About a millisecond's work: what lies between two places where a pass can be stopped."""

# What calling one gate costs besides its elements.
_CALL = 1000


@dataclass(frozen=True, slots=True)
class Instruction:
    """One gate of the schedule.

    Attributes:
        node: The gate's id.
        operation: Its record.
        inputs: The nodes whose outputs it takes, in the order of its ports.
        settings: All its settings, defaults filled in.
        needs_gradient: For each input whether a gradient flows there; none flows to constants
            and to what depends on constants alone.
    """

    node: NodeId
    operation: Operation
    inputs: tuple[NodeId, ...]
    settings: Mapping[str, float]
    needs_gradient: tuple[bool, ...]


@dataclass(frozen=True)
class Plan:
    """A graph's schedule.

    Editing a graph's structure makes a new plan; other values for its sources only run it again.

    Attributes:
        graph: The graph that was compiled.
        sources: The value of each source.
        instructions: The gates that can be computed, each after those it depends on.
        shapes: The shape of every node that can be computed.
        problems: The nodes that cannot, and why; those that only depend on them are left out.
        differentiable: The nodes that depend on some input or parameter.
    """

    graph: Graph
    sources: Mapping[NodeId, Array]
    instructions: tuple[Instruction, ...]
    shapes: Mapping[NodeId, Shape]
    problems: Mapping[NodeId, EngineError]
    differentiable: frozenset[NodeId]

    @cached_property
    def work(self) -> tuple[int, ...]:
        """What computing each gate costs, estimated in elements of an elementwise gate.

        A product of matrices touches the elements of one input once for each row or column of the
        output; anything else touches each element some times.
        """
        return tuple(map(self._work_of, self.instructions))

    def _work_of(self, item: Instruction) -> int:
        inputs = [self.shapes[source] for source in item.inputs]
        size = prod(self.shapes[item.node])
        touched = size + sum(map(prod, inputs))
        if item.operation.name == "matmul" and inputs[0]:
            touched += size * inputs[0][-1]
        return _CALL + touched

    @cached_property
    def portions(self) -> tuple[tuple[Instruction, ...], ...]:
        """The instructions in portions of work, between which a pass can be stopped."""
        portions: list[list[Instruction]] = [[]]
        done = 0
        for item, work in zip(self.instructions, self.work, strict=True):
            portions[-1].append(item)
            done += work
            if done >= PORTION:
                done = 0
                portions.append([])
        return tuple(map(tuple, portions))

    def check_target(self, target: NodeId) -> None:
        """Check that a node can be computed.

        Raises:
            EngineError: The first problem in the way, in topological order.
        """
        if target in self.shapes:
            return
        for error in self.problems.values():
            raise error
        raise EvaluationError("missing_node", f"There is no node {target}.", node=target)


def compile_plan(graph: Graph) -> Plan:
    """Compile a graph; an unfinished one gives a plan of the part that is finished.

    What would take more memory than ``memory.LARGEST_BYTES`` is a problem and left out too.
    """
    inference = infer_shapes(graph)
    shapes = dict(inference.shapes)
    too_large = refuse_too_large(graph, inference.order, shapes)
    if too_large:
        for node_id in _with_dependents(graph, inference.order, too_large):
            shapes.pop(node_id, None)
    sources: dict[NodeId, Array] = {}
    instructions = []
    differentiable = set()
    for node_id in inference.order:
        if node_id not in shapes:
            continue
        node = graph.nodes[node_id]
        if node.value is not None:
            sources[node_id] = node.value
            if node.operation != "constant":
                differentiable.add(node_id)
            continue
        inputs = tuple(source for source in graph.inputs_of(node_id) if source is not None)
        needs_gradient = tuple(source in differentiable for source in inputs)
        if any(needs_gradient):
            differentiable.add(node_id)
        settings = complete(node.record.settings, node.settings)
        instructions.append(Instruction(node_id, node.record, inputs, settings, needs_gradient))
    return Plan(
        graph,
        sources,
        tuple(instructions),
        shapes,
        _in_order(inference.order, {**inference.problems, **too_large}),
        frozenset(differentiable),
    )


def restricted(plan: Plan, known: Container[NodeId]) -> Plan:
    """Return a plan without the nodes that are not known; the plan itself where all are.

    A graph with folded groups may fit into memory where the whole one does not, and then its plan
    has nodes without a value.
    """
    if all(node_id in known for node_id in plan.shapes):
        return plan
    return replace(
        plan,
        instructions=tuple(item for item in plan.instructions if item.node in known),
        shapes={node_id: shape for node_id, shape in plan.shapes.items() if node_id in known},
    )


def plan_with_values(plan: Plan, graph: Graph) -> Plan | None:
    """Return the plan for a graph that differs in its sources' values only, or None.

    Edits share what they do not change, so that a look at which nodes are the same objects is
    enough; nothing is compared or inferred again.
    """
    before = plan.graph
    if graph.wires is not before.wires or graph.nodes.keys() != before.nodes.keys():
        return None
    sources = dict(plan.sources)
    for node_id, node in graph.nodes.items():
        old = before.nodes[node_id]
        if node is old:
            continue
        value, former = node.value, old.value
        if value is None or former is None or value.shape != former.shape:
            return None
        if node.operation != old.operation:
            return None
        sources[node_id] = value
    return replace(plan, graph=graph, sources=sources)


def _with_dependents(graph: Graph, order: Iterable[NodeId], nodes: Iterable[NodeId]) -> set[NodeId]:
    found = set(nodes)
    for node_id in order:
        if any(source in found for source in graph.inputs_of(node_id)):
            found.add(node_id)
    return found


def _in_order(
    order: Iterable[NodeId], problems: Mapping[NodeId, EngineError]
) -> dict[NodeId, EngineError]:
    return {node_id: problems[node_id] for node_id in order if node_id in problems}

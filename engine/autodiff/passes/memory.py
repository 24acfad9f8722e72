"""How much memory a graph's values and gradients take, and which gate makes it too much.

Shapes are known before anything is computed. A few short lines can ask for any amount: two vectors
of 3100 numbers, their outer product and 40 gates behind it are 6 GB.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import prod

from engine.arrays import Shape, shape_text
from engine.errors import EvaluationError
from engine.graph.group_operation import GroupNode
from engine.graph.model import Graph, NodeId
from engine.graph.topology import consumers_by_node

LARGEST_BYTES = 1_000_000_000
"""How much the values and gradients of a graph may take.

What else is computed, such as a numerical check or a pass of tangents, keeps one more set of values
beside them, which is less than half as much.
"""

_NUMBER_BYTES = 8


def node_bytes(
    graph: Graph, order: Iterable[NodeId], shapes: Mapping[NodeId, Shape]
) -> dict[NodeId, int]:
    """Return what the value and the gradients of each node take.

    A node has a value and, if it depends on an input or a parameter, a gradient; where it feeds
    several ports, one comes back from each, and their sum is another. The gate of a folded group
    computes the values and gradients of its members.

    Args:
        graph: The graph.
        order: Its nodes, each after those it depends on.
        shapes: The shape of each node that can be computed.
    """
    feeding = Counter(source for port, source in graph.wires.items() if port.node in shapes)
    differentiable: set[NodeId] = set()
    found = {}
    for node_id in order:
        if node_id not in shapes:
            continue
        if _moves(graph, node_id, differentiable):
            differentiable.add(node_id)
            ports = feeding[node_id]
            arrays = 1 + (ports + 1 if ports > 1 else 1)
        else:
            arrays = 1
        numbers = prod(shapes[node_id]) * arrays + 2 * _numbers_inside(graph, node_id, shapes)
        found[node_id] = _NUMBER_BYTES * numbers
    return found


def _moves(graph: Graph, node_id: NodeId, differentiable: set[NodeId]) -> bool:
    node = graph.nodes[node_id]
    if node.is_source:
        return node.operation != "constant"
    return any(source in differentiable for source in graph.inputs_of(node_id))


def _numbers_inside(graph: Graph, node_id: NodeId, shapes: Mapping[NodeId, Shape]) -> int:
    """Return how many numbers the members of a folded group hold; 0 for any other node."""
    node = graph.nodes[node_id]
    if not isinstance(node, GroupNode):
        return 0
    ports = [shapes[source] for source in graph.inputs_of(node_id) if source is not None]
    return sum(prod(shape) for shape in node.body.shapes(*ports).values())


def refuse_too_large(
    graph: Graph,
    order: Iterable[NodeId],
    shapes: Mapping[NodeId, Shape],
    most: int | None = None,
) -> dict[NodeId, EvaluationError]:
    """Return the gates that must not be computed, and why; none where the graph is small enough.

    The largest gate is refused, the first of several, with all that depends on it; and others after
    it, until the rest fits. Sources hold their values already and are never refused.

    Args:
        graph: The graph.
        order: Its nodes, each after those it depends on.
        shapes: The shape of each node that can be computed.
        most: How many bytes it may take, by default ``LARGEST_BYTES``.
    """
    most = LARGEST_BYTES if most is None else most
    # Nearly every graph is far below the limit, and then a look at the sizes alone is enough.
    if _NUMBER_BYTES * _most_numbers(graph, shapes) <= most:
        return {}
    order = list(order)
    weights = node_bytes(graph, order, shapes)
    total = left = sum(weights.values())
    place = {node_id: index for index, node_id in enumerate(order)}
    gates = [node_id for node_id in weights if not graph.nodes[node_id].is_source]
    consumers = consumers_by_node(graph)
    refused: dict[NodeId, EvaluationError] = {}
    for culprit in sorted(gates, key=lambda node: (-_bulk(graph, node, shapes), place[node])):
        if left <= most:
            break
        if culprit not in weights:
            continue
        refused[culprit] = _too_large(graph, culprit, shapes[culprit], total, most)
        waiting = [culprit]
        while waiting:
            node_id = waiting.pop()
            weight = weights.pop(node_id, None)
            if weight is not None:
                left -= weight
                waiting.extend(port.node for port in consumers[node_id])
    return refused


def _bulk(graph: Graph, node_id: NodeId, shapes: Mapping[NodeId, Shape]) -> int:
    return prod(shapes[node_id]) + _numbers_inside(graph, node_id, shapes)


def size_text(size: float) -> str:
    """Return a number of bytes for people, such as ``7.8 GB``.

    Example:
        >>> size_text(7_840_000_000), size_text(1_000_000_000), size_text(250_000_000)
        ('7.8 GB', '1 GB', '250 MB')
    """
    unit, name = (1e9, "GB") if size >= 1e9 else (1e6, "MB")
    return f"{size / unit:,.1f}".removesuffix(".0") + f" {name}"


def _most_numbers(graph: Graph, shapes: Mapping[NodeId, Shape]) -> int:
    """Return at least as many numbers as the graph has: values, gradients, those of wires."""
    sizes = {node_id: prod(shape) for node_id, shape in shapes.items()}
    wired = sum(sizes.get(source, 0) for source in graph.wires.values())
    inside = sum(_numbers_inside(graph, node_id, shapes) for node_id in shapes)
    return 2 * sum(sizes.values()) + wired + 2 * inside


def _too_large(
    graph: Graph, node_id: NodeId, shape: Shape, total: int, most: int
) -> EvaluationError:
    record = graph.nodes[node_id].record
    return EvaluationError(
        "graph_too_large",
        f"This graph needs about {size_text(total)} for its values and gradients, and Wiregrad "
        f"computes up to {size_text(most)}: make the {shape_text(shape)} numbers of "
        f"{record.title} fewer.",
        node=node_id,
        title=record.title,
        shape=shape_text(shape),
        needed=size_text(total),
        most=size_text(most),
    )

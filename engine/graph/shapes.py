"""Shapes of all values in a graph, found without computing one, and what stands in the way."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from engine.arrays import Shape, shape_text
from engine.errors import EngineError, GraphError, ShapeError
from engine.graph.model import Graph, NodeId
from engine.graph.topology import topological_order

# 80 MB a value. Two short vectors from a file have an outer product that fills the memory.
LARGEST_SIZE = 10_000_000


@dataclass(frozen=True, slots=True)
class ShapeInference:
    """What is known of the shapes in a graph.

    Attributes:
        order: All nodes in topological order.
        shapes: The shape of each node that can be computed.
        problems: The nodes where something is missing or does not fit, and why. Nodes that only
            depend on such a node are in neither mapping.
    """

    order: tuple[NodeId, ...]
    shapes: Mapping[NodeId, Shape]
    problems: Mapping[NodeId, EngineError]


def infer_shapes(graph: Graph) -> ShapeInference:
    """Find the shape of every node that can be computed, and the problems of the others."""
    order = topological_order(graph)
    shapes: dict[NodeId, Shape] = {}
    problems: dict[NodeId, EngineError] = {}
    for node_id in order:
        try:
            shape = _shape_of(graph, node_id, shapes)
        except (GraphError, ShapeError) as error:
            problems[node_id] = error
        else:
            if shape is not None:
                shapes[node_id] = shape
    return ShapeInference(tuple(order), shapes, problems)


def _shape_of(graph: Graph, node_id: NodeId, shapes: Mapping[NodeId, Shape]) -> Shape | None:
    node = graph.nodes[node_id]
    if node.is_source:
        return () if node.value is None else node.value.shape
    ends = graph.inputs_of(node_id)
    known = []
    for name, end in zip(node.record.inputs, ends, strict=True):
        if end is None:
            raise GraphError(
                "unconnected",
                f"Input {name} of {node.record.title} has no wire yet.",
                port=name,
                title=node.record.title,
            )
        if end in shapes:
            known.append(shapes[end])
    if len(known) < len(ends):
        return None
    shape = node.record.output_shape(known, node.settings)
    if math.prod(shape) > LARGEST_SIZE:
        raise ShapeError(
            "result_too_large",
            f"The result of {node.record.title} would have the shape {shape_text(shape)}; a value "
            f"has at most {LARGEST_SIZE} elements.",
            title=node.record.title,
            shape=shape_text(shape),
            largest=LARGEST_SIZE,
        )
    return shape

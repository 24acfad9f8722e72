"""Which ports a loose wire fits, for all ports at once."""

from __future__ import annotations

from collections.abc import Mapping

from engine.arrays import Shape
from engine.errors import ShapeError
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.shapes import infer_shapes
from engine.graph.topology import ancestors, descendants
from engine.operations.operation import Operation


def fitting_inputs(graph: Graph, source: NodeId) -> frozenset[InputPort]:
    """Return the input ports that a wire from this node's output can end at.

    The same answers as `check_connect` for each port, with the cone and the shapes found only once.
    """
    shapes = infer_shapes(graph).shapes
    barred = ancestors(graph, source) | {source}
    return frozenset(
        port
        for node_id, node in graph.nodes.items()
        if node_id not in barred
        for index in range(node.record.arity)
        if (port := InputPort(node_id, index)) not in graph.wires
        and _shapes_fit(graph, shapes, source, port)
    )


def fitting_outputs(graph: Graph, port: InputPort) -> frozenset[NodeId]:
    """Return the nodes whose output can be wired to an input port."""
    shapes = infer_shapes(graph).shapes
    barred = descendants(graph, port.node) | {port.node}
    return frozenset(
        node_id
        for node_id in graph.nodes
        if node_id not in barred and _shapes_fit(graph, shapes, node_id, port)
    )


def takes(operation: Operation, shape: Shape | None) -> bool:
    """Tell whether a new gate could take a value of this shape at its first port."""
    if operation.arity == 0:
        return False
    if operation.arity > 1 or shape is None:
        return True
    try:
        operation.shape(shape)
    except ShapeError:
        return False
    return True


def _shapes_fit(
    graph: Graph, shapes: Mapping[NodeId, Shape], source: NodeId, port: InputPort
) -> bool:
    ends = list(graph.inputs_of(port.node))
    ends[port.index] = source
    known = [shapes[end] for end in ends if end is not None and end in shapes]
    if len(known) < len(ends):
        return True
    node = graph.nodes[port.node]
    try:
        node.record.output_shape(known, node.settings)
    except ShapeError:
        return False
    return True

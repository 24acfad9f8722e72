"""Which ports a loose wire fits, for all ports at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.arrays import Shape
from engine.errors import ShapeError
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.shapes import infer_shapes
from engine.graph.topology import ancestors, descendants
from engine.operations.operation import Operation


def open_inputs(graph: Graph, source: NodeId) -> frozenset[InputPort]:
    """Return the input ports that a wire from this node's output can end at, whatever its shape.

    The same answers as `check_connect` for each port, with the cone found only once. A port that
    has a wire is one of them: the new wire takes its place.
    """
    barred = ancestors(graph, source) | {source}
    return frozenset(
        InputPort(node_id, index)
        for node_id, node in graph.nodes.items()
        if node_id not in barred
        for index in range(node.record.arity)
    )


def open_outputs(graph: Graph, port: InputPort) -> frozenset[NodeId]:
    """Return the nodes whose output can be wired to an input port, whatever their shapes."""
    return frozenset(graph.nodes) - descendants(graph, port.node) - {port.node}


def fitting_inputs(graph: Graph, source: NodeId) -> frozenset[InputPort]:
    """Return those of the open inputs whose gate takes the shape as well."""
    shapes = infer_shapes(graph).shapes
    return frozenset(
        port for port in open_inputs(graph, source) if _shapes_fit(graph, shapes, source, port)
    )


def fitting_outputs(graph: Graph, port: InputPort) -> frozenset[NodeId]:
    """Return those of the open outputs whose shape the gate takes as well."""
    shapes = infer_shapes(graph).shapes
    return frozenset(
        node_id
        for node_id in open_outputs(graph, port)
        if _shapes_fit(graph, shapes, node_id, port)
    )


def check_shapes(graph: Graph, nodes: Iterable[NodeId]) -> None:
    """Check that some gates take the shapes that their wires bring.

    Raises:
        ShapeError: One of them does not.
    """
    problems = infer_shapes(graph).problems
    for node_id in nodes:
        problem = problems.get(node_id)
        if isinstance(problem, ShapeError):
            raise problem


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

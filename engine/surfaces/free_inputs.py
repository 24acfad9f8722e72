"""The two free inputs that make a graph a surface: its sources that hold one number each."""

from __future__ import annotations

from engine.errors import EvaluationError
from engine.graph.model import Graph, NodeId
from engine.graph.topology import ancestors
from engine.quoting import listed

_FREE_KINDS = ("input", "parameter")


def free_inputs(graph: Graph, target: NodeId | None = None) -> tuple[NodeId, ...]:
    """Return the inputs and parameters of one number that a graph's result depends on.

    Constants stay what they are, and so do vectors and matrices.

    Args:
        graph: Any graph.
        target: The node whose value is the height; by default the graph's result.
    """
    height = graph.result if target is None else target
    if height is None:
        return ()
    needed = {*ancestors(graph, height), height}
    return tuple(
        node
        for node in graph.sources()
        if node in needed and graph.nodes[node].operation in _FREE_KINDS and _is_scalar(graph, node)
    )


def two_free_inputs(graph: Graph, target: NodeId | None = None) -> tuple[NodeId, NodeId]:
    """Return the two free inputs of a graph, the horizontal one first.

    Raises:
        EvaluationError: The graph has no result, or other than two free inputs; the sentence
            names those it has.
    """
    if target is None and graph.result is None:
        raise EvaluationError("no_result", "A graph without a result has no height to draw.")
    found = free_inputs(graph, target)
    if len(found) == 2:
        return found[0], found[1]
    names = listed(graph.nodes[node].name for node in found)
    if not found:
        raise EvaluationError(
            "no_free_inputs",
            "A surface needs two inputs or parameters that hold one number each, and the result "
            "of this graph depends on none.",
        )
    raise EvaluationError(
        "free_inputs",
        "A surface needs exactly two inputs or parameters that hold one number each, and the "
        f"result of this graph depends on {len(found)}: {names}. Make the others constants.",
        count=len(found),
        names=names,
    )


def _is_scalar(graph: Graph, node: NodeId) -> bool:
    value = graph.nodes[node].value
    return value is not None and value.shape == ()

"""Muting a gate: it hands one of its inputs on unchanged until it is unmuted again."""

from __future__ import annotations

from dataclasses import replace

from engine.arrays import shape_text
from engine.errors import GraphError
from engine.graph.model import Graph, NodeId
from engine.graph.shapes import infer_shapes


def mute(graph: Graph, node: NodeId) -> Graph:
    """Mute a gate: it hands on the first of its inputs that has the shape of its result.

    Which input that is stays fixed, whatever shapes the values take later.

    Raises:
        GraphError: As ``check_mute``.

    Example:
        >>> from engine.autodiff.passes.evaluation import evaluate
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 3.0, "x")
        >>> y = builder.gate("square", x)
        >>> float(evaluate(mute(builder.build(), y)).values[y])
        3.0
    """
    return _with_muted(graph, node, check_mute(graph, node))


def unmute(graph: Graph, node: NodeId) -> Graph:
    """Let a muted gate compute again."""
    return _with_muted(graph, node, None)


def check_mute(graph: Graph, node: NodeId) -> int:
    """Check that a gate can be muted; return the index of the input that it would hand on.

    Raises:
        GraphError: Code ``mute_source``, ``mute_dot``, ``mute_unfinished`` or ``mute_shape``.
    """
    shown = graph.nodes[node]
    title = shown.name or shown.record.title
    if shown.is_source:
        raise GraphError(
            "mute_source",
            f"{title} cannot be muted: it has no input to hand on. Only gates can.",
            title=title,
        )
    if shown.is_dot:
        raise GraphError("mute_dot", "A reroute dot cannot be muted: it changes nothing as it is.")
    shapes = infer_shapes(graph).shapes
    shape = shapes.get(node)
    if shape is None:
        raise GraphError(
            "mute_unfinished",
            f"{title} cannot be muted yet: it is not known what it computes. Wire all its inputs.",
            title=title,
        )
    for index, source in enumerate(graph.inputs_of(node)):
        if source is not None and shapes[source] == shape:
            return index
    raise GraphError(
        "mute_shape",
        f"{title} cannot be muted: its result has the shape {shape_text(shape)}, and none of its "
        "inputs has that shape.",
        title=title,
        shape=shape_text(shape),
    )


def _with_muted(graph: Graph, node: NodeId, muted: int | None) -> Graph:
    return replace(graph, nodes={**graph.nodes, node: replace(graph.nodes[node], muted=muted)})

"""Reroute dots in an exercise: nothing is asked at them, and they tell nothing that is hidden."""

from __future__ import annotations

from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import topological_order


def hide_beside_dots(
    graph: Graph, values: set[NodeId], wires: set[InputPort], nodes: set[NodeId]
) -> None:
    """Hide what dots would tell: the values that they lead on and the gradients they hand back.

    Args:
        graph: The graph that is drawn.
        values: The nodes whose values are hidden; dots after them are added.
        wires: The wires whose gradients are hidden; those into dots are added.
        nodes: The nodes whose gradients are hidden; what feeds a hidden dot is added.
    """
    dots = [node for node in topological_order(graph) if graph.nodes[node].is_dot]
    for dot in dots:
        if graph.inputs_of(dot)[0] in values:
            values.add(dot)
    for dot in reversed(dots):
        source = graph.inputs_of(dot)[0]
        if dot in nodes and source is not None:
            wires.add(InputPort(dot, 0))
            nodes.add(source)

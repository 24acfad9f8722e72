"""A graph in the DOT language, for Graphviz and every program that reads it.

Gansner and North, An open graph visualization system, 2000.
"""

from __future__ import annotations

import numpy as np

from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.export.dot_clusters import cluster_lines, quoted
from engine.formula.values import format_value
from engine.graph.folding import Folding, fold
from engine.graph.group_operation import GroupNode
from engine.graph.model import Graph, InputPort, NodeId

_SOURCE_SHAPES = {"input": "box", "parameter": "box", "constant": "oval"}


def dot_source(
    graph: Graph, *, numbers: bool = True, digits: int = 2, grouped: bool = False
) -> str:
    """Return the graph as a DOT digraph, left to right.

    Args:
        graph: The graph; an unfinished one is drawn as far as it goes.
        numbers: Whether wires carry their values and gradients.
        digits: Decimals of these numbers.
        grouped: Whether groups are drawn: a folded one as one node, any other, and one that
            cannot be one node as the wires are now, as a cluster of its members.
    """
    folding = fold(graph) if grouped else _unfolded(graph)
    drawn = folding.graph
    lines = ["digraph {", "  rankdir=LR;", '  node [shape=box, style=rounded, fontname="sans"];']
    lines += [
        f"  n{node_id} [{_node_attributes(drawn, node_id, digits)}];" for node_id in drawn.nodes
    ]
    lines += cluster_lines(drawn) if grouped else []
    result = evaluate(graph) if numbers else None
    for port, source in drawn.wires.items():
        label = "" if result is None else _numbers(folding, result, port, digits)
        attributes = f" [label={quoted(label)}]" if result is not None else ""
        lines.append(f"  n{source} -> n{port.node}{attributes};{_port_comment(drawn, port)}")
    return "\n".join([*lines, "}", ""])


def _unfolded(graph: Graph) -> Folding:
    return Folding(graph, graph, {}, {port: (port,) for port in graph.wires}, {})


def _numbers(folding: Folding, result: Evaluation, port: InputPort, digits: int) -> str:
    """Return a wire's value over its gradient; into a group the gradient of all it stands for."""
    found = result.gradients.wires
    shares = [found[wire] for wire in folding.wires[port] if wire in found]
    parts = [result.values.get(folding.graph.wires[port])]
    if shares:
        parts.append(np.asarray(sum(shares[1:], start=shares[0])))
    return "\n".join(format_value(item, digits) for item in parts if item is not None)


def _node_attributes(graph: Graph, node_id: NodeId, digits: int) -> str:
    node = graph.nodes[node_id]
    if node.is_dot:
        return "shape=point"
    name = graph.names.get(node_id, "")
    if node.value is not None:
        value = format_value(node.value, digits)
        text = f"{name} = {value}" if name else value
    else:
        symbol = node.operation if isinstance(node, GroupNode) else node.record.symbol
        text = f"{name}: {symbol}" if name else symbol
    attributes = f"label={quoted(text)}"
    if isinstance(node, GroupNode):
        return f"{attributes}, peripheries=2"
    shape = _SOURCE_SHAPES.get(node.operation)
    if node.muted is not None:
        return f'{attributes}, style="rounded,dashed"'
    return f"{attributes}, shape={shape}" if shape else attributes


def _port_comment(graph: Graph, port: InputPort) -> str:
    record = graph.nodes[port.node].record
    return f" // {record.inputs[port.index]}" if record.arity > 1 else ""

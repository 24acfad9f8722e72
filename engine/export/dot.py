"""A graph in the DOT language, for Graphviz and every program that reads it.

Gansner and North, An open graph visualization system, 2000.
"""

from __future__ import annotations

from engine.autodiff.evaluation import evaluate
from engine.formula.values import format_value
from engine.graph.model import Graph, InputPort, NodeId

_SOURCE_SHAPES = {"input": "box", "parameter": "box", "constant": "oval"}


def dot_source(graph: Graph, *, numbers: bool = True, digits: int = 2) -> str:
    """Return the graph as a DOT digraph, left to right.

    Args:
        graph: The graph; an unfinished one is drawn as far as it goes.
        numbers: Whether wires carry their values and gradients.
        digits: Decimals of these numbers.
    """
    lines = ["digraph {", "  rankdir=LR;", '  node [shape=box, style=rounded, fontname="sans"];']
    lines += [
        f"  n{node_id} [{_node_attributes(graph, node_id, digits)}];" for node_id in graph.nodes
    ]
    result = evaluate(graph) if numbers else None
    for port, source in graph.wires.items():
        label = ""
        if result is not None:
            value, gradient = result.values.get(source), result.gradients.wires.get(port)
            parts = [format_value(item, digits) for item in (value, gradient) if item is not None]
            label = _quoted("\n".join(parts))
        attributes = f" [label={label}]" if label else ""
        lines.append(f"  n{source} -> n{port.node}{attributes};{_port_comment(graph, port)}")
    return "\n".join([*lines, "}", ""])


def _node_attributes(graph: Graph, node_id: NodeId, digits: int) -> str:
    node = graph.nodes[node_id]
    if node.is_dot:
        return "shape=point"
    if node.value is not None:
        value = format_value(node.value, digits)
        text = f"{node.name} = {value}" if node.name else value
    else:
        text = f"{node.name}: {node.record.symbol}" if node.name else node.record.symbol
    attributes = f"label={_quoted(text)}"
    shape = _SOURCE_SHAPES.get(node.operation)
    if node.muted is not None:
        return f'{attributes}, style="rounded,dashed"'
    return f"{attributes}, shape={shape}" if shape else attributes


def _port_comment(graph: Graph, port: InputPort) -> str:
    record = graph.nodes[port.node].record
    return f" // {record.inputs[port.index]}" if record.arity > 1 else ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'

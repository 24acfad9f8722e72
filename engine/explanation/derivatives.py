r"""How derivatives are written: ∂ by ∂, with a mark where two of them would look alike."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.explanation.symbols import node_symbol
from engine.formula.latex import name_phrase
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import ancestors


def branches(graph: Graph, node: NodeId) -> list[InputPort]:
    """Return the ports through which a node reaches the result: where gradients come from."""
    result = graph.result
    if result is None:
        return []
    leading = ancestors(graph, result) | {result}
    return sorted(port for port in graph.consumers(node) if port.node in leading)


def local_ratio(graph: Graph, port: InputPort) -> str:
    r"""Write the local gradient of a gate as ∂ of its output by ∂ of one input.

    Where that is written like something else, a mark says which of the two is meant: a node that
    a gate takes twice has two, and one that feeds the result and other gates has a gradient, too.
    """
    end = graph.wires[port]
    written = ratio(node_symbol(graph, port.node), node_symbol(graph, end))
    is_like_gradient = port.node == graph.result and len(branches(graph, end)) > 1
    output = node_symbol(graph, port.node) if is_like_gradient else ""
    marks = ", ".join(filter(None, (output, port_mark(graph, port))))
    return rf"\left. {written} \right|_{{{marks}}}" if marks else written


def port_mark(graph: Graph, port: InputPort) -> str:
    """Return the name of an input where the gate takes its node twice, as x · x does."""
    is_twice = graph.inputs_of(port.node).count(graph.wires[port]) > 1
    return name_phrase(graph.nodes[port.node].record.inputs[port.index]).text if is_twice else ""


def is_no_product(local: Array, other: Array, product: Array) -> bool:
    """Tell whether a product is a number only because nothing was multiplied: its factors are 0·∞.

    So it is where a result does not depend on a gate at all, such as max(√x, 0.1) at x = 0.
    """
    is_none = ((other == 0) & ~np.isfinite(local)) | ((local == 0) & ~np.isfinite(other))
    return bool(np.any(is_none) and np.isfinite(product).all())


def ratio(above: str, below: str) -> str:
    """Write the derivative of one symbol by another."""
    return rf"\frac{{\partial {above}}}{{\partial {below}}}"

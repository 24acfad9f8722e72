"""What a result is added up from: the lines of its last gates, from one of them on."""

from __future__ import annotations

from collections.abc import Mapping

from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.chain import steps
from engine.explanation.gate_arithmetic import GateArithmetic
from engine.explanation.number_latex import Ink
from engine.graph.model import Graph, NodeId
from engine.graph.topology import ancestors, topological_order

_NO_GRADIENTS = Gradients({}, {})


def added_terms(
    graph: Graph, first: NodeId, last: NodeId, values: Mapping[NodeId, Array], ink: Ink
) -> tuple[str, ...]:
    """Return the lines of LaTeX that lead from one gate to a result behind it.

    A network's loss is the comparison with the targets, and then a penalty for each matrix of
    weights and their sum, if there are any.

    Args:
        graph: The graph.
        first: The gate to begin with.
        last: The result.
        values: The values of the nodes.
        ink: How numbers are written.
    """
    before = ancestors(graph, first)
    shown = [
        node
        for node in topological_order(graph)
        if node in {*ancestors(graph, last), last}
        and node not in before
        and not graph.nodes[node].is_source
    ]
    lines: list[str] = []
    # What is added up comes before what is added to it.
    for node in sorted(shown, key=lambda node: node != first):
        forward = GateArithmetic(graph, node, values, _NO_GRADIENTS, ink).forward()
        lines += [forward.symbols, *steps(forward.numbers), *forward.definitions]
    return tuple(line for line in lines if line)

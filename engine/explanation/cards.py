"""The cards of a whole graph as values: what the app shows of each gate, and the command prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.explanation.node_lines import NodeLines, node_lines
from engine.explanation.number_latex import Ink
from engine.explanation.symbols import node_symbol, spoken_name
from engine.graph.model import NodeId


@dataclass(frozen=True)
class GateCard:
    """All that is told of one node.

    Attributes:
        node: The node.
        name: Its name, or the one that no other node has.
        symbol: The sign of its operation; empty for an input.
        latex: Its name in LaTeX.
        value: Its value; None where it is not computed.
        gradient: Its gradient; None where there is none.
        lines: What is written: symbols, numbers put in, result.
    """

    node: NodeId
    name: str
    symbol: str
    latex: str
    value: Array | None
    gradient: Array | None
    lines: NodeLines


def gate_cards(evaluation: Evaluation, ink: Ink) -> Iterator[GateCard]:
    """Yield the card of each gate in the order of the forward pass, then of inputs that feed two.

    Args:
        evaluation: The graph and its numbers.
        ink: How numbers are written.
    """
    graph = evaluation.plan.graph
    gates = [item.node for item in evaluation.plan.instructions]
    sources = [node for node in evaluation.plan.sources if node in graph.names]
    for node in [*gates, *sources]:
        yield gate_card(evaluation, node, ink)


def gate_card(evaluation: Evaluation, node: NodeId, ink: Ink) -> GateCard:
    """Return the card of one node."""
    graph = evaluation.plan.graph
    shown = graph.nodes[node]
    return GateCard(
        node,
        spoken_name(graph, node),
        "" if shown.is_source else shown.record.symbol,
        node_symbol(graph, node),
        evaluation.values.get(node),
        evaluation.gradients.nodes.get(node),
        node_lines(graph, node, evaluation.values, evaluation.gradients, ink),
    )

"""All that is written about one node: its value, local gradients, chain rule and sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.chain import led, links
from engine.explanation.gate_arithmetic import GateArithmetic, branch_sum
from engine.explanation.number_latex import Ink
from engine.graph.model import Graph, NodeId


@dataclass(frozen=True)
class NodeLines:
    """What a panel says about a node, in lines of LaTeX; a source has nothing but its sum.

    Attributes:
        forward: The value: symbols, and numbers with the result.
        local: The local gradient of each input.
        chain: Local × upstream for each input.
        total: The sum over the gates that the node feeds, where it feeds several.
    """

    forward: list[str]
    local: list[str]
    chain: list[str]
    total: list[str]

    @property
    def lines(self) -> list[str]:
        """All of them from top to bottom."""
        return [*self.forward, *self.local, *self.chain, *self.total]


def node_lines(
    graph: Graph,
    node: NodeId,
    values: Mapping[NodeId, Array],
    gradients: Gradients,
    ink: Ink,
) -> NodeLines:
    """Return what is written about a node, with the numbers that are known."""
    total = broken_if_long(branch_sum(graph, node, gradients, ink))
    if graph.nodes[node].is_source:
        return NodeLines([], [], [], total)
    arithmetic = GateArithmetic(graph, node, values, gradients, ink)
    forward = arithmetic.forward()
    backward = arithmetic.backward()
    local: list[str] = []
    for item in backward:
        if item.local:
            local += [item.local, led(item.local_numbers), *item.definitions]
    chain: list[str] = []
    for item in backward:
        left, *rest = links(item.symbols)
        chain.append(f"{left} {rest[0]}" if rest else left)
        # Behind the numbers: they would be read as those of the last letter that is defined.
        chain += [*broken_if_long(led(item.numbers)), *item.definitions]
    told = [forward.symbols, led(forward.numbers), *forward.definitions]
    return NodeLines(told, local, chain, total)


def broken_if_long(latex: str) -> list[str]:
    """Return an equation as one line, or as several where it has many parts."""
    if not latex:
        return []
    parts = links(latex)
    if len(parts) <= 2:
        return [latex]
    return [*parts[:-2], f"{parts[-2]} {parts[-1]}"]

"""The formula of a part of a program, in which each inner group is one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from engine.export.program_blocks import Block, GroupBlock
from engine.formula.printer import format_formula
from engine.graph.model import Graph, InputPort, Node, NodeId

Restyle = Callable[[GroupBlock], Node]


def group_formula(block: Block) -> str:
    """Return a part's formula, such as ``f = σ(w*x)``, with the names that it uses inside."""
    return format_formula(block_graph(block), block.output)


def block_graph(block: Block, restyle: Restyle | None = None) -> Graph:
    """Return what a part computes as a graph of its own, with one gate for each inner group.

    Args:
        block: The part.
        restyle: Returns the gate that is put in for an inner group, in place of its own.
    """
    whole = block.listing.plan.graph
    nodes: dict[NodeId, Node] = {}
    for port in block.ports:
        nodes[port] = _as_input(block, port)
    for constant in block.constants:
        nodes[constant] = whole.nodes[constant]
    wires: dict[InputPort, NodeId] = {}
    for step in block.steps:
        if isinstance(step, GroupBlock):
            nodes[step.output] = step.gate if restyle is None else restyle(step)
            wires.update(_wires(step.output, step.ports))
        else:
            nodes[step.node] = whole.nodes[step.node]
            wires.update(_wires(step.node, step.inputs))
    return Graph(nodes, wires, block.output)


def _as_input(block: Block, port: NodeId) -> Node:
    if not isinstance(block, GroupBlock):
        return block.listing.plan.graph.nodes[port]
    shape = block.listing.plan.shapes[port]
    return Node("input", block.listing.names[port], np.ones(shape))


def _wires(node: NodeId, ends: Iterable[NodeId]) -> dict[InputPort, NodeId]:
    return {InputPort(node, index): end for index, end in enumerate(ends)}

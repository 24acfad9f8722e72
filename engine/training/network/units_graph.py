"""A network's graph that takes samples in their own units, and standardizes them itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.arrays import Array, as_array
from engine.graph.builder import GraphBuilder
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, NodeId
from engine.training.datasets.dataset import Scale

# Gates of one purpose share a name.
_STEP, _BACK = "standardize", "restore"


@dataclass(frozen=True, eq=False)
class Column:
    """A source of a network's graph, and what it holds in its own units.

    Attributes:
        node: The source, whose value is standardized.
        value: The same numbers in their own units, of its shape.
        scales: What they are standardized by: one scale for all of them, or one for each column.
    """

    node: NodeId
    value: Array
    scales: Sequence[Scale]


def in_own_units(graph: Graph, columns: Sequence[Column]) -> Graph:
    """Let sources hold their own units, and put (x − mean) / deviation between them and the rest.

    What is behind them computes as before. Each such step is folded into a gate.

    Args:
        graph: A network's graph.
        columns: The sources that are standardized.
    """
    nodes = dict(graph.nodes)
    for column in columns:
        nodes[column.node] = replace(nodes[column.node], value=as_array(column.value))
    builder = GraphBuilder(replace(graph, nodes=nodes))
    replaced: dict[NodeId, NodeId] = {}
    steps: list[set[NodeId]] = []
    for column in columns:
        mean, deviation = _numbers(column.scales)
        distance = builder.gate("subtract", column.node, builder.source("constant", mean))
        replaced[column.node] = builder.gate(
            "divide", distance, builder.source("constant", deviation)
        )
        steps.append({distance, replaced[column.node]})
    whole = builder.build(target=graph.target)
    ours = set().union(*steps)
    wires: dict[InputPort, NodeId] = {
        port: source if port.node in ours else replaced.get(source, source)
        for port, source in whole.wires.items()
    }
    return _folded(replace(whole, wires=wires), steps, _STEP)


def with_restored(
    graph: Graph, predictions: Sequence[NodeId], scales: Sequence[Sequence[Scale]]
) -> Graph:
    """Put what predictions mean in their targets' units beside the way to the loss.

    Args:
        graph: A network's graph.
        predictions: The gates that predict.
        scales: What the targets of each were standardized by.
    """
    builder = GraphBuilder(graph)
    steps: list[set[NodeId]] = []
    for prediction, known in zip(predictions, scales, strict=True):
        mean, deviation = _numbers(known)
        wide = builder.gate("multiply", prediction, builder.source("constant", deviation))
        steps.append({wide, builder.gate("add", wide, builder.source("constant", mean))})
    return _folded(builder.build(target=graph.target), steps, _BACK)


def _folded(graph: Graph, steps: Sequence[set[NodeId]], name: str) -> Graph:
    for members in steps:
        graph, _ = group_nodes(graph, members, name)
    return graph


def _numbers(scales: Sequence[Scale]) -> tuple[Array, Array]:
    """Return means and deviations: a number for one column, a vector for several."""
    means, deviations = (as_array(part) for part in np.transpose(scales))
    return (means[0], deviations[0]) if len(scales) == 1 else (means, deviations)

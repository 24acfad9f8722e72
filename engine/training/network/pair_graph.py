"""Two numbers of a network as the only variables of its loss, all others held fixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.arrays import Array
from engine.errors import GraphError
from engine.graph.builder import GraphBuilder
from engine.graph.edits import subgraph
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.graph.topology import ancestors
from engine.training.network.mlp import Network


def pair_graph(
    network: Network,
    parameters: Array,
    inputs: Array,
    targets: Array,
    pair: Mapping[int, str],
) -> Graph:
    """Return the loss as a function of two inputs, each one number of the parameters.

    What the two stand in is taken apart into a constant with zeros at their places, and the two
    numbers times what is one there: sums with zeros, so that the loss is the network's own.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        inputs: Samples in rows, shape (n, layers[0]).
        targets: Their targets, shape (n, layers[-1]).
        pair: The places of the two in the flat vector, and what the inputs are to be called.

    Raises:
        GraphError: There are not two places, or the parameters have none such.
    """
    if len(pair) != 2 or not all(0 <= place < len(parameters) for place in pair):
        raise GraphError(
            "two_parameters",
            f"A surface needs two different numbers of the {len(parameters)} of this network.",
            count=len(parameters),
        )
    whole = network.with_samples(parameters, inputs, targets)
    kept = {network.loss, *ancestors(whole, network.loss)}
    graph = replace(subgraph(whole, kept), target=network.loss)
    builder = GraphBuilder(_fixed(graph, set(pair.values())))
    free = {place: builder.source("input", parameters[place], name) for place, name in pair.items()}
    rest = parameters.copy()
    rest[list(pair)] = 0.0
    nodes = zip(
        network.parameter_nodes, network.parameter_slices, network.parameter_shapes, strict=True
    )
    replaced: dict[NodeId, NodeId] = {}
    for node, where, shape in nodes:
        places = [place for place in pair if where.start <= place < where.stop]
        if not places:
            continue
        total = builder.source("constant", rest[where].reshape(shape))
        for place in places:
            at = np.zeros(where.stop - where.start)
            at[place - where.start] = 1.0
            mark = builder.source("constant", at.reshape(shape))
            total = builder.gate("add", total, builder.gate("multiply", free[place], mark))
        replaced[node] = total
    return _rewired(builder.build(target=network.loss), replaced)


def _fixed(graph: Graph, taken: set[str]) -> Graph:
    """Make every source a constant; a name that one of the two is to have goes."""
    nodes = {
        node_id: Node(
            "constant" if node.is_source else node.operation,
            "" if node.name in taken else node.name,
            node.value,
            node.settings,
        )
        for node_id, node in graph.nodes.items()
    }
    return replace(graph, nodes=nodes)


def _rewired(graph: Graph, replaced: Mapping[NodeId, NodeId]) -> Graph:
    """Let other nodes stand in for some, which go."""
    wires: dict[InputPort, NodeId] = {
        port: replaced.get(source, source) for port, source in graph.wires.items()
    }
    nodes = {node_id: node for node_id, node in graph.nodes.items() if node_id not in replaced}
    return replace(graph, nodes=nodes, wires=wires)

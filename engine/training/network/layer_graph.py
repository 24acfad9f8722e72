"""A network's graph with each layer folded into one gate, looking at some samples."""

from __future__ import annotations

from collections.abc import Sequence

from engine.arrays import Array
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, NodeId
from engine.graph.topology import ancestors, consumers_by_node
from engine.training.datasets.dataset import Scale
from engine.training.network.mlp import Network
from engine.training.network.units_graph import Column, in_own_units, with_restored


def layer_graph(
    network: Network,
    parameters: Array,
    inputs: Array,
    targets: Array,
    scales: Sequence[Scale] = (),
    target_scales: Sequence[Scale] = (),
) -> Graph:
    """Return the very graph that is trained, its layers grouped and folded.

    Groups are a note on a graph, so its loss and its gradients are those of the training to the
    last bit. Where the network takes samples standardized, the graph takes them in their own units
    and standardizes them itself.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        inputs: Samples in rows, shape (n, layers[0]), in their own units.
        targets: Their targets, shape (n, layers[-1]), in their own units.
        scales: What the inputs are standardized by; none leaves them as they are.
        target_scales: What the targets are standardized by.
    """
    graph = network.with_samples(parameters, inputs, targets)
    consumers = consumers_by_node(graph)
    masked = {
        port.node for mask in network.masks for port in consumers[mask]
    }  # the gates that drop hidden outputs
    for number, layer in enumerate(network.layer_nodes, start=1):
        product = graph.inputs_of(layer.total)[0]
        assert product is not None, "the builder wires every gate"
        members = {product, layer.total}
        # A loss that takes the totals leaves the prediction beside the way: a gate of its own.
        if consumers[layer.output]:
            members.add(layer.output)
            members |= {port.node for port in consumers[layer.output]} & masked
        graph, _ = group_nodes(graph, members, f"layer{number}")
    graph = group_penalties(graph, network.data_loss, network.loss)
    columns = [Column(network.input, inputs, scales)] if scales else []
    if target_scales:
        columns.append(Column(network.target, targets, target_scales))
        graph = with_restored(graph, [network.prediction], [target_scales])
    return in_own_units(graph, columns)


def group_penalties(graph: Graph, data_loss: NodeId, loss: NodeId) -> Graph:
    """Fold what is added to the data's loss, if there is anything, into one gate."""
    before = {data_loss, *ancestors(graph, data_loss)}
    added = {
        node for node in {loss, *ancestors(graph, loss)} - before if not graph.nodes[node].is_source
    }
    return group_nodes(graph, added, "penalties")[0] if len(added) > 1 else graph

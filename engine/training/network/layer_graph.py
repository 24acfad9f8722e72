"""A network's graph with each layer folded into one gate, looking at some samples."""

from __future__ import annotations

from engine.arrays import Array
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, NodeId
from engine.graph.topology import ancestors, consumers_by_node
from engine.training.network.mlp import Network


def layer_graph(network: Network, parameters: Array, inputs: Array, targets: Array) -> Graph:
    """Return the very graph that is trained, its layers grouped and folded.

    Groups are a note on a graph, so its loss and its gradients are those of the training to the
    last bit.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        inputs: Samples in rows, shape (n, layers[0]).
        targets: Their targets, shape (n, layers[-1]).
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
    return group_penalties(graph, network.data_loss, network.loss)


def group_penalties(graph: Graph, data_loss: NodeId, loss: NodeId) -> Graph:
    """Fold what is added to the data's loss, if there is anything, into one gate."""
    before = {data_loss, *ancestors(graph, data_loss)}
    added = {
        node for node in {loss, *ancestors(graph, loss)} - before if not graph.nodes[node].is_source
    }
    return group_nodes(graph, added, "penalties")[0] if len(added) > 1 else graph

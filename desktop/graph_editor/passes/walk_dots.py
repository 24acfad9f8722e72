"""Reroute dots on a walk: it does not stop at them, their numbers come with those of the gates."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from engine.arrays import Array
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import consumers_by_node


def known_beside(
    graph: Graph, numbers: Mapping[NodeId, Array], ahead: Collection[NodeId]
) -> dict[NodeId, Array]:
    """Return the numbers of all but some gates and the dots that lead on from those."""
    return {node: number for node, number in numbers.items() if led_from(graph, node) not in ahead}


def led_from(graph: Graph, node: NodeId) -> NodeId:
    """Return the gate or source whose value a dot leads on; any other node is its own."""
    while node in graph.nodes and graph.nodes[node].is_dot:
        source = graph.inputs_of(node)[0]
        if source is None:
            break
        node = source
    return node


class BackwardDots:
    """Finds the dots to which all has come back that will, so that they hand it on."""

    def __init__(self, graph: Graph, wires: Mapping[InputPort, Array]) -> None:
        """Prepare a walk.

        Args:
            graph: The graph.
            wires: Every gradient that comes back along a wire in the whole pass.
        """
        dots = [key for key, node in graph.nodes.items() if node.is_dot]
        consumers = consumers_by_node(graph) if dots else {}
        self._waiting = {
            dot: {port for port in consumers[dot] if port in wires}
            for dot in dots
            if InputPort(dot, 0) in wires
        }

    def ready(self, wires: Mapping[InputPort, Array]) -> Iterator[NodeId]:
        """Yield each dot once, when the wires so far are all that it waits for.

        What a dot hands on may make the next one ready, so the wires are looked at anew.
        """
        found = True
        while found:
            found = False
            for dot in [key for key, ports in self._waiting.items() if ports <= wires.keys()]:
                del self._waiting[dot]
                found = True
                yield dot

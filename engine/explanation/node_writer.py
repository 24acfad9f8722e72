"""What whoever writes about one node begins with: the graph, and its numbers as they stand."""

from __future__ import annotations

from collections.abc import Mapping

from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.number_latex import Ink
from engine.graph.model import Graph, NodeId


class NodeWriter:
    """Writes about one node, from the numbers that are known."""

    def __init__(
        self,
        graph: Graph,
        node: NodeId,
        values: Mapping[NodeId, Array],
        gradients: Gradients,
        ink: Ink,
    ) -> None:
        """Take the numbers: all of them, or those that a walk has reached."""
        self._graph, self._node, self._ink = graph, node, ink
        self._values, self._gradients = values, gradients

"""The gradients of a graph, told of it as it is drawn: each folded group one gate."""

from __future__ import annotations

from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.graph.folding import Folding
from engine.graph.model import InputPort


def regrouped(folding: Folding, gradients: Gradients) -> Gradients:
    """Return the gradients at the nodes and wires that are drawn.

    No number is computed again, so that none depends on how the graph is folded: a group's gate has
    the gradient of its output, and at each of its ports the sum of what comes back along the wires
    that it stands for.

    Args:
        folding: How the graph is drawn.
        gradients: What the backward pass over the whole graph returned.
    """
    known = gradients.wires
    wires: dict[InputPort, Array] = {}
    for port, ports in folding.wires.items():
        shares = [known[inner] for inner in ports if inner in known]
        if len(shares) == len(ports):
            wires[port] = sum(shares[1:], start=shares[0])
    return Gradients(gradients.nodes, wires)

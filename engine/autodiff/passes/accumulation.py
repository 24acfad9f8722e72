"""Gradients that are kept from one backward pass to the next, and cleared on purpose.

Frameworks add every backward pass to the gradients that are there. After w = 2, z = 2w and 21
passes without clearing, the gradient reads 42 instead of 2; a training loop clears it first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.arrays import Array, Shape
from engine.autodiff.passes.reverse import Gradients
from engine.graph.model import NodeId


@dataclass(frozen=True)
class AccumulatedGradients:
    """The sum of some backward passes, as an immutable value.

    Attributes:
        nodes: For each node that some pass reached the sum of its gradients; what no pass reached
            is not in it, which is not zero.
        passes: How many passes were added since it was cleared.

    Example:
        >>> from engine.autodiff.passes.evaluation import evaluate
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> w = builder.source("parameter", 2.0, "w")
        >>> two = builder.source("constant", 2.0)
        >>> gradients = evaluate(builder.build(builder.gate("multiply", two, w))).gradients
        >>> kept = AccumulatedGradients()
        >>> for _ in range(21):
        ...     kept = kept.add(gradients)
        >>> float(kept.nodes[w]), kept.passes
        (42.0, 21)
    """

    nodes: Mapping[NodeId, Array] = field(default_factory=dict)
    passes: int = 0

    __hash__ = None  # type: ignore[assignment]  # its mapping cannot be hashed

    def add(self, gradients: Gradients) -> AccumulatedGradients:
        """Add a backward pass."""
        nodes = dict(self.nodes)
        for node, gradient in gradients.nodes.items():
            nodes[node] = nodes[node] + gradient if node in nodes else gradient
        return AccumulatedGradients(nodes, self.passes + 1)

    def fitting(self, shapes: Mapping[NodeId, Shape]) -> AccumulatedGradients:
        """Forget the nodes that are gone or have another shape: nothing can be added to those.

        Args:
            shapes: The shape of every node there is now.
        """
        kept = {
            node: gradient
            for node, gradient in self.nodes.items()
            if shapes.get(node) == gradient.shape
        }
        return self if len(kept) == len(self.nodes) else AccumulatedGradients(kept, self.passes)

    def clear(self) -> AccumulatedGradients:
        """Forget all passes: afterwards no gradient is computed, which is not zero."""
        return AccumulatedGradients()

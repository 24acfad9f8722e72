"""The initializer record: how the weights of one layer are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from engine.arrays import Array

Draw = Callable[[np.random.Generator, int, int], Array]


@dataclass(frozen=True, kw_only=True)
class Initializer:
    """A rule for initial weights and biases.

    Attributes:
        name: Unique identifier.
        title: English name for people.
        summary: One English sentence on what it is good for.
        reference: Where the rule was published.
        latex: The distribution of a weight, n and m being a layer's inputs and outputs.
        rule: ``rule(rng, inputs, outputs)`` returns the weights of one layer.
        bias: What every bias starts at.
        aliases: Other names people use.
    """

    name: str
    title: str
    summary: str
    reference: str
    latex: str
    rule: Draw = field(repr=False)
    bias: float = 0.0
    aliases: tuple[str, ...] = ()

    def draw(self, rng: np.random.Generator, inputs: int, outputs: int) -> Array:
        """Draw the weights of a layer, shape (inputs, outputs)."""
        return self.rule(rng, inputs, outputs)

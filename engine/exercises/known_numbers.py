"""The numbers that somebody computes with: exact, as shown on the screen, or his own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.graph.model import InputPort, NodeId

SIGNIFICANT = 3
_LARGEST_PLAIN = 1e6
# What typing and the last bits of a double may add to half a unit.
_SLACK = 1e-9


@dataclass(frozen=True)
class Numbers:
    """Values and gradients of a graph, as far as they are known.

    Attributes:
        values: The value of each node.
        wires: What came back along each wire.
        nodes: The gradient of each node, summed over its branches.
    """

    values: Mapping[NodeId, Array]
    wires: Mapping[InputPort, Array]
    nodes: Mapping[NodeId, Array]

    def as_shown(self, digits: int) -> Numbers:
        """Return the numbers rounded to what labels show."""
        return Numbers(
            {node: as_shown(value, digits) for node, value in self.values.items()},
            {port: as_shown(number, digits) for port, number in self.wires.items()},
            {node: as_shown(number, digits) for node, number in self.nodes.items()},
        )


def as_shown(number: Array, digits: int) -> Array:
    """Round as `engine.formula.values.format_number` does, element by element.

    Example:
        >>> as_shown(np.asarray([0.19661, 12.0, 0.0]), 2).tolist()
        [0.2, 12.0, 0.0]
    """
    rounded = np.round(number, digits)
    is_plain = (np.abs(number) >= 10.0**-digits) & (np.abs(number) < _LARGEST_PLAIN)
    unit = 10.0 ** (_magnitude(number) - digits)
    return np.asarray(np.where(is_plain, rounded, np.round(number / unit) * unit))


def half_unit(number: Array, digits: int) -> Array:
    """Return how far from a number, element by element, one may be and still have rounded well.

    That is half a unit of the last decimal shown or of the third significant digit, whichever is
    more; only zero is shown as 0, so that zero has to be met.
    """
    size = np.abs(number)
    significant = 0.5 * 10.0 ** (_magnitude(number) - SIGNIFICANT + 1)
    # A smaller number is shown with a power of ten and as many decimals before it.
    shown = np.where(size >= 10.0**-digits, 10.0**-digits, 10.0 ** (_magnitude(number) - digits))
    decimal = 0.5 * shown
    return np.where(size == 0.0, _SLACK, np.maximum(significant, decimal) + _SLACK * (1 + size))


def is_near(answer: Array, number: Array, digits: int) -> bool:
    """Tell whether an answer is a number as somebody would round it who sees so many decimals."""
    if answer.shape != number.shape:
        return False
    return bool(np.all(np.abs(answer - number) <= half_unit(number, digits)))


def shaped_like(answer: Array, number: Array) -> Array:
    """Return an answer in a number's shape, where only brackets are missing or too many."""
    is_same_but_brackets = answer.ndim != number.ndim and (
        np.squeeze(answer).shape == np.squeeze(number).shape
    )
    return answer.reshape(number.shape) if is_same_but_brackets else answer


def _magnitude(number: Array) -> Array:
    size = np.abs(number)
    return np.asarray(np.floor(np.log10(np.where(size > 0.0, size, 1.0))))

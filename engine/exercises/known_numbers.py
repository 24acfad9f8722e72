"""The numbers that somebody computes with: exact, as shown on the screen, or his own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from engine.arrays import Array, computing
from engine.autodiff.passes.reverse import Gradients
from engine.formula.typed_value import TypedValue
from engine.graph.model import InputPort, NodeId

_LARGEST_PLAIN = 1e6

Key = TypeVar("Key", NodeId, InputPort)


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
        return self.combined(lambda number, _: as_shown(number, digits), ())

    def all(self) -> Iterator[Array]:
        """Yield every number."""
        for part in (self.values, self.wires, self.nodes):
            yield from part.values()

    def combined(
        self, combine: Callable[[Array, list[Array]], Array], others: Sequence[Numbers]
    ) -> Numbers:
        """Return what is made of each number and of the same one of other runs."""
        return Numbers(
            _combined(combine, self.values, [each.values for each in others]),
            _combined(combine, self.wires, [each.wires for each in others]),
            _combined(combine, self.nodes, [each.nodes for each in others]),
        )


def _combined(
    combine: Callable[[Array, list[Array]], Array],
    numbers: Mapping[Key, Array],
    others: Sequence[Mapping[Key, Array]],
) -> dict[Key, Array]:
    return {key: combine(x, [other[key] for other in others]) for key, x in numbers.items()}


def numbers_of(values: Mapping[NodeId, Array], gradients: Gradients) -> Numbers:
    """Return the numbers that two passes found."""
    return Numbers(values, gradients.wires, gradients.nodes)


def as_shown(number: Array, digits: int) -> Array:
    """Round as `engine.formula.values.format_number` does, element by element.

    Example:
        >>> as_shown(np.asarray([0.19661, 12.0, 0.0]), 2).tolist()
        [0.2, 12.0, 0.0]
    """
    is_plain = (np.abs(number) >= 10.0**-digits) & (np.abs(number) < _LARGEST_PLAIN)
    return np.where(is_plain, np.round(number, digits), rounded(number, digits + 1))


def rounded(number: Array, digits: int) -> Array:
    """Round to significant digits, element by element.

    Example:
        >>> rounded(np.asarray([1234.5, 0.0]), 2).tolist()
        [1200.0, 0.0]
    """
    # Below the smallest normal numbers there is no unit to round to.
    with computing():
        unit = 10.0 ** (_magnitude(number) - digits + 1)
        return np.asarray(np.round(number / unit) * unit)


def shaped_like(typed: TypedValue, number: Array) -> TypedValue:
    """Return an answer in a number's shape, where only brackets are missing or too many."""
    answer = typed.value
    is_same_but_brackets = answer.ndim != number.ndim and (
        np.squeeze(answer).shape == np.squeeze(number).shape
    )
    return typed.in_shape(number.shape) if is_same_but_brackets else typed


def _magnitude(number: Array) -> Array:
    size = np.abs(number)
    return np.asarray(np.floor(np.log10(np.where(size > 0.0, size, 1.0))))

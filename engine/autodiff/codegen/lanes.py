"""Lanes: the same computation for many sets of numbers at once, side by side in the last axis.

With the lanes last every array is long and contiguous, so that a call of NumPy computes one
number of all of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from engine.arrays import Shape
from engine.autodiff.codegen.array_tape import (
    VIEWS,
    ArrayEntry,
    ArrayTape,
    ArrayValue,
)
from engine.autodiff.codegen.long_forms import find_limited, write_limited
from engine.operations.number_functions import NUMBER_FUNCTIONS


class NoLanesError(Exception):
    """A computation calls a function that cannot run on many sets of numbers at once."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry recorded again: with lanes, or as it was where it is the same in all of them."""

    value: ArrayValue
    has_lanes: bool


class Lanes:
    """Records a computation again, for many sets of numbers.

    Attributes:
        tape: Where it is recorded. What differs from lane to lane is an input in two axes,
            whatever its shape: the last axis of its shape and the lanes together are the second.
    """

    def __init__(self, source: ArrayTape, count: int, shared: Sequence[str]) -> None:
        """Prepare.

        Args:
            source: The computation for one set of numbers.
            count: How many lanes there are.
            shared: The names of the inputs that are the same in all of them.
        """
        self.tape = ArrayTape()
        self._source, self._count, self._shared = source, count, frozenset(shared)
        self._found: dict[int, _Found] = {}

    def record(self, results: Sequence[ArrayValue]) -> list[ArrayValue]:
        """Return the results, each with the lanes in its last axis.

        Raises:
            NoLanesError: Something cannot be computed for many lanes at once.
        """
        for place in self._source.needed(results):
            self._found[place] = self._again(place, self._source.entries[place])
        return [self._with_lanes(self._found[value.place]) for value in results]

    def flat(self, value: ArrayValue) -> ArrayValue:
        """Return a result in two axes, of which the second holds the lanes."""
        return self.tape.reshape(value, flat_shape(value.shape[:-1], self._count))

    def _again(self, place: int, entry: ArrayEntry) -> _Found:
        operands = [self._found[operand] for operand in entry.operands]
        if entry.function == "input" and entry.detail not in self._shared:
            flat = self.tape.input(entry.detail, flat_shape(entry.shape, self._count))
            return _Found(self.tape.reshape(flat, (*entry.shape, self._count)), has_lanes=True)
        if not any(operand.has_lanes for operand in operands):
            values = [operand.value for operand in operands]
            return _Found(self.tape.recorded(entry, values), has_lanes=False)
        return _Found(self._on_lanes(entry, operands), has_lanes=True)

    def _on_lanes(self, entry: ArrayEntry, operands: Sequence[_Found]) -> ArrayValue:
        if entry.function in NUMBER_FUNCTIONS:
            return self._elementwise(entry, operands)
        if entry.function == "matmul":
            return self._matmul(*operands)
        if entry.function in VIEWS:
            return self._view(entry, operands[0].value)
        if entry.function == "sum":
            return self._sum(entry, operands[0].value)
        if entry.function == "largest":
            axes, keepdims = entry.detail
            return self.tape.largest(operands[0].value, axes, keepdims=keepdims)
        raise NoLanesError(entry.function)

    def _view(self, entry: ArrayEntry, value: ArrayValue) -> ArrayValue:
        tape, shape = self.tape, (*entry.shape, self._count)
        if entry.function == "reshape":
            return tape.reshape(value, shape)
        if entry.function == "transpose":
            axes = range(len(entry.shape))
            return tape.turn(value, [*reversed(axes), len(entry.shape)])
        # The lanes are the last axis of both, so that the others still meet from behind.
        return tape.broadcast(value, shape)

    def _elementwise(self, entry: ArrayEntry, operands: Sequence[_Found]) -> ArrayValue:
        quicker = self._layer(entry, operands) or self._long_form(entry)
        if quicker is not None:
            return quicker
        values = [
            # A single number meets all lanes as it is; an array must leave them an axis.
            operand.value
            if operand.has_lanes or not operand.value.shape
            else self.tape.reshape(operand.value, (*operand.value.shape, 1))
            for operand in operands
        ]
        return self.tape.elementwise(entry.function, *values)

    def _layer(self, entry: ArrayEntry, operands: Sequence[_Found]) -> ArrayValue | None:
        """Record x·W + b in two axes where x is shared, so that it can be one product."""
        if entry.function != "add" or len(entry.shape) != 2:
            return None
        for place, bias in zip(entry.operands, operands[::-1], strict=True):
            product = self._source.entries[place]
            if product.function == "matmul" and len(bias.value.shape) == 2 and bias.has_lanes:
                signal, weights = (self._found[operand] for operand in product.operands)
                if not signal.has_lanes and weights.has_lanes:
                    flat = self.tape.matmul(signal.value, self._flat(weights.value))
                    row = self.tape.reshape(bias.value, (math.prod(bias.value.shape),))
                    total = self.tape.elementwise("add", flat, row)
                    return self.tape.reshape(total, (*entry.shape, self._count))
        return None

    def _long_form(self, entry: ArrayEntry) -> ArrayValue | None:
        """Record what is quicker on long arrays in another way."""
        limited = find_limited(self._source, entry)
        if limited is None:
            return None
        parts = [self._found[place] for place in (limited.numerator, limited.value)]
        # Whether both fit together as they are: with lanes, and all axes.
        shapes = [part.value.shape for part in parts if part.has_lanes]
        if shapes != [(*entry.shape, self._count)] * 2:
            return None
        x, v = (part.value for part in parts)
        return write_limited(x, v, limited.edge, limited.factor)

    def _flat(self, value: ArrayValue) -> ArrayValue:
        return self.tape.reshape(value, (value.shape[0], math.prod(value.shape[1:])))

    def _matmul(self, a: _Found, b: _Found) -> ArrayValue:
        tape, axes = self.tape, (len(a.value.shape) - a.has_lanes, len(b.value.shape) - b.has_lanes)
        if not a.has_lanes:
            shape = (*a.value.shape[:-1], *b.value.shape[1:])
            return tape.reshape(tape.matmul(a.value, self._flat(b.value)), shape)
        if axes == (2, 2) and a.value.shape[1] == 1 and b.has_lanes:
            # Nothing to add up: an ordinary product is quicker.
            return tape.elementwise("multiply", a.value, b.value)
        left, right = "si"[2 - axes[0] :], "ij"[: axes[1]]
        result = left.replace("i", "") + right.replace("i", "")
        lanes = "n" if b.has_lanes else ""
        return tape.sum_of_products(f"{left}n,{right}{lanes}->{result}n", a.value, b.value)

    def _sum(self, entry: ArrayEntry, value: ArrayValue) -> ArrayValue:
        axes, keepdims = entry.detail
        if axes != tuple(range(len(axes))):
            return self.tape.sum(value, axes, keepdims=keepdims)
        # In two axes it is a product with ones.
        kept = value.shape[len(axes) :]
        rows = math.prod(value.shape[: len(axes)])
        flat = self.tape.reshape(value, (rows, math.prod(kept)))
        return self.tape.reshape(self.tape.sum(flat, (0,)), (*entry.shape, self._count))

    def _with_lanes(self, found: _Found) -> ArrayValue:
        if found.has_lanes:
            return found.value
        value = found.value
        column = self.tape.reshape(value, (*value.shape, 1))
        return self.tape.broadcast(column, (*value.shape, self._count))


def flat_shape(shape: Shape, count: int) -> Shape:
    """Return the shape in which an array with lanes is read and written.

    One axis for a single number or a row of numbers, two for a matrix, so that the parameters of a
    layer, one below the other, are one matrix.
    """
    if len(shape) < 2:
        return (math.prod(shape) * count,)
    return (shape[0], math.prod(shape[1:]) * count)

"""Unrolls an array tape: each element of each array becomes a number on a scalar tape.

For small graphs a Python operator on floats takes a fraction of the time of a NumPy call on a
handful of elements.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.autodiff.codegen.array_tape import (
    ArrayEntry,
    ArrayTape,
    ArrayValue,
)
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.operations.number_functions import NUMBER_FUNCTIONS

# Arrays of recorded numbers.
Elements = NDArray[np.object_]


def unroll(
    source: ArrayTape,
    results: Sequence[ArrayValue],
    inputs: Mapping[str, Elements],
    onto: Tape,
) -> list[Elements]:
    """Record the results' computation again, element by element.

    Args:
        source: The arrays' tape.
        results: What is wanted of it.
        inputs: The elements that stand for each of its inputs, by name.
        onto: The scalar tape, to which they belong.

    Returns:
        The elements of each result, of its shape.

    Raises:
        TypeError: The computation calls a function that works on arrays only.
    """
    unroller = _Unroller(source, inputs, onto)
    return [unroller.elements[value.place] for value in unroller.run(results)]


def count_scalar_operations(source: ArrayTape, results: Sequence[ArrayValue]) -> int:
    """Return about how many operations on single numbers a computation takes."""
    total = 0
    for place in source.needed(results):
        entry = source.entries[place]
        if entry.function == "matmul":
            inner = source.entries[entry.operands[0]].shape[-1]
            total += (2 * inner - 1) * math.prod(entry.shape)
        elif entry.function in {"sum", "largest"}:
            total += math.prod(source.entries[entry.operands[0]].shape)
        elif entry.operands:
            total += math.prod(entry.shape)
    return total


class _Unroller:
    """Walks an array tape and keeps the elements of every array."""

    def __init__(self, source: ArrayTape, inputs: Mapping[str, Elements], onto: Tape) -> None:
        self.elements: dict[int, Elements] = {}
        self._source, self._inputs, self._tape = source, inputs, onto

    def run(self, results: Sequence[ArrayValue]) -> Sequence[ArrayValue]:
        for place in self._source.needed(results):
            entry = self._source.entries[place]
            operands = [self.elements[operand] for operand in entry.operands]
            self.elements[place] = self._compute(entry, operands)
        return results

    def _compute(self, entry: ArrayEntry, operands: Sequence[Elements]) -> Elements:
        if entry.function == "input":
            return self._inputs[entry.detail]
        if entry.function == "constant":
            numbers = np.frombuffer(entry.detail).tolist()
            return _array([self._tape.value(number) for number in numbers], entry.shape)
        if entry.function not in NUMBER_FUNCTIONS:
            method: Callable[..., Elements] = getattr(self, f"_{entry.function}")
            return method(entry, *operands)
        if not entry.shape:
            return single(self._record(entry.function, [operand.item() for operand in operands]))
        expanded = [np.broadcast_to(operand, entry.shape).ravel() for operand in operands]
        found = [self._record(entry.function, row) for row in zip(*expanded, strict=True)]
        return _array(found, entry.shape)

    def _record(self, function: str, operands: Sequence[TapeValue]) -> TapeValue:
        if self._source.is_finite and function in {"add", "subtract", "multiply"}:
            found = self._without_zeros(function, *operands)
            if found is not None:
                return found
        return self._tape.record(function, operands)

    def _without_zeros(self, function: str, a: TapeValue, b: TapeValue) -> TapeValue | None:
        zeros = [self._tape.constant_of(value) == 0 for value in (a, b)]
        if function == "multiply":
            return self._tape.value(0.0) if any(zeros) else None
        if zeros[1]:
            return a
        return b if zeros[0] and function == "add" else None

    def _add_up(self, terms: Sequence[TapeValue]) -> TapeValue:
        total = terms[0]
        for term in terms[1:]:
            total = self._record("add", (total, term))
        return total

    def _matmul(self, entry: ArrayEntry, a: Elements, b: Elements) -> Elements:
        rows = a.reshape(-1, a.shape[-1])
        columns = b.reshape(b.shape[0], -1).T
        found = [
            self._add_up([self._record("multiply", pair) for pair in zip(row, column, strict=True)])
            for row in rows
            for column in columns
        ]
        return _array(found, entry.shape)

    def _sum(self, entry: ArrayEntry, value: Elements) -> Elements:
        return self._reduced(entry, value, self._add_up)

    def _largest(self, entry: ArrayEntry, value: Elements) -> Elements:
        return self._reduced(entry, value, self._maximum)

    def _maximum(self, terms: Sequence[TapeValue]) -> TapeValue:
        largest = terms[0]
        for term in terms[1:]:
            largest = self._tape.record("maximum", (largest, term))
        return largest

    def _reduced(
        self,
        entry: ArrayEntry,
        value: Elements,
        reduce: Callable[[Sequence[TapeValue]], TapeValue],
    ) -> Elements:
        axes, _ = entry.detail
        kept = [axis for axis in range(value.ndim) if axis not in axes]
        rows = value.transpose([*kept, *axes]).reshape(math.prod(entry.shape), -1)
        return _array([reduce(list(row)) for row in rows], entry.shape)

    def _reshape(self, entry: ArrayEntry, value: Elements) -> Elements:
        return value.reshape(entry.shape)

    def _transpose(self, entry: ArrayEntry, value: Elements) -> Elements:
        return value.T

    def _broadcast(self, entry: ArrayEntry, value: Elements) -> Elements:
        return np.broadcast_to(value, entry.shape)

    def _call(self, entry: ArrayEntry, *operands: Elements) -> Elements:
        raise TypeError("a function that works on arrays cannot be written out in numbers")


def single(value: TapeValue) -> Elements:
    """Return a recorded number as an array of no axes."""
    found = np.empty((), object)
    found[()] = value
    return found


def _array(elements: Sequence[Any], shape: tuple[int, ...]) -> Elements:
    """Return recorded numbers as an array; NumPy must not look into them itself."""
    found = np.empty(len(elements), object)
    found[:] = elements
    return found.reshape(shape)

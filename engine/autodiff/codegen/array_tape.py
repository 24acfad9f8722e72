"""An array tape: a computation on arrays of known shapes, recorded before any code is written.

Everything that the compiler knows is decided here: shapes, what equals what (the same computation
is recorded once), what depends on constants alone (it is computed at once), and what a
broadcasting or a sum needs. The writers only spell the entries out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from engine.arrays import Array, Shape
from engine.autodiff.tapes.tape import COMMUTATIVE, HIGHEST_PRODUCT, Recording, whole_power
from engine.operations.number_functions import NUMBER_FUNCTIONS

# These only look at the same numbers in another way.
VIEWS = frozenset({"reshape", "transpose", "turn", "broadcast"})


@dataclass(frozen=True, slots=True)
class ArrayEntry:
    """One array on a tape.

    Attributes:
        function: An elementwise function by NumPy's name, ``matmul``, ``einsum``, ``sum``,
            ``largest``, a view, ``call`` for a function of a record, or ``input`` and ``constant``.
        operands: The places of its operands on the tape.
        shape: Its shape.
        detail: An input's name, a constant's bytes, the axes of a reduction, the order of axes,
            the subscripts of a sum of products, the function called.
    """

    function: str
    operands: tuple[int, ...]
    shape: Shape
    detail: Any = None

    @property
    def is_truth(self) -> bool:
        """Whether it holds true and false instead of numbers."""
        function = NUMBER_FUNCTIONS.get(self.function)
        return function is not None and function.is_truth


@dataclass(frozen=True, slots=True)
class ArrayValue:
    """An array on a tape, by its place there."""

    tape: ArrayTape
    place: int

    @property
    def entry(self) -> ArrayEntry:
        """What is recorded there."""
        return self.tape.entries[self.place]

    @property
    def shape(self) -> Shape:
        """The array's shape."""
        return self.entry.shape


Operand = ArrayValue | float | Array


class ArrayTape(Recording[ArrayEntry]):
    """Collects entries, each of them once.

    Attributes:
        entries: What was recorded, each entry after its operands.
        is_finite: Whether whoever runs the code makes sure that no number left the range, so that
            a product with a constant 0 is 0.
    """

    def __init__(self, *, is_finite: bool = False) -> None:
        super().__init__()
        self.is_finite = is_finite

    def input(self, name: str, shape: Shape) -> ArrayValue:
        """Return the value of a new or known input."""
        return self._add("input", (), shape, name)

    def value(self, operand: Operand) -> ArrayValue:
        """Return a number or an array as a value of this tape."""
        if isinstance(operand, ArrayValue):
            return operand
        array = np.asarray(operand, np.float64)
        return self._add("constant", (), array.shape, array.tobytes())

    def constant_of(self, value: ArrayValue) -> Array | None:
        """Return a constant's array, None for anything else."""
        entry = value.entry
        if entry.function != "constant":
            return None
        return np.frombuffer(entry.detail).reshape(entry.shape)

    def number_of(self, place: int) -> float | None:
        """Return the number that all elements of a constant are; None for anything else."""
        constant = self.constant_of(ArrayValue(self, place))
        if constant is None or not constant.size or np.any(constant != constant.flat[0]):
            return None
        return float(constant.flat[0])

    def elementwise(self, function: str, *operands: Operand) -> ArrayValue:
        """Record an elementwise function of operands that fit together."""
        values = [self.value(operand) for operand in operands]
        shape = _common_shape(values)
        known = [self.constant_of(value) for value in values]
        constants = [array for array in known if array is not None]
        if len(constants) == len(known) and not NUMBER_FUNCTIONS[function].is_truth:
            with np.errstate(all="ignore"):
                return self.value(getattr(np, function)(*constants))
        simpler = _SIMPLER.get(function)
        found = simpler(self, shape, *values) if simpler else None
        if found is not None:
            return found
        if any(value.entry.function == "broadcast" for value in values):
            values = [self._unexpanded(values, place, shape) for place in range(len(values))]
            if _common_shape(values) != shape:
                # All of them repeat the same numbers: compute those once.
                return self.broadcast(self.elementwise(function, *values), shape)
        places = [value.place for value in values]
        if function in COMMUTATIVE:
            places.sort()
        return self._add(function, tuple(places), shape)

    def matmul(self, a: ArrayValue, b: ArrayValue) -> ArrayValue:
        """Record the matrix product of vectors or matrices."""
        return self._add("matmul", (a.place, b.place), a.shape[:-1] + b.shape[1:])

    def sum_of_products(self, subscripts: str, a: ArrayValue, b: ArrayValue) -> ArrayValue:
        """Record ``np.einsum`` of two arrays."""
        terms, result = subscripts.split("->")
        sizes = dict(zip(terms.replace(",", ""), (*a.shape, *b.shape), strict=True))
        shape = tuple(sizes[axis] for axis in result)
        return self._add("einsum", (a.place, b.place), shape, subscripts)

    def sum(
        self, value: ArrayValue, axes: Sequence[int] | None = None, *, keepdims: bool = False
    ) -> ArrayValue:
        """Record the sum over some axes, or over all."""
        return self._reduce("sum", value, axes, keepdims=keepdims)

    def largest(
        self, value: ArrayValue, axes: Sequence[int] | None = None, *, keepdims: bool = False
    ) -> ArrayValue:
        """Record the maximum over some axes, or over all."""
        return self._reduce("largest", value, axes, keepdims=keepdims)

    def reshape(self, value: ArrayValue, shape: Shape) -> ArrayValue:
        """Record the same numbers in another shape; one size may be −1."""
        if -1 in shape:
            rest = math.prod(size for size in shape if size != -1)
            missing = math.prod(value.shape) // rest
            shape = tuple(missing if size == -1 else size for size in shape)
        if value.entry.function == "reshape":
            value = ArrayValue(self, value.entry.operands[0])
        return value if shape == value.shape else self._view("reshape", value, shape)

    def transpose(self, value: ArrayValue) -> ArrayValue:
        """Record the array with its axes in reverse order."""
        if len(value.shape) < 2:
            return value
        return self._view("transpose", value, value.shape[::-1])

    def turn(self, value: ArrayValue, axes: Sequence[int]) -> ArrayValue:
        """Record the array with its axes in another order."""
        shape = tuple(value.shape[axis] for axis in axes)
        return self._add("turn", (value.place,), shape, tuple(axes))

    def broadcast(self, value: ArrayValue, shape: Shape) -> ArrayValue:
        """Record the array repeated along new axes and axes of size 1."""
        return value if shape == value.shape else self._view("broadcast", value, shape)

    def unbroadcast(self, value: ArrayValue, shape: Shape) -> ArrayValue:
        """Record the sum over the axes along which an array of this shape was repeated."""
        if value.shape == shape:
            return value
        extra = len(value.shape) - len(shape)
        if extra > 0:
            value = self.sum(value, range(extra))
        repeated = [
            axis for axis, size in enumerate(shape) if size == 1 and value.shape[axis] != 1
        ] if value.shape else []  # fmt: skip
        if repeated:
            value = self.sum(value, repeated, keepdims=True)
        return self.broadcast(value, shape)

    def call(
        self, function: Callable[..., Any], operands: Iterable[ArrayValue], shape: Shape
    ) -> ArrayValue:
        """Record the call of a function that only NumPy can run."""
        return self._add("call", tuple(value.place for value in operands), shape, function)

    def recorded(self, entry: ArrayEntry, operands: Iterable[ArrayValue]) -> ArrayValue:
        """Record an entry of another tape as it is."""
        places = tuple(value.place for value in operands)
        return self._add(entry.function, places, entry.shape, entry.detail)

    def needed(self, results: Iterable[ArrayValue]) -> list[int]:
        """Return the places that the results depend on, in order; what else there is, is dead."""
        return self._needed(value.place for value in results)

    def _reduce(
        self, function: str, value: ArrayValue, axes: Sequence[int] | None, *, keepdims: bool
    ) -> ArrayValue:
        count = len(value.shape)
        chosen = range(count) if axes is None else {axis % count for axis in axes}
        shape = tuple(
            1 if axis in chosen else size
            for axis, size in enumerate(value.shape)
            if keepdims or axis not in chosen
        )
        if all(value.shape[axis] == 1 for axis in chosen):
            return self.reshape(value, shape)
        constant = self.constant_of(value)
        if constant is not None and function == "sum":
            return self.value(np.sum(constant, axis=tuple(chosen), keepdims=keepdims))
        return self._add(function, (value.place,), shape, (tuple(sorted(chosen)), keepdims))

    def _view(self, function: str, value: ArrayValue, shape: Shape) -> ArrayValue:
        constant = self.constant_of(value)
        if constant is not None and function == "transpose":
            return self.value(constant.T)
        if constant is not None and function == "reshape":
            return self.value(constant.reshape(shape))
        return self._add(function, (value.place,), shape)

    def _unexpanded(self, values: Sequence[ArrayValue], place: int, shape: Shape) -> ArrayValue:
        """Return an operand as it was before a broadcasting that the others do anyway."""
        value = values[place]
        if value.entry.function != "broadcast":
            return value
        others = [other.shape for index, other in enumerate(values) if index != place]
        before = ArrayValue(self, value.entry.operands[0])
        fits = np.broadcast_shapes(before.shape, *others) == shape
        return before if others and fits else value

    def _add(
        self, function: str, operands: tuple[int, ...], shape: Shape, detail: Any = None
    ) -> ArrayValue:
        entry = ArrayEntry(function, operands, shape, detail)
        return ArrayValue(self, self._place(entry))


def _common_shape(values: Sequence[ArrayValue]) -> Shape:
    """Return the shape that values are broadcast to; most have one already."""
    shapes = {value.shape for value in values}
    return shapes.pop() if len(shapes) == 1 else np.broadcast_shapes(*shapes)


Simpler = Callable[..., ArrayValue | None]


def _add(tape: ArrayTape, shape: Shape, a: ArrayValue, b: ArrayValue) -> ArrayValue | None:
    for term, other in ((a, b), (b, a)):
        if tape.is_finite and tape.number_of(term.place) == 0:
            return tape.broadcast(other, shape)
    return None


def _multiply(tape: ArrayTape, shape: Shape, a: ArrayValue, b: ArrayValue) -> ArrayValue | None:
    for factor, other in ((a, b), (b, a)):
        number = tape.number_of(factor.place)
        if number == 1.0:
            return tape.broadcast(other, shape)
        if number == -1.0:
            return tape.broadcast(tape.elementwise("negative", other), shape)
        if number == 0 and tape.is_finite:
            return tape.value(np.zeros(shape))
    return None


def _divide(tape: ArrayTape, shape: Shape, a: ArrayValue, b: ArrayValue) -> ArrayValue | None:
    number = tape.number_of(b.place)
    # The inverse of a power of 2 is exact, and a product is quicker.
    if number and math.frexp(number)[0] in {0.5, -0.5} and abs(math.log2(abs(number))) < 1000:
        return tape.broadcast(tape.elementwise("multiply", a, 1.0 / number), shape)
    return None


def _power(
    tape: ArrayTape, shape: Shape, base: ArrayValue, exponent: ArrayValue
) -> ArrayValue | None:
    """Write a small whole power as products, by repeated squaring."""
    number = tape.number_of(exponent.place)
    if number is None or not number.is_integer() or abs(number) > HIGHEST_PRODUCT:
        return None
    if number == 0:
        return tape.value(np.ones(shape))
    result = whole_power(
        base,
        abs(int(number)),
        partial(tape.elementwise, "multiply"),
        partial(tape.elementwise, "square"),
    )
    if number < 0:
        result = tape.elementwise("divide", 1.0, result)
    return tape.broadcast(result, shape)


def _positive(tape: ArrayTape, shape: Shape, x: ArrayValue) -> ArrayValue:
    return x


# What changes no digit, or the last one of a power.
_SIMPLER: dict[str, Simpler] = {
    "add": _add,
    "multiply": _multiply,
    "divide": _divide,
    "power": _power,
    "positive": _positive,
}

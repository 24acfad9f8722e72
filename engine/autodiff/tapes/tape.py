"""A tape: elementwise arithmetic recorded once, to be run many times without being interpreted.

Whatever is written with operators and NumPy's elementwise functions can be recorded: call it with
``TapeValue`` in place of arrays. An update rule stays a plain function; with a surface's slopes,
which the compiler writes, its tape runs on Python floats or in place on arrays of many points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

# Integer powers up to this are written as products: three times as fast, and equal to rounding.
HIGHEST_PRODUCT = 8

# Either order gives the same digits, so one of them stands for both.
COMMUTATIVE = frozenset({"add", "multiply"})


class AnyEntry(Protocol):
    """What a recording has to know of an entry."""

    @property
    def operands(self) -> tuple[int, ...]:
        """The places of its operands."""


EntryT = TypeVar("EntryT", bound=AnyEntry)
ValueT = TypeVar("ValueT")


class Recording(Generic[EntryT]):
    """Entries, each after its operands and each once: of numbers, or of arrays of known shapes.

    Attributes:
        entries: What was recorded.
    """

    def __init__(self) -> None:
        self.entries: list[EntryT] = []
        self._known: dict[EntryT, int] = {}

    def _place(self, entry: EntryT) -> int:
        """Return where an entry stands, recording it if it is new."""
        place = self._known.get(entry)
        if place is None:
            place = self._known[entry] = len(self.entries)
            self.entries.append(entry)
        return place

    def _needed(self, results: Iterable[int]) -> list[int]:
        """Return the places that some depend on, in order; what else there is, is dead."""
        wanted = set(results)
        for place in range(len(self.entries) - 1, -1, -1):
            if place in wanted:
                wanted.update(self.entries[place].operands)
        return sorted(wanted)


def whole_power(
    base: ValueT,
    exponent: int,
    multiply: Callable[[ValueT, ValueT], ValueT],
    square: Callable[[ValueT], ValueT],
) -> ValueT:
    """Write a power above 0 as products, by repeated squaring."""
    result: ValueT | None = None
    while True:
        if exponent & 1:
            result = base if result is None else multiply(result, base)
        exponent >>= 1
        if not exponent:
            assert result is not None, "the exponent is not 0"
            return result
        base = square(base)


@dataclass(frozen=True, slots=True)
class Entry:
    """One number on a tape.

    Attributes:
        function: The elementwise function by NumPy's name; ``"input"`` or ``"constant"`` where
            nothing is computed.
        operands: The places of its operands on the tape.
        name: An input's name.
        constant: A constant's value.
        level: How often it changes, the highest of its operands'; a constant's is 0.
    """

    function: str
    operands: tuple[int, ...] = ()
    name: str = ""
    constant: float = 0.0
    level: int = 0


class Tape(Recording[Entry]):
    """Collects entries; the same computation of the same operands is recorded once.

    Example:
        >>> tape = Tape()
        >>> x = tape.input("x")
        >>> y = (x * x + 1.0) * (x * x)
        >>> [entry.function for entry in tape.entries]
        ['input', 'multiply', 'constant', 'add', 'multiply']
    """

    def input(self, name: str, level: int = 0) -> TapeValue:
        """Return the value of a new or known input."""
        return self._add(Entry("input", name=name, level=level))

    def value(self, number: TapeValue | float) -> TapeValue:
        """Return a number as a value of this tape."""
        if isinstance(number, TapeValue):
            return number
        return self._add(Entry("constant", constant=float(number)))

    def record(self, function: str, operands: Iterable[TapeValue | float]) -> TapeValue:
        """Record a computation, or return what it is known to equal."""
        values = [self.value(operand) for operand in operands]
        known = [self.constant_of(value) for value in values]
        numbers = [number for number in known if number is not None]
        if len(numbers) == len(known):
            return self.value(_evaluate(function, numbers))
        simple = _SIMPLER.get(function)
        found = simple(self, *values) if simple else None
        if found is not None:
            return found
        places = [value.index for value in values]
        if function in COMMUTATIVE:
            places.sort()
        level = max(self.entries[place].level for place in places)
        return self._add(Entry(function, tuple(places), level=level))

    def constant_of(self, value: TapeValue) -> float | None:
        """Return a constant's number, None for anything else."""
        entry = self.entries[value.index]
        return entry.constant if entry.function == "constant" else None

    def needed(self, results: Sequence[TapeValue]) -> list[int]:
        """Return the places that the results depend on, in order; what else there is, is dead."""
        return self._needed(value.index for value in results)

    def play(
        self, results: Sequence[TapeValue], inputs: Mapping[str, TapeValue], onto: Tape
    ) -> list[TapeValue]:
        """Record the results' computation again on another tape, with other inputs.

        Raises:
            KeyError: An input that the results depend on was not given.
        """
        values: dict[int, TapeValue] = {}
        for place in self.needed(results):
            entry = self.entries[place]
            if entry.function == "input":
                values[place] = inputs[entry.name]
            elif entry.function == "constant":
                values[place] = onto.value(entry.constant)
            else:
                operands = [values[operand] for operand in entry.operands]
                values[place] = onto.record(entry.function, operands)
        return [values[result.index] for result in results]

    def _add(self, entry: Entry) -> TapeValue:
        if entry.function == "constant" and not entry.constant:
            # Entries compare by content, and 0.0 == −0.0 although they differ under a division.
            self.entries.append(entry)
            return TapeValue(self, len(self.entries) - 1)
        return TapeValue(self, self._place(entry))


class TapeValue(NDArrayOperatorsMixin):
    """Stands for an array while a function is recorded; it has no value yet."""

    __slots__ = ("index", "tape")

    def __init__(self, tape: Tape, index: int) -> None:
        self.tape = tape
        self.index = index

    def __bool__(self) -> bool:
        """Refuse: which way a branch goes would be decided for all values at once."""
        raise TypeError("a recorded value is not known yet and cannot decide a branch")

    def __array_ufunc__(
        self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any
    ) -> TapeValue:
        """Record the call of an elementwise function."""
        if method != "__call__" or options or not _are_recordable(inputs):
            return NotImplemented  # type: ignore[no-any-return]
        return self.tape.record(ufunc.__name__, inputs)

    def __array_function__(
        self,
        function: Callable[..., Any],
        types: Iterable[type],
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
    ) -> TapeValue:
        """Record ``np.where``, the one choice that is no ufunc."""
        if function is not np.where or kwargs or not _are_recordable(args):
            return NotImplemented  # type: ignore[no-any-return]
        return self.tape.record("where", args)


def _are_recordable(inputs: Iterable[Any]) -> bool:
    return all(
        isinstance(item, TapeValue | int | float | np.number)
        or (isinstance(item, np.ndarray) and item.ndim == 0)
        for item in inputs
    )


Simpler = Callable[..., TapeValue | None]


def _power(tape: Tape, base: TapeValue, exponent: TapeValue) -> TapeValue | None:
    """Write a small whole power as products, by repeated squaring."""
    number = tape.constant_of(exponent)
    if number is None or not number.is_integer() or not 0 <= number <= HIGHEST_PRODUCT:
        return None
    if number == 0:
        return tape.value(1.0)
    return whole_power(
        base,
        int(number),
        lambda a, b: tape.record("multiply", (a, b)),
        lambda a: tape.record("multiply", (a, a)),
    )


def _multiply(tape: Tape, a: TapeValue, b: TapeValue) -> TapeValue | None:
    for factor, other in ((a, b), (b, a)):
        number = tape.constant_of(factor)
        if number == 1.0:
            return other
        if number == -1.0:
            return tape.record("negative", (other,))
    return None


def _negated(tape: Tape, value: TapeValue) -> TapeValue | None:
    """Return what a value is the negative of, or None."""
    entry = tape.entries[value.index]
    return TapeValue(tape, entry.operands[0]) if entry.function == "negative" else None


def _add(tape: Tape, a: TapeValue, b: TapeValue) -> TapeValue | None:
    return _without_signs(tape, "add", a, b)


def _subtract(tape: Tape, a: TapeValue, b: TapeValue) -> TapeValue | None:
    return _without_signs(tape, "subtract", a, b)


def _without_signs(tape: Tape, function: str, a: TapeValue, b: TapeValue) -> TapeValue | None:
    """Add or subtract what stands behind the negatives, of which there may be a whole chain."""
    is_changed = False
    while True:
        taken, other = _negated(tape, b), a
        if function == "add":
            # Of two negatives in a sum the first is taken off first.
            first = _negated(tape, a)
            if first is not None:
                taken, other = first, b
        if taken is None:
            return tape.record(function, (a, b)) if is_changed else None
        function = "subtract" if function == "add" else "add"
        a, b, is_changed = other, taken, True


def _square(tape: Tape, x: TapeValue) -> TapeValue:
    return tape.record("multiply", (x, x))


def _reciprocal(tape: Tape, x: TapeValue) -> TapeValue:
    return tape.record("divide", (1.0, x))


def _evaluate(function: str, numbers: Sequence[float]) -> float:
    """Compute what depends on constants alone, as arrays would."""
    with np.errstate(all="ignore"):
        return float(getattr(np, function)(*numbers))


# What changes no digit: products with 1 and −1, sums with negatives, and other spellings.
_SIMPLER: dict[str, Simpler] = {
    "power": _power,
    "float_power": _power,
    "multiply": _multiply,
    "add": _add,
    "subtract": _subtract,
    "square": _square,
    "reciprocal": _reciprocal,
}

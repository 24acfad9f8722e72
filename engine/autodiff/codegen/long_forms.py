"""Long forms: another spelling of the same function, quicker where arrays are long.

On a few numbers the cost is in the calls; on thousands it is in the functions themselves, of which
a product takes a third of a quotient's time. The spelling equals the record's to rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from engine.autodiff.codegen.array_tape import ArrayEntry, ArrayTape, ArrayValue


class Limited(NamedTuple):
    """x·v/max(v, e), in which the quotient of v is 1 unless v is below e.

    Attributes:
        numerator: The place of x.
        value: The place of v.
        edge: The number e, above 0.
        factor: A number that all of it is multiplied by.
    """

    numerator: int
    value: int
    edge: float
    factor: float


def find_limited(tape: ArrayTape, entry: ArrayEntry) -> Limited | None:
    """Return the parts of what a loss that is safe at 0 and 1 makes of a sigmoid's slope."""
    for value, rest in _either_way(tape, entry, "multiply"):
        factor, place = _without_factor(tape, rest)
        quotient = tape.entries[place]
        if quotient.function != "divide":
            continue
        numerator, divisor = quotient.operands
        for same, other in _either_way(tape, tape.entries[divisor], "maximum"):
            edge = tape.number_of(other)
            if same == value and edge is not None and edge > 0:
                return Limited(numerator, value, edge, factor)
    return None


def _without_factor(tape: ArrayTape, place: int) -> tuple[float, int]:
    """Return by how much an array is scaled, in however many steps, and the array's place."""
    steps: list[tuple[bool, float]] = []
    while (found := _scaling(tape, place)) is not None:
        is_divisor, number, place = found
        steps.append((is_divisor, number))
    factor = 1.0
    for is_divisor, number in reversed(steps):
        factor = factor / number if is_divisor else number * factor
    return factor, place


def _scaling(tape: ArrayTape, place: int) -> tuple[bool, float, int] | None:
    """Return whether an array is divided by a number, by which one, and the other array."""
    entry = tape.entries[place]
    for first, second in _either_way(tape, entry, "multiply"):
        number = tape.number_of(first)
        if number is not None:
            return False, number, second
    divisor = tape.number_of(entry.operands[1]) if entry.function == "divide" else None
    return (True, divisor, entry.operands[0]) if divisor else None


def write_limited(x: ArrayValue, v: ArrayValue, edge: float, factor: float) -> ArrayValue:
    """Record x·min(v/e, 1) times the factor: both sides of the choice are multiplied by it."""
    tape = x.tape
    choose = "minimum" if factor > 0 else "maximum"
    share = tape.elementwise(choose, tape.elementwise("multiply", v, factor / edge), factor)
    return tape.elementwise("multiply", x, share)


def _either_way(tape: ArrayTape, entry: ArrayEntry, function: str) -> Iterator[tuple[int, int]]:
    """Yield the two operands of a function in both orders; nothing for another function."""
    if entry.function == function:
        first, second = entry.operands
        yield first, second
        yield second, first

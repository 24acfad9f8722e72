"""What an update rule does to whole vectors, seen in its recording: scalings, moving averages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.optimizers.recorded_rule import POINT_LEVEL


class Scaled(NamedTuple):
    """A vector times one number."""

    vector: TapeValue
    factor: TapeValue


class Average(NamedTuple):
    """A moving average: ``kept`` times what it was, plus ``share`` times a value."""

    kept: TapeValue
    share: TapeValue
    value: TapeValue


def with_factors_together(tape: Tape, results: Sequence[TapeValue]) -> list[TapeValue]:
    """Record results again with chains of scalings as one: (m/a)·b as m·(b/a).

    What scales a vector is one number, so to combine such numbers first saves a pass over it.
    """
    needed = tape.needed(results)
    uses = Counter(operand for place in needed for operand in tape.entries[place].operands)
    again: dict[int, TapeValue] = {}
    scaled: dict[int, Scaled] = {}
    for place in needed:
        entry = tape.entries[place]
        operands = [again[operand] for operand in entry.operands]
        if not operands:
            again[place] = TapeValue(tape, place)
            continue
        found = _scaled(tape, entry.function, operands)
        if found is None:
            again[place] = tape.record(entry.function, operands)
            continue
        inner = next((operand for operand in entry.operands if operand in scaled), None)
        if inner is not None and uses[inner] == 1:
            before = scaled[inner]
            found = Scaled(before.vector, tape.record("multiply", (before.factor, found.factor)))
        scaled[place] = found
        again[place] = tape.record("multiply", found)
    return [again[result.index] for result in results]


def with_seed(
    tape: Tape, results: Sequence[TapeValue], gradient: TapeValue
) -> tuple[TapeValue, float]:
    """Return what to compute instead of the gradient, and with which seed of the backward pass.

    A rule that uses the gradient only times one number, such as the rate, can as well get the
    gradient of that many times the loss: the number costs nothing as the seed.
    """
    users = [
        place
        for place in tape.needed(results)
        for operand in tape.entries[place].operands
        if operand == gradient.index
    ]
    if len(users) == 1 and tape.entries[users[0]].function == "multiply":
        first, second = tape.entries[users[0]].operands
        other = second if first == gradient.index else first
        factor = tape.constant_of(TapeValue(tape, other))
        if factor is not None:
            return TapeValue(tape, users[0]), factor
    return gradient, 1.0


def find_averages(
    tape: Tape, after: Sequence[TapeValue], before: Sequence[TapeValue]
) -> list[Average]:
    """Return what each memory averages if all of several do, so that they can be moved together.

    Args:
        tape: The recording.
        after: The memories after the step.
        before: The same before it.

    Returns:
        One for each memory; none if some memory is no moving average, or if what one averages
        depends on another's value after the step.
    """
    ends = {value.index for value in after}
    found = []
    for new, old in zip(after, before, strict=True):
        average = _average(tape, new, old)
        if average is None or not ends.isdisjoint(tape.needed([average.value])):
            return []
        found.append(average)
    return found if len(found) > 1 else []


def _average(tape: Tape, new: TapeValue, old: TapeValue) -> Average | None:
    entry = tape.entries[new.index]
    if entry.function != "add":
        return None
    parts = [tape.entries[operand] for operand in entry.operands]
    terms = [
        _scaled(tape, part.function, [TapeValue(tape, place) for place in part.operands])
        for part in parts
    ]
    for kept, added in (terms, terms[::-1]):
        if kept and added and kept.vector.index == old.index:
            return Average(kept.factor, added.factor, added.vector)
    return None


def _scaled(tape: Tape, function: str, operands: Sequence[TapeValue]) -> Scaled | None:
    """Return the parts of a vector times or divided by one number, None for anything else."""
    if function not in {"multiply", "divide"}:
        return None
    first, second = operands
    is_vector = [tape.entries[value.index].level == POINT_LEVEL for value in operands]
    if is_vector == [True, False]:
        factor = second if function == "multiply" else tape.record("divide", (1.0, second))
        return Scaled(first, factor)
    if is_vector == [False, True] and function == "multiply":
        return Scaled(second, first)
    return None

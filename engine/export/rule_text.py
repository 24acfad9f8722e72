"""An update rule as lines of a NumPy or PyTorch program, written from its recording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.optimizers.optimizer import Optimizer
from engine.optimizers.recorded_rule import POINT_LEVEL, record_rule

# Each operator with how tightly it binds.
_OPERATORS: Mapping[str, tuple[str, int]] = {
    "add": ("{0} + {1}", 1),
    "subtract": ("{0} - {1}", 1),
    "multiply": ("{0} * {1}", 2),
    "divide": ("{0} / {1}", 2),
    "negative": ("-{0}", 3),
    "power": ("{0} ** {1}", 4),
}


class Dialect(Enum):
    """Whose functions the lines call."""

    NUMPY = auto()
    TORCH = auto()


NUMPY, TORCH = Dialect.NUMPY, Dialect.TORCH
_TORCH_NAMES = {"absolute": "abs"}


@dataclass(frozen=True)
class RuleText:
    """A rule as lines; they use the settings, ``step``, ``point``, ``gradient`` and the memories.

    Attributes:
        ahead: The expression of where the gradient is taken.
        memories: The names of the optimizer's memory.
        lines: The assignments of the new ``point`` and memories.
    """

    ahead: str
    memories: tuple[str, ...]
    lines: tuple[str, ...]


def rule_text(optimizer: Optimizer, dialect: Dialect) -> RuleText:
    """Write an optimizer's step; it works on whole vectors."""
    rule = record_rule(optimizer)
    ahead = _Writer(rule.tape, [rule.gradient_point], dialect)
    step = _Writer(rule.tape, [rule.point, *rule.state], dialect)
    state = [step.text(value) for value in rule.state]
    new = [f"{name} = {text}" for name, text in zip(rule.memories, state, strict=True)]
    return RuleText(
        ahead.text(rule.gradient_point),
        rule.memories,
        (*step.lines(), f"point = {step.text(rule.point)}", *new),
    )


class _Writer:
    """Writes a tape's entries: those used several times get a name, others stand where used.

    The memory after the step is used by the point and kept: it has a name, and takes its place
    when the point is there.
    """

    def __init__(self, tape: Tape, results: Sequence[TapeValue], dialect: Dialect) -> None:
        self._tape, self._dialect = tape, dialect
        self._places = tape.needed(results)
        uses: dict[int, int] = {}
        for place in self._places:
            for operand in tape.entries[place].operands:
                uses[operand] = uses.get(operand, 0) + 1
        for result in results[1:]:
            uses[result.index] = 2
        named = [p for p in self._places if uses.get(p, 0) > 1 and tape.entries[p].operands]
        self._names = {place: f"part{number}" for number, place in enumerate(named, start=1)}
        for number, result in enumerate(results[1:]):
            if result.index in self._names:
                self._names[result.index] = f"new_memory{number}"

    def lines(self) -> list[str]:
        """Return the assignments of what has a name, each after what it takes."""
        return [f"{name} = {self._expression(place)}" for place, name in self._names.items()]

    def text(self, value: TapeValue) -> str:
        """Return what stands for a value."""
        return self._inside(value.index, 0)

    def _inside(self, place: int, strength: int) -> str:
        """Return what stands for an entry inside an operator that binds so tightly."""
        entry = self._tape.entries[place]
        if place in self._names:
            return self._names[place]
        if entry.function == "input":
            return entry.name
        if entry.function == "constant":
            return repr(entry.constant) if entry.constant >= 0 else f"({entry.constant!r})"
        text = self._expression(place)
        own = _OPERATORS[entry.function][1] if entry.function in _OPERATORS else strength
        return f"({text})" if own < strength else text

    def _expression(self, place: int) -> str:
        entry = self._tape.entries[place]
        if entry.function in _OPERATORS:
            pattern, own = _OPERATORS[entry.function]
            # Equal operators go from left to right; powers and signs are always set apart.
            first = own + (entry.function in {"power", "negative"})
            return pattern.format(
                *(
                    self._inside(operand, own + 1 if number else first)
                    for number, operand in enumerate(entry.operands)
                )
            )
        operands = [self._inside(operand, 0) for operand in entry.operands]
        if self._dialect is NUMPY:
            return f"np.{entry.function}({', '.join(operands)})"
        # Numbers of the whole step are floats, which PyTorch's functions refuse.
        if entry.level < POINT_LEVEL:
            return f"float(np.{entry.function}({', '.join(operands)}))"
        return f"torch.{_TORCH_NAMES.get(entry.function, entry.function)}({', '.join(operands)})"

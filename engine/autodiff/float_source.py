"""Float source: a tape written out as lines of Python that work on plain floats.

On single numbers a Python operator takes a thirtieth of the time of a NumPy function. The lines
hold names that this module made up and numbers as ``repr`` writes them; no text of a person gets
into them.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from engine.autodiff.tape import Entry, Tape, TapeValue

# How each elementwise function is written. A choice lets what is not a number through, as
# NumPy's does.
EXPRESSIONS: Mapping[str, str] = {
    "add": "{0} + {1}",
    "subtract": "{0} - {1}",
    "multiply": "{0} * {1}",
    "divide": "{0} / {1}",
    # A negative number's root raises here, where the operator would give a complex one.
    "power": "pow({0}, {1})",
    "negative": "-{0}",
    "positive": "{0}",
    "absolute": "abs({0})",
    "sign": "(1.0 if {0} > 0.0 else -1.0 if {0} < 0.0 else {0})",
    "maximum": "({0} if {0} >= {1} or {0} != {0} else {1})",
    "minimum": "({0} if {0} <= {1} or {0} != {0} else {1})",
    "where": "({1} if {0} else {2})",
    "greater": "{0} > {1}",
    "greater_equal": "{0} >= {1}",
    "less": "{0} < {1}",
    "less_equal": "{0} <= {1}",
    "equal": "{0} == {1}",
    "bitwise_and": "({0} and {1})",
    "not_equal": "{0} != {1}",
    "sqrt": "sqrt({0})",
    "exp": "exp({0})",
    "expm1": "expm1({0})",
    "log": "log({0})",
    "log1p": "log1p({0})",
    "sin": "sin({0})",
    "cos": "cos({0})",
    "tan": "tan({0})",
    "tanh": "tanh({0})",
    "arctan": "atan({0})",
    "hypot": "hypot({0}, {1})",
    "logaddexp": ("({0} + log1p(exp({1} - {0})) if {0} >= {1} else {1} + log1p(exp({0} - {1})))"),
    "logical_and": "({0} and {1})",
}

# So deep may expressions nest; Python's own reader gives up at a few hundred.
DEEPEST = 30

# What these lines raise where NumPy would go on with inf or nan.
FLOAT_ERRORS = (ZeroDivisionError, OverflowError, ValueError)

_MATHEMATICS = {name: getattr(math, name) for name in dir(math) if not name.startswith("_")}


class FloatSource:
    """Writes a tape's entries as assignments, each where it belongs by how often it changes."""

    def __init__(self, tape: Tape, results: Sequence[TapeValue]) -> None:
        """Prepare the entries that the results depend on.

        Raises:
            KeyError: One of them has no spelling in Python floats.
        """
        self._tape = tape
        self._places = tape.needed(results)
        for place in self._places:
            entry = tape.entries[place]
            if entry.operands and entry.function not in EXPRESSIONS:
                raise KeyError(entry.function)
        self._depths: dict[int, int] = {}
        self._inner = self._used_once({result.index for result in results})

    def name(self, value: TapeValue) -> str:
        """Return how the lines call a value."""
        return self._name(value.index)

    def lines(self, level: int) -> list[str]:
        """Return the assignments of one level, in the tape's order."""
        return [
            f"{self._name(place)} = {self._expression(place)}"
            for place in self._places
            for entry in [self._tape.entries[place]]
            if entry.operands and entry.level == level and place not in self._inner
        ]

    def _used_once(self, results: set[int]) -> set[int]:
        """Return the entries that stand inside another one's expression, with no name of their own.

        Storing a number and loading it again costs as much as the arithmetic.
        """
        users: dict[int, list[Entry]] = {}
        for place in self._places:
            entry = self._tape.entries[place]
            for number, operand in enumerate(entry.operands):
                mentions = EXPRESSIONS[entry.function].count(f"{{{number}}}")
                users.setdefault(operand, []).extend([entry] * mentions)
        inner: set[int] = set()
        for place in self._places:
            entry = self._tape.entries[place]
            depth = 1 + max((self._depths.get(operand, 0) for operand in entry.operands), default=0)
            alone = [user.level for user in users.get(place, ())] == [entry.level]
            if entry.operands and alone and place not in results and depth < DEEPEST:
                inner.add(place)
                self._depths[place] = depth
        return inner

    def _expression(self, place: int) -> str:
        entry = self._tape.entries[place]
        return EXPRESSIONS[entry.function].format(*map(self._name, entry.operands))

    def _name(self, place: int) -> str:
        if place in self._inner:
            return f"({self._expression(place)})"
        entry = self._tape.entries[place]
        if entry.function == "input":
            return entry.name
        if entry.function == "constant":
            # Brackets keep a minus sign out of a power; inf and nan are names in math.
            return f"({entry.constant!r})"
        return f"t{place}"


def make_function(
    name: str, parameters: Sequence[str], lines: Iterable[str], names: Mapping[str, Any]
) -> Callable[..., Any]:
    """Make a function of its lines, which this program wrote itself.

    Args:
        name: The function's name, which a traceback shows.
        parameters: The names of its parameters.
        lines: Its body.
        names: What the lines may use besides their parameters and the functions of ``math``.
    """
    body = "\n".join(f"    {line}" for line in lines)
    module = compile(f"def {name}({', '.join(parameters)}):\n{body}\n", f"<{name}>", "exec")
    code = next(item for item in module.co_consts if isinstance(item, types.CodeType))
    return types.FunctionType(code, {**_MATHEMATICS, **names})

"""Names that hide something else: a function stuck to what it takes (lnx), a Tᵀ before a factor."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from engine.formula.vocabulary import find_function, function_names, is_function_name
from engine.operations.catalog import OPERATIONS

# What a function takes that is stuck to it: x, θ₁, 2x.
_ARGUMENT = re.compile(r"[0-9]*[^\W\d_](?:_?[0-9]+)?′*")
_LETTERED = re.compile(r"[0-9]*(.*)")
# Words that end in a letter and are no function of it.
_WORDS = frozenset({"cost", "expr", "expo", "sinc", "squared", "reshaped", "sliced"})
# In other writings longer words begin with shorter ones: 합계 is no 합 of 계.
_LATIN = re.compile(r"[a-zA-Z0-9]{2,}|σ")


@OPERATIONS.derived
def _words() -> tuple[str, ...]:
    """Return the names of functions of one input that people stick to a letter, longest first."""
    unary = {
        name
        for name in (*function_names(), "σ")
        if _LATIN.fullmatch(name)
        and (function := find_function(name)) is not None
        and function.arity == 1
        and (is_function_name(name) or name == "σ")
    }
    return tuple(sorted(unary, key=len, reverse=True))


@OPERATIONS.derived
def _beginning() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _words())))


def stuck_calls(name: str, known: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return how a name may be a function and what it takes, or nothing.

    Args:
        name: A name that nobody gave.
        known: The names of values.

    Example:
        >>> stuck_calls("tanhx", set()), stuck_calls("log2x", set()), stuck_calls("cost", set())
        ((('tanh', 'x'),), (('log2', 'x'), ('log', '2x')), ())
    """
    return tuple(_splits(name, known))


def _splits(name: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    if _beginning().match(name) is None:
        return
    for word in _words():
        inside = name.removeprefix(word)
        if inside in {name, ""} or inside.isdecimal():
            continue
        if word == "σ" and inside not in known:
            # σx is a standard deviation as often.
            continue
        letters = _LETTERED.fullmatch(inside)
        is_known = letters is not None and letters[1] in known
        # sums, logs and means are many of them.
        is_letter = _ARGUMENT.fullmatch(inside) is not None and inside != "s"
        if is_known or (is_letter and name not in _WORDS):
            yield word, inside


def is_transposed_product(before: Sequence[str], name: str, known: Collection[str]) -> bool:
    """Whether a name is the T of W^TX with a factor behind it.

    Args:
        before: The two texts before it.
        name: The name.
        known: The names of values.
    """
    factor = name.removeprefix("T")
    is_factor = factor in known or (len(factor) == 1 and factor.isalpha())
    is_power = len(before) == 2 and before[1] == "**" and before[0][:1].isalpha()
    return name.startswith("T") and is_factor and is_power

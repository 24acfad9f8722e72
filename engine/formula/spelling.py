"""Misspelt names of functions: a slip of one finger, and never another function."""

from __future__ import annotations

from engine.formula.vocabulary import function_names

# A word shorter than this is another function as often as a slip.
_SHORTEST, _LONG = 5, 9
# In one of so many letters only two that changed places are a slip: tahn.
_SWAPPED = 4
# Functions that exist elsewhere, one letter from those here.
_ELSEWHERE = frozenset(
    {"arctanh", "arcsinh", "arccosh", "arctan2", "arccot", "arcsec", "softmin", "softsign"}
    | {"hardsigmoid", "hardswish", "argmax", "argmin", "logsigmoid", "log_sigmoid", "median"}
    | {"atanh", "asinh", "acosh", "variance", "transposed", "logit"}
)


def misspelt(name: str) -> str:
    """Return the function that a name misspells, or an empty text.

    A word of five letters may have one slip: a letter too many, one too few, a wrong one, or two
    that changed places; one of nine letters two of them; in one of four letters two may have
    changed places. What differs in its digits is another function: log10 is not log. So is what is
    a function but for its digits: selu6 is not relu6.

    Example:
        >>> misspelt("sigmod"), misspelt("tahn"), misspelt("log100"), misspelt("arctanh")
        ('sigmoid', 'tanh', '', '')
    """
    lower = name.lower()
    if len(lower) == _SWAPPED:
        return _swapped(lower)
    is_other = lower in _ELSEWHERE or lower.rstrip("0123456789") in function_names()
    if len(lower) < _SHORTEST or is_other:
        return ""
    most = 1 if len(lower) < _LONG else 2
    found = [
        (slips, known)
        for known in function_names()
        if len(known) >= _SHORTEST
        and abs(len(known) - len(lower)) <= most
        and _digits(known) == _digits(lower)
        and (slips := _slips(lower, known.lower(), most)) <= most
    ]
    return min(found, default=(0, ""))[1]


def _swapped(lower: str) -> str:
    """Return the function of which a word differs by two neighbours that changed places."""
    others = (
        lower[:place] + lower[place + 1] + lower[place] + lower[place + 2 :]
        for place in range(len(lower) - 1)
    )
    names = frozenset(function_names())
    return next((other for other in others if other != lower and other in names), "")


def _digits(name: str) -> str:
    return "".join(sign for sign in name if sign.isdigit())


def _slips(typed: str, known: str, most: int) -> int:
    """Return how many slips lead from one word to the other (Damerau, 1964), or more than most."""
    before: list[int] = []
    row = list(range(len(known) + 1))
    for place, sign in enumerate(typed, 1):
        following = [place]
        for other, letter in enumerate(known, 1):
            cost = min(row[other] + 1, following[other - 1] + 1, row[other - 1] + (sign != letter))
            swapped = (
                place > 1 and other > 1 and sign == known[other - 2] and typed[place - 2] == letter
            )
            following.append(min(cost, before[other - 2] + 1) if swapped else cost)
        if min(following) > most:
            return most + 1
        before, row = row, following
    return row[-1]

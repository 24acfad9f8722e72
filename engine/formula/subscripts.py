"""Elements by their place: x[0], W[1, 0], v[1:3]."""

from __future__ import annotations

import re

from engine.errors import SettingError
from engine.formula import complaints
from engine.formula.syntax import Apply, Written
from engine.formula.tokens import Token
from engine.formula.vocabulary import subscripts
from engine.settings import complete

_PLACE = re.compile(r"-?[0-9]+")
_SPACES = re.compile(r"\s+")


def subscript(token: Token) -> Apply:
    """Return what picks the elements that stand in square brackets behind an operand.

    Raises:
        FormulaError: There stand no whole numbers, or they are out of range.
    """
    inside = _SPACES.sub("", token.text[1:-1])
    if ":" in inside and "," in inside:
        raise complaints.whole_axis(token)
    head, colon, tail = inside.partition(":")
    given = [head, tail] if colon else inside.split(",")
    pattern = "#:#" if colon else ", ".join("#" * len(given))
    operation = subscripts().get(pattern)
    is_whole = all(_PLACE.fullmatch(place) or (colon and not place) for place in given)
    if operation is None or not is_whole or max(map(len, given)) > _LONGEST_PLACE:
        raise complaints.no_place(token)
    if colon and tail and not int(tail):
        # The gate takes all up to the end there, and no program does.
        raise complaints.refuse(
            "slice_up_to_0",
            f"{token.quoted} picks nothing, since what stands behind the colon is not taken any "
            "more; to take all up to the end, leave it out.",
            token,
            text=token.text,
        )
    settings = {
        setting.name: float(place)
        for setting, place in zip(operation.settings, given, strict=True)
        if place
    }
    try:
        complete(operation.settings, settings)
    except SettingError as error:
        raise complaints.passed_on(error, token) from error
    return Apply(token, operation, Written.CALL, settings)


# More digits than any vector has elements.
_LONGEST_PLACE = 12

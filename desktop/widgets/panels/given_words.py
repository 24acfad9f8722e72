"""What a lesson gives to hooks, checked: numbers, texts, values by name.

Words of which there are only some, and numbers in a range, are checked by ``engine.settings``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from engine.arrays import Array, as_array
from engine.errors import EngineError, ValueFormatError
from engine.graph.shapes import LARGEST_SIZE
from engine.quoting import listed, quote


def given_array(name: str, value: object) -> Array:
    """Return a value that a lesson gives as an array.

    Args:
        name: What it is given to, for the sentence.
        value: A number, or lists of numbers in lists, each as long as those beside it.

    Raises:
        ValueFormatError: It is something else (code ``lesson_value``), or too large.
    """
    if not _is_number_or_list(value):
        raise _refused(name, value)
    try:
        array = as_array(value)  # type: ignore[arg-type]  # checked just now
    except (ValueError, TypeError, OverflowError) as error:
        raise _refused(name, value) from error
    if not np.isfinite(array).all() or array.size > LARGEST_SIZE:
        raise _refused(name, value)
    return array


def given_number(name: str, value: object) -> float:
    """Return a value that a lesson gives as one finite number.

    Raises:
        ValueFormatError: It is something else.
    """
    array = given_array(name, value)
    if array.ndim:
        raise ValueFormatError(
            "lesson_one_number",
            f"“{quote(name)}” should be one number, and is “{quote(str(value))}”.",
            name=quote(name),
            value=quote(str(value)),
        )
    return float(array)


def given_whole(name: str, value: object) -> int:
    """Return a value that a lesson gives as a whole number.

    Raises:
        ValueFormatError: It is something else.
    """
    number = given_number(name, value)
    if not number.is_integer():
        raise ValueFormatError(
            "lesson_whole",
            f"“{quote(name)}” should be a whole number, and is “{quote(str(value))}”.",
            name=quote(name),
            value=quote(str(value)),
        )
    return int(number)


def given_text(name: str, value: object) -> str:
    """Return a value that a lesson gives as a text.

    Raises:
        EngineError: It is something else (code ``lesson_text``).
    """
    if isinstance(value, str):
        return value
    raise EngineError(
        "lesson_text",
        f"“{quote(name)}” should be a text, and is “{quote(str(value))}”.",
        name=quote(name),
        value=quote(str(value)),
    )


def given_texts(name: str, value: object) -> list[str]:
    """Return a value that a lesson gives as texts, one or a list of them.

    Raises:
        EngineError: It is something else.
    """
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        return [given_text(name, items)]
    return [given_text(name, item) for item in items]


def given_table(name: str, value: object) -> Mapping[str, object]:
    """Return a value that a lesson gives as named values.

    Raises:
        EngineError: It is something else (code ``lesson_table``).
    """
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return value
    raise EngineError(
        "lesson_table",
        f"“{quote(name)}” should be values by name, such as x = 2, and is “{quote(str(value))}”.",
        name=quote(name),
        value=quote(str(value)),
    )


def check_keys(state: Mapping[str, object], known: Collection[str]) -> None:
    """Check that a state names nothing that a space does not open.

    Raises:
        EngineError: It does (code ``lesson_key``).
    """
    for key in state:
        if key not in known:
            raise EngineError(
                "lesson_key",
                f"Nothing here is called “{quote(key)}”; a lesson can open: {listed(known)}.",
                name=quote(key),
                choices=listed(known),
            )


def _is_number_or_list(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(_is_number_or_list(item) for item in value)
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "fiu"
    return isinstance(value, int | float) and not isinstance(value, bool)


def _refused(name: str, value: object) -> ValueFormatError:
    return ValueFormatError(
        "lesson_value",
        f"“{quote(name)}” should be a finite number, or rows of equally many, and is "
        f"“{quote(str(value))}”.",
        name=quote(name),
        value=quote(str(value)),
    )

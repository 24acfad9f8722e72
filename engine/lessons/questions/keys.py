"""What may stand at the entries of ``[step.ask]``, read with suspicion."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from engine.errors import EngineError
from engine.formula.values import number_text
from engine.lessons.formulas import used_names
from engine.lessons.questions.question_kind import Key, KeyFaultError
from engine.lessons.toml_table import finite
from engine.quoting import listed, quote

# As many things as a person keeps apart on one screen.
MOST_ITEMS = 40


def read_formula(name: str, value: Any) -> str:
    """Return a formula; a plain number is one.

    Raises:
        KeyFaultError: It is none.
    """
    number = finite(value)
    if number is not None:
        return number_text(number)
    if not isinstance(value, str):
        raise wanted(name, 'a formula in quotation marks, such as "x*y"')
    try:
        used_names(value)
    except EngineError as error:
        raise KeyFaultError(
            "ask_formula",
            f"At “{quote(name)}” the formula “{quote(value)}” cannot be read: {error.sentence}",
            name=quote(name),
            formula=quote(value),
            cause=error.sentence,
        ) from error
    return value


def read_item(name: str, value: Any) -> str:
    """Return the name of an item.

    Raises:
        KeyFaultError: It is no name.
    """
    if not isinstance(value, str) or not value or value.split() != [value]:
        raise wanted(name, "the name of an item, one word in quotation marks")
    return value


def read_items(name: str, value: Any) -> tuple[str, ...]:
    """Return the names of items, which are all different.

    Raises:
        KeyFaultError: They are none.
    """
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_ITEMS:
        raise wanted(name, f"a list of 1 to {MOST_ITEMS} names of items")
    names = tuple(read_item(name, item) for item in value)
    check_different(name, names)
    return names


def check_different(name: str, names: tuple[str, ...]) -> None:
    """Check that no name comes twice.

    Raises:
        KeyFaultError: One does.
    """
    twice = next((item for item in names if names.count(item) > 1), None)
    if twice is not None:
        raise KeyFaultError(
            "ask_twice",
            f"At “{quote(name)}” the name “{quote(twice)}” stands twice.",
            name=quote(name),
            item=quote(twice),
        )


def read_formulas(name: str, value: Any) -> Mapping[str, str]:
    """Return formulas by names.

    Raises:
        KeyFaultError: They are none.
    """
    if not isinstance(value, dict) or not 1 <= len(value) <= MOST_ITEMS:
        raise wanted(name, 'formulas by the names of items, such as { a = "x", b = "2*x" }')
    return MappingProxyType(
        {key: read_formula(f"{name}.{key}", item) for key, item in value.items()}
    )


def read_whole(least: int, most: int) -> Any:
    """Return a reader of a whole number in a range."""

    def read(name: str, value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise wanted(name, f"a whole number from {least} to {most}")
        return value

    return read


def one_of(*choices: str) -> Any:
    """Return a reader of one of some words."""

    def read(name: str, value: Any) -> str:
        if value not in choices:
            raise wanted(name, "one of these: " + listed(choices))
        return str(value)

    return read


def read_anything(_name: str, value: Any) -> Any:
    """Return what the course has printed, which the check compares with what is computed."""
    return value


def check_known(name: str, chosen: tuple[str, ...], items: tuple[str, ...]) -> None:
    """Check that names are those of items.

    Raises:
        KeyFaultError: One is not.
    """
    for item in chosen:
        if item not in items:
            raise KeyFaultError(
                "ask_no_item",
                f"“{quote(item)}” at “{quote(name)}” is none of the items: {listed(items)}.",
                name=quote(name),
                item=quote(item),
                items=listed(items),
            )


def wanted(name: str, wanted: str) -> KeyFaultError:
    """Return the complaint that something else should stand there."""
    return KeyFaultError(
        "ask_wanted", f"At “{quote(name)}” should stand {wanted}.", name=quote(name), wanted=wanted
    )


ANSWER = Key("answer", read_formula, is_needed=True)
WITHIN = Key("within", read_formula)
PUBLISHED = Key("published", read_anything)
ITEMS = Key("items", read_items, is_needed=True)

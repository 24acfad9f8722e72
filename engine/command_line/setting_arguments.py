"""Settings on the command line: ``--set learning_rate=0.1 decay=0.9``."""

from __future__ import annotations

from collections.abc import Sequence

from engine.command_line.subcommand import CommandLineError
from engine.errors import ValueFormatError
from engine.formula.values import parse_value
from engine.quoting import brief, quote


def parse_settings(assignments: Sequence[str]) -> dict[str, float]:
    """Read settings; whether they exist and fit is for their owner to check.

    Raises:
        CommandLineError: A word is no NAME=NUMBER, or a name comes twice.
    """
    settings: dict[str, float] = {}
    for assignment in assignments:
        name, separator, text = (part.strip() for part in assignment.partition("="))
        if not separator or not name:
            raise CommandLineError(
                "not_a_setting",
                f"“{quote(assignment.strip())}” is no setting; write NAME=NUMBER, such as "
                "learning_rate=0.1.",
                text=assignment,
            )
        if name in settings:
            raise CommandLineError("setting_twice", f"{quote(name)} is set twice.", name=name)
        settings[name] = number(text, name)
    return settings


def number(text: str, what: str) -> float:
    """Read one number.

    Raises:
        CommandLineError: It is none; the sentence names what it was for.
    """
    try:
        value = parse_value(text)
    except ValueFormatError as error:
        raise CommandLineError(error.code, f"{what}: {error.sentence}", name=what) from error
    if value.ndim:
        raise CommandLineError(
            "not_one_number",
            f"{what} is one number, and “{brief(text.strip())}” is several.",
            name=what,
        )
    return float(value)


def whole_number(text: str, what: str, least: int, most: int) -> int:
    """Read a whole number in a range.

    Raises:
        CommandLineError: It is not whole or outside the range.
    """
    value = number(text, what)
    if not value.is_integer() or not least <= value <= most:
        raise CommandLineError(
            "not_a_count",
            f"{what} is a whole number from {least:,} to {most:,}, and {brief(text.strip())} is "
            "not.",
            name=what,
        )
    return int(value)

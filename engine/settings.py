"""Settings: the named numbers that an operation, an optimizer or a data set can be given."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import SettingError
from engine.quoting import listed, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One number with its range, as a form shows it and a check enforces it.

    Attributes:
        name: Keyword under which a function takes it, such as ``"learning_rate"``.
        title: English words for a form.
        symbol: LaTeX symbol in formulas.
        default: Value used when none is given.
        minimum: Smallest allowed value, inclusive.
        maximum: Largest allowed value, inclusive.
        summary: One English sentence on what it does.
        logarithmic: Whether a slider moves over orders of magnitude.
        integer: Whether only whole numbers make sense.
        near_one: Whether what is left to 1 matters, such as of a share of the past: a slider moves
            over orders of magnitude of that, from 0.9 to 0.99 as far as from 0.99 to 0.999.
    """

    name: str
    title: str
    symbol: str
    default: float
    minimum: float
    maximum: float
    summary: str
    logarithmic: bool = False
    integer: bool = False
    near_one: bool = False

    def check(self, value: float) -> float:
        """Return the value as a float.

        Raises:
            SettingError: It is not a finite number in the range, or not whole where it must be.
        """
        number = float(value)
        if not math.isfinite(number) or not self.minimum <= number <= self.maximum:
            raise SettingError(
                "setting_out_of_range",
                f"{self.title} must lie between {self.minimum:g} and {self.maximum:g}, "
                f"and {number:g} does not.",
                setting=self.name,
                title=self.title,
                minimum=self.minimum,
                maximum=self.maximum,
                value=number,
            )
        if self.integer and not number.is_integer():
            raise SettingError(
                "setting_not_whole",
                f"{self.title} must be a whole number, and {number:g} is not.",
                setting=self.name,
                title=self.title,
                value=number,
            )
        return number


def complete(settings: Sequence[Setting], given: Mapping[str, float]) -> dict[str, float]:
    """Return every setting's value: the given one, checked, or its default.

    Raises:
        SettingError: A given name is unknown or a value is out of range.
    """
    known = {setting.name: setting for setting in settings}
    for name in given:
        if name not in known:
            choices = ", ".join(known) or "none"
            raise SettingError(
                "unknown_setting",
                f"There is no setting “{quote(name)}” here; the settings are: {choices}.",
                setting=name,
                choices=choices,
            )
    return {name: item.check(given.get(name, item.default)) for name, item in known.items()}


def number_within(name: str, value: object, least: float, most: float) -> float:
    """Return a value that was given by name as a number in a range.

    Raises:
        SettingError: It is none.
    """
    if isinstance(value, np.ndarray | np.generic) and value.size == 1:
        value = value.item()
    if type(value) in (int, float) and least <= float(value) <= most:  # type: ignore[arg-type]
        return float(value)  # type: ignore[arg-type]
    raise SettingError(
        "choice_number",
        f"“{quote(name)}” takes a number from {least:g} to {most:g}, and “{quote(str(value))}” is "
        "none.",
        name=quote(name),
        least=f"{least:g}",
        most=f"{most:g}",
        value=quote(str(value)),
    )


def one_of(value: object, names: Collection[str]) -> str:
    """Return a value as one of some names.

    Raises:
        SettingError: It is none of them.
    """
    if isinstance(value, str) and value in names:
        return value
    raise not_among(value, names)


def not_among(value: object, names: Iterable[str]) -> SettingError:
    """Return the error that something is none of some names."""
    return SettingError(
        "choice_name",
        f"“{quote(str(value))}” is none of {listed(names)}.",
        name=quote(str(value)),
        choices=listed(names),
    )

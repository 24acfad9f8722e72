"""What waits on the expression reader's stack: operators, open parentheses, and calls' settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engine.errors import SettingError
from engine.formula import complaints
from engine.formula.syntax import Step
from engine.formula.tokens import Kind, Token
from engine.operations.operation import Operation
from engine.settings import complete


@dataclass(slots=True)
class Group:
    """An open parenthesis or bar; with a function, its call.

    Attributes:
        token: The parenthesis.
        index: The index of the token with which the operand begins that it is.
        factor: The index of that with which the factor begins that the operand is part of.
        name: The function's name, or None for a plain parenthesis.
        operation: What the name means.
        arguments: How many inputs are complete.
        settings: The settings given so far.
        after: What is done with the call's value: sin²(x) is squared.
    """

    token: Token
    index: int = 0
    factor: int = 0
    name: Token | None = None
    operation: Operation | None = None
    arguments: int = 0
    settings: dict[str, float] = field(default_factory=dict)
    after: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator that waits for its last operand.

    Attributes:
        steps: What it does.
        precedence: How tightly it binds.
        start: The index of the token after which its last operand begins.
    """

    steps: tuple[Step, ...]
    precedence: float
    start: int = 0


# What libraries call settings that gates have by another name.
_ELSEWHERE = {"min": "low", "max": "high", "a_min": "low", "a_max": "high",
              "min_val": "low", "max_val": "high", "negative_slope": "slope"}  # fmt: skip


def _setting_name(token: Token, operation: Operation) -> Token:
    known = {setting.name for setting in operation.settings}
    other = _ELSEWHERE.get(token.text, "")
    return replace(token, text=other) if token.text not in known and other in known else token


def read_setting(tokens: Sequence[Token], index: int, call: Group) -> int:
    """Read ``name=number`` into a call's settings.

    Args:
        tokens: The formula.
        index: Where the setting's name stands.
        call: The call that it stands in.

    Returns:
        The index after the number.

    Raises:
        FormulaError: The setting is unknown, out of range, given twice, or no number.
    """
    assert call.operation is not None
    name = _setting_name(tokens[index], call.operation)
    if name.text in call.settings:
        raise complaints.setting_twice(name)
    index += 2
    negative = tokens[index].kind is Kind.OPERATOR and tokens[index].text == "-"
    index += negative
    if tokens[index].kind is not Kind.NUMBER:
        raise complaints.setting_expected(tokens[index], name.text)
    number = float(tokens[index].text)
    call.settings[name.text] = -number if negative else number
    try:
        complete(call.operation.settings, {name.text: call.settings[name.text]})
    except SettingError as error:
        raise complaints.passed_on(error, name) from error
    return index + 1

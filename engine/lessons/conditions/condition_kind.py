"""The record of a kind of condition: how it is read, how it is tested, what is then missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.lessons.conditions.unmet import Unmet
from engine.lessons.facts import Facts
from engine.lessons.lesson import Condition
from engine.lessons.toml_table import Table

Missing = tuple[Unmet, ...]
# Tests a condition that stands in another one.
TestPart = Callable[[Condition, Facts], Missing]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionKind:
    """A row of the table of conditions.

    Attributes:
        name: Its key in the file.
        takes_fact: Whether it compares a fact, which stands beside it as ``fact = "…"``.
        combines: Whether it combines conditions that stand in it.
        further: The other keys that it reads beside its own.
        read: Reads its entry of a table; returns its arguments, or None after a fault.
        test: Returns what is missing, nothing where it is fulfilled. It may raise an EngineError,
            which then is what is missing.
        formulas: Returns the formulas of facts that its arguments hold, for checking.
        tells: Returns the facts of whose numbers it speaks though no formula names them.
    """

    name: str
    test: Callable[[Condition, Facts, TestPart], Missing]
    read: Callable[[Table, str], Mapping[str, Any] | None] = lambda _table, _key: {}
    takes_fact: bool = False
    combines: bool = False
    further: tuple[str, ...] = ()
    formulas: Callable[[Condition], tuple[str, ...]] = lambda _condition: ()
    tells: Callable[[Condition], tuple[str, ...]] = lambda _condition: ()
    aliases: tuple[str, ...] = ()

"""What a kind of question is: a record that reads, marks and answers questions of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from engine.lessons.answer import Answer, Marked
from engine.lessons.faults import Fault
from engine.lessons.files import STRUCTURE
from engine.lessons.lesson import Condition
from engine.lessons.questions.asked import Asked
from engine.quoting import listed, quote

LineOf = Callable[[str], int]
# Reads a condition that stands at a line; None where faults are why it is none.
ConditionReader = Callable[[Any, int], tuple[Condition | None, tuple[Fault, ...]]]


class KeyFaultError(Exception):
    """What stands at a key is not what should; becomes a `Fault` with its line."""

    def __init__(self, code: str, sentence: str, **details: object) -> None:
        super().__init__(sentence)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Key:
    """One entry that may stand in ``[step.ask]``.

    Attributes:
        name: The entry's name.
        read: Checks what stands there and returns it as marking needs it; raises `KeyFaultError`.
        is_needed: Whether it must be there.
        is_condition: Whether it is a condition, which the lesson's reader reads.
    """

    name: str
    read: Callable[[str, Any], Any]
    is_needed: bool = False
    is_condition: bool = False


def _nothing_more(_arguments: Mapping[str, Any]) -> None:
    """Check nothing."""


def _no_names(_arguments: Mapping[str, Any]) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionKind:
    """A row of the table of kinds.

    Attributes:
        name: What stands at ``kind``.
        title: What it is called, in English.
        keys: What may stand beside ``kind``.
        mark: Marks a readable answer; raises an `EngineError` for what is no attempt.
        truth: Returns the right answer, or None where there is none that can be computed.
        slip_answers: Returns an answer for each slip of the step that one can be given for.
        empty: The answer of somebody who has answered nothing.
        check: Checks the arguments together; raises `KeyFaultError`.
        items: Returns of the arguments which items the words of a step must name.
        own_names: Names in its formulas that are no facts but what it speaks of itself.
        formulas: Returns of the arguments the formulas of facts that marking computes.
        more_facts: Returns, of a question with its facts, the names of further facts that marking
            looks at.
    """

    name: str
    title: str
    keys: tuple[Key, ...]
    mark: Callable[[Asked, Answer], Marked]
    truth: Callable[[Asked], Answer | None]
    slip_answers: Callable[[Asked], Mapping[str, Answer]]
    empty: Answer = ""
    check: Callable[[Mapping[str, Any]], None] = _nothing_more
    items: Callable[[Mapping[str, Any]], tuple[str, ...]] = _no_names
    own_names: Callable[[Mapping[str, Any]], tuple[str, ...]] = _no_names
    formulas: Callable[[Mapping[str, Any]], tuple[str, ...]] = _no_names
    more_facts: Callable[[Asked], tuple[str, ...]] = field(default=lambda _asked: ())
    aliases: tuple[str, ...] = ()

    def read_arguments(
        self, table: Mapping[str, Any], line_of: LineOf, read_condition: ConditionReader
    ) -> tuple[Mapping[str, Any], tuple[Fault, ...]]:
        """Read what stands in ``[step.ask]``.

        Args:
            table: The entries; ``kind`` among them is passed over.
            line_of: Tells the line of an entry by its name, that of the table for ``""``.
            read_condition: Reads a condition.

        Returns:
            What `Ask.arguments` is to be, and the faults; with faults it cannot be marked.
        """
        arguments: dict[str, Any] = {}
        faults: list[Fault] = []
        known = {key.name: key for key in self.keys}
        for name, value in table.items():
            if name == "kind":
                continue
            line = line_of(name)
            if name not in known:
                faults.append(_fault(_unknown(self, name), line))
                continue
            key = known[name]
            if key.is_condition:
                condition, found = read_condition(value, line)
                faults.extend(found)
                arguments[name] = condition
                continue
            try:
                arguments[name] = key.read(name, value)
            except KeyFaultError as error:
                faults.append(_fault(error, line))
        missing = [key for key in self.keys if key.is_needed and key.name not in table]
        faults.extend(_fault(_missing(self, key.name), line_of("")) for key in missing)
        if not faults:
            try:
                self.check(arguments)
            except KeyFaultError as error:
                faults.append(_fault(error, line_of("")))
        return MappingProxyType(arguments), tuple(faults)


def _fault(error: KeyFaultError, line: int) -> Fault:
    return Fault(STRUCTURE, line, error.code, str(error), error.details)


def _unknown(kind: QuestionKind, name: str) -> KeyFaultError:
    known = listed(key.name for key in kind.keys)
    return KeyFaultError(
        "ask_unknown_key",
        f"“{quote(name)}” is no entry of a “{quote(kind.name)}” question; these are: {known}.",
        name=quote(name),
        kind=kind.name,
        known=known,
    )


def _missing(kind: QuestionKind, name: str) -> KeyFaultError:
    return KeyFaultError(
        "ask_missing_key",
        f"A question of the kind “{quote(kind.name)}” needs the entry “{quote(name)}”.",
        name=quote(name),
        kind=kind.name,
    )

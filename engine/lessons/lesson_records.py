"""Answers and facts as they stand in the files of lessons, and what every such file begins with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

from engine.entries import Entry, parse
from engine.errors import EngineError, FileFormatError
from engine.lessons.answer import LONGEST_ANSWER, MOST_PARTS, Answer, Outcome
from engine.lessons.facts import Fact
from engine.lessons.sitting import Given
from engine.quoting import listed, quote

LONGEST_ID = 200
MOST_STEPS = 500
MOST_FACTS = 500
# A fact of more numbers, such as all weights, is not kept with an answer.
MOST_NUMBERS = 2_000

Read = TypeVar("Read")


def read_record(text: str, form: str, version: int, read: Callable[[Entry], Read]) -> Read:
    """Read a file of lessons.

    Args:
        text: The file's text.
        form: What stands in it at ``format``.
        version: The newest version that is known.
        read: Reads what it holds.

    Raises:
        FileFormatError: The text is not JSON, another kind of file, made by a newer version, or
            something in it cannot be; the sentence says what.
    """
    entry = parse(text)
    if entry is None:
        raise FileFormatError("lessons_not_json", "This is no file of a lesson: it is not JSON.")
    try:
        found = entry["version"].whole()
        if entry["format"].text(LONGEST_ID) != form or found == 0:
            raise FileFormatError("lessons_foreign", "it is a file of another kind.")
        if found <= version:
            return read(entry)
    except EngineError as error:
        raise FileFormatError(
            "lessons_damaged", f"This file cannot be read: {error.sentence}", cause=error
        ) from error
    raise FileFormatError(
        "lessons_newer",
        f"This file was made by a newer version of the program: its format is {found}, and this "
        f"program knows {version}. Open it there, or update this program.",
        version=found,
        known=version,
    )


def given_record(given: Given, *, is_marked: bool = True) -> dict[str, Any]:
    """Return an answer as it stands in a file.

    Args:
        given: The answer.
        is_marked: Whether its mark stands there too.
    """
    answer = given.answer if isinstance(given.answer, str) else list(given.answer)
    record: dict[str, Any] = {"answer": answer, "at": given.at}
    if is_marked:
        record["outcome"] = given.outcome.value
        record["slip"] = given.slip
        record["engine_slip"] = given.engine_slip
    record |= {"hints": given.hints, "round": given.round, "facts": facts_record(given.facts)}
    return record


def facts_record(facts: Mapping[str, Fact]) -> dict[str, Any]:
    """Return facts as they stand in a file; what could not be read again is left out.

    That is no finite number, or more than there may be: one such fact would make the file
    unreadable, and with it all that was ever done in the lesson.
    """
    found: dict[str, Any] = {}
    for name, fact in facts.items():
        value = _written_fact(fact)
        if len(found) < MOST_FACTS and value is not None and _can_be_read(name, value):
            found[name] = value
    return found


def _written_fact(fact: Fact) -> Any:
    """Return a fact as JSON writes it, None for what is left out."""
    if fact is None or isinstance(fact, str):
        return fact
    if isinstance(fact, tuple):
        return list(fact)
    return np.asarray(fact, dtype=np.float64).tolist() if np.size(fact) <= MOST_NUMBERS else None


def _can_be_read(name: str, value: Any) -> bool:
    entry = Entry({name: value})
    try:
        read_facts(entry)
    except EngineError:
        return False
    return True


def read_given(entry: Entry, *, is_marked: bool = True) -> Given:
    """Read an answer.

    Args:
        entry: What stands in the file.
        is_marked: Whether its mark stands there too; else it is no attempt until it is marked.

    Raises:
        FileFormatError: It is none.
    """
    outcome, slip, engine_slip = Outcome.NO_ATTEMPT, "", ""
    if is_marked:
        outcome = Outcome(one_of(entry["outcome"], [item.value for item in Outcome]))
        slip = entry["slip"].text(LONGEST_ID)
        engine_slip = entry["engine_slip"].text(LONGEST_ID)
    return Given(
        answer=_answer(entry["answer"]),
        at=read_time(entry["at"]),
        outcome=outcome,
        slip=slip,
        engine_slip=engine_slip,
        hints=entry["hints"].whole(),
        round=entry["round"].whole(),
        facts=read_facts(entry["facts"]),
    )


def _answer(entry: Entry) -> Answer:
    if isinstance(entry.value, str):
        return entry.text(LONGEST_ANSWER)
    return tuple(item.text(LONGEST_ANSWER) for item in entry.items(MOST_PARTS))


def read_facts(entry: Entry) -> Mapping[str, Fact]:
    """Read facts.

    Raises:
        FileFormatError: One is neither a number, numbers, a text nor texts.
    """
    facts: dict[str, Fact] = {}
    for count, (name, item) in enumerate(entry.named()):
        if count >= MOST_FACTS:
            raise too_many(entry, count + 1, MOST_FACTS)
        facts[known_id(item, name)] = _fact(item)
    return facts


def _fact(entry: Entry) -> Fact:
    if isinstance(entry.value, str):
        return entry.text(LONGEST_ANSWER)
    if not isinstance(entry.value, list):
        return entry.number()
    items = entry.items(MOST_NUMBERS)
    if all(isinstance(item.value, str) for item in items):
        return tuple(item.text(LONGEST_ANSWER) for item in items)
    rows = [
        row.numbers(len(items[0].items(MOST_NUMBERS)))
        if isinstance(items[0].value, list)
        else row.number()
        for row in items
    ]
    return np.asarray(rows, dtype=np.float64)


def one_of(entry: Entry, choices: Sequence[str]) -> str:
    """Return a text that is one of some.

    Raises:
        FileFormatError: It is none of them (code ``entry_choice``).
    """
    text = entry.text(LONGEST_ID)
    if text not in choices:
        raise FileFormatError(
            "entry_choice",
            f"{entry.place} is “{quote(text)}”; it can be one of these: {listed(choices)}.",
            place=entry.place,
            found=quote(text),
            choices=listed(choices),
        )
    return text


def known_id(entry: Entry, name: str) -> str:
    """Return a name that is not too long to be one."""
    return Entry(name, entry.key, entry.outer).text(LONGEST_ID)


def read_time(entry: Entry) -> float:
    """Return a time in seconds, which no file can make negative."""
    return max(entry.number(), 0.0)


def too_many(entry: Entry, found: int, most: int) -> FileFormatError:
    """Return the error that a group has too many entries."""
    return FileFormatError(
        "entry_too_many",
        f"{entry.place} has {found} entries; at most {most} are possible.",
        place=entry.place,
        found=found,
        most=most,
    )

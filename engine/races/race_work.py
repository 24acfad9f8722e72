"""All that somebody has of races as JSON text: what is in the file, and what can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from engine.entries import Entry, FileForm, damaged
from engine.errors import EngineError, FileFormatError
from engine.kept_work import KeptWork, Numbered, at_most, read_work_record, value_at, work_record
from engine.races.race_file import RaceFile, read_method, read_setups, setup_record
from engine.races.race_setup import MOST_STEPS, RaceSetup

_FORM = FileForm("a Wiregrad race", "wiregrad-race-work", 1)
_MOST_SETUPS = 2_000

RaceWork = KeptWork[RaceFile, RaceSetup]
"""Races with their file and their history."""


def to_json(work: RaceWork) -> str:
    """Return the work as JSON text that ``read_work`` reads back equal."""
    setups = Numbered(setup_record)

    def file(content: RaceFile) -> dict[str, Any]:
        numbers = [setups.number(setup) for setup in content.setups]
        return {"setups": numbers, "method": content.method, "step": content.step}

    record = {**_FORM.head, **work_record(work, setups.number, file)}
    record["setups"] = setups.records
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def check_work(text: str) -> Entry:
    """Return what a text holds, if it is such work at all.

    Raises:
        FileFormatError: It is none, or of another version.
    """
    return _FORM.read(text)


def read_work(text: str) -> Iterator[RaceWork | None]:
    """Read a text; only the last record is the work, the others let it be given up.

    Raises:
        FileFormatError: It is none, or something in it cannot be; the sentence says what.
    """
    record = check_work(text)
    try:
        setups: list[RaceSetup] = []
        for setup in read_setups(record["setups"], _MOST_SETUPS):
            if setup is None:
                yield None
            else:
                setups.append(setup)
        work = read_work_record(
            record, lambda item: _numbered(item, setups), lambda item: _file(item, setups)
        )
    except EngineError as error:
        raise damaged(error) from error
    yield work


def _file(item: Entry, setups: Sequence[RaceSetup]) -> RaceFile:
    found = tuple(_numbered(number, setups) for number in item["setups"].items(_MOST_SETUPS))
    if not found:
        raise FileFormatError("race_empty", "it has no setups.")
    return RaceFile(found, read_method(item["method"]), at_most(item["step"], MOST_STEPS))


def _numbered(item: Entry, setups: Sequence[RaceSetup]) -> RaceSetup:
    if not setups:
        raise FileFormatError("race_empty", "it has no setups.")
    return value_at(item, setups)

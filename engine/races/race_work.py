"""All that somebody has of races as JSON text: what is in the file, and what can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from engine.entries import Entry, parse
from engine.errors import EngineError, FileFormatError
from engine.kept_work import KeptWork, Numbered, at_most, read_work_record, value_at, work_record
from engine.quoting import quote
from engine.races.race_file import RaceFile, read_method, read_setups, setup_record
from engine.races.race_setup import MOST_STEPS, RaceSetup

FORMAT, VERSION = "wiregrad-race-work", 1
_MOST_SETUPS = 2_000

RaceWork = KeptWork[RaceFile, RaceSetup]
"""Races with their file and their history."""


def to_json(work: RaceWork) -> str:
    """Return the work as JSON text that ``read_work`` reads back equal."""
    setups = Numbered(setup_record)

    def file(content: RaceFile) -> dict[str, Any]:
        numbers = [setups.number(setup) for setup in content.setups]
        return {"setups": numbers, "method": content.method, "step": content.step}

    record = {"format": FORMAT, "version": VERSION, **work_record(work, setups.number, file)}
    record["setups"] = setups.records
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def check_work(text: str) -> Entry:
    """Return what a text holds, if it is such work at all.

    Raises:
        FileFormatError: It is none, or of another version.
    """
    entry = parse(text)
    if entry is None or not isinstance(entry.value, dict) or entry.value.get("format") != FORMAT:
        raise FileFormatError(
            "race_foreign",
            f"This is no race of Wiregrad: its format should be “{quote(FORMAT)}”.",
            format=FORMAT,
        )
    if entry["version"].value != VERSION:
        raise FileFormatError(
            "race_newer",
            f"This race was made by a newer Wiregrad (format {quote(str(entry['version'].value))}; "
            f"this one reads up to {VERSION}). Update Wiregrad to open it.",
            version=quote(str(entry["version"].value)),
            known=VERSION,
        )
    return entry


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
        raise FileFormatError(
            "race_damaged", f"This race file is damaged: {error.sentence}", cause=error
        ) from error
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

"""All that somebody has of races as JSON text: what is in the file, and what can be undone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from engine.entries import Entry, parse
from engine.errors import EngineError, FileFormatError
from engine.quoting import quote
from engine.races.race_file import RaceFile, read_method, read_setups, setup_record
from engine.races.race_setup import MOST_STEPS, RaceSetup

FORMAT, VERSION = "wiregrad-race-work", 1
_MOST_SETUPS, _MOST_EDITS = 2_000, 300
_LONGEST_PATH = 4_096


@dataclass(frozen=True)
class RaceWork:
    """Races with their file and their history.

    Attributes:
        content: What there is to save.
        saved: What the file holds; None without a file.
        path: The file's path; None without one.
        stamp: How the file was last seen: its size, when it was changed, and its number.
        edits: What can be undone and made again: the setups before and after each step.
        index: How many steps are done.
        clean_index: At which index nothing was unsaved; None where there is none.
    """

    content: RaceFile
    saved: RaceFile | None = None
    path: str | None = None
    stamp: tuple[int, int, int] | None = None
    edits: tuple[tuple[RaceSetup, RaceSetup], ...] = ()
    index: int = 0
    clean_index: int | None = 0

    __hash__ = None  # type: ignore[assignment]  # its setups cannot be hashed


def to_json(work: RaceWork) -> str:
    """Return the work as JSON text that ``read_work`` reads back equal."""
    setups = _Setups()
    record = {
        "format": FORMAT,
        "version": VERSION,
        "content": setups.file(work.content),
        "saved": None if work.saved is None else setups.file(work.saved),
        "path": work.path,
        "stamp": None if work.stamp is None else list(work.stamp),
        "edits": [[setups.number(before), setups.number(after)] for before, after in work.edits],
        "index": work.index,
        "clean_index": work.clean_index,
    }
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
        work = _work(record, setups)
    except EngineError as error:
        raise FileFormatError(
            "race_damaged", f"This race file is damaged: {error.sentence}", cause=error
        ) from error
    yield work


class _Setups:
    """Setups that several places name by a number from 1, each written once."""

    def __init__(self) -> None:
        self._known: list[RaceSetup] = []
        self.records: list[dict[str, Any]] = []

    def number(self, setup: RaceSetup) -> int:
        # A history names the same objects again and again.
        for place, known in enumerate(self._known):
            if known is setup:
                return place + 1
        self._known.append(setup)
        self.records.append(setup_record(setup))
        return len(self._known)

    def file(self, content: RaceFile) -> dict[str, Any]:
        numbers = [self.number(setup) for setup in content.setups]
        return {"setups": numbers, "method": content.method, "step": content.step}


def _work(record: Entry, setups: Sequence[RaceSetup]) -> RaceWork:
    saved, path, stamp = record["saved"], record["path"], record["stamp"]
    pairs = [pair.items(2) for pair in record["edits"].items(_MOST_EDITS)]
    if any(len(pair) != 2 for pair in pairs):
        raise record["edits"].refused("list")
    edits = tuple((_numbered(first, setups), _numbered(last, setups)) for first, last in pairs)
    clean = record["clean_index"]
    return RaceWork(
        content=_file(record["content"], setups),
        saved=None if saved.value is None else _file(saved, setups),
        path=None if path.value is None else path.text(_LONGEST_PATH),
        stamp=None if stamp.value is None else _stamp(stamp),
        edits=edits,
        index=_at_most(record["index"], len(edits)),
        clean_index=None if clean.value is None else _at_most(clean, len(edits)),
    )


def _file(item: Entry, setups: Sequence[RaceSetup]) -> RaceFile:
    found = tuple(_numbered(number, setups) for number in item["setups"].items(_MOST_SETUPS))
    if not found:
        raise FileFormatError("race_empty", "it has no setups.")
    return RaceFile(found, read_method(item["method"]), _at_most(item["step"], MOST_STEPS))


def _stamp(item: Entry) -> tuple[int, int, int]:
    numbers = [entry.value for entry in item.items(3)]
    if len(numbers) != 3 or any(type(number) is not int for number in numbers):
        raise item.refused("list")
    return numbers[0], numbers[1], numbers[2]


def _numbered(item: Entry, setups: Sequence[RaceSetup]) -> RaceSetup:
    if not setups:
        raise FileFormatError("race_empty", "it has no setups.")
    return setups[_at_most(item, len(setups), least=1) - 1]


def _at_most(item: Entry, most: int, *, least: int = 0) -> int:
    found = item.whole()
    if not least <= found <= most:
        raise FileFormatError(
            "entry_range",
            f"{item.place} should be a whole number from {least} to {most}.",
            place=item.place,
            least=least,
            most=most,
        )
    return found

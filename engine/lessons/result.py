"""A result for the lecturer: what was answered, and with which seed; no marks.

They are computed again where it is read. It protects nobody from cheating: who edits answers has
edited answers, and who edits facts has edited what they are marked by.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.entries import Entry
from engine.lessons.lesson_records import (
    LONGEST_ID,
    MOST_STEPS,
    given_record,
    known_id,
    read_given,
    read_record,
    read_time,
    too_many,
)
from engine.lessons.sitting import MOST_GIVEN, Given, Sitting, StepRecord
from engine.regular_file import read_text

FORMAT, VERSION = "wiregrad-lesson-result", 1
SUFFIX = ".wiregrad-result"
LARGEST_RESULT_BYTES = 5_000_000
LONGEST_NAME = 200


@dataclass(frozen=True)
class StepResult:
    """What was done in a step.

    Attributes:
        revision: The step's revision.
        given: The answers, the first one first; each with the facts that marking it needs.
        hints: How many hints were taken.
        shown: How often the solution was shown.
        seconds: How long it was looked at.
    """

    revision: str
    given: tuple[Given, ...]
    hints: int
    shown: int
    seconds: float

    __hash__ = None  # type: ignore[assignment]  # its answers may hold arrays


@dataclass(frozen=True)
class LessonResult:
    """What somebody hands in.

    Attributes:
        name: As it was typed.
        lesson: The lesson's id.
        revision: The lesson's revision.
        seed: From which the numbers were drawn.
        is_first: Whether they were the course's instead.
        started: When it began, in seconds since 1970.
        ended: When the end was reached; 0 while it was not.
        steps: What was done, by the step's id.
    """

    name: str
    lesson: str
    revision: str
    seed: int
    is_first: bool
    started: float
    ended: float
    steps: Mapping[str, StepResult] = field(default_factory=dict)

    __hash__ = None  # type: ignore[assignment]  # its steps cannot be hashed


def result_of(sitting: Sitting, name: str) -> LessonResult:
    """Return what a sitting hands in under a name."""
    return LessonResult(
        name=name[:LONGEST_NAME],
        lesson=sitting.lesson,
        revision=sitting.revision,
        seed=sitting.seed,
        is_first=sitting.is_first,
        started=sitting.started,
        ended=sitting.ended,
        steps={step: _step_result(record) for step, record in sitting.records.items()},
    )


def _step_result(record: StepRecord) -> StepResult:
    # What was asked before the step changed is another question.
    past = () if record.changed else record.past
    given = (*past, *record.given)[-MOST_GIVEN:]
    return StepResult(record.revision, given, record.hints, len(record.shown), record.seconds)


def result_json(result: LessonResult) -> str:
    """Return a result as JSON text that ``read_result`` reads back, but for the marks."""
    record = {
        "format": FORMAT,
        "version": VERSION,
        "name": result.name,
        "lesson": result.lesson,
        "revision": result.revision,
        "seed": result.seed,
        "first": result.is_first,
        "started": result.started,
        "ended": result.ended,
        "steps": {step: _step_record(item) for step, item in result.steps.items()},
    }
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _step_record(item: StepResult) -> dict[str, Any]:
    return {
        "revision": item.revision,
        "given": [given_record(given, is_marked=False) for given in item.given],
        "hints": item.hints,
        "shown": item.shown,
        "seconds": round(item.seconds, 1),
    }


def read_result_file(path: Path) -> LessonResult:
    """Read a file as ``read_result`` reads its text.

    Raises:
        FileFormatError: It cannot be read, or as ``read_result``.
    """
    return read_result(read_text(path, LARGEST_RESULT_BYTES))


def read_result(text: str) -> LessonResult:
    """Read a file's text.

    Raises:
        FileFormatError: The text is not JSON, no result, made by a newer version, or something in
            it cannot be; the sentence says what.
    """
    return read_record(text, FORMAT, VERSION, _result)


def _result(entry: Entry) -> LessonResult:
    steps = dict(entry["steps"].named())
    if len(steps) > MOST_STEPS:
        raise too_many(entry["steps"], len(steps), MOST_STEPS)
    return LessonResult(
        name=entry["name"].text(LONGEST_NAME),
        lesson=entry["lesson"].text(LONGEST_ID),
        revision=entry["revision"].text(LONGEST_ID),
        seed=entry["seed"].whole(),
        is_first=entry["first"].truth(),
        started=read_time(entry["started"]),
        ended=read_time(entry["ended"]),
        steps={known_id(item, step): _read_step(item) for step, item in steps.items()},
    )


def _read_step(entry: Entry) -> StepResult:
    given = entry["given"].items(MOST_GIVEN)
    return StepResult(
        revision=entry["revision"].text(LONGEST_ID),
        given=tuple(read_given(item, is_marked=False) for item in given),
        hints=entry["hints"].whole(),
        shown=entry["shown"].whole(),
        seconds=read_time(entry["seconds"]),
    )

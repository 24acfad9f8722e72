"""Progress in a lesson as versioned JSON text, read with suspicion: it may be damaged or newer."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from engine.entries import Entry
from engine.lessons.lesson_records import (
    LONGEST_ID,
    MOST_STEPS,
    given_record,
    known_id,
    one_of,
    read_given,
    read_record,
    read_time,
    too_many,
)
from engine.lessons.sitting import MOST_GIVEN, Given, Phase, Sitting, StepRecord

FORMAT, VERSION = "wiregrad-lesson-progress", 1
LARGEST_PROGRESS_BYTES = 20_000_000
# Older sittings than these are let go.
MOST_SITTINGS = 200


@dataclass(frozen=True)
class LessonProgress:
    """All sittings of one lesson.

    Attributes:
        lesson: The lesson's id.
        sittings: The sittings, the last one begun at the end.
    """

    lesson: str
    sittings: tuple[Sitting, ...] = ()

    __hash__ = None  # type: ignore[assignment]  # its sittings cannot be hashed

    @property
    def current(self) -> Sitting | None:
        """The sitting of the whole lesson that can be gone on with, or None."""
        whole = [sitting for sitting in self.sittings if not sitting.is_review]
        return whole[-1] if whole and not whole[-1].ended else None

    @property
    def is_new(self) -> bool:
        """Whether the lesson was never begun, so that the course's numbers come first."""
        return all(sitting.is_review for sitting in self.sittings)

    def of_lesson(self, lesson_id: str) -> LessonProgress:
        """Return the progress as that of a lesson, under whatever name it was kept."""
        sittings = tuple(replace(sitting, lesson=lesson_id) for sitting in self.sittings)
        return replace(self, lesson=lesson_id, sittings=sittings)

    def with_sitting(self, sitting: Sitting) -> LessonProgress:
        """Return the progress with a sitting that was begun or gone on with."""
        others = tuple(item for item in self.sittings if not is_same_sitting(item, sitting))
        return replace(self, sittings=(*others, sitting)[-MOST_SITTINGS:])


def is_same_sitting(one: Sitting, other: Sitting) -> bool:
    """Tell whether two are one sitting, at two times or in two windows."""
    return (one.started, one.seed, one.chosen) == (other.started, other.seed, other.chosen)


def to_json(progress: LessonProgress) -> str:
    """Return progress as JSON text that ``read_progress`` reads back equal."""
    record = {"format": FORMAT, "version": VERSION, **progress_record(progress)}
    # Written after each answer: line breaks would take the encoder ten times as long.
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def progress_record(progress: LessonProgress) -> dict[str, Any]:
    """Return progress as it stands in a file."""
    sittings = [_sitting_record(sitting) for sitting in progress.sittings]
    return {"lesson": progress.lesson, "sittings": sittings}


def read_progress(text: str) -> LessonProgress:
    """Read a file's text.

    Raises:
        FileFormatError: The text is not JSON, no progress, made by a newer version, or something
            in it cannot be; the sentence says what.
    """
    return read_record(text, FORMAT, VERSION, progress_of)


def progress_of(entry: Entry) -> LessonProgress:
    """Read progress as it stands in a file.

    Raises:
        FileFormatError: It is none.
    """
    lesson = entry["lesson"].text(LONGEST_ID)
    sittings = entry["sittings"].items(MOST_SITTINGS)
    return LessonProgress(lesson, tuple(_sitting(item, lesson) for item in sittings))


def _sitting_record(sitting: Sitting) -> dict[str, Any]:
    return {
        "revision": sitting.revision,
        "seed": sitting.seed,
        "first": sitting.is_first,
        "started": sitting.started,
        "step": sitting.step,
        "returns_to": sitting.returns_to,
        "chosen": list(sitting.chosen),
        "ended": sitting.ended,
        "steps": {name: _step_record(record) for name, record in sitting.records.items()},
    }


def _step_record(record: StepRecord) -> dict[str, Any]:
    return {
        "phase": record.phase.value,
        "revision": record.revision,
        "given": [given_record(given) for given in record.given],
        "hints": record.hints,
        "seconds": round(record.seconds, 1),
        "round": record.round,
        "detoured": record.detoured,
        "changed": record.changed,
        "past": [given_record(given) for given in record.past],
        "finished": record.finished,
        "shown": [[turn, at] for turn, at in record.shown],
    }


def _sitting(entry: Entry, lesson: str) -> Sitting:
    records = {}
    for count, (name, item) in enumerate(entry["steps"].named()):
        if count >= MOST_STEPS:
            raise too_many(entry["steps"], count + 1, MOST_STEPS)
        records[known_id(item, name)] = _record(item)
    step = entry["step"].text(LONGEST_ID)
    return Sitting(
        lesson=lesson,
        revision=entry["revision"].text(LONGEST_ID),
        seed=entry["seed"].whole(),
        is_first=entry["first"].truth(),
        started=read_time(entry["started"]),
        step=step,
        returns_to=entry["returns_to"].text(LONGEST_ID),
        chosen=tuple(item.text(LONGEST_ID) for item in entry["chosen"].items(MOST_STEPS)),
        records=records,
        ended=read_time(entry["ended"]),
    )


def _record(entry: Entry) -> StepRecord:
    return StepRecord(
        phase=Phase(one_of(entry["phase"], [phase.value for phase in Phase])),
        revision=entry["revision"].text(LONGEST_ID),
        given=_several_given(entry["given"]),
        hints=entry["hints"].whole(),
        seconds=read_time(entry["seconds"]),
        round=entry["round"].whole(),
        detoured=entry["detoured"].truth(),
        changed=entry["changed"].truth(),
        past=_several_given(entry["past"]),
        finished=read_time(entry["finished"]),
        shown=tuple(_shown(item) for item in entry["shown"].items(MOST_GIVEN)),
    )


def _several_given(entry: Entry) -> tuple[Given, ...]:
    return tuple(read_given(item) for item in entry.items(MOST_GIVEN))


def _shown(entry: Entry) -> tuple[int, float]:
    turn, at = entry.numbers(2)
    return int(turn), at

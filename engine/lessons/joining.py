"""Joining progress that two windows have made in one lesson, so that neither's answers are lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.lessons.answer import Answer
from engine.lessons.progress import MOST_SITTINGS, LessonProgress, is_same_sitting
from engine.lessons.sitting import MOST_GIVEN, Given, Phase, Sitting, StepRecord


def joined(mine: LessonProgress, kept: LessonProgress) -> LessonProgress:
    """Return one's own progress with what somebody else has kept beside it.

    What is kept is mostly an earlier state of one's own, which adds nothing.

    Args:
        mine: What one's own window knows, which decides where the two differ.
        kept: What the file holds.
    """
    others = tuple(
        sitting
        for sitting in kept.sittings
        if not any(is_same_sitting(sitting, item) for item in mine.sittings)
    )
    own = (_joined_sitting(sitting, kept) for sitting in mine.sittings)
    return replace(mine, sittings=(*others, *own)[-MOST_SITTINGS:])


def _joined_sitting(mine: Sitting, progress: LessonProgress) -> Sitting:
    kept = next((item for item in progress.sittings if is_same_sitting(item, mine)), None)
    if kept is None:
        return mine
    records = dict(mine.records)
    for name, record in kept.records.items():
        records[name] = _joined_step(records[name], record) if name in records else record
    return replace(mine, records=records, ended=mine.ended or kept.ended)


def _joined_step(mine: StepRecord, kept: StepRecord) -> StepRecord:
    is_of_now = kept.round == mine.round and not mine.changed
    if is_of_now and mine.phase is Phase.OPEN and not mine.given:
        return kept
    known = {_mark_of(given) for given in (*mine.past, *mine.given)}
    missed = [given for given in (*kept.past, *kept.given) if _mark_of(given) not in known]
    missed_now = [given for given in missed if is_of_now and given.round == mine.round]
    missed_before = [given for given in missed if not (is_of_now and given.round == mine.round)]
    is_further = is_of_now and kept.phase in (Phase.DONE, Phase.SHOWN) and not mine.phase.is_over
    return replace(
        mine,
        given=_in_order((*mine.given, *missed_now)),
        past=_in_order((*mine.past, *missed_before)),
        shown=tuple(sorted({*mine.shown, *kept.shown}, key=lambda told: told[1]))[-MOST_GIVEN:],
        phase=kept.phase if is_further else mine.phase,
        finished=kept.finished if is_further else mine.finished,
        seconds=max(mine.seconds, kept.seconds),
        hints=max(mine.hints, kept.hints) if is_of_now else mine.hints,
        detoured=mine.detoured or (is_of_now and kept.detoured),
    )


def _mark_of(given: Given) -> tuple[float, int, Answer]:
    return given.at, given.round, given.answer


def _in_order(given: Iterable[Given]) -> tuple[Given, ...]:
    return tuple(sorted(given, key=lambda item: item.at))[-MOST_GIVEN:]

"""A sitting: how far somebody is in a lesson, as a value; every deed makes a new one.

The time is given, in seconds since 1970, and never asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from unicodedata import normalize

from engine.lessons.answer import Answer, Marked, Outcome, is_too_long, parts_of
from engine.lessons.facts import Fact
from engine.lessons.lesson import Lesson, Step
from engine.lessons.staging import stands_alone

_NOTHING: Mapping[str, Fact] = MappingProxyType({})

# After so many wrong answers the hint is made easy to see.
_WRONG_BEFORE_HINT = 2
# After so many more wrong answers than there are hints the solution is offered.
_WRONG_BEYOND_HINTS = 2
# Who leaves the window open for the night has not learned all night.
LONGEST_STAY_S = 1800.0
MOST_GIVEN = 200


class Phase(Enum):
    """How far somebody is in a step.

    A step is open until it is entered; then it asks, or is read; once answered, or where it asks
    nothing, something is to be done; then it is done. It may also have been shown or passed over.
    """

    OPEN = "open"
    ASKED = "asked"
    DOING = "doing"
    DONE = "done"
    SHOWN = "shown"
    SKIPPED = "skipped"

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do in it."""
        return self in (Phase.DONE, Phase.SHOWN, Phase.SKIPPED)


@dataclass(frozen=True)
class Given:
    """An answer that was given.

    Attributes:
        answer: The answer.
        at: When, in seconds since 1970.
        outcome: What it was then.
        slip: The lesson's slip that was named; empty for none.
        engine_slip: The slip of ``engine.exercises`` that was named; empty for none.
        hints: How many hints had been taken before.
        round: In which round of the step.
        facts: The facts that marking it again needs.
    """

    answer: Answer
    at: float
    outcome: Outcome
    slip: str = ""
    engine_slip: str = ""
    hints: int = 0
    round: int = 0
    facts: Mapping[str, Fact] = field(default_factory=lambda: _NOTHING)

    __hash__ = None  # type: ignore[assignment]  # its facts may hold arrays


@dataclass(frozen=True)
class StepRecord:
    """What happened in a step.

    Attributes:
        phase: How far it is.
        revision: The step's revision when it was entered.
        given: The answers of this round, the last one at the end.
        hints: How many hints were taken in this round.
        seconds: How long it has been looked at.
        round: How often it was begun anew.
        detoured: Whether its detour was taken.
        changed: Whether the lesson has another step in this place than was done.
        past: The answers of earlier rounds, and to what the step asked before it changed.
        finished: When it was done or shown, in seconds since 1970; 0 while it is not.
        shown: The rounds in which the solution was shown, each with its time.
    """

    phase: Phase = Phase.OPEN
    revision: str = ""
    given: tuple[Given, ...] = ()
    hints: int = 0
    seconds: float = 0.0
    round: int = 0
    detoured: bool = False
    changed: bool = False
    past: tuple[Given, ...] = ()
    finished: float = 0.0
    shown: tuple[tuple[int, float], ...] = ()

    __hash__ = None  # type: ignore[assignment]  # its answers may hold arrays

    @property
    def tries(self) -> tuple[Given, ...]:
        """The answers that were attempts."""
        return tuple(item for item in self.given if item.outcome is not Outcome.NO_ATTEMPT)

    @property
    def wrong(self) -> int:
        """How many answers were wrong."""
        return sum(item.outcome is Outcome.WRONG for item in self.given)

    @property
    def is_answered(self) -> bool:
        """Whether an answer was right, or one that is never marked."""
        return any(item.outcome in (Outcome.RIGHT, Outcome.NOTED) for item in self.given)

    @property
    def is_hint_urged(self) -> bool:
        """Whether the hint is to be easy to see: two answers were wrong."""
        return self.wrong >= _WRONG_BEFORE_HINT and not self.phase.is_over

    def offers_solution(self, hints: int) -> bool:
        """Tell whether to offer the solution.

        Args:
            hints: How many hints the step has.
        """
        return self.wrong >= hints + _WRONG_BEYOND_HINTS and not self.phase.is_over


@dataclass(frozen=True)
class Sitting:
    """How far somebody is in a lesson.

    Attributes:
        lesson: The lesson's id.
        revision: The lesson's revision.
        seed: From which its numbers are drawn.
        is_first: Whether it has the course's numbers.
        started: When it began, in seconds since 1970.
        step: The step that is shown.
        entered: When that was entered, or gone on with; None while nobody looks at it.
        returns_to: The step to which a detour comes back; empty outside one.
        chosen: The steps of a review; empty for the whole lesson.
        records: What happened in each step, by its id.
        ended: When the end was reached; 0 while it is not.
    """

    lesson: str
    revision: str
    seed: int
    is_first: bool
    started: float
    step: str
    entered: float | None = None
    returns_to: str = ""
    chosen: tuple[str, ...] = ()
    records: Mapping[str, StepRecord] = field(default_factory=dict)
    ended: float = 0.0

    __hash__ = None  # type: ignore[assignment]  # its records cannot be hashed

    @property
    def record(self) -> StepRecord:
        """What happened in the step that is shown."""
        return self.record_of(self.step)

    def record_of(self, step_id: str) -> StepRecord:
        """Return what happened in a step; of one that was not entered, nothing."""
        return self.records.get(step_id, StepRecord())

    @property
    def is_review(self) -> bool:
        """Whether it goes through chosen steps only."""
        return bool(self.chosen)


def begin(
    lesson: Lesson,
    seed: int,
    *,
    is_first: bool,
    now: float,
    chosen: Iterable[str] = (),
) -> Sitting:
    """Begin a sitting at its first step.

    Args:
        lesson: The lesson.
        seed: From which its numbers are drawn.
        is_first: Whether it has the course's numbers.
        now: The time.
        chosen: The steps of a review; none for the whole lesson.
    """
    kept = set(chosen)
    order = tuple(step.id for step in lesson.steps if step.id in kept)
    start = Sitting(lesson.id, lesson.revision, seed, is_first, now, "", chosen=order)
    return entered(start, lesson, path(lesson, start)[0], now)


def path(lesson: Lesson, sitting: Sitting) -> tuple[str, ...]:
    """Return the steps of a sitting in order; detours lie beside it."""
    if sitting.chosen:
        return sitting.chosen
    return tuple(step.id for step in lesson.steps if not step.is_detour)


def next_step(lesson: Lesson, sitting: Sitting) -> str:
    """Return the step that comes next, empty at the end; a detour returns to its question."""
    if sitting.returns_to:
        return sitting.returns_to
    steps = path(lesson, sitting)
    place = steps.index(sitting.step) if sitting.step in steps else -1
    return steps[place + 1] if place + 1 < len(steps) else ""


def step_before(lesson: Lesson, sitting: Sitting) -> str:
    """Return the step that comes before, empty at the beginning."""
    if sitting.returns_to:
        return sitting.returns_to
    steps = path(lesson, sitting)
    place = steps.index(sitting.step) if sitting.step in steps else 0
    return steps[place - 1] if place > 0 else ""


def salt_of(lesson: Lesson, step: Step, turn: int) -> str:
    """Return what the draw of a step's numbers is salted with.

    A step with numbers of its own has others in each round. All other steps share the sitting's at
    first; one that stands alone has others when it is begun anew, which no other step would show.

    Args:
        lesson: The lesson.
        step: The step.
        turn: How often it was begun anew.
    """
    if turn == 0:
        return step.id if step.is_fresh else ""
    has_own = step.is_fresh or stands_alone(lesson, step)
    return f"{step.id}#{turn}" if has_own else ""


def seed_of(name: str, lesson_id: str) -> int:
    """Return the seed of somebody's numbers in a lesson: neighbours have others.

    It depends neither on the machine nor on how letters are put together or set apart.

    Example:
        >>> seed_of("Kim Minji", "chain-rule") == seed_of(" kim  minji", "chain-rule")
        True
        >>> seed_of("Kim Minji", "chain-rule") == seed_of("Lee Jun", "chain-rule")
        False
    """
    plain = " ".join(normalize("NFKC", name).casefold().split())
    digest = hashlib.sha256(f"{plain}\n{lesson_id}".encode()).digest()
    return int.from_bytes(digest[:4], "big") >> 1


def entered(sitting: Sitting, lesson: Lesson, step_id: str, now: float) -> Sitting:
    """Go to a step, whether it is open or over; what was over stays so.

    Raises:
        KeyError: The lesson has no such step.
    """
    step = lesson.step(step_id)
    left = paused(sitting, now)
    record = left.record_of(step_id)
    # What was passed over can still be done.
    if record.phase in (Phase.OPEN, Phase.SKIPPED):
        is_asked = step.ask is not None and not record.is_answered
        phase = Phase.ASKED if is_asked else Phase.DOING
        record = replace(record, phase=phase, revision=step.revision, finished=0.0)
    returns_to = left.returns_to if step.is_detour else ""
    moved = replace(left, step=step_id, entered=now, returns_to=returns_to)
    return _with(moved, step_id, record)


def paused(sitting: Sitting, now: float) -> Sitting:
    """Count the time in the step that is shown, as when the program is closed.

    `resumed` goes on.
    """
    if sitting.entered is None:
        return sitting
    stay = min(max(now - sitting.entered, 0.0), LONGEST_STAY_S)
    record = replace(sitting.record, seconds=sitting.record.seconds + stay)
    return _with(replace(sitting, entered=None), sitting.step, record)


def resumed(sitting: Sitting, now: float) -> Sitting:
    """Go on where it was paused, at the very step."""
    return replace(sitting, entered=now)


def answered(
    sitting: Sitting,
    step: Step,
    answer: Answer,
    marked: Marked,
    facts: Mapping[str, Fact],
    now: float,
) -> Sitting:
    """Note an answer to the step that is shown.

    A right answer goes on to what is to be done, and where that is nothing the step is done. After
    it is over, further answers are kept and change nothing. To answer with nothing is no answer,
    nor is a paste that is longer than an answer can be.

    Args:
        sitting: The sitting.
        step: The step that is shown.
        answer: The answer.
        marked: Its mark.
        facts: What marking it again needs, see `engine.lessons.marking.recorded_facts`.
        now: The time.
    """
    if is_too_long(answer) or not any(part.strip() for part in parts_of(answer)):
        return sitting
    record = sitting.record
    given = Given(
        answer,
        now,
        marked.outcome,
        marked.slip,
        marked.engine_slip,
        record.hints,
        record.round,
        dict(facts),
    )
    record = replace(record, given=(*record.given, given)[-MOST_GIVEN:])
    if record.phase is Phase.ASKED and marked.is_right:
        if step.wait is None:
            record = replace(record, phase=Phase.DONE, finished=now, changed=False)
        else:
            record = replace(record, phase=Phase.DOING)
    return _with(sitting, sitting.step, record)


def hinted(sitting: Sitting, most: int) -> Sitting:
    """Take the next hint.

    Args:
        sitting: The sitting.
        most: How many hints the step has.
    """
    record = sitting.record
    return _with(sitting, sitting.step, replace(record, hints=min(record.hints + 1, most)))


def shown(sitting: Sitting, now: float) -> Sitting:
    """Note that the solution was shown: the step is over, and its skill was not shown by it.

    What was done before stays done.
    """
    record = sitting.record
    if record.phase is Phase.DONE:
        return sitting
    told = replace(record, shown=(*record.shown, (record.round, now))[-MOST_GIVEN:])
    return _over(_with(sitting, sitting.step, told), Phase.SHOWN, now)


def skipped(sitting: Sitting, now: float) -> Sitting:
    """Pass over the step; what is over stays as it is."""
    return _over(sitting, Phase.SKIPPED, now)


def done(sitting: Sitting, step: Step, now: float) -> Sitting:
    """Note that what the step waits for is the case, or that it was read.

    A question is not done by waiting for it: it stays asked until it is answered.
    """
    if sitting.record.phase is Phase.ASKED and step.ask is not None:
        return sitting
    return _over(sitting, Phase.DONE, now)


def detour_to(sitting: Sitting, step: Step, marked: Marked) -> str:
    """Return the smaller step to which an answer leads, empty for none; each leads there once."""
    detour = step.detour
    if detour is None or sitting.record.detoured or marked.outcome is not Outcome.WRONG:
        return ""
    slips = {marked.slip, marked.engine_slip} - {""}
    return detour.to if slips.intersection(detour.on) else ""


def detour(sitting: Sitting, lesson: Lesson, to: str, now: float) -> Sitting:
    """Go to a smaller step, which comes back to the question.

    Raises:
        KeyError: The lesson has no such step.
    """
    asks = sitting.returns_to or sitting.step
    left = _with(sitting, asks, replace(sitting.record_of(asks), detoured=True))
    return replace(entered(left, lesson, to, now), returns_to=asks)


def restarted(sitting: Sitting, lesson: Lesson, now: float) -> Sitting:
    """Begin the step that is shown anew, without what was answered, with fresh numbers if it can.

    What was answered is kept, and still tells how the first try went. A task that was done is kept
    likewise, as an answer of nothing.
    """
    left = paused(sitting, now)
    old = left.record
    given = old.given
    if lesson.step(left.step).ask is None and old.phase in (Phase.DONE, Phase.SHOWN):
        outcome = Outcome.RIGHT if old.phase is Phase.DONE else Outcome.WRONG
        given = (*given, Given("", old.finished, outcome, hints=old.hints, round=old.round))
    fresh = StepRecord(
        seconds=old.seconds,
        round=old.round + 1,
        past=(*old.past, *given)[-MOST_GIVEN:],
        shown=old.shown,
    )
    return entered(_with(left, left.step, fresh), lesson, left.step, now)


def ended(sitting: Sitting, now: float) -> Sitting:
    """Note that the end was reached; the first time counts."""
    return replace(paused(sitting, now), ended=sitting.ended or now)


def matched(sitting: Sitting, lesson: Lesson) -> Sitting:
    """Return a sitting as it fits a lesson that may have changed since.

    Steps are matched by their ids. One whose own table has changed is open again and says so; what
    was answered to it is kept. Where the step that was shown is gone, the first one that is not
    over is shown.
    """
    known = {step.id: step for step in lesson.steps}
    records = {
        name: record
        if name not in known or record.revision in ("", known[name].revision)
        else _reopened(record)
        for name, record in sitting.records.items()
    }
    chosen = tuple(name for name in sitting.chosen if name in known)
    found = replace(sitting, revision=lesson.revision, records=records, chosen=chosen)
    if sitting.returns_to and sitting.returns_to not in known:
        found = replace(found, returns_to="")
    if sitting.step in known:
        return found
    steps = path(lesson, found)
    open_steps = [name for name in steps if not found.record_of(name).phase.is_over]
    return replace(found, step=(open_steps or list(steps))[0], returns_to="", entered=None)


def _reopened(record: StepRecord) -> StepRecord:
    return StepRecord(
        seconds=record.seconds,
        round=record.round,
        changed=True,
        past=(*record.past, *record.given)[-MOST_GIVEN:],
        shown=record.shown,
    )


def _over(sitting: Sitting, phase: Phase, now: float) -> Sitting:
    record = sitting.record
    if record.phase.is_over:
        return sitting
    return _with(sitting, sitting.step, replace(record, phase=phase, finished=now, changed=False))


def _with(sitting: Sitting, step_id: str, record: StepRecord) -> Sitting:
    return replace(sitting, records={**sitting.records, step_id: record})

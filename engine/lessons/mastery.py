"""Mastery of skills: one rule, by which learner and lecturer see the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.lessons.answer import Outcome
from engine.lessons.lesson import Lesson, Step
from engine.lessons.progress import LessonProgress
from engine.lessons.sitting import Given, Phase, Sitting, StepRecord, salt_of

DAY_S = 86_400.0
# Right at the first try and without a hint in so many of the last so many draws.
RIGHT_NEEDED, LAST_DRAWS = 3, 4
# After so many days it comes back, and each time that it goes well after the next number of days.
INTERVALS_DAYS = (1, 3, 7, 21, 60)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: how one question went with one draw of its numbers.

    Attributes:
        skill: The skill.
        lesson: The lesson's id.
        step: The step's id.
        draw: The draw: the seed, and the round in which a step has numbers of its own.
        at: When, in seconds since 1970.
        is_right: Whether it was right at the first try, with no hint and nothing shown.
    """

    skill: str
    lesson: str
    step: str
    draw: str
    at: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class SkillState:
    """How far somebody is with a skill.

    Attributes:
        skill: The skill.
        pieces: The evidence, in order of time.
        reached: When it was reached, in seconds since 1970; 0 while it is not. It stays.
        level: The place of the present interval among `INTERVALS_DAYS`.
        due: When it comes back.
    """

    skill: str
    pieces: tuple[Piece, ...]
    reached: float
    level: int
    due: float

    @property
    def is_reached(self) -> bool:
        """Whether it was ever reached."""
        return self.reached > 0.0

    @property
    def recent(self) -> tuple[bool, ...]:
        """Whether each of the last draws was right, the latest at the end."""
        return tuple(piece.is_right for piece in self.pieces[-LAST_DRAWS:])

    def is_due(self, now: float) -> bool:
        """Tell whether it is to be looked at again."""
        return now >= self.due


def evidence(lesson: Lesson, progress: LessonProgress) -> Iterator[Piece]:
    """Return what a lesson's sittings tell of its skills, the first time of each draw.

    A question counts that is marked, and a task that is checked by the state; what is only read,
    estimated or passed over tells nothing.
    """
    found: dict[tuple[str, str], Piece] = {}
    skilled = {step.id: step for step in lesson.steps if step.skill and step.counts}
    for sitting in progress.sittings:
        for name, record in sitting.records.items():
            if name in skilled:
                for piece in _pieces(lesson, skilled[name], sitting, record):
                    key = (piece.step, piece.draw)
                    if key not in found or piece.at < found[key].at:
                        found[key] = piece
    yield from found.values()


def _pieces(lesson: Lesson, step: Step, sitting: Sitting, record: StepRecord) -> Iterator[Piece]:
    shown = dict(record.shown)
    attempts = [*_attempts(step, record)]
    for turn in range(record.round + 1):
        first = next((given for given in attempts if given.round == turn), None)
        # Who was shown the answer earlier has not found it, unless the numbers were others.
        salt = salt_of(lesson, step, turn)
        earlier = [at for other, at in shown.items() if salt_of(lesson, step, other) == salt]
        told = min(earlier, default=float("inf"))
        if first is not None and first.at <= told:
            is_right = first.outcome is Outcome.RIGHT and first.hints == 0
            yield _piece(lesson, step, sitting, turn, first.at, is_right=is_right)
        elif turn in shown:
            yield _piece(lesson, step, sitting, turn, shown[turn], is_right=False)


def _attempts(step: Step, record: StepRecord) -> Iterator[Given]:
    """Yield the answers that were marked right or wrong; of a task, that it was done."""
    for given in (*record.past, *record.given):
        if given.outcome in (Outcome.RIGHT, Outcome.WRONG):
            yield given
    if step.ask is None and step.wait is not None and record.phase is Phase.DONE:
        yield Given("", record.finished, Outcome.RIGHT, hints=record.hints, round=record.round)


def _piece(
    lesson: Lesson, step: Step, sitting: Sitting, turn: int, at: float, *, is_right: bool
) -> Piece:
    draw = f"{sitting.seed}" if not sitting.is_first else "first"
    if salt_of(lesson, step, turn):
        draw = f"{sitting.seed}#{turn}"
    return Piece(step.skill, lesson.id, step.id, draw, at, is_right)


def skill_states(pieces: Iterable[Piece]) -> Mapping[str, SkillState]:
    """Return how far somebody is with each skill of which there is evidence."""
    by_skill: dict[str, list[Piece]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.at):
        by_skill.setdefault(piece.skill, []).append(piece)
    return {skill: _state(skill, tuple(found)) for skill, found in by_skill.items()}


def _state(skill: str, pieces: tuple[Piece, ...]) -> SkillState:
    reached, level, due = 0.0, -1, 0.0
    for place, piece in enumerate(pieces, 1):
        last = pieces[max(0, place - LAST_DRAWS) : place]
        if not reached and sum(item.is_right for item in last) >= RIGHT_NEEDED:
            reached = piece.at
        if not piece.is_right:
            level, due = 0, piece.at + _interval(0)
        elif piece.at >= due:
            level = min(level + 1, len(INTERVALS_DAYS) - 1)
            due = piece.at + _interval(level)
        # What goes well before it is due moves nothing: three in one hour are not three weeks.
    return SkillState(skill, pieces, reached, level, due)


def _interval(level: int) -> float:
    return INTERVALS_DAYS[level] * DAY_S


def due_skills(states: Mapping[str, SkillState], now: float) -> tuple[SkillState, ...]:
    """Return the skills that are due, the longest due first."""
    due = [state for state in states.values() if state.is_due(now)]
    return tuple(sorted(due, key=lambda state: state.due))

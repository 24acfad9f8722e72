"""Review: what is due is asked again, with fresh numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.lessons.lesson import Lesson, Step
from engine.lessons.mastery import SkillState, due_skills, evidence, skill_states
from engine.lessons.progress import LessonProgress
from engine.lessons.sitting import Sitting, begin

MOST_IN_REVIEW = 10


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """A question that is due.

    Attributes:
        skill: The skill that it trains.
        lesson: The lesson's id.
        step: The step's id.
    """

    skill: str
    lesson: str
    step: str


def states_of(
    lessons: Sequence[Lesson], progresses: Mapping[str, LessonProgress]
) -> Mapping[str, SkillState]:
    """Return how far somebody is with each skill, over all lessons.

    Args:
        lessons: The lessons.
        progresses: What was done, by the lesson's id.
    """
    pieces = [
        piece
        for lesson in lessons
        if lesson.id in progresses
        for piece in evidence(lesson, progresses[lesson.id])
    ]
    return skill_states(pieces)


def due_steps(
    lessons: Sequence[Lesson], states: Mapping[str, SkillState], now: float
) -> tuple[ReviewStep, ...]:
    """Return one question for each skill that is due, the longest due first.

    Of several the one is taken that was asked least often, then one with numbers of its own, then
    the last of its lesson, where it is done alone.
    """
    found: list[ReviewStep] = []
    for state in due_skills(states, now):
        choices = list(_choices(lessons, state))
        if choices:
            found.append(min(choices, key=lambda choice: choice[0])[1])
    return tuple(found[:MOST_IN_REVIEW])


def _choices(
    lessons: Sequence[Lesson], state: SkillState
) -> Iterator[tuple[tuple[int, bool, int], ReviewStep]]:
    for lesson in lessons:
        for place, step in enumerate(lesson.steps):
            if _can_review(step, state.skill):
                asked = sum(
                    (piece.lesson, piece.step) == (lesson.id, step.id) for piece in state.pieces
                )
                rank = (asked, not step.is_fresh, -place)
                yield rank, ReviewStep(state.skill, lesson.id, step.id)


def _can_review(step: Step, skill: str) -> bool:
    """Tell whether a step shows a skill by itself: it is marked, or checked by the state."""
    is_checked = step.ask is not None or step.wait is not None
    return step.skill == skill and step.counts and is_checked and not step.is_detour


def review(
    lessons: Sequence[Lesson], steps: Sequence[ReviewStep], seed: int, now: float
) -> tuple[Sitting, ...]:
    """Return a sitting for each lesson that has something due, each through its due steps alone.

    A step that opens nothing goes on in what an earlier one opened; who plays it opens that first.

    Args:
        lessons: The lessons.
        steps: What is due.
        seed: From which the numbers are drawn; another one for each review.
        now: The time.
    """
    chosen: dict[str, list[str]] = {}
    for item in steps:
        chosen.setdefault(item.lesson, []).append(item.step)
    known = {lesson.id: lesson for lesson in lessons}
    return tuple(
        begin(known[name], seed, is_first=False, now=now, chosen=ids)
        for name, ids in chosen.items()
    )

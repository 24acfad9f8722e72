"""What is hidden in a sitting as it stands: numbers that were asked for are told once answered."""

from __future__ import annotations

from engine.lessons.lesson import Lesson
from engine.lessons.sitting import Phase, Sitting, next_step
from engine.lessons.staging import hidden_at, hidden_when_over


def hidden_in(lesson: Lesson, sitting: Sitting) -> frozenset[str]:
    """Return the parts and kinds of numbers that are hidden at the step of a sitting.

    Args:
        lesson: The lesson.
        sitting: How far somebody is.
    """
    step, host, phase = sitting.step, sitting.returns_to, sitting.record.phase
    is_answered = lesson.step(step).ask is not None and phase is Phase.DOING
    if not is_answered and phase not in (Phase.DONE, Phase.SHOWN):
        return hidden_at(lesson, step, host)
    return hidden_when_over(lesson, step, host, following=next_step(lesson, sitting))

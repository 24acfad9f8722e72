"""What is said at the end of a lesson: how it was done, what is reached, and what comes next."""

from __future__ import annotations

from desktop.lessons.start.end_view import Ending
from desktop.lessons.start.shelf import Shelf, lesson_card
from engine.lessons.lesson import Lesson
from engine.lessons.sitting import Phase, Sitting
from engine.lessons.words import lesson_title


def ending_of(lesson: Lesson, sitting: Sitting, language: str, shelf: Shelf | None) -> Ending:
    """Return what is said at the end of a lesson.

    Args:
        lesson: The lesson.
        sitting: How it was done.
        language: The code of the language that it speaks.
        shelf: The lessons with what is known of their skills; None while they are read.
    """
    phases = [record.phase for record in sitting.records.values()]
    following = None
    reached: tuple[str, ...] = ()
    training: tuple[tuple[str, int], ...] = ()
    if shelf is not None:
        trained = [(shelf.skill_title(skill), shelf.states.get(skill)) for skill in lesson.skills]
        reached = tuple(title for title, state in trained if state and state.is_reached)
        training = tuple(
            (title, sum(state.recent) if state else 0)
            for title, state in trained
            if not (state and state.is_reached)
        )
        found = shelf.following(lesson.id, lesson.next)
        if found is not None:
            following = (found.source.key, lesson_card(shelf, found).title)
    return Ending(
        title=lesson_title(lesson, language),
        done=phases.count(Phase.DONE),
        shown=phases.count(Phase.SHOWN),
        skipped=phases.count(Phase.SKIPPED),
        reached=reached,
        training=training,
        following=following,
        has_draw=bool(lesson.draw.numbers or lesson.draw.graph),
    )

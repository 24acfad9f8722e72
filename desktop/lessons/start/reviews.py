"""What is asked again in a review: the steps that are due, lesson by lesson."""

from __future__ import annotations

from desktop.lessons.keeping.library import Source
from desktop.lessons.keeping.opening import Wish
from desktop.lessons.start.shelf import Shelf
from engine.lessons.review import due_steps


def due_reviews(shelf: Shelf, now: float) -> list[tuple[Source, Wish]]:
    """Return the lessons in which something is due, and how each is to be opened for that.

    Args:
        shelf: The lessons with what was done in them.
        now: The time in seconds since 1970.
    """
    due = due_steps([each.lesson for each in shelf.lessons], shelf.states, now)
    reviews = []
    for lesson in dict.fromkeys(item.lesson for item in due):
        chosen = tuple(item.step for item in due if item.lesson == lesson)
        if (each := shelf.find(lesson)) is not None:
            reviews.append((each.source, Wish(is_anew=True, is_first=False, chosen=chosen)))
    return reviews

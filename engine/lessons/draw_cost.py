"""What drawing a lesson's numbers costs at most, so that nobody waits for it without an end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.lesson import Condition, Lesson
from engine.lessons.named_values import with_named
from engine.lessons.opened_facts import opened_graph, opening_at
from engine.lessons.passing_slips import EXERCISES

MOST_TRIES = 400
"""Of so many draws one must do. One in fifty that does is found all but surely."""
MOST_CHECKED = 60
"""Looking for slips on a graph takes longer than all else."""
FRESH_TRIES = 8
"""A graph's fresh numbers are looked for so often; each time the best of many are taken."""
MOST_GATES = 1_000_000
"""So many gates a draw may compute when no numbers will do: about half a minute."""

# Each gate is asked about, and each slip there computes a few gates. The best of a graph's fresh
# numbers is looked for among so many candidates.
_SLIPS, _CANDIDATES = 80, 40


def draw_cost(lesson: Lesson) -> int:
    """Return how many gates a draw computes at most, be it that no numbers will do.

    A lesson without drawn numbers costs nothing.
    """
    draw = lesson.draw
    if not (draw.numbers or draw.graph):
        return 0
    tries, checked = MOST_TRIES, MOST_CHECKED
    fresh = 0
    if draw.graph:
        tries = checked = FRESH_TRIES
        fresh = _gates(draw.graph) * _CANDIDATES * _SLIPS
    worths = (formula for value in draw.named for formula in _formulas(value.worth))
    kept = (formula for condition in draw.keep for formula in _compared(condition))
    named = sum(_gates(formula) for formula in (*worths, *kept))
    return tries * (fresh + named) + checked * _opened(lesson)


def check_cost(lesson: Lesson) -> None:
    """Check that drawing a lesson's numbers comes to an end soon.

    Raises:
        EngineError: It does not (code ``lesson_draw_costly``).
    """
    cost = draw_cost(lesson)
    if cost > MOST_GATES:
        raise EngineError(
            "lesson_draw_costly",
            f"Drawing these numbers could take {cost} computed gates, and {MOST_GATES} are the "
            "most: draw for a smaller graph, or ask about a smaller one.",
            cost=cost,
            most=MOST_GATES,
        )


def _opened(lesson: Lesson) -> int:
    """Return how many gates looking once for slips computes on the graphs that are opened."""
    try:
        known = with_named(lesson.draw, dict(lesson.draw.first))
    except EngineError:
        # It is told where the value stands.
        return 0
    found = 0
    for step in lesson.steps:
        opening = opening_at(lesson, step)
        graph = None if opening is None or step.ask is None else opened_graph(opening, known)
        if graph is not None and step.ask is not None:
            # Each slip that the lesson foresees is marked, which looks for the others too.
            looks = _SLIPS * (1 + len(step.slips)) if step.ask.kind in EXERCISES else 1
            found += len(list(graph.gates())) * looks
    return found


def _formulas(worth: Any) -> Iterator[str]:
    if isinstance(worth, list):
        for part in worth:
            yield from _formulas(part)
    else:
        yield str(worth)


def _compared(condition: Condition) -> Iterator[str]:
    yield condition.fact
    yield from map(str, CONDITIONS[condition.kind].formulas(condition))
    for part in condition.parts:
        yield from _compared(part)


def _gates(formula: str) -> int:
    try:
        return len(list(parse_formula(formula).gates()))
    except EngineError:
        return 0

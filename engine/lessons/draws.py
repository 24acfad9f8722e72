"""The numbers of a sitting: the course's at first, then fresh ones from the seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import numpy as np

from engine.errors import EngineError, EvaluationError
from engine.exercises.fresh_numbers import fresh_numbers
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.lessons.conditions.testing import unmet
from engine.lessons.draw_cost import FRESH_TRIES, MOST_CHECKED, MOST_TRIES, check_cost
from engine.lessons.facts import Fact
from engine.lessons.lesson import Draw, Lesson
from engine.lessons.named_values import with_named
from engine.lessons.passing_slips import passing_slips


def drawn_numbers(lesson: Lesson, seed: int, *, is_first: bool, salt: str = "") -> dict[str, float]:
    """Return the numbers of a lesson.

    Drawn numbers fulfil the lesson's `keep`, are not all those of the first sitting, and none of
    the slips of its questions could pass for the right answer with them.

    Args:
        lesson: The lesson.
        seed: The sitting's seed; one seed always gives the same numbers.
        is_first: Whether it is the first sitting, which has the course's numbers.
        salt: The id of a step that has numbers of its own; they are drawn in the first sitting too.

    Raises:
        EngineError: No numbers were found that will do (code ``lesson_no_draw``), or looking for
            them could take too long (code ``lesson_draw_costly``).
    """
    *_, numbers = drawing_numbers(lesson, seed, is_first=is_first, salt=salt)
    assert numbers is not None, "the last of what is yielded are the numbers"
    return numbers


def drawing_numbers(
    lesson: Lesson, seed: int, *, is_first: bool, salt: str = ""
) -> Iterator[dict[str, float] | None]:
    """Draw as `drawn_numbers` does; the arguments and errors are the same.

    Yields:
        None after each try, where the draw may be given up; at last the numbers.
    """
    draw = lesson.draw
    if (is_first and not salt) or not (draw.numbers or draw.graph):
        yield dict(draw.first)
        return
    check_cost(lesson)
    checked = 0
    for numbers in tried_numbers(lesson, seed, salt):
        yield None
        if not is_kept(draw, numbers):
            continue
        checked += 1
        if next(passing_slips(lesson, numbers), None) is None:
            yield numbers
            return
        if checked == MOST_CHECKED:
            break
    raise EngineError(
        "lesson_no_draw",
        "No numbers were found with which every slip of this lesson shows: draw from more numbers, "
        "or ask less of them in “keep”.",
    )


def drawn_facts(lesson: Lesson, seed: int, *, is_first: bool, salt: str = "") -> dict[str, Fact]:
    """Return the numbers of a lesson with the values that it names, which are computed from them.

    Args:
        lesson: The lesson.
        seed: The sitting's seed.
        is_first: Whether it is the first sitting.
        salt: The id of a step that has numbers of its own.

    Raises:
        EngineError: As `drawn_numbers`; or a named value does not exist with the course's numbers.
    """
    *_, facts = drawing_facts(lesson, seed, is_first=is_first, salt=salt)
    assert facts is not None, "the last of what is yielded are the facts"
    return facts


def drawing_facts(
    lesson: Lesson, seed: int, *, is_first: bool, salt: str = ""
) -> Iterator[dict[str, Fact] | None]:
    """Draw as `drawn_facts` does; the arguments and errors are the same.

    Yields:
        None after each try, where the draw may be given up; at last the facts.
    """
    for numbers in drawing_numbers(lesson, seed, is_first=is_first, salt=salt):
        yield None if numbers is None else with_named(lesson.draw, numbers)


def is_kept(draw: Draw, numbers: Mapping[str, float]) -> bool:
    """Tell whether drawn numbers fulfil what is asked of them, and all named values exist."""
    try:
        known = with_named(draw, numbers)
    except EngineError:
        return False
    return not any(unmet(condition, known) for condition in draw.keep)


def tried_numbers(lesson: Lesson, seed: int, salt: str = "") -> Iterator[dict[str, float]]:
    """Return the numbers that are drawn one after another until some will do.

    Args:
        lesson: The lesson.
        seed: The sitting's seed.
        salt: The id of a step that has numbers of its own.
    """
    draw = lesson.draw
    start = _number_of(seed, salt)
    generator = np.random.default_rng(start)
    for turn in range(FRESH_TRIES if draw.graph else MOST_TRIES):
        numbers = {number.name: float(generator.choice(number.choices)) for number in draw.numbers}
        if draw.graph:
            numbers.update(_graph_numbers(draw, start + turn))
        if numbers != draw.first:
            yield numbers


def _graph_numbers(draw: Draw, seed: int) -> dict[str, float]:
    """Return fresh numbers for the inputs of the draw's graph, as exercises get them."""
    graph = _with_numbers(parse_formula(draw.graph), draw.first)
    try:
        graph = fresh_numbers(graph, seed)
    except EvaluationError:
        return {}
    return {
        node.name: float(node.value)
        for node in graph.nodes.values()
        if node.name in draw.first and node.value is not None and node.value.ndim == 0
    }


def _with_numbers(graph: Graph, numbers: Mapping[str, float]) -> Graph:
    for name, number in numbers.items():
        node = graph.named(name)
        if node is not None and graph.nodes[node].is_source:
            graph = set_value(graph, node, number)
    return graph


def _number_of(seed: int, salt: str) -> int:
    """Return a number for the generator that differs by step, also where seeds are neighbours."""
    digest = hashlib.sha256(f"{seed}\n{salt}".encode()).digest()
    return int.from_bytes(digest[:8], "big")

"""What is known at a step without a window: drawn numbers, and what an opened graph is worth.

The learner may have changed the graph since; so this is for drawing numbers and for checking a
lesson, and never for marking.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

import numpy as np

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.lessons.facts import Fact
from engine.lessons.lesson import Lesson, Opening, Step
from engine.lessons.openings import opened_state


@dataclass(frozen=True)
class Known:
    """What is known at a step.

    Attributes:
        facts: The drawn numbers, and the facts of the opened graph, or the name of the opened
            data set.
        graph: That graph with its values; None where the step shows none that can be known.
    """

    facts: Mapping[str, Fact]
    graph: Graph | None = None

    __hash__ = None  # type: ignore[assignment]  # its facts may hold arrays


def opening_at(lesson: Lesson, step: Step) -> Opening | None:
    """Return what is open at a step: what it opens itself, or the nearest step before it."""
    if step.opening is not None:
        return step.opening
    found: Opening | None = None
    for other in takewhile(lambda other: other.id != step.id, lesson.steps):
        # A detour comes back to what was there.
        if other.opening is not None and not other.is_detour:
            found = other.opening
    return found


def known_at(lesson: Lesson, step: Step, numbers: Mapping[str, Fact]) -> Known:
    """Return what is known at a step.

    Args:
        lesson: The lesson.
        step: One of its steps.
        numbers: The drawn numbers, and what is computed from them by name.
    """
    return KnownSteps(lesson, numbers).at(step)


class KnownSteps:
    """What is known at every step with some numbers; what several steps show is computed once."""

    def __init__(self, lesson: Lesson, numbers: Mapping[str, Fact]) -> None:
        """Begin with nothing computed; the arguments are those of `known_at`."""
        self._lesson = lesson
        self._numbers = numbers
        # By the identity of what is opened, which the lesson keeps: its state may hold lists.
        self._known: dict[int, Known] = {}

    def at(self, step: Step) -> Known:
        """Return what is known at a step."""
        opening = opening_at(self._lesson, step)
        key = id(opening)
        if key not in self._known:
            self._known[key] = _known_of(opening, self._numbers)
        return self._known[key]


def _known_of(opening: Opening | None, numbers: Mapping[str, Fact]) -> Known:
    graph = None if opening is None else opened_graph(opening, numbers)
    if graph is None:
        return Known({**_data_facts(opening), **numbers})
    # By its formula a question about the graph is marked, as with what the page tells.
    formula = {"formula": format_formula(graph)}
    return Known({**formula, **graph_facts(graph), **numbers}, graph)


def _data_facts(opening: Opening | None) -> dict[str, Fact]:
    """Return which data set a training has: it decides what a drawn line parts."""
    data = opening.state.get("data") if opening and opening.space == "training" else None
    return {"data": data} if isinstance(data, str) else {}


def opened_graph(opening: Opening, numbers: Mapping[str, Fact]) -> Graph | None:
    """Return the graph that a step opens by a formula; None where it opens something else."""
    if opening.space != "graph" or "formula" not in opening.state:
        return None
    try:
        state = opened_state(opening, numbers)
        values = state.get("values", {})
        names = [str(name) for name in values] if isinstance(values, Mapping) else []
        graph = parse_formula(str(state["formula"]), names=names)
        for name, value in values.items() if isinstance(values, Mapping) else ():
            node = graph.named(str(name))
            if node is not None:
                graph = set_value(graph, node, np.asarray(value, dtype=np.float64))
    except (EngineError, ValueError, TypeError):
        # What is wrong with it is told where it is checked.
        return None
    return graph


def graph_facts(graph: Graph) -> dict[str, Fact]:
    """Return the values and gradients of a graph by the names that its page gives them."""
    evaluation = evaluate(graph)
    facts: dict[str, Fact] = {}
    for node, name in graph.names.items():
        if node in evaluation.values:
            facts[f"value_{name}"] = _as_fact(evaluation.values[node])
        if node in evaluation.gradients.nodes:
            facts[f"grad_{name}"] = _as_fact(evaluation.gradients.nodes[node])
    if graph.result in evaluation.values and graph.result is not None:
        facts["result"] = _as_fact(evaluation.values[graph.result])
    return facts


def _as_fact(value: object) -> Fact:
    array = np.asarray(value, dtype=np.float64)
    return float(array) if array.ndim == 0 else array

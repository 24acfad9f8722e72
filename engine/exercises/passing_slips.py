"""Slips that would pass: they lead to an answer that is marked right, by the numbers' accident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from engine.arrays import Array
from engine.errors import EngineError
from engine.exercises.case import Case
from engine.exercises.exercise import Exercise, make_exercise
from engine.exercises.question import Kind, Question
from engine.exercises.rule import could_pass
from engine.exercises.slips.catalog import SLIPS
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId

# A slip at a question, and which of the wrong answers that it leads to there.
_Way = tuple[Question, str, int]

# Far enough to part what is equal by accident, near enough that every max sends the same way.
_LEAST_MOVE, _MOST_MOVE = 0.01, 0.03
_SAME = 1e-9


class PassingSlips:
    """Looks for them in one graph with various numbers.

    A slip whose answer is the right one still when all numbers are moved a little is none at that
    gate: forgetting the local gradient of + changes nothing. What was seen to be so is kept.
    """

    def __init__(self, changing: Sequence[NodeId]) -> None:
        """Look at one graph.

        Args:
            changing: The sources whose numbers are drawn.
        """
        self._changing = changing
        self._always: set[_Way] = set()

    def questions(self, graph: Graph) -> frozenset[Question]:
        """Return the questions at which a slip could pass, of values and gradients alike."""
        try:
            exercise = make_exercise(graph, Kind.BOTH)
        except EngineError:
            # Nothing is asked, so that nothing can be answered wrongly.
            return frozenset()
        ways = {way for way in _passing(exercise) if way not in self._always}
        if ways:
            self._always |= _equal(make_exercise(self._moved(graph), Kind.BOTH), ways)
        return frozenset(question for question, *_ in ways - self._always)

    def _moved(self, graph: Graph) -> Graph:
        generator = np.random.default_rng(0)
        for node in self._changing:
            value = graph.nodes[node].value
            assert value is not None
            factors = 1.0 + generator.uniform(_LEAST_MOVE, _MOST_MOVE, size=value.shape)
            graph = set_value(graph, node, value * factors)
        return graph


def _passing(exercise: Exercise) -> Iterator[_Way]:
    for way, wrong, right in _wrong_answers(exercise, exercise.questions):
        if could_pass(wrong, right):
            yield way


def _equal(exercise: Exercise, ways: set[_Way]) -> set[_Way]:
    asked = {question for question, *_ in ways}.intersection(exercise.questions)
    return {
        way
        for way, wrong, right in _wrong_answers(exercise, asked)
        if way in ways and wrong.shape == right.shape and np.allclose(wrong, right, _SAME, 0.0)
    }


def _wrong_answers(
    exercise: Exercise, questions: Iterable[Question]
) -> Iterator[tuple[_Way, Array, Array]]:
    for question in questions:
        case = Case(exercise, question, exercise.numbers)
        for name, slip in SLIPS.items():
            if not slip.is_close:
                for place, wrong in enumerate(slip.answers_to(case)):
                    yield (question, name, place), wrong, case.right

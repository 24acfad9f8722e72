"""Whether spaces can open what a lesson's steps open, with the course's own numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.errors import EngineError
from engine.lessons.checking.names import LineOf
from engine.lessons.facts import Fact
from engine.lessons.fault_list import FaultList
from engine.lessons.files import LessonFiles
from engine.lessons.lesson import Lesson, Opening, Step
from engine.lessons.named_values import with_named
from engine.lessons.opened_facts import opened_graph
from engine.lessons.openings import opened_state
from engine.lessons.vocabulary.spaces import SPACES
from engine.operations.catalog import OPERATIONS
from engine.quoting import quote
from engine.races.opened_race import FIRST_METHOD, opened_race
from engine.training.run.opened import opened_training
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup

_FIRST = TrainingSetup(TrainingRun())
# A formula of one's own may be called so in the activations space.
_OWN = "own_"


def check_openings(lesson: Lesson, files: LessonFiles, faults: FaultList, line_of: LineOf) -> None:
    """Note what no space can open.

    Args:
        lesson: The lesson, its names known.
        files: The lesson's files.
        faults: Those of its structure's file.
        line_of: Returns the line of what stands in a step's table.
    """
    try:
        numbers = with_named(lesson.draw, dict(lesson.draw.first))
    except EngineError:
        # What is wrong with a named value is told where it stands.
        return
    for step in lesson.steps:
        if step.opening is not None:
            _check_words(step, step.opening, faults, line_of)
            _check_opened(step.opening, numbers, files, faults)


def _check_words(step: Step, opening: Opening, faults: FaultList, line_of: LineOf) -> None:
    """Note a word that is none of those that its key takes."""
    space = SPACES.find(opening.space)
    for key, known in () if space is None else space.words.items():
        if key not in opening.state:
            continue
        value, line = opening.state[key], line_of(step.id, "open", key) or opening.line
        if not isinstance(value, str) or value not in known:
            faults.unlisted(str(value), list(known), at=line, among="words")
    if opening.space == "activations":
        named = opening.state.get("chosen", [])
        for name in [*(named if isinstance(named, list) else [named]), *_selected(opening)]:
            if OPERATIONS.find(str(name)) is None and not str(name).startswith(_OWN):
                line = line_of(step.id, "open", "chosen") or opening.line
                faults.unlisted(str(name), list(OPERATIONS), at=line, among="functions")


def _selected(opening: Opening) -> list[object]:
    return [opening.state["selected"]] if "selected" in opening.state else []


def _check_opened(
    opening: Opening, numbers: Mapping[str, Fact], files: LessonFiles, faults: FaultList
) -> None:
    """Open a training or a race as its space does, without training or racing it."""
    try:
        state = opened_state(opening, numbers)
        if opening.space == "training":
            opened_training(state, files.text, _FIRST)
        elif opening.space == "optimizers" and "formula" not in state:
            next(opened_race(state, files.text, (FIRST_METHOD,)))
        elif opening.space == "graph":
            _check_values(opening, state, numbers)
    except EngineError as error:
        if error.code not in _LATER:
            faults.pass_on(error, opening.line)


def _check_values(opening: Opening, state: Mapping[str, Any], numbers: Mapping[str, Fact]) -> None:
    """Check that the values of a formula's inputs have names of its inputs.

    Raises:
        EngineError: One has not (code ``lesson_open_input``).
    """
    graph, values = opened_graph(opening, numbers), state.get("values", {})
    for name in values if graph is not None and isinstance(values, Mapping) else ():
        node = graph.named(str(name)) if graph is not None else None
        if node is None or graph is None or not graph.nodes[node].is_source:
            raise EngineError(
                "lesson_open_input",
                f"“{quote(str(name))}” is no input of the formula.",
                name=str(name),
            )


# What is known only while the lesson is played.
_LATER = frozenset(("fact_unknown", "fact_unknown_near", "fact_missing", "fact_no_graph"))

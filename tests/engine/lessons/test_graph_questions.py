"""Questions about the numbers of a graph, and boxes on the canvas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from engine.exercises.exercise import make_exercise
from engine.exercises.marking import Verdict
from engine.exercises.progress import Progress
from engine.exercises.question import Kind, Question
from engine.formula.parser import parse_formula
from engine.formula.typed_value import read_typed
from engine.lessons.answer import Marked, Outcome
from engine.lessons.facts import Fact
from engine.lessons.lesson import Opening, Slip
from engine.lessons.marking import (
    mark_answer,
    recorded_facts,
)
from engine.lessons.questions.exercise_questions import canvas_answer, question_names
from tests.engine.lessons.asking import fault, outcome, step
from tests.engine.lessons.samples import A1

E: Mapping[str, Fact] = {"formula": "e = (a + b)*(b + 1)", "value_a": 2.0, "value_b": 1.0}


def test_the_engine_names_slips_of_its_own() -> None:
    asks = step("gradient", Slip("own-value", gives="value_z"), of="z")
    marked = mark_answer(asks, "-4", A1)
    assert (marked.outcome, marked.slip, marked.engine_slip) == (
        Outcome.WRONG,
        "own-value",
        "swapped_inputs",
    )
    plain = mark_answer(step("gradient", of="z"), "-4", A1)
    assert (plain.slip, plain.engine_slip) == ("", "swapped_inputs")
    assert mark_answer(step("gradient", of="z"), "99", A1).engine_slip == ""


def test_a_value_is_asked_for_by_its_nodes_name() -> None:
    asks = step("value", of="q")
    assert outcome(asks, "3", A1) == "right"
    assert outcome(asks, "-3", A1) == "wrong"
    assert fault(step("value", of="x"), "3", A1) == "ask_nothing_of"
    assert fault(step("gradient", of="f"), "1", A1) == "ask_nothing_of"
    assert fault(step("gradient", of="w"), "1", A1) == "ask_no_node"
    assert fault(step("gradient", of="x"), "1", {}) == "fact_no_graph"


def test_a_gradient_over_several_ways_is_their_sum() -> None:
    asks = step("gradient", of="b")
    assert outcome(asks, "5", E) == "right"
    assert mark_answer(asks, "2", E).engine_slip == "missed_branch"


def test_without_a_window_the_opening_tells_the_graph() -> None:
    opening = Opening("graph", {"formula": "u*v", "values": {"u": ["x", 2], "v": [3, 4]}})
    asks = replace(step("gradient", of="u"), opening=opening)
    for facts in ({"x": 1.0}, {"x": 1.0, "formula": None}):
        assert outcome(asks, "[3, 4]", facts) == "right"
    assert recorded_facts(asks, {"x": 1.0}) == {"x": 1.0}
    ragged = replace(asks, opening=Opening("graph", {"formula": "u*v", "values": {"u": [[1], 2]}}))
    assert fault(ragged, "1") == "ask_no_value"
    assert recorded_facts(ragged, {}) == {}
    elsewhere = replace(asks, opening=Opening("training", {}))
    assert fault(elsewhere, "1") == "fact_no_graph"


def test_boxes_have_names_by_which_they_are_marked_again() -> None:
    exercise = make_exercise(parse_formula(str(E["formula"])), Kind.BOTH)
    names = list(question_names(exercise))
    assert len(set(names)) == len(exercise.questions)
    assert "gradient b" in names
    assert sum(name.startswith("gradient b →") for name in names) == 2


def boxes(*answers: str, **more: Any) -> Marked:
    return mark_answer(step("canvas", **{"hides": "gradients", **more}), answers, A1)


RIGHT_BOXES = ("gradient q = -4", "gradient z = 3", "gradient x = -4", "gradient y = -4")


def test_all_boxes_are_to_be_right_unless_fewer_will_do() -> None:
    assert boxes(*RIGHT_BOXES).is_right
    part = boxes(*RIGHT_BOXES[:3])
    assert part.fault is not None
    assert part.fault.code == "answer_boxes"
    assert boxes(*RIGHT_BOXES[:3], **{"pass": {"right": 3}}).is_right
    assert boxes(*RIGHT_BOXES[:2], **{"pass": {"right": 99}}).outcome is Outcome.NO_ATTEMPT


def test_a_wrong_box_is_named_with_its_slip() -> None:
    marked = boxes("gradient q = -4", "gradient z = -4")
    assert (marked.outcome, marked.engine_slip) == (Outcome.WRONG, "swapped_inputs")
    assert marked.facts["wrong_boxes"] == ("gradient z",)
    assert (marked.facts["boxes_right"], marked.facts["boxes_total"]) == (1.0, 4.0)


def test_what_follows_from_a_wrong_number_is_right() -> None:
    marked = boxes("gradient q = 8", "gradient x = 8")
    assert (marked.facts["boxes_right"], marked.facts["boxes_wrong"]) == (1.0, 1.0)


def test_later_tries_are_told_from_first_ones() -> None:
    first = {"pass": {"right": "all", "first_try": 4}}
    assert boxes(*RIGHT_BOXES, **first).is_right
    for late in ("gradient y = -4 #2", "gradient y = ?"):
        marked = boxes(*RIGHT_BOXES[:3], late, **first)
        assert marked.outcome is Outcome.WRONG
        assert marked.facts["boxes_first"] == 3.0
    assert boxes(*RIGHT_BOXES[:3], "gradient y = -4 #2").is_right
    again = boxes("gradient y = 7", *RIGHT_BOXES, **first)
    assert (again.outcome, again.facts["boxes_first"]) == (Outcome.WRONG, 3.0)


def test_a_shown_box_is_no_right_one() -> None:
    marked = boxes(*RIGHT_BOXES[:3], "gradient y = ?")
    assert (marked.outcome, marked.facts["boxes_shown"]) == (Outcome.WRONG, 1.0)


def test_what_is_no_box_is_no_attempt() -> None:
    for text in ("gradient w = 1", "gradient q", "4", "gradient q -> 3 = 1"):
        found = boxes(text)
        assert found.fault is not None
        assert found.fault.code == "answer_box", text
    short = mark_answer(
        step("canvas", hides="values"), ("value f = 0.3",), {"formula": "f = x/3", "value_x": 1.0}
    )
    assert short.fault is not None
    assert short.fault.code == "answer_short"


def test_the_boxes_of_an_exercise_are_kept_as_texts() -> None:
    exercise = make_exercise(parse_formula("f = x*y + 1"), Kind.VALUES)
    first, last = exercise.questions
    progress = give(Progress(), first, "7", exercise)
    progress = give(progress, first, "1", exercise).shown(last)
    assert len(canvas_answer(exercise, Progress())) == 0
    texts = canvas_answer(exercise, progress)
    assert texts[1] == "value f = ?"
    assert texts[0].endswith(" = 1 #2")
    facts: Mapping[str, Fact] = {"formula": "f = x*y + 1", "value_x": 1.0, "value_y": 1.0}
    marked = mark_answer(step("canvas", hides="values"), texts, facts)
    assert (marked.facts["boxes_right"], marked.facts["boxes_shown"]) == (1.0, 1.0)


def give(progress: Progress, question: Question, text: str, exercise: Any) -> Progress:
    done = progress.answered(exercise, question, read_typed(text)).marked(exercise)
    assert done.marks[question].verdict is not Verdict.NO_ATTEMPT
    return done

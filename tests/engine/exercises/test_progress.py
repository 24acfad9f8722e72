"""Progress: answers, marks, hints and what was shown, and the score of it all."""

from __future__ import annotations

import pytest

from engine.errors import ShapeError
from engine.exercises.exercise import make_exercise
from engine.exercises.marking import Verdict
from engine.exercises.progress import Progress, Score
from engine.exercises.question import Kind
from engine.formula.parser import parse_formula
from engine.formula.typed_value import read_typed
from tests.support.graphs import product_of_sum

EXERCISE = make_exercise(product_of_sum(), Kind.GRADIENTS)
TO_Q, TO_Z, TO_X, TO_Y = EXERCISE.questions


def test_an_answer_waits_for_its_mark() -> None:
    progress = Progress().answered(EXERCISE, TO_Q, read_typed("[[-4]]"))
    assert progress.answers[TO_Q].value.shape == ()
    assert not progress.is_done(TO_Q)
    marked = progress.marked(EXERCISE)
    assert marked.is_right(TO_Q)
    assert not marked.answers
    assert marked.still_open(EXERCISE) == [TO_Z, TO_X, TO_Y]


def test_an_answer_of_another_shape_is_refused() -> None:
    with pytest.raises(ShapeError):
        Progress().answered(EXERCISE, TO_Q, read_typed("[1, 2]"))


def test_hints_tries_and_reveals_are_counted() -> None:
    progress = Progress().answered(EXERCISE, TO_Q, read_typed("4")).marked(EXERCISE).hinted(TO_Q)
    assert progress.score(EXERCISE) == Score(0, 4, 0, 1, 0, 1)
    progress = progress.answered(EXERCISE, TO_Q, read_typed("-4")).marked(EXERCISE)
    progress = progress.answered(EXERCISE, TO_Z, read_typed("3")).marked(EXERCISE)
    progress = progress.shown(TO_X).hinted(TO_Q)
    assert progress.score(EXERCISE) == Score(
        right=2, total=4, first=1, wrong=0, revealed=1, hints=2
    )
    assert progress.still_open(EXERCISE) == [TO_Y]


def test_what_followed_is_open_again_when_the_earlier_number_is_another_one() -> None:
    progress = Progress().answered(EXERCISE, TO_Q, read_typed("3"))
    progress = progress.answered(EXERCISE, TO_X, read_typed("3")).marked(EXERCISE)
    assert progress.marks[TO_X].verdict is Verdict.FOLLOWS
    assert progress.marked(EXERCISE).marks[TO_X].verdict is Verdict.FOLLOWS
    progress = progress.answered(EXERCISE, TO_Q, read_typed("-4")).marked(EXERCISE)
    assert TO_X not in progress.marks
    assert progress.still_open(EXERCISE) == [TO_Z, TO_X, TO_Y]


def test_an_answer_can_be_taken_back() -> None:
    progress = Progress().answered(EXERCISE, TO_Q, read_typed("3")).withdrawn(TO_Q)
    assert progress == Progress()


def test_what_is_too_short_to_tell_is_no_try_and_not_wrong() -> None:
    exercise = make_exercise(parse_formula("f = sigmoid(x)"), Kind.VALUES)
    (question,) = exercise.questions
    progress = Progress().answered(exercise, question, read_typed("0.7")).marked(exercise)
    assert progress.marks[question].verdict is Verdict.NO_ATTEMPT
    assert not progress.is_done(question)
    assert progress.score(exercise) == Score(0, 1, 0, 0, 0, 0)
    progress = progress.answered(exercise, question, read_typed("0.73")).marked(exercise)
    assert progress.score(exercise).first == 1


def test_the_last_answer_is_given_back_whether_it_was_marked_or_not() -> None:
    assert Progress().given(TO_Q) is None
    progress = Progress().answered(EXERCISE, TO_Q, read_typed("3")).marked(EXERCISE)
    marked = progress.given(TO_Q)
    assert marked is not None
    assert marked.text == "3"
    waiting = progress.answered(EXERCISE, TO_Q, read_typed("-4")).given(TO_Q)
    assert waiting is not None
    assert waiting.text == "-4"
    assert progress.given(TO_Z) is None

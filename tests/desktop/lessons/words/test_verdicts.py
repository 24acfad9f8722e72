"""What is said of an answer where the lesson itself has no words for it."""

from __future__ import annotations

from desktop.lessons.words.verdicts import why
from engine.lessons.answer import Marked, Outcome
from engine.lessons.lesson import StepWords


def canvas_mark(right: int, first: int, total: int) -> Marked:
    facts = {
        "boxes_right": float(right),
        "boxes_first": float(first),
        "boxes_total": float(total),
    }
    return Marked(Outcome.WRONG, "gradient q = −3", facts=facts)


def test_boxes_that_are_right_in_the_end_tell_how_to_do_it_on_ones_own() -> None:
    said = why(canvas_mark(4, 3, 4), StepWords("Alone"), {}, is_over=False)
    assert "3 of 4 of them at the first try" in said
    assert "begin this step anew" in said


def test_boxes_that_are_not_all_right_say_nothing_of_it() -> None:
    assert why(canvas_mark(3, 3, 4), StepWords("Alone"), {}, is_over=False) == ""


def test_a_number_that_nobody_named_is_not_explained() -> None:
    wrong = Marked(Outcome.WRONG, "7")
    assert why(wrong, StepWords("Number"), {}, is_over=False) == ""

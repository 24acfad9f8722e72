"""Sums written out in numbers: as many terms as there are elements, or nothing."""

from __future__ import annotations

from engine.explanation.filling import Filler, fill_with_numbers


def vector(*numbers: str) -> Filler:
    return Filler("v", elements=tuple(Filler(number) for number in numbers))


def test_a_sum_has_a_term_for_each_element() -> None:
    fillers = {"x": vector("1", "2", "3")}
    assert fill_with_numbers(r"\sum_i {$x}_i", fillers, 3) == "1 + 2 + 3"


def test_a_sum_over_other_elements_than_are_known_is_not_written() -> None:
    fillers = {"x": vector("1", "2")}
    assert fill_with_numbers(r"\sum_i {$x}_i", fillers, 3, 3) == ""

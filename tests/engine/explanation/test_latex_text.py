"""Lines of LaTeX read as text, and lines broken at their signs."""

from __future__ import annotations

import pytest

from engine.explanation.chain import without_result
from engine.explanation.latex_text import latex_text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\textcolor{#00aa00}{3} \cdot x", "3 · x"),
        (r"\frac {a + b} {2}", "(a + b)/2"),
        (r"\sqrt {2}", "√(2)"),
    ],
)
def test_colours_and_spaces_between_groups_say_nothing(latex: str, text: str) -> None:
    assert latex_text(latex) == text


def test_a_question_shows_the_arithmetic_up_to_the_number_that_is_asked_for() -> None:
    assert without_result(r"2 \cdot 3 = 6") == r"= 2 \cdot 3"
    assert without_result(r"\approx 1/3 \approx 0.33") == r"\approx 1/3"
    assert without_result("= 6") == ""
    assert without_result("") == ""

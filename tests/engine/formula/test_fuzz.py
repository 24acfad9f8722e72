"""Texts that nobody would write as formulas are read or refused, within a bounded work."""

from __future__ import annotations

import pytest

from tests.support.formula_fuzz import (
    MOST_CALLS,
    MOST_CALLS_EACH,
    Faulty,
    calls_of,
    outcome_of,
    texts,
)


def test_any_text_is_read_asked_about_or_refused_in_a_sentence() -> None:
    outcomes = [outcome_of(text) for text in texts(400, seed=3)]
    assert [each for each in outcomes if isinstance(each, Faulty)] == []


@pytest.mark.parametrize(
    "sign", ["(", "[", "|", "‖", "√", "e^", "sin ", "2", "x", "x ", "-", "²", ".T"]
)
def test_a_long_text_is_as_much_work_as_its_length_says(sign: str) -> None:
    for count in (50, 1_000):
        text = sign * count
        assert calls_of(text) <= MOST_CALLS + MOST_CALLS_EACH * len(text), text[:20]

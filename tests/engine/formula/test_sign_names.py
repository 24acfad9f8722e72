"""The sign of a number is no function here, and a step that is 1 at 0 does not pass for it."""

from __future__ import annotations

import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import FormulaError
from engine.formula.parser import parse_formula


@pytest.mark.parametrize("name", ["sgn", "sign", "Signum"])
def test_the_sign_is_refused_with_the_step_that_there_is(name: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(f"{name}(x)")
    assert caught.value.code == "no_sign"
    assert "bipolar_step(x) is −1 below 0 and 1 from 0 on" in str(caught.value)


@pytest.mark.parametrize(("x", "expected"), [("-0.1", -1.0), ("0", 1.0), ("0.1", 1.0)])
def test_the_step_is_what_the_refusal_says(x: str, expected: float) -> None:
    found = evaluate(parse_formula(f"f = bipolar_step({x})"))
    assert found.target is not None
    assert float(found.values[found.target]) == expected

"""What is larger than floats is written as that, and never as equal to infinity."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import evaluate
from engine.explanation.latex_text import latex_text
from engine.explanation.number_latex import Ink
from tests.engine.explanation.test_written_lines import graph_of, sections

OVER = "> 1.8e308 (float: ∞)"
UNDER = "< −1.8e308 (float: −∞)"


def lines_of(formula: str, **values: ArrayLike) -> list[str]:
    """Return every line of every gate's card as text."""
    graph = graph_of(formula, values)
    with np.errstate(all="ignore"):
        evaluation = evaluate(graph)
    return [
        latex_text(line)
        for node, shown in graph.nodes.items()
        if not shown.is_source
        for section in sections(evaluation, node, Ink("", "", 4))
        for line in section
    ]


@pytest.mark.parametrize(
    ("formula", "values", "written"),
    [
        ("exp(x)", {"x": 1000.0}, f"= e^1000 {OVER}"),
        ("x*y", {"x": 1e200, "y": -1e200}, f"= 1e200 · (−1e200) {UNDER}"),
        ("x + y", {"x": 1e308, "y": 1e308}, f"= 1e308 + (1e308) {OVER}"),
        ("x**3", {"x": 1e150}, f"= (1e150)^3 {OVER}"),
        ("x/y", {"x": 1e300, "y": 1e-300}, OVER),
        ("square(x)", {"x": 1e200}, OVER),
    ],
)
def test_a_value_beyond_the_floats(formula: str, values: dict[str, float], written: str) -> None:
    lines = lines_of(formula, **values)
    assert any(line.endswith(written) for line in lines), lines
    # The value and the gradient alike: nothing is equal to what it is not.
    assert not any(line.endswith(("= ∞", "= −∞")) for line in lines), lines


def test_a_gradient_beyond_the_floats() -> None:
    assert f"= 1e200 · (1e200) {OVER}" in lines_of("(x*y)*z", x=1.0, y=1e200, z=1e200)
    assert f"= e^1000 · 2 {OVER}" in lines_of("exp(x)*y", x=1000.0, y=2.0)


def test_of_an_array_what_floats_make_of_it_is_named_so() -> None:
    lines = lines_of("sum(exp(x))", x=[1000.0, 1.0])
    assert any("→ [∞; 2.7183] (float)" in line for line in lines)


def test_what_is_finite_or_has_a_pole_is_written_as_before() -> None:
    assert "= e^1 ≈ 2.7183" in lines_of("exp(x)", x=1.0)
    assert "= 1/0 = ∞" in lines_of("1/x", x=0.0)

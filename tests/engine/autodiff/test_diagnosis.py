"""A number that is not finite names the gate where it was born and the likely cause."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import evaluate
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from tests.support.graphs import node


def _graph(formula: str, **values: ArrayLike) -> Graph:
    graph = parse_formula(formula)
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), value)
    return graph


@pytest.mark.parametrize(
    ("formula", "x", "operation", "code"),
    [
        ("exp(1/x) + 1", 0.0, "reciprocal", "division_by_zero"),
        ("(x + 1)/(x - x)", 1.0, "divide", "division_by_zero"),
        ("exp(log(x))", 0.0, "log", "log_of_non_positive"),
        ("2*log(x)", [-1.0, 1.0], "log", "log_of_non_positive"),
        ("sqrt(x) + 1", -4.0, "sqrt", "root_of_negative"),
        ("tanh(x**0.5)", -4.0, "power", "power_undefined"),
        ("log(1 + exp(x))", 1000.0, "exp", "overflow"),
        ("x/3*1e200*1e200", 1e10, "multiply", "overflow"),
        ("x/1e-300", 1e100, "divide", "overflow"),
        ("binary_cross_entropy(x, 1)", -0.5, "binary_cross_entropy", "probability_outside"),
        ("binary_cross_entropy(x, 1)", 1.5, "binary_cross_entropy", "probability_outside"),
        ("l2_penalty(x, strength=10)", 1e200, "l2_penalty", "overflow"),
    ],
)
def test_the_gate_where_it_was_born_and_its_cause_are_named(
    formula: str, x: ArrayLike, operation: str, code: str
) -> None:
    result = evaluate(_graph(formula, x=x))
    ((found, cause),) = result.problems.items()
    assert result.plan.graph.nodes[found].operation == operation
    assert cause.code == code
    assert cause.sentence.endswith(".")


def test_a_loss_of_probabilities_that_overflows_blames_no_probability() -> None:
    graph = _graph("binary_cross_entropy(p, t)", p=0.001, t=1.7e308)
    assert [cause.code for cause in evaluate(graph).problems.values()] == ["overflow"]


def test_finite_numbers_have_no_birth() -> None:
    assert evaluate(_graph("log(x)", x=2.0)).problems == {}


def test_a_slope_that_is_not_finite_is_found_though_every_value_is() -> None:
    result = evaluate(_graph("2*sqrt(x) + 1", x=0.0))
    assert all(np.isfinite(value).all() for value in result.values.values())
    ((found, cause),) = result.problems.items()
    assert result.plan.graph.nodes[found].operation == "sqrt"
    assert cause.sentence.startswith("Square root has no finite slope")
    assert evaluate(_graph("2*sqrt(x) + 1", x=1.0)).problems == {}


def test_a_product_of_finite_slopes_that_overflows_blames_no_slope() -> None:
    result = evaluate(_graph("f = x*1e200*1e200", x=1e-300))
    ((found, cause),) = result.problems.items()
    assert result.plan.graph.nodes[found].operation == "multiply"
    assert cause.code == "gradient_overflow"


def test_what_was_not_finite_from_the_start_was_born_in_no_gate() -> None:
    assert evaluate(_graph("exp(x) + 1", x=np.inf)).problems == {}

"""A number that is not finite names the gate where it was born, the step, and the likely cause."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.passes.diagnosis import (
    find_non_finite,
    find_non_finite_gradient,
    find_non_finite_step,
)
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from tests.support.graphs import node


def _graph(formula: str, **values: ArrayLike) -> Graph:
    graph = parse_formula(formula)
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), value)
    return graph


def _plan(formula: str, **values: ArrayLike) -> Plan:
    return compile_plan(_graph(formula, **values))


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
    plan = _plan("binary_cross_entropy(p, t)", p=0.001, t=1.7e308)
    found = find_non_finite(plan, forward_pass(plan))
    assert found is not None
    assert found[1].code == "overflow"


def test_finite_numbers_have_no_birth() -> None:
    plan = _plan("log(x)", x=2.0)
    assert find_non_finite(plan, forward_pass(plan)) is None


def test_a_run_names_its_step() -> None:
    plan = _plan("y = x - 1; log(y)", x=3.0)
    x = node(plan.graph, "x")
    birth = find_non_finite_step(plan, ({x: value} for value in (3.0, 2.0, 1.0, 0.0)))
    assert birth is not None
    assert (birth.step, plan.graph.nodes[birth.node].operation) == (2, "log")
    assert birth.cause.sentence == (
        "Step 2, Natural logarithm: The logarithm of 0 does not exist; its input must be above 0."
    )
    assert birth.cause.details["step"] == 2


def test_a_run_names_a_named_gate_by_its_name() -> None:
    plan = _plan("q = 1/x; f = q + 1", x=1.0)
    birth = find_non_finite_step(plan, [{node(plan.graph, "x"): 0.0}])
    assert birth is not None
    assert birth.cause.sentence == "Step 0, q: A division by 0 has no result."


def test_a_run_without_a_birth_or_that_jumped_out_itself_blames_no_gate() -> None:
    plan = _plan("x**2", x=1.0)
    x = node(plan.graph, "x")
    assert find_non_finite_step(plan, [{x: 1.0}, {x: 2.0}]) is None
    assert find_non_finite_step(plan, [{x: 1.0}, {x: np.inf}, {x: 0.0}]) is None


def test_a_slope_that_is_not_finite_is_found_though_every_value_is() -> None:
    plan = _plan("2*sqrt(x) + 1", x=0.0)
    target = plan.graph.result
    assert target is not None
    values = forward_pass(plan)
    assert find_non_finite(plan, values) is None
    found = find_non_finite_gradient(plan, values, target)
    assert found is not None
    assert plan.graph.nodes[found[0]].operation == "sqrt"
    assert found[1].sentence.startswith("Square root has no finite slope")
    x = node(plan.graph, "x")
    path = [{x: 1.0}, {x: 0.0}]
    birth = find_non_finite_step(plan, path, target)
    assert birth is not None
    assert (birth.step, birth.cause.details["title"]) == (1, "Square root")
    assert find_non_finite_step(plan, path) is None
    assert find_non_finite_step(plan, path[:1], target) is None


def test_what_was_not_finite_from_the_start_was_born_in_no_gate() -> None:
    plan = _plan("exp(x) + 1", x=0.0)
    values = forward_pass(plan, {node(_graph("exp(x) + 1"), "x"): np.array(np.inf)})
    assert find_non_finite(plan, values) is None

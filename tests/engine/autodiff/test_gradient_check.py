"""The numerical check: what it looks at of large inputs, and how little it does at a time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from engine.autodiff.checks.check_sample import MOST_CHECKED
from engine.autodiff.checks.gradient_check import (
    Checking,
    GradientCheck,
    check_gradients,
    gradient_check_steps,
)
from engine.autodiff.checks.step_study import StepError, study_portions
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.autodiff.passes.plan import PORTION
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId
from tests.support.gate_work import counting
from tests.support.graphs import node


def layer(size: int) -> Graph:
    """A layer with a matrix of that many rows and columns."""
    graph = parse_formula("squared_norm(tanh(W @ x))")
    draw = np.random.default_rng(0)
    graph = set_value(graph, node(graph, "W"), draw.normal(size=(size, size)) / size)
    return set_value(graph, node(graph, "x"), draw.normal(size=size))


def checked(graph: Graph) -> tuple[Evaluation, dict[str, GradientCheck]]:
    result = evaluate(graph)
    assert result.target is not None
    checks = check_gradients(result.plan, result.target)
    return result, {graph.nodes[check.node].name: check for check in checks}


def test_every_element_of_a_small_input_is_checked() -> None:
    _, checks = checked(layer(6))
    assert checks["W"].places.tolist() == list(range(36))
    assert not checks["W"].is_sample
    assert not np.isnan(checks["W"].numeric).any()


def test_of_a_large_one_a_spread_sample_is_checked_with_the_extremes_in_it() -> None:
    _, checks = checked(layer(60))
    check = checks["W"]
    assert check.is_sample
    assert check.places.size == MOST_CHECKED == len(set(check.places.tolist()))
    gradient = check.analytic.reshape(-1)
    for extreme in (np.argmax(gradient), np.argmin(gradient), 0, gradient.size - 1):
        assert extreme in check.places
    rows, columns = np.unravel_index(check.places, check.analytic.shape)
    assert set(rows.tolist()) == set(columns.tolist()) == set(range(60))
    assert check.relative_error < 1e-7
    assert np.isnan(check.numeric).sum() == gradient.size - MOST_CHECKED
    assert not np.isnan(check.numeric[check.worst])
    again = checked(layer(60))[1]["W"]
    assert np.array_equal(again.places, check.places)


def test_a_wrong_rule_is_found_in_a_sample_too(monkeypatch: pytest.MonkeyPatch) -> None:
    result = evaluate(layer(60))
    assert result.target is not None
    wrong = {source: 1.01 * gradient for source, gradient in result.gradients.nodes.items()}
    for record in gradient_check_steps(result.plan, result.target, wrong):
        assert isinstance(record, Checking) or record.relative_error > 1e-3


def test_of_very_many_inputs_some_are_checked_from_the_first_to_the_last() -> None:
    builder = GraphBuilder()
    inputs = [builder.source("input", 0.1 * index, f"x{index}") for index in range(1500)]
    total = inputs[0]
    for source in inputs[1:]:
        total = builder.gate("add", total, source)
    _, checks = checked(builder.build(total))
    assert {"x0", "x1499"} <= checks.keys()
    assert 100 < len(checks) < 1500


@pytest.mark.parametrize("size", [40, 400])
def test_little_is_done_between_two_records(size: int) -> None:
    result = evaluate(layer(size))
    target, values, gradients = result.target, result.values, result.gradients.nodes
    assert target is not None
    plan, tally = counting(result.plan)
    steps = [1e-3, 1e-6]
    for records in (
        gradient_check_steps(plan, target, gradients),
        study_portions(plan, target, values, gradients, steps),
    ):
        # One element takes two evaluations; a large one is interrupted after each portion.
        most = max(tally.between(records))
        assert most <= 2 * PORTION + tally.largest
    evaluations = tally.total / (2 * size * size + 8 * size)
    assert evaluations < 2 * (2 * MOST_CHECKED + len(steps) * 2 * MOST_CHECKED)


def study_of(result: Evaluation, steps: Sequence[float]) -> list[StepError]:
    assert result.target is not None
    gradients = result.gradients.nodes
    found = study_portions(result.plan, result.target, result.values, gradients, steps)
    return [record for record in found if isinstance(record, StepError)]


def test_a_study_of_a_large_input_says_how_many_elements_it_is_of() -> None:
    result = evaluate(layer(400))
    assert result.target is not None
    study = study_of(result, [1e-2, 1e-5])
    assert [item.elements for item in study] == [160_400, 160_400]
    assert all(0 < item.checked < 2 * MOST_CHECKED + 1 for item in study)
    small = evaluate(layer(3))
    assert small.target is not None
    (item,) = study_of(small, [1e-5])
    assert item.checked == item.elements == 12


def only_check(formula: str, **values: float) -> GradientCheck:
    graph = parse_formula(formula)
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), value)
    return checked(graph)[1]["x"]


def test_where_a_function_has_values_on_one_side_only_that_side_is_taken_and_told() -> None:
    check = only_check("x**2.5 + x", x=0.0)
    assert check.agrees
    assert [remark.cause.code for remark in check.remarks] == ["check_one_sided"]


def test_where_a_function_has_no_value_on_either_side_there_is_no_difference() -> None:
    check = only_check("log(1e-30 - x**2)", x=0.0)
    assert check.analytic == 0.0
    assert np.isnan(check.numeric)
    assert not check.agrees
    assert check.error_at(()) == np.inf
    (remark,) = check.remarks
    assert remark.settles
    assert remark.cause.code == "check_no_neighbours"


def test_one_elements_error_is_relative_to_the_largest_gradient_of_its_source() -> None:
    check = GradientCheck(NodeId(0), np.array([4.0, 0.0]), np.array([4.0, 1.0]), np.arange(2), 0.25)
    assert [check.error_at((place,)) for place in (0, 1)] == [0.0, 0.25]
    assert not check.agrees


def test_a_kink_is_looked_for_on_the_way_to_the_target_only() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 0.0, "x")
    builder.gate("abs", x)
    result = evaluate(builder.build(builder.gate("relu", x)))
    assert result.target is not None
    (check,) = check_gradients(result.plan, result.target)
    (remark,) = check.remarks
    assert remark.cause.details["title"] == "ReLU"


def test_a_study_of_a_large_graph_can_be_stopped_inside_one_difference() -> None:
    result = evaluate(layer(1100))
    assert result.target is not None
    records = study_portions(
        result.plan, result.target, result.values, result.gradients.nodes, [1e-5]
    )
    *pauses, last = records
    assert isinstance(last, StepError)
    assert last.error < 1e-5
    assert len(pauses) > last.checked

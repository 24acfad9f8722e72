"""What can be asked of a gradient: another step, another place, another pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from engine.autodiff.checks.step_study import (
    STEPS,
    ErrorSource,
    StepError,
    best_step,
    study_portions,
)
from engine.autodiff.passes.accumulation import AccumulatedGradients
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.paths.nudge import profile
from engine.errors import EvaluationError
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId
from tests.support.graphs import node, product_of_sum


def target_of(graph: Graph) -> NodeId:
    assert graph.result is not None
    return graph.result


def curved() -> Graph:
    graph = parse_formula("exp(sin(x))*x")
    return set_value(graph, node(graph, "x"), np.array(0.8))


def study_of(graph: Graph, steps: Sequence[float] = STEPS) -> list[StepError]:
    found = evaluate(graph)
    gradients = found.gradients.nodes
    records = study_portions(found.plan, target_of(graph), found.values, gradients, steps)
    return [record for record in records if isinstance(record, StepError)]


def test_a_large_step_truncates_and_a_small_one_rounds_off() -> None:
    graph = curved()
    study = study_of(graph)
    assert [item.step for item in study] == list(STEPS)
    assert study[0].source is ErrorSource.TRUNCATION
    assert study[-1].source is ErrorSource.ROUND_OFF
    best = best_step(study)
    assert 1e-7 < best.step < 1e-4
    assert best.error < 1e-9 < min(study[0].error, study[-1].error)


def test_truncation_falls_with_the_square_of_the_step() -> None:
    graph = curved()
    large, small = study_of(graph, (1e-2, 1e-3))
    assert large.error / small.error == pytest.approx(100, rel=0.01)


def test_what_is_linear_in_each_input_only_rounds_off() -> None:
    graph = product_of_sum()
    study = study_of(graph)
    assert {item.source for item in study} == {ErrorSource.ROUND_OFF}


def test_a_graph_of_constants_has_nothing_to_be_wrong() -> None:
    graph = parse_formula("2*3")
    (only,) = study_of(graph, (1e-3,))
    assert only.error == 0


def test_a_profile_runs_along_one_element() -> None:
    graph = parse_formula("sum(x**2)")
    graph = set_value(graph, node(graph, "x"), np.array([1.0, 2.0]))
    plan, x = compile_plan(graph), node(graph, "x")
    assert list(profile(plan, target_of(graph), x, (0.0, 3.0), (1,))) == [1.0, 10.0]
    with pytest.raises(EvaluationError, match="no element"):
        list(profile(plan, target_of(graph), x, (0.0,), (2,)))
    with pytest.raises(EvaluationError, match="gates compute"):
        list(profile(plan, target_of(graph), target_of(graph), (0.0,)))


def test_stored_gradients_of_what_is_gone_are_forgotten() -> None:
    graph = product_of_sum()
    result = evaluate(graph)
    kept = AccumulatedGradients().add(result.gradients)
    assert kept.fitting(result.plan.shapes) is kept
    x = node(graph, "x")
    changed = {**result.plan.shapes, x: (2,)}
    left = kept.fitting(changed)
    assert x not in left.nodes
    assert node(graph, "y") in left.nodes
    assert left.passes == 1

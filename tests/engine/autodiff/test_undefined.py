"""Where a gradient does not exist, or is met by 0·∞: every way of computing says the same."""

from __future__ import annotations

import math
import runpy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.autodiff.codegen.choice import compile_passes
from engine.autodiff.codegen.float_form import compile_scalar
from engine.autodiff.codegen.levelled_form import LevelledForm
from engine.autodiff.codegen.program import Program
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.autodiff.passes.reverse import backward_steps
from engine.export.numpy_source import numpy_source
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.surfaces.function import compile_formula
from tests.support.graphs import node


@dataclass(frozen=True)
class Case:
    """A formula of x and y at a place, its value and gradient there; NaN where there is none."""

    text: str
    x: float
    y: float
    value: float
    slopes: tuple[float, float]
    problems: tuple[str, ...] = ()

    @property
    def graph(self) -> Graph:
        graph = parse_formula(self.text)
        for name, number in (("x", self.x), ("y", self.y)):
            graph = set_value(graph, node(graph, name), np.array(number))
        return graph


NONE = math.nan
POWERS = (
    Case("x**0 + y", 0.0, 1.0, 2.0, (0.0, 1.0)),
    Case("x**y", 0.0, 0.0, 1.0, (0.0, 0.0)),
    Case("x**y", 0.0, 1.0, 0.0, (1.0, 0.0)),
    Case("x**y", 0.0, 2.0, 0.0, (0.0, 0.0)),
    Case("x**y", 0.0, 0.5, 0.0, (math.inf, 0.0), ("slope_not_finite",)),
    Case("x**y", -2.0, 3.0, -8.0, (12.0, NONE), ("power_slope_undefined",)),
    Case("x**y", -2.0, 0.0, 1.0, (0.0, NONE), ("power_slope_undefined",)),
    Case("x**3 + y", -2.0, 0.0, -8.0, (12.0, 1.0)),
)
IGNORED = (
    Case("where(y, exp(x), x)", 1000.0, -1.0, 1000.0, (1.0, 0.0), ("overflow",)),
    Case("where(y, x, log(x))", -1.0, 1.0, -1.0, (1.0, 0.0), ("log_of_non_positive",)),
    Case("max(sqrt(x), 0.1) + y", 0.0, 1.0, 1.1, (0.0, 1.0)),
    Case("min(-sqrt(x), -0.1) + y", 0.0, 1.0, 0.9, (0.0, 1.0)),
    Case("y*relu(sqrt(x) - 1)", 0.0, 2.0, 0.0, (0.0, 0.0)),
    Case("clip(1/x)*y", 1e-200, 2.0, 2.0, (0.0, 1.0)),
    # The slope of the root of what is ignored is infinite at 0, and x is the source or behind it.
    Case("sqrt(relu(x)) + y", -1.0, 1.0, 1.0, (0.0, 1.0), ("slope_not_finite",)),
    Case("sqrt(relu(2*x)) + y", -1.0, 1.0, 1.0, (0.0, 1.0), ("slope_not_finite",)),
    Case("sqrt(step(x)) + y", -1.0, 1.0, 1.0, (0.0, 1.0), ("slope_not_finite",)),
    Case("sqrt(1 + clip(x)) + y", -3.0, 1.0, 1.0, (0.0, 1.0), ("slope_not_finite",)),
    Case("sqrt(where(y, 0, x)) + y", 4.0, 1.0, 1.0, (0.0, 1.0), ("slope_not_finite",)),
    Case("log(min(x, 1)) + y", 3.0, 1.0, 1.0, (0.0, 1.0)),
)
# A slope that only happens to be 0 ignores nothing: that of (√x)² = x is 1 from the right.
UNDEFINED = (
    # Nor does a factor that is 0.
    Case("sqrt(x*step(x)) + y", -1.0, 1.0, 1.0, (NONE, 1.0), ("slope_not_finite",)),
    Case("sqrt(x)**2 + y", 0.0, 0.0, 0.0, (NONE, 1.0), ("slope_not_finite",)),
    Case("sqrt(x)*sqrt(x) + y", 0.0, 0.0, 0.0, (NONE, 1.0), ("slope_not_finite",)),
    Case("max(sqrt(x), 0) + y", 0.0, 0.0, 0.0, (math.inf, 1.0), ("slope_not_finite",)),
)
each_case = pytest.mark.parametrize(
    "case", [*POWERS, *IGNORED, *UNDEFINED], ids=lambda case: f"{case.text} {case.x} {case.y}"
)


def _same(found: Any, expected: Any) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-14, atol=0)


def _slopes(result: Evaluation) -> list[float]:
    names = (node(result.plan.graph, name) for name in "xy")
    return [float(result.gradients.nodes[name]) for name in names]


@each_case
def test_value_and_gradient_are_given_where_they_exist_and_the_rest_has_a_cause(case: Case) -> None:
    result = evaluate(case.graph)
    assert result.target is not None
    _same(result.values[result.target], case.value)
    _same(_slopes(result), case.slopes)
    # An infinite gradient that meets a 0 on its way has the same cause and is told once.
    assert tuple(dict.fromkeys(p.code for p in result.problems.values())) == case.problems


@each_case
def test_both_modes_and_the_steps_agree(case: Case) -> None:
    result = evaluate(case.graph)
    target = result.target
    assert target is not None
    pushed = [
        push_forward(result.plan, result.values, node(case.graph, name), 1.0)[target]
        for name in "xy"
    ]
    _same(pushed, case.slopes)
    back = dict.fromkeys((node(case.graph, name) for name in "xy"), 0.0)
    for step in backward_steps(result.plan, result.values, target):
        for source, share in zip(case.graph.inputs_of(step.node), step.downstream, strict=True):
            if source in back and share is not None:
                back[source] += float(share)
    _same(list(back.values()), case.slopes)


@each_case
def test_compiled_forms_agree(case: Case) -> None:
    plan = evaluate(case.graph).plan
    target = case.graph.result
    assert target is not None
    names = [node(case.graph, name) for name in "xy"]
    program = Program(plan, target, changing=names, asked=names)
    places = [np.array(case.x), np.array(case.y)]
    _same(program.backward(program.forward(*places)), case.slopes)
    for compiled in (compile_scalar, compile_passes):
        function = compiled(plan, target, names, names)
        assert function is not None
        value, slopes = function(case.x, case.y)
        _same(value, case.value)
        _same(slopes, case.slopes)
    many = [np.full(3, case.x), np.full(3, case.y)]
    _same(program.backward(program.forward(*many)), [[slope] * 3 for slope in case.slopes])


@each_case
def test_arrays_agree(case: Case) -> None:
    graph = case.graph
    for name in "xy":
        place = node(graph, name)
        value = graph.nodes[place].value
        assert value is not None
        graph = set_value(graph, place, np.full(3, float(value)))
    result = evaluate(graph)
    assert result.target is not None
    names = [node(graph, name) for name in "xy"]
    _same([result.gradients.nodes[name] for name in names], [[it] * 3 for it in case.slopes])
    run = compile_passes(result.plan, result.target, names, names)
    value, slopes = run(np.full(3, case.x), np.full(3, case.y))
    _same(value, [case.value] * 3)
    _same(slopes, [[it] * 3 for it in case.slopes])


@pytest.mark.parametrize("case", POWERS, ids=lambda case: f"{case.text} {case.x} {case.y}")
def test_a_power_agrees_in_levels_on_surfaces_and_in_the_numpy_export(
    case: Case, tmp_path: Path
) -> None:
    plan = evaluate(case.graph).plan
    assert case.graph.result is not None
    names = [node(case.graph, name) for name in "xy"]
    levelled = LevelledForm(plan, case.graph.result, names, names)
    with np.errstate(all="ignore"):
        _same(levelled(case.x, case.y)[1], case.slopes)
        _same(compile_formula(case.text).gradient(np.array([case.x]), np.array([case.y])),
              [[slope] for slope in case.slopes])  # fmt: skip
        path = tmp_path / "power.py"
        path.write_text(numpy_source(case.graph), encoding="utf-8")
        module = runpy.run_path(str(path))
        value, gradients = module["value_and_gradients"](x=np.array(case.x), y=np.array(case.y))
    _same(value, case.value)
    _same([gradients["x"], gradients["y"]], case.slopes)


def test_a_power_over_rows_keeps_the_exponents_that_are_0_apart() -> None:
    graph = parse_formula("sum(x**y)")
    graph = set_value(graph, node(graph, "x"), np.array([0.0, 0.0, 2.0]))
    graph = set_value(graph, node(graph, "y"), np.array([0.0, 1.0, 0.0]))
    result = evaluate(graph)
    _same(result.gradients.nodes[node(graph, "x")], [0.0, 1.0, 0.0])


def test_each_place_where_a_number_is_lost_is_named_once_with_its_own_cause() -> None:
    graph = parse_formula("max(log(x), 1) + max(1/x, 2)*0 + sqrt(x)")
    graph = set_value(graph, node(graph, "x"), np.array(0.0))
    codes = [problem.code for problem in evaluate(graph).problems.values()]
    assert codes == ["log_of_non_positive", "division_by_zero"]


def test_what_mixes_elements_gets_no_gradient_where_all_it_gives_is_ignored() -> None:
    graph = parse_formula("max(sum(sqrt(x)), 5)")
    graph = set_value(graph, node(graph, "x"), [0.0, 1.0])
    result = evaluate(graph)
    np.testing.assert_array_equal(result.gradients.nodes[node(graph, "x")], [0.0, 0.0])
    assert result.target is not None
    steps = {
        step.operation.name: step.downstream
        for step in backward_steps(result.plan, result.values, result.target)
    }
    np.testing.assert_array_equal(steps["sum"][0], [0.0, 0.0])


def test_what_mixes_elements_gets_its_gradient_where_some_of_what_it_gives_counts() -> None:
    graph = parse_formula("sum(max(W @ x, b))")
    graph = set_value(graph, node(graph, "W"), [[1.0, 2.0], [3.0, 4.0]])
    graph = set_value(graph, node(graph, "x"), [1.0, 1.0])
    graph = set_value(graph, node(graph, "b"), [0.0, 100.0])
    result = evaluate(graph)
    assert result.target is not None
    steps = {
        step.operation.name: step.downstream
        for step in backward_steps(result.plan, result.values, result.target)
    }
    np.testing.assert_array_equal(steps["matmul"][0], [[1.0, 1.0], [0.0, 0.0]])
    np.testing.assert_array_equal(steps["matmul"][1], [1.0, 2.0])


def test_one_element_moves_without_the_slopes_of_the_others() -> None:
    graph = parse_formula("sum(sqrt(x))")
    graph = set_value(graph, node(graph, "x"), [0.0, 4.0])
    result = evaluate(graph)
    assert result.target is not None
    moved = push_forward(result.plan, result.values, node(graph, "x"), [0.0, 1.0])
    _same(moved[result.target], 0.25)

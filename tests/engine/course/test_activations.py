"""Section C of the course: activation functions and their derivatives, by their formulas."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value

Function = Callable[[float], float]


def _sigma(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def _elu(x: float) -> float:
    return x if x > 0 else math.exp(x) - 1


def _gelu(x: float) -> float:
    return 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


# formula → (value, derivative), as the course prints them.
ACTIVATIONS: dict[str, tuple[Function, Function]] = {
    "identity(x)": (lambda x: x, lambda x: 1.0),
    "sigmoid(x)": (_sigma, lambda x: _sigma(x) * (1 - _sigma(x))),
    "tanh(x)": (math.tanh, lambda x: 1 - math.tanh(x) ** 2),
    "relu(x)": (lambda x: max(0.0, x), lambda x: 1.0 if x > 0 else 0.0),
    "leaky_relu(x)": (lambda x: max(0.01 * x, x), lambda x: 1.0 if x > 0 else 0.01),
    "leaky_relu(x, slope=0.1)": (lambda x: max(0.1 * x, x), lambda x: 1.0 if x > 0 else 0.1),
    "prelu(x, slope=0.2)": (lambda x: max(0.2 * x, x), lambda x: 1.0 if x > 0 else 0.2),
    "arctan(x)": (math.atan, lambda x: 1 / (x**2 + 1)),
    "elu(x)": (_elu, lambda x: 1.0 if x > 0 else _elu(x) + 1),
    "elu(x, alpha=0.5)": (
        lambda x: x if x > 0 else 0.5 * (math.exp(x) - 1),
        lambda x: 1.0 if x > 0 else 0.5 * math.exp(x),
    ),
    "selu(x)": (
        lambda x: 1.0507 * (x if x > 0 else 1.6733 * _elu(x)),
        lambda x: 1.0507 * (1.0 if x > 0 else 1.6733 * math.exp(x)),
    ),
    "softplus(x)": (lambda x: math.log(1 + math.exp(x)), _sigma),
    "swish(x)": (
        lambda x: x * _sigma(x),
        lambda x: _sigma(x) + x * _sigma(x) * (1 - _sigma(x)),
    ),
    "gelu(x)": (_gelu, lambda x: (_gelu(x + 1e-5) - _gelu(x - 1e-5)) / 2e-5),
    "log(1 + exp(x))": (lambda x: math.log(1 + math.exp(x)), _sigma),
    "x*sigmoid(x)": (
        lambda x: x * _sigma(x),
        lambda x: _sigma(x) + x * _sigma(x) * (1 - _sigma(x)),
    ),
    "max(2*x, x)": (lambda x: max(2 * x, x), lambda x: 2.0 if x > 0 else 1.0),
}


def slope_and_value(formula: str, x: float) -> tuple[float, float]:
    graph = parse_formula(formula)
    source = graph.named("x")
    assert source is not None
    result = evaluate(set_value(graph, source, x))
    assert result.target is not None
    return float(result.gradients.nodes[source]), float(result.values[result.target])


@pytest.mark.parametrize("formula", ACTIVATIONS)
@pytest.mark.parametrize("x", [-4.0, -0.5, 0.25, 1.0, 3.0])
def test_value_and_derivative_are_those_of_the_course(formula: str, x: float) -> None:
    function, derivative = ACTIVATIONS[formula]
    slope, value = slope_and_value(formula, x)
    # The course prints SELU's constants with four decimals, and GELU's slope not at all.
    printed = 2e-4 if formula == "selu(x)" else 1e-9
    assert value == pytest.approx(function(x), abs=printed)
    assert slope == pytest.approx(derivative(x), abs=printed)


def test_the_slope_of_a_sigmoid_shrinks_with_each_layer() -> None:
    # B8: at most 0.25 each, so that three layers let at most 1/64 through; ReLUs let all through.
    slope, _ = slope_and_value("sigmoid(x)", 0.0)
    assert slope == pytest.approx(0.25)
    deep, _ = slope_and_value("sigmoid(sigmoid(sigmoid(x)))", 0.0)
    assert deep < 0.25**3 + 1e-12
    active, _ = slope_and_value("relu(relu(relu(x)))", 0.5)
    assert active == 1.0

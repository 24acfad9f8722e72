"""Section D of the course: losses and fits, with formulas as graphs and plain gradient descent."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.arrays import Array
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value


class Fit:
    """A cost formula and its inputs, moved down the gradient of some of them."""

    def __init__(
        self, formula: str, values: Mapping[str, ArrayLike], moved: tuple[str, ...]
    ) -> None:
        graph = parse_formula(formula)
        for name, value in values.items():
            node = graph.named(name)
            assert node is not None, name
            graph = set_value(graph, node, value)
        self.plan = compile_plan(graph)
        assert graph.result is not None
        self.target = graph.result
        self.nodes = {name: graph.named(name) for name in moved}
        self.values: dict[str, Array] = {
            name: self.plan.sources[node] for name, node in self.nodes.items() if node is not None
        }

    def step(self, learning_rate: float) -> float:
        """Move once and return the cost before."""
        replaced = {
            node: self.values[name] for name, node in self.nodes.items() if node is not None
        }
        results = forward_pass(self.plan, replaced)
        gradients = backward_pass(self.plan, results, self.target).nodes
        for name, node in self.nodes.items():
            assert node is not None
            self.values[name] = self.values[name] - learning_rate * gradients[node]
        return float(results[self.target])


def test_d1_the_mean_squared_error_is_62_5() -> None:
    scores = {"x": [2, 3, 4, 5], "y": [25, 50, 42, 61]}
    fit = Fit("h = 13*x + 1; mean_squared_error(h, y)", scores, ())
    results = forward_pass(fit.plan)
    hypothesis = fit.plan.graph.named("h")
    assert hypothesis is not None
    assert results[hypothesis].tolist() == [27, 40, 53, 66]
    assert ((results[hypothesis] - np.array([25, 50, 42, 61])) ** 2).sum() == 250
    assert float(results[fit.target]) == 62.5


D2 = {
    0: ("0.187", "0.080", "18.666667"),
    100: ("1.746", "0.578", "0.048171"),
    500: ("1.903", "0.221", "0.007024"),
    1000: ("1.971", "0.066", "0.000633"),
    2000: ("1.997", "0.006", "0.000005"),
}


@pytest.mark.parametrize("cost", ["mean_squared_error(W*x + b, y)", "d = W*x + b - y; mean(d**2)"])
def test_d2_a_line_through_three_points(cost: str) -> None:
    fit = Fit(cost, {"W": 0, "b": 0, "x": [1, 2, 3], "y": [2, 4, 6]}, ("W", "b"))
    for epoch in range(2001):
        loss = fit.step(0.01)
        if epoch in D2:
            printed = (f"{fit.values['W']:.3f}", f"{fit.values['b']:.3f}", f"{loss:.6f}")
            assert printed == D2[epoch]


D3 = {
    0: ("0.294 0.294 0.297 0.003", "29661.80"),
    100: ("0.674 0.661 0.676 0.008", "1.5636"),
    500: ("0.694 0.638 0.678 0.009", "1.3195"),
    1000: ("0.718 0.613 0.680 0.009", "1.0794"),
}


def test_d3_a_plane_through_five_points() -> None:
    values: dict[str, ArrayLike] = {
        "X": [[73, 80, 75], [93, 88, 93], [89, 91, 90], [96, 98, 100], [73, 66, 70]],
        "y": [152, 185, 180, 196, 142],
        "w": [0, 0, 0],
        "b": 0,
    }
    fit = Fit("mean_squared_error(X @ w + b, y)", values, ("w", "b"))
    for epoch in range(1001):
        loss = fit.step(1e-5)
        if epoch in D3:
            weights, cost = D3[epoch]
            numbers = [*fit.values["w"], float(fit.values["b"])]
            assert " ".join(f"{number:.3f}" for number in numbers) == weights
            assert f"{loss:.{len(cost.partition('.')[2])}f}" == cost


def test_d4_the_slope_pushes_w_towards_the_minimum_and_too_large_a_step_away() -> None:
    values: dict[str, ArrayLike] = {"x": [1, 2, 3], "y": [2, 4, 6]}
    for start in (0.0, 5.0):
        fit = Fit("mean_squared_error(W*x, y)", {**values, "W": start}, ("W",))
        fit.step(0.01)
        assert abs(float(fit.values["W"]) - 2) < abs(start - 2)
    wild = Fit("mean_squared_error(W*x, y)", {**values, "W": 0.0}, ("W",))
    costs = [wild.step(1.0) for _ in range(5)]
    assert costs == sorted(costs)

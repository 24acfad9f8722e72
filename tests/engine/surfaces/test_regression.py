"""The course's regressions, to the digits that they are printed with (COURSE D2, D3)."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.graph.builder import GraphBuilder
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.trajectory import Run
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface
from engine.surfaces.regression import cost_formula

ONE_INPUT: tuple[list[list[float]], list[float]] = ([[1.0], [2.0], [3.0]], [2.0, 4.0, 6.0])
THREE_INPUTS: tuple[list[list[float]], list[float]] = (
    [[73.0, 80, 75], [93, 88, 93], [89, 91, 90], [96, 98, 100], [73, 66, 70]],
    [152.0, 185, 180, 196, 142],
)


def train(
    inputs: list[list[float]], targets: list[float], rate: float, epochs: int
) -> list[tuple[float, Array]]:
    """Fit y = XW + b as a graph: each epoch's cost before the update, the parameters after it."""
    builder = GraphBuilder()
    weights = builder.source("parameter", np.zeros(len(inputs[0])), "W")
    bias = builder.source("parameter", 0.0, "b")
    product = builder.gate("matmul", builder.source("constant", inputs, "X"), weights)
    prediction = builder.gate("add", product, bias)
    target = builder.source("constant", targets, "y")
    cost_node = builder.gate("mean_squared_error", prediction, target)
    plan = compile_plan(builder.build(cost_node))
    sgd = OPTIMIZERS["sgd"]
    settings = sgd.check({"learning_rate": rate})
    parameters = np.zeros(len(inputs[0]) + 1)
    rows = []
    for epoch in range(epochs):
        values = forward_pass(plan, {weights: parameters[:-1], bias: parameters[-1]})
        slopes = backward_pass(plan, values, cost_node).nodes
        cost, gradient = float(values[cost_node]), np.append(slopes[weights], slopes[bias])
        parameters = sgd.update(parameters, (), gradient, settings, epoch + 1).point
        rows.append((cost, parameters))
    return rows


def test_d2_to_its_printed_digits() -> None:
    rows = train(*ONE_INPUT, 0.01, 2001)
    printed = {
        epoch: (f"{w:.3f}", f"{b:.3f}", f"{rows[epoch][0]:.6f}")
        for epoch in (0, 100, 500, 1000, 2000)
        for w, b in [rows[epoch][1]]
    }
    assert printed == {
        0: ("0.187", "0.080", "18.666667"),
        100: ("1.746", "0.578", "0.048171"),
        500: ("1.903", "0.221", "0.007024"),
        1000: ("1.971", "0.066", "0.000633"),
        2000: ("1.997", "0.006", "0.000005"),
    }


def test_the_fit_surface_takes_the_same_path() -> None:
    surface = SURFACES["fit"]
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 0.01})
    (trajectory,) = race(compile_surface(surface), [run], (0.0, 0.0), 2001).trajectories
    rows = train(*ONE_INPUT, 0.01, 2001)
    np.testing.assert_allclose(trajectory.points[1:], [point for _, point in rows], rtol=1e-9)
    np.testing.assert_allclose(trajectory.losses[:-1], [cost for cost, _ in rows], rtol=1e-6)


def test_d3_to_its_printed_digits() -> None:
    rows = train(*THREE_INPUTS, 1e-5, 1001)
    printed = {
        epoch: [f"{number:.3f}" for number in rows[epoch][1]] for epoch in (0, 100, 500, 1000)
    }
    assert printed == {
        0: ["0.294", "0.294", "0.297", "0.003"],
        100: ["0.674", "0.661", "0.676", "0.008"],
        500: ["0.694", "0.638", "0.678", "0.009"],
        1000: ["0.718", "0.613", "0.680", "0.009"],
    }
    assert f"{rows[0][0]:.2f}" == "29661.80"
    assert [f"{rows[epoch][0]:.4f}" for epoch in (100, 500, 1000)] == [
        "1.5636", "1.3195", "1.0794",
    ]  # fmt: skip


def test_the_cost_is_written_out_in_full() -> None:
    assert cost_formula((1, -2), (2, -4)) == "(1*W + b - 2)**2/2 + (-2*W + b + 4)**2/2"

"""Section B of the course: perceptrons, a 2-2-2 network by hand, and linear layers."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.training.analysis.decision_boundary import activations_at
from engine.training.analysis.linear_collapse import collapse_linear
from engine.training.datasets.catalog import DATASETS
from engine.training.network.mlp import build_mlp
from engine.training.network.passes import NetworkPasses
from engine.training.perceptron import decide, learn_perceptron
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def test_b1_a_perceptron_computes_or() -> None:
    sums, outputs = decide(CORNERS, np.array([1.0, 1.0]), -0.5)

    assert sums.tolist() == [-0.5, 0.5, 0.5, 1.5]
    assert outputs.tolist() == [-1, 1, 1, 1]
    on_the_line, _ = decide(np.array([[0.5, 0.0], [0.2, 0.3]]), np.array([1.0, 1.0]), -0.5)
    assert on_the_line.tolist() == [0, 0]


@pytest.mark.parametrize("name", ["or", "and"])
def test_b2_or_and_and_are_learnt_by_one_perceptron(name: str) -> None:
    data = DATASETS[name].make(np.random.default_rng(0))
    *_, last = learn_perceptron(data.inputs, 2 * data.targets[:, 0] - 1)

    assert last.has_converged
    assert last.right == 4
    _, outputs = decide(data.inputs, last.weights, last.bias)
    assert (outputs > 0).tolist() == data.classes.tolist()


def test_b2_xor_is_learnt_by_none_and_three_of_four_is_the_best() -> None:
    data = DATASETS["xor"].make(np.random.default_rng(0))
    targets = 2 * data.targets[:, 0] - 1
    *_, last = learn_perceptron(data.inputs, targets)
    assert last.is_cycling
    assert not last.has_converged

    rng = np.random.default_rng(1)
    best = 0
    for _ in range(20):
        *_, end = learn_perceptron(data.inputs, targets, start=rng.normal(size=3), rate=0.3)
        best = max(best, end.best_right)
    assert best == 3
    # And no line at all does better.
    lines = rng.normal(size=(5000, 3))
    sides = np.sign(CORNERS @ lines[:, :2].T + lines[:, 2])
    assert (sides == targets[:, None]).sum(axis=0).max() == 3

    *_, learnt = islice(train(TrainingRun()), 400)
    assert learnt.is_solved


def test_b3_the_update_formulas_of_a_2_2_2_network_are_those_of_its_graph() -> None:
    x, t, eta = np.array([[0.05, 0.1]]), np.array([[0.01, 0.99]]), 0.5
    network = build_mlp(
        (2, 2, 2), inputs=x, targets=t, activation="sigmoid", loss="half_squared_error", seed=4
    )
    hidden, output = network.unflatten(network.start)

    _, y_h, y_o = activations_at(network, network.start, x)
    delta_o = (y_o - t) * y_o * (1 - y_o)
    delta_h = (delta_o @ output.weights.T) * y_h * (1 - y_h)
    by_hand = [
        hidden.weights - eta * x.T * delta_h,
        hidden.bias - eta * delta_h[0],
        output.weights - eta * y_h.T * delta_o,
        output.bias - eta * delta_o[0],
    ]

    passes = NetworkPasses(network)
    passes.load(x, t)
    assert passes.forward(network.start) == pytest.approx(0.5 * np.sum((t - y_o) ** 2), rel=1e-14)
    stepped = network.start - eta * passes.backward()
    expected = np.concatenate([part.ravel() for part in by_hand])
    assert np.allclose(stepped, expected, rtol=1e-14, atol=1e-16)


def test_b4_the_error_falls_from_step_to_step() -> None:
    losses = [record.loss for record in islice(train(TrainingRun()), 200)]

    assert losses == sorted(losses, reverse=True)


def test_b6_linear_layers_are_one_layer_and_draw_a_straight_line() -> None:
    run = replace(TrainingRun(), layers=(2, 5, 4, 1), activation="identity")
    network = run.network
    parameters = np.random.default_rng(0).normal(size=len(network.start))
    points = np.random.default_rng(1).normal(size=(100, 2))

    one = collapse_linear(network, parameters)

    *_, before, outputs = activations_at(network, parameters, points)
    last = network.unflatten(parameters)[-1]
    totals = before @ last.weights + last.bias
    assert np.abs(points @ one.weights + one.bias - totals).max() < 1e-12
    assert np.allclose(outputs > 0.5, totals > 0)
    *_, end = islice(train(run), 400)
    assert end.accuracy <= 0.75


def test_b8_sigmoid_gradients_vanish_with_depth_and_relu_gradients_do_not() -> None:
    def shrinking(activation: str, initializer: str) -> float:
        run = replace(
            TrainingRun(), layers=(2, 32, 32, 32, 32, 32, 1), activation=activation,
            initializer=initializer, seed=2,
        )  # fmt: skip
        norms = next(train(run)).gradient_norms
        return norms[0] / norms[-2]

    assert shrinking("sigmoid", "xavier") < 0.01
    assert shrinking("relu", "he") > 0.1

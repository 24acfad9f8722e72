"""One sample's values and gradients agree with the network's answers and with differences."""

from __future__ import annotations

import numpy as np
import pytest

from engine.arrays import Array
from engine.training.analysis.decision_boundary import activations_at
from engine.training.network.losses import use_of
from engine.training.network.sample_pass import sample_pass
from engine.training.run.run import TrainingRun

RUNS = [
    TrainingRun(),
    TrainingRun(loss="binary_cross_entropy_with_logits", layers=(2, 3, 3, 1)),
    TrainingRun(loss="hinge", dropout=0.5, l2=0.1),
    TrainingRun(data="exams", layers=(3, 2, 1), output="identity", loss="mean_squared_error"),
]


def loss_of(run: TrainingRun, parameters: Array) -> float:
    data = run.dataset
    return sample_pass(run.network, parameters, data.inputs[1], data.targets[1]).loss


@pytest.mark.parametrize("run", RUNS)
def test_values_are_those_of_the_network_at_work(run: TrainingRun) -> None:
    parameters, inputs = run.network.start, run.dataset.inputs[1]
    found = sample_pass(run.network, parameters, inputs, run.dataset.targets[1])

    for mine, expected in zip(
        found.outputs, activations_at(run.network, parameters, inputs), strict=True
    ):
        assert np.allclose(mine, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("run", RUNS)
def test_gradients_agree_with_differences(run: TrainingRun) -> None:
    parameters, data = run.network.start, run.dataset
    found = sample_pass(run.network, parameters, data.inputs[1], data.targets[1])
    gradient = np.concatenate(
        [part.ravel() for item in found.parameter_gradients for part in (item.weights, item.bias)]
    )

    for place in range(len(parameters)):
        step = np.zeros_like(parameters)
        step[place] = 1e-6
        slope = (loss_of(run, parameters + step) - loss_of(run, parameters - step)) / 2e-6
        # The difference of two large losses has their rounding.
        assert gradient[place] == pytest.approx(slope, rel=1e-4, abs=1e-7 + 1e-8 * found.loss)


@pytest.mark.parametrize("run", RUNS)
def test_a_weights_gradient_is_the_totals_gradient_times_the_signal(run: TrainingRun) -> None:
    found = sample_pass(
        run.network, run.network.start, run.dataset.inputs[1], run.dataset.targets[1]
    )
    for layer, parameters in enumerate(found.parameter_gradients):
        expected = np.outer(found.outputs[layer], found.total_gradients[layer])
        assert np.allclose(parameters.weights, expected)
        assert np.allclose(parameters.bias, found.total_gradients[layer])


def test_outputs_beside_the_way_of_the_gradient_get_none() -> None:
    run = RUNS[1]
    assert use_of(run.loss).takes_scores
    found = sample_pass(
        run.network, run.network.start, run.dataset.inputs[0], run.dataset.targets[0]
    )
    assert found.output_gradients[-1].tolist() == [0.0]
    assert found.total_gradients[-1][0] != 0
    assert len(found.output_gradients) == len(found.outputs)

"""Treatments: clipping, noise and both kinds of weight decay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.errors import SettingError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.run import Run
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated, treat_gradient, treat_point

gradients = arrays(np.float64, (4,), elements=st.floats(-1e3, 1e3))
ORIGIN = np.zeros(4)


def treated(name: str, **settings: float) -> Treated:
    return Treated(TREATMENTS[name], settings)


@given(gradient=gradients)
def test_clipping_by_norm_keeps_the_direction(gradient: np.ndarray) -> None:
    clipped = treat_gradient([treated("clip_norm", limit=2.0)], gradient, ORIGIN, 1)
    length = np.linalg.norm(gradient)
    assert np.linalg.norm(clipped) <= 2.0 * (1 + 1e-12)
    if length <= 2.0:
        np.testing.assert_array_equal(clipped, gradient)
    else:
        np.testing.assert_allclose(clipped / 2.0, gradient / length, atol=1e-12)


def test_clipping_by_norm_serves_many_starts_each_by_itself() -> None:
    many = np.array([[3.0, 0.3], [4.0, 0.4]])
    clipped = treat_gradient([treated("clip_norm", limit=1.0)], many, many, 1)
    np.testing.assert_allclose(clipped, [[0.6, 0.3], [0.8, 0.4]])


@given(gradient=gradients)
def test_clipping_by_value_cuts_each_part(gradient: np.ndarray) -> None:
    clipped = treat_gradient([treated("clip_value", limit=0.5)], gradient, ORIGIN, 1)
    assert np.abs(clipped).max() <= 0.5
    inside = np.abs(gradient) <= 0.5
    np.testing.assert_array_equal(clipped[inside], gradient[inside])


def test_noise_is_the_seed_s_and_the_step_s() -> None:
    quiet = np.zeros(100_000)
    noise = {
        (seed, step): treat_gradient([treated("gradient_noise", seed=seed)], quiet, quiet, step)
        for seed in (0, 1)
        for step in (1, 9)
    }
    again = treat_gradient([treated("gradient_noise", seed=1)], quiet, quiet, 9)
    np.testing.assert_array_equal(noise[1, 9], again)
    assert abs(np.corrcoef(noise[0, 1], noise[1, 1])[0, 1]) < 0.02
    assert abs(np.corrcoef(noise[0, 1], noise[0, 9])[0, 1]) < 0.02
    # σ² = 0.01/t^0.55
    assert noise[0, 1].std() == pytest.approx(0.1, rel=0.02)
    assert noise[0, 9].std() == pytest.approx(0.1 / 9**0.275, rel=0.02)


def test_decay_coupled_and_decoupled_are_the_same_for_sgd_only() -> None:
    point, gradient = np.array([1.0, -2.0]), np.array([0.3, 0.1])

    def step(optimizer: str, treatment: str) -> np.ndarray:
        run = Run(
            OPTIMIZERS[optimizer],
            {"learning_rate": 0.1},
            treatments=(treated(treatment, weight_decay=0.5),),
        )
        return run.update(point, run.optimizer.start(point), gradient, 1).point

    coupled, decoupled = "weight_decay", "decoupled_weight_decay"
    np.testing.assert_allclose(step("sgd", coupled), step("sgd", decoupled))
    assert not np.allclose(step("adam", coupled), step("adam", decoupled))
    np.testing.assert_allclose(
        step("adam", "decoupled_weight_decay"),
        0.95 * point - 0.1 * np.sign(gradient),
        atol=1e-6,
    )


def test_decoupled_decay_before_adam_is_adamw() -> None:
    point = np.array([1.0, -2.0])
    settings = {"learning_rate": 0.1}
    decayed = Run(
        OPTIMIZERS["adam"],
        settings,
        treatments=(treated("decoupled_weight_decay", weight_decay=0.2),),
    )
    whole = Run(OPTIMIZERS["adamw"], {**settings, "weight_decay": 0.2})
    states = [run.optimizer.start(point) for run in (decayed, whole)]
    points = [point, point]
    for number in range(1, 30):
        for index, run in enumerate((decayed, whole)):
            update = run.update(points[index], states[index], np.sin(points[index]), number)
            points[index], states[index] = update.point, update.state
    np.testing.assert_allclose(points[0], points[1], rtol=1e-12)


def test_the_decay_is_among_the_terms_and_follows_the_scheduled_rate() -> None:
    run = Run(
        OPTIMIZERS["sgd"],
        {"learning_rate": 0.4},
        schedules=(Scheduled(SCHEDULES["warm_up"], {"length": 4}),),
        treatments=(treated("decoupled_weight_decay", weight_decay=0.5),),
    )
    point = np.array([2.0])
    update = run.update(point, (), np.array([1.0]), 1)
    assert run.rate(1) == pytest.approx(0.1)
    np.testing.assert_allclose(update.terms["decay"], [-0.1])
    np.testing.assert_allclose(update.point, point + update.terms["decay"] + update.terms["step"])


def test_treatments_act_in_their_order() -> None:
    both = [treated("weight_decay", weight_decay=1.0), treated("clip_value", limit=0.5)]
    point, gradient = np.array([2.0]), np.array([0.1])
    assert treat_gradient(both, gradient, point, 1).tolist() == [0.5]
    assert treat_gradient(both[::-1], gradient, point, 1).tolist() == [2.1]
    assert treat_point(both, point, 0.1) is point


@pytest.mark.parametrize("name", list(TREATMENTS))
def test_a_treatment_says_what_it_is(name: str) -> None:
    treatment = TREATMENTS[name]
    assert treatment.summary.endswith(".")
    assert treatment.reference
    assert treatment.rule_latex


def test_settings_are_checked() -> None:
    with pytest.raises(SettingError, match="limit must lie between"):
        treated("clip_norm", limit=0.0)

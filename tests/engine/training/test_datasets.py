"""The data sets: truth tables, formulas, seeds and refusals."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import OperationError, SettingError
from engine.training.datasets.catalog import ALL_DATA, DATASETS, REGRESSIONS


def make(name: str, seed: int = 0, **settings: float):  # type: ignore[no-untyped-def]
    return ALL_DATA[name].make(np.random.default_rng(seed), settings)


@pytest.mark.parametrize("name", DATASETS)
def test_every_data_set_has_two_inputs_one_target_and_fits_its_view(name: str) -> None:
    data = make(name)

    assert data.inputs.shape == (len(data), 2)
    assert data.targets.shape == (len(data), 1)
    assert set(np.unique(data.targets)) == {0.0, 1.0}
    left, right, bottom, top = data.view
    inside = (data.inputs >= (left, bottom)) & (data.inputs <= (right, top))
    assert inside.mean() > 0.95
    assert DATASETS[name].reference
    assert not data.inputs.flags.writeable


@pytest.mark.parametrize(
    ("name", "truth"), [("xor", [0, 1, 1, 0]), ("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1])]
)
def test_logic_gates_are_the_four_corners_with_their_truth(name: str, truth: list[int]) -> None:
    data = make(name)

    assert data.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert data.targets.ravel().tolist() == truth
    assert data.classes.tolist() == [value == 1 for value in truth]


def test_noisy_xor_without_noise_is_one_where_the_signs_differ_and_avoids_the_axes() -> None:
    data = make("noisy_xor", noise=0.0, samples=500)

    signs_differ = data.inputs[:, 0] * data.inputs[:, 1] < 0
    assert np.array_equal(data.classes, signs_differ)
    assert np.abs(data.inputs).min() >= 0.3


def test_noise_mislabels_points_and_moves_none() -> None:
    clean, noisy = make("noisy_xor", noise=0.0), make("noisy_xor", noise=0.5)

    assert np.array_equal(clean.inputs, noisy.inputs)
    assert 0 < np.mean(clean.targets != noisy.targets) < 0.5


def test_circle_is_one_inside() -> None:
    data = make("circle", noise=0.0)

    assert np.array_equal(data.classes, np.hypot(*data.inputs.T) < 2.5)


def test_the_clouds_spread_with_noise() -> None:
    def variance(noise: float) -> float:
        data = make("gaussian", noise=noise, samples=1000)
        return float(data.inputs[data.classes].var(axis=0).mean())

    assert variance(0.0) == pytest.approx(0.5, rel=0.1)
    assert variance(0.5) == pytest.approx(4.0, rel=0.1)


def test_spiral_arms_are_point_symmetric_without_noise() -> None:
    data = make("spiral", noise=0.0)

    assert np.allclose(data.inputs[data.classes], -data.inputs[~data.classes])


def test_moons_are_half_circles_hooked_into_each_other() -> None:
    data = make("moons", noise=0.0, samples=101)

    upper, lower = data.inputs[~data.classes], data.inputs[data.classes]
    assert (len(upper), len(lower)) == (50, 51)
    assert np.allclose(np.hypot(*upper.T), 1)
    assert np.allclose(np.hypot(*(lower - (1, 0.5)).T), 1)
    assert upper[:, 1].min() >= -1e-12
    assert lower[:, 1].max() <= 0.5 + 1e-12
    assert make("moons", noise=0.3).inputs.std() > data.inputs.std()


def test_regressions_are_a_table_of_their_own() -> None:
    assert list(REGRESSIONS) == ["line", "hours", "exams", "plane"]
    assert not set(REGRESSIONS) & set(DATASETS)
    for name in REGRESSIONS:
        data = make(name)
        assert data.is_regression
        assert data.targets.shape == (len(data), 1)
        assert ALL_DATA[name].reference


def test_the_plane_is_a_tenth_of_the_sum() -> None:
    data = make("plane", noise=0.0)

    assert np.allclose(data.targets[:, 0], data.inputs.sum(axis=1) / 10)
    assert not np.allclose(make("plane", noise=0.5).targets, data.targets)


def test_the_same_seed_gives_the_same_points_and_another_gives_others() -> None:
    assert np.array_equal(make("circle", 3).inputs, make("circle", 3).inputs)
    assert not np.array_equal(make("circle", 3).inputs, make("circle", 4).inputs)


def test_settings_out_of_range_and_unknown_names_are_refused_with_a_sentence() -> None:
    with pytest.raises(SettingError, match=r"must lie between 0 and 0\.5"):
        make("noisy_xor", noise=2.0)
    with pytest.raises(SettingError, match="must be a whole number"):
        make("noisy_xor", samples=20.5)
    with pytest.raises(OperationError, match="known are: xor"):
        DATASETS.require("moons of Jupiter")

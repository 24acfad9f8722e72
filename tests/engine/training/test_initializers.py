"""Initial weights: their spread is the published one, and the seed fixes them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.mlp import draw_layers

INPUTS, OUTPUTS = 200, 300


@pytest.mark.parametrize(
    ("name", "deviation"),
    [
        ("xavier", (2 / (INPUTS + OUTPUTS)) ** 0.5),
        ("xavier_uniform", (2 / (INPUTS + OUTPUTS)) ** 0.5),
        ("he", (2 / INPUTS) ** 0.5),
        ("playground", (1 / 12) ** 0.5),
        ("gaussian", 0.01),
        ("uniform", (1 / 3) ** 0.5),
        ("zeros", 0.0),
    ],
)
def test_the_weights_have_the_spread_of_the_rule(name: str, deviation: float) -> None:
    weights = INITIALIZERS[name].draw(np.random.default_rng(1), INPUTS, OUTPUTS)

    assert weights.shape == (INPUTS, OUTPUTS)
    assert weights.std() == pytest.approx(deviation, rel=0.02)
    assert abs(weights.mean()) < 0.02


@pytest.mark.parametrize("name", INITIALIZERS)
def test_the_seed_fixes_the_weights(name: str) -> None:
    draw = INITIALIZERS[name].draw
    assert np.array_equal(
        draw(np.random.default_rng(5), 3, 4), draw(np.random.default_rng(5), 3, 4)
    )


def test_initializers_are_found_by_their_other_names() -> None:
    assert INITIALIZERS.require("glorot").name == "xavier"
    assert INITIALIZERS.require("kaiming").name == "he"


def test_the_playground_starts_biases_at_a_tenth_and_weights_within_a_half() -> None:
    record = INITIALIZERS["playground"]
    weights = record.draw(np.random.default_rng(0), INPUTS, OUTPUTS)

    assert np.abs(weights).max() < 0.5
    for layer in draw_layers((2, 3, 1), "playground", 0):
        assert (layer.bias == 0.1).all()
    assert all(INITIALIZERS[name].bias == 0 for name in INITIALIZERS if name != "playground")


def test_a_constant_start_gives_equal_weights() -> None:
    first, second = draw_layers((2, 3, 1), "constant", 0)

    assert np.unique([*first.weights.ravel(), *second.weights.ravel()]).tolist() == [0.5]

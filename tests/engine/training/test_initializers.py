"""Initial weights: their spread is the published one, and the seed fixes them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.training.initializers.catalog import INITIALIZERS

INPUTS, OUTPUTS = 200, 300


@pytest.mark.parametrize(
    ("name", "deviation"),
    [
        ("xavier", (2 / (INPUTS + OUTPUTS)) ** 0.5),
        ("he", (2 / INPUTS) ** 0.5),
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

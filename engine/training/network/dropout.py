"""Dropout: hidden outputs set to 0 at random while training, the others scaled up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.arrays import Array

# Beside the seeds of the weights and of the batches' order, which are given fewer numbers.
_STREAM = 1


def draw_masks(
    seed: int, step: int, rate: float, samples: int, units: Sequence[int]
) -> tuple[Array, ...]:
    """Draw what the hidden outputs are multiplied by in one step: 0, or 1/(1 − rate).

    Scaling while training keeps the expected output, so that nothing is scaled at work. Every
    step has a generator of its own, so that any step can be replayed without those before it.
    (Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014,
    section 10, "inverted dropout".)

    Args:
        seed: Seed of the run.
        step: How many steps were taken before.
        rate: Probability that an output is dropped, at least 0 and below 1.
        samples: Samples in the step.
        units: Units of each hidden layer.

    Returns:
        For each hidden layer an array of shape (samples, units).
    """
    rng = np.random.default_rng([seed, step, _STREAM])
    return tuple((rng.random((samples, count)) >= rate) / (1.0 - rate) for count in units)

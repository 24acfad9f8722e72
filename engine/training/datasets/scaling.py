"""Inputs with mean 0 and deviation 1, by what the samples to train on say alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.arrays import as_array
from engine.training.datasets.dataset import Dataset, Scale
from engine.training.datasets.own import view_around


def standardized(data: Dataset, training: Dataset) -> Dataset:
    """Return samples whose inputs were standardized by those to train on.

    The test samples tell nothing: they are judged by, and a mean that counts them has seen them.

    Args:
        data: All samples, those kept for the test included.
        training: Those to train on, with inputs on the same scale.

    Example:
        >>> from engine.training.datasets.dataset import View
        >>> inputs, view = np.array([[1.0], [3.0], [8.0]]), View(0.0, 1.0, 0.0, 1.0)
        >>> data = Dataset(inputs, np.zeros((3, 1)), view)
        >>> made = standardized(data, data.rows(np.array([0, 1])))
        >>> made.inputs.tolist(), made.scales
        ([[-1.0], [1.0], [6.0]], (Scale(mean=2.0, deviation=1.0),))
    """
    # The squares of large inputs are no numbers any more: measured in powers of two, which rounds
    # nothing, they are. A column that is the same throughout keeps its unit.
    known = training.inputs
    is_flat = np.all(known == known[0], axis=0)
    units = np.where(is_flat, 0, np.frexp(np.max(np.abs(known), axis=0))[1])
    measured = np.ldexp(known, -units)
    means = np.where(is_flat, known[0], np.mean(measured, axis=0))
    spreads = np.where(is_flat, 1.0, np.std(measured, axis=0))
    inputs = as_array((np.ldexp(data.inputs, -units) - means) / spreads)
    told = (np.ldexp(numbers, units).tolist() for numbers in (means, spreads))
    scales = _after(data.scales, *told)
    return replace(data, inputs=inputs, view=view_around(inputs), scales=scales)


def _after(
    scales: Sequence[Scale], means: Sequence[float], spreads: Sequence[float]
) -> tuple[Scale, ...]:
    """Return what leads from the inputs as they came to those standardized once more."""
    before = scales or (Scale(0.0, 1.0),) * len(means)
    return tuple(
        Scale(first.mean + first.deviation * mean, first.deviation * spread)
        for first, mean, spread in zip(before, means, spreads, strict=True)
    )

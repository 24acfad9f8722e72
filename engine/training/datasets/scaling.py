"""Inputs with mean 0 and deviation 1, by what the samples to train on say alone; and the way back.

The targets of a regression are standardized as its inputs are: a price of 500,000 is as far from
what a network gives at first as an input of that size is from what it takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine import ranges
from engine.arrays import Array, as_array
from engine.training.datasets.dataset import Dataset, Scale, View
from engine.training.datasets.own import view_around

# A number that was standardized comes back with so many digits, and so as it was written.
_DIGITS = 15


def standardized(data: Dataset, training: Dataset) -> Dataset:
    """Return samples whose inputs, and targets that are numbers, are standardized by others.

    Those kept for the test tell nothing: they are judged by, and a mean that counts them has seen
    them.

    Args:
        data: The samples, in their own units.
        training: Those to train on, in the same units.

    Example:
        >>> inputs, view = np.array([[1.0], [3.0], [8.0]]), View(0.0, 8.0, 0.0, 1.0)
        >>> data = Dataset(inputs, np.zeros((3, 1)), view)
        >>> made = standardized(data, data.rows(np.array([0, 1])))
        >>> made.inputs.tolist(), made.scales
        ([[-1.0], [1.0], [6.0]], (Scale(mean=2.0, deviation=1.0),))
    """
    measured = _measured(training.inputs)
    made = replace(
        data,
        inputs=measured.apply(data.inputs),
        view=_scaled_view(training, measured),
        scales=measured.scales,
    )
    if not data.is_regression:
        return made
    measured = _measured(training.targets)
    return replace(made, targets=measured.apply(data.targets), target_scales=measured.scales)


def scaled(values: Array, scales: Sequence[Scale]) -> Array:
    """Return numbers in rows, or one row, as a network takes them: (value − mean) / deviation.

    Args:
        values: Shape (n, k) or (k,), in their own units.
        scales: What each column is standardized by; none leaves them as they are.
    """
    if not scales:
        return values
    means, deviations = np.transpose(scales)
    units = np.frexp(np.maximum(np.abs(means), deviations))[1]
    return _Measured(units, np.ldexp(means, -units), np.ldexp(deviations, -units)).apply(values)


def restored(values: Array, scales: Sequence[Scale]) -> Array:
    """Return what was standardized in its own units: value · deviation + mean.

    Args:
        values: Shape (n, k) or (k,), as a network gives or takes them.
        scales: What each column was standardized by; none leaves them as they are.
    """
    if not scales:
        return values
    means, deviations = np.transpose(scales)
    with np.errstate(all="ignore"):
        return as_array(values * deviations + means)


def as_it_came(data: Dataset) -> Dataset:
    """Return samples in their own units again, with the digits that they were written with."""
    if not data.scales and not data.target_scales:
        return data
    inputs = _written(restored(data.inputs, data.scales))
    return replace(
        data,
        inputs=inputs,
        targets=_written(restored(data.targets, data.target_scales)),
        view=view_around(inputs),
        scales=(),
        target_scales=(),
    )


def _written(values: Array) -> Array:
    """Return numbers without what rounding on the way there and back has left in their ends."""
    return as_array(np.vectorize(lambda number: float(f"{number:.{_DIGITS}g}"))(values))


class _Measured(NamedTuple):
    """Means and deviations of columns, each in a power of two of its own.

    The squares of large numbers are no numbers any more, and the smallest ones have few digits:
    measured in powers of two, which rounds nothing, they are and have.
    """

    units: NDArray[np.intc]
    means: Array
    deviations: Array

    @property
    def scales(self) -> tuple[Scale, ...]:
        told = (np.ldexp(part, self.units).tolist() for part in (self.means, self.deviations))
        return tuple(Scale(*both) for both in zip(*told, strict=True))

    @np.errstate(all="ignore")
    def apply(self, values: Array) -> Array:
        return as_array((np.ldexp(values, -self.units) - self.means) / self.deviations)


@np.errstate(all="ignore")
def _measured(columns: Array) -> _Measured:
    """Return the mean and the deviation of each column; one without a spread keeps its unit."""
    is_flat = np.all(columns == columns[0], axis=0)
    units = np.where(is_flat, 0, np.frexp(np.max(np.abs(columns), axis=0))[1])
    measured = np.ldexp(columns, -units)
    means = np.where(is_flat, columns[0], np.mean(measured, axis=0))
    return _Measured(units, means, np.where(is_flat, 1.0, np.std(measured, axis=0)))


def _scaled_view(training: Dataset, measured: _Measured) -> View:
    """Return the rectangle that shows the same of the plane, in what a network takes."""
    view, features = training.view, training.inputs.shape[1]
    corners = np.tile(training.inputs[0], (2, 1))
    corners[:, 0] = view.left, view.right
    if features > 1:
        corners[:, 1] = view.bottom, view.top
    ends = measured.apply(corners)
    across = ends[:, 0].tolist()
    up = ends[:, 1].tolist() if features > 1 else [view.bottom, view.top]
    found = View(*(ranges.finite(end) for end in (*across, *up)))
    if found.left < found.right and found.bottom < found.top:
        return found
    return view_around(measured.apply(training.inputs))

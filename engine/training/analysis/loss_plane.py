"""The loss on a plane through the parameters: the landscape that a run walks in, cut flat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.errors import SettingError
from engine.training.many_networks.many_passes import ManyPasses, running_many
from engine.training.network.mlp import Network
from engine.training.run.run import TrainingRun

# Points of the plane computed at once, as so many networks.
_TOGETHER = 256


@dataclass(frozen=True, eq=False)
class Plane:
    """A plane in the space of all parameters, centre + a·first + b·second.

    Attributes:
        centre: Flat parameter vector.
        first: Direction of the horizontal axis, of the same shape.
        second: Direction of the vertical axis.
    """

    centre: Array
    first: Array
    second: Array

    def coordinates(self, parameters: Array) -> Array:
        """Return where parameter vectors in rows lie over the plane: a and b, shape (n, 2).

        What sticks out of the plane is dropped, the shortest way.
        """
        axes = np.stack([self.first, self.second], axis=1)
        along = ranges.Unit.of(ranges.extent(axes))
        away = ranges.Unit.of(ranges.extent(parameters), ranges.extent(self.centre))
        apart = away.measure(parameters) - away.measure(self.centre)
        found = np.full((len(apart), 2), np.nan)
        known = np.isfinite(apart).all(axis=1)
        if known.any() and np.isfinite(axes).all():
            found[known] = np.linalg.lstsq(along.measure(axes), apart[known].T, rcond=None)[0].T
        return ranges.Unit(away.exponent - along.exponent).restore(found)


@dataclass(frozen=True, eq=False)
class PathPlane:
    """The plane that a run's path spreads in the most.

    Attributes:
        plane: The plane; its directions have length 1, and its centre is the path's last point.
        path: The path in it, shape (n, 2).
        shares: The share of the path's spread along each of the two directions.
    """

    plane: Plane
    path: Array
    shares: tuple[float, float]


def random_plane(network: Network, parameters: Array, seed: int = 0) -> Plane:
    """Draw two directions, each unit's part as long as the unit's own weights.

    Without that a network whose weights are large would look flat and one whose weights are small
    steep, though they may compute the same. Biases stay as they are. (Li et al., Visualizing the
    loss landscape of neural nets, 2018, section 4.)
    """
    rng = np.random.default_rng(seed)
    directions = []
    for _ in range(2):
        direction = np.zeros_like(parameters)
        slices = network.parameter_slices[::2]
        for where, layer in zip(slices, network.unflatten(parameters), strict=True):
            drawn = rng.standard_normal(layer.weights.shape)
            unit = ranges.Unit.of(ranges.extent(layer.weights))
            weights = unit.measure(layer.weights)
            lengths = np.linalg.norm(weights, axis=0) / np.linalg.norm(drawn, axis=0)
            direction[where] = unit.restore(drawn * lengths).ravel()
        directions.append(direction)
    return Plane(parameters, *directions)


def path_plane(path: Sequence[Array]) -> PathPlane:
    """Return the plane of the two principal directions of a path, by singular values.

    (Lorch, Visualizing deep network training trajectories with PCA, 2016.)

    Args:
        path: Flat parameter vectors in the order of the training, at least three.

    Raises:
        SettingError: There are fewer than three, or they never move.
    """
    rows = np.stack(path) if len(path) else np.zeros((0, 0))
    with np.errstate(all="ignore"):
        spread = rows - rows[-1] if len(rows) else rows
    if len(rows) < 3 or not spread.any():
        raise SettingError(
            "path_too_short",
            "A plane through a path needs at least three different points: train a few steps.",
        )
    axes, lengths = ranges.principal_axes(spread, max(2, min(spread.shape)))
    shares = lengths[:2] ** 2 / (np.sum(lengths**2) or 1.0)
    with np.errstate(all="ignore"):
        path_in_it = spread @ axes[:2].T
    return PathPlane(
        Plane(rows[-1], axes[0], axes[1]), path_in_it, (float(shares[0]), float(shares[1]))
    )


def loss_on_plane(
    run: TrainingRun, plane: Plane, first: Array, second: Array
) -> Iterator[tuple[int, Array]]:
    """Compute what a run minimizes on a grid of a plane, row by row.

    Args:
        run: The run; its data and network count, not its optimizer.
        plane: The plane.
        first: Coordinates along the first direction, shape (m,).
        second: Coordinates along the second direction, shape (n,).

    Yields:
        The place of each of the second coordinates, and the losses there, shape (m,).
    """
    for place, height in enumerate(second):
        with np.errstate(all="ignore"):
            row = plane.centre + height * plane.second
            points = row[:, None] + np.multiply.outer(plane.first, first)
        yield place, losses_at(run, points)


def losses_at(run: TrainingRun, parameters: Array) -> Array:
    """Return what a run minimizes at many parameter vectors in columns, over all its samples."""
    found = []
    for begin in range(0, parameters.shape[1], _TOGETHER):
        part = np.ascontiguousarray(parameters[:, begin : begin + _TOGETHER])
        passes = ManyPasses(run.network, part)
        passes.load(run.dataset.inputs, run.dataset.targets)
        with running_many():
            found.append(passes.losses())
    return np.concatenate(found)

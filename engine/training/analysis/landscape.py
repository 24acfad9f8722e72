"""The landscape of the loss round a network's weights, computed row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.errors import EngineError
from engine.training.analysis.loss_plane import Plane, loss_on_plane, path_plane, random_plane
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# Numbers of a path beyond these do not turn its plane any more, but take time.
_MOST_PATH = 200
_FINEST, _COARSEST = 41, 13
# Multiplications that a landscape may take.
_BUDGET = 3e9
_MARGIN = 0.35
_SHORTEST = 1e-3


@dataclass(frozen=True, eq=False)
class Landscape:
    """The loss on a plane through the weights.

    Attributes:
        run: What is minimized.
        plane: The plane.
        shares: The share of the path's spread in each direction; None for random directions.
        first: Coordinates along the first direction, shape (m,).
        second: Coordinates along the second, shape (n,).
        losses: What the run minimizes, shape (n, m).
    """

    run: TrainingRun
    plane: Plane
    shares: tuple[float, float] | None
    first: Array
    second: Array
    losses: Array


def landscape_of(
    run: TrainingRun,
    records: Sequence[TrainingStep],
    record: TrainingStep,
    seed: int | None,
) -> Iterator[Landscape | None]:
    """Yield None while a landscape is computed, and it at the end.

    Args:
        run: What is minimized.
        records: The way taken, oldest first.
        record: The present network.
        seed: Of two random directions; None for the plane that the way spreads in the most, if
            there is enough of a way.
    """
    path = _path(records, record)
    plane, shares = random_plane(run.network, record.parameters, seed or 0), None
    if seed is None:
        try:
            found = path_plane(path)
            plane, shares = found.plane, found.shares
        except EngineError:
            # Without a way yet, any directions are as good.
            pass
    places = plane.coordinates(np.stack(path))
    count = _fineness(run)
    first, second = (_ends(places[:, axis], count, is_random=shares is None) for axis in (0, 1))
    losses = np.empty((count, count))
    for row, values in loss_on_plane(run, plane, first, second):
        losses[row] = values
        yield None
    yield Landscape(run, plane, shares, first, second, losses)


def _path(records: Sequence[TrainingStep], record: TrainingStep) -> list[Array]:
    """Return some of the weights on the way, the first and the present ones among them."""
    stride = max(1, -(-len(records) // _MOST_PATH))
    return [item.parameters for item in records[::stride]] + [record.parameters]


def _fineness(run: TrainingRun) -> int:
    """Return how many points a side has, so that large networks do not take for ever."""
    cost = len(run.network.start) * len(run.dataset)
    return int(np.clip(np.sqrt(_BUDGET / cost), _COARSEST, _FINEST))


def _ends(places: Array, count: int, *, is_random: bool) -> Array:
    """Return coordinates that hold the way with a margin, and at least the weights' own length."""
    low, high = ranges.extremes(places) or (0.0, 0.0)
    if is_random:
        low, high = min(low, -1.0), max(high, 1.0)
    room = _MARGIN * max(ranges.width(low, high), _SHORTEST)
    return ranges.spaced(low - room, high + room, count)

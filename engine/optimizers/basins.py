"""Basins of attraction: which minimum each of very many starts comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.optimizers.divergence import Fence
from engine.optimizers.fleet import Fleet
from engine.optimizers.float_run import OUT_OF_REACH
from engine.optimizers.race import LossFunction
from engine.optimizers.run import Run

# Labels of starts that came to no minimum: still on the way, or gone for good.
UNDERWAY = -1
GONE = -2

# So many starts at once: enough to make the cost of a call small, few enough for the cache.
TILE = 4000

# More minima than a picture has colours for are not told apart.
MOST_MINIMA = 250

Labels = NDArray[np.int16]


@dataclass(frozen=True, eq=False)
class Basins:
    """Where many starts came to.

    Attributes:
        starts: Shape (2, starts), all x and all y.
        ends: Shape (2, starts), where each was after the last step; not finite where it is gone.
        minima: Shape (minima, 2).
        labels: Shape (starts,), for each start the row of its minimum, or ``UNDERWAY`` where it
            has come to none yet, or ``GONE`` where it diverged or left the fence.
    """

    starts: Array
    ends: Array
    minima: Array
    labels: Labels

    def share(self, label: int) -> float:
        """Return the share of starts with a label, between 0 and 1."""
        return float(np.mean(self.labels == label))


@dataclass(frozen=True, eq=False)
class BasinProgress:
    """How far the computation is.

    Attributes:
        done: Starts that have taken all their steps.
        total: All starts.
        basins: The result, in the last record only.
    """

    done: int
    total: int
    basins: Basins | None = None


def grid_starts(box: Fence, columns: int, rows: int) -> Array:
    """Return starts on a regular grid, shape (2, rows · columns), row by row from the bottom.

    Args:
        box: Left, right, bottom and top; the corners are starts.
        columns: How many starts across.
        rows: How many starts up.
    """
    left, right, bottom, top = box
    x, y = np.meshgrid(np.linspace(left, right, columns), np.linspace(bottom, top, rows))
    return np.stack([x.ravel(), y.ravel()])


def basins(
    function: LossFunction,
    run: Run,
    starts: Array,
    steps: int,
    *,
    minima: Sequence[Sequence[float]] | None = None,
    tolerance: float = 0.1,
    tile: int = TILE,
) -> Iterator[BasinProgress]:
    """Send an optimizer down from many starts at once.

    Args:
        function: The loss surface.
        run: The optimizer with all that decides its steps.
        starts: Shape (2, starts).
        steps: How many steps each start takes.
        minima: The minima to tell apart, or None to take those that the starts find.
        tolerance: How near to a minimum counts as having come to it.
        tile: How many starts go at the most at once between two records.

    Yields:
        A record after each tile; the last holds the result. Stopping early costs nothing.

    Raises:
        SettingError: The starts are no two rows, or the run cannot serve many.
    """
    begun = np.array(starts, dtype=np.float64)
    ends = begun.copy()
    total = ends.shape[-1]
    # Tiles of one size, so that one fleet serves them all; the last two may share some starts.
    count = max(-(-total // tile), 1)
    size = -(-total // count)
    fleet = Fleet(function, run, ends[..., :size])
    for first in (min(number * size, total - size) for number in range(count)):
        fleet.restart(begun[:, first : first + size])
        fleet.advance(steps)
        ends[:, first : first + size] = fleet.points
        yield BasinProgress(first + size, total)
    yield BasinProgress(total, total, _sort(function, begun, ends, minima, tolerance))


def _sort(
    function: LossFunction,
    starts: Array,
    ends: Array,
    minima: Sequence[Sequence[float]] | None,
    tolerance: float,
) -> Basins:
    labels = np.full(ends.shape[1], UNDERWAY, dtype=np.int16)
    labels[_is_gone(ends, function.fence)] = GONE
    if minima is None:
        found = _find_minima(function, ends, labels, tolerance)
    else:
        found = np.array(minima, dtype=np.float64).reshape(-1, 2)
    for row, minimum in enumerate(found):
        labels[(labels == UNDERWAY) & _is_near(ends, minimum, tolerance)] = row
    for array in (starts, ends, found, labels):
        array.setflags(write=False)
    return Basins(starts, ends, found, labels)


def _is_gone(ends: Array, fence: Fence | None) -> NDArray[np.bool_]:
    near = np.abs(ends).max(axis=0) < OUT_OF_REACH
    if fence is not None:
        left, right, bottom, top = fence
        x, y = ends
        near &= (left <= x) & (x <= right) & (bottom <= y) & (y <= top)
    return np.asarray(~near)


def _is_near(ends: Array, place: Array, tolerance: float) -> NDArray[np.bool_]:
    with np.errstate(all="ignore"):
        return np.asarray(np.hypot(ends[0] - place[0], ends[1] - place[1]) <= tolerance)


def _find_minima(function: LossFunction, ends: Array, labels: Labels, tolerance: float) -> Array:
    """Return where the starts came to rest, the lowest first.

    The lowest of those at rest is a minimum, and all near it came to the same one.
    """
    x, y = ends
    with np.errstate(all="ignore"):
        slope = np.hypot(*function.gradient(x, y))
        loss = function.value(x, y)
    resting = (labels == UNDERWAY) & (slope <= tolerance)
    found: list[Array] = []
    while resting.any() and len(found) < MOST_MINIMA:
        candidates = np.flatnonzero(resting)
        place = ends[:, candidates[np.argmin(loss[candidates])]]
        found.append(place)
        resting &= ~_is_near(ends, place, tolerance)
    return np.array(found).reshape(-1, 2)

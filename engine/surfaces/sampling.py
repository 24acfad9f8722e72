"""Sampling: a surface on a grid, and the levels at which its contours are worth drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.surfaces.surface import Box

# The lowest contour encloses about this share of the picture, so a narrow valley shows one.
_LOWEST_SHARE = 0.003


class ValueFunction(Protocol):
    """Anything with a value at points of the plane."""

    def value(self, x: Array, y: Array) -> Array:
        """Return the values at the points, of their shape."""
        ...


# So many rows of a grid are computed at a time where a computation can be given up.
_STRIP = 8


@dataclass(frozen=True, eq=False)
class Grid:
    """A surface's values on a regular grid.

    Attributes:
        box: The rectangle, whose corners are grid points.
        values: Shape (rows, columns); row 0 is the bottom, column 0 the left.
    """

    box: Box
    values: Array


def sample(function: ValueFunction, box: Box, columns: int, rows: int) -> Grid:
    """Evaluate a function on a grid over a rectangle, all points at once."""
    x = ranges.spaced(box.left, box.right, columns)
    y = ranges.spaced(box.bottom, box.top, rows)
    grid_x, grid_y = np.meshgrid(x, y)
    with np.errstate(all="ignore"):
        values = np.array(function.value(grid_x, grid_y))
    values.setflags(write=False)
    return Grid(box, values)


def sample_in_strips(
    function: ValueFunction, box: Box, columns: int, rows: int
) -> Iterator[Grid | None]:
    """Do what `sample` does, some rows at a time; only the last record is the grid.

    The others are None, so that a sampling which takes seconds can be given up between them.
    """
    x = np.linspace(box.left, box.right, columns)
    y = np.linspace(box.bottom, box.top, rows)
    values = np.empty((rows, columns))
    for start in range(0, rows, _STRIP):
        strip = slice(start, start + _STRIP)
        grid_x, grid_y = np.meshgrid(x, y[strip])
        with np.errstate(all="ignore"):
            values[strip] = function.value(grid_x, grid_y)
        yield None
    values.setflags(write=False)
    yield Grid(box, values)


def contour_levels(values: Array, count: int, *, logarithmic: bool) -> Array:
    """Return ascending levels strictly inside the range of the values.

    Even levels show an ordinary bowl. Where the walls are a thousand times as high as the floor
    is deep, even levels all lie on the walls, and levels that grow by a factor show the floor.

    Args:
        values: Samples of the surface; those that are not finite are ignored.
        count: How many levels.
        logarithmic: Whether they grow by a factor above the lowest value.
    """
    ends = ranges.extremes(values)
    if ends is None or ends[0] == ends[1]:
        return np.empty(0)
    lowest, highest = ends
    if not logarithmic:
        return ranges.spaced(lowest, highest, count + 2)[1:-1]
    unit = ranges.Unit.of(lowest, highest)
    floor, top = (float(end) for end in unit.measure(ends))
    grown = np.geomspace(_first(values, unit, floor, top), top - floor, count + 1)[:-1]
    return unit.restore(floor + grown)


def _first(values: Array, unit: ranges.Unit, floor: float, top: float) -> float:
    """Return from which height above the floor levels grow by factors, all in a unit."""
    heights = unit.measure(values[np.isfinite(values)]) - floor
    return max(float(np.quantile(heights, _LOWEST_SHARE)), (top - floor) * 1e-9)


@dataclass(frozen=True)
class Scale:
    """How values become shares between 0 (lowest) and 1: for colours, and for heights.

    Attributes:
        lowest: The value of share 0.
        highest: The value of share 1.
        first: The height above the lowest from which shares grow by factors; None where they grow
            evenly.
    """

    lowest: float
    highest: float
    first: float | None = None

    def shares(self, values: Array) -> Array:
        """Return the shares of values; what is out of range is brought back in.

        Where there is no value there is no share either: NaN stays NaN, and is no highest place.
        """
        if self.lowest == self.highest:
            return np.where(np.isnan(values), np.nan, 0.0)
        is_none = np.isnan(values)
        filled = np.where(is_none, self.highest, values)
        even = np.where(is_none, np.nan, ranges.shares(filled, self.lowest, self.highest))
        if self.first is None:
            return even
        # Heights and the first of them as parts of the whole height.
        unit = ranges.Unit.of(self.lowest, self.highest)
        lowest, highest, first = unit.measure([self.lowest, self.highest, self.first])
        growth = float((highest - lowest) / first)
        return np.asarray(np.log1p(even * growth) / np.log1p(growth))


def scale_of(values: Array, *, logarithmic: bool) -> Scale:
    """Return the scale of some samples; it is that of the levels."""
    ends = ranges.extremes(values)
    if ends is None or ends[0] == ends[1]:
        return Scale(0.0, 0.0)
    if not logarithmic:
        return Scale(*ends)
    unit = ranges.Unit.of(*ends)
    floor, top = (float(end) for end in unit.measure(ends))
    first = float(unit.restore(_first(values, unit, floor, top)))
    # What rounds to 0 among the smallest numbers there are gives no factor to grow by.
    return Scale(*ends, first or None)


def shades(values: Array, *, logarithmic: bool) -> Array:
    """Return values between 0 (lowest) and 1 for colouring, on the scale of the levels.

    NaN stays NaN, which is to be left without a colour.
    """
    return scale_of(values, logarithmic=logarithmic).shares(values)

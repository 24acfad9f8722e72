"""Contour lines of a sampled surface: marching squares over whole arrays at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine import ranges

FloatArray = NDArray[np.float64]

# A hundredth of the values may lie at the floor, where a share of it would be no scale.
_LEAST_SCALE = 1e-12
# The two edges that a line crosses, for each of the 16 patterns of corners above the level.
# Corners are bits: 1 lower left, 2 lower right, 4 upper right, 8 upper left; edges are
# 0 bottom, 1 right, 2 top, 3 left. Patterns 5 and 10 are saddles with two lines each.
_EDGES = np.full((16, 2, 2), -1)
for _pattern, _lines in {
    1: [(3, 0)], 2: [(0, 1)], 3: [(3, 1)], 4: [(1, 2)], 5: [(3, 0), (1, 2)], 6: [(0, 2)],
    7: [(3, 2)], 8: [(2, 3)], 9: [(0, 2)], 10: [(0, 1), (2, 3)], 11: [(1, 2)], 12: [(3, 1)],
    13: [(0, 1)], 14: [(3, 0)],
}.items():  # fmt: skip
    for _place, _line in enumerate(_lines):
        _EDGES[_pattern, _place] = _line


def contour_segments(
    x: FloatArray, y: FloatArray, z: FloatArray, levels: Sequence[float]
) -> tuple[FloatArray, FloatArray]:
    """Return the line segments on which a sampled surface has one of the levels.

    Each cell of the grid is crossed by straight lines whose ends are interpolated along the
    cell's edges (marching squares; Lorensen and Cline, SIGGRAPH 1987, in two dimensions).
    Cells with a corner that is not finite are left out.

    Args:
        x: the columns' places, shape (columns,), any monotonic spacing.
        y: the rows' places, shape (rows,).
        z: the values, shape (rows, columns).
        levels: the values to draw lines at.

    Returns:
        Two arrays (xs, ys) in which places 2k and 2k+1 are the ends of segment k.
    """
    # In units of the largest value, so that no difference between two overflows.
    unit = ranges.Unit.of(*(ranges.extremes(z) or ()))
    heights = unit.measure(z)
    pieces = [_segments_at(x, y, heights, float(level)) for level in unit.measure(levels)]
    if not pieces:
        return np.empty(0), np.empty(0)
    return (
        np.concatenate([piece[0] for piece in pieces]),
        np.concatenate([piece[1] for piece in pieces]),
    )


def edge_segments(
    x: FloatArray, y: FloatArray, labels: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the lines between the regions of a grid of labels, whichever labels meet.

    As a surface the labels would have as many lines in one place as lie between the two.

    Args:
        x: the columns' places, shape (columns,).
        y: the rows' places, shape (rows,).
        labels: a number for each region, shape (rows, columns).
    """
    # The first needs no lines of its own: those of its neighbours are all round it.
    parts = [
        contour_segments(x, y, (labels == label).astype(float), [0.5])
        for label in np.unique(labels)[1:].tolist()
    ]
    ends = [np.concatenate([np.empty(0), *(part[axis] for part in parts)]) for axis in (0, 1)]
    return ends[0], ends[1]


def _segments_at(
    x: FloatArray, y: FloatArray, z: FloatArray, level: float
) -> tuple[FloatArray, FloatArray]:
    above = z > level
    finite = np.isfinite(z)
    patterns = above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8
    whole = finite[:-1, :-1] & finite[:-1, 1:] & finite[1:, 1:] & finite[1:, :-1]
    rows, columns = np.nonzero((patterns > 0) & (patterns < 15) & whole)
    if rows.size == 0:
        return np.empty(0), np.empty(0)
    points = _edge_points(x, y, z, level, rows, columns)
    edges = _EDGES[patterns[rows, columns]]
    cell, line = np.nonzero(edges[:, :, 0] >= 0)
    ends = edges[cell, line]
    crossing = points[cell[:, np.newaxis], ends]
    return crossing[:, :, 0].ravel(), crossing[:, :, 1].ravel()


def _edge_points(
    x: FloatArray,
    y: FloatArray,
    z: FloatArray,
    level: float,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
) -> FloatArray:
    """Where the level lies on each cell's four edges, shape (cells, 4 edges, 2)."""
    lower_left, lower_right = z[rows, columns], z[rows, columns + 1]
    upper_left, upper_right = z[rows + 1, columns], z[rows + 1, columns + 1]
    left, right = x[columns], x[columns + 1]
    bottom, top = y[rows], y[rows + 1]
    points = np.empty((rows.size, 4, 2))
    points[:, 0, 0] = _between(left, right, _share(lower_left, lower_right, level))
    points[:, 0, 1] = bottom
    points[:, 1, 0] = right
    points[:, 1, 1] = _between(bottom, top, _share(lower_right, upper_right, level))
    points[:, 2, 0] = _between(left, right, _share(upper_left, upper_right, level))
    points[:, 2, 1] = top
    points[:, 3, 0] = left
    points[:, 3, 1] = _between(bottom, top, _share(lower_left, upper_left, level))
    return points


def _between(start: FloatArray, end: FloatArray, share: FloatArray) -> FloatArray:
    return start * (1.0 - share) + end * share


def _share(start: FloatArray, end: FloatArray, level: float) -> FloatArray:
    """How far from start to end the level lies; edges it does not cross get any share."""
    difference = end - start
    crosses = (start > level) != (end > level)
    return np.asarray((level - start) / np.where(crosses, difference, 1.0) * crosses)


def log_levels(z: FloatArray, count: int = 15) -> FloatArray:
    """Levels in equal ratios above the smallest value, for surfaces of many magnitudes.

    The lowest value is taken as the floor, and levels are spread evenly over
    log(1 + (z − floor)/scale), where the scale is the lowest percentile of z − floor.
    """
    ends = ranges.extremes(z)
    if ends is None or count < 1:
        return np.empty(0)
    unit = ranges.Unit.of(*ends)
    finite = unit.measure(z[np.isfinite(z)])
    floor = float(finite.min())
    heights = finite - floor
    highest = float(heights.max())
    scale = max(float(np.percentile(heights, 1.0)), highest * _LEAST_SCALE) or 1.0
    top = float(np.log1p(highest / scale))
    steps = np.linspace(0.0, top, count + 2)[1:-1]
    return unit.restore(floor + scale * np.expm1(steps))

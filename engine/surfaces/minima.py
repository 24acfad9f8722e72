"""Minima: where a function of two variables is lowest around, found from its slopes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from engine import ranges
from engine.arrays import Array, computing
from engine.surfaces.surface import Box

# All lengths are shares of the rectangle's longer side.
_PROBE = 1e-5
_FIRST_REACH, _SETTLED_REACH = 0.1, 1e-9
_NEIGHBOUR = 1e-3
_SAME_PLACE = 3e-3
# A curvature that is a smaller share of the other one is none: there the floor is level.
_FLATTEST = 1e-9
_ROUNDS = 120
# A surface of sheer ripples has more than anyone can look at.
MOST_MINIMA = 250


class SlopedFunction(Protocol):
    """Anything with a value and a gradient at points of the plane."""

    def value(self, x: Array, y: Array) -> Array:
        """Return the values at the points, of their shape."""
        ...

    def gradient(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return both partial derivatives at the points."""
        ...


class Minimum(NamedTuple):
    """A place lower than all that surrounds it."""

    x: float
    y: float
    value: float


def minima_steps(
    function: SlopedFunction, box: Box, *, per_side: int = 24
) -> Iterator[tuple[Minimum, ...] | None]:
    """Find the separate minima inside a rectangle, the lowest first.

    Many starts go down at once. Each step is Newton's with the sizes of the curvatures in the
    place of the curvatures, so that a saddle repels instead of attracting (Dauphin et al.,
    Identifying and attacking the saddle point problem, 2014), and is kept only where it leads
    lower. The floor of a valley is no separate minimum, for one can walk along it; the tip of a
    fold, such as |x| has, is one.

    Args:
        function: The function; its curvatures are differences of its gradient.
        box: Where to search.
        per_side: Starts along each side of a regular grid.

    Yields:
        None after each round of the search, and at last the minima, at most ``MOST_MINIMA``.
    """
    span = max(ranges.width(box.left, box.right), ranges.width(box.bottom, box.top))
    x, y = np.meshgrid(
        ranges.spaced(box.left, box.right, per_side), ranges.spaced(box.bottom, box.top, per_side)
    )
    points = np.stack([x.ravel(), y.ravel()])
    search = _Search(function, points, span)
    yield None
    for _ in range(_ROUNDS):
        is_settled = search.go_on()
        yield None
        if is_settled:
            break
    yield search.found(box)


class _Search:
    """Many points on their way down."""

    @computing()
    def __init__(self, function: SlopedFunction, points: Array, span: float) -> None:
        self._function, self._points, self._span = function, points, span
        self._reach = np.full(points.shape[1], _FIRST_REACH * span)
        self._values = np.asarray(function.value(points[0], points[1]))

    @computing()
    def go_on(self) -> bool:
        """Take a step with every point; return whether all have settled."""
        points, span = self._points, self._span
        step = _step(self._function, points, _PROBE * span)
        length = np.hypot(step[0], step[1])
        step = step * np.minimum(1.0, self._reach / np.where(length > 0.0, length, 1.0))
        tried = points + step
        found = np.asarray(self._function.value(tried[0], tried[1]))
        # Written so that what is not a number is no improvement.
        better = found < self._values
        self._points = np.where(better, tried, points)
        self._values = np.where(better, found, self._values)
        wider = np.minimum(2.0 * self._reach, _FIRST_REACH * span)
        self._reach = np.where(better, wider, 0.25 * self._reach)
        return not (self._reach > _SETTLED_REACH * span).any()

    @computing()
    def found(self, box: Box) -> tuple[Minimum, ...]:
        """Return where the points have come to rest inside the rectangle."""
        function, points, span = self._function, self._points, self._span
        values = np.asarray(function.value(points[0], points[1]))
        settled = _is_lowest(function, points, values, span) & _is_inside(points, box, span)
        return _separate(points[:, settled], values[settled], _SAME_PLACE * span)


class _Bends(NamedTuple):
    """The curvatures at points: the largest, the smallest, and the direction of the largest."""

    largest: Array
    smallest: Array
    angle: Array


def _bends(function: SlopedFunction, points: Array, probe: float) -> _Bends:
    x, y = points
    right, left = function.gradient(x + probe, y), function.gradient(x - probe, y)
    above, below = function.gradient(x, y + probe), function.gradient(x, y - probe)
    xx = (np.asarray(right[0]) - left[0]) / (2.0 * probe)
    yy = (np.asarray(above[1]) - below[1]) / (2.0 * probe)
    xy = (np.asarray(right[1]) - left[1] + above[0] - below[0]) / (4.0 * probe)
    middle, half = (xx + yy) / 2.0, np.hypot((xx - yy) / 2.0, xy)
    return _Bends(middle + half, middle - half, np.arctan2(2.0 * xy, xx - yy) / 2.0)


def _step(function: SlopedFunction, points: Array, probe: float) -> Array:
    """Return the saddle-free Newton step of every point, not yet shortened to its reach."""
    slope_x, slope_y = (np.asarray(part) for part in function.gradient(points[0], points[1]))
    bends = _bends(function, points, probe)
    cosine, sine = np.cos(bends.angle), np.sin(bends.angle)
    tiny = 1e-12 + 1e-9 * np.hypot(slope_x, slope_y)
    along = -(slope_x * cosine + slope_y * sine) / np.maximum(np.abs(bends.largest), tiny)
    across = -(slope_y * cosine - slope_x * sine) / np.maximum(np.abs(bends.smallest), tiny)
    step = np.stack([along * cosine - across * sine, along * sine + across * cosine])
    return np.nan_to_num(step, nan=0.0, posinf=0.0, neginf=0.0)


def _is_lowest(
    function: SlopedFunction, points: Array, values: Array, span: float
) -> NDArray[np.bool_]:
    """Tell which points lie lower than a ring of neighbours, and on the floor of no valley."""
    bends = _bends(function, points, _PROBE * span)
    # Next to an edge of where the function is defined nothing is known of its curvature.
    is_floor = bends.smallest <= _FLATTEST * np.abs(bends.largest)
    lowest = np.isfinite(values) & ~is_floor
    for angle in np.linspace(0.0, 2.0 * np.pi, 16, endpoint=False):
        x = points[0] + _NEIGHBOUR * span * np.cos(angle)
        y = points[1] + _NEIGHBOUR * span * np.sin(angle)
        around = np.asarray(function.value(x, y))
        # Written so that the edge of where the function is defined is no minimum.
        lowest &= around > values
    return lowest


def _is_inside(points: Array, box: Box, span: float) -> NDArray[np.bool_]:
    air = 1e-6 * span
    x, y = points
    inside = (x >= box.left - air) & (x <= box.right + air)
    return np.asarray(inside & (y >= box.bottom - air) & (y <= box.top + air))


def _separate(points: Array, values: Array, distance: float) -> tuple[Minimum, ...]:
    found: list[Minimum] = []
    for index in np.argsort(values, kind="stable"):
        x, y = points[:, index].tolist()
        if all(np.hypot(x - other.x, y - other.y) > distance for other in found):
            found.append(Minimum(x, y, float(values[index])))
        if len(found) == MOST_MINIMA:
            break
    return tuple(found)

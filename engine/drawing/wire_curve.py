"""The curve that a wire is drawn as, in numbers: whoever arranges has to know where it runs."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

import numpy as np

from engine.arrays import Array

# The straight run before the target port carries the labels.
RUN = 60.0
_SHORTEST_RUN = 18.0
_SHORTEST_REST = 30.0
_FARTHEST_REACH = 80.0
_STRAIGHT = 0.5

T = TypeVar("T", float, Array)


class WireCurve(NamedTuple, Generic[T]):
    """A cubic that leaves the output horizontally, and a straight run into the input port.

    Attributes:
        reach: How far the controls of the cubic stand from its ends, sideways.
        bend: The x at which the straight run begins, at the height of the port.
    """

    reach: T
    bend: T


def wire_curve(
    start: tuple[float, float], end: tuple[float, float], wanted_run: float = RUN
) -> WireCurve[float]:
    """Return how a wire bends from an output to an input port.

    The run before the port shrinks where the ports are near.
    """
    x, y, end_x, end_y = (np.asarray([number]) for number in (*start, *end))
    curve = wire_curves(x, y, end_x, end_y, np.asarray([wanted_run]))
    return WireCurve(float(curve.reach[0]), float(curve.bend[0]))


def wire_curves(x: Array, y: Array, end_x: Array, end_y: Array, wanted: Array) -> WireCurve[Array]:
    """Return how many wires bend at once; every argument has one number for each."""
    run = np.maximum(_SHORTEST_RUN, np.minimum(wanted, end_x - x - _SHORTEST_REST))
    bend = end_x - run
    width = bend - x
    steep = 14.0 + np.abs(width) / 2 + np.abs(end_y - y) / 6
    return WireCurve(np.maximum(width / 2, np.minimum(_FARTHEST_REACH, steep)), bend)


def is_level(start: tuple[float, float], end: tuple[float, float], curve: WireCurve[float]) -> bool:
    """Tell whether a wire is drawn as one straight line."""
    return abs(end[1] - start[1]) < _STRAIGHT and curve.bend >= start[0]


def points_along(
    x: Array, y: Array, end_x: Array, end_y: Array, wanted: Array, count: int
) -> tuple[Array, Array]:
    """Return places on many wires: x and y, a row for each wire.

    Args:
        x: Where the outputs are; likewise `y`, and `end_x` and `end_y` for the ports.
        y: See `x`.
        end_x: See `x`.
        end_y: See `x`.
        wanted: How long a straight run each wire wants.
        count: How many places on each curve before the run; a quarter as many are on the run.
    """
    curve = wire_curves(x, y, end_x, end_y, wanted)
    t = np.linspace(0.0, 1.0, count)
    a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
    reach, bend = curve.reach[:, None], curve.bend[:, None]
    start_x, start_y, port_x, port_y = x[:, None], y[:, None], end_x[:, None], end_y[:, None]
    along_x = a * start_x + b * (start_x + reach) + c * (bend - reach) + d * bend
    along_y = (a + b) * start_y + (c + d) * port_y
    s = np.linspace(0.0, 1.0, max(2, count // 4))
    run_x = bend + s * (port_x - bend)
    run_y = np.broadcast_to(port_y, run_x.shape)
    return np.hstack((along_x, run_x)), np.hstack((along_y, run_y))

"""Ranges of axes that end at round numbers, so that they stay while the data changes a little.

An axis whose range changes has to measure and draw all its texts again, which takes longer than
drawing the curves; and a plot whose scale jitters under a slider cannot be read.
"""

from __future__ import annotations

import math

from desktop.widgets.plot_canvas import Range

# So many decades are enough for whole ones; a smaller range ends at 1, 2 or 5 of a decade.
_MANY_DECADES = 3.0
_ROUND = (1.0, 2.0, 5.0, 10.0)
_SLACK = 1e-9
_TICKS = 5


def round_log_range(low: float, high: float) -> Range:
    """Return the smallest round range round two positive numbers."""
    if math.log10(high / low) >= _MANY_DECADES:
        return 10.0 ** _floor(math.log10(low)), 10.0 ** -_floor(-math.log10(high))
    return _round_below(low), _round_above(high)


def round_range(low: float, high: float) -> Range:
    """Return a range round two numbers that ends at multiples of a round step."""
    span = (high - low) or abs(high) or 1.0
    step = _round_above(span / _TICKS)
    return step * _floor(low / step), step * -_floor(-high / step)


def _round_below(value: float) -> float:
    decade = 10.0 ** _floor(math.log10(value))
    return decade * max(part for part in _ROUND if part <= value / decade * (1 + _SLACK))


def _round_above(value: float) -> float:
    decade = 10.0 ** _floor(math.log10(value))
    return decade * min(part for part in _ROUND if part >= value / decade * (1 - _SLACK))


def _floor(value: float) -> int:
    """Round down, but not because of the last bit of a logarithm."""
    return math.floor(value + _SLACK)

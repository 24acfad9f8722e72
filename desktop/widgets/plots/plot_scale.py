"""The one way from numbers to drawn coordinates, which holds for every float64.

Qt reckons in floats that overflow: a range of 1e300 or of 1e-320 has no scale in pixels, and a
point at 1e300 in a view of ±3 no place that a painter can clip. What is drawn is therefore measured
in powers of ten where numbers are very large or small, and never lies farther away than `FARTHEST`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from desktop.widgets.plots.plot_style import FloatArray
from engine import ranges

# A place as far away as this lies outside every view, also outside one that equal scales on both
# axes make a thousand times as wide as it was asked for.
FARTHEST = 1e66
_FARTHEST_SEEN = 1e63
# Views are no narrower, on their own and beside how far from 0 they lie: beyond, the pixels of what
# is drawn could no longer be told apart.
NARROWEST = 1e-30
_FINEST_SHARE = 1e-12
# Numbers of these sizes are drawn as they are.
_LEAST_PLAIN, _MOST_PLAIN = 1e-25, 1e60
# Decades, in which every float lies.
_LOG_ENDS = (-330.0, 310.0)
_FINEST_DECADES = 1e-9
# The power of ten of the narrowest range of data that can be numbered.
_SMALLEST_SEEN, _FEWEST_LIMIT = -321, 3


@dataclass
class PlotScale:
    """Which axes are logarithmic, and the way between data and drawn coordinates.

    Attributes:
        log_x: Whether the horizontal axis is logarithmic.
        log_y: Whether the vertical one is.
        power_x: What is drawn of a plain horizontal axis is data divided by this power of ten.
        power_y: The same for the vertical one.
    """

    log_x: bool = False
    log_y: bool = False
    power_x: int = 0
    power_y: int = 0

    def drawn_x(self, x: FloatArray) -> FloatArray:
        """Horizontal places as drawn; what has none, such as the logarithm of 0, becomes NaN."""
        return _placed(x, self.log_x, self.power_x)

    def drawn_y(self, y: FloatArray) -> FloatArray:
        """Vertical places as drawn."""
        return _placed(y, self.log_y, self.power_y)

    def drawn(self, x: float, y: float) -> tuple[float, float]:
        """One point as drawn; what has no place lies far outside."""
        return self.end_x(x), self.end_y(y)

    def end_x(self, x: float) -> float:
        """Where something begins or ends horizontally: far away where that has no place."""
        return _end(x, self.log_x, self.power_x)

    def end_y(self, y: float) -> float:
        """Where something begins or ends vertically."""
        return _end(y, self.log_y, self.power_y)

    def data(self, x: float, y: float) -> tuple[float, float]:
        """The data coordinates of a drawn point, at most the largest number there is."""
        return _number(x, self.log_x, self.power_x), _number(y, self.log_y, self.power_y)


def power_for(reach: float) -> int:
    """Return the power of ten to draw numbers in.

    Args:
        reach: the size of the largest of them.
    """
    is_plain = reach == 0.0 or _LEAST_PLAIN <= reach <= _MOST_PLAIN
    return 0 if is_plain else ranges.decade(reach)


def sound_range(
    low: float, high: float, *, is_log: bool = False, power: int = 0
) -> tuple[float, float]:
    """Return the range of a view, in drawn coordinates, that can be drawn: finite and wide enough.

    Args:
        low: one end.
        high: the other one; where it is the same, what lies round it is shown.
        is_log: whether the axis is logarithmic.
        power: the power of ten that its numbers are drawn in.
    """
    if math.isnan(low) or math.isnan(high):
        return (0.0, 1.0)
    least, most = _LOG_ENDS if is_log else (-_FARTHEST_SEEN, _FARTHEST_SEEN)
    low, high = (min(max(end, least), most) for end in sorted((low, high)))
    finest = _FINEST_DECADES
    if not is_log:
        # Among the smallest numbers there are, none lie between two neighbours.
        fewest = float(f"1e{min(_SMALLEST_SEEN - power, _FEWEST_LIMIT)}")
        finest = max(NARROWEST, fewest, _FINEST_SHARE * max(abs(low), abs(high)))
    narrowest = max(finest, 1.0) if low == high else finest
    if high - low >= narrowest:
        return low, high
    middle = (low + high) / 2
    return middle - narrowest / 2, middle + narrowest / 2


def _placed(values: FloatArray, is_log: bool, power: int) -> FloatArray:
    known = np.isfinite(values)
    if is_log:
        values = _logarithm(np.where(known, values, np.nan))
    elif power:
        values = ranges.shifted(values, -power)
    return np.where(known, np.clip(values, -FARTHEST, FARTHEST), np.nan)


def _end(value: float, is_log: bool, power: int) -> float:
    placed = float(_placed(np.asarray(value, dtype=float), is_log, power))
    if math.isfinite(placed):
        return placed
    return FARTHEST if value > 0.0 else -FARTHEST


def _number(place: float, is_log: bool, power: int) -> float:
    if is_log:
        with np.errstate(all="ignore"):
            return ranges.finite(float(np.float64(10.0) ** place))
    return ranges.finite(float(ranges.shifted(place, power))) if power else place


def _logarithm(values: FloatArray) -> FloatArray:
    positive = values > 0
    logarithms: FloatArray = np.log10(np.where(positive, values, 1.0))
    return np.where(positive, logarithms, np.nan)

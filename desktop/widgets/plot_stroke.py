"""Lines as straight strokes: dashes are cut and corners closed here.

Qt strokes a wide, dashed path by outlining and filling it, which takes five times as long as
drawing its straight pieces one by one. But of separate pieces Qt begins the dashes anew with each,
and leaves notches at corners.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.widgets.plot_style import FloatArray

# Two pieces that just touch let the ground shine through where their soft edges meet.
_SEAM_PX = 0.25
# At a sharper corner than a right angle a stroke would grow a spike.
_SHARPEST = 1.0


def strokes(x: FloatArray, y: FloatArray, width: float, dashes: Sequence[float] = ()) -> FloatArray:
    """Cut a line into the straight pieces to draw, with flat ends.

    Args:
        x: places in pixels, shape (n,); NaN breaks the line.
        y: likewise.
        width: of the line, in pixels.
        dashes: the lengths of dash and gap in turn, in pixels; none for a solid line.

    Returns:
        Shape (pieces, 4): where each begins and ends.
    """
    begins, ways, lengths, follows = _pieces(x, y)
    if not len(begins):
        return np.empty((0, 4))
    units = ways / lengths[:, None]
    before, after = _reaches(units, follows, width)
    if not len(dashes):
        ends = begins + ways
        return np.hstack([begins - units * before[:, None], ends + units * after[:, None]])
    return _dashed(begins, units, lengths, before, after, np.asarray(dashes, dtype=float))


def _pieces(x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray, np.ndarray]:
    """Return where the pieces begin, their ways, lengths, and whether each follows the last."""
    points = np.column_stack([x, y])
    ways = np.diff(points, axis=0)
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    # Written so that what is not a number is left out, too.
    drawn = np.flatnonzero(lengths > 0.0)
    begins = points[drawn]
    ways, lengths = ways[drawn], lengths[drawn]
    follows = np.zeros(len(drawn), dtype=bool)
    follows[1:] = (begins[1:] == begins[:-1] + ways[:-1]).all(axis=1) | (np.diff(drawn) == 1)
    return begins, ways, lengths, follows


def _reaches(units: FloatArray, follows: np.ndarray, width: float) -> tuple[FloatArray, FloatArray]:
    """Return by how much each piece is lengthened at its begin and end to close the corners."""
    before, after = np.zeros(len(units)), np.zeros(len(units))
    cosines = (units[1:] * units[:-1]).sum(axis=1)
    tangents = np.sqrt((1.0 - cosines).clip(0.0) / (1.0 + cosines).clip(1e-9))
    closing = np.where(follows[1:], width / 2 * tangents.clip(None, _SHARPEST) + _SEAM_PX, 0.0)
    before[1:] = after[:-1] = closing
    return before, after


def _dashed(
    begins: FloatArray,
    units: FloatArray,
    lengths: FloatArray,
    before: FloatArray,
    after: FloatArray,
    dashes: FloatArray,
) -> FloatArray:
    ends = np.cumsum(lengths)
    starts = ends - lengths
    period = float(dashes.sum())
    edges = np.concatenate([[0.0], np.cumsum(dashes)[:-1]])
    turns = np.arange(int(ends[-1] / period) + 1)[:, None] * period
    cuts = np.sort(np.concatenate([ends, (turns + edges).ravel()]))
    cuts = cuts[: np.searchsorted(cuts, ends[-1], side="right")]
    lows, highs = cuts[:-1], cuts[1:]
    middles = (lows + highs) / 2
    # Dashes have even numbers, gaps odd ones.
    is_dash = np.searchsorted(edges, middles % period, side="right") % 2 == 1
    kept = is_dash & (highs > lows)
    lows, highs = lows[kept], highs[kept]
    piece = np.minimum(np.searchsorted(ends, middles[kept]), len(ends) - 1)
    # Only what ends at a corner is lengthened; a dash's own ends stay where they are.
    first = np.where(lows <= starts[piece], before[piece], 0.0)
    last = np.where(highs >= ends[piece], after[piece], 0.0)
    low = (lows - starts[piece] - first)[:, None]
    high = (highs - starts[piece] + last)[:, None]
    return np.hstack([begins[piece] + units[piece] * low, begins[piece] + units[piece] * high])

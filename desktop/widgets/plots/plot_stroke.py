"""Lines as straight strokes: dashes are cut and corners closed here.

Qt strokes a wide, dashed path by outlining and filling it, which takes five times as long as
drawing its straight pieces one by one. But of separate pieces Qt begins the dashes anew with each,
and leaves notches at corners.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.widgets.plots.plot_style import FloatArray

# Two pieces that just touch let the ground shine through where their soft edges meet.
_SEAM_PX = 0.25
# At a sharper corner than a right angle a stroke would grow a spike.
_SHARPEST = 1.0
# So far beside what is seen a line may begin or end without being missed, nor its corners.
_BESIDE = 40.0
_FAR = 1e6


def strokes(
    x: FloatArray,
    y: FloatArray,
    width: float,
    dashes: Sequence[float] = (),
    room: tuple[float, float] = (_FAR, _FAR),
) -> FloatArray:
    """Cut a line into the straight pieces to draw, with flat ends.

    Args:
        x: places in pixels, shape (n,); one that is not finite breaks the line.
        y: likewise.
        width: of the line, in pixels.
        dashes: the lengths of dash and gap in turn, in pixels; none for a solid line.
        room: width and height of what is seen; what lies beside it is left out, because dashes
            cannot be cut all the way to a point that diverged.

    Returns:
        Shape (pieces, 4): where each begins and ends.
    """
    with np.errstate(all="ignore"):
        begins, ways, follows = _pieces(x, y, room)
    if not len(begins):
        return np.empty((0, 4))
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    units = ways / lengths[:, None]
    before, after = _reaches(units, follows, width)
    if not len(dashes):
        ends = begins + ways
        return np.hstack([begins - units * before[:, None], ends + units * after[:, None]])
    return _dashed(begins, units, lengths, before, after, np.asarray(dashes, dtype=float))


def near_pieces(
    x: FloatArray, y: FloatArray, room: tuple[float, float]
) -> tuple[FloatArray, NDArray[np.int32]]:
    """Cut a line to what lies near the picture, keeping what is joined joined.

    Args:
        x: places in pixels, shape (n,); one that is not finite breaks the line.
        y: likewise.
        room: width and height of what is seen.

    Returns:
        The ends of all pieces, shape (2 · pieces, 2), and whether each is joined to the next.
    """
    with np.errstate(all="ignore"):
        begins, ways, follows = _pieces(x, y, room)
    points = np.stack([begins, begins + ways], axis=1).reshape(-1, 2)
    connected = np.ones(len(points), dtype=np.int32)
    connected[1::2] = [*follows[1:], False] if len(follows) else []
    return points, connected


def _pieces(
    x: FloatArray, y: FloatArray, room: tuple[float, float]
) -> tuple[FloatArray, FloatArray, np.ndarray]:
    """Return where the pieces that are seen begin, their ways, and whether each follows the last.

    Each is cut to the room, by Liang and Barsky, A new concept and method for line clipping, 1984.
    """
    points = np.column_stack([x, y])
    begins, ways = points[:-1], np.diff(points, axis=0)
    to_low = (-_BESIDE - begins) / ways
    to_high = (np.array(room) + _BESIDE - begins) / ways
    # Along a piece that is parallel to a side, that side is infinitely far away, in or out.
    enters = np.minimum(to_low, to_high).max(axis=1).clip(0.0, None)
    leaves = np.maximum(to_low, to_high).min(axis=1).clip(None, 1.0)
    # Written so that what is not a number is left out, too.
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    drawn = np.flatnonzero((leaves > enters) & (lengths > 0.0) & np.isfinite(lengths))
    enters, leaves = enters[drawn, None], leaves[drawn, None]
    follows = np.zeros(len(drawn), dtype=bool)
    follows[1:] = np.diff(drawn) == 1
    return begins[drawn] + ways[drawn] * enters, ways[drawn] * (leaves - enters), follows


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

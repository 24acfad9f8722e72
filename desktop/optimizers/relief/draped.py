"""Paths laid over the landscape: points of the plane turned into lines that follow the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPainterPath

from desktop.optimizers.relief.landscape import Landscape
from desktop.optimizers.relief.picture import Picture
from engine.arrays import Array

# A piece of a path is no longer than this in the box, and a step in at most so many pieces.
_PIECE, _MOST_PIECES = 0.035, 60
_LIFT = 0.004


@dataclass(frozen=True, eq=False)
class Draped:
    """A path on the ground.

    Attributes:
        places: Shape (3, n), in the box; NaN outside it.
        ends: Shape (points,), where in `places` each point of the path stands.
    """

    places: Array
    ends: Array

    def up_to(self, point: int) -> Array:
        """Return the places until a point of the path, that one included."""
        return self.places[:, : int(self.ends[min(point, len(self.ends) - 1)]) + 1]

    def since(self, point: int) -> Array:
        """Return the places from a point of the path on."""
        return self.places[:, int(self.ends[min(point, len(self.ends) - 1)]) :]

    def at(self, point: int) -> Array:
        """Return where a point of the path lies, shape (3, 1)."""
        end = int(self.ends[min(point, len(self.ends) - 1)])
        return self.places[:, end : end + 1]


def drape(landscape: Landscape, points: Array) -> Draped:
    """Lay a path over the ground.

    Args:
        landscape: The ground.
        points: Shape (n, 2), in data coordinates.
    """
    x, y = landscape.ground(points[:, 0], points[:, 1])
    # A point that has no place breaks the path.
    lengths = np.nan_to_num(np.hypot(np.diff(x), np.diff(y)))
    pieces = np.clip(np.ceil(lengths / _PIECE), 1, _MOST_PIECES).astype(np.intp)
    ends = np.concatenate([[0], np.cumsum(pieces)])
    at = np.arange(ends[-1] + 1)
    x, y = np.interp(at, ends, x), np.interp(at, ends, y)
    inside = (np.abs(x) <= landscape.half[0] * 1.001) & (np.abs(y) <= landscape.half[1] * 1.001)
    outside = ~inside
    heights = landscape.height_at(np.where(outside, 0.0, x), np.where(outside, 0.0, y)) + _LIFT
    return Draped(np.where(outside, np.nan, np.stack([x, y, heights])), ends)


def paths(picture: Picture, places: Array) -> tuple[QPainterPath, QPainterPath]:
    """Return places as two lines on the picture: the whole, and what is not hidden of it."""
    across, down, depth = picture.projection.place(*places)
    inside = np.isfinite(across)
    seen = np.zeros(len(across), dtype=bool)
    seen[inside] = picture.sees(across[inside], down[inside], depth[inside])
    return _path(across, down), _path(np.where(seen, across, np.nan), down)


def _path(across: Array, down: Array) -> QPainterPath:
    if len(across) < 2:
        return QPainterPath()
    path: QPainterPath = pg.functions.arrayToQPath(across, down, connect="finite")
    return path

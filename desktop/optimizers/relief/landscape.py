"""The landscape: a surface sampled over its view, as heights in a box of about unit size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.surfaces.sampling import Scale, ValueFunction, contour_levels, sample, scale_of
from engine.surfaces.surface import Box, Surface

_SAMPLES, _LEVELS = 241, 14
_HEIGHT = 0.65
_FAR = 1e12
# A view much longer than wide is drawn wider, as the trails on it could not be told apart.
_NARROWEST = 0.45


@dataclass(frozen=True, eq=False)
class Landscape:
    """Heights, and the way from data to the box.

    Attributes:
        box: The rectangle of the plane that is drawn.
        half: Half the box's sides.
        scale: From losses to shares of the height.
        heights: Shape (rows, columns), in the box's units; row 0 is the lowest y.
        slopes: Shape (2, rows, columns), how heights grow along x and y.
        level_heights: The heights of the contour lines, ascending.
        holes: Shape (rows, columns), where the function has no value; the height is 0 there.
    """

    box: Box
    half: tuple[float, float]
    scale: Scale
    heights: Array
    slopes: Array
    level_heights: Array
    holes: NDArray[np.bool_]

    def is_hole(self, x: Array, y: Array) -> NDArray[np.bool_]:
        """Tell at which places in the box the function has no value, by the nearest sample."""
        rows, columns = self.holes.shape
        column = np.clip((x / self.half[0] + 1) * (0.5 * (columns - 1)) + 0.5, 0, columns - 1)
        row = np.clip((y / self.half[1] + 1) * (0.5 * (rows - 1)) + 0.5, 0, rows - 1)
        found: NDArray[np.bool_] = self.holes[row.astype(np.intp), column.astype(np.intp)]
        return found

    def ground(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return where points of the plane lie in the box."""
        with np.errstate(all="ignore"):
            across = (x - self.box.left) / (self.box.right - self.box.left)
            along = (y - self.box.bottom) / (self.box.top - self.box.bottom)
        # Far outside it no longer matters where; there, no arithmetic overflows.
        across, along = np.clip(across, -_FAR, _FAR), np.clip(along, -_FAR, _FAR)
        return (2 * across - 1) * self.half[0], (2 * along - 1) * self.half[1]

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where one point of the plane lies in the box."""
        across, along = self.ground(np.array([x]), np.array([y]))
        return float(across[0]), float(along[0])

    def data(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the plane below a place in the box."""
        across, along = (x / self.half[0] + 1) / 2, (y / self.half[1] + 1) / 2
        return (
            self.box.left + across * (self.box.right - self.box.left),
            self.box.bottom + along * (self.box.top - self.box.bottom),
        )

    def height(self, loss: float) -> float:
        """Return how high a loss lies in the box."""
        return float(self.scale.shares(np.array([loss]))[0]) * _HEIGHT

    @property
    def ceiling(self) -> float:
        """The height of the highest loss."""
        return _HEIGHT

    def height_at(self, x: Array, y: Array) -> Array:
        """Return the heights of the drawn surface at places in the box."""
        return self.interpolated(self.heights, x, y)

    def interpolated(self, samples: Array, x: Array, y: Array) -> Array:
        """Return samples between the grid's points, bilinearly; beyond its edge, the edge's."""
        rows, columns = samples.shape
        across = np.clip((x / self.half[0] + 1) * (0.5 * (columns - 1)), 0, columns - 1)
        along = np.clip((y / self.half[1] + 1) * (0.5 * (rows - 1)), 0, rows - 1)
        column = np.minimum(across.astype(np.int32), columns - 2)
        row = np.minimum(along.astype(np.int32), rows - 2)
        across -= column
        along -= row
        start = row * columns + column
        flat = samples.ravel()
        lower = flat[start] * (1 - across) + flat[start + 1] * across
        start += columns
        upper = flat[start] * (1 - across) + flat[start + 1] * across
        return np.asarray(lower * (1 - along) + upper * along)


def survey(surface: Surface, function: ValueFunction) -> Landscape:
    """Sample a surface over its view, with heights that grow by factors where its contours do."""
    box = surface.view
    losses = sample(function, box, _SAMPLES, _SAMPLES).values
    scale = scale_of(losses, logarithmic=surface.logarithmic)
    levels = contour_levels(losses, _LEVELS, logarithmic=surface.logarithmic)
    holes = np.isnan(losses)
    heights = np.where(holes, 0.0, scale.shares(losses) * _HEIGHT)
    half = _half_sides(box)
    along, across = np.gradient(heights, 2 * half[1] / (_SAMPLES - 1), 2 * half[0] / (_SAMPLES - 1))
    level_heights = scale.shares(levels) * _HEIGHT
    return Landscape(box, half, scale, heights, np.stack([across, along]), level_heights, holes)


def _half_sides(box: Box) -> tuple[float, float]:
    width, height = box.right - box.left, box.top - box.bottom
    longest = max(width, height)
    return max(width / longest, _NARROWEST), max(height / longest, _NARROWEST)

"""The picture of a landscape: for every pixel the first point that its line of sight meets.

A height field seen from above needs no triangles. A column of pixels looks along one line over the
ground; walking it away from the viewer, a pixel sees the first point that rises as high on screen,
that is, the first at which the running maximum reaches it. The counts of samples below each pixel
give that point for all columns at once (the floating horizon; Anderson, Hidden line elimination in
projected grid surfaces, ACM Transactions on Graphics 1, 1982).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.optimizers.relief.camera import Projection
from desktop.optimizers.relief.landscape import Landscape
from engine.arrays import Array

_SIGHT_STEPS = 320
_LIGHT = (-0.45, -0.35, 0.82)
_DARKEST, _BRIGHTEST = 0.66, 1.04
_LINE_STRENGTH = 0.30
_RAMP_COLOURS = 256
_STRIP_PIXELS = 60_000
_SHADED_WALL = 0.93
# How far behind the surface something may lie and still count as on it.
_TOLERANCE = 0.035


@dataclass(frozen=True, eq=False)
class Paints:
    """The colours of a picture, as numbers from 0 to 255.

    Attributes:
        ramp: Shape (stops, 3), from the lowest height to the highest.
        line: Shape (3,), of the contour lines.
        wall: Shape (3,), of the block's cut sides.
    """

    ramp: Array
    line: Array
    wall: Array


@dataclass(frozen=True, eq=False)
class Picture:
    """A drawn landscape.

    Attributes:
        projection: How it was looked at; what is drawn on top must use the same.
        landscape: What was drawn.
        pixels: Shape (height, width, 4), red, green, blue and alpha, multiplied by alpha; it may
            be larger or smaller than the projection says, and is to be drawn at its size.
        depths: Shape (rows, columns), how far away the first point seen is; infinite on nothing.
        walls: Shape (rows, columns), where that point is on the block's side.
    """

    projection: Projection
    landscape: Landscape
    pixels: NDArray[np.uint8]
    depths: Array
    walls: NDArray[np.bool_]

    def sees(self, across: Array, down: Array, depth: Array) -> NDArray[np.bool_]:
        """Tell which points of the surface are not hidden behind others."""
        rows, columns = self.depths.shape
        row = np.clip(down * rows / self.projection.height, 0, rows - 1).astype(np.intp)
        column = np.clip(across * columns / self.projection.width, 0, columns - 1).astype(np.intp)
        seen: NDArray[np.bool_] = depth <= self.depths[row, column] + _TOLERANCE
        return seen

    def point_at(self, across: float, down: float) -> tuple[float, float] | None:
        """Return the point of the plane that is seen at a pixel, or None beside the surface."""
        rows, columns = self.depths.shape
        row = int(down * rows / self.projection.height)
        column = int(across * columns / self.projection.width)
        if not (0 <= row < rows and 0 <= column < columns):
            return None
        depth = float(self.depths[row, column])
        if not np.isfinite(depth) or self.walls[row, column]:
            return None
        (right_x, right_y), (away_x, away_y) = self.projection.right, self.projection.away
        right = (across - self.projection.width / 2) / self.projection.pixels
        place = right * right_x + depth * away_x, right * right_y + depth * away_y
        return self.landscape.data(*place)


def draw(
    landscape: Landscape, projection: Projection, paints: Paints, most_pixels: int
) -> Iterator[Picture | None]:
    """Draw a landscape strip by strip; the last record is the picture.

    Args:
        landscape: What.
        projection: From where, and how large it will be shown.
        paints: In which colours.
        most_pixels: About how many pixels may be drawn. Four for each one shown smooth every edge;
            what is less than one is drawn larger than it is.
    """
    shown = max(1, projection.width * projection.height)
    sharpness = math.sqrt(most_pixels / shown)
    view = projection.scaled(2 if sharpness >= 2 else min(1.0, sharpness))
    right = view.columns()
    pixels = np.zeros((view.height, view.width, 4), dtype=np.uint8)
    depths = np.full((view.height, view.width), np.inf)
    walls = np.zeros(depths.shape, dtype=bool)
    wide = max(1, _STRIP_PIXELS // view.height)
    for start in range(0, view.width, wide):
        # One column more at the left, so that contour lines do not break between strips.
        margin = min(start, 1)
        strip = slice(start - margin, start + wide)
        drawn = _draw_strip(landscape, view, right[strip], paints)
        pixels[:, start : start + wide] = drawn[0][:, margin:]
        depths[:, start : start + wide] = drawn[1][:, margin:]
        walls[:, start : start + wide] = drawn[2][:, margin:]
        yield None
    if view.width == 2 * projection.width and view.height == 2 * projection.height:
        pixels = _halved(pixels)
    yield Picture(projection, landscape, pixels, depths, walls)


def _halved(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return each four pixels' mean: what is painted as it is costs the interface no scaling."""
    wide = pixels.astype(np.uint16)
    rows = wide[::2] + wide[1::2]
    return np.asarray((rows[:, ::2] + rows[:, 1::2]) // 4, dtype=np.uint8)


def _draw_strip(
    landscape: Landscape, view: Projection, right: Array, paints: Paints
) -> tuple[NDArray[np.uint8], Array, NDArray[np.bool_]]:
    depths, wall = _first_seen(landscape, view, right)
    away_x, away_y = view.away
    right_x, right_y = view.right
    seen = np.isfinite(depths)
    row, column = np.nonzero(seen)
    depth = depths[row, column]
    x = right[column] * right_x + depth * away_x
    y = right[column] * right_y + depth * away_y
    heights = landscape.height_at(x, y)
    colours = _ramped(heights / landscape.ceiling, paints.ramp)
    colours *= _lit(landscape, x, y)[:, np.newaxis]
    lines = _lines(landscape, heights, seen, wall)[row, column]
    colours[lines] += (paints.line - colours[lines]) * _LINE_STRENGTH
    # A place without a value is neither low nor high: it has the color of what is cut out.
    colours[landscape.is_hole(x, y)] = paints.wall
    cut = wall[row, column]
    # The two sides that are seen differ in brightness, as sides of a block do.
    on_side = np.abs(np.abs(x[cut]) - landscape.half[0]) < np.abs(
        np.abs(y[cut]) - landscape.half[1]
    )
    colours[cut] = paints.wall * np.where(on_side, 1.0, _SHADED_WALL)[:, np.newaxis]
    pixels = np.zeros((*depths.shape, 4), dtype=np.uint8)
    pixels[row, column, :3] = np.clip(colours, 0, 255)
    pixels[row, column, 3] = 255
    return pixels, depths, wall


def _first_seen(
    landscape: Landscape, view: Projection, right: Array
) -> tuple[Array, NDArray[np.bool_]]:
    """Return each pixel's depth, infinite on nothing, and whether it shows the block's side."""
    near, far = _crossing(landscape, view, right)
    share = np.linspace(0.0, 1.0, _SIGHT_STEPS)[:, np.newaxis]
    crosses = far > near
    depth = near + share * np.where(crosses, far - near, 0.0)
    (right_x, right_y), (away_x, away_y) = view.right, view.away
    heights = landscape.height_at(
        right * right_x + depth * away_x, right * right_y + depth * away_y
    )
    rise = np.maximum.accumulate(view.rise(depth, heights), axis=0)
    rows, columns = view.height, len(right)
    # A sample counts for all pixels at or above its place; pixels count from below.
    first_row = np.clip(np.ceil(rise - 0.5), 0, rows).astype(np.intp)
    flat = first_row * columns + np.arange(columns)
    counts = np.bincount(flat.ravel(), minlength=(rows + 1) * columns)
    below = np.cumsum(counts.reshape(rows + 1, columns)[:rows], axis=0)
    at = np.arange(rows)[:, np.newaxis] + 0.5
    later = np.minimum(below, _SIGHT_STEPS - 1)
    earlier = np.maximum(later - 1, 0)
    all_columns = np.arange(columns)
    low, high = rise[earlier, all_columns], rise[later, all_columns]
    between = np.clip((at - low) / np.maximum(high - low, 1e-9), 0.0, 1.0)
    found = depth[earlier, all_columns] + between * (
        depth[later, all_columns] - depth[earlier, all_columns]
    )
    is_wall = (below == 0) & (at >= view.rise(near, np.zeros(columns)))
    shown = crosses & ((below > 0) & (below < _SIGHT_STEPS) | is_wall)
    found = np.where(shown, found, np.inf)
    return found[::-1], (is_wall & crosses)[::-1]


def _crossing(landscape: Landscape, view: Projection, right: Array) -> tuple[Array, Array]:
    """Return where each column's line over the ground enters and leaves the block."""
    near, far = np.full(len(right), -np.inf), np.full(len(right), np.inf)
    for half, along, across in zip(landscape.half, view.away, view.right, strict=True):
        offset = right * across
        if abs(along) < 1e-9:
            outside = np.abs(offset) > half
            near, far = np.where(outside, np.inf, near), np.where(outside, -np.inf, far)
            continue
        ends = (-half - offset) / along, (half - offset) / along
        near = np.maximum(near, np.minimum(*ends))
        far = np.minimum(far, np.maximum(*ends))
    missed = far <= near
    return np.where(missed, 0.0, near), np.where(missed, 0.0, far)


def _ramped(shares: Array, ramp: Array) -> Array:
    wanted = np.linspace(0.0, len(ramp) - 1.0, _RAMP_COLOURS)
    table = np.stack(
        [np.interp(wanted, np.arange(len(ramp)), ramp[:, channel]) for channel in range(3)], axis=-1
    )
    places = np.clip(shares * (_RAMP_COLOURS - 1), 0, _RAMP_COLOURS - 1).astype(np.intp)
    return np.asarray(table[places])


def _lit(landscape: Landscape, x: Array, y: Array) -> Array:
    """Return how bright the surface is: Lambert's cosine, softened so that no side is black."""
    columns, rows = landscape.heights.shape[1], landscape.heights.shape[0]
    column = np.clip((x / landscape.half[0] + 1) * (0.5 * (columns - 1)) + 0.5, 0, columns - 1)
    row = np.clip((y / landscape.half[1] + 1) * (0.5 * (rows - 1)) + 0.5, 0, rows - 1)
    across, along = landscape.slopes
    light_x, light_y, light_z = _LIGHT
    cosines = (light_z - across * light_x - along * light_y) / np.sqrt(1 + across**2 + along**2)
    bright = _DARKEST + (_BRIGHTEST - _DARKEST) * np.clip(cosines, 0.0, 1.0)
    return np.asarray(bright[row.astype(np.intp), column.astype(np.intp)])


def _lines(
    landscape: Landscape,
    heights: Array,
    seen: NDArray[np.bool_],
    wall: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Return the pixels at which a neighbour lies on the other side of a level."""
    bands = np.full(seen.shape, -1, dtype=np.int16)
    bands[seen] = np.searchsorted(landscape.level_heights, heights)
    lines = np.zeros(seen.shape, dtype=bool)
    surface = seen & ~wall
    lines[:, 1:] |= (bands[:, 1:] != bands[:, :-1]) & surface[:, :-1]
    lines[1:] |= (bands[1:] != bands[:-1]) & surface[:-1]
    return lines & surface

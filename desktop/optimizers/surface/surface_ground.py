"""The heights that a surface's picture is made of, at once or, for a long formula, on a task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.arrays import Array
from engine.surfaces.function import SurfaceFunction
from engine.surfaces.sampling import contour_levels, sample, sample_in_strips
from engine.surfaces.surface import Box, Surface

COLUMNS = 220
_LEVELS = 14
# A picture of a formula with more gates takes longer than a frame.
_QUICK_GATES = 60


@dataclass(frozen=True, eq=False)
class Ground:
    """What is visible of a surface, with the levels of the lines over its whole view."""

    surface: Surface
    box: Box
    levels: Array
    values: Array


def is_quick(function: SurfaceFunction) -> bool:
    """Tell whether a picture of a surface is computed within a frame or two.

    One whose points go through lanes counts as quick, since a thread would share its arrays.
    """
    return len(function.graph) <= _QUICK_GATES or not function.is_elementwise


def whole_levels(surface: Surface, function: SurfaceFunction) -> Array:
    """Return the levels of the lines over the whole of a surface's view."""
    grid = sample(function, surface.view, COLUMNS, COLUMNS)
    return contour_levels(grid.values, _LEVELS, logarithmic=surface.logarithmic)


def ground(
    surface: Surface,
    function: SurfaceFunction,
    box: Box,
    size: tuple[int, int],
    levels: Array | None,
) -> Iterator[Ground | None]:
    """Compute the ground of a rectangle; only the last record is it.

    Args:
        surface: The surface.
        function: Its function.
        box: What is visible.
        size: Columns and rows.
        levels: The levels if they are known; otherwise they are computed too.
    """
    if levels is None:
        for whole in sample_in_strips(function, surface.view, COLUMNS, COLUMNS):
            yield None
            if whole is not None:
                levels = contour_levels(whole.values, _LEVELS, logarithmic=surface.logarithmic)
    for grid in sample_in_strips(function, box, *size):
        yield None
        if grid is not None and levels is not None:
            yield Ground(surface, box, levels, grid.values)

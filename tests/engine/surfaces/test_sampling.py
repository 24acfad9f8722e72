"""Grids and contour levels."""

from __future__ import annotations

import numpy as np
import pytest

from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface
from engine.surfaces.sampling import contour_levels, sample, sample_in_strips, shades
from engine.surfaces.surface import Box


def test_rows_run_upwards_and_columns_to_the_right() -> None:
    class Plane:
        def value(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
            return np.asarray(x + 10 * y)

    grid = sample(Plane(), Box(0.0, 2.0, -1.0, 1.0), 3, 2)
    assert grid.values.tolist() == [[-10, -9, -8], [10, 11, 12]]


@pytest.mark.parametrize("name", list(SURFACES))
@pytest.mark.parametrize("logarithmic", [True, False])
def test_levels_rise_inside_the_range(name: str, logarithmic: bool) -> None:
    surface = SURFACES[name]
    values = sample(compile_surface(surface), surface.view, 81, 81).values
    levels = contour_levels(values, 12, logarithmic=logarithmic)
    assert len(levels) == 12
    assert (np.diff(levels) > 0).all()
    assert values.min() < levels[0]
    assert levels[-1] < values.max()


def test_logarithmic_levels_show_the_valley_that_even_ones_miss() -> None:
    surface = SURFACES["rosenbrock"]
    values = sample(compile_surface(surface), surface.view, 101, 101).values
    even = contour_levels(values, 12, logarithmic=False)
    growing = contour_levels(values, 12, logarithmic=True)
    assert (values < even[0]).mean() > 0.3
    assert (values < growing[0]).mean() < 0.01


def test_a_flat_or_undefined_surface_has_no_levels() -> None:
    assert len(contour_levels(np.full((3, 3), 2.0), 5, logarithmic=True)) == 0
    assert len(contour_levels(np.full((3, 3), np.nan), 5, logarithmic=False)) == 0


@pytest.mark.parametrize("logarithmic", [True, False])
def test_shades_run_from_the_lowest_to_the_highest(logarithmic: bool) -> None:
    values = np.array([[0.0, 1.0], [1000.0, np.nan]])
    shade = shades(values, logarithmic=logarithmic)
    assert shade[0, 0] == 0.0
    assert shade[1, 0] == 1.0
    # A place without a value is not the highest one.
    assert np.isnan(shade[1, 1])
    assert 0.0 < shade[0, 1] < 1.0
    assert shades(np.full((2, 2), 3.0), logarithmic=logarithmic).tolist() == [[0, 0], [0, 0]]


def test_a_grid_sampled_in_strips_is_the_one_sampled_at_once_and_can_be_given_up_between() -> None:
    surface = SURFACES["rosenbrock"]
    function = compile_surface(surface)
    *before, grid = sample_in_strips(function, surface.view, 5, 20)
    # Twenty rows are three strips, after each of which one may stop.
    assert before == [None, None, None]
    assert grid is not None
    at_once = sample(function, surface.view, 5, 20)
    assert grid.box == at_once.box
    np.testing.assert_array_equal(grid.values, at_once.values)
    assert not grid.values.flags.writeable

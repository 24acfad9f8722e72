"""Contour lines: on the level, complete, and quick enough to redraw while dragging."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.plots.contour_lines import contour_segments, log_levels


@given(st.floats(0.3, 1.9))
def test_a_circle_has_its_radius_everywhere(radius: float) -> None:
    x = np.linspace(-2, 2, 81)
    z = np.hypot(x[np.newaxis, :], x[:, np.newaxis])
    xs, ys = contour_segments(x, x, z, [radius])
    np.testing.assert_allclose(np.hypot(xs, ys), radius, rtol=0, atol=0.002)
    lengths = np.hypot(np.diff(xs)[::2], np.diff(ys)[::2])
    assert lengths.sum() == pytest.approx(2 * np.pi * radius, rel=0.01)


def test_a_plane_gives_a_straight_line_across_any_grid() -> None:
    x, y = np.array([0.0, 0.5, 2.0]), np.array([0.0, 1.0])
    z = np.broadcast_to(x, (2, 3)).copy()
    xs, ys = contour_segments(x, y, z, [1.25])
    assert xs.tolist() == [1.25, 1.25]
    assert sorted(ys.tolist()) == [0.0, 1.0]


def test_a_saddle_cell_has_two_lines() -> None:
    z = np.array([[1.0, 0.0], [0.0, 1.0]])
    xs, _ = contour_segments(np.array([0.0, 1.0]), np.array([0.0, 1.0]), z, [0.5])
    assert xs.size == 4


def test_holes_and_absent_levels_draw_nothing() -> None:
    x = np.array([0.0, 1.0])
    hole = np.array([[np.nan, 0.0], [1.0, 1.0]])
    assert contour_segments(x, x, hole, [0.5])[0].size == 0
    assert contour_segments(x, x, np.zeros((2, 2)), [])[0].size == 0


def test_log_levels_rise_inside_the_surface() -> None:
    z = np.geomspace(1e-3, 1e5, 500).reshape(20, 25)
    levels = log_levels(z, 12)
    assert levels.size == 12
    assert (np.diff(levels) > 0).all()
    assert z.min() < levels[0] < levels[-1] < z.max()
    assert log_levels(np.full((2, 2), np.nan)).size == 0

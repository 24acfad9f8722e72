"""Curves are drawn with the points that can be seen, and every one that can."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.widgets.plots.plot_line import thinned
from desktop.widgets.plots.plot_style import FloatArray
from desktop.widgets.plots.plot_view import PlotView

POINTS = arrays(float, st.tuples(st.integers(2, 80), st.just(2)),
                elements=st.floats(-500, 500, width=32))  # fmt: skip


def distance(point: FloatArray, x: FloatArray, y: FloatArray) -> float:
    """How far a point is from a polyline."""
    start, end = np.stack([x[:-1], y[:-1]], 1), np.stack([x[1:], y[1:]], 1)
    way = end - start
    length = np.maximum((way**2).sum(1), 1e-30)
    share = np.clip(((point - start) * way).sum(1) / length, 0.0, 1.0)
    return float(np.min(np.hypot(*(start + share[:, None] * way - point).T)))


@given(POINTS)
def test_no_point_is_farther_from_the_line_than_can_be_seen(points: FloatArray) -> None:
    x, y = thinned(points[:, 0], points[:, 1])
    assert (x[0], y[0]) == tuple(points[0])
    assert (x[-1], y[-1]) == tuple(points[-1])
    assert max(distance(point, x, y) for point in points) < 1.0


def test_a_smooth_curve_needs_few_points() -> None:
    x = np.linspace(0.0, 800.0, 2001)
    y = 200 * np.sin(x / 120)
    few_x, few_y = thinned(x, y)
    assert len(few_x) < 250
    assert np.max(np.abs(np.interp(x, few_x, few_y) - y)) < 0.3


def test_what_has_arrived_is_one_point() -> None:
    x = np.concatenate([np.linspace(0, 100, 50), 100.1 + 1e-3 * np.sin(np.arange(450))])
    assert len(thinned(x, x)[0]) < 30


def test_an_oscillation_along_one_line_keeps_its_ends() -> None:
    x = np.tile([0.0, 50.0], 20)
    few_x, _ = thinned(x, x)
    assert few_x.tolist() == x.tolist()


def test_gaps_stay() -> None:
    x = np.linspace(0.0, 100.0, 101)
    y = np.where(np.abs(x - 50) < 0.5, np.nan, 0.0)
    few_x, few_y = thinned(x, y)
    assert np.isnan(few_y).sum() == 1
    assert {49.0, 51.0} <= set(few_x.tolist())
    assert few_x[-1] == pytest.approx(100.0)


def dashes_along(image: QImage) -> tuple[int, int]:
    """Count a level line's dashes, and how many pixels thick they are at most."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    pixels = rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).astype(int)
    drawn = (pixels[:, :, 0] > 200) & (pixels[:, :, 1] < 90) & (pixels[:, :, 2] < 90)
    line = drawn[np.argmax(drawn.sum(axis=1))]
    return int((line[1:] & ~line[:-1]).sum()), int(drawn.sum(axis=0).max())


def test_a_picture_of_twice_the_pixels_has_the_same_dashes_twice_as_thick(qtbot: QtBot) -> None:
    plot = PlotView()
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.set_curve("level", [0.0, 10.0], [0.5, 0.5], "#ff0000", "dash", width=4.0)
    plot.set_view((0.0, 10.0), (0.0, 1.0))
    plot.show()
    screen, fine = dashes_along(plot.grab().toImage()), dashes_along(plot.export.image())
    assert screen[0] > 10
    assert abs(fine[0] - screen[0]) <= 1
    assert fine[1] == pytest.approx(2 * screen[1], abs=2)

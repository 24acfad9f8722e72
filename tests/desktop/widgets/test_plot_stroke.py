"""The straight pieces that a curve is drawn with."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.widgets.plots.plot_line import LineItem
from desktop.widgets.plots.plot_stroke import strokes
from desktop.widgets.plots.plot_style import LineStyle
from desktop.widgets.plots.plot_view import PlotView

STRAIGHT = (np.array([0.0, 30.0, 100.0]), np.array([5.0, 5.0, 5.0]))


def covered(pieces: np.ndarray) -> np.ndarray:
    """Return which of the pixels 0 to 99 of a horizontal line are drawn, by their middles."""
    middles = np.arange(100) + 0.5
    is_within = (pieces[:, 0] <= middles[:, None]) & (middles[:, None] <= pieces[:, 2])
    return np.asarray(is_within.any(axis=1))


def test_a_solid_line_is_whole() -> None:
    pieces = strokes(*STRAIGHT, 2.0)
    assert covered(pieces).all()
    assert pieces[:, 0].min() == 0.0
    assert pieces[:, 2].max() == 100.0


def test_dashes_run_on_over_the_corners() -> None:
    expected = np.arange(100) % 14 < 9
    np.testing.assert_array_equal(covered(strokes(*STRAIGHT, 2.0, [9.0, 5.0])), expected)


def test_patterns_of_four_lengths_keep_their_order() -> None:
    place = np.arange(100) % 20
    expected = (place < 9) | ((place >= 13) & (place < 16))
    pieces = strokes(*STRAIGHT, 2.0, [9.0, 4.0, 3.0, 4.0])
    np.testing.assert_array_equal(covered(pieces), expected)


@pytest.mark.parametrize("dashes", [(), (9.0, 5.0)])
def test_what_is_missing_stays_a_gap(dashes: tuple[float, ...]) -> None:
    x = np.array([0.0, 20.0, np.nan, 60.0, 80.0])
    drawn = covered(strokes(x, np.zeros(5), 2.0, dashes))
    assert not drawn[20:60].any()
    assert drawn[:9].all()
    assert drawn[60:80].any()


def test_a_corner_is_closed_and_a_spike_is_not_grown() -> None:
    right_angle = strokes(np.array([0.0, 10.0, 10.0]), np.array([0.0, 0.0, 10.0]), 4.0)
    assert right_angle[0, 2] == pytest.approx(12.25)
    assert right_angle[1, 1] == pytest.approx(-2.25)
    turned_back = strokes(np.array([0.0, 10.0, 0.0]), np.zeros(3), 4.0)
    assert turned_back[0, 2] == pytest.approx(12.25)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_points_without_a_way_are_no_line(count: int) -> None:
    same = np.full(count, 3.0)
    assert strokes(same, same, 2.0).shape == (0, 4)
    assert strokes(same, same, 2.0, [9.0, 5.0]).shape == (0, 4)


@pytest.mark.parametrize("style", ["solid", "dash", "dot", "dash-dot", "long-dash"])
def test_it_looks_as_qt_would_draw_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, style: LineStyle
) -> None:
    plot = PlotView("")
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    for side in ("left", "bottom"):
        plot.canvas.getAxis(side).hide()
    plot.set_grid(False)
    x = np.linspace(0.0, 10.0, 400)
    plot.set_curve("wave", x, np.exp(-x / 4) * np.sin(3 * x), QColor("black"), style, width=2.5)
    plot.set_view((0.0, 10.0), (-1.0, 1.0))
    plot.show()
    ours = darkness(plot.grab().toImage())
    monkeypatch.setattr(LineItem, "_can_be_strokes", lambda *_: False)
    plot.canvas.viewport().update()
    theirs = darkness(plot.grab().toImage())
    assert ours.sum() == pytest.approx(theirs.sum(), rel=0.03)
    assert np.abs(ours - theirs).mean() < 0.15 * theirs.mean()


def darkness(image: QImage) -> np.ndarray:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), dtype=np.uint8).reshape(grey.height(), -1)
    return 255.0 - rows[:, : grey.width()]


@pytest.mark.parametrize("style", ["solid", "dash"])
@pytest.mark.parametrize("far", [np.inf, -np.inf, np.nan, 1e300, -1e308])
def test_a_point_beyond_all_bounds_does_no_harm(qtbot: QtBot, style: LineStyle, far: float) -> None:
    plot = PlotView("")
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    x = np.linspace(0.0, 10.0, 40)
    y = np.sin(x)
    y[-1] = far
    plot.set_curve("diverged", x, y, QColor("black"), style)
    plot.set_view((0.0, 10.0), (-1.0, 1.0))
    plot.show()
    before = darkness(plot.grab().toImage()).sum()
    plot.remove("diverged")
    assert darkness(plot.grab().toImage()).sum() < before
    plot.set_curve("nowhere", x, np.full(40, far), QColor("black"), style)
    plot.grab()


def test_what_lies_beside_the_picture_is_left_out() -> None:
    x, y = np.array([-1e9, 50.0, 50.0, 1e9]), np.array([10.0, 10.0, 20.0, 20.0])
    pieces = strokes(x, y, 2.0, [9.0, 5.0], (100.0, 30.0))
    assert len(pieces) < 40
    assert pieces.min() >= -50.0
    assert pieces.max() <= 150.0

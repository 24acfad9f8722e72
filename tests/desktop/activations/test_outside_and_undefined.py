"""Curves that cannot be seen say so and can be shown; where a function has no value is hatched."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.curve_plots import undefined_ranges
from desktop.activations.page import ActivationsPage
from tests.desktop.activations.hands import type_in
from tests.support.settling import settle


def test_a_curve_outside_the_view_says_so_and_is_shown_on_demand(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    plot, notice = page.curves.values, page.curves.notices[0]
    assert not notice.isVisible()
    type_in(qtbot, page, "50 + sin(x)")
    settle(qtbot, page)
    assert notice.isVisible()
    assert "outside the view" in notice.label.text()
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert not notice.isVisible()
    assert plot.view_range[1][1] >= 51
    QTest.keyClick(plot, Qt.Key.Key_A)
    settle(qtbot, page)
    assert notice.isVisible()
    page.desk.remove_own("own_1")
    settle(qtbot, page)
    assert not notice.isVisible()


def test_a_curve_that_only_crosses_the_view_between_two_points_is_seen(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "1e5*x")
    settle(qtbot, page)
    assert not page.curves.notices[0].isVisible()


def test_where_a_function_has_no_value_is_hatched(qtbot: QtBot, page: ActivationsPage) -> None:
    plots = page.curves.values, page.curves.slopes
    assert all(not plot.bands("undefined") for plot in plots)
    plain = page.curves.values.canvas.grab().toImage()
    type_in(qtbot, page, "ln(x)")
    settle(qtbot, page)
    for plot in plots:
        ((low, high),) = plot.bands("undefined")
        assert low == -np.inf
        assert high == pytest.approx(0.0, abs=0.1)
    # It is seen, as lines and not as another ground.
    canvas = page.curves.values.canvas
    place = canvas.to_widget(-3.0, 2.6).toPoint()
    seen = {
        canvas.grab().toImage().pixelColor(place.x() + dx, place.y() + dy).name()
        for dx in range(12)
        for dy in range(12)
    }
    assert len(seen) > 1
    assert plain.size() == canvas.grab().toImage().size()
    page.desk.remove_own("own_1")
    settle(qtbot, page)
    assert all(not plot.bands("undefined") for plot in plots)


def test_ranges_without_a_value() -> None:
    x = np.arange(8.0)
    nan = np.nan
    y = np.array([nan, nan, 1.0, nan, 2.0, nan, nan, 3.0])
    # A single place is a hole, and no range.
    assert undefined_ranges(x, y) == [(-np.inf, 1.0), (5.0, 6.0)]
    assert undefined_ranges(x, np.full(8, nan)) == [(-np.inf, np.inf)]
    assert undefined_ranges(x, np.zeros(8)) == []

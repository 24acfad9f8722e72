"""The course's regressions, to the printed digits, and the cost that they go down."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme
from desktop.training.experiments.regression.regression_view import RegressionView
from tests.support.settling import aim, settle


@pytest.fixture
def view(show: Callable[[str], QWidget]) -> RegressionView:
    made = show("regression")
    assert isinstance(made, RegressionView)
    return made


def choose(qtbot: QtBot, view: RegressionView, name: str) -> None:
    view.fit_box.set_name(name)
    view.fit_box.chosen.emit(name)
    settle(qtbot, view)


def test_d1_guesses_thirteen_x_plus_one(qtbot: QtBot, view: RegressionView) -> None:
    choose(qtbot, view, "D1")
    assert view.tables.equation.text() == "ŷ = 13·x + 1"
    assert [row[2] for row in view.tables.samples.rows] == ["27", "40", "53", "66"]
    assert [row[4] for row in view.tables.samples.rows] == ["4", "100", "121", "25"]
    assert view.tables.sum_label.text() == "sum 250, mean 62.5: the cost"


def test_d2_prints_the_courses_table(view: RegressionView) -> None:
    rows = {row[0]: row[1:] for row in view.tables.epochs.rows}
    assert rows["0"] == ["0.187", "0.080", "18.666667"]
    assert rows["100"] == ["1.746", "0.578", "0.048171"]
    assert rows["500"] == ["1.903", "0.221", "0.007024"]
    assert rows["1000"] == ["1.971", "0.066", "0.000633"]
    assert rows["2000"] == ["1.997", "0.006", "0.000005"]


def test_d3_prints_the_courses_table(qtbot: QtBot, view: RegressionView) -> None:
    choose(qtbot, view, "D3")
    rows = {row[0]: row[1:] for row in view.tables.epochs.rows}
    assert rows["0"] == ["0.294", "0.294", "0.297", "0.003", "29661.80"]
    assert rows["100"] == ["0.674", "0.661", "0.676", "0.008", "1.5636"]
    assert rows["500"] == ["0.694", "0.638", "0.678", "0.009", "1.3195"]
    assert rows["1000"] == ["0.718", "0.613", "0.680", "0.009", "1.0794"]
    assert view.cost_plot.picture is not None
    assert view.cost_plot.picture.shares is not None


def test_the_largest_cost_of_the_course_is_shown_to_its_last_digit(
    qapp: QApplication, qtbot: QtBot, view: RegressionView
) -> None:
    apply_theme(qapp, "light", 1.0)
    view.window().resize(1440, 780)
    choose(qtbot, view, "D3")
    qapp.processEvents()
    table = view.tables.epochs
    assert table.viewport().width() > 300
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_a_row_of_the_table_leads_to_its_epoch(view: RegressionView) -> None:
    view.tables.epochs.selectRow(1)
    assert view.bar.position == 101
    assert view.bar.label == "after epoch 100"
    assert view.tables.equation.text().startswith("ŷ = 1.746·x")
    x, y = view.line_plot.curve_data("line")
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx(1.746, abs=5e-4)
    walked, _ = view.cost_plot.curve_data("walked")
    assert len(walked) == 102


def test_the_cost_is_lowest_where_the_star_is(view: RegressionView) -> None:
    picture = view.cost_plot.picture
    assert picture is not None
    row, column = np.unravel_index(np.argmin(picture.costs), picture.costs.shape)
    x = np.linspace(picture.box.left, picture.box.right, picture.costs.shape[1])[column]
    y = np.linspace(picture.box.bottom, picture.box.top, picture.costs.shape[0])[row]
    assert picture.best == pytest.approx([2, 0], abs=1e-9)
    assert abs(x - 2) < 0.2
    assert abs(y) < 0.4


def test_a_click_on_the_cost_begins_there(qtbot: QtBot, view: RegressionView) -> None:
    viewport = view.cost_plot.canvas.viewport()
    place = aim(qtbot, viewport, lambda: view.cost_plot.to_canvas(1.0, -1.0), view)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, view)
    assert view.path is not None
    assert view.path.parameters[0] == pytest.approx([1, -1], abs=0.05)


def test_too_large_a_rate_says_that_it_diverges(qtbot: QtBot, view: RegressionView) -> None:
    view.rate_row.field.edit.setFocus()
    view.rate_row.field.edit.selectAll()
    QTest.keyClicks(view.rate_row.field.edit, "1")
    QTest.keyClick(view.rate_row.field.edit, Qt.Key.Key_Return)
    settle(qtbot, view)
    assert "too large" in view.problem.text()
    assert view.problem.isVisible()
    assert view.path is not None
    assert view.bar.last == view.path.last < 2000


def test_keys_step_and_play(view: RegressionView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.bar.position == 1
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.bar.is_playing
    view.pause()
    assert not view.bar.is_playing

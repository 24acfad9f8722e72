"""The Activations space, by mouse and keys: choosing, moving x, parameters, facts, layers."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.widgets.plots.plot_view import PlotView
from engine.activations.activation_setup import available_functions
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category
from tests.support.settling import aim

LEFT = Qt.MouseButton.LeftButton


def click_plot(qtbot: QtBot, plot: PlotView, x: float, y: float) -> None:
    viewport = plot.canvas.viewport()
    QTest.mouseClick(viewport, LEFT, pos=aim(qtbot, viewport, lambda: plot.to_canvas(x, y)))


def test_every_activation_of_the_table_has_a_chip(page: ActivationsPage) -> None:
    for operation in OPERATIONS.values():
        if operation.category is Category.ACTIVATIONS and operation.arity == 1:
            assert page.functions.chip(operation.name).isVisible()


def test_it_starts_with_three_functions_and_describes_the_first(page: ActivationsPage) -> None:
    assert page.desk.chosen == ("sigmoid", "tanh", "relu")
    assert page.facts.title == "Sigmoid"
    assert page.facts.fact("range") == "(0, 1)"
    assert page.facts.fact("slope") == "0.25 at x = 0"
    assert page.facts.fact("saturated") == "|x| > 2.89 (slope < 0.05)"
    assert page.facts.fact("centred") == "no (mean output 0.5)"
    assert "0.7311" in page.facts.fact("point")
    assert "0.1966" in page.facts.fact("point")


def test_a_chip_adds_a_curve_with_its_slope_and_takes_it_away(page: ActivationsPage) -> None:
    QTest.mouseClick(page.functions.chip("gelu"), LEFT)
    assert page.desk.chosen[-1] == "gelu"
    assert page.facts.title == "GELU"
    x, y = page.curves.values.curve_data("gelu")
    assert y[np.searchsorted(x, 1.0)] == pytest.approx(0.8412, abs=1e-3)
    assert "gelu" in page.curves.slopes.keys
    assert "gelu" in page.chain.plot.keys
    QTest.mouseClick(page.functions.chip("gelu"), LEFT)
    assert "gelu" not in page.curves.values.keys
    assert "gelu" not in page.chain.plot.keys
    assert page.facts.title == "ReLU"


def test_nothing_chosen_is_said_and_comes_back(page: ActivationsPage) -> None:
    for name in ("sigmoid", "tanh", "relu"):
        QTest.mouseClick(page.functions.chip(name), LEFT)
    assert page.desk.selected == ""
    assert page.chain.plot.keys == () or "sigmoid" not in page.chain.plot.keys
    QTest.mouseClick(page.functions.chip("tanh"), LEFT)
    assert page.facts.title == "Hyperbolic tangent"


def test_searching_filters_and_enter_chooses(page: ActivationsPage) -> None:
    page.functions.search.setFocus()
    QTest.keyClicks(page.functions.search, "softp")
    assert page.functions.chip("softplus").isVisible()
    assert not page.functions.chip("sigmoid").isVisible()
    QTest.keyClick(page.functions.search, Qt.Key.Key_Return)
    assert "softplus" in page.desk.chosen
    page.functions.search.clear()
    assert page.functions.chip("sigmoid").isVisible()


def test_clicking_a_plot_moves_x_in_both(qtbot: QtBot, page: ActivationsPage) -> None:
    click_plot(qtbot, page.curves.slopes, -2.0, 0.5)
    assert page.desk.x == pytest.approx(-2.0, abs=0.05)
    assert page.curves.values.handle_place("point")[0] == page.desk.x
    assert page.curves.slopes.handle_place("point")[0] == page.desk.x


def test_dragging_the_point_keeps_it_on_the_curve(qtbot: QtBot, page: ActivationsPage) -> None:
    values = page.curves.values
    viewport = values.canvas.viewport()
    start = aim(qtbot, viewport, lambda: values.to_canvas(1.0, 0.7311), page)
    end = aim(qtbot, viewport, lambda: values.to_canvas(3.0, 2.5), page)
    QTest.mouseMove(viewport, start)
    QTest.mousePress(viewport, LEFT, pos=start)
    for place in (start + QPoint(8, 0), (start + end) / 2, end):
        QTest.mouseMove(viewport, place)
    QTest.mouseRelease(viewport, LEFT, pos=end)
    assert page.desk.x == pytest.approx(3.0, abs=0.1)
    x, y = page.curves.values.handle_place("point")
    assert y == pytest.approx(1 / (1 + np.exp(-x)))


def test_arrow_keys_move_the_point(page: ActivationsPage) -> None:
    page.curves.values.setFocus()
    QTest.keyClick(page.curves.values, Qt.Key.Key_Right)
    assert page.desk.x == pytest.approx(1.1)
    QTest.keyClick(page.curves.values, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert page.desk.x == pytest.approx(1.09)
    QTest.keyClick(page.curves.values, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.x == pytest.approx(0.09)
    QTest.keyClick(page.curves.values, Qt.Key.Key_Home)
    assert page.desk.x == 0.0
    assert "at x = 0" in page.facts.table.accessibleName() or "0.5" in page.facts.fact("point")


def test_the_tangent_has_the_slope_at_x(page: ActivationsPage) -> None:
    page.desk.set_x(0.0)
    x, y = page.curves.values.curve_data("tangent")
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx(0.25)
    page.functions.tangent_box.click()
    assert "tangent" not in page.curves.values.keys


def test_saturation_is_shaded_for_the_selected_function(page: ActivationsPage) -> None:
    left, right = page.curves.values.bands("flat")
    assert left == pytest.approx((-math.inf, -2.8872), abs=1e-4)
    assert right == pytest.approx((2.8872, math.inf), abs=1e-4)
    QTest.mouseClick(page.facts.tab("relu"), LEFT)
    assert page.facts.fact("saturated") == "x < 0 (slope < 0.05)"
    assert page.curves.slopes.bands("flat") == [(-math.inf, 0.0)]
    page.functions.saturation_box.click()
    assert page.curves.values.bands("flat") == []


def test_another_threshold_moves_saturation(page: ActivationsPage) -> None:
    field = page.functions.threshold_field
    field.select_all()
    QTest.keyClicks(field.edit, "0.1")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert page.facts.fact("saturated") == "|x| > 2.06 (slope < 0.1)"


def test_a_parameter_changes_the_curve_and_the_facts(page: ActivationsPage) -> None:
    QTest.mouseClick(page.functions.chip("elu"), LEFT)
    assert page.facts.fact("range") == "(−1, ∞)"
    form = page.functions.form("elu")
    form.slider("alpha").setFocus()
    QTest.keyClick(form.slider("alpha"), Qt.Key.Key_End)
    assert page.desk.settings("elu") == {"alpha": 3.0}
    assert page.facts.fact("range") == "(−3, ∞)"
    assert page.facts.fact("derivative") == "except at x = 0; used there: 3"
    assert page.curves.values.curve_data("elu")[1][0] == pytest.approx(-3.0)


def test_choosing_a_row_of_the_table_selects_its_function(page: ActivationsPage) -> None:
    table = page.facts.table
    assert table.rows[1] == ["tanh", "0.7616", "0.42"]
    place = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=place)
    assert page.desk.selected == "tanh"
    assert page.facts.title == "Hyperbolic tangent"


def test_more_layers_more_bars(page: ActivationsPage) -> None:
    page.chain.slider.setFocus()
    QTest.keyClick(page.chain.slider, Qt.Key.Key_Home)
    assert page.desk.layers == 1
    QTest.keyClick(page.chain.slider, Qt.Key.Key_End)
    assert page.desk.layers == 30
    page.desk.set_x(-2.0)
    assert "x = −2" in page.chain.meaning


def test_the_state_survives_a_page_made_anew(
    qtbot: QtBot, page: ActivationsPage, tmp_path: Path
) -> None:
    page.desk.choose("swish", True)
    page.desk.set_settings("swish", {"beta": 2.0})
    page.desk.set_x(-1.5)
    page.functions.tangent_box.click()
    other = ActivationsPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())
    assert other.desk.chosen == page.desk.chosen
    assert other.desk.selected == "swish"
    assert other.functions.form("swish").values() == {"beta": 2.0}
    assert not other.functions.tangent_box.isChecked()
    assert other.curves.values.handle_place("point")[0] == -1.5
    other.restore(None)


def test_it_follows_a_change_of_theme_and_zoom(page: ActivationsPage) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        apply_theme(app, "dark", 1.5)
        page.grab()
    finally:
        apply_theme(app, "light", 1.0)
    assert page.facts.fact("range") == "(0, 1)"


def test_the_menu_resets_the_plots(page: ActivationsPage) -> None:
    menus = dict(page.menu_actions())
    assert list(menus) == ["File", "Edit", "View"]
    actions = menus["View"]
    page.curves.values.canvas.show_range((0.0, 1.0), (0.0, 1.0))
    actions[0].trigger()
    assert page.curves.values.view_range[0] == pytest.approx((-6.0, 6.0))
    actions[2].trigger()
    assert not page.desk.shows_tangent


def test_chips_stay_where_they_are_when_one_is_chosen(page: ActivationsPage) -> None:
    chips = [page.functions.chip(name) for name in ("relu", "leaky_relu", "prelu", "elu", "selu")]
    before = [chip.geometry() for chip in chips]
    for chip in chips[1:]:
        QTest.mouseClick(chip, LEFT)
    page.grab()
    assert [chip.geometry() for chip in chips] == before


def test_the_bars_do_not_jump_while_x_is_moved(page: ActivationsPage) -> None:
    heights = set()
    for x in (1.0, -1.8356, 0.1, 2.7182):
        page.desk.set_x(x)
        page.grab()
        heights.add(page.chain.plot.geometry().top())
    assert len(heights) == 1


def test_the_bars_take_their_width_when_the_page_is_shown_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = ActivationsPage(Settings(str(tmp_path / "later.ini")))
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QWidget())
    stack.resize(1280, 660)
    stack.show()
    stack.addWidget(page)
    stack.setCurrentWidget(page)

    def share_of_the_bars() -> float:
        (left, right), _ = page.chain.plot.view_range
        return (page.desk.layers + 0.6 - left) / (right - left)

    qtbot.waitUntil(lambda: share_of_the_bars() > 0.75)
    page.shutdown()


def test_no_two_curves_look_alike_however_many_are_chosen(page: ActivationsPage) -> None:
    for operation in available_functions():
        if operation.name not in page.desk.chosen:
            QTest.mouseClick(page.functions.chip(operation.name), LEFT)
    looks = {page.desk.look(name) for name in page.desk.chosen}
    assert len(looks) == len(page.desk.chosen) > 10

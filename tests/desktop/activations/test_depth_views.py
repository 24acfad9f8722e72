"""Signals through a deep network, and linear layers: by keys, sliders and choices."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.histograms import common_range, outlines
from desktop.activations.linear_view import line_ends
from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import Settings
from engine.activations.activation_setup import CURVES, LINEAR, SIGNALS
from engine.training.analysis.signal_statistics import signal_statistics, spread_of
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def signals(qtbot: QtBot, page: ActivationsPage) -> ActivationsPage:
    QTest.keyClick(page, Qt.Key.Key_2)
    settle(qtbot, page)
    return page


@pytest.fixture
def linear(qtbot: QtBot, page: ActivationsPage) -> ActivationsPage:
    QTest.mouseClick(page.views.button(LINEAR), LEFT)
    settle(qtbot, page)
    return page


def test_the_keys_choose_the_view_and_keep_the_point(page: ActivationsPage) -> None:
    for key, view in ((Qt.Key.Key_2, SIGNALS), (Qt.Key.Key_3, LINEAR), (Qt.Key.Key_1, CURVES)):
        QTest.keyClick(page, key)
        assert page.views.name == view
    assert page.signals.outputs.isHidden() or not page.signals.outputs.isVisible()
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page.signals.outputs, Qt.Key.Key_Right)
    assert page.desk.x == 1.0


def test_digits_typed_into_a_field_stay_there(page: ActivationsPage) -> None:
    page.functions.own.edit.setFocus()
    QTest.keyClicks(page.functions.own.edit, "2*x")
    assert page.functions.own.edit.text() == "2*x"
    assert page.views.name == CURVES


def test_it_begins_with_the_function_looked_at(qtbot: QtBot, page: ActivationsPage) -> None:
    page.desk.select("relu")
    QTest.keyClick(page, Qt.Key.Key_2)
    assert page.signals_panel.setup.activation == "relu"
    settle(qtbot, page)


def test_the_table_shows_the_engines_numbers(signals: ActivationsPage) -> None:
    result = signals.signals.result
    assert result is not None
    expected = signal_statistics("sigmoid", "xavier", depth=10, width=100, seed=0)
    assert [layer.outputs.deviation for layer in result.layers] == [
        layer.outputs.deviation for layer in expected
    ]
    rows = signals.signals_table.table.rows
    assert len(rows) == 10
    assert rows[0][2] == f"{expected[0].outputs.deviation:.2g}"
    _, y = signals.signals.spreads.curve_data("gradients")
    assert y.tolist() == [layer.gradients.deviation for layer in expected]


def test_another_activation_another_verdict(qtbot: QtBot, signals: ActivationsPage) -> None:
    assert "vanishes" in signals.signals.verdict
    box = signals.signals_panel.activation
    box.setCurrentIndex(box.findData("relu"))
    box.activated.emit(box.currentIndex())
    he = signals.signals_panel.initializer
    he.setCurrentIndex(he.findData("he"))
    he.activated.emit(he.currentIndex())
    settle(qtbot, signals)
    assert "keeps its size" in signals.signals.verdict
    assert signals.signals.verdict.startswith("ReLU with He")


def test_sliders_and_the_seed_are_followed_live(qtbot: QtBot, signals: ActivationsPage) -> None:
    slider = signals.signals_panel.sizes.slider("depth")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    settle(qtbot, signals)
    assert len(signals.signals_table.table.rows) == 50
    before = signals.signals.result
    QTest.mouseClick(signals.signals_panel.seed.dice, LEFT)
    settle(qtbot, signals)
    after = signals.signals.result
    assert before is not None
    assert after is not None
    assert after.setup.seed == 1
    assert after.layers[0].outputs.mean != before.layers[0].outputs.mean
    field = signals.signals_panel.seed.field
    field.select_all()
    QTest.keyClicks(field.edit, "0")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle(qtbot, signals)
    again = signals.signals.result
    assert again is not None
    assert again.layers[0].outputs.mean == before.layers[0].outputs.mean


def test_zero_weights_let_no_gradient_through_and_are_told(
    qtbot: QtBot, signals: ActivationsPage
) -> None:
    box = signals.signals_panel.initializer
    for name in ("zeros", "constant", "gaussian"):
        box.setCurrentIndex(box.findData(name))
        box.activated.emit(box.currentIndex())
        settle(qtbot, signals)
        signals.grab()
        assert signals.signals.verdict


def test_the_spread_can_be_shown_on_a_plain_scale(signals: ActivationsPage) -> None:
    menu = signals.signals.spreads.menu.make()
    action = next(a for a in menu.actions() if a.text() == "Logarithmic upwards")
    assert action.isChecked()
    action.trigger()
    assert not signals.signals.spreads.canvas.scale_of_axes.log_y
    assert signals.signals.spreads.view_range[1][0] == pytest.approx(0.0)


def test_an_outline_encloses_the_counts() -> None:
    spread = spread_of(np.array([0.0, 0.0, 1.0]), cells=2)
    x, y = outlines([spread, spread])
    first = slice(0, int(np.flatnonzero(np.isnan(x))[0]))
    assert x[first].max() - x[first].min() == pytest.approx(0.86)
    assert (y[first].min(), y[first].max()) == (0.0, 1.0)
    assert common_range([spread])[0] < 0 < common_range([spread])[1]


def test_linear_layers_are_one_layer(linear: ActivationsPage) -> None:
    result = linear.linear.result
    assert result is not None
    product = np.linalg.multi_dot([layer.weights for layer in result.linear.weights])
    assert result.product.weights == pytest.approx(product)
    assert result.difference < 1e-12
    assert linear.linear.verdict.startswith("3 linear layers give what the one layer W = W₁·W₂·W₃")
    assert linear.linear_sheet.formulas[0].startswith("W = W_{1} W_{2} W_{3} = ")
    assert len(linear.linear_sheet.formulas) == 8


def test_the_one_layers_line_is_the_stacks_boundary(linear: ActivationsPage) -> None:
    result = linear.linear.result
    assert result is not None
    x, y = linear.linear.linear.curve_data("one layer")
    across = np.linspace(x[0], x[1], 9)
    up = np.interp(across, x, y) if x[0] < x[1] else np.interp(across[::-1], x[::-1], y[::-1])
    signal = np.stack([across, up], axis=1)
    for layer in result.linear.weights:
        signal = signal @ layer.weights + layer.bias
    assert signal[:, 0] == pytest.approx(np.zeros(9), abs=1e-9)


def test_trained_the_curved_stack_bends_and_the_linear_one_cannot(
    qtbot: QtBot, linear: ActivationsPage
) -> None:
    QTest.mouseClick(
        linear.linear_panel.trained, LEFT, pos=linear.linear_panel.trained.rect().center()
    )
    linear.linear_panel.trained.setChecked(True)
    settle(qtbot, linear)
    result = linear.linear.result
    assert result is not None
    assert result.setup.is_trained
    assert result.curved.right == 4
    assert result.linear.right < 4
    assert linear.linear.caption(linear.linear.curved).startswith("4 of 4 XOR samples")


def test_one_layer_and_other_weights(qtbot: QtBot, linear: ActivationsPage) -> None:
    slider = linear.linear_panel.sizes.slider("layers")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    QTest.mouseClick(linear.linear_panel.seed.dice, LEFT)
    settle(qtbot, linear)
    assert linear.linear.verdict.startswith("One layer draws a straight line.")
    assert linear.linear_panel.setup.seed == 1
    field = linear.linear_panel.seed.field
    field.select_all()
    QTest.keyClicks(field.edit, "7")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle(qtbot, linear)
    assert linear.linear_panel.setup.seed == 7


def test_a_line_leaves_through_the_nearer_sides_or_is_none() -> None:
    places = (np.array([0.0, 1.0]), np.array([0.0, 2.0]))
    flat = line_ends(np.array([0.0, 1.0]), -1.0, places)
    assert flat is not None
    assert (flat.x, flat.y) == ((0.0, 1.0), (1.0, 1.0))
    upright = line_ends(np.array([2.0, 0.0]), -1.0, places)
    assert upright is not None
    assert (upright.x, upright.y) == ((0.5, 0.5), (0.0, 2.0))
    assert line_ends(np.zeros(2), 1.0, places) is None


def test_both_views_survive_a_page_made_anew(
    qtbot: QtBot, linear: ActivationsPage, tmp_path: Path
) -> None:
    QTest.mouseClick(linear.linear_panel.seed.dice, LEFT)
    settle(qtbot, linear)
    other = ActivationsPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other)
    other.restore(linear.snapshot())
    assert other.views.name == LINEAR
    assert other.linear_panel.setup.seed == 1
    settle(qtbot, other)
    assert other.linear.result is not None
    other.shutdown()

"""Vanishing gradients: the picture follows depth, activation, first weights and the training."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.training.experiments.gradients.gradients_view import GradientsView
from engine.training.analysis.signal_statistics import signal_statistics
from tests.support.settling import settle


@pytest.fixture
def view(show: Callable[[str], QWidget]) -> GradientsView:
    made = show("gradients")
    assert isinstance(made, GradientsView)
    return made


def choose(qtbot: QtBot, view: GradientsView, activation: str, initializer: str) -> None:
    view.panel.activation_box.set_name(activation)
    view.panel.initializer_box.set_name(initializer)
    view.panel.activation_box.chosen.emit(activation)
    settle(qtbot, view)


def test_sigmoids_let_it_vanish(view: GradientsView) -> None:
    expected = signal_statistics("sigmoid", "xavier", depth=10)
    _, drawn = view.signals_plot.curve_data("gradients")
    assert drawn == pytest.approx([item.gradients.deviation for item in expected])
    assert "It vanishes" in view.verdict.text()
    assert len(view.table.rows) == 10


def test_rectifiers_with_he_keep_it_and_large_weights_let_it_explode(
    qtbot: QtBot, view: GradientsView
) -> None:
    choose(qtbot, view, "relu", "he")
    assert "keeps its size" in view.verdict.text()
    choose(qtbot, view, "identity", "uniform")
    assert "It explodes" in view.verdict.text()
    choose(qtbot, view, "relu", "zeros")
    assert "it learns nothing" in view.verdict.text()


def test_the_slider_changes_the_depth_live(qtbot: QtBot, view: GradientsView) -> None:
    slider = view.panel.depth_row.slider
    assert slider is not None
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    settle(qtbot, view)
    assert len(view.table.rows) == 11
    slider.setValue(1)
    settle(qtbot, view)
    assert "larger depth" in view.verdict.text()


def test_a_curve_is_kept_beside_the_next_one(qtbot: QtBot, view: GradientsView) -> None:
    _, sigmoid = view.signals_plot.curve_data("gradients")
    QTest.keyClick(view, Qt.Key.Key_K)
    choose(qtbot, view, "tanh", "xavier")
    _, kept = view.signals_plot.curve_data("kept")
    assert np.array_equal(kept, sigmoid)
    assert view.signals_plot.kept_name.startswith("Sigmoid")
    assert view.signals_plot.legend.names()[-1] == view.signals_plot.kept_name


def test_space_trains_and_the_layers_follow(qtbot: QtBot, view: GradientsView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.panel.train_button.text() == "Stop"
    qtbot.waitUntil(lambda: view.record is not None and view.record.step > 20, timeout=10_000)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not view.is_training
    assert view.record is not None
    assert len(view.record.gradient_norms) == 9


def test_another_choice_trains_the_other_network(qtbot: QtBot, view: GradientsView) -> None:
    view.panel.train_button.click()
    slider = view.panel.depth_row.slider
    assert slider is not None
    slider.setValue(2)
    assert view.is_training
    qtbot.waitUntil(
        lambda: view.record is not None and len(view.record.gradient_norms) == 3, timeout=10_000
    )
    view.pause()
    settle(qtbot, view)

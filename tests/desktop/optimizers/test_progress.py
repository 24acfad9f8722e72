"""The plot below the surface: losses, distances, effective rates."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.progress.progress_view import DISTANCE, LOSS, RATE
from tests.desktop.optimizers.hands import click
from tests.support.settling import settle


def test_the_distance_is_to_the_nearest_of_the_minima(qtbot: QtBot, page: OptimizersPage) -> None:
    click(page.surface_panel.chip("himmelblau"))
    settle(qtbot, page)
    progress = page.stage.progress
    click(progress.switch.button(DISTANCE))
    assert page.model.result is not None
    trajectory = page.model.result.trajectory("adam")
    assert trajectory is not None
    minima = np.array(page.model.setup.record.minima)
    expected = [np.hypot(*(minima - point).T).min() for point in trajectory.points]
    _, drawn = progress.distance_plot.curve_data("distance:adam")
    np.testing.assert_allclose(drawn, expected)
    page.step_bar.set_position(9)
    assert "step" in progress.distance_plot.keys


def test_a_surface_without_minima_says_so(qtbot: QtBot, page: OptimizersPage) -> None:
    page.stage.progress.switch.choose(DISTANCE)
    click(page.surface_panel.chip("saddle"))
    settle(qtbot, page)
    assert "none" in page.stage.progress.distance_plot.keys
    assert "distance:adam" not in page.stage.progress.distance_plot.keys


def test_the_effective_rate_is_the_step_over_the_slope(page: OptimizersPage) -> None:
    progress = page.stage.progress
    click(progress.switch.button(RATE))
    page.choose_method("sgd")
    steps, along_x = progress.rate_plot.curve_data("rate:0")
    assert steps[0] == 1
    np.testing.assert_allclose(along_x, 0.001, rtol=1e-6)
    page.choose_method("adagrad")
    _, along_x = progress.rate_plot.curve_data("rate:0")
    _, along_y = progress.rate_plot.curve_data("rate:1")
    assert not np.allclose(along_x, along_y)
    assert progress.rate_plot.legend.names()[0] == "Adagrad along x"


def test_a_schedule_shows_as_a_falling_rate(qtbot: QtBot, page: OptimizersPage) -> None:
    page.stage.progress.switch.choose(RATE)
    page.conditions_panel.condition("cosine").box.click()
    settle(qtbot, page)
    _, given = page.stage.progress.rate_plot.curve_data("given")
    assert given[0] == pytest.approx(0.7)
    assert given[-1] < 1e-4
    page.method_list.box("adam").click()
    settle(qtbot, page)
    assert set(page.stage.progress.rate_plot.keys) <= {"absent", "step"}


def test_a_method_that_does_not_race_says_so_in_the_plot_of_its_rate(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    page.stage.progress.switch.choose(RATE)
    click(page.method_list.button("nag"))
    settle(qtbot, page)
    plot = page.stage.progress.rate_plot
    assert "absent" not in plot.keys
    click(page.method_list.box("nag"))
    settle(qtbot, page)
    assert "absent" in plot.keys
    click(page.method_list.box("nag"))
    settle(qtbot, page)
    assert "absent" not in plot.keys
    assert "rate:0" in plot.keys


@pytest.mark.parametrize("name", [LOSS, DISTANCE, RATE])
def test_the_scale_is_logarithmic_or_not(page: OptimizersPage, name: str) -> None:
    progress = page.stage.progress
    progress.switch.choose(name)
    assert progress.plot.canvas.scale_of_axes.log_y
    click(progress.log_box)
    assert not progress.plot.canvas.scale_of_axes.log_y


def test_negative_losses_take_the_logarithmic_scale_away_and_give_it_back(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    progress = page.stage.progress
    before = progress.log_box.toolTip()
    click(page.surface_panel.chip("saddle"))
    settle(qtbot, page)
    assert not progress.loss_plot.canvas.scale_of_axes.log_y
    assert not progress.log_box.isEnabled()
    assert "negative" in progress.log_box.toolTip()
    entries = [entry.text() for entry in progress.plot.menu.make().actions()]
    assert "Logarithmic upwards" not in entries
    # Rates and distances are never negative, and the wish itself was kept.
    click(progress.switch.button(RATE))
    assert progress.log_box.isEnabled()
    assert progress.plot.canvas.scale_of_axes.log_y
    click(progress.switch.button(LOSS))
    assert not progress.log_box.isEnabled()
    click(page.surface_panel.chip("booth"))
    settle(qtbot, page)
    assert progress.log_box.isEnabled()
    assert progress.log_box.isChecked()
    assert progress.log_box.toolTip() == before
    assert progress.loss_plot.canvas.scale_of_axes.log_y


def test_a_race_without_methods_leaves_the_plots_empty(qtbot: QtBot, page: OptimizersPage) -> None:
    for method in page.model.setup.racing:
        page.method_list.box(method).click()
    settle(qtbot, page)
    for name in (LOSS, DISTANCE, RATE):
        page.stage.progress.switch.choose(name)
        assert not [key for key in page.stage.progress.plot.keys if ":" in key]


@pytest.mark.parametrize("name", ["loss", "distance", "rate"])
def test_the_plots_menu_switches_the_scale_as_the_box_does(
    qtbot: QtBot, page: OptimizersPage, name: str
) -> None:
    progress = page.stage.progress
    progress.switch.segment_actions[["loss", "distance", "rate"].index(name)].trigger()
    for is_log in (False, True):
        (entry,) = [
            e for e in progress.plot.menu.make().actions() if e.text() == "Logarithmic upwards"
        ]
        entry.trigger()
        assert progress.log_box.isChecked() is is_log
        assert progress.plot.canvas.scale_of_axes.log_y is is_log


def test_an_axis_of_few_powers_of_ten_is_numbered_between_them(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    page.resize(1280, 800)
    click(page.surface_panel.chip("rastrigin"))
    settle(qtbot, page)
    axis = page.stage.loss_plot.canvas.getAxis("left")
    (bottom, top) = (np.log10(end) for end in page.stage.loss_plot.view_range[1])
    ((_, values), *_) = axis.tickValues(bottom, top, 200.0)
    texts = axis.tickStrings(values, 1.0, None)
    assert {"20", "50", "100"} <= set(texts)
    values = [float(text) for text in texts if text]
    assert values == sorted(values)


def test_in_a_narrow_window_the_words_of_the_views_stay_whole(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    switch = page.centre.switch
    hint = page.centre.findChild(QLabel)
    assert hint is not None
    for width in (1280, 700):
        page.resize(width, 660)
        settle(qtbot, page)
        buttons = [switch.button(name) for name in ("race", "basins", "sweep")]
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        assert hint.height() >= hint.heightForWidth(hint.width())
        # So much the plots need; the panels yield it.
        assert page.centre.width() >= 430

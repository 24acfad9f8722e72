"""The plots below the pictures: what they draw, and that looking changes nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.training.curves.chart import Chart
from desktop.training.curves.curves_view import CurvesLook, CurvesView
from desktop.training.run.history import History
from desktop.widgets.fields.number_text import format_number
from engine.training.run.loop import TrainingStep, train
from engine.training.run.moment import Stepped, moment_of
from engine.training.run.run import TrainingRun
from tests.support.settling import aim


def trained(run: TrainingRun, steps: int) -> History:
    history = History(run)
    records = train(run, history.last)
    before: TrainingStep = history.last
    for _ in range(steps):
        record = next(records)
        history.extend([Stepped(record, moment_of(run, record, before.parameters))])
        before = record
    return history


def show(view: CurvesView, history: History) -> None:
    run = history.recording.run
    view.show_moments(run, history.moments, history.changes, history.moments[-1], history.last)


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    made = CurvesView()
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.show()
    return made


def press(view: CurvesView, name: str) -> None:
    segments = view.progress_segments if name in ("loss", "accuracy") else view.layer_segments
    QTest.mouseClick(segments.button(name), Qt.MouseButton.LeftButton)


def test_loss_and_accuracy_are_drawn_for_training_and_test(view: CurvesView) -> None:
    run = TrainingRun(data="circle", test_share=0.3, optimizer_settings={"learning_rate": 0.3})
    history = trained(run, 8)
    show(view, history)
    plot = view.loss_plot
    assert plot.curve_data("loss")[1].tolist() == [item.loss for item in history.moments]
    assert plot.curve_data("test loss")[1].tolist() == [item.test_loss for item in history.moments]

    press(view, "accuracy")
    shares = [100 * item.accuracy for item in history.moments]
    assert plot.curve_data("accuracy")[1].tolist() == shares
    tests = [100 * item.test_accuracy for item in history.moments]
    assert plot.curve_data("test accuracy")[1].tolist() == tests
    assert "loss" not in plot.keys
    assert not view.log_box.isVisible()


def test_without_test_data_there_is_one_curve(view: CurvesView) -> None:
    show(view, trained(TrainingRun(), 3))
    assert "loss" in view.loss_plot.keys
    assert "test loss" not in view.loss_plot.keys


def test_a_regression_has_no_accuracy(view: CurvesView) -> None:
    press(view, "accuracy")
    run = TrainingRun(
        data="line", layers=(1, 1), output="identity", loss="mean_squared_error",
        optimizer_settings={"learning_rate": 0.01},
    )  # fmt: skip
    show(view, trained(run, 3))
    assert view.progress_segments.name == "loss"
    assert not view.progress_segments.button("accuracy").isVisible()
    assert not view.progress_segments.actions_by_name["accuracy"].isVisible()
    assert "loss" in view.loss_plot.keys


def test_the_layers_show_gradients_weights_and_steps(view: CurvesView) -> None:
    run = TrainingRun()
    history = trained(run, 6)
    show(view, history)
    plot = view.gradient_plot
    norms = [item.gradient_norms[1] for item in history.moments]
    assert plot.curve_data("layer 1")[1].tolist() == norms

    press(view, "weights")
    edges, heights = plot.curve_data("layer 0")
    # Every weight is counted once; an outline goes up and down at both edges of a cell.
    assert heights.sum() / 2 == 8
    assert edges[0] < run.network.start.min()
    assert "start" in plot.keys
    assert not plot.canvas.scale_of_axes.log_y

    press(view, "step")
    assert "layer 0" not in plot.keys
    steps = plot.curve_data("step")[1]
    assert steps[1:].tolist() == [item.update_norm for item in history.moments[1:]]
    assert plot.curve_data("rate")[1].tolist() == [1.0] * 7
    assert plot.canvas.scale_of_axes.log_y


def test_axes_are_plain_or_logarithmic_and_the_numbers_stay(view: CurvesView) -> None:
    history = trained(TrainingRun(), 6)
    show(view, history)
    before = view.loss_plot.curve_data("loss")[1].copy()
    view.log_box.click()
    view.layers_log_box.click()
    assert view.loss_plot.canvas.scale_of_axes.log_y
    assert not view.gradient_plot.canvas.scale_of_axes.log_y
    assert np.array_equal(view.loss_plot.curve_data("loss")[1], before)


def test_a_changed_setting_is_marked_and_told(view: CurvesView) -> None:
    run = TrainingRun()
    history = trained(run, 5)
    history.change_run(replace(run, optimizer_settings={"learning_rate": 0.25}))
    show(view, history)

    for plot in (view.loss_plot, view.gradient_plot):
        assert "change 0" in plot.keys
        assert plot.markers[0].epochs == 5
        plot.hovered.emit(5.0, 0.1)
        assert "0.25" in plot.toolTip()
        plot.hovered.emit(0.0, 0.1)
        assert plot.toolTip() == plot.summary
    press(view, "weights")
    assert "change 0" not in view.gradient_plot.keys


def test_of_many_changes_the_newest_twelve_are_marked_where_they_were_made(
    view: CurvesView,
) -> None:
    run = TrainingRun()
    history = trained(run, 1)
    for number in range(30):
        history.change_run(replace(run, optimizer_settings={"learning_rate": 0.25 + number / 100}))
        record = next(train(history.recording.run, history.last))
        history.extend([Stepped(record, moment_of(run, record))])
        show(view, history)
    plot = view.loss_plot
    lines = [item for item in plot.canvas.items() if isinstance(item, pg.InfiniteLine)]
    assert sorted(item.value() for item in lines if item.isVisible()) == list(range(19, 31))
    # The sign stands on its line.
    line = next(item for item in lines if item.value() == 25)
    sign = next(item for item in line.childItems() if isinstance(item, pg.InfLineLabel))
    middle = sign.textItem.mapToScene(sign.textItem.boundingRect().center())
    assert abs(middle.x() - line.mapToScene(0, 0).x()) < 1.5


def test_another_view_looks_at_them_the_same_way(qtbot: QtBot, view: CurvesView) -> None:
    press(view, "accuracy")
    press(view, "step")
    view.layers_log_box.click()
    look = view.look
    assert look == CurvesLook("accuracy", "step", False, False)
    other = CurvesView()
    qtbot.addWidget(other)
    show(other, trained(TrainingRun(), 2))
    other.set_look(look)
    assert other.look == look
    assert "accuracy" in other.loss_plot.keys
    assert "step" in other.gradient_plot.keys


def test_a_low_view_leaves_the_words_below_the_axes_away(view: CurvesView) -> None:
    show(view, trained(TrainingRun(), 2))
    assert view.loss_plot.canvas.getAxis("bottom").label.isVisible()
    view.resize(900, 190)
    assert not view.loss_plot.canvas.getAxis("bottom").label.isVisible()


def point_at(qtbot: QtBot, plot: Chart, epoch: float, value: float) -> None:
    place = aim(qtbot, plot.canvas.viewport(), lambda: plot.to_canvas(epoch, value))
    QTest.mouseMove(plot.canvas.viewport(), QPoint(3, 3))
    QTest.mouseMove(plot.canvas.viewport(), place)
    qtbot.waitUntil(lambda: bool(plot.reading))


def test_pointing_at_a_curve_gives_epoch_and_value(qtbot: QtBot, view: CurvesView) -> None:
    history = trained(TrainingRun(), 12)
    show(view, history)
    plot = view.loss_plot
    moment = history.moments[4]
    point_at(qtbot, plot, moment.epochs, moment.loss)
    assert plot.reading == f"epoch {moment.epochs:g}: {format_number(moment.loss, 4)}"
    # Written in the half where the mouse is not.
    assert plot.curve_data("reading at") == ([moment.epochs], [moment.loss])
    # It stays true while the training goes on.
    show(view, trained(TrainingRun(seed=3), 12))
    assert plot.reading.startswith(f"epoch {moment.epochs:g}: ")
    assert plot.curve_data("reading at")[1] != [moment.loss]
    plot.canvas.left.emit()
    assert not plot.reading
    assert "reading" not in plot.keys


def test_of_several_curves_the_nearest_is_named(qtbot: QtBot, view: CurvesView) -> None:
    history = trained(TrainingRun(), 12)
    show(view, history)
    plot = view.gradient_plot
    moment = history.moments[6]
    for layer, name in enumerate(("W₁", "W₂")):
        point_at(qtbot, plot, moment.epochs, moment.gradient_norms[layer])
        number = format_number(moment.gradient_norms[layer], 4)
        assert plot.reading == f"{name} · epoch {moment.epochs:g}: {number}"


@pytest.mark.parametrize("zeros", [[3, 4, 5], list(range(8))])
def test_a_gradient_of_exactly_0_is_drawn_at_the_foot_of_a_logarithmic_axis(
    qtbot: QtBot, view: CurvesView, zeros: list[int]
) -> None:
    history = trained(TrainingRun(), 7)
    moments = [
        replace(moment, gradient_norms=(0.0, 0.0)) if step in zeros else moment
        for step, moment in enumerate(history.moments)
    ]
    view.show_moments(history.recording.run, moments, (), moments[4], history.last)
    plot = view.gradient_plot
    assert plot.canvas.scale_of_axes.log_y
    epochs, feet = plot.curve_data("zero layer 0")
    assert epochs.tolist() == [moments[step].epochs for step in zeros]
    bottom, top = plot.view_range[1]
    others = [norm for moment in moments for norm in moment.gradient_norms if norm > 0]
    assert all(bottom < foot < min([*others, top]) for foot in feet)
    assert "zero text" in plot.keys
    point_at(qtbot, plot, moments[4].epochs, float(feet[0]))
    assert plot.reading.endswith(": 0")
    # On a plain axis 0 has its place.
    view.layers_log_box.click()
    assert "zero layer 0" not in plot.keys
    assert "zero text" not in plot.keys

"""The large picture: test samples, classes, hidden space and landscape, over a real training."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled, shut_down
from desktop.training.network.selection import Sample, Selection
from desktop.training.pictures.stage import BOUNDARY, HIDDEN, LANDSCAPE, Stage
from engine.training.analysis.loss_plane import losses_at
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun
from tests.support.settling import aim, settle


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(Selection())
    qtbot.addWidget(made)
    made.resize(420, 460)
    made.show()
    yield made
    shut_down(made)


def show(qtbot: QtBot, stage: Stage, run: TrainingRun, steps: int = 30) -> list[TrainingStep]:
    records = list(islice(train(run), steps))
    stage.show_records(run, records, records[-1])
    settle(qtbot, stage)
    return records


def test_one_picture_is_shown_at_a_time(qtbot: QtBot, stage: Stage) -> None:
    show(qtbot, stage, TrainingRun())
    assert stage.boundary_view.isVisible()
    assert stage.hidden_view.picture is None
    QTest.mouseClick(stage.segments.button(HIDDEN), Qt.MouseButton.LeftButton)
    settle(qtbot, stage)
    assert stage.hidden_view.isVisible()
    assert not stage.boundary_view.isVisible()
    assert stage.hidden_view.picture is not None


def test_samples_for_the_test_have_marks_of_their_own(qtbot: QtBot, stage: Stage) -> None:
    run = TrainingRun(data="circle", test_share=0.25)
    assert run.test_dataset is not None
    show(qtbot, stage, run, 2)
    plot = stage.boundary_view.plot
    shown = sum(len(plot.curve_data(f"test {label}")[0]) for label in (0, 1))
    assert shown == len(run.test_dataset)
    assert "hollow: test" in stage.boundary_view.legend

    stage.boundary_view.test_box.click()
    assert not any(key.startswith("test ") for key in plot.keys)
    show(qtbot, stage, TrainingRun(data="circle"), 2)
    assert not stage.boundary_view.test_box.isVisible()


def test_classes_alone_leave_every_number_as_it_is(qtbot: QtBot, stage: Stage) -> None:
    show(qtbot, stage, TrainingRun())
    view = stage.boundary_view
    before, picture = view.map, view.plot.canvas.grab().toImage()
    view.discrete_box.click()
    settle(qtbot, stage)
    assert view.map is before
    assert view.plot.canvas.grab().toImage() != picture


def test_a_click_on_a_sample_chooses_it_and_beside_it_none(qtbot: QtBot, stage: Stage) -> None:
    show(qtbot, stage, TrainingRun(), 2)
    view = stage.boundary_view
    viewport = view.plot.canvas.viewport()
    place = aim(qtbot, viewport, lambda: view.plot.to_canvas(0.0, 1.0), stage)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: view.selection.sample == Sample(1))
    assert "chosen" in view.plot.keys
    place = aim(qtbot, viewport, lambda: view.plot.to_canvas(0.5, 0.5), stage)
    QTest.mouseMove(viewport, place)
    view.plot.clicked.emit(0.5, 0.5)
    assert view.selection.sample is None
    assert "chosen" not in view.plot.keys

    view.is_drawing = True
    view.plot.clicked.emit(0.0, 1.0)
    assert view.selection.sample is None


@pytest.mark.parametrize(
    ("data", "layers", "words"),
    [
        ("line", (1, 1), "line: predictions"),
        ("plane", (2, 3, 1), "prediction of the ground"),
        ("exams", (3, 1), "pale: far from this plane"),
    ],
)
def test_regressions_are_drawn_too(
    qtbot: QtBot, stage: Stage, data: str, layers: tuple[int, ...], words: str
) -> None:
    run = TrainingRun(
        data=data, layers=layers, output="identity", loss="mean_squared_error",
        optimizer_settings={"learning_rate": 1e-6},
    )  # fmt: skip
    show(qtbot, stage, run, 3)
    assert words in stage.boundary_view.legend
    assert "class 0" in stage.boundary_view.plot.keys
    stage.boundary_view.plot.hovered.emit(*run.dataset.inputs[0][[0, -1]])
    stage.choose(HIDDEN)
    settle(qtbot, stage)
    if layers[0] == 1:
        assert "two inputs" in stage.hidden_view.note
    elif layers[0] > 2:
        assert "x₃ at 85.6 (mean)" in stage.hidden_view.note


def test_two_units_are_shown_as_they_are_with_the_line_between_the_classes(
    qtbot: QtBot, stage: Stage
) -> None:
    run = TrainingRun(layers=(2, 2, 1), seed=1)
    stage.choose(HIDDEN)
    records = show(qtbot, stage, run, 300)
    picture = stage.hidden_view.picture
    assert picture is not None
    assert picture.lines.shape == (26, 41, 2)
    last = run.network.unflatten(records[-1].parameters)[-1]
    expected = picture.train @ last.weights[:, 0] + last.bias[0]
    assert picture.separator is not None
    a, b, c = picture.separator
    assert np.allclose(picture.train @ [a, b] + c, expected)
    # What lies on its right side is predicted right.
    assert np.array_equal(expected > 0, records[-1].predictions[:, 0] > 0.5)


def test_of_a_wider_layer_a_plane_or_two_units_are_chosen(qtbot: QtBot, stage: Stage) -> None:
    stage.choose(HIDDEN)
    view = stage.hidden_view
    show(qtbot, stage, TrainingRun(), 20)
    plane = view.picture
    assert plane is not None
    assert plane.axes.pair is None
    assert plane.separator is not None

    view.axes_box.setFocus()
    QTest.keyClick(view.axes_box, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.picture is not plane and has_settled(stage))
    assert view.picture is not None
    assert view.picture.axes.pair == (2, 3)
    assert np.array_equal(view.picture.lines, view.picture.image.lines[..., 2:])

    view.layer_box.setFocus()
    QTest.keyClick(view.layer_box, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: view.picture is not None and view.picture.axes.layer == 0)
    assert np.allclose(view.picture.train, TrainingRun().dataset.inputs)


def test_the_picture_is_never_mirrored_between_two_steps(qtbot: QtBot, stage: Stage) -> None:
    stage.choose(HIDDEN)
    run = TrainingRun(layers=(2, 6, 1))
    before = None
    for record in islice(train(run), 12):
        stage.show_records(run, [record], record)
        settle(qtbot, stage)
        picture = stage.hidden_view.picture
        assert picture is not None
        if before is not None:
            apart = np.abs(picture.lines - before).max()
            assert apart < np.abs(picture.lines + before).max()
        before = picture.lines


def test_the_landscape_is_the_loss_round_the_weights(qtbot: QtBot, stage: Stage) -> None:
    stage.choose(LANDSCAPE)
    run = TrainingRun()
    records = show(qtbot, stage, run, 40)
    found = stage.landscape_view.landscape
    assert found is not None
    assert found.shares is not None
    assert sum(found.shares) > 0.9
    row, column = 5, 7
    point = (
        found.plane.centre
        + found.first[column] * found.plane.first
        + found.second[row] * found.plane.second
    )
    assert found.losses[row, column] == pytest.approx(losses_at(run, point[:, None])[0])
    x, y = stage.landscape_view.plot.curve_data("path")
    assert (len(x), x[-1], y[-1]) == (len(records) + 1, 0.0, 0.0)
    assert "of the path's spread" in stage.landscape_view.note

    stage.landscape_view.plot.hovered.emit(float(found.first[7]), float(found.second[5]))
    assert f"{found.losses[5, 7]:.4g}" in stage.landscape_view.note


def test_random_directions_are_drawn_anew_on_demand(qtbot: QtBot, stage: Stage) -> None:
    stage.choose(LANDSCAPE)
    show(qtbot, stage, TrainingRun(), 10)
    view = stage.landscape_view
    assert not view.draw_button.isVisible()
    view.plane_box.setFocus()
    QTest.keyClick(view.plane_box, Qt.Key.Key_End)
    settle(qtbot, stage)
    first = view.landscape
    assert first is not None
    assert first.shares is None
    view.draw_button.click()
    settle(qtbot, stage)
    assert view.landscape is not None
    assert not np.array_equal(view.landscape.plane.first, first.plane.first)
    assert "number 2" in view.note


def test_a_fresh_network_has_a_landscape_though_no_path(qtbot: QtBot, stage: Stage) -> None:
    stage.choose(LANDSCAPE)
    show(qtbot, stage, TrainingRun(), 1)
    assert "needs a few steps" in stage.landscape_view.note
    show(qtbot, stage, TrainingRun(initializer="zeros"), 1)
    assert "contours" not in stage.landscape_view.plot.keys


def test_the_picture_of_a_regression_is_called_a_prediction(qtbot: QtBot, stage: Stage) -> None:
    line = TrainingRun(
        data="line", layers=(1, 1), output="identity", loss="mean_squared_error",
        optimizer_settings={"learning_rate": 0.01},
    )  # fmt: skip
    for run, label in ((line, "Prediction"), (TrainingRun(), "Boundary")):
        show(qtbot, stage, run, 2)
        assert stage.segments.button(BOUNDARY).text() == label
        assert stage.segments.actions_by_name[BOUNDARY].text() == label

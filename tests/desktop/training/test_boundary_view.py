"""The decision boundary: what is crossed agrees with what is painted, at any size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from desktop.foundation.theme import apply_theme, theme
from desktop.training.pictures.boundary_view import BoundaryView
from engine.training.analysis.decision_boundary import predict, probability_map
from engine.training.datasets.own import drawn_points
from engine.training.run.loop import first_record
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from tests.support.settling import settle


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[BoundaryView]:
    made = BoundaryView()
    qtbot.addWidget(made)
    made.resize(420, 440)
    made.show()
    yield made
    shut_down(made)


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    """Leave the theme as it was."""
    yield
    apply_theme(qapp, "light", 1.0)


def crosses(view: BoundaryView) -> set[tuple[float, float]]:
    x, y = view.plot.curve_data("wrong")
    return set(zip(x.tolist(), y.tolist(), strict=True))


def test_crosses_wait_for_the_map_they_stand_on(qtbot: QtBot, view: BoundaryView) -> None:
    run = TrainingRun(seed=7)
    record = first_record(run)
    # As a step too large does it: every prediction turned over.
    turned = replace(record, predictions=1.0 - record.predictions)
    view.show_record(run, record)
    settle(qtbot, view)
    before = crosses(view)

    view.show_record(run, turned)

    assert crosses(view) == before
    settle(qtbot, view)
    wrong = run.dataset.inputs[~turned.right_of(run.dataset)]
    assert crosses(view) == {(float(x), float(y)) for x, y in wrong}
    assert crosses(view) != before


@pytest.mark.parametrize("size", [(300, 460), (600, 300), (420, 440)])
def test_the_whole_square_of_the_data_is_seen_after_resizing(
    view: BoundaryView, size: tuple[int, int]
) -> None:
    run = TrainingRun(seed=7)
    view.show_record(run, first_record(run))
    view.resize(*size)
    (left, right), (bottom, top) = view.plot.view_range
    square = run.dataset.view
    slack = 0.01 * (square.right - square.left)
    assert left <= square.left + slack
    assert right >= square.right - slack
    assert bottom <= square.bottom + slack
    assert top >= square.top - slack
    # And not more than it needs in the direction that is short.
    assert np.isclose(min(right - left, top - bottom), square.right - square.left, rtol=0.02)


def test_a_map_that_comes_after_the_data_were_changed_is_not_painted(
    qtbot: QtBot, view: BoundaryView
) -> None:
    first = TrainingRun(seed=7)
    line = TrainingRun(
        data="line", layers=(1, 1), output="identity", loss="mean_squared_error",
        optimizer_settings={"learning_rate": 0.01},
    )  # fmt: skip
    exams = replace(line, data="exams", layers=(3, 1), optimizer_settings={"learning_rate": 1e-5})
    for other in (line, exams):
        view.show_record(first, first_record(first))
        # The map is under way while other data are chosen.
        view.show_record(other, first_record(other))
        settle(qtbot, view)
        # And no option brings it back.
        view.discrete_box.click()
        if other is line:
            assert "map" not in view.plot.keys
            continue
        plane = view.plane
        assert plane is not None
        own = probability_map(
            other.network, first_record(other).parameters, plane.view, width=90, height=90,
            plane=plane,
        )  # fmt: skip
        assert view.map is not None
        assert np.array_equal(view.map, own)


def test_a_cross_lies_over_its_sample_whatever_is_drawn_again(
    qtbot: QtBot, qapp: QApplication, view: BoundaryView, light: None
) -> None:
    run = TrainingRun(seed=7)
    record = first_record(run)
    view.show_record(run, record)
    settle(qtbot, view)
    x, y = run.dataset.inputs[~record.right_of(run.dataset)][0]
    plain = theme().color("panel")

    def middle() -> QColor:
        canvas = view.plot.canvas
        place = canvas.to_widget(float(x), float(y)).toPoint()
        seen: QColor = canvas.grab().toImage().pixelColor(place)
        return seen

    assert middle() == plain
    # Both draw the samples anew, which came to lie over what was there.
    for _ in range(2):
        view.discrete_box.click()
        settle(qtbot, view)
        assert middle() == plain
    apply_theme(qapp, "dark", 1.0)
    settle(qtbot, view)
    assert middle() == theme().color("panel") != plain


def test_wrong_samples_of_the_test_are_crossed_too_while_they_are_shown(
    qtbot: QtBot, view: BoundaryView
) -> None:
    run = TrainingRun(data="circle", test_share=0.3, seed=3)
    test = run.test_dataset
    assert test is not None
    record = first_record(run)
    view.show_record(run, record)
    settle(qtbot, view)
    there = predict(run.network, record.parameters, test.inputs)[:, 0]
    wrong = {
        tuple(row) for row in test.inputs[(there > 0.5) != (test.targets[:, 0] > 0.5)].tolist()
    }

    def crossed() -> set[tuple[float, ...]]:
        x, y = view.plot.curve_data("wrong test")
        return set(zip(x.tolist(), y.tolist(), strict=True))

    assert crossed() == wrong != set()
    view.test_box.click()
    assert "wrong test" not in view.plot.keys
    view.test_box.click()
    assert crossed() == wrong
    view.discrete_box.click()
    settle(qtbot, view)
    assert crossed() == wrong


@pytest.mark.usefixtures("light")
def test_a_crowd_of_samples_has_the_colours_of_its_classes(
    qtbot: QtBot, view: BoundaryView
) -> None:
    places = np.random.default_rng(3).normal(0.0, 1.0, (6_000, 2))
    samples = drawn_points(places.tolist(), [0, 1] * 3_000)
    run = TrainingSetup(TrainingRun()).with_samples(samples).run
    view.show_record(run, first_record(run))
    settle(qtbot, view)
    plot = view.plot
    middle = plot.canvas.mapTo(plot, plot.to_canvas(0.0, 0.0).toPoint())
    seen = plot.grab(QRect(middle - QPoint(15, 15), QSize(30, 30))).toImage()
    colours = [seen.pixelColor(x, y) for x in range(30) for y in range(30)]
    # Neither rims nor crosses in the colour of the paper lie over all that is below.
    assert sum(min(c.red(), c.green(), c.blue()) > 225 for c in colours) < len(colours) / 10

"""Basins of attraction and learning-rate sweeps, in the background, with progress and cancel."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.optimizers.centre_pane import BASINS, RACE, SWEEP
from desktop.optimizers.explore.basin_picture import DETAIL, basin_picture, letter_of
from desktop.optimizers.page import OptimizersPage
from engine.optimizers.basins import GONE, UNDERWAY, basins, grid_starts
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.races.race_setup import default_setup
from tests.desktop.optimizers.hands import click, type_number
from tests.support.settling import aim, settle


def show(qtbot: QtBot, page: OptimizersPage, segment: str, surface: str = "himmelblau") -> None:
    click(page.surface_panel.chip(surface))
    click(page.centre.switch.button(segment))
    settle(qtbot, page)


def test_the_basins_are_those_of_the_engine(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, BASINS)
    view = page.centre.basins
    assert view.result is not None
    assert view.result.basins is not None
    assert len(view.result.basins.labels) == 10_000
    setup = page.model.setup
    run = Run(OPTIMIZERS["adam"], setup.settings_of("adam"))
    starts = grid_starts(setup.record.view, 100, 100)
    places = [(item.x, item.y) for item in view.result.minima]
    *_, last = basins(page.model.function, run, starts, 500, minima=places, tolerance=0.02 * 10)
    assert last.basins is not None
    np.testing.assert_array_equal(view.result.basins.labels, last.basins.labels)
    shares = {letter: last.basins.share(label) for label, letter in enumerate("ABCD")}
    assert [row[0] for row in view.table.rows[:4]] == sorted("ABCD", key=lambda a: -shares[a])
    assert {"basins", "contours", "letter:0", "letter:3"} <= set(view.plot.keys)
    assert view.row.bar.value() == view.row.bar.maximum()


def test_the_basins_follow_the_settings_and_the_method(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, BASINS)
    view = page.centre.basins
    first = view.result
    page.edits.set_rate("adam", 1.0)
    settle(qtbot, page)
    assert view.result is not first
    second = view.result
    page.edits.set_rate("sgd", 0.002)
    settle(qtbot, page)
    assert view.result is second
    view.method_box.setCurrentIndex(0)
    view.method_box.activated.emit(0)
    settle(qtbot, page)
    assert view.result is not None
    assert view.result.method == "sgd"


def test_a_click_into_the_basins_sets_the_start(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, BASINS)
    plot = page.centre.basins.plot
    viewport = plot.canvas.viewport()
    place = aim(qtbot, viewport, lambda: plot.to_canvas(2.0, -3.0), page)
    QTest.mouseMove(viewport, place)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.model.setup.start != (-0.5, -0.5))
    assert abs(page.model.setup.start[0] - 2.0) < 0.1
    settle(qtbot, page)


def test_the_basins_can_be_given_up_and_computed_again(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, BASINS, "ackley")
    view = page.centre.basins
    before = view.result
    view.size_box.set_name("200")
    view.size_box.chosen.emit("200")
    assert not has_settled(view)
    assert view.row.button.text() == "Cancel"
    click(view.row.button)
    assert has_settled(view)
    assert view.note.text() == "Given up; the picture is the one before."
    assert view.result is before
    click(view.row.button)
    settle(qtbot, page)
    assert view.result is not None
    assert view.result.basins is not None
    assert len(view.result.basins.labels) == 40_000
    assert len(view.table.rows) >= 7


def test_the_first_basins_given_up_leave_no_picture_and_say_so(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    click(page.centre.switch.button(BASINS))
    view = page.centre.basins
    assert not has_settled(view)
    click(view.row.button)
    assert has_settled(view)
    assert view.result is None
    assert view.plot.keys == ()
    assert view.note.text() == "Given up before there was a picture; “Compute” begins again."
    assert view.row.button.text() == "Compute"
    click(view.row.button)
    settle(qtbot, page)
    assert view.result is not None
    assert "starts" in view.note.text()


def test_what_no_basin_can_have_is_explained(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, BASINS)
    page.conditions_panel.condition("plateau").box.click()
    settle(qtbot, page)
    assert "watches the loss" in page.centre.basins.note.text()
    page.conditions_panel.condition("plateau").box.click()
    click(page.surface_panel.chip("saddle"))
    settle(qtbot, page)
    assert "no separate minimum" in page.centre.basins.note.text()


def test_a_label_is_told_by_hatching_and_letter_too() -> None:
    labels = np.array([0, 1, UNDERWAY, GONE], dtype=np.int16)
    picture = basin_picture(labels, 2)
    assert picture.shape == (2 * DETAIL, 2 * DETAIL, 4)
    wide = basin_picture(np.repeat(np.arange(5, dtype=np.int16), 400), 20)
    strips = wide.reshape(5, -1, 20 * DETAIL, 4)
    textures = [(strip != strip[0, 1]).any(axis=-1) for strip in strips]
    for index, one in enumerate(textures):
        assert all(not np.array_equal(one, other) for other in textures[index + 1 :])
    assert [letter_of(label) for label in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_a_sweep_shows_every_run_s_final_loss(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, SWEEP)
    view = page.centre.sweep
    assert view.result is not None
    assert [curve.run.optimizer.name for curve in view.result.curves] == [
        run.optimizer.name for run in page.model.setup.runs()
    ]
    rates, losses = view.plot.curve_data("sweep:rmsprop")
    assert len(rates) == 41
    run = Run(OPTIMIZERS["rmsprop"], {"learning_rate": float(rates[20])})
    setup = page.model.setup
    (expected,) = race(page.model.function, [run], setup.start, setup.steps).trajectories
    assert losses[20] == expected.losses[-1]
    assert view.plot.canvas.scale_of_axes.log_x
    assert view.plot.canvas.scale_of_axes.log_y
    assert "SGD: best" in view.note.text()
    assert "diverges from" in view.note.text()
    assert "ring:adam" in view.plot.keys


def test_a_click_on_a_point_takes_its_rate(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, SWEEP)
    plot = page.centre.sweep.plot
    viewport = plot.canvas.viewport()
    rate, height = next((r, h) for m, r, h in plot.places if m == "rmsprop" and r > 0.2)
    place = aim(qtbot, viewport, lambda: plot.to_canvas(rate, height), page)
    QTest.mouseMove(viewport, place)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.model.setup.settings_of("rmsprop")["learning_rate"] == rate)
    settle(qtbot, page)
    assert page.method_panel.form.values()["learning_rate"] == rate


def test_wrong_ranges_and_empty_choices_are_explained(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, SWEEP)
    view = page.centre.sweep
    before = view.result
    for text in ("0", "-1", "1e9", "fast"):
        type_number(view.lowest_field, text)
        assert view.lowest_field.problem
        assert view.lowest_field.value == 1e-4
    view.lowest_field.restore()
    type_number(view.lowest_field, "5")
    assert "from a smaller to a larger" in view.problem
    type_number(view.lowest_field, "0.01")
    settle(qtbot, page)
    assert view.problem == ""
    assert view.result is not before
    for method in page.model.setup.racing:
        page.method_list.box(method).click()
    settle(qtbot, page)
    assert "No method takes part" in view.problem


def test_a_sweep_can_be_given_up(qtbot: QtBot, page: OptimizersPage) -> None:
    show(qtbot, page, SWEEP)
    view = page.centre.sweep
    type_number(view.count_field, "121")
    assert not has_settled(view)
    click(view.row.button)
    assert has_settled(view)
    assert "Given up" in view.note.text()


def test_nothing_is_computed_that_nobody_sees(qtbot: QtBot, page: OptimizersPage) -> None:
    assert page.centre.basins.result is None
    assert page.centre.sweep.result is None
    show(qtbot, page, BASINS, "ackley")
    view = page.centre.basins
    view.size_box.set_name("200")
    view.size_box.chosen.emit("200")
    click(page.centre.switch.button(RACE))
    assert has_settled(view)
    assert page.model.setup == default_setup("ackley")

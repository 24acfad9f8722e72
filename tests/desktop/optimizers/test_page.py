"""The Optimizers page, acted on as a user acts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.update.terms_table import TermsTable
from engine.optimizers.catalog import OPTIMIZERS
from engine.surfaces.catalog import SURFACES
from tests.desktop.optimizers.hands import see_all, type_number
from tests.support.cases import case
from tests.support.settling import aim, settle

COURSE = [name for name, optimizer in OPTIMIZERS.items() if optimizer.in_course]


def canvas_point(qtbot: QtBot, page: OptimizersPage, x: float, y: float) -> QPoint:
    plot = page.stage.surface_plot
    return aim(qtbot, plot.canvas.viewport(), lambda: plot.to_canvas(x, y), page)


def click_surface(qtbot: QtBot, page: OptimizersPage, x: float, y: float) -> None:
    viewport = page.stage.surface_plot.canvas.viewport()
    place = canvas_point(qtbot, page, x, y)
    QTest.mouseMove(viewport, place)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)


def drawn(page: OptimizersPage, key: str) -> np.ndarray:
    return np.column_stack(page.stage.surface_plot.curve_data(key))


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[OptimizersPage]:
    made = OptimizersPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 660)
    made.show()
    settle(qtbot, made)
    see_all(qtbot, made)
    yield made
    made.shutdown()


def double_click_surface(qtbot: QtBot, page: OptimizersPage, x: float, y: float) -> None:
    click_surface(qtbot, page, x, y)
    viewport = page.stage.surface_plot.canvas.viewport()
    place = page.stage.surface_plot.to_canvas(x, y).toPoint()
    # The second press and what follows, as a double click ends.
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, page)


def test_it_opens_with_three_methods_paused_at_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    page = OptimizersPage(Settings(str(tmp_path / "first.ini")))
    qtbot.addWidget(page)
    page.resize(1280, 660)
    page.show()
    settle(qtbot, page)
    assert page.step_bar.position == 0
    assert not page.step_bar.is_playing
    assert len(page.table.table.rows) == 3
    for method in ("sgd", "momentum", "adam"):
        assert page.method_list.box(method).isChecked()
        # What is to come is drawn faintly.
        assert len(drawn(page, f"ahead:{method}")) > 1
    # The rate of the method that is looked at is in view, and moves the race.
    row = page.stage.rate_row
    assert not row.field.visibleRegion().isEmpty()
    assert not row.slider.visibleRegion().isEmpty()
    type_number(row.field, "0.2")
    settle(qtbot, page)
    assert page.model.setup.settings_of("adam")["learning_rate"] == 0.2
    assert page.method_panel.form.field("learning_rate").value == 0.2
    # The map comes before the plots, and another surface is raced down by the same methods.
    stage, progress = page.stage.surface_stage, page.stage.progress
    assert stage.geometry().bottom() < progress.geometry().top()
    assert stage.views.visibleRegion().boundingRect().height() > 0.4 * page.height()
    page.surface_panel.chip("beale").click()
    settle(qtbot, page)
    assert page.model.setup.racing == {"sgd", "momentum", "adam"}
    assert page.step_bar.position == 0
    page.shutdown()


def test_the_key_for_all_shows_the_whole_surface_again_wherever_the_keys_are(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    plot = page.stage.surface_plot
    whole = plot.view_range
    plot.canvas.show_range((-0.5, 0.5), (0.0, 1.0))
    assert plot.view_range != whole
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_A)
    assert np.allclose(plot.view_range, whole)


def test_a_double_click_shows_all_and_sets_no_start(qtbot: QtBot, page: OptimizersPage) -> None:
    plot = page.stage.surface_plot
    whole, start = plot.view_range, page.model.setup.start
    plot.canvas.show_range((-0.5, 0.5), (0.0, 1.0))
    double_click_surface(qtbot, page, 0.2, 0.4)
    assert np.allclose(plot.view_range, whole)
    assert page.model.setup.start == start
    assert page.stage.surface_plot.handle_place("start") == start
    # A click alone still sets one, and what is undone is that.
    click_surface(qtbot, page, 0.5, 0.5)
    settle(qtbot, page)
    assert page.model.setup.start == pytest.approx((0.5, 0.5), abs=0.05)


def test_the_hint_says_what_the_mouse_does_in_the_view_that_is_seen(page: OptimizersPage) -> None:
    hints = {page.centre.hint}
    page.stage.surface_stage.switch.choose("space")
    assert "turns" in page.centre.hint
    hints.add(page.centre.hint)
    for name in ("basins", "sweep"):
        page.centre.switch.choose(name)
        hints.add(page.centre.hint)
    assert len(hints) == 4


def test_every_path_is_drawn_to_its_end(page: OptimizersPage) -> None:
    assert page.model.setup.surface == "rosenbrock"
    assert page.step_bar.position == page.step_bar.last == 500
    assert page.model.result is not None
    for trajectory in page.model.result.race.trajectories:
        name = trajectory.run.optimizer.name
        np.testing.assert_array_equal(drawn(page, f"trail:{name}"), trajectory.points)
        np.testing.assert_array_equal(drawn(page, f"now:{name}"), trajectory.points[-1:])
    assert len(page.table.table.rows) == len(COURSE)


def test_the_keys_step_scrub_and_play(qtbot: QtBot, page: OptimizersPage) -> None:
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert page.step_bar.position == 0
    assert len(drawn(page, "trail:adam")) == 1
    QTest.keyClick(page, Qt.Key.Key_Right)
    QTest.keyClick(page, Qt.Key.Key_Right)
    QTest.keyClick(page, Qt.Key.Key_Left)
    assert page.step_bar.position == 1
    assert len(drawn(page, "trail:adam")) == 2
    QTest.keyClick(page, Qt.Key.Key_End)
    assert page.step_bar.position == 500
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.step_bar.is_playing
    assert page.step_bar.position < 500
    page.step_bar.tick(1.0)
    assert page.step_bar.position >= 60
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert not page.step_bar.is_playing


def test_playing_computes_nothing(page: OptimizersPage) -> None:
    result = page.model.result
    page.step_bar.go_first()
    page.step_bar.tick(2.0)
    assert page.model.result is result


def test_a_click_sets_the_start_and_races_again(qtbot: QtBot, page: OptimizersPage) -> None:
    click_surface(qtbot, page, 0.5, 2.0)
    qtbot.waitUntil(lambda: page.model.setup.start != (-2.0, 2.0))
    settle(qtbot, page)
    x, y = page.model.setup.start
    assert x == pytest.approx(0.5, abs=0.05)
    assert y == pytest.approx(2.0, abs=0.05)
    assert page.stage.surface_plot.handle_place("start") == (x, y)
    for name in COURSE:
        assert drawn(page, f"trail:{name}")[0].tolist() == [x, y]
    assert page.run_panel.start_fields[0].value == x


def test_the_start_can_be_dragged(qtbot: QtBot, page: OptimizersPage) -> None:
    viewport = page.stage.surface_plot.canvas.viewport()
    start = canvas_point(qtbot, page, *page.model.setup.start)
    QTest.mouseMove(viewport, start)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for place in (start + QPoint(30, 10), start + QPoint(60, 20), start + QPoint(90, 30)):
        QTest.mouseMove(viewport, place)
        QApplication.processEvents()
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 30))
    settle(qtbot, page)
    assert page.model.setup.start[0] > -1.8
    assert drawn(page, "trail:sgd")[0].tolist() == list(page.model.setup.start)


def test_the_path_is_a_function_of_the_settings(qtbot: QtBot, page: OptimizersPage) -> None:
    before = drawn(page, "trail:adam")
    field = page.method_panel.form.field("learning_rate")
    field.select_all()
    QTest.keyClicks(field.edit, "0.1")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert not np.array_equal(drawn(page, "trail:adam"), before)
    assert page.model.setup.settings_of("adam")["learning_rate"] == 0.1
    (rate,) = (row[1] for row in page.table.table.rows if row[0].endswith(" Adam"))
    assert rate == "0.1"
    QTest.mouseClick(page.method_panel.tuned_button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    np.testing.assert_array_equal(drawn(page, "trail:adam"), before)
    assert not page.method_panel.tuned_button.isEnabled()


def test_a_moving_slider_never_stops_the_answers(qtbot: QtBot, page: OptimizersPage) -> None:
    seen: list[object] = []
    page.model.raced.connect(seen.append)
    slider = page.method_panel.form.slider("learning_rate")
    while len(seen) < 3:
        slider.setValue(slider.value() - 1)
        QApplication.processEvents()
    settle(qtbot, page)


def test_a_method_is_taken_out_and_put_back(qtbot: QtBot, page: OptimizersPage) -> None:
    box = page.method_list.box("sgd")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    settle(qtbot, page)
    assert "trail:sgd" not in page.stage.surface_plot.keys
    assert "loss:sgd" not in page.stage.loss_plot.keys
    assert len(page.table.table.rows) == len(COURSE) - 1
    page.choose_method("sgd")
    assert "does not take part" in page.update_card.note
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    settle(qtbot, page)
    assert "trail:sgd" in page.stage.surface_plot.keys


def test_one_rate_for_all_diverges_and_says_why(qtbot: QtBot, page: OptimizersPage) -> None:
    with qtbot.waitSignal(page.reported) as told:
        box = page.method_panel.sharing_box
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    settle(qtbot, page)
    sentence, severity = told.args
    assert severity == "warning"
    assert sentence.startswith("SGD, Momentum, NAG — step 1: the learning rate 0.7 is too large")
    assert [row[3] for row in page.table.table.rows[:3]] == ["diverged at 1"] * 3
    assert "end:sgd" in page.stage.surface_plot.keys
    for name in COURSE:
        assert np.isfinite(drawn(page, f"trail:{name}")).all()
    page.step_bar.go_first()
    assert "end:sgd" not in page.stage.surface_plot.keys
    assert page.table.table.rows[0][3] == "—"
    with qtbot.waitSignal(page.reported) as cleared:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    assert cleared.args[0] == ""


@pytest.mark.parametrize("width", [1280, 1440])
def test_the_standings_show_whole_names_beside_wide_numbers(
    qtbot: QtBot, page: OptimizersPage, width: int
) -> None:
    page.resize(width, 660)
    type_number(page.table.goal_field, "1e-9")
    # A rate that warms up to more than the methods bear: they diverge late.
    QTest.mouseClick(
        page.conditions_panel.condition("warm_up").box, Qt.MouseButton.LeftButton, pos=QPoint(9, 9)
    )
    type_number(page.conditions_panel.condition("warm_up").form.field("length"), "400")
    for method in ("momentum", "nag"):
        page.choose_method(method)
        type_number(page.method_panel.form.field("learning_rate"), "0.0123")
    settle(qtbot, page)
    page.step_bar.go_last()
    table = page.table.table
    (row,) = (row for row in table.rows if "Momentum" in row[0])
    assert row[1] == "0.0123"
    assert row[3].startswith("diverged at "), row
    assert len(row[3]) == len("diverged at 200")
    for column in range(4):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column), (column, row)
    assert table.horizontalScrollBar().maximum() == 0


def test_reset_brings_back_the_start_the_rates_and_step_0(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    click_surface(qtbot, page, 0.0, 1.0)
    field = page.method_panel.form.field("beta1")
    field.select_all()
    QTest.keyClicks(field.edit, "0.5")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle(qtbot, page)
    QTest.mouseClick(page.stage.reset_button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page.model.setup.start == tuple(SURFACES["rosenbrock"].start)
    assert page.method_panel.form.values()["beta1"] == 0.9
    assert page.step_bar.position == 0


def test_the_update_card_shows_the_step_s_own_numbers(qtbot: QtBot, page: OptimizersPage) -> None:
    QTest.mouseClick(page.method_list.button("sgd"), Qt.MouseButton.LeftButton)
    page.step_bar.go_first()
    assert "No step has been taken" in page.update_card.note
    assert page.update_card.number_text("gradient") == ("—", "—")
    page.step_bar.step_forward()
    # f = (1−x)² + 100(y−x²)² at (−2, 2): ∂x = −2(1−x) − 400x(y−x²) = −1606, ∂y = −400.
    assert page.update_card.number_text("before") == ("−2", "2")
    assert page.update_card.number_text("gradient") == ("−1606", "−400")
    assert page.update_card.number_text("step") == ("1.606", "0.4")
    assert page.update_card.number_text("after") == ("−0.394", "2.4")
    assert page.update_card.note == ""


def test_every_surface_can_be_chosen(qtbot: QtBot, page: OptimizersPage) -> None:
    plot = page.stage.surface_plot
    for surface, record in SURFACES.items():
        with case(surface):
            QTest.mouseClick(page.surface_panel.chip(surface), Qt.MouseButton.LeftButton)
            settle(qtbot, page)
            assert plot.handle_place("start") == tuple(record.start)
            (left, right), (bottom, top) = plot.view_range
            assert left <= record.view.left
            assert right >= record.view.right
            assert bottom <= record.view.bottom
            assert top >= record.view.top
            assert ("minima" in plot.keys) == bool(record.minima)
            assert {"ground", "contours"} <= set(plot.keys)
            assert page.surface_panel.chip(surface).isChecked()


def test_a_surface_remembers_what_was_set_on_it(qtbot: QtBot, page: OptimizersPage) -> None:
    click_surface(qtbot, page, 0.5, 2.0)
    settle(qtbot, page)
    start = page.model.setup.start
    for name in ("beale", "rosenbrock"):
        QTest.mouseClick(page.surface_panel.chip(name), Qt.MouseButton.LeftButton)
        settle(qtbot, page)
    assert page.model.setup.start == start


def test_the_goal_and_the_steps_can_be_changed(qtbot: QtBot, page: OptimizersPage) -> None:
    field = page.table.goal_field
    field.select_all()
    QTest.keyClicks(field.edit, "1")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    steps = page.run_panel.steps_field
    steps.select_all()
    QTest.keyClicks(steps.edit, "80")
    QTest.keyClick(steps.edit, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.step_bar.last == page.step_bar.position == 80
    assert page.model.result is not None
    trajectory = page.model.result.trajectory("nag")
    assert trajectory is not None
    assert page.table.table.rows[2][3] == f"{trajectory.steps_to(1.0)} ✓"
    assert page.table.table.rows[0][3] == "not in 80"


def test_it_is_the_same_when_made_anew(qtbot: QtBot, page: OptimizersPage, tmp_path: Path) -> None:
    click_surface(qtbot, page, 0.5, 2.0)
    page.choose_method("nag")
    settle(qtbot, page)
    page.step_bar.set_position(120)
    other = OptimizersPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())
    settle(qtbot, other)
    assert other.model.setup == page.model.setup
    assert other.step_bar.position == 120
    assert other.update_card.number_text("gradient") != ("—", "—")
    assert len(drawn(other, "trail:nag")) == 121
    other.shutdown()


def test_it_follows_the_theme(qtbot: QtBot, page: OptimizersPage) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    light = (
        page.stage.surface_plot.grab()
        .toImage()
        .pixelColor(page.stage.surface_plot.width() // 2, page.stage.surface_plot.height() // 2)
    )
    apply_theme(app, "dark", 1.0)
    dark = (
        page.stage.surface_plot.grab()
        .toImage()
        .pixelColor(page.stage.surface_plot.width() // 2, page.stage.surface_plot.height() // 2)
    )
    apply_theme(app, "light", 1.0)
    assert dark.lightness() < light.lightness()


def test_it_fits_into_a_small_window(page: OptimizersPage) -> None:
    assert page.minimumSizeHint().width() <= 1280
    assert page.minimumSizeHint().height() <= 620


def test_every_control_says_what_it_does(page: OptimizersPage) -> None:
    for button in [
        *page.surface_panel.findChildren(type(page.stage.reset_button)),
        page.stage.reset_button,
    ]:
        assert button.toolTip()
        assert button.accessibleName()
    race = dict(page.menu_actions())["Race"]
    assert race[0].shortcut().toString() == "Ctrl+R"


def test_a_race_without_runners_says_how_to_get_some(qtbot: QtBot, page: OptimizersPage) -> None:
    assert page.table.note == ""
    for method in COURSE:
        page.method_list.box(method).click()
    settle(qtbot, page)
    assert page.table.table.rows == []
    assert "check the box" in page.table.note
    page.method_list.box("adam").click()
    settle(qtbot, page)
    assert page.table.note == ""


def test_the_columns_of_an_update_keep_their_width_when_numbers_come(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    settle(qtbot, page)
    terms = page.update_card.findChild(TermsTable)
    assert terms is not None
    grid = terms.layout()
    assert isinstance(grid, QGridLayout)
    page.step_bar.go_first()
    page.grab()
    before = grid.cellRect(0, 2)
    page.step_bar.step_forward()
    page.grab()
    assert grid.cellRect(0, 2) == before


def test_a_click_sets_a_start_without_digits_that_nobody_meant(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    viewport = page.stage.surface_plot.canvas.viewport()
    place = canvas_point(qtbot, page, 0.0, 2.0)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, page)
    for value, wanted in zip(page.model.setup.start, (0.0, 2.0), strict=True):
        assert value == pytest.approx(wanted, abs=0.02)
        assert value == round(value, 5)
    assert all(len(field.edit.text()) < 9 for field in page.run_panel.start_fields)

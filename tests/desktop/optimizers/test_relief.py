"""The surface in space: the picture, and what mouse and keys do in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.relief.camera import HIGHEST_DEG, Camera, Projection
from desktop.optimizers.relief.frame import even_ticks, loss_ticks
from desktop.optimizers.relief.landscape import survey
from desktop.optimizers.relief.picture import Paints, Picture, draw
from desktop.optimizers.relief.view import ReliefView
from engine.optimizers.catalog import OPTIMIZERS
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_formula, compile_surface
from engine.surfaces.surface import Box
from tests.desktop.optimizers.hands import see_all
from tests.support.settling import aim, settle

COURSE = [name for name, optimizer in OPTIMIZERS.items() if optimizer.in_course]
PAINTS = Paints(np.array([[0.0, 0, 0], [200, 200, 200]]), np.zeros(3), np.array([9.0, 9, 9]))


def picture_of(name: str, camera: Camera) -> Picture:
    surface = SURFACES[name]
    ground = survey(surface, compile_surface(surface))
    *_, last = draw(ground, Projection(camera, 300, 240), PAINTS, 72_000)
    assert last is not None
    return last


def test_a_place_without_a_value_is_no_summit() -> None:
    surface = replace(SURFACES["booth"], formula="sqrt(x) + y*y", view=Box(-4.0, 4.0, -4.0, 4.0))
    ground = survey(surface, compile_formula("sqrt(x) + y*y"))
    x, y = np.array([-0.5, 0.5]), np.array([0.4, 0.4])
    assert ground.is_hole(x, y).tolist() == [True, False]
    assert ground.height_at(x, y)[0] == 0.0
    assert ground.height_at(x, y)[1] > 0.0
    *_, picture = draw(ground, Projection(Camera(), 300, 240), PAINTS, 72_000)
    assert picture is not None
    painted = picture.pixels[picture.pixels[..., 3] > 0][:, :3]
    # Half of it has the colour of the sides, which is none of the ramp.
    assert (painted == 9).all(axis=1).mean() > 0.3


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


def in_space(qtbot: QtBot, page: OptimizersPage) -> ReliefView:
    page.stage.surface_stage.switch.actions_by_name["space"].trigger()
    settle(qtbot, page)
    relief = page.stage.surface_stage.relief
    assert relief is not None
    assert relief.isVisible()
    return relief


def drag(relief: ReliefView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(relief, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(relief, (start + end) / 2)
    QTest.mouseMove(relief, end)
    QTest.mouseRelease(relief, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize("name", list(SURFACES))
@pytest.mark.parametrize("elevation", [15.0, 42.0, HIGHEST_DEG])
def test_what_is_seen_at_a_pixel_is_the_point_drawn_there(name: str, elevation: float) -> None:
    picture = picture_of(name, Camera(325.0, elevation))
    ground, view = picture.landscape, picture.projection
    found = 0
    for across, down in [(150.0, 120.0), (120.0, 140.0), (180.0, 100.0)]:
        point = picture.point_at(across, down)
        if point is None:
            continue
        x, y = ground.place(*point)
        here = np.array([x]), np.array([y])
        back = view.place(*here, ground.height_at(*here))
        assert abs(float(back[0][0]) - across) < 1.0
        assert abs(float(back[1][0]) - down) < 2.5
        found += 1
    assert found


def test_what_lies_behind_a_ridge_is_hidden() -> None:
    picture = picture_of("two_wells", Camera(270.0, 14.0))
    ground = picture.landscape
    x, y = ground.place(-0.97, 0.0)
    here = np.array([x]), np.array([y])
    assert not picture.sees(*picture.projection.place(*here, ground.height_at(*here)))[0]
    above = picture_of("two_wells", Camera(270.0, 80.0))
    assert above.sees(*above.projection.place(*here, ground.height_at(*here)))[0]


def test_beside_the_surface_there_is_no_point() -> None:
    picture = picture_of("ravine", Camera())
    assert picture.point_at(1.0, 1.0) is None
    assert picture.point_at(-5.0, 500.0) is None
    assert picture.pixels[0, 0, 3] == 0


def test_heights_grow_by_factors_where_contours_do() -> None:
    banana = picture_of("rosenbrock", Camera()).landscape
    assert banana.height(1.0) > 0.1
    assert [text for _, text in loss_ticks(banana)][:3] == ["1", "10", "100"]
    bowl = picture_of("ravine", Camera()).landscape
    assert bowl.height(28.75) == pytest.approx(bowl.ceiling / 2, rel=1e-3)
    assert even_ticks(-2.0, 2.0)[0] == (-2.0, "−2")


def test_the_trails_in_space_are_the_engine_s(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    assert page.model.result is not None
    view = SURFACES["rosenbrock"].view
    for name in COURSE:
        trajectory = page.model.result.trajectory(name)
        assert trajectory is not None
        drawn = relief.trail_points(name)
        inside = np.array([view.contains(*point) for point in trajectory.points])
        np.testing.assert_allclose(drawn[inside], trajectory.points[inside], atol=1e-9)
        assert np.isnan(drawn[~inside]).all()


def test_the_keys_2_and_3_switch_and_everything_stays(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    page.step_bar.set_position(7)
    page.step_bar.position_changed.emit(7)
    assert relief.overlay.step == 7
    assert len(relief.trail_points("adam")) == 8
    page.stage.surface_stage.switch.actions_by_name["flat"].trigger()
    assert page.stage.surface_plot.isVisible()
    assert len(page.stage.surface_plot.curve_data("trail:adam")[0]) == 8
    shortcuts = [a.shortcut().toString() for a in page.stage.surface_stage.actions_of_view]
    assert shortcuts[:2] == ["2", "3"]


def test_a_click_sets_the_start_on_the_surface(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    place = aim(qtbot, relief, lambda: relief.to_widget(0.5, 0.25), page)
    QTest.mouseClick(relief, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.model.setup.start != (-2.0, 2.0))
    settle(qtbot, page)
    assert page.model.setup.start == pytest.approx((0.5, 0.25), abs=0.05)
    assert relief.overlay.start == page.model.setup.start
    assert relief.trail_points("sgd")[0] == pytest.approx(page.model.setup.start)


def test_the_start_is_dragged_over_the_surface(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    camera = relief.camera
    start = aim(qtbot, relief, lambda: relief.to_widget(-2.0, 2.0), page)
    end = aim(qtbot, relief, lambda: relief.to_widget(0.0, 0.5), page)
    drag(relief, start, end)
    settle(qtbot, page)
    assert page.model.setup.start == pytest.approx((0.0, 0.5), abs=0.06)
    assert relief.camera == camera


def test_dragging_turns_and_the_wheel_zooms(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    drag(relief, relief.rect().center(), relief.rect().center() + QPoint(50, 20))
    assert relief.camera.azimuth == pytest.approx(305.0)
    assert relief.camera.elevation == pytest.approx(50.0)
    assert page.model.setup.start == (-2.0, 2.0)
    middle = QPointF(relief.rect().center())
    event = QWheelEvent(
        middle, relief.mapToGlobal(middle), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(relief, event)
    assert relief.camera.zoom == pytest.approx(1.15**2)
    settle(qtbot, page)
    assert relief.picture is not None
    assert relief.picture.projection.camera == relief.camera
    QTest.mouseDClick(relief, Qt.MouseButton.LeftButton, pos=relief.rect().center())
    assert relief.camera == Camera()


def test_keys_turn_and_zoom_from_anywhere_on_the_page(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    position = page.step_bar.position
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page, Qt.Key.Key_Plus)
    assert relief.camera.azimuth == 330.0
    assert relief.camera.elevation == 47.0
    assert relief.camera.zoom > 1.0
    assert page.step_bar.position == position
    QTest.keyClick(relief, Qt.Key.Key_A)
    assert relief.camera == Camera()
    QTest.keyClick(relief, Qt.Key.Key_Home)
    assert page.step_bar.position == 0


def test_every_surface_and_both_themes_are_drawn(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    for name in ("saddle", "two_wells", "fit"):
        QTest.mouseClick(page.surface_panel.chip(name), Qt.MouseButton.LeftButton)
        settle(qtbot, page)
        assert relief.picture is not None
        assert relief.picture.landscape.box == SURFACES[name].view
    light = relief.grab().toImage().pixelColor(5, 5)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark", 1.0)
    settle(qtbot, page)
    assert relief.grab().toImage().pixelColor(5, 5).lightnessF() < light.lightnessF()
    apply_theme(app, "light", 1.0)
    settle(qtbot, page)


def test_what_diverges_says_so_in_space(qtbot: QtBot, page: OptimizersPage) -> None:
    relief = in_space(qtbot, page)
    page.method_panel.sharing_box.click()
    settle(qtbot, page)
    assert "diverged at step 1" in relief.overlay.notes["sgd"]
    page.step_bar.go_first()
    assert not relief.overlay.notes


def test_a_page_made_anew_shows_the_same(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    relief = in_space(qtbot, page)
    relief.set_camera(Camera(80.0, 60.0, 2.0))
    page.stage.surface_stage.arrows.entry("step").click()
    settle(qtbot, page)
    anew = OptimizersPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(anew)
    anew.resize(1280, 660)
    anew.show()
    anew.restore(page.snapshot())
    settle(qtbot, anew)
    assert anew.stage.surface_stage.relief is not None
    assert anew.stage.surface_stage.relief.camera == Camera(80.0, 60.0, 2.0)
    assert "step" not in anew.stage.surface_stage.arrows.shown
    anew.shutdown()


def test_a_surface_with_the_same_view_as_the_last_gets_its_own_ground(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    for name in ("saddle", "two_wells"):
        QTest.mouseClick(page.surface_panel.chip(name), Qt.MouseButton.LeftButton)
        settle(qtbot, page)
    assert {"ground", "contours"} <= set(page.stage.surface_plot.keys)

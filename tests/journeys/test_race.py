"""A journey: race the optimizers to Rosenbrock's minimum, by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.optimizers.page import OptimizersPage
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.trajectory import Run
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface
from tests.support.settling import aim, settle


def test_racing_to_rosenbrock_s_minimum(qtbot: QtBot, tmp_path: Path) -> None:
    page = OptimizersPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(page)
    page.resize(1440, 820)
    page.show()
    settle(qtbot, page)

    # Somewhere else first, and back by a chip; then a start by a click in the picture.
    for name in ("himmelblau", "rosenbrock"):
        QTest.mouseClick(page.surface_panel.chip(name), Qt.MouseButton.LeftButton)
        settle(qtbot, page)
    viewport = page.stage.surface_plot.canvas.viewport()
    place = aim(qtbot, viewport, lambda: page.stage.surface_plot.to_canvas(-1.0, 2.0), page)
    QTest.mouseMove(viewport, place)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: page.model.setup.start != tuple(SURFACES["rosenbrock"].start))

    # The methods that do not race at first join in.
    for name, item in OPTIMIZERS.items():
        box = page.method_list.box(name)
        if item.in_course and not box.isChecked():
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    # SGD sits this one out; Adam gets another rate, and all get more steps.
    box = page.method_list.box("sgd")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    QTest.mouseClick(page.method_list.button("adam"), Qt.MouseButton.LeftButton)
    for field, text in (
        (page.method_panel.form.field("learning_rate"), "0.5"),
        (page.run_panel.steps_field, "1000"),
    ):
        field.select_all()
        QTest.keyClicks(field.edit, text)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle(qtbot, page)

    # Play with the space bar; the clock is ours.
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Home)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.step_bar.is_playing
    while page.step_bar.is_playing:
        page.step_bar.tick(0.9)
    assert page.step_bar.position == 1000

    # What is drawn is what the engine computes, run here a second time.
    setup = page.model.setup
    names = [name for name, item in OPTIMIZERS.items() if item.in_course and name != "sgd"]
    runs = [Run(OPTIMIZERS[name], setup.settings_of(name)) for name in names]
    expected = race(compile_surface(SURFACES["rosenbrock"]), runs, setup.start, 1000)
    for trajectory in expected.trajectories:
        name = trajectory.run.optimizer.name
        trail = np.column_stack(page.stage.surface_plot.curve_data(f"trail:{name}"))
        np.testing.assert_array_equal(trail, trajectory.points)
        _, losses = page.stage.loss_plot.curve_data(f"loss:{name}")
        np.testing.assert_array_equal(losses, trajectory.losses)
    assert "trail:sgd" not in page.stage.surface_plot.keys

    # Adam stands at the minimum, and the table says after how many steps; Adagrad does not.
    ((x, *_), (y, *_)) = page.stage.surface_plot.curve_data("now:adam")
    assert abs(x - 1.0) < 0.01
    assert abs(y - 1.0) < 0.01
    rows = {row[0].partition(" ")[2]: row for row in page.table.table.rows}
    (adam,) = (path for path in expected.trajectories if path.run.optimizer.name == "adam")
    reached = adam.steps_to(0.01)
    assert rows["Adam"][3] == f"{reached} ✓"
    assert rows["Adagrad"][3] == "not in 1000"
    assert "SGD" not in rows

    # Its last update can be read term by term, with the digits that tell the points apart.
    last = adam.update_at(1000)
    before, after = (
        [text.replace("−", "-") for text in page.update_card.number_text(part)]
        for part in ("before", "after")
    )
    for text, value in zip(after, last.point, strict=True):
        digits = max(4, len(text.strip("-0.").replace(".", "")))
        assert float(text) == float(f"{value:.{digits}g}")
    assert all(text != other for text, other in zip(before, after, strict=True))
    page.shutdown()

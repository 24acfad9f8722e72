"""One update as arrows and as worked terms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.update.update_sketch import (
    AHEAD,
    GRADIENT,
    SECOND,
    STEP,
    VELOCITY,
    sketch_update,
)
from desktop.widgets.fields.number_text import format_result
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Trajectory
from engine.surfaces.function import compile_formula
from tests.desktop.optimizers.hands import click, see_all, type_number
from tests.support.settling import settle


def path(name: str, variant: str = "") -> Trajectory:
    bowl = compile_formula("x**2 + 3*y**2")
    run = Run(OPTIMIZERS[name].in_variant(variant), {"learning_rate": 0.05})
    return race(bowl, [run], (1.5, -1.0), 5).trajectories[0]


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


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("sgd", {GRADIENT, STEP}),
        ("momentum", {GRADIENT, VELOCITY, STEP}),
        ("nag", {GRADIENT, VELOCITY, STEP, AHEAD}),
        ("adagrad", {GRADIENT, STEP, SECOND}),
        ("adam", {GRADIENT, VELOCITY, STEP, SECOND}),
        ("lion", {GRADIENT, VELOCITY, STEP}),
    ],
)
def test_each_method_has_its_arrows(name: str, kinds: set[str]) -> None:
    sketch = sketch_update(path(name), 3, 0.5)
    assert sketch is not None
    assert sketch.kinds == kinds


def test_arrows_are_the_engine_s_terms_magnified_and_within_reach() -> None:
    trajectory = path("nag")
    terms = trajectory.update_at(3).terms
    sketch = sketch_update(trajectory, 3, 0.5)
    assert sketch is not None
    arrows = {arrow.kind: np.subtract(arrow.tip, arrow.tail) for arrow in sketch.arrows}
    for kind, vector in ((GRADIENT, -terms["gradient"]), (STEP, terms["step"])):
        times = float(np.hypot(*arrows[kind]) / np.hypot(*vector))
        np.testing.assert_allclose(arrows[kind], times * vector)
        assert 0.2 <= float(np.hypot(*arrows[kind])) <= 0.5
    assert sketch.ahead == pytest.approx(tuple(trajectory.gradient_point(3)))
    tails = {arrow.kind: arrow.tail for arrow in sketch.arrows}
    assert tails[GRADIENT] == sketch.ahead
    assert tails[STEP] == pytest.approx(tuple(trajectory.points[2]))


def test_a_buffer_of_gradients_is_turned_downhill() -> None:
    trajectory = path("momentum", "pytorch")
    sketch = sketch_update(trajectory, 3, 0.5)
    assert sketch is not None
    (arrow,) = (arrow for arrow in sketch.arrows if arrow.kind == VELOCITY)
    way = np.subtract(arrow.tip, arrow.tail)
    assert float(way @ trajectory.update_at(3).terms["velocity"]) < 0.0
    assert sketch.labels[VELOCITY][0] == "−v"


def test_the_squares_are_the_second_moment() -> None:
    trajectory = path("adam")
    sketch = sketch_update(trajectory, 3, 0.5)
    assert sketch is not None
    moment = trajectory.update_at(3).terms["second_corrected"]
    areas = [
        abs((s.opposite[0] - s.corner[0]) * (s.opposite[1] - s.corner[1])) for s in sketch.squares
    ]
    assert areas[1] / areas[0] == pytest.approx(moment[1] / moment[0])


def test_a_lit_term_takes_its_arrow() -> None:
    sketch = sketch_update(path("adam"), 3, 0.5, lit="first_moment")
    assert sketch is not None
    assert {arrow.term for arrow in sketch.arrows} == {"gradient", "first_moment", "step"}
    assert sketch.lit == VELOCITY
    assert sketch_update(path("adam"), 0, 0.5) is None


def test_where_nothing_moves_there_are_no_arrows() -> None:
    flat = compile_formula("0*x + 0*y")
    trajectory = race(flat, [Run(OPTIMIZERS["adam"])], (1.0, 1.0), 2).trajectories[0]
    sketch = sketch_update(trajectory, 1, 0.5)
    assert sketch is not None
    assert sketch.kinds == frozenset()


@pytest.mark.parametrize("name", ["sgd", "momentum", "nag", "adam", "rmsprop"])
def test_what_is_left_when_a_method_has_arrived_is_not_drawn_as_motion(name: str) -> None:
    bowl = compile_formula("(x - 0.7)**2 + 3*(y - 0.3)**2")
    run = Run(OPTIMIZERS[name], {"learning_rate": 0.1})
    (trajectory,) = race(bowl, [run], (1.5, -1.0), 2000).trajectories
    last, moving = sketch_update(trajectory, 2000, 0.5), sketch_update(trajectory, 20, 0.5)
    assert last is not None
    assert moving is not None
    assert {GRADIENT, STEP} <= moving.kinds
    moved = np.abs(np.diff(trajectory.points[-2:], axis=0)).max()
    if moved < 1e-12:
        assert not last.arrows
        assert last.ahead is None
    else:
        # RMSprop's last steps go to and fro over the minimum, and are seen to.
        assert name == "rmsprop"
        assert STEP in last.kinds


def test_small_steps_on_a_small_view_are_drawn() -> None:
    bowl = compile_formula("x**2 + 3*y**2")
    run = Run(OPTIMIZERS["momentum"], {"learning_rate": 0.05})
    (trajectory,) = race(bowl, [run], (1.5e-9, -1e-9), 5).trajectories
    near = sketch_update(trajectory, 3, 5e-10)
    assert near is not None
    assert near.kinds == {GRADIENT, VELOCITY, STEP}
    far = sketch_update(trajectory, 3, 5.0)
    assert far is not None
    assert STEP not in far.kinds


def test_arrows_that_are_gone_leave_the_plot_and_come_back(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    click(page.surface_panel.chip("booth"))
    settle(qtbot, page)
    page.choose_method("sgd")
    stage = page.stage.surface_stage
    page.step_bar.go_last()
    assert "trail:sgd" in stage.plot.keys
    assert not [key for key in stage.plot.keys if key.startswith(("arrow", "square"))]
    assert not stage.arrows.entry(STEP).isVisible()
    QTest.keyClick(page.step_bar, Qt.Key.Key_Home)
    QTest.keyClick(page.step_bar, Qt.Key.Key_Right)
    assert "arrow:step" in stage.plot.keys
    assert stage.arrows.entry(STEP).isVisible()


def test_the_plot_draws_what_the_legend_has_switched_on(qtbot: QtBot, page: OptimizersPage) -> None:
    stage = page.stage.surface_stage
    page.step_bar.set_position(12)
    page.step_bar.position_changed.emit(12)
    assert {"arrow:gradient", "arrow:velocity", "arrow:step", "square:0"} <= set(stage.plot.keys)
    QTest.mouseClick(stage.arrows.entry(GRADIENT), Qt.MouseButton.LeftButton)
    assert "arrow:gradient" not in stage.plot.keys
    assert "arrow:step" in stage.plot.keys
    for action in stage.arrows.actions_of_kinds:
        action.setChecked(False)
    assert not [key for key in stage.plot.keys if key.startswith(("arrow", "square", "ahead "))]
    page.choose_method("nag")
    assert not stage.arrows.entry(SECOND).isVisible()
    assert stage.arrows.entry(AHEAD).isVisible()
    stage.arrows.entry(AHEAD).click()
    assert "ahead point" in stage.plot.keys


def test_at_step_0_there_are_no_arrows(page: OptimizersPage) -> None:
    page.step_bar.go_first()
    assert page.stage.surface_stage.sketch is None
    assert not [key for key in page.stage.surface_plot.keys if key.startswith("arrow")]


def test_the_terms_are_gone_through_one_by_one(qtbot: QtBot, page: OptimizersPage) -> None:
    page.choose_method("momentum")
    page.step_bar.set_position(3)
    page.step_bar.position_changed.emit(3)
    back, forward = page.update_card.term_actions
    card = page.update_card.worked
    assert card.shown is None
    forward.trigger()
    assert page.update_card.lit_term == "gradient"
    assert card.title == "1 of 4: gradient"
    forward.trigger()
    assert card.shown is not None
    assert card.shown.formula == r"v \leftarrow \gamma \cdot v - \eta \cdot g"
    sketch = page.stage.surface_stage.sketch
    assert sketch is not None
    assert sketch.lit == VELOCITY
    forward.trigger()
    forward.trigger()
    assert page.update_card.lit_term == "after"
    forward.trigger()
    assert page.step_bar.position == 4
    assert page.update_card.lit_term == "gradient"
    back.trigger()
    assert page.step_bar.position == 3
    assert page.update_card.lit_term == "after"


def test_a_term_asked_for_by_key_is_seen_in_a_column_that_was_folded(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    page.step_bar.set_position(3)
    page.columns.toggle("right")
    settle(qtbot, page)
    assert not page.update_card.isVisible()
    page.update_card.term_actions[1].trigger()
    settle(qtbot, page)
    assert page.update_card.worked.isVisible()
    assert page.update_card.lit_term == "gradient"


def test_before_the_first_step_the_table_shows_the_point_that_it_starts_from(
    page: OptimizersPage,
) -> None:
    page.step_bar.set_position(0)
    page.step_bar.position_changed.emit(0)
    start = tuple(format_result(number, 4) for number in page.model.setup.start)
    assert page.update_card.number_text("after") == start
    assert page.update_card.number_text("before") == ("—", "—")
    assert page.update_card.note


def test_a_click_on_a_row_lights_its_term(qtbot: QtBot, page: OptimizersPage) -> None:
    page.update_card.light("second_corrected")
    assert page.update_card.worked.title == "5 of 7: second moment, corrected"
    assert page.stage.surface_stage.sketch is not None
    assert page.stage.surface_stage.sketch.lit == SECOND
    page.update_card.light("second_corrected")
    assert page.update_card.lit_term == ""
    assert page.update_card.worked.shown is None


def test_from_step_0_the_first_term_is_that_of_the_first_step(page: OptimizersPage) -> None:
    page.step_bar.go_first()
    page.update_card.light_next()
    assert page.step_bar.position == 1
    assert page.update_card.lit_term == "gradient"


def test_what_treats_the_gradient_is_a_term_of_its_own(qtbot: QtBot, page: OptimizersPage) -> None:
    page.choose_method("momentum")
    page.update_card.light("velocity")
    click(page.conditions_panel.condition("weight_decay").box)
    settle(qtbot, page)
    page.step_bar.set_position(3)
    page.step_bar.position_changed.emit(3)
    card = page.update_card
    assert card.lit_term == "velocity"
    card.light("slope")
    assert card.worked.title == "1 of 6: slope of the surface"
    sketch = page.stage.surface_stage.sketch
    assert sketch is not None
    assert sketch.lit == GRADIENT
    assert sketch.labels[GRADIENT][0].startswith("−∇f")
    result = page.model.result
    assert result is not None
    trajectory = result.trajectory("momentum")
    assert trajectory is not None
    x, _ = trajectory.points[2]
    assert card.number_text("slope")[0] == format_result(trajectory.gradients[2][0], 4)
    assert card.number_text("weight_decay pull")[0] == format_result(5e-4 * x, 4)
    click(page.conditions_panel.condition("weight_decay").box)
    settle(qtbot, page)
    assert card.lit_term == ""
    card.light("gradient")
    assert card.worked.title == "1 of 4: gradient"


def test_a_small_step_leads_to_another_number(qtbot: QtBot, page: OptimizersPage) -> None:
    click(page.surface_panel.chip("himmelblau"))
    for field, number in zip(page.run_panel.start_fields, "32", strict=True):
        type_number(field, number)
    page.choose_method("sgd")
    decay = page.conditions_panel.condition("weight_decay")
    click(decay.box)
    type_number(decay.form.field("weight_decay"), "0.01")
    settle(qtbot, page)
    page.step_bar.go_first()
    page.update_card.light_next()
    card = page.update_card
    # A minimum: what moves the point is the decay alone, by 0.01·0.01·(3, 2).
    assert card.number_text("slope") == ("0", "0")
    assert card.number_text("step") == ("−0.0003", "−0.0002")
    assert card.number_text("before") == ("3", "2")
    assert card.number_text("after") == ("2.9997", "1.9998")

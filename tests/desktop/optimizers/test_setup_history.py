"""Undo and redo of everything that is set; a drag is one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.race.race_model import RaceModel
from desktop.optimizers.race.setup_history import SetupHistory
from tests.desktop.optimizers.hands import click
from tests.support.settling import settle


class Clock:
    """A clock that stands until it is set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_every_kind_of_change_is_taken_back_and_made_again(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    first = page.model.setup
    edits, history = page.edits, page.keeping.history
    assert not history.actions.undo.isEnabled()
    changes: list[Callable[[], None]] = [
        lambda: edits.set_start(0.5, 0.5),
        lambda: edits.set_steps(100),
        lambda: edits.set_goal(0.1),
        lambda: edits.set_rate("adam", 0.2),
        lambda: edits.set_taking_part("sgd", False),
        lambda: edits.set_variant("adam", "keras"),
        lambda: edits.set_conditions({}, {"clip_norm": {"limit": 2.0}}),
        lambda: edits.set_shared_rate(0.01),
        lambda: page.surface_panel.chip("beale").click(),
    ]
    setups = [first]
    for change in changes:
        change()
        setups.append(page.model.setup)
    for setup in reversed(setups[:-1]):
        history.actions.undo.trigger()
        assert page.model.setup == setup
    assert not history.actions.undo.isEnabled()
    for setup in setups[1:]:
        history.actions.redo.trigger()
        assert page.model.setup == setup
    settle(qtbot, page)


def test_a_drag_is_one_step_and_a_later_one_another(qtbot: QtBot) -> None:
    clock, owner = Clock(), QObject()
    model = RaceModel("ravine", owner)
    history = SetupHistory(model, owner, clock)
    first = model.setup

    def drag(*places: float) -> None:
        for place in places:
            clock.now += 0.1
            model.set_setup(model.setup.with_settings(
                "sgd", {**model.setup.settings_of("sgd"), "learning_rate": place}
            ))  # fmt: skip

    drag(0.02, 0.03, 0.04)
    dragged = model.setup
    clock.now += 5.0
    drag(0.05, 0.06)
    assert len(history.steps.made) == 2
    history.undo()
    assert model.setup == dragged
    history.undo()
    assert model.setup == first
    shut_down(model)


def test_new_forgets_the_changes(qtbot: QtBot, page: OptimizersPage) -> None:
    page.edits.set_start(0.5, 0.5)
    click(page.surface_panel.chip("beale"))
    page.keeping.files.new()
    settle(qtbot, page)
    assert page.model.setup.surface == "rosenbrock"
    assert page.model.setup.start == (-2.0, 2.0)
    assert not page.keeping.history.actions.undo.isEnabled()

"""The optimizers' situations: races, basins, sweeps, one update taken apart, own surfaces."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.optimizers.page import OptimizersPage
from engine.races.own_surface import OwnKind
from tests.screenshots.hands import click, type_number, type_text
from tests.screenshots.stage import Stage

RACE_STEP = 160
# Early on Adam's steps are long enough for arrows, and its two moments differ.
UPDATE_STEP = 6
# Later nobody moves any more.
OWN_STEP = 12
_TERM = "first_corrected"
_FORMULA = "sin(x)*cos(y) + (x**2 + y**2)/20"
# Rosenbrock's slopes throw SGD out of the valley with this one.
_TOO_LARGE = "0.01"


def show_race(stage: Stage) -> None:
    """Play the race down Rosenbrock from its start and pause it under way."""
    _race_to(stage, RACE_STEP)


def show_in_space(stage: Stage) -> None:
    """Pause the race under way and look at the surface in space."""
    page = _race_to(stage, RACE_STEP)
    page.stage.surface_stage.switch.actions_by_name["space"].trigger()


def show_basins(stage: Stage) -> None:
    """Ask which of Himmelblau's minima Adam comes to from each start."""
    page = _surface(stage, "himmelblau")
    click(page.centre.switch.button("basins"))


def show_sweep(stage: Stage) -> None:
    """Try every learning rate on Rosenbrock."""
    page = _page(stage)
    click(page.centre.switch.button("sweep"))


def show_update(stage: Stage) -> None:
    """Take one step of Adam apart, up to a term, with its arrows drawn."""
    page = _race_to(stage, UPDATE_STEP)
    click(page.method_list.button("adam"))
    next_term = page.update_card.term_actions[1]
    while page.update_card.lit_term != _TERM:
        next_term.trigger()


def show_distance(stage: Stage) -> None:
    """Plot how far each method is from the minimum."""
    page = _race_to(stage, RACE_STEP)
    click(page.stage.progress.switch.button("distance"))


def show_rate(stage: Stage) -> None:
    """Plot the effective rate of RMSProp."""
    page = _race_to(stage, RACE_STEP)
    click(page.method_list.box("rmsprop"))
    click(page.method_list.button("rmsprop"))
    click(page.stage.progress.switch.button("rate"))


def show_formula(stage: Stage) -> None:
    """Race down a formula that was typed in."""
    page = _page(stage)
    click(page.surface_panel.own.chip(OwnKind.FORMULA))
    stage.settle()
    type_text(page.surface_panel.own.formula.edit, _FORMULA)
    stage.settle()
    page.setFocus()
    _play_to(stage, page, OWN_STEP)


def show_table(stage: Stage) -> None:
    """Race down the cost of a line through the samples of a small table."""
    page = _page(stage)
    click(page.surface_panel.own.chip(OwnKind.TABLE))
    stage.settle()
    _play_to(stage, page, OWN_STEP)


def show_diverged(stage: Stage) -> None:
    """Give SGD a rate that is too large for Rosenbrock."""
    page = _page(stage)
    click(page.method_list.button("sgd"))
    type_number(page.method_panel.form.field("learning_rate"), _TOO_LARGE)


def _page(stage: Stage) -> OptimizersPage:
    stage.start_anew("optimizers", stage.window.width(), stage.window.height())
    page = stage.page
    assert isinstance(page, OptimizersPage)
    return page


def _surface(stage: Stage, name: str) -> OptimizersPage:
    page = _page(stage)
    click(page.surface_panel.chip(name))
    stage.settle()
    return page


def _race_to(stage: Stage, step: int) -> OptimizersPage:
    page = _page(stage)
    _play_to(stage, page, step)
    return page


def _play_to(stage: Stage, page: OptimizersPage, step: int) -> None:
    stage.press(Qt.Key.Key_Home)
    stage.press(Qt.Key.Key_Space)
    stage.wait_until(lambda: page.step_bar.position >= step)
    stage.press(Qt.Key.Key_Space)
    # A slow machine plays on a little; every picture shows the same step.
    while page.step_bar.position > step:
        stage.press(Qt.Key.Key_Left)


SITUATIONS: dict[str, Callable[[Stage], None]] = {
    "optimizers-race": show_race,
    "optimizers-3d": show_in_space,
    "optimizers-basins": show_basins,
    "optimizers-sweep": show_sweep,
    "optimizers-update": show_update,
    "optimizers-distance": show_distance,
    "optimizers-rate": show_rate,
    "optimizers-formula": show_formula,
    "optimizers-table": show_table,
    "optimizers-diverged": show_diverged,
}

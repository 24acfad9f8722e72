"""Variants, schedules, treatments and rates: each changes the paths at once, or says why not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.races.race_setup import default_setup
from tests.desktop.optimizers.hands import click, trail, type_number
from tests.support.cases import case
from tests.support.settling import settle


def test_a_rule_can_be_written_as_a_framework_writes_it(qtbot: QtBot, page: OptimizersPage) -> None:
    page.choose_method("adagrad")
    before = trail(page, "adagrad")
    box = page.method_panel.variant_box
    assert box.names == ["course", "pytorch", "optax"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(qtbot, page)
    assert page.model.setup.variants == {"adagrad": "pytorch"}
    assert not np.array_equal(trail(page, "adagrad"), before)
    values = page.method_panel.form.values()
    assert values["learning_rate"] == 0.5
    assert values["epsilon"] == OPTIMIZERS["adagrad"].in_variant("pytorch").settings[1].default
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle(qtbot, page)
    np.testing.assert_array_equal(trail(page, "adagrad"), before)
    page.choose_method("sgd")
    assert not box.isVisibleTo(page)


def test_schedules_and_treatments_reach_every_method_as_the_engine_runs_them(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    cosine = page.conditions_panel.condition("cosine")
    noise = page.conditions_panel.condition("gradient_noise")
    click(cosine.box)
    click(noise.box)
    type_number(noise.form.field("seed"), "7")
    settle(qtbot, page)
    setup = page.model.setup
    assert setup.treatments["gradient_noise"]["seed"] == 7
    run = Run(
        OPTIMIZERS["nag"], setup.settings_of("nag"), (Scheduled(SCHEDULES["cosine"]),),
        (Treated(TREATMENTS["gradient_noise"], {"seed": 7}),),
    )  # fmt: skip
    (expected,) = race(page.model.function, [run], setup.start, setup.steps).trajectories
    np.testing.assert_array_equal(trail(page, "nag"), expected.points)
    click(cosine.box)
    click(noise.box)
    settle(qtbot, page)
    assert page.model.setup == default_setup("rosenbrock")


def test_tab_leads_through_settings_that_are_made_late_where_they_stand(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    noise = page.conditions_panel.condition("gradient_noise")
    click(noise.box)
    settle(qtbot, page)
    stops = in_tab_order(page)
    names = list(TREATMENTS)
    following = page.conditions_panel.condition(names[names.index("gradient_noise") + 1]).box
    edits = [noise.form.field(item.name).edit for item in TREATMENTS["gradient_noise"].settings]
    places = [stops.index(stop) for stop in (noise.box, *edits, following)]
    assert places == sorted(places)
    assert places[1] == places[0] + 1


def in_tab_order(page: OptimizersPage) -> list[QWidget]:
    """Return what Tab comes to on a page, from its beginning."""
    stops: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def test_every_condition_can_be_switched_on(qtbot: QtBot, page: OptimizersPage) -> None:
    before = page.model.setup
    for name in (*SCHEDULES, *TREATMENTS):
        if name == "constant":
            continue
        with case(name):
            part = page.conditions_panel.condition(name)
            click(part.box)
            settle(qtbot, page)
            assert name in {**page.model.setup.schedules, **page.model.setup.treatments}
            assert part.form.isVisibleTo(page.conditions_panel)
            assert part.box.toolTip()
            click(part.box)
            settle(qtbot, page)
            assert page.model.setup == before


def test_a_wrong_rate_is_explained_where_it_was_typed_and_the_old_one_stays(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    before = page.model.setup
    field = page.method_panel.form.field("learning_rate")
    for text in ("0", "-1", "1e9", "fast", ""):
        with case(text):
            type_number(field, text)
            settle(qtbot, page)
            assert field.problem
            assert field.problem_label.isVisibleTo(page.method_panel)
            assert field.value == 0.7
            assert page.model.setup == before


def test_rates_are_kept_for_each_method_and_surface(qtbot: QtBot, page: OptimizersPage) -> None:
    page.edits.set_rate("adam", 0.123)
    page.edits.set_rate("sgd", 0.0001)
    click(page.surface_panel.chip("beale"))
    settle(qtbot, page)
    assert page.model.setup.settings_of("adam")["learning_rate"] == 0.1
    click(page.surface_panel.chip("rosenbrock"))
    settle(qtbot, page)
    assert page.model.setup.settings_of("adam")["learning_rate"] == 0.123
    assert page.model.setup.settings_of("sgd")["learning_rate"] == 0.0001


def test_what_cannot_be_raced_is_told_and_the_next_can(qtbot: QtBot, page: OptimizersPage) -> None:
    setup = page.model.setup
    with qtbot.waitSignal(page.reported) as told:
        page.model.set_setup(replace(setup, steps=0))
    settle(qtbot, page)
    assert "at least 1 step" in told.args[0]
    page.model.set_setup(replace(setup, steps=50))
    settle(qtbot, page)
    assert len(trail(page, "sgd")) == 51


def test_the_standings_are_copied_as_a_spreadsheet_pastes_them(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    with qtbot.waitSignal(page.reported) as told:
        click(page.table.copy_button)
    assert "on the clipboard" in told.args[0]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["method", "rate", "loss", "steps to 0.01"]
    assert len(lines) == 8
    assert page.table.copy_action in dict(page.menu_actions())["Race"]

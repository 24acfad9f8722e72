"""The Optimizers page at the ends of the number range: nothing breaks, and what it says is so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from engine.errors import EngineError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.treatments import TREATMENTS
from engine.races.own_surface import FormulaSource, OwnKind, TableSource
from engine.races.preparation import prepare
from engine.surfaces.catalog import SURFACES
from engine.surfaces.surface import Box
from tests.desktop.optimizers.hands import choose_own, type_formula, type_number
from tests.support.cases import case, shares
from tests.support.extremes import paint, paint_whole, sound

FORMULAS = (
    "1e300*x*y", "-exp(x**2)", "1e308*x", "1e308*x + 1e308*y", "exp(exp(x))*y", "x*1e-310",
    "1e-320*(x**2 + y**2)", "1/x + y", "log(x) + y", "0*x*y", "x**2 + y**2 + 1e16",
    "exp(1e3*x) + y", "1e154*x**2 - y", "-5e-324*x*y",
)  # fmt: skip
VIEWS = (
    Box(-4.0, 4.0, -4.0, 4.0), Box(-1e-99, 1e-99, -1e-99, 1e-99), Box(-1e99, 1e99, -1e99, 1e99),
    Box(1e6, 1e6 + 1e-2, 0.0, 1.0),
)  # fmt: skip
RATES = (5e-324, 1e-300, 1e-6, 10.0, 1e300)


def settled(qtbot: QtBot, page: OptimizersPage) -> None:
    qtbot.waitUntil(page.is_settled, timeout=30_000)


def look(qtbot: QtBot, page: OptimizersPage) -> None:
    """Paint the page at some steps, from above and in space, with every plot of the progress."""
    settled(qtbot, page)
    progress = page.stage.progress
    for place, step in enumerate((page.step_bar.last, 0, 1, 2)):
        page.step_bar.set_position(step)
        progress.log_box.setChecked(bool(place % 2))
        progress.view_actions[place % 3].trigger()
        paint(page)
    for action in (page.stage.view_actions[1], page.stage.view_actions[0]):
        action.trigger()
        settled(qtbot, page)
        paint(page)
    paint_whole(page)


@pytest.mark.parametrize("texts", shares(FORMULAS, 3))
def test_formulas_of_every_size_are_drawn_in_every_view(
    qtbot: QtBot, page: OptimizersPage, texts: Sequence[str]
) -> None:
    for text in texts:
        draw_in_every_view(qtbot, page, text)


def draw_in_every_view(qtbot: QtBot, page: OptimizersPage, text: str) -> None:
    """Race on a formula near and far."""
    other = VIEWS[1 + FORMULAS.index(text) % (len(VIEWS) - 1)]
    for view in (VIEWS[0], other):
        with sound(qtbot, f"{text} in {view}"):
            try:
                *_, own = prepare(FormulaSource(text, view))
            except EngineError:
                # Nothing of it is a number there, which is a sentence elsewhere.
                continue
            assert own is not None
            page.model.choose_own(own)
            for method in ("sgd", "adam"):
                page.choose_method(method)
            look(qtbot, page)


def test_steps_that_have_become_denormal_are_drawn_and_worked_out(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    choose_own(qtbot, page, OwnKind.FORMULA)
    type_formula(page, "x**2 + y**2")
    settled(qtbot, page)
    page.choose_method("sgd")
    page.model.set_setup(
        replace(page.model.setup, steps=1000).with_settings("sgd", {"learning_rate": 0.3})
    )
    settled(qtbot, page)
    result = page.model.result
    assert result is not None
    trajectory = result.trajectory("sgd")
    assert trajectory is not None
    small = [step for step, loss in enumerate(trajectory.losses.tolist()) if loss < 1e-300]
    for step in range(small[0], small[0] + 60, 3):
        with sound(qtbot, f"step {step}"):
            page.step_bar.set_position(step)
            paint_whole(page)


@pytest.mark.long
@pytest.mark.parametrize("surfaces", shares(sorted(SURFACES), 5))
def test_every_surface_takes_every_rate_and_treatment(
    qtbot: QtBot, page: OptimizersPage, surfaces: Sequence[str]
) -> None:
    for surface in surfaces:
        with case(surface):
            take_every_rate_and_treatment(qtbot, page, surface)


def take_every_rate_and_treatment(qtbot: QtBot, page: OptimizersPage, surface: str) -> None:
    """Race on a surface at the ends of all that can be set."""
    page.model.choose_surface(surface)
    page.model.set_setup(replace(page.model.setup, steps=60, racing=frozenset(OPTIMIZERS)))
    for rate in RATES:
        with sound(qtbot, f"rate {rate}"):
            page.edits.set_shared_rate(rate)
            settled(qtbot, page)
            paint(page)
            page.step_bar.set_position(3)
            paint_whole(page)
    page.edits.set_shared_rate(None)
    for name, treatment in TREATMENTS.items():
        for end in ("minimum", "maximum"):
            with sound(qtbot, f"{name} at its {end}"):
                values = {
                    item.name: item.default if item.integer else getattr(item, end)
                    for item in treatment.settings
                }
                page.edits.set_conditions({}, {name: values})
                settled(qtbot, page)
                paint_whole(page)
    page.edits.set_conditions({}, {})
    for start in ((1e6, -1e6), (5e-324, 0.0), (1e-310, -0.0)):
        with sound(qtbot, f"start {start}"):
            page.edits.set_start(*start)
            settled(qtbot, page)
            page.step_bar.set_position(1)
            paint_whole(page)


def test_a_view_zoomed_as_far_as_it_goes_is_drawn(qtbot: QtBot, page: OptimizersPage) -> None:
    box = page.stage.surface_plot.canvas.getViewBox()
    for factor in (1e-3, 1e-12, 1e-20, 1e10, 1e40, 1e80):
        with sound(qtbot, f"zoom by {factor}"):
            box.scaleBy((factor, factor))
            settled(qtbot, page)
            paint_whole(page)


@pytest.mark.parametrize(
    "samples",
    [
        ((0.0, 1e6), (1.0, -1e6)),
        ((1e-310, 1.0), (2e-310, 2.0)),
        ((0.0, 5e-324), (1.0, 1e-320)),
        ((-1e6, 0.0), (1e6, 0.0)),
        ((1e6, 1.0), (1e6 + 1e-9, 2.0)),
    ],
)
def test_tables_of_tiny_and_huge_numbers_are_fitted(
    qtbot: QtBot, page: OptimizersPage, samples: tuple[tuple[float, float], ...]
) -> None:
    with sound(qtbot, f"{samples}"):
        try:
            *_, own = prepare(TableSource(samples))
        except EngineError:
            return
        assert own is not None
        page.model.choose_own(own)
        look(qtbot, page)


def test_a_start_without_a_value_says_so_and_draws_nothing_else(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    told: list[str] = []
    page.reported.connect(lambda text, _severity: told.append(text))
    choose_own(qtbot, page, OwnKind.FORMULA)
    type_formula(page, "log(x) + y**2")
    settled(qtbot, page)
    page.edits.set_start(-1.0, 0.0)
    look(qtbot, page)
    assert "has no value at the start (-1, 0)" in told[-1]
    result = page.model.result
    assert result is not None
    assert {trajectory.steps for trajectory in result.race.trajectories} == {0}


def test_a_view_too_narrow_to_be_drawn_is_refused_in_a_sentence(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    choose_own(qtbot, page, OwnKind.FORMULA)
    formula = page.surface_panel.own.formula
    before = page.model.setup
    type_number(formula.view_field("left"), "1")
    type_number(formula.view_field("right"), "1.0000000000000002")
    assert "too narrow to be drawn" in formula.problem
    settled(qtbot, page)
    assert page.model.setup.own is None or page.model.setup.own.record.view.is_resolved
    assert before.own is not None

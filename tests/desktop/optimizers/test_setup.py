"""The setup as a value, and the looks of the methods."""

from __future__ import annotations

from dataclasses import replace

from desktop.optimizers.race.method_look import look_of
from desktop.optimizers.race.race_setup import RaceResult, default_setup, run_race
from desktop.widgets.formulas.line_breaking import broken
from engine.optimizers.catalog import OPTIMIZERS
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface

COURSE = [name for name, optimizer in OPTIMIZERS.items() if optimizer.in_course]


def test_the_default_race_has_the_methods_of_the_course_at_rates_that_suit_the_surface() -> None:
    for name, surface in SURFACES.items():
        setup = default_setup(name)
        assert setup.start == tuple(surface.start)
        assert [run.optimizer.name for run in setup.runs()] == COURSE
        for run in setup.runs():
            stored = surface.settings_for(run.optimizer.name)
            assert {key: run.settings[key] for key in stored} == dict(stored)


def test_a_shared_rate_replaces_every_rate_and_gives_them_back() -> None:
    own = default_setup("beale")
    shared = replace(own, shared_rate=0.02)
    assert {run.settings["learning_rate"] for run in shared.runs()} == {0.02}
    moved = shared.with_settings("adam", {**shared.settings_of("adam"), "learning_rate": 0.03})
    assert {run.settings["learning_rate"] for run in moved.runs()} == {0.03}
    assert replace(moved, shared_rate=None) == own


def test_only_those_that_take_part_race() -> None:
    setup = default_setup("ravine").with_racing("sgd", False).with_racing("adam", False)
    *_, result = run_race(replace(setup, steps=5), compile_surface(SURFACES["ravine"]))
    assert isinstance(result, RaceResult)
    assert result.trajectory("sgd") is None
    assert result.trajectory("nag") is not None
    assert len(result.race.trajectories) == len(COURSE) - 2


def test_no_two_methods_look_alike_and_colour_is_never_alone() -> None:
    looks = [look_of(name) for name in OPTIMIZERS]
    assert len({(look.style, look.symbol) for look in looks}) == len(looks)
    for tell in ("colour", "symbol", "glyph"):
        assert len({getattr(look, tell) for look in looks[:7]}) == 7


def test_a_long_formula_breaks_after_a_plus_outside_of_brackets() -> None:
    square = r"{\left(2.25 - x + x \cdot {y}^2\right)}^2"
    assert broken(f"{square} + {square}") == [f"{square} +", square]
    assert broken("a + b") == ["a + b"]

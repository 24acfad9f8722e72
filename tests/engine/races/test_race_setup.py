"""The setup of a race as a value, and what it makes run."""

from __future__ import annotations

from dataclasses import replace

from engine.optimizers.catalog import OPTIMIZERS
from engine.races.race_setup import RaceResult, default_setup, run_race
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


def test_every_variant_of_every_method_can_race() -> None:
    setup = default_setup("himmelblau")
    for method, optimizer in OPTIMIZERS.items():
        for variant in optimizer.variants:
            other = setup.with_variant(method, variant.name)
            assert other.optimizer(method).variant == variant.name
            assert other.with_racing(method, True).runs()
            assert other.with_variant(method, "").variants == {}


def test_settings_changed_by_hand_go_back_to_those_that_suit_the_surface() -> None:
    setup = default_setup("beale")
    changed = setup.with_settings("adam", {**setup.settings_of("adam"), "learning_rate": 0.5})
    assert changed != setup
    assert changed.with_tuned("adam") == setup
    assert changed.record is SURFACES["beale"]


def test_schedules_and_treatments_act_on_every_run() -> None:
    setup = replace(
        default_setup("beale"),
        schedules={"cosine": {"length": 50.0, "floor": 0.1}},
        treatments={"gradient_noise": {"variance": 0.5, "fading": 0.0, "seed": 3.0}},
    )
    for run in setup.runs():
        assert [item.schedule.name for item in run.schedules] == ["cosine"]
        assert [item.treatment.name for item in run.treatments] == ["gradient_noise"]

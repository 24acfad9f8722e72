"""A race as a lesson writes it down, what is known of it, and all that somebody has of races."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from engine.errors import EngineError, FileFormatError
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.opened_race import opened_race, state_of
from engine.races.own_surface import FormulaSource
from engine.races.preparation import prepare
from engine.races.race_facts import race_facts
from engine.races.race_file import RaceFile
from engine.races.race_file import to_json as race_json
from engine.races.race_setup import RaceResult, RaceSetup, default_setup, own_setup, run_race
from engine.races.race_work import RaceWork, read_work, to_json
from engine.surfaces.function import compile_surface
from engine.surfaces.surface import Box

RACING = ("sgd", "momentum", "adam")


def no_file(name: str) -> str:
    raise AssertionError(name)


def opened(**state: Any) -> RaceFile:
    *_, found = opened_race(state, no_file, RACING)
    assert found is not None
    return found


@cache
def own() -> RaceSetup:
    *_, made = prepare(FormulaSource("x**2 + y**2/2", Box(-1.0, 1.0, -2.0, 2.0)))
    assert made is not None
    return own_setup(made)


def raced(setup: RaceSetup) -> RaceResult:
    *_, result = run_race(setup, compile_surface(setup.record))
    assert isinstance(result, RaceResult)
    return result


def test_what_is_not_named_is_as_the_surface_has_it() -> None:
    found = opened(surface="beale")
    assert found.setups == (replace(default_setup("beale"), racing=frozenset(RACING)),)
    assert (found.method, found.step) == ("adam", 0)


def test_all_that_a_lesson_may_name() -> None:
    found = opened(
        surface="beale", start=[0.5, -0.25], steps=77, goal=0.5, racing=["sgd", "nag"],
        rates={"sgd": 0.001}, variants={"adam": "keras"}, settings={"momentum": {"momentum": 0.5}},
        schedules={"cosine": {"length": 50.0}}, treatments={"gradient_noise": {"seed": 3.0}},
        method="nag", position=12.0,
    )  # fmt: skip
    setup = found.setups[0]
    assert (setup.start, setup.steps, setup.goal) == ((0.5, -0.25), 77, 0.5)
    assert setup.racing == {"sgd", "nag"}
    assert setup.settings["sgd"]["learning_rate"] == 0.001
    assert setup.settings["momentum"]["momentum"] == 0.5
    assert setup.variants == {"adam": "keras"}
    assert setup.schedules["cosine"]["length"] == 50.0
    assert setup.treatments["gradient_noise"]["seed"] == 3.0
    assert (found.method, found.step) == ("nag", 12)
    # What was taken of it opens the same.
    assert opened(**state_of(found, RACING)) == found


def test_a_formula_and_its_plane_are_a_surface() -> None:
    found = opened(formula="x**2 + y**2/2", view=[-1, 1, -2, 2], start=[1, 1])
    assert found.setups == (replace(own(), racing=frozenset(RACING), start=(1.0, 1.0)),)
    state = state_of(found, RACING)
    assert state.keys() == {"record"}
    assert opened(**state) == found


def test_a_file_beside_the_lesson_is_read() -> None:
    content = RaceFile((default_setup("beale"), own()), "sgd", 3)
    files = {"a.json": race_json(content)}
    *_, found = opened_race({"file": "a.json"}, files.__getitem__, RACING)
    assert found == content


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"surface": "moon"}, "“moon” is none of"),
        ({"surface": 3}, "surface should be a text"),
        ({"start": [1]}, "start should hold 2 numbers"),
        ({"start": [1, float("nan")]}, "start › 2 should be a finite number"),
        ({"steps": 0}, "“steps” takes a number from 1 to"),
        ({"position": 1e6}, "“position” takes a number from 0"),
        ({"racing": ["newton"]}, "“newton” is none of"),
        ({"rates": {"newton": 1}}, "“newton” is none of"),
        ({"rates": {"sgd": 1e9}}, "must lie between"),
        ({"shared_rate": -1}, "must lie between"),
        ({"settings": {"sgd": {"sharpness": 1}}}, "sharpness"),
        ({"schedules": {"soon": {}}}, "“soon”"),
        ({"formula": "x +"}, "formula"),
        ({"formula": "x*y", "view": [1, 0, 0, 1]}, "view is empty"),
        ({"method": "newton"}, "“newton” is none of"),
        ({"record": "x"}, "not JSON"),
    ],
)
def test_what_cannot_be_is_refused_by_its_key(state: dict[str, Any], words: str) -> None:
    with pytest.raises(EngineError) as caught:
        opened(**state)
    assert words in caught.value.sentence


def test_what_is_known_of_a_race() -> None:
    setup = opened(surface="beale", rates={"sgd": 10.0}).setups[0]
    result = raced(setup)
    facts = {name: fact() for name, fact in race_facts(setup, result, 5).items()}
    adam = result.trajectory("adam")
    assert adam is not None
    assert (facts["x_adam"], facts["y_adam"]) == tuple(adam.points[5])
    assert facts["loss_adam"] == adam.losses[5]
    assert facts["steps_to_goal_adam"] == adam.steps_to(setup.goal)
    assert (facts["diverged_sgd"], facts["diverged_adam"]) == (1.0, 0.0)
    assert facts["ended_at_sgd"] is not None
    assert (facts["rate_sgd"], facts["racing_sgd"], facts["racing_nag"]) == (10.0, 1.0, 0.0)
    assert facts["x_nag"] is None
    assert (facts["start_x"], facts["position"]) == (setup.start[0], 5.0)
    before = {name: fact() for name, fact in race_facts(setup, None, 0).items()}
    assert before.keys() == facts.keys()
    assert before["x_adam"] is None


def work() -> RaceWork:
    first, moved = default_setup("beale"), replace(default_setup("beale"), start=(0.5, 0.1 + 0.2))
    saved = RaceFile((first,), "sgd", 3)
    edits = ((first, moved), (moved, own()), (own(), replace(own(), steps=9)))
    content = RaceFile((moved, own()), "adam", 7)
    return RaceWork(content, saved, "/home/한글/a.wiregrad-race", (5, 2**60, 7), edits, 2, None)


def read(text: str) -> RaceWork:
    *_, found = read_work(text)
    assert found is not None
    return found


def test_races_with_file_and_history_are_read_back_equal() -> None:
    found = read(to_json(work()))
    assert found == work()
    assert to_json(found) == to_json(work())
    # Steps that raced on one surface share it, so that it is prepared once.
    assert found.edits[1][1].own is found.edits[2][0].own


def damaged(**changes: Any) -> str:
    return json.dumps({**json.loads(to_json(work())), **changes})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        (race_json(RaceFile((default_setup("beale"),), "sgd", 0)), "its format should be"),
        (damaged(version=2), "newer Wiregrad (format 2"),
        (damaged(setups=[]), "it has no setups"),
        (damaged(index=9), "index should be a whole number from 0 to 3"),
        (damaged(edits=[[1]]), "edits should be a list"),
        (damaged(edits=[[1, 99]]), "edits › 1 › 2 should be a whole number from 1 to"),
        (damaged(content=3), "content should be a group of named entries"),
        (damaged(stamp=[1, 2]), "stamp should be a list"),
        (damaged(path=3), "path should be a text"),
    ],
)
def test_damaged_work_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(FileFormatError) as caught:
        list(read_work(text))
    assert words in caught.value.sentence


def test_every_method_is_known() -> None:
    assert all(f"loss_{method}" in race_facts(own(), None, 0) for method in OPTIMIZERS)

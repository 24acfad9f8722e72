"""A training as a lesson writes it down, and what is known of it by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.training.analysis.first_solved import Solved, first_solved
from engine.training.analysis.run_facts import run_facts
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.recording import Recording
from engine.training.run.loop import started
from engine.training.run.moment import moment_of
from engine.training.run.opened import opened_training, state_of
from engine.training.run.record_writing import to_json
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import Part, TrainingRecord
from tests.engine.training.test_training_record import possible

FIRST = TrainingSetup(TrainingRun(seed=7))


def no_file(name: str) -> str:
    raise AssertionError(name)


def opened(**state: Any) -> TrainingRecord:
    return opened_training(state, no_file, FIRST)


def test_what_is_not_named_is_as_at_first() -> None:
    assert opened().setup == FIRST
    # Not those of another page: hooks read what else stands in a state.
    assert opened(picture="boundary", hide=["setup"]).setup == FIRST


def test_data_bring_their_own_ends_unless_others_are_named() -> None:
    found = opened(data="or", layers=[2.0, 1.0], seed=3.0)
    assert (found.run.data, found.run.layers, found.run.seed) == ("or", (2, 1), 3)
    assert found.run.loss == "binary_cross_entropy"
    line = opened(data="line").run
    assert (line.loss, line.output, line.layers[0]) == ("mean_squared_error", "identity", 1)


def test_numbers_come_from_formulas() -> None:
    found = opened(
        layers=np.array([2.0, 3.0, 1.0]),
        rate=0.25,
        epoch=20.0,
        batch_size=2.0,
        schedules={"cosine": {"length": 50.0}},
        stopping={"epochs": 30.0, "when_solved": False},
        weights={"x1h1": 0.1 + 0.2, "b_p": -1.0},
    )
    assert found.run.optimizer_settings["learning_rate"] == 0.25
    assert found.run.layers == (2, 3, 1)
    # Two steps see all four samples.
    assert (found.steps, found.position) == (40, 40)
    assert (found.stopping.epochs, found.stopping.when_solved) == (30, False)
    parameters = found.parts[0].parameters
    assert parameters is not None
    drawn = found.run.network.start
    assert (parameters[0], parameters[-1]) == (0.1 + 0.2, -1.0)
    assert parameters[1:-1].tolist() == drawn[1:-1].tolist()


def test_own_points_stand_in_rows() -> None:
    found = opened(samples=[[0.0, 0.5, 0], [1.0, 0.25, 1], [2.0, 1.0, 1]]).run
    assert found.samples is not None
    assert found.samples.inputs.tolist() == [[0.0, 0.5], [1.0, 0.25], [2.0, 1.0]]
    assert found.samples.labels.tolist() == [0, 1, 1]


def test_a_file_beside_the_lesson_is_read() -> None:
    parts = (Part(0, FIRST.run), Part(5, FIRST.run.changed(l2=0.1)))
    text = to_json(TrainingRecord(parts, steps=9, position=7))
    found = opened_training({"file": "a.json"}, {"a.json": text}.__getitem__, FIRST)
    assert to_json(found) == text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"layers": [2, "many", 1]}, "layers › 2 should be a whole number"),
        ({"layers": 3}, "layers should be a list, and is a number"),
        ({"layers": [2, 500, 1]}, "1 to 64"),
        ({"data": "moon"}, "“moon”"),
        ({"seed": -1}, "seed should be a whole number"),
        ({"seed": 0.5}, "seed should be a whole number"),
        ({"rate": "fast"}, "rate should be a finite number"),
        ({"rate": float("inf")}, "rate should be a finite number"),
        ({"stopping": {"soon": 1}}, "“soon” is none of when_solved, loss"),
        ({"weights": {"x9h9": 1}}, "“x9h9” is none of x1h1"),
        ({"epoch": 1e12}, "At most"),
        ({"schedules": {"soon": {}}}, "“soon”"),
        ({"record": "x"}, "not JSON"),
    ],
)
def test_what_cannot_be_is_refused_by_its_key(state: dict[str, Any], words: str) -> None:
    with pytest.raises(EngineError) as caught:
        opened_training(state, no_file, FIRST)
    assert words in caught.value.sentence


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_the_state_of_any_training_opens_the_same(data: st.DataObject) -> None:
    setup = possible(data)
    if setup is None:
        return
    content = TrainingRecord.of(setup, data.draw(st.integers(0, 50)))
    found = opened_training(state_of(content, FIRST), no_file, FIRST)
    assert to_json(found) == to_json(content)


def test_a_training_that_few_choices_do_not_tell_is_a_text() -> None:
    changed = (Part(0, FIRST.run), Part(5, FIRST.run.changed(l2=0.1)))
    typed = Part(0, FIRST.run, FIRST.run.network.start + 1.0)
    for content in (
        TrainingRecord(changed, steps=9, position=9),
        TrainingRecord((typed,)),
        replace(TrainingRecord.of(FIRST, 9), position=4),
    ):
        state = state_of(content, FIRST)
        assert state.keys() == {"record"}
        assert to_json(opened_training(state, no_file, FIRST)) == to_json(content)


def test_what_is_known_of_a_network_in_training() -> None:
    run = replace(FIRST.run, layers=(2, 1), data="or")
    parameters = np.array([3.0, -2.0, 0.5])
    record = started(run, parameters)
    facts = {name: fact() for name, fact in run_facts(run, record, moment_of(run, record)).items()}
    assert (facts["data"], facts["hidden_units"], facts["epoch"]) == ("or", 0.0, 0.0)
    assert (facts["weight_x1p"], facts["weight_x2p"], facts["bias_p"]) == (3.0, -2.0, 0.5)
    assert np.array_equal(np.asarray(facts["weights_1"]), [[3.0, -2.0]])
    # Of (0,0) (0,1) (1,0) (1,1) with sums 0.5, −1.5, 3.5, 1.5 the first two are wrong.
    assert (facts["right"], facts["accuracy"], facts["solved"]) == (2.0, 0.5, 0.0)
    assert facts["test_loss"] is None
    # Half of the difference of the losses at 1e−6 to either side.
    at = [started(run, parameters + np.array([0, 0, h])).loss for h in (1e-6, -1e-6)]
    assert facts["slope_b_p"] == pytest.approx((at[0] - at[1]) / 2e-6, rel=1e-6)
    assert facts["mean_prediction"] == pytest.approx(float(record.predictions.mean()))


def advanced(recording: Recording, *counts: int) -> Recording:
    trainer = FastTrainer(recording.run, accelerated=False)
    for count in counts:
        recording = recording.extended([trainer.advance(recording.last, count)])
    return recording


def test_when_it_was_solved_does_not_depend_on_the_portions() -> None:
    begun = Recording.begin(FIRST.run, is_fast=True)
    found = set()
    for counts, within in (((200,), (0, 200)), ((50,) * 4, (50, 100)), ((90, 2), (90, 92))):
        *_, solved = first_solved(advanced(begun, *counts), within)
        assert isinstance(solved, Solved)
        found.add((solved.step, solved.epochs))
    assert found == {(91, 91.0)}
    assert not advanced(begun, 90).last.is_solved
    assert advanced(begun, 91).last.is_solved


def test_a_training_that_was_changed_on_the_way_is_followed_as_it_went() -> None:
    changed = advanced(Recording.begin(FIRST.run, is_fast=True), 40)
    changed = changed.with_parameters(changed.last.parameters * 0.5)
    changed = advanced(changed.with_run(FIRST.run.changed(l2=0.001)), 400)
    *_, solved = first_solved(changed, (0, changed.last.step))
    assert solved is not None
    assert changed.at(solved.step).is_solved
    assert not changed.at(solved.step - 1).is_solved

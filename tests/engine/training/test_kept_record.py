"""What came of a training comes back from its file to the bit, and only where it belongs."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from engine.errors import FileFormatError
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.own import drawn_points
from engine.training.recording import Phase, Recording
from engine.training.run.kept_record import MOST_KEPT_NUMBERS
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Moment, epochs_of, moment_of
from engine.training.run.record_reading import read_training
from engine.training.run.record_writing import to_json
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import MOST_ENTRIES, RunList
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import (
    MOST_EDITS,
    Chosen,
    Edit,
    Edits,
    Kept,
    Part,
    TrainingRecord,
)

POINTS = drawn_points([[0.1, 0.2], [0.9, 0.3], [0.5, 0.8], [0.4, 0.4]], [0, 1, 2, 1])
RUNS = {
    "momentum": TrainingRun(seed=7).with_optimizer("momentum"),
    "adam, batches": replace(TrainingRun(seed=3, batch_size=2).with_optimizer("adam"), dropout=0.2),
    "a schedule that watches": TrainingRun(
        seed=1, schedules=(Scheduled(SCHEDULES["plateau"], {}),), test_share=0.25
    ),
    "own points": TrainingRun(
        samples=POINTS, layers=(2, 3, 3), output="softmax", loss="softmax_cross_entropy"
    ),
}


@cache
def trained(name: str) -> TrainingRecord:
    """Return a training of 40 steps: at 20 the rate was changed, at 40 weights were put in."""
    run = RUNS[name]
    other = run.changed(optimizer_settings={"learning_rate": 0.01})
    if name == "own points":
        # The memory is another rule's until the next step.
        other = run.with_optimizer("adam")
    recording = Recording.begin(run, is_fast=True)
    moments = [moment_of(run, recording.last)]
    epochs = []
    for run_now, steps in ((run, 20), (other, 20)):
        if run_now is not run:
            recording = recording.with_run(run_now)
            epochs.append(epochs_of(run_now, recording.last))
        trainer = FastTrainer(run_now, accelerated=False)
        for _ in range(steps):
            before = recording.last
            recording = recording.extended([trainer.advance(before, 1)])
            moments.append(moment_of(run_now, recording.last, before.parameters))
    put_in = np.array(recording.last.parameters) + 0.125
    recording = recording.with_parameters(put_in)
    epochs.append(epochs_of(other, recording.last))
    moments[-1] = moment_of(other, recording.last)
    before_it = recording.phases[-1].before
    assert before_it is not None
    kept = Kept(recording.records, tuple(moments), tuple(epochs), None, before_it[1])
    parts = tuple(Part(phase.step, phase.run, phase.parameters) for phase in recording.phases)
    return TrainingRecord(parts, steps=40, position=17, kept=kept, start=put_in)


def read(text: str) -> TrainingRecord:
    *_, found = read_training(text)
    assert found is not None
    return found


def bits(record: TrainingStep | Moment | None) -> list[bytes]:
    """Return every number of a record as it stands in memory."""
    if record is None:
        return []
    values = (getattr(record, item.name) for item in fields(record))
    return [
        b"".join(np.asarray(array).tobytes() for array in value)
        if isinstance(value, tuple)
        else value.encode()
        if isinstance(value, str)
        else np.asarray(value).tobytes()
        for value in values
    ]


@pytest.mark.parametrize("name", RUNS)
def test_what_came_of_a_training_comes_back_to_the_bit(name: str) -> None:
    content = trained(name)
    back = read(to_json(content))
    assert content.kept is not None
    assert back.kept is not None
    assert list(map(bits, back.kept.records)) == list(map(bits, content.kept.records))
    assert list(map(bits, back.kept.moments)) == list(map(bits, content.kept.moments))
    assert bits(back.kept.before) == bits(content.kept.before)
    assert back.kept.epochs == content.kept.epochs
    assert back.start is not None
    assert content.start is not None
    assert back.start.tobytes() == content.start.tobytes()
    assert to_json(back) == to_json(content)


@pytest.mark.parametrize("name", RUNS)
def test_it_goes_on_and_back_as_if_it_had_never_been_in_a_file(name: str) -> None:
    content = trained(name)
    back = read(to_json(content))
    found = []
    for each in (content, back):
        assert each.kept is not None
        phases = [Phase(part.step, part.run, part.parameters) for part in each.parts]
        recording = Recording(tuple(phases), each.kept.records[-1:], is_fast=True)
        trainer = FastTrainer(recording.run, accelerated=False)
        ends = each.kept.records[:1] + each.kept.records[-1:]
        sparse = replace(recording, records=ends)
        found.append([bits(trainer.advance(recording.last, 7)), bits(sparse.at(31))])
    assert found[0] == found[1]


def test_a_training_too_large_for_that_is_written_without_and_trained_again() -> None:
    content = trained("momentum")
    assert content.kept is not None
    newest = content.kept.records[-1]
    large = replace(newest, history=(0.5,) * MOST_KEPT_NUMBERS)
    kept = replace(content.kept, records=(*content.kept.records[:-1], large))
    assert "kept" not in json.loads(to_json(replace(content, kept=kept)))


def test_of_many_records_as_many_are_written_as_find_room() -> None:
    content = trained("momentum")
    assert content.kept is not None
    first, *_, last = content.kept.records
    wide = replace(last, predictions=np.zeros((30_000, 1)))
    many = tuple(replace(wide, step=step) for step in range(1, 41))
    kept = replace(content.kept, records=(first, *many))
    written = json.loads(to_json(replace(content, kept=kept)))
    steps = [item["counts"][0] for item in written["kept"]["records"]]
    assert steps[0] == 0
    assert steps[-1] == 40
    assert 5 <= len(steps) <= 12
    assert steps == sorted(set(steps))


Damage = Callable[[dict[str, Any]], object]
DAMAGES: dict[str, Damage] = {
    "a step too many": lambda kept: kept["records"][-1]["counts"].__setitem__(0, 41),
    "out of order": lambda kept: kept["records"].reverse(),
    "no records": lambda kept: kept["records"].clear(),
    "too few weights": lambda kept: kept["records"][3].update(parameters="AAAAAAAA8D8="),
    "no number": lambda kept: kept["records"][3].update(parameters="?"),
    "weights that are no numbers": lambda kept: kept["records"][0].update(
        parameters="AAAAAAAA+H8=" * 1
    ),
    "a memory too few": lambda kept: kept["records"][-1]["memory"].clear(),
    "too many counts": lambda kept: kept["records"][0]["counts"].append(0),
    "fewer moments than told": lambda kept: kept["moments"].__setitem__(0, 3),
    "no moments": lambda kept: kept["moments"].__setitem__(0, 0),
    "a shown step that is not shown": lambda kept: kept.update(shown=kept["records"][2]),
    "no record of the last change": lambda kept: kept.update(before=None),
    "epochs of a part too many": lambda kept: kept["epochs"].append(0.0),
    "a memory of another shape": lambda kept: kept["before"].update(memory=["AAAAAAAA8D8="]),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_does_not_belong_to_the_training_is_refused_with_its_place(damage: str) -> None:
    record = json.loads(to_json(trained("momentum")))
    DAMAGES[damage](record["kept"])
    with pytest.raises(FileFormatError) as caught:
        read(json.dumps(record))
    assert "kept" in caught.value.sentence


def test_what_an_edit_took_away_and_what_an_experiment_had_come_back_too() -> None:
    content = trained("own points")
    chosen = (Chosen("perceptron", (("rate", 0.25), ("data", "or"))), Chosen("seeds", ()))
    taken = replace(content, kept=None, what="reset")
    edits = Edits((Edit(taken, content.setup), Edit(chosen[0], chosen[1], "rate")), 1)
    back = read(to_json(replace(content, experiments=chosen, edits=edits)))
    assert back.experiments == chosen
    reset, rate = back.edits.made
    assert isinstance(reset.before, TrainingRecord)
    assert reset.before.is_same_work(replace(back, experiments=()))
    assert reset.before.what == "reset"
    assert (rate.before, rate.after) == chosen
    for damage in (("perceptron",), ("perceptron", [["rate"]]), ("perceptron", [["rate", 1, 2]])):
        record = json.loads(to_json(replace(content, experiments=chosen)))
        record["experiments"] = [damage]
        with pytest.raises(FileFormatError):
            read(json.dumps(record))


def test_the_runs_of_a_comparison_and_the_list_of_runs_come_back() -> None:
    content = trained("own points")
    first, second = content.run, content.run.changed(seed=99).with_optimizer("adam")
    compared = Chosen("compare", (("epochs", 40.0),), (("A", first), ("B", second)))
    swapped = replace(compared, runs=(("A", second), ("B", first)))
    log = RunList().with_run(first, 3, 0.1 + 0.2, 0.5).closed().with_run(second, 7, 1e-17, math.nan)
    edits = Edits((Edit(compared, swapped), Edit(log, log.cleared())), 2)
    given = replace(content, experiments=(swapped,), found=(compared,), log=log, edits=edits)
    text = to_json(given)
    back = read(text)
    assert to_json(back) == text
    assert [name for name, _ in back.experiments[0].runs] == ["A", "B"]
    assert [run.seed for _, run in back.experiments[0].runs] == [99, first.seed]
    assert [run.seed for _, run in back.found[0].runs] == [first.seed, 99]
    known = [(entry.number, entry.loss, entry.accuracy) for entry in back.log.entries]
    assert known == [(1, 0.1 + 0.2, 0.5), (2, 1e-17, None)]
    assert (back.log.count, back.log.is_open) == (2, True)
    # Each run and its samples stand there once, however often they are named.
    record = json.loads(text)
    alone = json.loads(to_json(content))
    assert (len(record["samples"]), len(record["runs"])) == (1, len(alone["runs"]) + 1)
    damages: dict[str, Callable[[Any], object]] = {
        "a run that is not there": lambda item: item["found"][0][2][0].__setitem__(1, 9),
        "a run without its name": lambda item: item["found"][0][2].__setitem__(0, ["A"]),
        "numbers that fall": lambda item: item["log"]["entries"][0].__setitem__(0, 2),
        "more runs than there were": lambda item: item["log"].update(count=1),
        "an entry too short": lambda item: item["log"]["entries"].__setitem__(0, [1, 1]),
        "no loss": lambda item: item["log"]["entries"][0].__setitem__(3, None),
    }
    for damage, change in damages.items():
        record = json.loads(text)
        change(record)
        with pytest.raises(FileFormatError) as caught:
            read(json.dumps(record))
        assert ("found" in caught.value.sentence) or ("log" in caught.value.sentence), damage


def test_a_list_of_runs_goes_on_counting_and_keeps_the_newest() -> None:
    run = TrainingRun()
    listed = RunList()
    for number in range(MOST_ENTRIES + 5):
        listed = listed.with_run(run, 1, 0.5, 1.0).with_run(run, number, 0.25, 1.0).closed()
    assert [listed.entries[0].number, listed.entries[-1].number] == [6, MOST_ENTRIES + 5]
    later = listed.cleared().with_run(run, 1, 0.5, math.nan)
    assert [(item.number, item.accuracy) for item in later.entries] == [(MOST_ENTRIES + 6, None)]
    # Undo brings back what was forgotten, and keeps what came since; so does redo.
    assert len(listed.with_later(later).entries) == MOST_ENTRIES
    assert listed.with_later(later).entries[-1] is later.entries[-1]
    assert listed.cleared().with_later(listed.with_later(later)).entries == later.entries


def test_what_else_was_tried_is_work_where_nothing_is_saved() -> None:
    first = TrainingRecord.of(TrainingSetup(TrainingRun()))
    tried = replace(first, log=RunList().with_run(first.run, 20, 0.1, 1.0))
    assert tried.is_same_work(first, but_steps=True)
    other = replace(first, log=tried.log.closed().with_run(first.run.changed(seed=3), 1, 0.5, 1.0))
    assert not other.is_same_work(first, but_steps=True)
    assert other.is_same_work(first)


def test_of_old_edits_those_are_left_out_that_need_too_much() -> None:
    content = trained("momentum")
    weights = [np.full(17, float(number)) for number in range(MOST_EDITS + 5)]
    made = tuple(Edit(one, other) for one, other in pairwise(weights))
    back = read(to_json(replace(content, edits=Edits(made, len(made)))))
    assert len(back.edits.made) == MOST_EDITS
    assert back.edits.index == MOST_EDITS


def test_the_same_work_is_told_from_other_work() -> None:
    content = trained("momentum")
    back = read(to_json(content))
    assert content.is_same_work(replace(content, position=3, views={"picture": "hidden"}))
    assert content.is_same_work(back)
    assert not content.is_same_work(replace(content, steps=39))
    assert content.is_same_work(replace(content, steps=39), but_steps=True)
    assert not content.is_same_work(replace(content, start=None))
    assert not content.is_same_work(replace(content, parts=content.parts[:1]))

"""The file of a training: any run is read back, takes the same steps, and damage has a sentence."""

from __future__ import annotations

import base64
import copy
import json
import zlib
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from itertools import islice, pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.entries import LARGEST_WHOLE
from engine.errors import EngineError, FileFormatError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.schedules import SCHEDULES
from engine.optimizers.treatments import TREATMENTS
from engine.tables.limits import MOST_BYTES
from engine.tables.reading import read_table
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import Dataset, Source, View
from engine.training.datasets.own import drawn_points
from engine.training.datasets.scaling import standardized
from engine.training.datasets.table_data import make_dataset
from engine.training.datasets.table_plan import propose
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.run import record_writing
from engine.training.run.loop import TrainingStep, train
from engine.training.run.record_reading import read_training, setup_of_json
from engine.training.run.record_writing import to_json
from engine.training.run.run import TrainingRun
from engine.training.run.samples_record import samples_record
from engine.training.run.setup import Stopping, TrainingSetup
from engine.training.run.source_record import MOST_PACKED_BYTES, MOST_PLAIN_BYTES
from engine.training.run.training_record import (
    LARGEST_TRAINING_BYTES,
    MOST_EDITS,
    Edit,
    Edits,
    Part,
    TrainingRecord,
)

XOR = TrainingRun(seed=7)


def read(text: str) -> TrainingRecord:
    *_, found = read_training(text)
    assert found is not None
    return found


def table() -> Dataset:
    rows = "hours,attendance,passed\n1,0.5,no\n2.5,-0.0,yes\n0.1,1e-300,yes\n7,3,no\n"
    read = read_table(rows)
    data = make_dataset(read, propose(read)).required()
    return replace(data, source=Source("시간.csv", rows.encode(), '{"target": "passed"}'))


@st.composite
def samples(draw: st.DrawFn) -> Dataset:
    number = st.floats(-1e6, 1e6)
    rows = draw(st.lists(st.tuples(number, number), min_size=2, max_size=8))
    labels = draw(st.lists(st.integers(0, 3), min_size=len(rows), max_size=len(rows)))
    names = draw(st.sampled_from([(), ("가", "나", "다", "라")]))
    drawn = drawn_points(rows, labels, class_names=names)
    return draw(st.sampled_from([drawn, replace(drawn, input_names=("x", "y")), table()]))


@st.composite
def setups(draw: st.DrawFn) -> TrainingSetup:
    setup = TrainingSetup(TrainingRun(seed=draw(st.integers(0, LARGEST_WHOLE))))
    if draw(st.booleans()):
        setup = setup.with_samples(draw(samples()))
        setup = setup.with_standardize(draw(st.booleans()))
    else:
        setup = setup.with_data(draw(st.sampled_from(sorted(ALL_DATA))))
        setup = setup.changed(data_seed=draw(st.integers(0, 9999)))
        setup = setup.changed(test_share=draw(st.sampled_from([0.0, 0.0, 0.4])))
    setup = setup.with_optimizer(draw(st.sampled_from(sorted(OPTIMIZERS))))
    sizes = draw(st.lists(st.integers(1, 6), max_size=3))
    layers = setup.run.layers
    setup = setup.with_layers((layers[0], *sizes, layers[-1]))
    if sizes:
        setup = setup.with_activation(
            draw(st.sampled_from([None, 0])), draw(st.sampled_from(["relu", "sigmoid", "tanh"]))
        )
        setup = setup.changed(dropout=draw(st.sampled_from([0.0, 0.25])))
    setup = setup.with_schedule(draw(st.sampled_from(sorted(SCHEDULES))))
    if draw(st.booleans()):
        setup = setup.with_treatment(draw(st.sampled_from(sorted(TREATMENTS))), {})
    setup = setup.changed(
        initializer=draw(st.sampled_from(sorted(INITIALIZERS))),
        l1=draw(st.sampled_from([0.0, 0.1])),
        l2=draw(st.sampled_from([0.0, 5e-4])),
        batch_size=draw(st.sampled_from([None, 1, 3])),
    )
    return setup.with_stopping(
        when_solved=draw(st.booleans()),
        loss=draw(st.none() | st.floats(0, 10)),
        accuracy=draw(st.none() | st.floats(0, 1)),
        epochs=draw(st.none() | st.integers(0, 10_000)),
    )


def possible(setup: st.DataObject) -> TrainingSetup | None:
    """Return a setup, or None where the choices drawn do not go together."""
    try:
        return setup.draw(setups())
    except EngineError:
        return None


def same_data(one: Dataset, other: Dataset) -> bool:
    return all(
        np.array_equal(getattr(one, item.name), getattr(other, item.name))
        for item in fields(Dataset)
    )


def assert_same_run(one: TrainingRun, other: TrainingRun) -> None:
    for item in fields(TrainingRun):
        if item.name != "samples":
            assert getattr(one, item.name) == getattr(other, item.name), item.name
    assert (one.samples is None) == (other.samples is None)
    assert same_data(one.dataset, other.dataset)


def taken(steps: Iterator[TrainingStep], count: int) -> list[bytes]:
    """Return the weights of so many records, and why no more followed, if none did."""
    found: list[bytes] = []
    try:
        found.extend(
            record.parameters.tobytes() + np.float64(record.loss).tobytes()
            for record in islice(steps, count)
        )
    except EngineError as error:
        found.append(error.sentence.encode())
    return found


def fast(run: TrainingRun) -> Iterator[TrainingStep]:
    trainer = FastTrainer(run, accelerated=False)
    yield trainer.advance(trainer.first(), 5)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_run_is_read_back_and_takes_the_same_steps_bit_for_bit(data: st.DataObject) -> None:
    setup = possible(data)
    if setup is None:
        return
    text = to_json(TrainingRecord.of(setup))
    found = setup_of_json(text)
    assert_same_run(setup.run, found.run)
    assert found.stopping == setup.stopping
    assert taken(train(setup.run), 4) == taken(train(found.run), 4)
    assert taken(fast(setup.run), 1) == taken(fast(found.run), 1)
    # What was read is written as it was read.
    assert to_json(TrainingRecord.of(found)) == text


def weights(run: TrainingRun, *, first: float = 0.5) -> np.ndarray[Any, np.dtype[np.float64]]:
    made = run.network.start.copy()
    made[:4] = first, 0.1 + 0.2, -0.0, 5e-324
    return made


@cache
def rich() -> TrainingRecord:
    """A training with two parts, typed weights, a table, and something to undo and to redo."""
    own = TrainingSetup(XOR).with_samples(table())
    first = own.with_optimizer("adam").with_treatment("clip_norm", None).run
    second = first.changed(
        batch_size=2,
        schedules=TrainingSetup(first).with_schedule("cosine").run.schedules,
        treatments=TrainingSetup(first).with_treatment(next(iter(TREATMENTS)), {}).run.treatments,
    )
    parts = (Part(0, first, weights(first)), Part(12, second, weights(second, first=0.25)))
    stopping = Stopping(False, 0.125, 0.75, 5000)
    typed = Edit(first.network.start, weights(first), "weight")
    edits = Edits((Edit(own, TrainingSetup(first), "optimizer"), typed), 1)
    return TrainingRecord(parts, stopping, 40, 17, {"picture": "hidden"}, edits)


def test_a_training_with_all_that_it_may_hold_is_read_back() -> None:
    found, made = read(to_json(rich())), rich()
    assert to_json(found) == to_json(made)
    assert (found.steps, found.position, dict(found.views)) == (40, 17, {"picture": "hidden"})
    for one, other in zip(found.parts, made.parts, strict=True):
        assert_same_run(one.run, other.run)
        assert one.parameters is not None
        assert other.parameters is not None
        assert one.parameters.tobytes() == other.parameters.tobytes()
    assert found.run is found.parts[1].run
    # Parts that share their data share one data set, so that one goes on from the other.
    assert found.parts[1].run.continues(found.parts[0].run)
    assert found.parts[0].run.samples is found.parts[1].run.samples
    assert (len(found.edits.made), found.edits.index) == (2, 1)
    assert found.edits.made[1].merge_key == "weight"


def test_a_table_trains_alike_however_its_numbers_lie_in_memory() -> None:
    """Column by column they would be added in another order, with other last bits."""
    rows = np.random.default_rng(0).normal(size=(9, 3))
    targets = (rows.sum(axis=1, keepdims=True) > 0).astype(float)
    view = View(-1.0, 1.0, -1.0, 1.0)
    by_row, by_column = (Dataset(as_array(array), targets, view)
                         for array in (rows, np.asfortranarray(rows)))  # fmt: skip
    one, other = (
        TrainingSetup(XOR).with_samples(data).with_optimizer("adam").run
        for data in (by_row, by_column)
    )
    assert by_column.inputs.flags.c_contiguous
    assert taken(train(one), 20) == taken(train(other), 20)
    assert taken(fast(one), 1) == taken(fast(other), 1)


def test_of_a_file_that_held_its_samples_standardized_the_run_standardizes_them() -> None:
    """Version 1 kept what was standardized and not what came: it comes back as it was written."""
    plain = TrainingSetup(XOR).with_samples(table())
    text = to_json(TrainingRecord.of(plain.with_standardize(True), 30))
    old = json.loads(text)
    scaled = standardized(table(), table())
    old["version"] = 1
    old["samples"][0] |= {
        "inputs": scaled.inputs.tolist(),
        "view": list(scaled.view),
        "scales": [list(scale) for scale in scaled.scales],
    }
    for run in old["runs"]:
        del run["standardize"]
    found = read(json.dumps(old)).run
    assert found.standardize
    assert found.samples is not None
    assert found.samples.scales == ()
    assert found.samples.inputs[:, 0].tolist() == table().inputs[:, 0].tolist()
    np.testing.assert_allclose(found.dataset.inputs, scaled.inputs, atol=1e-14)
    # What was never standardized still is not.
    old["samples"][0] |= samples_record(table())
    del old["samples"][0]["scales"]
    untouched = read(json.dumps(old)).run
    assert not untouched.standardize
    assert untouched.dataset.inputs.tolist() == table().inputs.tolist()


def test_of_what_can_be_undone_the_oldest_is_left_out_when_it_is_too_much() -> None:
    setup = TrainingSetup(XOR)
    made = tuple(
        Edit(setup, setup.with_stopping(epochs=number)) for number in range(MOST_EDITS + 50)
    )
    content = replace(TrainingRecord.of(setup), edits=Edits(made, MOST_EDITS + 20))
    found = read(to_json(content)).edits
    last = found.made[-1].after
    assert isinstance(last, TrainingSetup)
    assert last.stopping.epochs == MOST_EDITS + 49
    assert (len(found.made), found.index) == (MOST_EDITS, MOST_EDITS - 30)


def test_of_what_can_be_undone_no_more_data_are_written_than_can_be_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A number takes two dozen signs at most, and what can be undone a part of the whole.
    assert 24 * record_writing._MOST_EDIT_NUMBERS < LARGEST_TRAINING_BYTES / 4
    monkeypatch.setattr(record_writing, "_MOST_EDIT_NUMBERS", 20_000)
    rng = np.random.default_rng(0)
    setup = TrainingSetup(XOR)
    tables = [
        setup.with_samples(drawn_points(rng.normal(size=(20, 20)), [0, 1] * 10)) for _ in range(60)
    ]
    made = tuple(Edit(before, after) for before, after in pairwise(tables))
    content = replace(TrainingRecord.of(tables[-1]), edits=Edits(made, len(made)))
    text = to_json(content)
    assert len(text) < 24 * 20_000 * 2
    found = read(text).edits
    assert 10 < len(found.made) < len(made)
    assert found.index == len(found.made)
    last = found.made[-1].after
    assert isinstance(last, TrainingSetup)
    assert last.run.samples is not None
    assert tables[-1].run.samples is not None
    assert same_data(last.run.samples, tables[-1].run.samples)


def damaged(**changes: Any) -> str:
    record = json.loads(to_json(rich()))
    record.update(changes)
    return json.dumps(record)


def damaged_run(**changes: Any) -> str:
    record = json.loads(to_json(rich()))
    record["runs"][0].update(changes)
    return json.dumps(record)


def damaged_samples(**changes: Any) -> str:
    record = json.loads(to_json(rich()))
    record["samples"][0].update(changes)
    return json.dumps(record)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("[1]", "its format should be"),
        ('{"format": "wiregrad-race", "version": 1}', "its format should be"),
        ('{"format": "wiregrad-training", "version": 3}', "newer Wiregrad (format 3"),
        ('{"format": "wiregrad-training"}', "it has no version"),
        ('{"format": "wiregrad-training", "version": 1}', "the entry “samples” is missing"),
        (damaged(parts=[]), "it has no parts"),
        (damaged(parts=[{"step": 3, "run": 1}]), "parts › 1 › step is no step that follows"),
        (damaged(parts=[{"step": 0, "run": 9}]), "parts › 1 › run should be a whole number from 1"),
        (damaged(position=41), "position should be a whole number from 0 to 40"),
        (damaged(steps=10**12), "steps should be a whole number from 0"),
        (damaged(weights=[[1.0], [2.0]]), "parts › 1 › weights names 1 weights and biases, and"),
        (damaged(views=[["picture"]]), "views › 1 should hold the name"),
        (damaged(edits={"made": [], "index": 1}), "edits › index should be a whole number"),
        (damaged_run(data="moon", samples=None), "at runs › 1: “moon”"),
        (damaged_run(layers=[2, 99, 1]), "at runs › 1: Layer 2"),
        (damaged_run(layers=[2, "4", 1]), "runs › 1 › layers › 2 should be a whole number"),
        (damaged_run(loss="add"), "at runs › 1: "),
        (damaged_run(samples=2), "runs › 1 › samples should be a whole number from 1 to 1"),
        (damaged_run(schedules=[["cosine"]]), "runs › 1 › schedules › 1 should hold a name"),
        (damaged_run(optimizer_settings={"learning_rate": -1}), "at runs › 1: "),
        (damaged_samples(inputs=[[1, 2], [3]]), "inputs › 2 should hold 2 numbers"),
        (damaged_samples(inputs=[[1, 2]]), "samples › 1 has 1 rows of inputs and 4 rows"),
        (damaged_samples(targets=[[0], [1], [2], [0]]), "targets › 3 names no class"),
        (damaged_samples(view=[1, 0, 0, 1]), "samples › 1 › view is an empty rectangle"),
        (damaged_samples(scales=[[0, 0], [0, 1]]), "samples › 1 › scales should hold a mean"),
        (damaged_samples(source={"title": "a"}), "at samples › 1 › source the entry “choices” is"),
        (damaged_samples(source={"title": "a", "choices": "", "bytes": "%"}), "in base 64"),
    ],
)
def test_a_file_that_is_no_training_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(FileFormatError) as caught:
        list(read_training(text))
    assert words in str(caught.value)


def with_source(content: bytes, title: str = "a.csv") -> TrainingSetup:
    data = replace(table(), source=Source(title, content, "{}"))
    return TrainingSetup(XOR).with_samples(data)


def test_a_table_s_file_is_kept_as_it_was_be_it_long() -> None:
    plain = (b"x\r\n1\n", "\ufeff가,나".encode(), "가".encode("cp949"), b"\x00\xff")
    for content in (
        *plain,
        b"1,2\n" * (MOST_PLAIN_BYTES // 3),
        "가,나\n".encode("cp949") * 300_000,
    ):
        setup = with_source(content)
        text = to_json(TrainingRecord.of(setup))
        assert len(text) < MOST_PLAIN_BYTES / 10
        found = read(text).run
        assert found.samples is not None
        assert setup.run.samples is not None
        assert found.samples.source == setup.run.samples.source
    # What is long even when it is packed is left out; the samples are there anyway.
    noise = np.random.default_rng(0).bytes(MOST_PACKED_BYTES + 100_000)
    found = read(to_json(TrainingRecord.of(with_source(noise)))).run
    assert found.samples is not None
    assert found.samples.source == Source("a.csv", b"", "{}")


def test_a_file_that_several_samples_come_from_is_written_once() -> None:
    rows = b"1,2,3\n" * 2_000
    setups = [with_source(bytes(rows), f"{name}.csv") for name in "abc"]
    edits = Edits(tuple(Edit(one, other) for one, other in pairwise(setups)), 2)
    text = to_json(replace(TrainingRecord.of(setups[-1]), edits=edits))
    record = json.loads(text)
    assert [len(record[name]) for name in ("files", "samples")] == [1, 3]
    found = read(text).edits.made[0].before
    assert isinstance(found, TrainingSetup)
    assert found.run.samples is not None
    assert found.run.samples.source == Source("a.csv", rows, "{}")


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record["samples"][0]["source"].update(file=2),
        lambda record: record["samples"][0]["source"].update(file=0),
        lambda record: record.update(files=[{"zlib": "AAAA"}]),
        lambda record: record.update(files=[{"zlib": "?"}]),
        # So much is no table of anybody's: what is packed tells nothing of how much it is.
        lambda record: record.update(
            files=[{"zlib": base64.b64encode(zlib.compress(bytes(MOST_BYTES + 1))).decode()}]
        ),
        lambda record: record.update(
            files=[{"zlib": base64.b64encode(zlib.compress(bytes(MOST_BYTES))).decode()}] * 6
        ),
    ],
)
def test_a_held_file_that_cannot_be_is_refused_with_its_place(change: Any) -> None:
    record = json.loads(to_json(TrainingRecord.of(with_source(b"x\n1\n"))))
    change(record)
    with pytest.raises(FileFormatError, match="file") as caught:
        read(json.dumps(record))
    assert "should be the bytes of a file" in caught.value.sentence


WRONG: tuple[Any, ...] = (
    None, True, -1, 0.5, 2**60, 1e300, float("nan"), float("inf"), "", "x", "\ud800", [], {},
    [[]], [None], {"x": 1},
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Go through all places of a text's value, in a long list through two."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*path, key))
    elif isinstance(value, list):
        for place in sorted({0, len(value) - 1} & set(range(len(value)))):
            yield from places(value[place], (*path, place))


def put(record: Any, path: tuple[Any, ...], value: Any) -> Any:
    made = copy.deepcopy(record)
    within = made
    for key in path[:-1]:
        within = within[key]
    within[path[-1]] = value
    return made


def refusal(text: str) -> str:
    """Return why a text is refused; empty where it is read."""
    try:
        list(read_training(text))
    except FileFormatError as error:
        return error.sentence
    return ""


def test_whatever_is_damaged_is_read_or_refused_where_it_stands() -> None:
    record = json.loads(to_json(rich()))
    refused = 0
    for path in places(record):
        for wrong in WRONG:
            sentence = refusal(json.dumps(put(record, path, wrong)))
            refused += bool(sentence)
            if sentence and path[0] not in ("format", "version"):
                assert named_in(sentence, path), (path, wrong, sentence)
    assert refused > 1000


def named_in(sentence: str, path: tuple[Any, ...]) -> bool:
    """Tell whether a sentence names a place in what was damaged, or what then does not fit it."""
    shown = " › ".join(str(key + 1 if isinstance(key, int) else key) for key in path)
    outer = shown.split(" › ")
    above = [" › ".join(outer[:count]) for count in range(1, len(outer) + 1)]
    # Whoever names data, runs or weights by number, and finds others there, is named instead.
    others = ("parts › ", "runs › ", "edits › ", "samples › ", "position ", "it has no parts")
    return any(place in sentence for place in above) or any(word in sentence for word in others)


def test_a_view_of_no_width_is_never_written() -> None:
    data = replace(table(), view=View(0.0, 1.0, 0.0, 1.0))
    found = setup_of_json(to_json(TrainingRecord.of(TrainingSetup(XOR).with_samples(data))))
    assert found.run.samples is not None
    assert found.run.samples.view == data.view

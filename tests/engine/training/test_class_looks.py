"""Classes keep their looks: by their names, in whatever order these are sorted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.entries import Entry
from engine.errors import FileFormatError
from engine.training.datasets.class_looks import with_looks
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import class_targets, drawn_points, view_around
from engine.training.run.points import Points
from engine.training.run.run import TrainingRun
from engine.training.run.samples_record import read_samples, samples_record
from engine.training.run.setup import TrainingSetup


def table(*cells: str) -> Dataset:
    """Return data whose classes are these words, sorted as a table sorts them."""
    names = sorted(set(cells))
    rows = np.arange(2.0 * len(cells)).reshape(-1, 2)
    labels = [names.index(cell) for cell in cells]
    return Dataset(rows, class_targets(labels), view_around(rows), class_names=tuple(names))


def looks(data: Dataset) -> dict[str, int]:
    return {name: data.look(label) for label, name in enumerate(data.class_names)}


def test_a_class_keeps_its_look_when_another_comes_or_goes() -> None:
    two = with_looks(table("no", "yes"), None)
    assert looks(two) == {"no": 0, "yes": 1}
    three = with_looks(table("maybe", "yes", "no"), two)
    assert looks(three) == {"no": 0, "yes": 1, "maybe": 2}
    back = with_looks(table("maybe", "yes"), three)
    assert looks(back) == {"maybe": 2, "yes": 1}
    assert looks(with_looks(table("maybe", "never", "yes"), back)) == {
        "maybe": 2, "yes": 1, "never": 0,
    }  # fmt: skip


def test_new_classes_are_met_in_the_order_of_the_rows_and_numbers_are_their_own() -> None:
    assert looks(with_looks(table("wolf", "cat", "ape"), None)) == {"wolf": 0, "cat": 1, "ape": 2}
    numbers = with_looks(table("1", "0", "2", "1"), None)
    assert numbers.class_looks == ()
    assert looks(numbers) == {"0": 0, "1": 1, "2": 2}


def test_a_setup_hands_the_looks_on() -> None:
    setup = TrainingSetup(TrainingRun()).with_samples(table("no", "yes"))
    setup = setup.with_samples(table("maybe", "no", "yes"))
    assert setup.run.samples is not None
    assert looks(setup.run.samples) == {"no": 0, "yes": 1, "maybe": 2}
    points = Points.of(setup.run).added(0.0, 0.0, 3).named(3, "also")
    setup = setup.with_samples(points.dataset())
    assert setup.run.samples is not None
    assert looks(setup.run.samples) == {"no": 0, "yes": 1, "maybe": 2, "also": 3}
    # Another name is no other class.
    setup = setup.with_samples(Points.of(setup.run).named(0, "perhaps").dataset())
    assert setup.run.samples is not None
    assert looks(setup.run.samples) == {"no": 0, "yes": 1, "perhaps": 2, "also": 3}


def test_names_stay_when_a_class_without_one_is_drawn() -> None:
    data = drawn_points([[0, 0], [1, 1]], [0, 1], class_names=("no", "yes"))
    points = Points.of(TrainingRun(samples=data))
    assert points.added(0.5, 0.5, 3).dataset().class_names == ("no", "yes", "2", "3")
    assert points.named(1, "").dataset().class_names == ("no", "1")
    assert points.named(0, "").named(1, "").dataset().class_names == ()


def test_looks_are_written_and_read_again() -> None:
    data = with_looks(table("wolf", "cat", "ape"), None)
    record = samples_record(data)
    assert read_samples(Entry(record)).class_looks == data.class_looks == (2, 1, 0)
    for wrong in ([0, 0, 1], [0, 1], [-1, 0, 1], [0, 1, 10_000], "no"):
        with pytest.raises(FileFormatError):
            read_samples(Entry({**record, "class_looks": wrong}))
    plain = replace(data, class_looks=())
    assert "class_looks" not in samples_record(plain)

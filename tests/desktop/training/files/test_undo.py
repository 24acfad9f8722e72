"""Whatever takes steps of a training away is undone, to the bit, and made again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.training.run.edits import TrainingEdits
from desktop.training.run.session import TrainingSession
from engine.errors import EngineError
from engine.training.datasets.own import drawn_points
from engine.training.run.moment import Moment
from engine.training.run.record_reading import read_training
from engine.training.run.record_writing import to_json
from engine.training.run.run import TrainingRun
from engine.training.run.setup import Stopping, TrainingSetup
from engine.training.run.training_record import TrainingRecord
from tests.support.settling import settle

FIRST = TrainingSetup(TrainingRun(seed=7), Stopping(when_solved=False))


def numbers(moment: Moment) -> bytes:
    """Return every number of a moment as it stands in memory."""
    values = (getattr(moment, item.name) for item in fields(moment))
    return b"".join(np.asarray(value, dtype=float).tobytes() for value in values)


class Work:
    """A session with its edits, and what is done there."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self._qtbot = qtbot
        self.session = TrainingSession(FIRST, self.page)
        self.edits = TrainingEdits(self.session, self.page)

    def settle(self) -> None:
        settle(self._qtbot, self.session)

    def train(self, steps: int) -> None:
        self.session.advance(steps)
        self.settle()

    def go_to(self, step: int) -> None:
        self.session.go_to(step)
        self.settle()

    def undo(self) -> None:
        self.edits.history.undo()
        self.settle()

    def redo(self) -> None:
        self.edits.history.redo()
        self.settle()

    def weights(self, number: float) -> None:
        parameters = np.array(self.session.record.parameters)
        parameters[0] = number
        self.edits.edit_weights(parameters)

    def seen(self) -> tuple[object, ...]:
        """Return everything that is the work, and what is drawn of it, to the bit."""
        session = self.session
        history = session.history
        run = session.run
        return (
            replace(run, samples=None, layers=run.layers),
            None if run.samples is None else run.samples.inputs.tobytes(),
            session.setup.stopping,
            session.record.step,
            session.record.parameters.tobytes(),
            session.record.loss,
            history.last.step,
            history.last.parameters.tobytes(),
            [numbers(moment) for moment in history.moments],
            [(change.step, change.text) for change in history.changes],
            None if session.start is None else session.start.tobytes(),
        )


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    made = Work(qtbot)
    yield made
    made.session.shutdown()


def test_undo_brings_back_what_reset_took_and_redo_resets_again(work: Work) -> None:
    work.train(30)
    work.edits.edit_run(l2=0.01)
    work.train(12)
    before = work.seen()
    work.session.reset()
    assert work.session.record.step == 0
    assert work.edits.history.undo_text == "reset"
    fresh = work.seen()
    work.undo()
    assert work.seen() == before
    work.redo()
    assert work.seen() == fresh
    # What was trained since is brought back too.
    work.train(5)
    later = work.seen()
    work.undo()
    assert work.seen() == before
    work.redo()
    assert work.seen() == later


def test_after_a_kill_a_reset_is_undone_at_once_and_made_again(qtbot: QtBot, work: Work) -> None:
    work.train(30)
    work.edits.edit_run(l2=0.01)
    work.train(12)
    before = work.seen()
    work.session.reset()
    fresh = work.seen()
    for is_undone in (False, True):
        if is_undone:
            work.undo()
        # The copy holds what came of the training that was taken away, too.
        text = to_json(replace(work.session.content, edits=work.edits.written))
        *_, content = read_training(text)
        assert content is not None
        later = Work(qtbot)
        later.session.open(content)
        later.edits.take_over_written(content.edits)
        assert later.seen() == (before if is_undone else fresh)
        for _ in range(2):
            (later.edits.history.redo if is_undone else later.edits.history.undo)()
            assert not later.session.is_opening
            assert later.seen() == (fresh if is_undone else before)
            (later.edits.history.undo if is_undone else later.edits.history.redo)()
            assert not later.session.is_opening
            assert later.seen() == (before if is_undone else fresh)
        later.session.shutdown()


@pytest.mark.parametrize("is_trained", [False, True])
def test_undo_brings_back_the_start_that_another_network_took(work: Work, is_trained: bool) -> None:
    work.weights(0.75)
    work.edits.start_from(work.session.record.parameters)
    if is_trained:
        work.train(4)
    before = work.seen()
    for change in ({"seed": 3}, {"layers": (2, 3, 1)}, {"activation": "relu"}):
        work.edits.edit_run(**change)
        assert work.session.start is None
        after = work.seen()
        work.undo()
        assert work.seen() == before
        work.redo()
        assert work.seen() == after
        work.undo()
    work.session.reset()
    assert work.session.record.parameters[0] == 0.75


def test_a_reset_of_nothing_is_no_step(work: Work) -> None:
    work.session.reset()
    assert not work.edits.history.undo_text


def test_another_network_gives_back_the_steps_of_the_one_before(work: Work) -> None:
    work.train(25)
    before = work.seen()
    work.edits.edit_run(layers=(2, 5, 1))
    work.edits.edit_run(layers=(2, 6, 1))
    work.train(9)
    after = work.seen()
    # Both sizes were one gesture.
    work.undo()
    assert work.seen() == before
    work.redo()
    assert work.seen() == after


@pytest.mark.parametrize("act", ["train", "rate", "weights"])
def test_going_on_from_an_earlier_step_gives_back_what_came_after_it(
    work: Work, qtbot: QtBot, act: str
) -> None:
    work.train(40)
    work.go_to(15)
    before = work.seen()
    if act == "train":
        work.session.play()
        qtbot.waitUntil(lambda: work.session.record.step != 15)
        work.session.pause()
        work.settle()
        assert work.edits.history.undo_text == "training again from step 15"
    elif act == "rate":
        work.edits.edit_run(optimizer_settings={"learning_rate": 0.5})
    else:
        work.weights(0.25)
    assert work.session.history.last.step < 40
    after = work.seen()
    work.undo()
    assert work.seen() == before
    work.redo()
    assert work.seen() == after


def test_a_slider_that_cuts_is_a_step_of_its_own(work: Work) -> None:
    work.train(10)
    work.edits.edit_run(l2=0.1)
    work.train(10)
    work.go_to(12)
    before = work.seen()
    work.edits.edit_run(l2=0.2)
    work.edits.edit_run(l2=0.3)
    work.undo()
    assert work.seen() == before


def test_what_cannot_be_done_takes_nothing_away(work: Work) -> None:
    work.train(20)
    work.go_to(5)
    before = work.seen()
    work.weights(1e300)
    work.settle()
    if not work.edits.history.undo_text:
        assert work.seen() == before


def test_typed_weights_become_the_start_to_which_reset_returns(work: Work) -> None:
    work.train(10)
    work.weights(0.75)
    started = work.session.record.parameters.tobytes()
    before = work.seen()
    assert work.edits.start_from(work.session.record.parameters)
    assert work.session.record.step == 0
    work.train(8)
    work.session.reset()
    assert work.session.record.parameters.tobytes() == started
    work.undo()
    work.undo()
    assert work.seen() == before
    work.redo()
    assert work.session.start is not None
    # Another seed is another start.
    work.edits.edit_run(seed=12)
    assert work.session.start is None
    work.undo()
    assert work.session.start is not None


def test_a_long_training_that_was_taken_away_long_ago_is_trained_again(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.training.run.edits._MOST_WHOLE", 0)
    monkeypatch.setattr("desktop.training.run.edits._MOST_ENDS", 0)
    work.train(30)
    before = work.session.record.parameters.tobytes()
    work.session.reset()
    work.undo()
    assert work.session.record.step == 30
    assert work.session.record.parameters.tobytes() == before


Doing = Callable[[Work, random.Random], object]
POINTS = [drawn_points([[0.1 * i, 0.2], [0.9, 0.3]], [0, 1]) for i in range(1, 4)]
DOINGS: list[Doing] = [
    lambda work, luck: work.train(luck.randint(1, 12)),
    lambda work, luck: work.go_to(luck.randint(0, work.session.history.last.step)),
    lambda work, luck: work.session.reset(),
    lambda work, luck: work.weights(luck.uniform(-2, 2)),
    lambda work, luck: work.edits.edit_run(seed=luck.randint(0, 99)),
    lambda work, luck: work.edits.edit_run(l2=luck.choice([0.0, 0.01, 0.1])),
    lambda work, luck: work.edits.edit_run(batch_size=luck.choice([None, 1, 2])),
    lambda work, luck: work.edits.edit_setup(
        work.session.setup.with_data(luck.choice(["xor", "circle", "and"]))
    ),
    lambda work, luck: work.edits.edit_setup(
        work.session.setup.with_samples(luck.choice(POINTS)), merge_key="points"
    ),
    lambda work, luck: work.edits.edit_setup(
        work.session.setup.with_layer(1, luck.randint(1, 4)), merge_key="layers"
    ),
    lambda work, luck: work.edits.edit_setup(
        work.session.setup.with_stopping(epochs=luck.randint(1, 9)), merge_key="epochs"
    ),
    lambda work, luck: work.edits.start_from(work.session.record.parameters),
]


def opened(content: TrainingRecord) -> TrainingRecord:
    *_, found = read_training(to_json(content))
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(6))
def test_any_work_is_undone_to_nothing_and_made_again_and_is_the_same_in_its_file(
    qtbot: QtBot, work: Work, seed: int
) -> None:
    luck = random.Random(seed)
    first = work.seen()
    for _ in range(14):
        try:
            luck.choice(DOINGS)(work, luck)
        except EngineError:
            continue
        work.settle()
    last = work.seen()
    other = Work(qtbot)
    other.session.open(opened(work.session.content))
    other.edits.take_over_written(
        opened(replace(work.session.content, edits=work.edits.written)).edits
    )
    other.settle()
    assert other.seen() == last
    while work.edits.history.undo_text:
        work.undo()
    at_the_beginning = work.seen()
    assert at_the_beginning[0] == first[0]
    assert work.session.setup == FIRST
    assert work.session.start is None
    while work.edits.history.redo_text:
        work.redo()
    assert work.seen() == last
    # From a file, it is undone to the same beginning.
    while other.edits.history.undo_text:
        other.undo()
    assert other.session.setup.stopping == FIRST.stopping
    assert other.seen()[0] == first[0]
    other.session.shutdown()

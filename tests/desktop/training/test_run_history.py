"""The run so far: kept sparsely, scrubbed through, changed on the way, and replayed exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.training.run.history import CAPACITY, History
from desktop.training.run.session import TrainingSession
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Stepped, moment_of
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from tests.support.settling import settle

RUN = TrainingRun(seed=7)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[TrainingSession]:
    made = TrainingSession(TrainingSetup(RUN))
    yield made
    made.shutdown()


def expected(run: TrainingRun, step: int) -> TrainingStep:
    trainer = FastTrainer(run, accelerated=False)
    record = trainer.first()
    for _ in range(step):
        record = trainer.advance(record, 1)
    return record


def jump(session: TrainingSession, step: int) -> None:
    """Give the history the record of a later step, and none of those between."""
    record = FastTrainer(session.run, accelerated=False).advance(
        session.record, step - session.record.step
    )
    session._on_reported([Stepped(record, moment_of(session.run, record))])


def test_old_moments_are_thinned_and_the_newest_kept() -> None:
    history = History(RUN)
    first, moment = history.last, history.moments[0]

    history.extend(
        Stepped(replace(first, step=step), replace(moment, step=step))
        for step in range(1, 3 * CAPACITY)
    )

    steps = [item.step for item in history.moments]
    assert len(steps) <= CAPACITY
    assert steps == sorted(steps)
    assert steps[0] == 0
    assert steps[-300:] == list(range(3 * CAPACITY - 300, 3 * CAPACITY))
    assert len(history.records) <= 514


def test_scrubbing_loses_nothing_and_any_step_comes_back_as_it_was(
    qtbot: QtBot, session: TrainingSession
) -> None:
    jump(session, 50)
    newest = session.record

    session.go_to(23)
    settle(qtbot, session)
    assert np.array_equal(session.record.parameters, expected(RUN, 23).parameters)
    assert session.is_scrubbed
    assert session.history.last is newest

    session.step()
    settle(qtbot, session)
    assert session.position == 24

    session.go_to(1000)
    settle(qtbot, session)
    assert session.record is newest
    assert not session.is_scrubbed


def test_training_on_from_an_earlier_step_forgets_what_came_after(
    qtbot: QtBot, session: TrainingSession
) -> None:
    jump(session, 50)
    session.go_to(10)
    settle(qtbot, session)

    session.set_run(RUN.with_optimizer("adam"))

    assert session.history.last.step == 10
    session.step()
    settle(qtbot, session)
    assert session.record.step == 11
    assert session.record.optimizer == "adam"


def test_the_choices_of_then_come_back_with_their_step(
    qtbot: QtBot, session: TrainingSession
) -> None:
    jump(session, 10)
    slow = replace(RUN, optimizer_settings={"learning_rate": 0.01})
    session.set_run(slow)
    jump(session, 20)

    session.go_to(5)
    settle(qtbot, session)
    assert session.run.optimizer_settings["learning_rate"] == 1.0

    session.go_to(20)
    settle(qtbot, session)
    assert session.run == slow
    assert [change.step for change in session.history.changes] == [10]
    assert session.history.changes[0].text == "learning rate 1 → 0.01"


@pytest.mark.parametrize(
    "changes",
    [
        {"l2": 0.01},
        {"dropout": 0.2},
        {"data_settings": {"samples": 60, "noise": 0.3}},
        {"data_seed": 5},
        {"test_share": 0.3},
        {"batch_size": 7},
        {"loss": "mean_squared_error"},
        {"schedules": (Scheduled(SCHEDULES["cosine"]),)},
        {"treatments": (Treated(TREATMENTS["clip_norm"]),)},
    ],
)
def test_what_leaves_the_weights_their_meaning_changes_without_a_reset(
    qtbot: QtBot, session: TrainingSession, changes: dict[str, object]
) -> None:
    cloud = TrainingRun(data="circle", data_settings={"samples": 40}, batch_size=10)
    session.set_run(cloud)
    jump(session, 6)
    weights = session.record.parameters

    assert session.set_run(cloud.changed(**changes))

    assert session.record.step == 6
    assert np.array_equal(session.record.parameters, weights)
    assert len(session.record.predictions) == len(session.run.dataset)
    assert session.history.changes[0].text
    jump(session, 30)
    session.go_to(20)
    settle(qtbot, session)
    once = session.record.parameters
    session.go_to(30)
    settle(qtbot, session)
    session.go_to(20)
    settle(qtbot, session)
    assert np.array_equal(session.record.parameters, once)
    assert session.record.epoch > 0


def test_weights_that_are_put_in_are_gone_on_from_and_replayed(
    qtbot: QtBot, session: TrainingSession
) -> None:
    jump(session, 10)
    ones = np.ones_like(session.record.parameters)

    session.set_parameters(ones)
    assert np.array_equal(session.record.parameters, ones)
    jump(session, 30)
    end = session.record.parameters
    session.go_to(9)
    settle(qtbot, session)
    assert not np.array_equal(session.record.parameters, ones)
    session.go_to(10)
    settle(qtbot, session)
    assert np.array_equal(session.record.parameters, ones)
    assert session.history.changes[0].text == "weights"
    session.play()
    session.pause()
    jump(session, 30)
    assert np.array_equal(session.record.parameters, end)

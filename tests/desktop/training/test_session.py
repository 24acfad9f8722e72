"""The session: pace, steps, steps back, changes while training, and an end without a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.training.run.session import FASTEST, TrainingSession
from engine.errors import EngineError
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.run.loop import TrainingStep, train
from engine.training.run.moment import Stepped, moment_of
from engine.training.run.run import TrainingRun
from engine.training.run.setup import Stopping, TrainingSetup
from tests.support.settling import settle

RUN = TrainingRun(seed=7)
Wait = Callable[[], None]


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


def test_a_step_is_one_update_and_an_epoch_as_many_as_it_takes(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.set_run(replace(RUN, data="circle", data_settings={"samples": 30}, batch_size=10))

    session.step()
    settle(qtbot, session)
    assert (session.record.step, session.record.epoch) == (1, 0)

    session.step_epoch()
    settle(qtbot, session)
    assert (session.record.step, session.record.epoch) == (3, 1)


def test_it_trains_as_the_engine_does_and_reset_returns_to_the_same_start(
    qtbot: QtBot, session: TrainingSession
) -> None:
    start = session.record.parameters.copy()
    for _ in range(5):
        session.step()
    settle(qtbot, session)
    assert np.array_equal(session.record.parameters, expected(RUN, 5).parameters)

    session.reset()

    assert session.record.step == 0
    assert np.array_equal(session.record.parameters, start)


def test_a_new_start_has_another_seed_and_other_weights(session: TrainingSession) -> None:
    start = session.record.parameters
    for _ in range(5):
        seed = session.run.seed
        session.start_anew()
        assert session.run.seed != seed
    assert not np.array_equal(session.record.parameters, start)


def test_the_pace_is_in_epochs_a_second(qtbot: QtBot, session: TrainingSession) -> None:
    session.set_speed(1000.0)
    session.play()
    session._clock.stop()

    session.tick()
    qtbot.waitUntil(lambda: session._task.pending == 0)

    assert session.record.step == 33


def test_it_stops_exactly_where_it_is_solved_and_goes_on_when_told_to(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.set_speed(FASTEST)
    with qtbot.waitSignal(session.stopped, timeout=20_000):
        session.play()
    first = next(record for record in train(RUN) if record.is_settled())
    assert session.record.step == first.step
    assert not session.is_playing

    session.play()
    qtbot.waitUntil(lambda: session.record.step > first.step + 10, timeout=10_000)
    assert session.is_playing
    session.pause()
    settle(qtbot, session)


def test_without_the_switch_it_trains_on(qtbot: QtBot, session: TrainingSession) -> None:
    session.set_stopping(Stopping(when_solved=False))
    session.set_speed(FASTEST)
    session.play()
    qtbot.waitUntil(lambda: session.record.step > 800, timeout=20_000)
    assert session.is_playing


def test_a_step_back_undoes_a_step_exactly(qtbot: QtBot, session: TrainingSession) -> None:
    for _ in range(4):
        session.step()
    settle(qtbot, session)

    session.step_back()
    settle(qtbot, session)
    assert session.record.step == 3
    assert np.array_equal(session.record.parameters, expected(RUN, 3).parameters)

    session.step()
    settle(qtbot, session)
    assert np.array_equal(session.record.parameters, expected(RUN, 4).parameters)


def test_a_step_back_at_the_start_stays_there(qtbot: QtBot, session: TrainingSession) -> None:
    session.step_back()
    settle(qtbot, session)
    assert session.record.step == 0


def test_what_was_thinned_out_is_computed_again(qtbot: QtBot, session: TrainingSession) -> None:
    jump(session, 10)
    jump(session, 40)

    session.step_back()
    settle(qtbot, session)

    assert session.record.step == 39
    assert np.array_equal(session.record.parameters, expected(RUN, 39).parameters)


def test_another_rate_acts_from_the_next_step_without_a_reset(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.step()
    settle(qtbot, session)
    before = session.record
    slower = replace(RUN, optimizer_settings={"learning_rate": 0.25})

    assert session.set_run(slower)
    session.step()
    settle(qtbot, session)

    assert session.record.step == 2
    moved = np.linalg.norm(session.record.parameters - before.parameters)
    assert moved == pytest.approx(0.25 * np.hypot.reduce(before.gradient_norms))


def test_steps_back_over_a_change_of_rate_use_the_rate_of_then(
    qtbot: QtBot, session: TrainingSession
) -> None:
    jump(session, 5)
    jump(session, 20)
    session.set_run(replace(RUN, optimizer_settings={"learning_rate": 0.01}))

    session.step_back()
    settle(qtbot, session)

    assert session.record.step == 19
    assert np.array_equal(session.record.parameters, expected(RUN, 19).parameters)


def test_a_change_while_it_trains_leaves_it_training(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.set_stopping(Stopping(when_solved=False))
    session.play()
    qtbot.waitUntil(lambda: session.record.step > 3)
    step = session.record.step
    told: list[bool] = []
    session.playing_changed.connect(told.append)

    session.set_run(RUN.with_optimizer("adam"))

    assert session.is_playing
    qtbot.waitUntil(lambda: session.record.step > step + 3)
    assert session.record.optimizer == "adam"

    step = session.record.step
    session.set_parameters(0.5 * session.record.parameters)
    qtbot.waitUntil(lambda: session.record.step > step + 3)
    # What cannot be changes nothing, and training goes on from where it was.
    step = session.record.step
    with pytest.raises(EngineError):
        session.set_parameters(np.full_like(session.record.parameters, np.inf))
    assert session.is_playing
    qtbot.waitUntil(lambda: session.record.step > step + 3)
    assert told == []


def test_another_network_starts_at_step_zero_and_waits(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.play()
    qtbot.waitUntil(lambda: session.record.step > 0)

    with qtbot.waitSignal(session.restarted):
        goes_on = session.set_run(replace(RUN, layers=(2, 3, 1)))

    assert not goes_on
    assert not session.is_playing
    assert session.record.step == 0
    assert len(session.record.parameters) == 13


def test_a_divergence_keeps_the_last_good_record_and_says_why(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.set_run(
        replace(
            RUN,
            data="circle",
            output="identity",
            loss="mean_squared_error",
            optimizer_settings={"learning_rate": 3.0},
        )
    )
    session.set_speed(FASTEST)
    with qtbot.waitSignal(session.failed, timeout=10_000) as caught:
        session.play()

    assert caught.args is not None
    error = caught.args[0]
    assert "the learning rate 3 is too large" in str(error)
    assert error.details["step"] == session.record.step + 1
    assert not session.is_playing


def test_a_session_made_anew_goes_on_where_the_other_stood(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.step()
    settle(qtbot, session)
    other = TrainingSession(TrainingSetup(TrainingRun()))

    other.restore(session.snapshot())
    other.step()
    settle(qtbot, other)
    other.shutdown()

    assert np.array_equal(other.record.parameters, expected(RUN, 2).parameters)


@pytest.mark.parametrize(
    ("stopping", "reason"),
    [
        (Stopping(when_solved=False, loss=0.3), "loss"),
        (Stopping(when_solved=False, accuracy=1.0), "accuracy"),
        (Stopping(when_solved=False, epochs=1234), "epochs"),
    ],
)
def test_it_stops_at_a_loss_an_accuracy_or_an_epoch(
    qtbot: QtBot, session: TrainingSession, stopping: Stopping, reason: str
) -> None:
    session.set_stopping(stopping)
    session.set_speed(FASTEST)

    with qtbot.waitSignal(session.stopped, timeout=20_000) as caught:
        session.play()

    assert caught.args == [reason]
    before = expected(RUN, session.record.step - 1)
    held = stopping.reasons(moment_of(RUN, before), is_regression=False)
    assert reason not in held
    assert reason in stopping.reasons(session.moment, is_regression=False)


def test_the_length_of_an_update_is_known_in_long_portions_too(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.set_speed(FASTEST)
    session.play()
    qtbot.waitUntil(lambda: session.record.step > 100, timeout=10_000)
    session.pause()
    settle(qtbot, session)
    step = session.record.step

    moved = session.record.parameters - expected(RUN, step - 1).parameters
    assert session.moment.update_norm == np.linalg.norm(moved)


def test_at_full_speed_the_first_steps_still_make_a_curve(
    qtbot: QtBot, session: TrainingSession
) -> None:
    session.set_stopping(Stopping(when_solved=False))
    session.set_speed(FASTEST)
    session.play()
    qtbot.waitUntil(lambda: session.record.step > 1000, timeout=10_000)
    session.pause()
    steps = np.array([item.step for item in session.history.moments])
    assert (steps <= 128).sum() > 60
    early = steps[steps <= 1000]
    assert (np.diff(early) <= 1 + early[:-1] / 32).all()
    # The path in the landscape has as many corners.
    assert sum(record.step <= 128 for record in session.history.records) > 60

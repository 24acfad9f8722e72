"""Training under a rain of changes: nothing breaks, grows, or outlives the page."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.tasks.worker import computing_count
from desktop.training.page import TrainingPage
from desktop.training.run.history import CAPACITY
from desktop.training.run.session import FASTEST
from engine.errors import EngineError
from engine.optimizers.catalog import OPTIMIZERS
from engine.training.compiled.fast_steps import FastTrainer, Leap
from engine.training.datasets.catalog import DATASETS
from engine.training.recording import MOST_RECORDS
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Stepped, moment_of
from tests.support.cases import case
from tests.support.settling import settle

CHANGES = 150


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 674)
    made.show()
    settle(qtbot, made)
    made.session.set_setup(
        replace(
            made.session.setup, stopping=replace(made.session.setup.stopping, when_solved=False)
        )
    )
    made.session.set_speed(FASTEST)
    yield made
    made.shutdown()


def wild_changes(page: TrainingPage, dice: random.Random) -> list[Callable[[], object]]:
    """Return what a restless student might do."""
    edits, session = page.edits, page.session

    def rate() -> None:
        value = 10 ** dice.uniform(-4, 2)
        edits.edit_run(
            optimizer_settings={**session.run.optimizer_settings, "learning_rate": value}
        )

    def optimizer() -> None:
        name = dice.choice(list(OPTIMIZERS))
        edits.edit_run(optimizer=name, optimizer_settings={}, variant="")

    def weights() -> None:
        edits.edit_weights(session.record.parameters * dice.uniform(-2, 2))

    return [
        rate,
        rate,
        weights,
        lambda: edits.edit_run(l2=dice.choice([0.0, 0.01, 1.0])),
        lambda: edits.edit_run(dropout=dice.choice([0.0, 0.5])),
        lambda: edits.edit_run(batch_size=dice.choice([None, 1, 3, 32])),
        lambda: edits.edit_run(data=dice.choice(["xor", "circle", "spiral", "moons"])),
        lambda: edits.edit_run(layers=dice.choice([(2, 1), (2, 4, 1), (2, 8, 8, 1)])),
        lambda: edits.edit_run(activation=dice.choice(["tanh", "relu", "sigmoid", "gelu"])),
        optimizer,
        lambda: edits.edit_run(seed=dice.randrange(99)),
        lambda: edits.edit_run(loss=dice.choice(["mean_squared_error", "binary_cross_entropy"])),
        page.edits.actions.undo.trigger,
        page.edits.actions.redo.trigger,
        lambda: session.set_speed(dice.choice([FASTEST, 60.0, 1000.0])),
        lambda: session.go_to(dice.randrange(1 + session.history.last.step)),
        session.toggle,
        session.reset,
        lambda: QTest.keyClick(page, Qt.Key.Key_Right),
        lambda: QTest.keyClick(page, Qt.Key.Key_E),
        page.run_bar.back_action.trigger,
    ]  # fmt: skip


@pytest.mark.long
def test_hundreds_of_changes_in_full_run_leave_a_sound_page(
    qtbot: QtBot, page: TrainingPage
) -> None:
    dice = random.Random(6)
    session = page.session
    session.play()
    for _ in range(CHANGES):
        # What cannot be is told in a sentence elsewhere; here it must change nothing.
        with suppress(EngineError):
            dice.choice(wild_changes(page, dice))()
        session.play()
        before = session.record

        def has_moved(before: TrainingStep = before) -> bool:
            return session.record is not before or not session.is_playing

        qtbot.waitUntil(has_moved, timeout=10_000)
        assert np.isfinite(session.record.parameters).all()
        assert session.record.parameters.shape == session.run.network.start.shape
        assert page.setup_panel.isEnabled()
    session.pause()
    settle(qtbot, page)
    shown = session.record
    assert shown.step <= session.history.last.step
    # What the history says is what training says.
    assert np.array_equal(session.history.recording.at(shown.step).parameters, shown.parameters)


def test_closing_in_the_middle_of_it_ends_every_thread_within_a_moment(
    qtbot: QtBot, page: TrainingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    portions: list[int] = []
    leap = FastTrainer.leap

    def counted(trainer: FastTrainer, start: TrainingStep, count: int) -> Leap:
        portions.append(count)
        return leap(trainer, start, count)

    monkeypatch.setattr(FastTrainer, "leap", counted)
    page.edits.edit_run(data="circle", data_settings={"samples": 1000.0}, layers=(2, 64, 64, 1))
    page.session.play()
    qtbot.waitUntil(lambda: page.session.record.step > 2, timeout=10_000)
    before = len(portions)
    page.shutdown()
    # The portion under way, a part of a frame, ends; one more may have begun meanwhile.
    assert len(portions) - before <= 2
    assert computing_count() == 0
    step = page.session.record.step
    qtbot.waitUntil(lambda: True)
    assert page.session.record.step == step


def test_a_long_training_keeps_its_history_small(qtbot: QtBot, page: TrainingPage) -> None:
    session = page.session
    trainer = FastTrainer(session.run, accelerated=False)
    # As many reports as an hour brings would take an hour: those of some minutes come at once.
    record = session.record
    made = []
    for _ in range(4 * CAPACITY):
        record = trainer.advance(record, 7)
        made.append(Stepped(record, moment_of(session.run, record)))
    for begin in range(0, len(made), 5):
        session.history.extend(made[begin : begin + 5])
    assert len(session.history.moments) <= CAPACITY
    assert len(session.history.records) <= MOST_RECORDS + 1
    assert session.history.last is record
    steps = [moment.step for moment in session.history.moments]
    assert steps == sorted(steps)
    assert steps[0] == 0
    # Any step between comes back to the last bit.
    middle = trainer.advance(trainer.first(), 777)
    assert np.array_equal(session.history.recording.at(777).parameters, middle.parameters)


def test_a_large_network_on_many_points_answers_at_once(qtbot: QtBot, page: TrainingPage) -> None:
    page.edits.edit_run(data="circle", data_settings={"samples": 1000.0}, layers=(2, 64, 64, 1))
    page.session.play()
    qtbot.waitUntil(lambda: page.session.record.step > 5, timeout=20_000)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert not page.session.is_playing
    settle(qtbot, page)
    assert page.boundary_view.map is not None


def test_training_waits_while_the_window_is_painted_and_goes_on(
    qtbot: QtBot, page: TrainingPage
) -> None:
    session = page.session
    session.play()
    qtbot.waitUntil(lambda: session.record.step > 1000, timeout=10_000)
    step = session.record.step
    for _ in range(20):
        page.update()
        session.hold()
    qtbot.waitUntil(lambda: session.record.step > step, timeout=10_000)
    session.hold()
    session.pause()
    session.hold()
    assert not session.is_playing


def test_every_data_set_trains_in_the_page(qtbot: QtBot, page: TrainingPage) -> None:
    begin = page.session.setup
    for name in sorted(DATASETS):
        with case(name):
            page.session.set_setup(begin)
            recipe = DATASETS[name]
            data = recipe.make(np.random.default_rng(0), {})
            more: dict[str, object] = {"layers": (data.inputs.shape[1], 4, 1)}
            if data.is_regression:
                rate = {"learning_rate": 1e-6}
                more |= {
                    "output": "identity",
                    "loss": "mean_squared_error",
                    "optimizer_settings": rate,
                }
            assert page.edits.edit_run(data=name, **more)
            page.session.play()
            qtbot.waitUntil(lambda: page.session.record.step > 3, timeout=10_000)
            page.session.pause()
            settle(qtbot, page)
            assert np.isfinite(page.session.record.loss)

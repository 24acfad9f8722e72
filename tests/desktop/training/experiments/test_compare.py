"""A and B side by side, and the table of runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.training.experiments.compare.compare_view import CompareView
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun
from tests.desktop.training.experiments.conftest import Bench
from tests.support.settling import settle


@pytest.fixture
def view(show: Callable[[str], QWidget]) -> CompareView:
    made = show("compare")
    assert isinstance(made, CompareView)
    return made


def test_both_train_from_the_same_start(bench: Bench, view: CompareView) -> None:
    first, second = view.runs
    assert first == bench.session.run
    assert second.optimizer == "adam"
    assert view.start_note.text() == "Both start from the same weights."
    assert (view.frames[0].epoch, view.frames[-1].epoch) == (0, 500)
    one, other = view.frames[0].records
    assert one.parameters.tolist() == other.parameters.tolist()
    last = list(islice(train(first), 501))[-1]
    assert view.frames[-1].records[0].loss == last.loss


def test_another_seed_for_b_needs_the_box_unchecked(
    qtbot: QtBot, bench: Bench, view: CompareView
) -> None:
    bench.session.set_run(replace(bench.session.run, seed=11))
    view.sides[1].take_button.click()
    settle(qtbot, bench.session, bench.stack)
    assert view.runs[1].seed == 7
    view.start_box.click()
    settle(qtbot, bench.session, bench.stack)
    assert view.runs[1].seed == 11
    assert view.start_note.text() == "They start from different weights."


def test_keys_go_through_the_epochs_of_both(qtbot: QtBot, bench: Bench, view: CompareView) -> None:
    assert view.bar.position == view.bar.last
    QTest.keyClick(view, Qt.Key.Key_Home)
    settle(qtbot, bench.session, bench.stack)
    assert view.bar.label == "epoch 0 of 500"
    assert view.sides[0].state.text().startswith("loss 0.7")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.bar.position == 1


def test_a_side_that_diverges_says_so_and_the_other_goes_on(
    qtbot: QtBot, bench: Bench, view: CompareView
) -> None:
    wild = TrainingRun(
        data="circle", layers=(2, 8, 1), activation="relu", output="identity",
        loss="mean_squared_error", optimizer_settings={"learning_rate": 10.0}, seed=7,
    )  # fmt: skip
    bench.session.set_run(wild)
    view.sides[1].take_button.click()
    settle(qtbot, bench.session, bench.stack)
    assert "too large" in view.sides[1].problem.text()
    assert not view.sides[0].problem.isVisible()
    assert view.frames[-1].epoch == 500


def test_a_side_opens_in_the_training_view(bench: Bench, view: CompareView) -> None:
    view.sides[1].open_button.click()
    assert bench.opened == [view.runs[1]]
    assert bench.trainer.isVisible()


def test_each_start_that_trains_becomes_a_row(
    qtbot: QtBot, bench: Bench, view: CompareView
) -> None:
    assert view.table.table.rows == []
    session = bench.session
    for _ in range(3):
        session.step()
        settle(qtbot, bench.session, bench.stack)
    session.set_run(replace(session.run, layers=(2, 3, 1)))
    session.step_epoch()
    settle(qtbot, bench.session, bench.stack)
    rows = view.table.table.rows
    assert [row[0] for row in rows] == ["2", "1"]
    assert [row[2].split()[0] for row in rows] == ["2-3-1", "2-4-1"]
    assert [row[6] for row in rows] == ["1", "3"]
    assert rows[0][7] == f"{session.record.loss:.4g}"


def test_a_run_ended_by_another_choice_keeps_its_own_settings(
    qtbot: QtBot, bench: Bench, view: CompareView
) -> None:
    session = bench.session
    session.play()
    qtbot.waitUntil(lambda: session.history.last.step > 3, timeout=10_000)
    session.set_run(replace(session.run, activation="relu"))
    [entry] = bench.stack.log.entries
    assert entry.run.activation == "tanh"
    assert entry.epoch > 3


def test_rows_are_copied_compared_opened_and_cleared(
    qtbot: QtBot, bench: Bench, view: CompareView
) -> None:
    session = bench.session
    session.set_run(replace(session.run, layers=(2, 3, 1)))
    session.step()
    settle(qtbot, bench.session, bench.stack)
    table = view.table
    table.copy_button.click()
    header, row = QGuiApplication.clipboard().text().split("\n")
    assert header.split("\t")[-2:] == ["loss", "accuracy"]
    assert "2-3-1" in row

    assert not table.as_second.isEnabled()
    table.table.selectRow(0)
    table.as_second.click()
    settle(qtbot, bench.session, bench.stack)
    assert view.runs[1].layers == (2, 3, 1)
    assert "only seed and rule" in view.start_note.text()
    table.open_button.click()
    assert bench.opened == [session.run]
    table.clear_button.click()
    assert table.table.rows == []

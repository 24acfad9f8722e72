"""Many seeds at once: the share, the epochs, the pictures, and opening one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.training.experiments.seeds.seeds_view import SeedsView
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun
from tests.desktop.training.experiments.conftest import Bench
from tests.support.settling import settle


@pytest.fixture
def view(show: Callable[[str], QWidget]) -> SeedsView:
    made = show("seeds")
    assert isinstance(made, SeedsView)
    return made


def choose_preset(qtbot: QtBot, view: SeedsView, name: str, hidden: int, count: int) -> None:
    panel = view.panel
    panel.setup_box.set_name(name)
    panel.hidden_box.set_name(str(hidden))
    panel.count_row.set_value(count)
    panel.setup_box.chosen.emit(name)
    settle(qtbot, view)


def test_twenty_four_networks_of_the_training_view_are_trained_at_once(
    bench: Bench, view: SeedsView
) -> None:
    assert view.verdict.text() == "24 of 24 converged (100 %)"
    assert view.grid.count() == 24
    record = view.record
    assert record is not None
    run = replace(bench.session.run, seed=3)
    epoch = next(r.epoch for r in train(run) if r.largest_error < 0.3)
    assert record.converged_at[3] == epoch
    assert view.grid.item(3).text() == f"#3 ✓ {epoch}"
    assert f"median epoch {record.median_epoch:.4g}" in view.detail.text()
    assert {"bars", "median"} <= set(view.histogram.keys)
    assert not view.grid.item(3).icon().isNull()


@pytest.mark.parametrize(
    ("name", "hidden", "percent", "median"),
    [("sigmoid", 2, 76, 470), ("tanh", 2, 55, 79), ("relu", 2, 17, 46), ("tanh_adam", 8, 100, 29)],
)
def test_the_known_shares_come_out_with_four_hundred_seeds(
    qtbot: QtBot, view: SeedsView, name: str, hidden: int, percent: int, median: int
) -> None:
    choose_preset(qtbot, view, name, hidden, 400)

    record = view.record
    assert record is not None
    assert len(record.seeds) == view.grid.count() == 400
    assert abs(100 * record.converged_share - percent) <= 5
    assert record.median_epoch == pytest.approx(median, rel=0.15)
    assert f"{percent} %" in view.panel.known.text()
    assert view.verdict.text().startswith(f"{record.converged_count} of 400 converged")


def test_a_click_opens_a_seed_in_the_training_view(
    qtbot: QtBot, bench: Bench, view: SeedsView
) -> None:
    grid = view.grid
    place = grid.visualItemRect(grid.item(5)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert bench.opened == [replace(bench.session.run, seed=5)]
    assert bench.trainer.isVisible()


def test_arrow_keys_and_enter_open_one_too(bench: Bench, view: SeedsView) -> None:
    view.grid.setFocus()
    view.grid.setCurrentRow(0)
    QTest.keyClick(view.grid, Qt.Key.Key_Right)
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert [run.seed for run in bench.opened] == [1]


def test_space_stops_a_long_training_and_keeps_what_was_reached(
    qtbot: QtBot, bench: Bench, view: SeedsView
) -> None:
    run = TrainingRun(
        data="spiral", layers=(2, 8, 8, 1), batch_size=10,
        optimizer_settings={"learning_rate": 0.03},
    )  # fmt: skip
    view.show_run(run)
    qtbot.waitUntil(lambda: view.record is not None and view.record.epoch > 0, timeout=10_000)
    assert view.start_button.text() == "Stop"

    QTest.keyClick(view, Qt.Key.Key_Space)
    settle(qtbot, view)
    assert view.record is not None
    assert 0 < view.record.epoch < 2000
    assert view.progress.value() == view.record.epoch
    assert view.start_button.text() == "Train all again"


def test_another_choice_while_it_trains_takes_over(
    qtbot: QtBot, bench: Bench, view: SeedsView
) -> None:
    view.show_run(TrainingRun(data="circle", layers=(2, 8, 1), batch_size=10))
    view.show_run(TrainingRun(layers=(2, 3, 1)))
    settle(qtbot, view)
    assert view.record is not None
    assert view.record.parameters.shape == (13, 24)
    assert view.record.epoch == 2000


def test_what_differs_from_network_to_network_is_refused_in_a_sentence(
    qtbot: QtBot, view: SeedsView
) -> None:
    view.show_run(TrainingRun(treatments=(Treated(TREATMENTS["gradient_noise"], {}),)))
    settle(qtbot, view)
    assert "Gradient noise" in view.detail.text()
    assert view.grid.count() == 0

"""The views of the training page: tabs, menu entries and keys lead to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from desktop.training.experiments.experiment_list import TRAINER, list_experiments
from desktop.training.experiments.experiment_stack import ExperimentStack
from desktop.training.run.session import TrainingSession
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from tests.desktop.training.experiments.conftest import Bench
from tests.support.settling import settle

NAMES = [item.name for item in list_experiments() if item.make is not None]


def test_it_begins_with_the_training_and_makes_no_other_view(bench: Bench) -> None:
    assert bench.stack.current == TRAINER
    assert bench.trainer.isVisible()
    assert bench.stack.snapshot().views == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_tab_and_a_menu_entry_with_a_key_show_each(
    bench: Bench, show: Callable[[str], QWidget], name: str
) -> None:
    view = show(name)
    assert view.isVisible()
    assert not bench.trainer.isVisible()
    assert bench.stack.tabs.actions_by_name[name].isChecked()

    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert bench.trainer.isVisible()

    action = bench.stack.tabs.actions_by_name[name]
    assert action.shortcut().toString().startswith("Alt+")
    action.trigger()
    assert view.isVisible()
    assert bench.stack.tabs.name == name


def test_every_entry_has_a_key_of_its_own_and_explains_itself(bench: Bench) -> None:
    actions = bench.stack.menu_actions()
    keys = [action.shortcut().toString() for action in actions]
    assert len(set(keys)) == len(keys) == len(NAMES) + 1
    assert all(action.toolTip() and action.whatsThis() for action in actions)


@pytest.mark.parametrize("name", NAMES)
def test_every_control_explains_itself_and_leaves_the_keys(
    show: Callable[[str], QWidget], name: str
) -> None:
    view = show(name)
    controls = [
        *view.findChildren(QAbstractButton), *view.findChildren(QComboBox),
        *view.findChildren(QSlider),
    ]  # fmt: skip
    for control in controls:
        if control.isVisible():
            assert control.toolTip(), control
            assert control.accessibleName(), control
    for box in view.findChildren(QComboBox):
        assert not box.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_leaving_the_training_pauses_it(bench: Bench, show: Callable[[str], QWidget]) -> None:
    bench.session.play()
    show("perceptron")
    assert not bench.session.is_playing


def test_a_view_made_anew_shows_what_the_old_one_did(
    qtbot: QtBot, bench: Bench, show: Callable[[str], QWidget]
) -> None:
    for name in NAMES:
        show(name)
    perceptron = show("perceptron")
    perceptron.panel.table_choice.button("xor").click()  # type: ignore[attr-defined]
    for _ in range(5):
        QTest.keyClick(perceptron, Qt.Key.Key_Right)
    regression = show("regression")
    regression.tables.step_chosen.emit(101)  # type: ignore[attr-defined]

    session = TrainingSession(TrainingSetup(TrainingRun()), bench)
    parent = QWidget()
    qtbot.addWidget(parent)
    other = ExperimentStack(QWidget(parent), session, parent)
    other.restore(bench.stack.snapshot())
    assert other.current == "regression"
    for name in NAMES:
        other.show_view(name)
        view = other.view(name)
        settle(qtbot, view)
        assert view.snapshot() == bench.stack.view(name).snapshot()
    shut_down(other)
    session.shutdown()

"""The experiments under a training session, as the page shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import shut_down
from desktop.training.experiments.experiment_stack import ExperimentStack
from desktop.training.run.session import TrainingSession
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from tests.support.settling import settle


class Bench(QWidget):
    """A page with nothing but the session and the views."""

    def __init__(self) -> None:
        super().__init__()
        self.session = TrainingSession(TrainingSetup(TrainingRun(seed=7)), self)
        self.trainer = QWidget(self)
        self.stack = ExperimentStack(self.trainer, self.session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.opened: list[TrainingRun] = []
        self.stack.run_opened.connect(self.opened.append)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """Return a page of the usual size, shown."""
    made = Bench()
    qtbot.addWidget(made)
    made.resize(1280, 640)
    made.show()
    yield made
    made.session.shutdown()
    shut_down(made.stack)


@pytest.fixture
def show(qtbot: QtBot, bench: Bench) -> Callable[[str], QWidget]:
    """Return what shows an experiment by its tab and waits until it is done."""

    def by_tab(name: str) -> QWidget:
        bench.stack.tabs.button(name).click()
        view = bench.stack.view(name)
        settle(qtbot, view)
        return view

    return by_tab

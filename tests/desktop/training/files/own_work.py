"""A training page full of work, and the answers that a person would give about its files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.document_dialogs import DocumentDialogs
from desktop.files.save_dialogs import Answer
from desktop.training.files.training_form import training_form
from desktop.training.page import TrainingPage
from engine.training.datasets.own import drawn_points
from tests.support.settling import settle


class Make(Protocol):
    """Makes a page with the settings of the test; one that nobody looks at takes half the time."""

    def __call__(self, *, is_shown: bool = True) -> TrainingPage: ...


class Answers(DocumentDialogs):
    """Saves to and opens one file, and gives one answer about what is unsaved."""

    def __init__(self, page: TrainingPage, path: Path, answer: Answer = Answer.CANCEL) -> None:
        super().__init__(page, training_form())
        self.path, self.answer = path, answer
        self.asked: list[str] = []

    def ask_open(self, folder: Path) -> Path | None:
        return self.path

    def ask_save(self, suggestion: Path) -> Path | None:
        return self.path

    def ask_unsaved(self, name: str, parts: Sequence[str] = ()) -> Answer:
        self.asked.append(name)
        return self.answer


def work(qtbot: QtBot, page: TrainingPage, *, is_seen: bool = False) -> None:
    """Fill the space: own points, training, typed weights, an experiment, chosen views.

    Args:
        qtbot: Waits.
        page: The page.
        is_seen: Whether a change was undone at last, and an experiment is left open.
    """
    points = drawn_points([[0.1, 0.2], [0.9, 0.3], [0.5, 0.8]], [0, 1, 1])
    page.edits.edit_setup(page.session.setup.with_samples(points))
    page.edits.edit_run(seed=11)
    page.session.advance(30)
    settle(qtbot, page)
    parameters = np.array(page.session.record.parameters)
    parameters[0] = 0.1 + 0.2
    page.edits.edit_weights(parameters, merge_key="weight")
    assert page.edits.start_from(page.session.record.parameters)
    page.session.advance(25)
    settle(qtbot, page)
    page.edits.edit_run(l2=0.01)
    page.views.show_view("perceptron")
    page.views.view("perceptron").choose({"rate": 0.25})
    settle(qtbot, page)
    page.views.show_view("train")
    page.session.advance(45)
    settle(qtbot, page)
    if is_seen:
        page.edits.edit_run(batch_size=2)
        QTest.keyClick(page, Qt.Key.Key_E)
        settle(qtbot, page)
        page.edits.history.undo()
    page.session.go_to(33)
    QTest.mouseClick(page.stage.segments.button("hidden"), Qt.MouseButton.LeftButton)
    if is_seen:
        QTest.mouseClick(page.views.tabs.button("perceptron"), Qt.MouseButton.LeftButton)
    settle(qtbot, page)

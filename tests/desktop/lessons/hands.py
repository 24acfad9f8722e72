"""Hands for the panel of lessons: its buttons and fields, as a learner uses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing.player import Player
from tests.support.dialog_hands import Step
from tests.support.lesson_playing import press, wait_for_step


def player_of(panel: LessonPanel) -> Player:
    assert panel.player is not None
    return panel.player


def button(panel: LessonPanel, name: str) -> QPushButton:
    return panel.play_view.step.buttons[name]


def field(panel: LessonPanel) -> QLineEdit:
    view = panel.play_view.step.question_view
    assert view is not None
    line = view.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def answer(panel: LessonPanel, text: str) -> None:
    """Type an answer and give it by Enter."""
    line = field(panel)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def go_on(panel: LessonPanel, qtbot: QtBot) -> None:
    press(button(panel, "next"))
    wait_for_step(panel, qtbot)


def choose(panel: LessonPanel, text: str) -> None:
    """Choose an entry of the lesson's menu."""
    next(each for each in panel.play_view.menu_actions if each.text() == text).trigger()


def typed(text: str) -> Step:
    """Return a step that types a text into a dialog that asks for one, and presses Enter."""

    def act(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.selectAll()
        line.insert(text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    return Step(QInputDialog, act)

"""Hands for the views of questions: asking, typing, and hearing what is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.lessons.views.questions.question_view import Question, QuestionView
from engine.errors import ValueFormatError
from engine.lessons.answer import Answer
from engine.lessons.lesson import Ask, StepWords

MakeView = Callable[[Question], QuestionView]


def words(items: Mapping[str, str] | None = None) -> StepWords:
    """Return the words of a step that asks about items."""
    return StepWords("Title", ask="What is it?", items=items or {})


def ask(kind: str, items: Mapping[str, str] | None = None, /, **arguments: object) -> Question:
    """Return a question of a kind, with the words of its items."""
    return Question(Ask(kind, arguments), words(items))


def heard(view: QuestionView) -> list[Answer]:
    """Return the list to which a view's answers are added."""
    answers: list[Answer] = []
    view.answered.connect(answers.append)
    return answers


def focused() -> QWidget:
    """Return what has the keys."""
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keys are."""
    QTest.keyClick(focused(), key, keys)


def unreadable(text: str) -> ValueFormatError:
    """Return the error that a text is no number."""
    return ValueFormatError("number", f"{text} is no number.")

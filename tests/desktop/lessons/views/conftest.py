"""A view of a question, as large as a column, on a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.views.questions.catalog import make_question_view
from desktop.lessons.views.questions.question_view import Question, QuestionView
from tests.support.question_hands import MakeView
from tests.support.settling import settle


@pytest.fixture
def make(qtbot: QtBot) -> MakeView:
    # Qt's bot keeps weak references alone.
    holders: list[QWidget] = []

    def make_view(question: Question) -> QuestionView:
        holder = QWidget()
        holders.append(holder)
        view = make_question_view(question, holder)
        holder.resize(340, 600)
        view.resize(340, max(view.heightForWidth(340), 300))
        qtbot.addWidget(holder)
        holder.show()
        settle(qtbot, holder)
        return view

    return make_view

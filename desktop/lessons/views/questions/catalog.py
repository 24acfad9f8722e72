"""The table of views of questions; a module in this package with ``RECORDS`` adds to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from engine.registry import Registry

QUESTION_FORMS = Registry.discover("desktop.lessons.views.questions", QuestionForm)


def make_question_view(question: Question, parent: QWidget) -> QuestionView:
    """Return the view of a question, whole.

    Raises:
        KeyError: There is none for its kind.
    """
    view = begun_question_view(question, parent)
    for _ in view.making():
        pass
    return view


def begun_question_view(question: Question, parent: QWidget) -> QuestionView:
    """Return the view of a question, whose `making` is still to be gone through.

    Raises:
        KeyError: There is none for its kind.
    """
    return QUESTION_FORMS[question.ask.kind].make(question, parent)

"""The table of all questions: what was asked, what was answered, and how it was marked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.node_faces import wire_texts
from desktop.graph_editor.tools.exercise.exercise_run import ExerciseRun
from desktop.graph_editor.tools.exercise.question_texts import (
    mark_title,
    short_title,
    typed_text,
)
from desktop.widgets.panels.data_table import DataTable
from engine.arrays import Array
from engine.exercises.marking import Verdict
from engine.exercises.question import Question
from engine.formula.typed_value import TypedValue

_COLORS = {
    Verdict.RIGHT: "success",
    Verdict.FOLLOWS: "warning",
    Verdict.NO_ATTEMPT: "text_muted",
    Verdict.WRONG: "error",
}
_LONGEST = 12
_SIGNS = {
    Verdict.RIGHT: "✓",
    Verdict.FOLLOWS: "✓",
    Verdict.NO_ATTEMPT: "…",
    Verdict.WRONG: "✗",
}


class ResultTable(QWidget):
    """A row for each question; a click turns to it.

    Signals:
        chosen(question: Question): A row was chosen.
    """

    chosen = Signal(object)

    def __init__(self, run: ExerciseRun, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run, self._document = run, document
        self._questions: tuple[Question, ...] = ()
        titles = [self.tr("asked"), self.tr("answer"), self.tr("mark")]
        # A slip's name may be long; the card and the balloon say it in full.
        self._table = DataTable(titles, self, yielding=2)
        tip = self.tr("Every question with your answer; click one to turn to it")
        explain(self._table, self.tr("Questions"), tip)
        self._table.row_selected.connect(lambda row: self.chosen.emit(self._questions[row]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)

    @property
    def rows(self) -> list[list[str]]:
        """The table's texts."""
        return self._table.rows

    def refresh(self, digits: int) -> None:
        """Show every question as it stands."""
        if not self._run.can_answer:
            self.hide()
            return
        exercise = self._run.exercise
        self._questions = exercise.questions
        rows, colors = [], []
        for question in exercise.questions:
            title = short_title(exercise, self._document.graph, question)
            answer, mark, color = self._row(question, digits)
            rows.append([title, answer, mark])
            colors.append([None, None, color])
        self._table.set_rows(rows, colours=colors)
        self.show()

    def _row(self, question: Question, digits: int) -> tuple[str, str, str | None]:
        progress = self._run.progress
        if question in progress.revealed:
            expected = self._run.exercise.expected(question)
            return _text(expected, digits), self.tr("revealed"), "text_muted"
        if question in progress.answers:
            return _typed(progress.answers[question], digits), "", None
        if question not in progress.marks:
            return "?", "", None
        mark = progress.marks[question]
        text = f"{_SIGNS[mark.verdict]} {mark_title(mark)}"
        return _typed(mark.typed, digits), text, _COLORS[mark.verdict]


def _typed(typed: TypedValue, digits: int) -> str:
    return typed_text(typed) or _text(typed.value, digits)


def _text(number: Array, digits: int) -> str:
    """Return an answer with all its elements where there is room for them."""
    texts = wire_texts(number, digits)
    return next((text for text in texts if len(text) <= _LONGEST), texts[-1])

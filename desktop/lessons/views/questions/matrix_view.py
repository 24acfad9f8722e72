"""The view of a question for a vector or a matrix: a grid of fields, its shape given or asked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.lessons.views.questions.answer_edit import AnswerEdit
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.errors import EngineError
from engine.formula.values import full_precision
from engine.lessons.answer import Answer, Marked
from engine.lessons.questions.typed_answers import read_answer

_MOST = 8
_GAP_PX, _CELL_PX = 4, 56


class MatrixView(QuestionView):
    """Fields in rows and columns; Enter in any of them answers, ↑ and ↓ change the row.

    A vector of shape (n,) is one row of fields and is answered without a second pair of brackets.
    """

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._is_asked = not question.shape
        # Of a vector there is one row.
        self._is_vector = len(question.shape) == 1
        self._cells: list[list[AnswerEdit]] = []
        self._spoken = ""
        self._rows, self._columns = self._counter(1), self._counter(2)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme().px(_GAP_PX))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(6))
        layout.addWidget(self._shape_row())
        layout.addLayout(self._grid)
        rows, columns = self._given_shape()
        self._rows.setValue(rows)
        self._columns.setValue(columns)
        self._rows.valueChanged.connect(self._on_shape_changed)
        self._columns.valueChanged.connect(self._on_shape_changed)

    def making(self) -> Iterator[None]:
        """Make the fields, row by row."""
        for place in range(self._rows.value()):
            columns = range(self._columns.value())
            self._cells.append([self._make_cell(place, column) for column in columns])
            yield
        self.set_spoken(self._spoken)

    @property
    def cells(self) -> list[list[AnswerEdit]]:
        """The fields, row by row."""
        return self._cells

    @property
    def counters(self) -> tuple[QSpinBox, QSpinBox]:
        """The fields for the numbers of rows and columns, shown where the shape is asked for."""
        return self._rows, self._columns

    def fields(self) -> list[QWidget]:
        """Return the fields for the shape, then the numbers row by row."""
        return [self._rows, self._columns, *(cell for row in self._cells for cell in row)]

    def answer(self) -> Answer:
        """Return the matrix as one would type it; nothing where nothing was typed."""
        texts = [[cell.text().strip() for cell in row] for row in self._cells]
        if not any(text for row in texts for text in row):
            return ""
        # A field that is empty must not make the row one shorter.
        rows = ["[" + ", ".join(text or "?" for text in row) + "]" for row in texts]
        return rows[0] if self._is_vector else "[" + ", ".join(rows) + "]"

    def show_answer(self, answer: Answer) -> None:
        """Show a matrix that was typed before, as far as it can be read."""
        rows = _texts(answer)
        if rows and self._is_asked:
            # It is no edit of the learner's.
            with QSignalBlocker(self._rows), QSignalBlocker(self._columns):
                self._rows.setValue(len(rows))
                self._columns.setValue(len(rows[0]))
            self._make_cells()
        for place, row in enumerate(self._cells):
            for column, cell in enumerate(row):
                is_there = place < len(rows) and column < len(rows[place])
                cell.setText(rows[place][column] if is_there else "")

    def mark(self, marked: Marked | None) -> None:
        """Mark the fields that cannot be read, or are wrong."""
        wrong = () if marked is None else marked.facts.get("wrong_places", ())
        is_fault = marked is not None and marked.fault is not None
        for place, row in enumerate(self._cells, 1):
            for column, cell in enumerate(row, 1):
                cell.mark_as_number(is_shown=is_fault)
                if isinstance(wrong, tuple) and f"{place}.{column}" in wrong:
                    cell.mark_fault(0, len(cell.text()))

    def set_spoken(self, name: str) -> None:
        """Let each field be called what is asked and where it stands."""
        self._spoken = name
        self.setAccessibleName(name)
        for place, row in enumerate(self._cells, 1):
            for column, cell in enumerate(row, 1):
                where = filled(self.tr("row {0}, column {1}"), place, column)
                cell.setAccessibleName(f"{where}, {name}" if name else where)

    def take_focus(self) -> None:
        """Give the keys to the first field."""
        if self._is_asked:
            self._rows.setFocus()
        else:
            self._cells[0][0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead up and down from row to row."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            return False
        for place, row in enumerate(self._cells):
            if watched in row:
                target = max(0, min(place + step, len(self._cells) - 1))
                self._cells[target][row.index(watched)].setFocus()
                return True
        return False

    def _given_shape(self) -> tuple[int, int]:
        shape = self.question.shape
        if len(shape) == 2:
            return min(shape[0], _MOST), min(shape[1], _MOST)
        return (1, min(shape[0], _MOST)) if shape else (2, 2)

    def _counter(self, least: int) -> QSpinBox:
        counter = QSpinBox(self)
        counter.setRange(1, _MOST)
        counter.setValue(least)
        return counter

    def _shape_row(self) -> QWidget:
        holder = QWidget(self)
        row = FlowLayout(holder, spacing=theme().px(_GAP_PX))
        explain(self._rows, self.tr("Rows"), self.tr("How many rows the matrix has"))
        explain(self._columns, self.tr("Columns"), self.tr("How many columns the matrix has"))
        row.addWidget(PlainLabel(self.tr("Shape"), holder))
        row.addWidget(self._rows)
        row.addWidget(PlainLabel("×", holder))
        row.addWidget(self._columns)
        holder.setVisible(self._is_asked)
        return holder

    def _on_shape_changed(self) -> None:
        self._make_cells()
        self.edited.emit()

    def _make_cells(self) -> None:
        """Make the fields anew, keeping what was typed into those that remain."""
        before = [[cell.text() for cell in row] for row in self._cells]
        for row in self._cells:
            for cell in row:
                self._grid.removeWidget(cell)
                cell.hide()
                cell.deleteLater()
        self._cells = [
            [self._make_cell(place, column) for column in range(self._columns.value())]
            for place in range(self._rows.value())
        ]
        for row, texts in zip(self._cells, before, strict=False):
            for cell, text in zip(row, texts, strict=False):
                cell.setText(text)
        self.set_spoken(self._spoken)
        self.fields_changed.emit()

    def _make_cell(self, place: int, column: int) -> AnswerEdit:
        cell = AnswerEdit("", self.tr("Type a number such as 0.5, 1/2 or 1e-3"), self)
        cell.setMinimumWidth(theme().px(_CELL_PX) // 2)
        cell.returnPressed.connect(self.submit)
        cell.textEdited.connect(lambda _: self.edited.emit())
        cell.installEventFilter(self)
        self._grid.addWidget(cell, place, column)
        return cell


def _texts(answer: Answer) -> list[list[str]]:
    """Return the numbers of an answer as texts, row by row; none where it cannot be read."""
    try:
        array = read_answer(answer if isinstance(answer, str) else ", ".join(answer)).value
    except EngineError:
        return []
    rows = array.reshape(1, -1) if array.ndim < 2 else array
    return [[full_precision(float(number)) for number in row] for row in rows]


RECORDS = (QuestionForm("matrix", MatrixView),)

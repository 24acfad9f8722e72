"""The view of a table with blanks: a field for each, beside what it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.lessons.views.questions.answer_edit import AnswerEdit
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.rich_text.rich_text_view import RichTextView
from engine.lessons.answer import Answer, Marked
from engine.lessons.questions.table_question import DOT, rows_and_columns

_GAP_PX, _NARROWEST_PX = 6, 44


class TableView(QuestionView):
    """A field for each blank: in a grid of rows and columns, or a list beside what each is."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._spoken = ""
        self._edits: dict[str, AnswerEdit] = {}
        # The views of the names of rows and columns.
        self._heads: dict[str, RichTextView] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(_GAP_PX))

    def making(self) -> Iterator[None]:
        """Make the heads and the fields, row by row."""
        question = self.question
        blanks = tuple(question.ask.arguments.get("blanks", ()))
        rows, columns = rows_and_columns(question.ask.arguments)
        for place, name in enumerate(columns, 1):
            self._grid.addWidget(self._head(name), 0, place, Qt.AlignmentFlag.AlignBottom)
        for place, name in enumerate(rows, 1):
            self._grid.addWidget(self._head(name), place, 0, Qt.AlignmentFlag.AlignVCenter)
            for column, cell in enumerate(_cells(name, columns), 1):
                if cell in blanks:
                    self._grid.addWidget(self._blank(cell), place, column)
                elif cell in question.given:
                    self._grid.addWidget(self._given(question.given[cell]), place, column)
            yield
        for column in range(len(columns) + 1 if columns else 2):
            self._grid.setColumnStretch(column, 1)
        # Answers come in the order in which the lesson names the blanks.
        self._edits = {cell: self._edits[cell] for cell in blanks}

    def _head(self, name: str) -> RichTextView:
        head = RichTextView(self)
        head.setMinimumWidth(theme().px(_NARROWEST_PX))
        head.written.connect(self._name_fields)
        self._heads[name] = head
        head.show_markdown(self.question.item_words(name), self.question.pictures)
        return head

    def _blank(self, cell: str) -> AnswerEdit:
        edit = AnswerEdit("", self.tr("Type a number such as 0.5, 1/2 or 1e-3"), self)
        edit.setMinimumWidth(theme().px(_NARROWEST_PX))
        edit.returnPressed.connect(self._on_enter)
        edit.textEdited.connect(lambda _: self.edited.emit())
        self._edits[cell] = edit
        return edit

    def _given(self, number: str) -> PlainLabel:
        label = PlainLabel(number, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    @property
    def edits(self) -> Sequence[AnswerEdit]:
        """The fields in the order of the blanks."""
        return tuple(self._edits.values())

    def answer(self) -> Answer:
        """Return what was typed into each field; nothing where nothing was typed."""
        texts = tuple(edit.text().strip() for edit in self.edits)
        return texts if any(texts) else ()

    def show_answer(self, answer: Answer) -> None:
        """Show what was typed before."""
        texts = (answer,) if isinstance(answer, str) else answer
        for place, edit in enumerate(self.edits):
            edit.setText(texts[place] if place < len(texts) else "")

    def mark(self, marked: Marked | None) -> None:
        """Mark the fields that cannot be read, or are wrong."""
        wrong = () if marked is None else marked.facts.get("wrong_cells", ())
        is_fault = marked is not None and marked.fault is not None
        for cell, edit in self._edits.items():
            edit.mark_as_number(is_shown=is_fault)
            if isinstance(wrong, tuple) and cell in wrong:
                edit.mark_fault(0, len(edit.text()))

    def set_spoken(self, name: str) -> None:
        """Let each field be called what it stands for."""
        self._spoken = name
        self.setAccessibleName(name)
        self._name_fields()

    def take_focus(self) -> None:
        """Give the keys to the first field that is empty, or to the first."""
        empty = next((edit for edit in self.edits if not edit.text()), None)
        if self.edits:
            (empty or self.edits[0]).setFocus()

    def _name_fields(self) -> None:
        for cell, edit in self._edits.items():
            parts = [part for part in cell.split(DOT) if part in self._heads]
            name = ", ".join(self._heads[part].spoken for part in parts)
            edit.setAccessibleName(name or self._spoken)

    def _on_enter(self) -> None:
        """Go to the next field that is empty; answer where there is none."""
        empty = next((edit for edit in self.edits if not edit.text().strip()), None)
        if empty is None:
            self.submit()
        else:
            empty.setFocus()


def _cells(row: str, columns: Sequence[str]) -> list[str]:
    """Return the names of the cells of a row, from left to right."""
    return [f"{row}{DOT}{column}" for column in columns] or [row]


RECORDS = (QuestionForm("table", TableView),)

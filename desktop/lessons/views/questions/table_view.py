"""The view of a table with blanks: a field for each, beside what it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.foundation.theme import theme
from desktop.lessons.views.questions.answer_edit import AnswerEdit
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.rich_text.rich_text_view import RichTextView
from engine.lessons.answer import Answer, Marked


class TableView(QuestionView):
    """One field for each blank, in the order of the blanks."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._spoken = ""
        self._edits: list[AnswerEdit] = []
        self._labels: list[RichTextView] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme().px(6))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(self._names()):
            label = RichTextView(self)
            edit = AnswerEdit("", self.tr("Type a number such as 0.5, 1/2 or 1e-3"), self)
            edit.returnPressed.connect(self._on_enter)
            edit.textEdited.connect(lambda _: self.edited.emit())
            label.written.connect(self._name_fields)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(edit, row, 1)
            self._labels.append(label)
            self._edits.append(edit)
            label.show_markdown(question.item_words(name), question.pictures)

    @property
    def edits(self) -> Sequence[AnswerEdit]:
        """The fields in the order of the blanks."""
        return self._edits

    def answer(self) -> Answer:
        """Return what was typed into each field; nothing where nothing was typed."""
        texts = tuple(edit.text().strip() for edit in self._edits)
        return texts if any(texts) else ()

    def show_answer(self, answer: Answer) -> None:
        """Show what was typed before."""
        texts = (answer,) if isinstance(answer, str) else answer
        for place, edit in enumerate(self._edits):
            edit.setText(texts[place] if place < len(texts) else "")

    def mark(self, marked: Marked | None) -> None:
        """Mark the fields that cannot be read."""
        is_fault = marked is not None and marked.fault is not None
        for edit in self._edits:
            edit.mark_as_number(is_shown=is_fault)

    def set_spoken(self, name: str) -> None:
        """Let each field be called what it stands for."""
        self._spoken = name
        self.setAccessibleName(name)
        self._name_fields()

    def take_focus(self) -> None:
        """Give the keys to the first field that is empty, or to the first."""
        empty = next((edit for edit in self._edits if not edit.text()), None)
        if self._edits:
            (empty or self._edits[0]).setFocus()

    def _names(self) -> tuple[str, ...]:
        return tuple(self.question.ask.arguments.get("blanks", ())) or self.question.items

    def _name_fields(self) -> None:
        for label, edit in zip(self._labels, self._edits, strict=False):
            edit.setAccessibleName(label.spoken or self._spoken)

    def _on_enter(self) -> None:
        """Go to the next field that is empty; answer where there is none."""
        empty = next((edit for edit in self._edits if not edit.text().strip()), None)
        if empty is None:
            self.submit()
        else:
            empty.setFocus()


RECORDS = (QuestionForm("table", TableView),)

"""The view of a question that is answered on the canvas: what to do there, and how far one is."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.rich_text.markdown_escape import as_markdown
from engine.lessons.answer import Answer, Marked


class CanvasQuestion(QuestionView):
    """Tells where to answer, and how many of the boxes are filled."""

    has_fields = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._answer: tuple[str, ...] = ()
        self._words = text_label(self, "")
        self._words.setText(self._what_to_do())
        self._count = text_label(self, "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(4))
        layout.addWidget(self._words)
        layout.addWidget(self._bar)
        layout.addWidget(self._count)
        self._bar.hide()
        self._count.hide()

    @property
    def count_text(self) -> str:
        """How far one is, in words."""
        return self._count.text()

    def answer(self) -> Answer:
        """Return what is known of the boxes."""
        return self._answer

    def show_answer(self, answer: Answer) -> None:
        """Take what stands in the boxes, as "question = number"."""
        self._answer = answer if isinstance(answer, tuple) else (answer,) if answer else ()

    def show_count(self, done: int, total: int) -> None:
        """Show how many boxes are filled."""
        text = filled(self.tr("{0} of {1} boxes filled in"), done, total)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        self._bar.setVisible(total > 0)
        self._count.setText(text)
        self._count.setVisible(total > 0)

    def repeated(self, answer: Answer, marked: Marked) -> str:
        """Count what is right: what stands in each box is seen on the canvas."""
        right, total = marked.facts.get("boxes_right"), marked.facts.get("boxes_total")
        if not isinstance(right, float) or not isinstance(total, float):
            return ""
        return as_markdown(filled(self.tr("{0} of {1} boxes right"), int(right), int(total)))

    def _what_to_do(self) -> str:
        """Say where to answer, and whether what was corrected in a box counts less."""
        arguments = self.question.ask.arguments
        words = (
            self.tr("Fill in the values on the canvas. Tab goes to the next box.")
            if arguments.get("hides") == "values"
            else self.tr("Fill in the gradients on the canvas. Tab goes to the next box.")
        )
        first = self.tr("In each box the first answer counts.")
        return f"{words} {first}" if arguments.get("pass", {}).get("first_try") else words


RECORDS = (QuestionForm("canvas", CanvasQuestion),)

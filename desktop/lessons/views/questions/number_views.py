"""Views of questions for one number: asked, estimated, or one of those that the page computes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.foundation.translation import formula_sentence
from desktop.lessons.views.questions.answer_edit import AnswerEdit
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.fields.reading_choices import ReadingChoices
from engine.errors import Choice, ValueQuestion
from engine.lessons.answer import Answer, Marked


class NumberView(QuestionView):
    """A line for a number, a vector or a matrix as it is typed."""

    is_line = True

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._edit = AnswerEdit(self._placeholder(), self._tip(), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)
        self._readings: tuple[Choice, ...] = ()
        self._asking: ReadingChoices | None = None
        self.setFocusProxy(self._edit)
        self._edit.returnPressed.connect(self.submit)
        self._edit.textEdited.connect(lambda _: self._on_edited())

    @property
    def edit(self) -> AnswerEdit:
        """The line."""
        return self._edit

    def answer(self) -> Answer:
        """Return what was typed."""
        return self._edit.text().strip()

    def show_answer(self, answer: Answer) -> None:
        """Show a number that was typed before."""
        self._edit.setText(answer if isinstance(answer, str) else ", ".join(answer))

    def mark(self, marked: Marked | None) -> None:
        """Mark a text that is no number."""
        fault = marked.fault if marked is not None else None
        self._edit.show_fault(fault)
        self._offer(fault.choices if isinstance(fault, ValueQuestion) else ())

    @property
    def choices(self) -> list[QPushButton]:
        """The buttons for the numbers that may be meant, where the verdict asks which it is."""
        return [] if self._asking is None else self._asking.buttons

    def _offer(self, readings: tuple[Choice, ...]) -> None:
        self._readings = readings
        if self._asking is None and readings:
            self._asking = ReadingChoices(self._edit, self)
            self._asking.chosen.connect(self._on_chosen)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._asking)
        if self._asking is not None:
            self._asking.offer([formula_sentence(choice) for choice in readings])

    def _on_chosen(self, index: int) -> None:
        self._edit.setText(self._readings[index].text)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()
        self.submit()

    def _on_edited(self) -> None:
        self._offer(())
        self.edited.emit()

    def set_spoken(self, name: str) -> None:
        """Let the line be called what is asked."""
        self._edit.setAccessibleName(name)

    def take_focus(self) -> None:
        """Take the keys, ready to be overtyped."""
        self._edit.setFocus()
        self._edit.selectAll()

    def _placeholder(self) -> str:
        return self.tr("a number")

    def _tip(self) -> str:
        return self.tr("Type a number such as 0.5, 1/2 or 1e-3, and press Enter")


class EstimateView(NumberView):
    """A line for a guess, which is compared and never marked wrong."""

    def _placeholder(self) -> str:
        return self.tr("your guess")

    def _tip(self) -> str:
        return self.tr("Guess: it is compared with what happens, and never marked wrong")


RECORDS = (
    QuestionForm("number", NumberView),
    QuestionForm("gradient", NumberView),
    QuestionForm("value", NumberView),
    QuestionForm("estimate", EstimateView),
)

"""Fields for a source's value and a node's name, which explain what they refuse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.translation import error_sentence, formula_sentence
from desktop.widgets.fields.problem_label import ProblemLabel
from engine.errors import Choice, EngineError, ValueQuestion


class CommitField(QWidget):
    """A line that hands over its text on Enter or when it is left.

    A refused text stays with the reason below it; Escape brings the accepted one back.
    """

    def __init__(self, commit: Callable[[str], None], parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            commit: Takes the text, or raises `EngineError` with the reason.
            parent: The widget that holds it.
        """
        super().__init__(parent)
        self._commit = commit
        self._accepted = ""
        self._edit = _RevertingEdit(self.restore, self)
        self._problem = ProblemLabel(self)
        self._asked: tuple[Choice, ...] = ()
        self._problem.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._edit)
        column.addWidget(self._problem)
        self.setFocusProxy(self._edit)
        self._edit.editingFinished.connect(self.take)
        self._edit.textEdited.connect(lambda _: self._show_problem(""))

    @property
    def edit(self) -> QLineEdit:
        """The line edit inside."""
        return self._edit

    @property
    def problem(self) -> str:
        """Why the text was refused, or an empty text."""
        return self._problem.sentence

    def describe(self, name: str, tooltip: str) -> None:
        """Name the field for everybody: tooltip, What's This, screen reader."""
        explain(self._edit, name, tooltip)

    def show_text(self, text: str, *, force: bool = False) -> None:
        """Show the accepted text, unless another one is just being typed."""
        is_typed = self._edit.isModified() and self._edit.hasFocus()
        self._accepted = text
        if force or not (is_typed or self.problem):
            self.restore()

    def take(self) -> None:
        """Hand over what has been typed, as if the line were left."""
        if not self._edit.isModified():
            return
        try:
            self._commit(self._edit.text())
        except ValueQuestion as question:
            self._ask(question)
            return
        except EngineError as error:
            self._show_problem(error_sentence(error))
            return
        self._edit.setModified(False)
        self._show_problem("")

    def restore(self) -> None:
        """Show the accepted text again."""
        if self._edit.text() != self._accepted:
            self._edit.setText(self._accepted)
            self._edit.setCursorPosition(0)
        self._edit.setModified(False)
        self._show_problem("")

    def _ask(self, question: ValueQuestion) -> None:
        """Ask which number is meant; the answer is taken as if it had been typed."""
        self._asked = question.choices
        sentence = error_sentence(question)
        self._show_problem(sentence)
        words = [formula_sentence(choice) for choice in question.choices]
        self._problem.ask(sentence, words, self._edit)

    def _on_chosen(self, index: int) -> None:
        self._edit.setText(self._asked[index].text)
        self._edit.setModified(True)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.take()

    def _show_problem(self, sentence: str) -> None:
        if sentence == self._problem.sentence:
            return
        self._problem.say(sentence)
        self._edit.setAccessibleDescription(sentence)
        set_look(self._edit, "invalid", bool(sentence))


class _RevertingEdit(QLineEdit):
    """A line edit whose Escape calls back."""

    def __init__(self, revert: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._revert = revert

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape while something is typed."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._revert()
        else:
            super().keyPressEvent(event)

"""The view of a question that is answered in words, for the lecturer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.lessons.views.questions.answer_edit import LONGEST
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.fields.note_edit import NoteEdit
from engine.lessons.answer import Answer

_HEIGHT_PX = 84
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextView(QuestionView):
    """A field of several lines; Enter answers and Shift+Enter begins a line. Tab goes on."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._edit = NoteEdit(LONGEST, self)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(theme().px(_HEIGHT_PX))
        self._edit.setPlaceholderText(self.tr("in your own words"))
        tip = self.tr("Your lecturer reads this; it is not marked. Shift+Enter begins a new line.")
        explain(self._edit, None, tip)
        self._edit.installEventFilter(self)
        self._edit.textChanged.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)
        self.setFocusProxy(self._edit)

    @property
    def edit(self) -> NoteEdit:
        """The field."""
        return self._edit

    def answer(self) -> Answer:
        """Return what was written."""
        return self._edit.toPlainText().strip()

    def show_answer(self, answer: Answer) -> None:
        """Show what was written before."""
        # It is no edit of the learner's.
        with QSignalBlocker(self):
            self._edit.setPlainText(answer if isinstance(answer, str) else "\n".join(answer))

    def set_spoken(self, name: str) -> None:
        """Let the field be called what is asked."""
        self._edit.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and is_plain:
            self.submit()
            return True
        return False


RECORDS = (QuestionForm("text", TextView),)

"""A question beside a field that lies over a drawing: which of its readings is meant."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.foundation.theme import dress, theme
from desktop.foundation.translation import error_sentence, formula_sentence
from desktop.widgets.fields.problem_label import ProblemLabel
from engine.errors import Choice, ValueQuestion

_WIDEST_PX, _GAP_PX, _EDGE_PX = 320, 6, 8


class QuestionBubble(QFrame):
    """Lies below the field, or above it where there is no room.

    Signals:
        answered(text: str): A reading was chosen, written so that it is the only one.
    """

    answered = Signal(str)

    def __init__(self, edit: QLineEdit, ground: QWidget) -> None:
        """Ask nothing yet.

        Args:
            edit: The field, which lies over the ground.
            ground: What the bubble may lie over.
        """
        super().__init__(ground)
        self._edit, self._ground = edit, ground
        self._choices: tuple[Choice, ...] = ()
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.label = ProblemLabel(self)
        self.label.setProperty("kind", None)
        self.label.chosen.connect(self._on_chosen)
        # A question that a click calls forth is shown when the button is let go.
        self.label.said.connect(self._take_place)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.label)
        self.hide()
        dress(self)

    @property
    def has_keys(self) -> bool:
        """Whether one of its buttons has the keys."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def ask(self, question: ValueQuestion) -> None:
        """Ask which reading is meant."""
        self._choices = question.choices
        words = [formula_sentence(choice) for choice in question.choices]
        self.label.ask(error_sentence(question), words, self._edit)
        self._take_place()
        self.show()
        self.raise_()

    def _take_place(self) -> None:
        """Lie below the field, or above it where there is no room."""
        edge = theme().px(_EDGE_PX)
        self._column.setContentsMargins(edge, edge, edge, edge)
        room = self._ground.rect()
        width = min(theme().px(_WIDEST_PX), room.width() - 2 * edge)
        height = self._column.totalHeightForWidth(width)
        field = self._edit.geometry()
        left = max(edge, min(field.left(), room.right() - width - edge))
        top = field.bottom() + theme().px(_GAP_PX)
        if top + height > room.bottom():
            top = field.top() - theme().px(_GAP_PX) - height
        self.setGeometry(left, top, width, height)

    def _on_chosen(self, index: int) -> None:
        self.hide()
        self.answered.emit(self._choices[index].text)

"""The view of a question for a sign: three buttons, or its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.lessons.views.roving_focus import RovingFocus
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.lessons.answer import Answer

PLUS, MINUS, ZERO = "+", "−", "0"
_TYPED = {"+": PLUS, "=": PLUS, "-": MINUS, "−": MINUS, "0": ZERO}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SignView(QuestionView):
    """Plus, minus or zero."""

    is_line = True

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(self, spacing=theme().px(6))
        for sign, spoken, tip in self._signs():
            button = QPushButton(sign, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            explain(button, spoken, tip)
            button.clicked.connect(lambda _=False: self.edited.emit())
            self._group.addButton(button)
            self._buttons[sign] = button
            row.addWidget(button)
        self._walk = RovingFocus(self, presses=True)
        self._walk.set_members(list(self._buttons.values()))

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The buttons by their signs."""
        return self._buttons

    def answer(self) -> Answer:
        """Return the sign that is chosen."""
        return next((sign for sign, each in self._buttons.items() if each.isChecked()), "")

    def show_answer(self, answer: Answer) -> None:
        """Show the sign that was chosen before, or none."""
        self._group.setExclusive(False)
        for sign, button in self._buttons.items():
            button.setChecked(answer == sign)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Give the keys to what is chosen, or to the first."""
        chosen = self.answer() or PLUS
        self._buttons[str(chosen)].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by typing the sign, and answer with Enter."""
        sign = _TYPED.get(event.text())
        if sign is not None:
            self._buttons[sign].setFocus(Qt.FocusReason.TabFocusReason)
            self._buttons[sign].click()
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            # With nothing chosen yet, Enter is for the sign that has the keys.
            held = next((each for each in self._buttons.values() if each.hasFocus()), None)
            if not self.answer() and held is not None:
                held.click()
            self.submit()
        else:
            super().keyPressEvent(event)

    def _signs(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (PLUS, self.tr("plus"), self.tr("It is positive (key +)")),
            (MINUS, self.tr("minus"), self.tr("It is negative (key −)")),
            (ZERO, self.tr("zero"), self.tr("It is 0 (key 0)")),
        )


RECORDS = (QuestionForm("sign", SignView),)

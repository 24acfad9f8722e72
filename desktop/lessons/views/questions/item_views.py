"""Views of questions about items: which one, which ones, which line of a derivation is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.foundation.theme import theme
from desktop.lessons.views.questions.choice_row import ChoiceRow
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.lessons.views.roving_focus import RovingFocus
from engine.lessons.answer import Answer, Marked

_ROW_GAP_PX = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemsView(QuestionView):
    """Items below each other, each with a button."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._buttons: dict[str, QAbstractButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(_ROW_GAP_PX))

    def making(self) -> Iterator[None]:
        """Make a row for each item."""
        for name in self.question.items:
            button = self._make_button()
            words, pictures = self._words_of(name), self.question.pictures
            self._column.addWidget(ChoiceRow(button, words, self, pictures=pictures))
            button.clicked.connect(lambda _=False: self.edited.emit())
            self._buttons[name] = button
            yield

    @property
    def buttons(self) -> dict[str, QAbstractButton]:
        """The buttons by the names of their items."""
        return self._buttons

    def show_answer(self, answer: Answer) -> None:
        """Show what was chosen before."""
        chosen = (answer,) if isinstance(answer, str) else answer
        for name, button in self._buttons.items():
            button.setChecked(name in chosen)

    def take_focus(self) -> None:
        """Give the keys to what is chosen, or to the first."""
        chosen = self.chosen()
        buttons = [self._buttons[name] for name in chosen] or list(self._buttons.values())
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def repeated(self, answer: Answer, marked: Marked) -> str:
        """Repeat the words of what was chosen, and not its names."""
        chosen = (answer,) if isinstance(answer, str) else answer
        words = [self.question.item_words(name) for name in chosen]
        # Several are sentences of their own, each on a line.
        return words[0] if len(words) == 1 else "".join(f"\n- {each}" for each in words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Enter, which buttons of this kind leave alone."""
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.submit()
        else:
            super().keyPressEvent(event)

    def chosen(self) -> tuple[str, ...]:
        """Return the names of what is chosen, in the order shown."""
        return tuple(name for name, button in self._buttons.items() if button.isChecked())

    def _make_button(self) -> QAbstractButton:
        raise NotImplementedError

    def _words_of(self, name: str) -> str:
        return self.question.item_words(name)


class ChoiceView(ItemsView):
    """One of the items is chosen; the arrows lead from one to the next."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        self._names: Sequence[str] = question.items
        super().__init__(question, parent)
        self._group = QButtonGroup(self)
        self._walk = RovingFocus(self, presses=True)

    def making(self) -> Iterator[None]:
        """Make the rows, of which one is chosen."""
        yield from super().making()
        for button in self._buttons.values():
            self._group.addButton(button)
        self._walk.set_members(list(self._buttons.values()))

    def answer(self) -> Answer:
        """Return the name of what is chosen."""
        return next(iter(self.chosen()), "")

    def show_answer(self, answer: Answer) -> None:
        """Show what was chosen before, or that nothing is."""
        self._group.setExclusive(False)
        super().show_answer(answer)
        self._group.setExclusive(True)

    def _make_button(self) -> QAbstractButton:
        return QRadioButton(self)


class SpotView(ChoiceView):
    """One line of a derivation is chosen; they are numbered, so that one can speak of them."""

    def _words_of(self, name: str) -> str:
        number = self._names.index(name) + 1
        return rf"{number}\. {super()._words_of(name)}"


class ChoicesView(ItemsView):
    """As many of the items are chosen as are right."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._walk = RovingFocus(self)

    def making(self) -> Iterator[None]:
        """Make the rows, each chosen by itself."""
        yield from super().making()
        self._walk.set_members(list(self._buttons.values()))

    def answer(self) -> Answer:
        """Return the names of what is chosen."""
        return self.chosen()

    def _make_button(self) -> QAbstractButton:
        return QCheckBox(self)


RECORDS = (
    QuestionForm("choice", ChoiceView),
    QuestionForm("choices", ChoicesView),
    QuestionForm("spot", SpotView),
)

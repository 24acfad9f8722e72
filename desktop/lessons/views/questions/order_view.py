"""The view of a question for an order: rows that are dragged, or moved by Alt with ↑ and ↓."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.lessons.views.announcing import announce
from desktop.lessons.views.questions.order_row import OrderRow
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.lessons.views.roving_focus import RovingFocus
from desktop.widgets.panels.text_label import text_label
from engine.lessons.answer import Answer, Marked

_GAP_PX = 4
# Longer items, in letters, are sentences, which are not repeated.
_LONGEST_REPEATED = 30


class OrderView(QuestionView):
    """The items in the order in which they stand; ↑ and ↓ lead among them."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._rows: list[OrderRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(_GAP_PX))
        self._walk = RovingFocus(self)

    def making(self) -> Iterator[None]:
        """Say how rows are moved, and make one for each item."""
        # Above them: below, it would be out of sight where the rows need the whole height.
        self._help = text_label(self, "muted")
        self._help.setText(
            self.tr("Drag the rows; or choose one with ↑ and ↓, and move it with Alt+↑ and Alt+↓.")
        )
        self._column.addWidget(self._help)
        question = self.question
        for name in question.items:
            row = OrderRow(name, question.item_words(name), self, question.pictures)
            row.dragged.connect(lambda y, row=row: self._on_dragged(row, y))
            row.moved.connect(lambda by, row=row: self._move(row, by))
            row.entered.connect(self.submit)
            self._rows.append(row)
            self._column.addWidget(row)
            yield
        self._number()

    @property
    def rows(self) -> Sequence[OrderRow]:
        """The rows in their order."""
        return tuple(self._rows)

    def answer(self) -> Answer:
        """Return the names of the items in their order."""
        return tuple(row.name for row in self._rows)

    def show_answer(self, answer: Answer) -> None:
        """Show the order that was given before; what it does not name follows."""
        names = (answer,) if isinstance(answer, str) else answer
        known = {row.name: row for row in self._rows}
        first = [known.pop(name) for name in names if name in known]
        self._rows = first + list(known.values())
        self._number()

    def clear(self) -> None:
        """Show the order in which the items came."""
        self.show_answer(self.question.items)

    def claims(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        """Claim Alt with ↑ and ↓ too."""
        is_move = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        is_held = held == Qt.KeyboardModifier.AltModifier
        return (is_move and is_held) or super().claims(event, held)

    def take_focus(self) -> None:
        """Give the keys to the first row."""
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def repeated(self, answer: Answer, marked: Marked) -> str:
        """Repeat the words of the items, and not their names.

        Where they are sentences, the rows above say it, and why comes into sight instead.
        """
        names = (answer,) if isinstance(answer, str) else answer
        words = [self.question.item_words(name) for name in names]
        return "" if max(map(len, words), default=0) > _LONGEST_REPEATED else " → ".join(words)

    def _on_dragged(self, row: OrderRow, y: int) -> None:
        """Let a row change places with a neighbour when the mouse is over that one's middle."""
        place = self._rows.index(row)
        if place > 0 and y < self._rows[place - 1].geometry().center().y():
            self._move(row, -1)
        elif place + 1 < len(self._rows) and y > self._rows[place + 1].geometry().center().y():
            self._move(row, 1)

    def _move(self, row: OrderRow, by: int) -> None:
        before = self._rows.index(row)
        place = max(0, min(before + by, len(self._rows) - 1))
        if place == before:
            return
        self._rows.insert(place, self._rows.pop(before))
        self._number()
        announce(row, row.accessibleName())
        self.edited.emit()

    def _number(self) -> None:
        """Put the rows where they belong, and let each say its place."""
        focused = next((place for place, row in enumerate(self._rows) if row.hasFocus()), 0)
        for place, row in enumerate(self._rows):
            self._column.removeWidget(row)
            self._column.insertWidget(place + 1, row)
            row.set_place(place + 1, filled(self.tr("{0} of {1}"), place + 1, len(self._rows)))
        self._walk.set_members(self._rows, focused)


RECORDS = (QuestionForm("order", OrderView),)

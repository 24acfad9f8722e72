"""The line in which an answer is typed, laid over its box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from desktop.foundation.theme import theme
from desktop.graph_editor.editing.inline_editor import Commit, InlineEditor
from desktop.graph_editor.editing.pointer_hint import PointerHint

_PADDING, _BUTTON = 30, 26


class AnswerEditor(InlineEditor):
    """An inline editor that leads on: Enter and Tab to the next box, Shift+Tab back.

    Signals:
        taken(direction: int): The text was taken or left empty by a key; 1 for Enter and Tab, −1
            for Shift+Tab.
        table_asked(): The answer is to be typed as a table.
    """

    taken = Signal(int)
    table_asked = Signal()

    def __init__(self, view: QAbstractScrollArea, hint: PointerHint) -> None:
        super().__init__(view, hint)
        self.setObjectName("answer_editor")
        self.setToolTip(
            self.tr("Enter takes the answer, Tab goes on to the next box, Escape leaves it.")
        )
        self._table = self._make_table_action()

    def ask(
        self,
        area: QRect,
        title: str,
        example: str,
        text: str,
        commit: Commit,
        *,
        has_table: bool = False,
    ) -> None:
        """Ask for a number over an area of the viewport.

        Args:
            area: Where the box is.
            title: What is asked, for those who hear it.
            example: How an answer is written, shown while there is none.
            text: What was answered before.
            commit: Takes the answer or says why not.
            has_table: Whether it can be typed as a table too.
        """
        self._table.setIcon(theme().icon("grid-3x3"))
        self._table.setVisible(has_table)
        self._table.setEnabled(has_table)
        self.setPlaceholderText(example)
        self.setAccessibleName(title)
        room = self.fontMetrics().horizontalAdvance(example) + _PADDING
        room += _BUTTON if has_table else 0
        wider = max(0, room - area.width()) // 2
        self.open_at(area.adjusted(-wider, 0, wider, 0), text, commit)

    def event(self, event: QEvent) -> bool:
        """Take the key of the table before it leads to the formula field, as it does elsewhere."""
        is_early = event.type() == QEvent.Type.ShortcutOverride
        if is_early and isinstance(event, QKeyEvent) and self._asks_for_table(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take by Enter and go on; ask for the table by Ctrl+T."""
        if self._asks_for_table(event):
            event.accept()
            self.table_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self._take_and_go(1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Take by Tab and go on instead of leaving the canvas."""
        self._take_and_go(1 if is_next else -1)
        return True

    def _asks_for_table(self, event: QKeyEvent) -> bool:
        has_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return has_ctrl and event.key() == Qt.Key.Key_T and self._table.isEnabled()

    def _make_table_action(self) -> QAction:
        action = QAction(self.tr("Type as a table"), self)
        action.setToolTip(self.tr("Type the answer as a table (Ctrl+T)"))
        action.triggered.connect(self.table_asked)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        return action

    def _take_and_go(self, direction: int) -> None:
        if self.is_open and self.take():
            self.taken.emit(direction)

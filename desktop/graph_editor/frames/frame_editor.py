"""Writing on a frame where it stands: a line for its title and a field for its note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.widgets.fields.note_edit import NoteEdit
from engine.graph.text_limits import LONGEST_NOTE, LONGEST_TITLE

Take = Callable[[str, str], None]

_NARROWEST, _WIDEST, _NOTE_LINES = 240, 420, 3


class FrameEditor(QFrame):
    """Edits title and note over the viewport: Enter takes both, Escape leaves them as they were.

    In the note Enter begins a line and Ctrl+Enter takes; a click elsewhere takes too.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._take: Take | None = None
        self.setProperty("kind", "card")
        self.title = QLineEdit(self)
        self.title.setMaxLength(LONGEST_TITLE)
        self.note = NoteEdit(LONGEST_NOTE, self)
        self._describe()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.note)
        for field in (self.title, self.note):
            field.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a frame is being written on."""
        return self._take is not None

    def open_at(self, area: QRect, title: str, note: str, take: Take) -> None:
        """Edit a title and a note.

        Args:
            area: The frame in the viewport; the fields are laid over its upper left corner.
            title: The title as it is, all selected.
            note: The note as it is.
            take: Called with both when they are taken.
        """
        self.close_now()
        self.title.setText(title)
        self.note.setPlainText(note)
        self._take = take
        lines = self.note.fontMetrics().lineSpacing() * _NOTE_LINES
        self.note.setFixedHeight(lines + theme().px(18))
        self.setGeometry(self._place(area))
        self.show()
        self.raise_()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def leave(self) -> None:
        """Take what was written and close."""
        take = self._take
        if take is not None:
            title, note = self.title.text().strip(), self.note.toPlainText().strip()
            self.close_now()
            take(title, note)

    def close_now(self) -> None:
        """Close without taking anything."""
        if self._take is None:
            return
        self._take = None
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        had_focus = self.title.hasFocus() or self.note.hasFocus()
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take by Enter, leave by Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._answers(event, is_note=watched is self.note)
        return super().eventFilter(watched, event)

    def _answers(self, event: QKeyEvent, *, is_note: bool) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
            return True
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and (not is_note or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.leave()
            return True
        return False

    def _place(self, area: QRect) -> QRect:
        """Return where the fields stand: over the frame's head, inside the viewport."""
        room = self._view.viewport().rect().adjusted(4, 4, -4, -4)
        width = min(max(area.width(), theme().px(_NARROWEST)), theme().px(_WIDEST), room.width())
        height = self.sizeHint().height()
        x = min(max(area.left(), room.left()), room.right() - width)
        y = min(max(area.top(), room.top()), room.bottom() - height)
        return QRect(QPoint(x, y), QPoint(x + width, y + height))

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        # None: another window has it, or a menu; what is written stays open.
        if now is not None and now not in (self.title, self.note):
            self.leave()

    def _describe(self) -> None:
        self.title.setPlaceholderText(self.tr("Title"))
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        tip = self.tr("Enter takes title and note, Escape leaves them.")
        explain(self.title, self.tr("Title of the frame"), tip)
        tip = self.tr("Ctrl+Enter takes title and note, Escape leaves them.")
        explain(self.note, self.tr("Note of the frame"), tip)

"""A field for a note of several lines that takes no more than a note may hold."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class NoteEdit(QPlainTextEdit):
    """A text field with a limit, which Qt's own has not."""

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        """Make an empty field.

        Args:
            longest: So many characters at most, as Qt counts them.
            parent: The widget that it is in.
        """
        super().__init__(parent)
        self._longest = longest
        self.textChanged.connect(self._shorten)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window; Qt would write their addresses into the text."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what there is room for; Qt would lay out all of a text of many megabytes first."""
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = self._longest - self._length() + selected
        if source.hasText():
            cursor.insertText(source.text()[: max(room, 0)])
            self.setTextCursor(cursor)

    def _length(self) -> int:
        # The document counts the end of its last paragraph too.
        return self.document().characterCount() - 1

    def _shorten(self) -> None:
        """Take away what was typed beyond the limit: that stands before the cursor."""
        beyond = self._length() - self._longest
        if beyond > 0:
            cursor = self.textCursor()
            cursor.movePosition(
                QTextCursor.MoveOperation.PreviousCharacter,
                QTextCursor.MoveMode.KeepAnchor,
                beyond,
            )
            cursor.removeSelectedText()

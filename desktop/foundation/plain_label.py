"""Labels and message boxes that show their text as it stands, whatever it looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


class PlainLabel(QLabel):
    """A label without markup: Qt's own guesses, and opens the files that a text names.

    The text of a label with a buddy may have a mnemonic, so it must be the program's own.
    """

    def __init__(self, text: str | QWidget | None = "", parent: QWidget | None = None) -> None:
        """Make the label.

        Args:
            text: What it shows; or, as with Qt's own, the parent alone.
            parent: The widget that it is in.
        """
        owner = parent if isinstance(text, str) else text
        super().__init__(owner)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(text, str):
            self.setText(text)


class RichLabel(QLabel):
    """A label of the program's own markup; `escaped` is what belongs round any other text in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)


def plain_message_box(parent: QWidget | None) -> QMessageBox:
    """Return a message box whose text is shown as it stands."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box

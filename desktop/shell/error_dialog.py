"""The window about an error that nobody expected: what it was, and details to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme


class ErrorDialog(QDialog):
    """Stays beside the work, which goes on; further errors are added to the same window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty report."""
        super().__init__(parent)
        self.setModal(False)
        # Somebody may be typing elsewhere.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._heading, self._text = PlainLabel("", self), PlainLabel("", self)
        self._heading.setProperty("kind", "heading")
        self._text.setWordWrap(True)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setFont(theme().font("mono"))
        buttons = QDialogButtonBox(self)
        self._copy, self._close = QPushButton(self), QPushButton(self)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        self.follow_language()
        self._copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (self._heading, self._text, self.details, buttons):
            layout.addWidget(widget)
        self.resize(theme().px(640), theme().px(420))

    def follow_language(self) -> None:
        """Say everything but the details in the language that is in force now."""
        self.setWindowTitle(self.tr("Unexpected error"))
        self._heading.setText(self.tr("Something went wrong that should not have."))
        self._text.setText(
            self.tr(
                "Your work is as it was before, and you can go on. If it happens again, save your "
                "work, and send these details to those who look after the program."
            )
        )
        tip = self.tr("What happened, for those who look after the program")
        explain(self.details, self.tr("Details"), tip)
        self._copy.setText(self.tr("Copy details"))
        self._copy.setToolTip(self.tr("Copy the details to the clipboard"))
        self._close.setText(self.tr("Close"))
        self._close.setToolTip(self.tr("Close this window"))

    def add(self, details: str) -> None:
        """Add an error and show the window, without taking the keyboard from the work."""
        self.details.appendPlainText(f"{details}\n")
        self.show()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

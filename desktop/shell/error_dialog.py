"""The window about an error that nobody expected: what it was, and details to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.foundation.theme import theme
from desktop.widgets.plain_label import PlainLabel


class ErrorDialog(QDialog):
    """Stays beside the work, which goes on; further errors are added to the same window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty report."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.setModal(False)
        # Somebody may be typing elsewhere.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        heading = PlainLabel(self.tr("Something went wrong that should not have."), self)
        heading.setProperty("kind", "heading")
        text = PlainLabel(
            self.tr(
                "Your work is as it was before, and you can go on. If it happens again, save your "
                "work, and send these details to those who look after the program."
            ),
            self,
        )
        text.setWordWrap(True)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setFont(theme().font("mono"))
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setToolTip(self.tr("What happened, for those who look after the program"))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        copy.setToolTip(self.tr("Copy the details to the clipboard"))
        close.setToolTip(self.tr("Close this window"))
        copy.clicked.connect(self._on_copy_clicked)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (heading, text, self.details, buttons):
            layout.addWidget(widget)
        self.resize(theme().px(640), theme().px(420))

    def add(self, details: str) -> None:
        """Add an error and show the window, without taking the keyboard from the work."""
        self.details.appendPlainText(f"{details}\n")
        self.show()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

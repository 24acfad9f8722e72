"""What is wrong with a lesson's files, by file and line; a click copies it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import coded_sentence, filled
from desktop.widgets.panels.text_label import text_label
from engine.lessons.faults import Fault


def fault_text(fault: Fault) -> str:
    """Return a fault as compilers write it, in the language of the interface."""
    sentence = coded_sentence(f"error:{fault.code}", fault.sentence, fault.details)
    if fault.is_warning:
        warning = QCoreApplication.translate("FaultView", "warning: {0}")
        sentence = filled(warning, sentence)
    return f"{fault.place}: {sentence}"


class FaultView(QWidget):
    """Lists faults.

    Signals:
        start_wanted(): The list of lessons is to be shown.
    """

    start_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = text_label(self, "heading")
        self._told = text_label(self, "")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        explain(
            self.list,
            self.tr("Faults of the lesson"),
            self.tr("Click a fault, or press Enter, to copy it"),
        )
        # A click activates too where the platform says so, and copying twice is copying once.
        self.list.itemActivated.connect(self._on_chosen)
        self.list.itemClicked.connect(self._on_chosen)
        self.back_button = QPushButton(self.tr("All lessons"), self)
        explain(self.back_button, None, self.tr("Show the list of lessons"))
        self.back_button.clicked.connect(lambda _=False: self.start_wanted.emit())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._told)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def texts(self) -> list[str]:
        """What is said, line by line."""
        rows = [self.list.item(row).text() for row in range(self.list.count())]
        return [self._told.text(), *rows]

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show what keeps a lesson from being played."""
        self._heading.setText(self.tr("This lesson cannot be played"))
        self._told.setText(self.tr("Its files have faults; a click copies one."))
        self.list.clear()
        for fault in faults:
            self.list.addItem(QListWidgetItem(fault_text(fault)))
        self.list.setVisible(bool(faults))

    def show_sentence(self, sentence: str) -> None:
        """Show why a lesson cannot be opened at all."""
        self.show_faults(())
        self._told.setText(sentence)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        QGuiApplication.clipboard().setText(item.text())

    def _on_theme_changed(self) -> None:
        edge = theme().px(14)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme().px(10))

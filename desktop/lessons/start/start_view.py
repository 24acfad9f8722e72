"""The list of lessons, and below it what is done with lessons and progress as files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import entry_text
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.lessons.views.button_row import EnterButton
from desktop.lessons.views.start_page import StartPage
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.text_label import text_label


class StartView(QWidget):
    """Shows the lessons, a sentence above them where there is one, and buttons below.

    Signals:
        open_wanted(): A lesson of somebody's is to be opened.
        name_wanted(): The name for handing in is to be asked for.
        export_wanted(): All progress is to be written into a file.
        import_wanted(): The progress in a file is to be taken over.
    """

    open_wanted = Signal()
    name_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = StartPage(self)
        self.notice = text_label(self, "info")
        self.notice.hide()
        self.waiting = text_label(self, "muted")
        self.waiting.setText(self.tr("The lessons are being read…"))
        self.open_button = self._button(
            self.tr("Open a lesson…"),
            self.tr("Open a lesson that somebody has given you"),
            self.open_wanted.emit,
        )
        self.name_button = self._button("", "", self.name_wanted.emit)
        self.export_button = self._button(
            self.tr("Save progress…"),
            self.tr("Write what was done in all lessons into one file, for another computer"),
            self.export_wanted.emit,
        )
        self.import_button = self._button(
            self.tr("Take over progress…"),
            self.tr("Read what was done in lessons on another computer"),
            self.import_wanted.emit,
        )
        self._flow = FlowLayout()
        for button in (self.open_button, self.name_button, self.export_button, self.import_button):
            self._flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.waiting)
        column.addWidget(self.page, 1)
        column.addLayout(self._flow)
        self.show_name("")
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def tell(self, sentence: str) -> None:
        """Say something above the list; an empty text takes it away."""
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))

    def show_waiting(self, *, is_waiting: bool) -> None:
        """Say that the lessons are still being read, or no longer."""
        self.waiting.setVisible(is_waiting)

    def show_name(self, name: str) -> None:
        """Show under which name somebody hands in; empty for none yet."""
        text = filled(self.tr("Name: {0}"), name) if name else self.tr("Your name…")
        self.name_button.setText(entry_text(text))
        with_name = self.tr(
            "Lessons that are begun now have numbers of this name, and are handed in under it"
        )
        without = self.tr("Say under which name you hand in: lessons then have numbers of your own")
        explain(self.name_button, text, with_name if name else without)

    def _button(self, text: str, tip: str, slot: Callable[[], object]) -> QPushButton:
        button = EnterButton(text, self)
        explain(button, None, tip)
        button.clicked.connect(lambda _=False: slot())
        return button

    def _on_theme_changed(self) -> None:
        edge = theme().px(6)
        self._flow.setContentsMargins(edge, edge, edge, edge)
        self.waiting.setMargin(2 * edge)

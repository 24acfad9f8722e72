"""The readings of what was typed, a button each: by mouse, by Tab, or by Alt and a number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import entry_text
from desktop.foundation.translation import filled
from desktop.widgets.panels.flow_layout import FlowLayout

# So many have a key of their own.
_MOST_KEYS = 9
_LONGEST_WORDS = 60


class ReadingChoices(QWidget):
    """Buttons for the readings that there are; none while nothing is asked.

    Signals:
        chosen(index: int): A reading was chosen, by its place.
    """

    chosen = Signal(int)

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        """Make a row without buttons.

        Args:
            field: Where one types; while it has the keys, Alt and a number choose.
            parent: Its owner.
        """
        super().__init__(parent)
        self._field = field
        self._buttons: list[QPushButton] = []
        self._words: list[str] = []
        self._flow = FlowLayout(self)
        field.installEventFilter(self)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons, in order; none while nothing is asked."""
        return list(self._buttons)

    def offer(self, words: Sequence[str]) -> None:
        """Offer readings, each by its words; none for nothing to choose."""
        if list(words) == self._words:
            # Asked once more, as a field is that is left for one of the buttons.
            return
        self._words = list(words)
        had_keys = any(button.hasFocus() for button in self._buttons)
        if had_keys:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(index, text) for index, text in enumerate(words)]
        before: QWidget = self._field
        for button in self._buttons:
            QWidget.setTabOrder(before, button)
            before = button
        self.setVisible(bool(words))
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by Alt and a number while the field has the keys."""
        if watched is self._field and self._buttons and isinstance(event, QKeyEvent):
            return self._is_taken(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Alt and a number, or by Enter; Escape leads back to the field."""
        if event.key() == Qt.Key.Key_Escape:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((button for button in self._buttons if button.hasFocus()), None)
            if focused is not None:
                focused.click()
        elif not self._is_taken(event):
            super().keyPressEvent(event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        """Take Alt with the number of a button, before it is anybody's shortcut."""
        index = _number(event) - 1
        if not 0 <= index < len(self._buttons):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._buttons[index].click()
            return True
        return False

    def _button(self, index: int, words: str) -> QPushButton:
        shown = words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS]}…"
        button = QPushButton(entry_text(shown), self)
        button.setProperty("kind", "chip")
        button.setAutoDefault(False)
        tip = words
        if index < _MOST_KEYS:
            tip = filled(self.tr("{0} (Alt+{1})"), words, index + 1)
        explain(button, words, tip, by_tab=True)
        button.clicked.connect(lambda: self.chosen.emit(index))
        self._flow.addWidget(button)
        button.show()
        return button


def _number(event: QKeyEvent) -> int:
    """Return which number is pressed together with Alt alone; 0 for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    digit = event.key() - Qt.Key.Key_0
    return digit if modifiers == Qt.KeyboardModifier.AltModifier and 1 <= digit <= 9 else 0

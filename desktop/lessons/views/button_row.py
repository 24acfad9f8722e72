"""Buttons in as many lines as they need, which take no room while none of them is there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.foundation.theme import theme
from desktop.widgets.panels.flow_layout import FlowLayout

_GAP_PX = 6


class EnterButton(QPushButton):
    """A button that Enter presses, and that looks the same while it has the keys.

    What Qt calls default looks like the button that goes on, and its text is wider.
    """

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ButtonRow(QWidget):
    """Buttons side by side, broken into lines like words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self, spacing=theme().px(_GAP_PX))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def has_any(self) -> bool:
        """Whether one of the buttons is there."""
        return any(not button.isHidden() for button in self._buttons)

    def add(self, *buttons: QPushButton) -> None:
        """Take buttons."""
        for button in buttons:
            button.setParent(self)
            self._buttons.append(button)
            self._flow.addWidget(button)

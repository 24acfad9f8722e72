"""A row of buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain


class Choice(QFrame):
    """Offers a few words side by side.

    Signals:
        chosen(name: str): The user chose another one.
    """

    chosen = Signal(str)

    def __init__(
        self, title: str, options: Mapping[str, tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Make the row.

        Args:
            title: What is chosen, for those who hear it.
            options: For each name its label and its tooltip; the first is chosen.
            parent: The widget that holds it.
        """
        super().__init__(parent)
        self.setProperty("kind", "segmented")
        self.setAccessibleName(title)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for name, (label, tooltip) in options.items():
            button = QPushButton(label, self)
            button.setCheckable(True)
            explain(button, f"{title}: {label}", tooltip)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._buttons[name] = button
            self._group.addButton(button)
            row.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit(self.name))

    @property
    def name(self) -> str:
        """The name of the one that is chosen."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def button(self, name: str) -> QPushButton:
        """Return the button of a name."""
        return self._buttons[name]

    def choose(self, name: str) -> None:
        """Choose one, without a signal."""
        self._buttons[name].setChecked(True)

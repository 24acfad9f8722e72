"""A switcher: a row of buttons of which one is pressed, for views that take turns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier

# What the style sheet puts at both sides of a text.
_ROOM_PX = 34
Segment = tuple[str, str, str]


class Segments(QFrame):
    """Chooses one of a few views.

    Signals:
        chosen(name: str): The user chose the view of that name.
    """

    chosen = Signal(str)

    def __init__(
        self, title: str, segments: Sequence[Segment], parent: QWidget | None = None
    ) -> None:
        """Offer segments, each a name, a title and what it shows, both translated."""
        super().__init__(parent)
        self.setProperty("kind", "segmented")
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for name, text, summary in segments:
            button = QPushButton(text, self)
            button.setCheckable(True)
            # A choice made by mouse leaves the keys to the page, where Space trains.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(plain(summary))
            button.setWhatsThis(plain(summary))
            button.setAccessibleName(text)
            button.clicked.connect(lambda _=False, name=name: self._on_clicked(name))
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        theme_notifier().follow(self._fit)
        self._fit()
        self.set_name(segments[0][0])

    @property
    def name(self) -> str:
        """The name of the view chosen."""
        return self._name

    def button(self, name: str) -> QPushButton:
        """Return the button of a view."""
        return self._buttons[name]

    def set_name(self, name: str) -> None:
        """Press another button without emitting ``chosen``."""
        self._name = name
        self._buttons[name].setChecked(True)

    def _fit(self) -> None:
        """Leave each button room for its text in bold, which it shows while it is pressed."""
        metrics = QFontMetrics(theme().font("label"))
        for button in self._buttons.values():
            width = metrics.horizontalAdvance(button.text())
            button.setMinimumWidth(width + theme().px(_ROOM_PX))

    def _on_clicked(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self.chosen.emit(name)

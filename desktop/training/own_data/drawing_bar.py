"""The small bar in the picture while points are drawn: which class, clear, done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled
from desktop.widgets.fields.problem_label import ProblemLabel

_FIRST_CLASSES = 2


class DrawingBar(QFrame):
    """Chooses the class of the next point.

    Signals:
        class_chosen(label: int): The next points are of this class.
        clear_wanted(): All points but one of each class are to go.
        done(): Drawing is over.
    """

    class_chosen = Signal(int)
    clear_wanted = Signal()
    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.class_buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 4, 8, 4)
        self._layout.setSpacing(6)
        self._layout.addWidget(PlainLabel(self.tr("class"), self))
        self.problem_label = ProblemLabel(self)
        # It stands in a row.
        self.problem_label.setWordWrap(False)
        self.clear_button = self._button(
            self.tr("Clear"), self.tr("Remove all points but one of each class")
        )
        self.done_button = self._button(self.tr("Done"), self.tr("Stop drawing points (Escape)"))
        self.clear_button.clicked.connect(self.clear_wanted)
        self.done_button.clicked.connect(self.done)
        self._layout.addWidget(self.clear_button)
        self._layout.addWidget(self.done_button)
        self._layout.addWidget(self.problem_label)
        for _ in range(_FIRST_CLASSES):
            self._add_class()

    def show_class(self, label: int) -> None:
        """Show which class the next point will have."""
        while len(self.class_buttons) <= label:
            self._add_class()
        self.class_buttons[label].setChecked(True)
        self.adjustSize()

    def show_problem(self, sentence: str) -> None:
        """Say why the last stroke could not be."""
        self.problem_label.say(sentence)
        self.adjustSize()

    def _add_class(self) -> None:
        label = len(self.class_buttons)
        button = self._button(
            str(label), filled(self.tr("Draw points of class {0} (key {0})"), label)
        )
        button.setProperty("kind", "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda _=False: self.class_chosen.emit(label))
        self._group.addButton(button)
        self.class_buttons.append(button)
        self._layout.insertWidget(1 + label, button)

    def _button(self, text: str, explanation: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, explanation, explanation, by_tab=True)
        return button

"""The bar below the picture while points are drawn: which class, its name, erase, clear, done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import entry_text
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.training.pictures.class_marks import class_colour, draw_class_mark
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.quoting import quote
from engine.training.datasets.own import MOST_CLASSES

MOST_DRAWN = min(MOST_CLASSES, 10)
"""Classes that can be drawn: one for each digit."""

_MARK_PX, _NAME_PX = 12, 96
_LONGEST_CHIP = 12
_LONGEST_NAME = 200


class DrawnClass(NamedTuple):
    """A class as its button shows it.

    Attributes:
        name: What it is called; '' where it goes by its number.
        look: Which look it has in the picture.
    """

    name: str
    look: int


class DrawingBar(QFrame):
    """Chooses the class of the next point by button or digit, and names it.

    Signals:
        class_chosen(label: int): The next points are of this class.
        class_named(label: int, name: str): A class is to be called so; '' for its number.
        erase_toggled(is_on: bool): The mouse is to take points away, or to add them again.
        clear_wanted(): All points but one of each class are to go.
        done(): Drawing is over.
    """

    class_chosen = Signal(int)
    class_named = Signal(int, str)
    erase_toggled = Signal(bool)
    clear_wanted = Signal()
    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._classes: tuple[DrawnClass, ...] = ()
        self._chosen = 0
        self.class_buttons: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._flow = FlowLayout()
        self.add_button = self._button(self.tr("+ class"), self.tr("Draw points of one more class"))
        self.add_button.setProperty("kind", "chip")
        self.name_edit = QLineEdit(self)
        self.name_edit.setMaxLength(_LONGEST_NAME)
        self.name_edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        explain(
            self.name_edit,
            self.tr("Name of the class"),
            self.tr("What the class of the next points is called; empty for its number"),
        )
        self.erase_button = self._button(
            self.tr("Erase"), self.tr("Take points away by clicking or dragging (X)")
        )
        self.erase_button.setProperty("kind", "chip")
        self.erase_button.setCheckable(True)
        self.clear_button = self._button(
            self.tr("Clear"), self.tr("Remove all points but one of each class")
        )
        self.done_button = self._button(self.tr("Done"), self.tr("Stop drawing points (Escape)"))
        self.problem_label = ProblemLabel(self)
        for part in (
            self.add_button, self.name_edit, self.erase_button, self.clear_button, self.done_button,
        ):  # fmt: skip
            self._flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(2)
        column.addLayout(self._flow)
        column.addWidget(self.problem_label)
        self.add_button.clicked.connect(lambda: self.class_chosen.emit(len(self._classes)))
        self.name_edit.editingFinished.connect(self._on_named)
        self.erase_button.toggled.connect(self.erase_toggled)
        self.clear_button.clicked.connect(self.clear_wanted)
        self.done_button.clicked.connect(self.done)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def show_classes(self, classes: Sequence[DrawnClass], chosen: int) -> None:
        """Show a button for each class, and which class the next point will have."""
        self._chosen = chosen
        while len(self.class_buttons) < len(classes):
            self._add_class()
        for label, button in enumerate(self.class_buttons):
            button.setVisible(label < len(classes))
        if tuple(classes) != self._classes:
            self._classes = tuple(classes)
            self._dress()
        self.add_button.setVisible(len(classes) < MOST_DRAWN)
        self.class_buttons[chosen].setChecked(True)
        if not self.name_edit.hasFocus():
            self.name_edit.setText(classes[chosen].name)
            self.name_edit.setCursorPosition(0)
        self.name_edit.setPlaceholderText(filled(self.tr("name of {0}"), chosen))

    def show_erasing(self, is_on: bool) -> None:
        """Show whether the mouse takes points away."""
        self.erase_button.setChecked(is_on)

    def show_problem(self, sentence: str) -> None:
        """Say why the last stroke could not be."""
        self.problem_label.say(sentence)

    def _add_class(self) -> None:
        label = len(self.class_buttons)
        button = self._button(str(label), str(label))
        button.setProperty("kind", "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda _=False: self.class_chosen.emit(label))
        self._group.addButton(button)
        self.class_buttons.append(button)
        self._flow.insertWidget(label, button)

    def _dress(self) -> None:
        """Write the digits and the names on the buttons, and draw the marks."""
        for label, (button, drawn) in enumerate(
            zip(self.class_buttons, self._classes, strict=False)
        ):
            words = f"{label} {quote(drawn.name, _LONGEST_CHIP)}" if drawn.name else str(label)
            button.setText(entry_text(words))
            button.setIcon(_mark_icon(drawn.look))
            button.setIconSize(QSize(theme().px(_MARK_PX), theme().px(_MARK_PX)))
            tip = filled(self.tr("Draw points of class {0} (key {1})"), drawn.name or label, label)
            explain(button, tip, tip, by_tab=True)

    def _on_named(self) -> None:
        name = self.name_edit.text().strip()
        if self._classes and name != self._classes[self._chosen].name:
            self.class_named.emit(self._chosen, name)

    def _on_theme_changed(self) -> None:
        self.name_edit.setFixedWidth(theme().px(_NAME_PX))
        self._dress()

    def _button(self, text: str, explanation: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, explanation, explanation, by_tab=True)
        return button


def _mark_icon(look: int) -> QIcon:
    """Draw the mark of a look, as sharp as the screen is."""
    scale = 2
    side = theme().px(_MARK_PX) * scale
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = theme().color(class_colour(look))
    draw_class_mark(painter, QPointF(side / 2, side / 2), 0.86 * side, fill, look)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return QIcon(pixmap)

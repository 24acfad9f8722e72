"""Numbers of the drawn network, changed in place: typed, dragged, stepped by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.training.network.layout import Bias, Connection, NetworkLayout, Part, Unit
from desktop.widgets.fields.number_text import (
    format_number,
    parse_number,
    question_about,
    round_significant,
)
from desktop.widgets.fields.question_bubble import QuestionBubble
from desktop.widgets.fields.scrub_edit import PIXELS_PER_STEP, modifier_factor
from engine.errors import ValueQuestion
from engine.quoting import brief

_WIDTH_PX, _HEIGHT_PX, _EDGES_PX = 96, 30, 26
_MOST_DIGITS = 17
STEP = 0.05
_MOVED_DIGITS = 12


class NumberEditor(QLineEdit):
    """Types a number in place: Enter takes it over, Escape leaves what stood there.

    Signals:
        committed(value: float): A number was typed.
        closed(): The field is gone.
    """

    committed = Signal(float)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = parent
        # What asks which number is meant, once something was asked.
        self.question: QuestionBubble | None = None
        self.hide()
        tip = self.tr("Type a number such as 0.5, 1/2 or 1e-3 and press Enter")
        explain(self, self.tr("Weight or bias"), tip)

    def open(self, value: float, box: QRectF) -> None:
        """Show the field over a rectangle of its parent, with a number to type over."""
        self.setText(_whole_number(value))
        self._mark_invalid(False)
        # Not before it is shown has it the font of the style sheet.
        self.show()
        self._fit(box)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _fit(self, box: QRectF) -> None:
        """Lie over a rectangle, wide enough for all digits of the number to be typed over."""
        area = self._drawing.rect()
        needed = self.fontMetrics().horizontalAdvance(self.text()) + theme().px(_EDGES_PX)
        width = min(max(theme().px(_WIDTH_PX), needed), area.width())
        height = max(theme().px(_HEIGHT_PX), self.sizeHint().height())
        left = min(max(0.0, box.center().x() - width / 2), area.width() - width)
        top = min(max(0.0, box.center().y() - height / 2), area.height() - height)
        self.setGeometry(round(left), round(top), width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number over on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the focus goes: what was not confirmed is not taken over."""
        super().focusOutEvent(event)
        is_asking = self.question is not None and self.question.has_keys
        if self.isVisible() and event.reason() != Qt.FocusReason.PopupFocusReason and not is_asking:
            self._close()

    def _commit(self) -> None:
        question = question_about(self.text())
        if question is not None:
            self._ask(question)
            return
        value = parse_number(self.text())
        if value is None:
            self._mark_invalid(True)
            sentence = filled(
                self.tr("“{0}” is not a number: type 0.5, 1/2 or 1e-3"), brief(self.text())
            )
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), plain(sentence), self)
            return
        if self.isModified():
            self.committed.emit(value)
        self._close()

    def _ask(self, question: ValueQuestion) -> None:
        if self.question is None:
            self.question = QuestionBubble(self, self._drawing)
            self.question.answered.connect(self._on_answered)
        self._mark_invalid(True)
        self.question.ask(question)

    def _on_answered(self, text: str) -> None:
        self.setText(text)
        self.setModified(True)
        self._commit()

    def _close(self) -> None:
        if self.question is not None:
            self.question.hide()
        self.hide()
        self.closed.emit()

    def _mark_invalid(self, invalid: bool) -> None:
        set_look(self, "invalid", invalid)


@dataclass
class NumberDrag:
    """A number under a pressed button; it changes as soon as the mouse has moved sideways.

    Attributes:
        part: Whose number it is.
        start: The number when the button went down.
        press: Where that was.
        is_moving: Whether the number is being dragged.
    """

    part: Connection | Bias
    start: float
    press: QPointF
    is_moving: bool = False

    def value_at(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> float | None:
        """Return the number for a place of the mouse, or None while it has hardly moved."""
        distance = place.x() - self.press.x()
        if not self.is_moving and abs(distance) < QApplication.startDragDistance() / 2:
            return None
        self.is_moving = True
        steps = round(distance / PIXELS_PER_STEP)
        return stepped(self.start, steps * modifier_factor(modifiers))


def _whole_number(value: float) -> str:
    """Write a number with as many digits as it takes to read the same one again."""
    digits = range(1, _MOST_DIGITS)
    fewest = next((n for n in digits if float(f"{value:.{n}g}") == value), _MOST_DIGITS)
    return format_number(value, fewest)


def stepped(value: float, steps: float) -> float:
    """Return a number so many steps on."""
    return round_significant(value + steps * STEP, _MOVED_DIGITS)


def next_part(layout: NetworkLayout, part: Part | None, across: int, down: int) -> Part:
    """Return the part that lies in a direction; at the end of the way it stays.

    To the right one comes from a layer's biases to the weights behind it, and on to the biases of
    the next layer; up and down lead through the numbers of one kind in a layer.
    """
    columns = _columns(layout)
    if isinstance(part, Unit) and part.layer:
        part = Bias(part)
    place = next((index for index, column in enumerate(columns) if part in column), None)
    if place is None or part is None:
        return columns[0][0]
    row = columns[place].index(part)
    other = columns[_clamped(place + across, columns)]
    if other is columns[place]:
        return other[_clamped(row + down, other)]
    share = row / max(1, len(columns[place]) - 1)
    return other[round(share * (len(other) - 1))]


def _clamped(index: int, items: Sequence[object]) -> int:
    return max(0, min(len(items) - 1, index))


def _columns(layout: NetworkLayout) -> list[list[Part]]:
    columns: list[list[Part]] = []
    for layer in range(1, len(layout.layers)):
        weights: list[Part] = [item for item in layout.connections if item.target.layer == layer]
        biases: list[Part] = [Bias(Unit(layer, unit)) for unit in range(layout.layers[layer])]
        columns += [weights, biases]
    return columns

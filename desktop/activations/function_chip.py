"""The chip of one activation function: its name, and its line while it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.activations.desk import CurveLook
from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.foundation.translation import translate_engine
from desktop.widgets.plots.plot_legend import draw_line_sample
from desktop.widgets.plots.plot_style import pen
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

_SAMPLE_PX = 22
_GAP_PX = 6
_SAMPLE_HEIGHT_PX = 12
_LINE_PX = 2.2


class FunctionChip(QPushButton):
    """A button that is checked while its function is shown, and then carries its line.

    An unchecked one carries a plus in the same place: chips of one width stay where they are when
    one of them is clicked, so that the next click meets the one aimed at.

    Signals:
        drag_wanted(name: str): The function is being dragged away.
    """

    drag_wanted = Signal(str)

    def __init__(self, operation: Operation, parent: QWidget | None = None) -> None:
        super().__init__(operation.symbol, parent)
        title = translate_engine(operation.title)
        self.name = operation.name
        self._pressed_at = QPoint()
        self.setCheckable(True)
        self.setProperty("kind", "chip")
        self._title, self._summary = title, translate_engine(operation.summary)
        self.set_telling(True)
        aliases = OPERATIONS.aliases_of(operation)
        self._words = " ".join((operation.name, operation.symbol, title, *aliases))

    def set_telling(self, is_telling: bool) -> None:
        """Say what the function does, numbers among it, or what it is called alone."""
        tip = f"{self._title}: {self._summary}" if is_telling else self._title
        explain(self, self._title, tip, more=self._summary if is_telling else self._title)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let a press that moves away drag the function out, to the graph space."""
        is_far = (event.position().toPoint() - self._pressed_at).manhattanLength() >= (
            QApplication.startDragDistance()
        )
        if not (event.buttons() & Qt.MouseButton.LeftButton and is_far and self.isDown()):
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        self.drag_wanted.emit(self.name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def matches(self, search: str) -> bool:
        """Whether every word searched for occurs in one of the function's names."""
        words = self._words.casefold()
        return all(part in words for part in search.casefold().split())

    def show_look(self, look: CurveLook | None) -> None:
        """Carry the line of a shown function, or a plus."""
        size = QSize(theme().px(_SAMPLE_PX + _GAP_PX), theme().px(_SAMPLE_HEIGHT_PX))
        self.setIconSize(size)
        pixel_ratio = self.devicePixelRatioF()
        drawn = _plus(size, pixel_ratio) if look is None else _sample(look, size, pixel_ratio)
        self.setIcon(QIcon(drawn))


def _plus(size: QSize, pixel_ratio: float) -> QPixmap:
    pixmap = _empty(size, pixel_ratio)
    painter = QPainter(pixmap)
    room = QRect(0, 0, theme().px(_SAMPLE_PX), size.height())
    theme().icon("plus", "text_muted").paint(painter, room)
    painter.end()
    return pixmap


def _sample(look: CurveLook, size: QSize, pixel_ratio: float) -> QPixmap:
    pixmap = _empty(size, pixel_ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    length = theme().px(_SAMPLE_PX)
    centre = QPointF(length / 2, size.height() / 2)
    draw_line_sample(painter, centre, length - 2, pen(look.colour, _LINE_PX, look.style))
    painter.end()
    return pixmap


def _empty(size: QSize, pixel_ratio: float) -> QPixmap:
    pixmap = QPixmap(size * pixel_ratio)
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap

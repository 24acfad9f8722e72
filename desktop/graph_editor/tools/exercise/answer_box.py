"""A box on the canvas for one hidden number: a question mark, an answer, a mark."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import TEXT_SCALE, canvas_style

HEIGHT = 22.0
_SIGN_WIDTH = 13.0
_PADDING = 5.0
_NARROWEST = 40.0
_CORNER = 5.0


class BoxLook(Enum):
    """How a box is drawn: (ground, frame and sign, text, dashed); the sign repeats the colour."""

    OPEN = ("control", "", "", True)
    ANSWERED = ("control", "border_strong", "text", False)
    RIGHT = ("value_ground", "success", "success", False)
    FOLLOWS = ("warning_ground", "warning", "warning", True)
    WRONG = ("error_ground", "error", "error", False)
    REVEALED = ("control", "text_muted", "text_muted", True)

    @property
    def has_sign(self) -> bool:
        """Whether a check mark, a cross or an eye stands before the number."""
        return self not in (BoxLook.OPEN, BoxLook.ANSWERED)


class AnswerBox(CanvasItem):
    """Paints one box; its position is the centre of the box."""

    def __init__(self, ink: str) -> None:
        """Make an open box; `ink` is the theme colour of what is asked, value or gradient."""
        self.look = BoxLook.OPEN
        self.text = "?"
        self.is_current = False
        self._ink = ink
        self._least = 0.0
        self._size = QRectF()
        super().__init__(z=4)
        self._measure()

    @property
    def width(self) -> float:
        """How wide it is in scene pixels."""
        return self._size.width()

    @property
    def rect(self) -> QRectF:
        """Where it is in the scene."""
        return self._size.translated(self.pos())

    def show_answer(
        self, look: BoxLook, text: str, *, is_current: bool, least: float = 0.0
    ) -> None:
        """Show another state; at least so wide that it covers what lies under it."""
        shown = (self.look, self.text, self.is_current, self._least)
        if (look, text, is_current, least) != shown:
            self.look, self.text, self.is_current, self._least = look, text, is_current, least
            self._measure()
            self.update()

    def restyle(self) -> None:
        """Measure again, because the fonts changed."""
        self._measure()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the box with its frame."""
        return self._size.adjusted(-3, -3, 3, 3)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint ground, frame, sign and number."""
        style = canvas_style()
        ground, frame, ink, dashed = self.look.value
        frame, ink = frame or self._ink, ink or self._ink
        if self.is_current:
            painter.setPen(style.pen("accent", 2.4))
        else:
            painter.setPen(style.pen(frame, 1.4, dashed=dashed))
        painter.setBrush(style.brush(ground))
        painter.drawRoundedRect(self._size, _CORNER, _CORNER)
        if painter.worldTransform().m11() < TEXT_SCALE:
            return
        room = self._size
        if self.look.has_sign:
            width = _SIGN_WIDTH if self.text else self._size.width() - 2 * _PADDING
            middle = QPointF(room.left() + _PADDING + width / 2, room.center().y())
            painter.setPen(style.pen(frame, 2.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_sign(self.look, middle))
            room = room.adjusted(_PADDING + width, 0.0, 0.0, 0.0)
        painter.setPen(style.color(ink))
        painter.setFont(style.label_font)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text)

    def _measure(self) -> None:
        width = canvas_style().label_width(self.text) + 2 * _PADDING
        if self.look.has_sign:
            width += _SIGN_WIDTH + _PADDING
        least = _NARROWEST if self.text else HEIGHT
        width = max(least, width, self._least)
        size = QRectF(-width / 2, -HEIGHT / 2, width, HEIGHT)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size


def _sign(look: BoxLook, middle: QPointF) -> QPainterPath:
    """Return a check mark, a cross, or an eye round a point."""
    path = QPainterPath()
    x, y = middle.x(), middle.y()
    if look is BoxLook.WRONG:
        path.moveTo(x - 4, y - 4)
        path.lineTo(x + 4, y + 4)
        path.moveTo(x - 4, y + 4)
        path.lineTo(x + 4, y - 4)
    elif look is BoxLook.REVEALED:
        path.moveTo(x - 6, y)
        path.quadTo(x, y - 8, x + 6, y)
        path.quadTo(x, y + 8, x - 6, y)
        path.addEllipse(middle, 1.2, 1.2)
    else:
        path.moveTo(x - 5, y)
        path.lineTo(x - 1.5, y + 4)
        path.lineTo(x + 5, y - 4.5)
    return path

"""A frame on the canvas: a tinted box behind its members, with a title bar and a note."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import (
    NAME_PIXELS,
    TEXT_SCALE,
    CanvasStyle,
    canvas_style,
)

# In the order of the numbers in files.
FRAME_COLORS = ("series_0", "series_2", "series_4", "series_3", "series_1", "series_7")
TITLE_HEIGHT = 38.0
_PADDING, _MARGIN, _RADIUS = 24.0, 4.0, 12.0
_NARROWEST = 170.0
_INSET = 14.0
_BODY_ALPHA, _BAR_ALPHA = 20, 52
# The title keeps this size on the screen while the canvas is zoomed out, as far as its bar allows.
_SMALLEST_TITLE_PX, _LARGEST_TITLE = 12.5, 32.0
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class FrameItem(CanvasItem):
    """Paints one frame. It knows the rectangle of its members, never the members."""

    def __init__(self) -> None:
        self.title = ""
        self.note = ""
        self.color_name = FRAME_COLORS[0]
        self.rect = QRectF()
        self.is_selected = False
        self._inner = QRectF()
        self._note_height = 0.0
        super().__init__(z=-1)

    @property
    def title_zone(self) -> QRectF:
        """The bar that a hand drags the frame by."""
        return QRectF(self.rect.left(), self.rect.top(), self.rect.width(), TITLE_HEIGHT)

    @property
    def note_zone(self) -> QRectF:
        """Where the note stands, below the bar."""
        width = self.rect.width() - 2 * _INSET
        top = self.rect.top() + TITLE_HEIGHT + 6
        return QRectF(self.rect.left() + _INSET, top, width, self._note_height)

    def set_content(self, title: str, note: str, color: int) -> None:
        """Show another title, note or colour."""
        self.title, self.note = title, note
        self.color_name = FRAME_COLORS[color % len(FRAME_COLORS)]
        self._lay_out()
        self.update()

    def set_inner(self, inner: QRectF) -> None:
        """Go round another rectangle."""
        if inner != self._inner:
            self._inner = QRectF(inner)
            self._lay_out()

    def set_selected(self, is_selected: bool) -> None:
        """Draw it stronger while all its members are selected."""
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self.update()

    def restyle(self) -> None:
        """Measure again, because the fonts changed."""
        self._lay_out()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the cached rectangle with room for its border."""
        return self.rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the box, the bar, the title, and the note where it can be read."""
        style = canvas_style()
        scale = painter.worldTransform().m11()
        painter.save()
        try:
            self._paint_box(painter, style)
            self._paint_title(painter, style, scale)
            if scale >= TEXT_SCALE and self.note:
                painter.setFont(style.caption_font)
                painter.setPen(style.color("text"))
                painter.drawText(self.note_zone, _WRAPPED, self.note)
        finally:
            painter.restore()

    def _paint_box(self, painter: QPainter, style: CanvasStyle) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_faint(style.color(self.color_name), _BODY_ALPHA))
        painter.drawRoundedRect(self.rect, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipRect(self.title_zone)
        painter.setBrush(_faint(style.color(self.color_name), _BAR_ALPHA))
        painter.drawRoundedRect(self.title_zone.adjusted(0, 0, 0, _RADIUS), _RADIUS, _RADIUS)
        painter.restore()
        painter.setPen(style.pen(self.color_name, 2.8 if self.is_selected else 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect, _RADIUS, _RADIUS)

    def _paint_title(self, painter: QPainter, style: CanvasStyle, scale: float) -> None:
        font = QFont(style.name_font)
        font.setPixelSize(
            round(min(_LARGEST_TITLE, max(NAME_PIXELS, _SMALLEST_TITLE_PX / max(scale, 0.01))))
        )
        zone = self.title_zone.adjusted(_INSET, 0, -_INSET, 0)
        text = QFontMetricsF(font).elidedText(self.title, Qt.TextElideMode.ElideRight, zone.width())
        painter.setFont(font)
        painter.setPen(style.color("text"))
        painter.drawText(zone, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _lay_out(self) -> None:
        self.prepareGeometryChange()
        body = self._inner.adjusted(-_PADDING, -_PADDING, _PADDING, _PADDING)
        missing = max(0.0, _NARROWEST - body.width())
        body.adjust(-missing / 2, 0, missing / 2, 0)
        self._note_height = self._measured_note(body.width() - 2 * _INSET)
        head = TITLE_HEIGHT + (self._note_height + 6 if self.note else 0.0)
        # The padding above the members belongs to the head already.
        self.rect = body.adjusted(0, _PADDING / 2 - head, 0, 0)

    def _measured_note(self, width: float) -> float:
        if not self.note:
            return 0.0
        metrics = canvas_style().metrics(canvas_style().caption_font)
        area = QRectF(0, 0, width, 10_000)
        return metrics.boundingRect(area, int(_WRAPPED), self.note).height()


def _faint(color: QColor, alpha: int) -> QColor:
    faint = QColor(color)
    faint.setAlpha(alpha)
    return faint

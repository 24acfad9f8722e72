"""Values and gradients on the canvas: a layer above the nodes, so that nothing slides over them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import (
    DETAIL_SCALE,
    TEXT_SCALE,
    CanvasStyle,
    canvas_style,
)
from desktop.graph_editor.items.heat_map import HeatMap

_LINE_HEIGHT = 22.0
_GAP = 2.0
_PADDING = 3.0
NOT_COMPUTED = "·"
_PICTURE_HEIGHT = 18.0
_NARROWEST_PICTURE, _WIDEST_PICTURE = 18.0, 84.0
_BETWEEN = 6.0


class Meaning(Enum):
    """What a number on the canvas is, or that it cannot be; the value names its theme colour."""

    VALUE = "value"
    GRADIENT = "gradient"
    TANGENT = "tangent"
    PROBLEM = "error"


class Place(Enum):
    """Where labels stand, seen from their anchor."""

    BEFORE_PORT = "before"
    AFTER_PORT = "after"
    UNDER_CARD = "under"
    OVER_CARD = "over"


class Label(NamedTuple):
    """One number.

    Attributes:
        text: What is written; empty for a number that is not computed yet.
        meaning: Value or gradient, or what is wrong in their place.
        picture: What stands before the text of a matrix that is too large to be written.
        shape: The shape of a vector or matrix, written small behind it; empty for none.
    """

    text: str
    meaning: Meaning
    picture: HeatMap | None = None
    shape: str = ""

    @property
    def is_computed(self) -> bool:
        """Whether there is a number; a missing one looks unlike 0."""
        return bool(self.text)

    @property
    def width(self) -> float:
        """How wide it is in scene pixels, without the margins of its ground."""
        style = canvas_style()
        width = style.label_width(self.text or "····")
        if self.picture is not None:
            width += _picture_width(self.picture) + _BETWEEN
        if self.shape:
            width += style.caption_width(self.shape) + _BETWEEN
        return width


class LabelItem(CanvasItem):
    """Paints the numbers at one place. Its position is the anchor: a port, or a card's edge."""

    def __init__(self, place: Place, ground: LabelGround) -> None:
        self.place = place
        self.labels: tuple[Label, ...] = ()
        self.emphasis: Meaning | None = None
        self._boxes: tuple[QRectF, ...] = ()
        self._bounds = QRectF()
        # The ground lies above everything; its labels do not lie above one another.
        super().__init__(z=0)
        self.setParentItem(ground)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show other numbers."""
        labels = tuple(labels)
        if labels == self.labels:
            return
        boxes = _boxes(labels, self.place)
        if boxes != self._boxes:
            self.prepareGeometryChange()
            self._boxes = boxes
            self._bounds = _bounds(boxes)
        self.labels = labels
        self.update()

    def set_emphasis(self, meaning: Meaning | None) -> None:
        """Frame the number that a pass has just computed."""
        if meaning is not self.emphasis:
            self.emphasis = meaning
            self.update()

    def restyle(self) -> None:
        """Measure again, because the fonts changed."""
        labels, self.labels, self._boxes = self.labels, (), ()
        self.set_labels(labels)

    def scene_boxes(self) -> list[QRectF]:
        """Return the rectangle of each number in scene coordinates."""
        return [box.translated(self.pos()) for box in self._boxes]

    def boundingRect(self) -> QRectF:
        """Return the cached bounds of all its numbers."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint each number on a translucent ground, so that a wire behind it does not cut it."""
        scale = painter.worldTransform().m11()
        if scale < TEXT_SCALE:
            return
        style = canvas_style()
        is_round = scale >= DETAIL_SCALE
        for label, box in zip(self.labels, self._boxes, strict=True):
            if label.is_computed:
                self._paint_number(painter, style, label, box, is_round=is_round)
            else:
                _paint_missing(painter, style, box, is_round=is_round)

    def _paint_number(
        self, painter: QPainter, style: CanvasStyle, label: Label, box: QRectF, *, is_round: bool
    ) -> None:
        name = label.meaning.value
        if self.emphasis is label.meaning:
            painter.setPen(style.pen(name, 1.2))
            painter.setBrush(style.brush(f"{name}_ground"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.brush("label_ground"))
        if is_round:
            painter.drawRoundedRect(box, 4, 4)
        else:
            painter.drawRect(box)
        if label.shape:
            box = _paint_shape(painter, style, label.shape, box)
        if label.picture is not None:
            box = _paint_picture(painter, label.picture, name, box)
        painter.setPen(style.color(name))
        style.draw_centred(painter, box, style.label_font, label.text)


class LabelGround(QGraphicsItem):
    """The layer that all numbers lie on: hidden in one call when they could not be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.setZValue(2)

    def boundingRect(self) -> QRectF:
        """Return nothing: the layer itself paints nothing."""
        return QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint nothing."""


def _picture_width(picture: HeatMap) -> float:
    return picture.fitted(_PICTURE_HEIGHT, _NARROWEST_PICTURE, _WIDEST_PICTURE).width()


def _paint_picture(painter: QPainter, picture: HeatMap, frame: str, box: QRectF) -> QRectF:
    """Paint a picture at the left of a box; return what is left of the box."""
    size = picture.fitted(_PICTURE_HEIGHT, _NARROWEST_PICTURE, _WIDEST_PICTURE)
    top = box.center().y() - size.height() / 2
    left = box.left() + _PADDING
    picture.paint(painter, QRectF(left, top, size.width(), size.height()), frame)
    return box.adjusted(size.width() + _BETWEEN, 0.0, 0.0, 0.0)


def _paint_shape(painter: QPainter, style: CanvasStyle, shape: str, box: QRectF) -> QRectF:
    """Write a shape at the right of a box; return what is left of the box."""
    width = style.caption_width(shape)
    painter.setFont(style.caption_font)
    painter.setPen(style.color("text_muted"))
    place = box.adjusted(box.width() - width - _PADDING, 0.0, -_PADDING + 1.0, 0.0)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shape)
    painter.setFont(style.label_font)
    return box.adjusted(0.0, 0.0, -width - _BETWEEN, 0.0)


def _paint_missing(painter: QPainter, style: CanvasStyle, box: QRectF, *, is_round: bool) -> None:
    # From afar nobody sees dashes, and they take longer than all the rest of a number.
    painter.setPen(style.pen("text_muted", 1.0, dashed=is_round))
    painter.setBrush(style.brush("label_ground"))
    frame = box.adjusted(1, 2, -1, -2)
    if is_round:
        painter.drawRoundedRect(frame, 4, 4)
    else:
        painter.drawRect(frame)
    painter.setPen(style.color("text_muted"))
    style.draw_centred(painter, box, style.label_font, NOT_COMPUTED)


def bounds_of(labels: Sequence[Label], place: Place) -> QRectF:
    """Return the rectangle round the numbers at a place, seen from their anchor."""
    return _bounds(_boxes(labels, place))


def _bounds(boxes: Sequence[QRectF]) -> QRectF:
    bounds = QRectF()
    for box in boxes:
        bounds = bounds.united(box)
    return bounds.adjusted(-1, -1, 1, 1)


def _boxes(labels: Sequence[Label], place: Place) -> tuple[QRectF, ...]:
    widths = [label.width + 2 * _PADDING for label in labels]
    if not widths:
        return ()
    if place is Place.OVER_CARD:
        return _in_a_row(widths)
    centre = _centre(max(widths), place)
    boxes = []
    for label, width in zip(labels, widths, strict=True):
        if place is Place.UNDER_CARD:
            top = 0.0
        elif label.meaning is Meaning.VALUE:
            top = -_GAP - _LINE_HEIGHT
        else:
            top = _GAP
        boxes.append(QRectF(centre - width / 2, top, width, _LINE_HEIGHT))
    return tuple(boxes)


def _in_a_row(widths: Sequence[float]) -> tuple[QRectF, ...]:
    left = -(sum(widths) + 4.0 * (len(widths) - 1)) / 2
    boxes = []
    for width in widths:
        boxes.append(QRectF(left, -_LINE_HEIGHT, width, _LINE_HEIGHT))
        left += width + 4.0
    return tuple(boxes)


def _centre(width: float, place: Place) -> float:
    if place is Place.BEFORE_PORT:
        return min(-34.0, -8.0 - width / 2)
    if place is Place.AFTER_PORT:
        return max(34.0, 8.0 + width / 2)
    return 0.0

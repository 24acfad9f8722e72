"""A node on the canvas: a rounded card with its symbol or value, its ports and its marks."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop.graph_editor.items.canvas_item import CanvasItem
from desktop.graph_editor.items.canvas_style import (
    CAPTION_PIXELS,
    DETAIL_SCALE,
    LABEL_PIXELS,
    TEXT_SCALE,
    CanvasStyle,
    canvas_style,
)
from desktop.graph_editor.items.node_face import DOT_RADIUS, PORT_RADIUS, CardKind, NodeFace

_MARGIN = 9.0
_RADIUS = 10.0
# What a muted gate would do steps back, but can still be read.
MUTED_OPACITY = 0.4
_BAR_WIDTH = 3.0
_GROUND_ALPHA = 0.8


class StepMark(Enum):
    """Whether a pass is at this node just now, and which way it goes."""

    NONE = ""
    FORWARD = "value"
    BACKWARD = "gradient"
    TANGENT = "tangent"


class NodeItem(CanvasItem):
    """Paints a `NodeFace`. It holds the node's id, never the node."""

    def __init__(self, node_id: int, face: NodeFace) -> None:
        self.node_id = node_id
        self.face = face
        self.is_selected = False
        self.is_hovered = False
        self.step_mark = StepMark.NONE
        self.has_problem = False
        self.open_ports: frozenset[int] = frozenset()
        self.lit_ports: frozenset[int] = frozenset()
        self._bounds = _bounds_of(face)
        super().__init__(z=1)

    def set_face(self, face: NodeFace) -> None:
        """Show another face; the card keeps its centre."""
        if face == self.face:
            return
        self.prepareGeometryChange()
        self.face = face
        self._bounds = _bounds_of(face)
        self.update()

    def set_selected(self, is_selected: bool) -> None:
        """Draw the selection ring or not."""
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self.update()

    def set_hovered(self, is_hovered: bool) -> None:
        """Draw the border stronger while the pointer is over the card."""
        if is_hovered != self.is_hovered:
            self.is_hovered = is_hovered
            self.update()

    def set_step_mark(self, mark: StepMark) -> None:
        """Mark the node that a pass is at."""
        if mark is not self.step_mark:
            self.step_mark = mark
            self.update()

    def set_problem(self, has_problem: bool, open_ports: frozenset[int]) -> None:
        """Mark a node that cannot be computed, and its ports that lack a wire."""
        if (has_problem, open_ports) != (self.has_problem, self.open_ports):
            self.has_problem = has_problem
            self.open_ports = open_ports
            self.update()

    def set_lit_ports(self, ports: frozenset[int]) -> None:
        """Light input ports by index, and the output as -1."""
        if ports != self.lit_ports:
            self.lit_ports = ports
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the cached bounds: card, ports, ring, badge and caption."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the card; text and ports only at scales at which they can be seen."""
        style = canvas_style()
        if self.face.kind is CardKind.DOT:
            self._paint_as_dot(painter, style)
            return
        scale = painter.worldTransform().m11()
        if scale < TEXT_SCALE:
            self._paint_as_shape(painter, style)
            return
        shows_detail = scale >= DETAIL_SCALE
        self._paint_ring(painter, style)
        self._paint_card(painter, style)
        self._paint_title(painter, style)
        self._paint_value(painter, style)
        paint_mute(painter, style, self.face)
        self._paint_name(painter, style, is_far=not shows_detail)
        if shows_detail:
            self._paint_caption(painter, style, self.face.caption, style.caption_font)
        else:
            # What it does is too small to be read there, but who looks for y is to find it.
            self._paint_caption(painter, style, self.face.own_name, style.label_font)
        if shows_detail:
            self._paint_port_names(painter, style)
        if shows_detail or self.lit_ports or self.open_ports:
            self._paint_ports(painter, style)
        if self.has_problem:
            self._paint_badge(painter, style)

    @property
    def shape_color(self) -> str:
        """The theme's colour of the card as a mere shape, which says what its frame would."""
        if self.step_mark is not StepMark.NONE:
            return str(self.step_mark.value)
        if self.is_selected:
            return "selection"
        return "warning" if self.has_problem else self.face.role_color

    def _paint_as_shape(self, painter: QPainter, style: CanvasStyle) -> None:
        """Fill the card where a border would be finer than a pixel and words too small."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush("accent" if self.lit_ports else self.shape_color))
        if self.face.kind is CardKind.GATE:
            painter.drawRect(self.face.card)
        else:
            # What the graph begins with is round, so that it can be told without colour.
            painter.drawEllipse(self.face.card)

    def _paint_as_dot(self, painter: QPainter, style: CanvasStyle) -> None:
        ring = ("selection", 2.5) if self.is_selected else None
        paint_dot(
            painter,
            style,
            ring=ring,
            is_hovered=self.is_hovered,
            has_problem=self.has_problem or bool(self.open_ports),
        )
        if self.lit_ports:
            self._paint_ports(painter, style)

    def _paint_ring(self, painter: QPainter, style: CanvasStyle) -> None:
        if self.step_mark is not StepMark.NONE:
            name, width, grow = self.step_mark.value, 3.5, 4.0
        elif self.is_selected:
            name, width, grow = "selection", 2.5, 3.5
        else:
            return
        painter.setPen(style.pen(name, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._radius() + grow
        painter.drawRoundedRect(self.face.card.adjusted(-grow, -grow, grow, grow), radius, radius)

    def _paint_card(self, painter: QPainter, style: CanvasStyle) -> None:
        color = "warning" if self.has_problem else self.face.role_color
        width = 2.6 if self.is_hovered else 1.8
        painter.setPen(style.pen(color, width, dashed=self.has_problem or self.is_muted))
        painter.setBrush(style.brush("node"))
        if self.face.is_group:
            # A second card behind the first: there is something inside.
            painter.drawRoundedRect(
                self.face.card.adjusted(4, -4, -4, -4), self._radius(), self._radius()
            )
        painter.drawRoundedRect(self.face.card, self._radius(), self._radius())

    @property
    def is_muted(self) -> bool:
        """Whether its gate hands an input on instead of computing."""
        return self.face.muted is not None

    def _radius(self) -> float:
        return 17.0 if self.face.kind is CardKind.CONSTANT else _RADIUS

    def _paint_title(self, painter: QPainter, style: CanvasStyle) -> None:
        if not self.face.title:
            return
        font = style.name_font
        if self.face.is_collapsed:
            self._paint_mark(painter, style)
        elif self.face.kind is CardKind.GATE:
            font = style.sign_font if len(self.face.title) == 1 else style.gate_font
        painter.setPen(style.color("text"))
        before = painter.opacity()
        painter.setOpacity(before * (MUTED_OPACITY if self.is_muted else 1.0))
        style.draw_centred(painter, self.face.title_zone, font, self.face.title)
        painter.setOpacity(before)

    def _paint_mark(self, painter: QPainter, style: CanvasStyle) -> None:
        """Paint the triangle that says there is more to be shown."""
        left = self.face.card.left() + 10.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush("text_muted"))
        painter.drawPolygon([QPointF(left, -5.0), QPointF(left + 7.0, 0.0), QPointF(left, 5.0)])
        painter.setPen(style.color("text"))

    def _paint_value(self, painter: QPainter, style: CanvasStyle) -> None:
        lines = self.face.value_lines
        if not lines:
            return
        zone = self.face.value_zone
        if self.face.kind is CardKind.SOURCE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.brush("value_ground"))
            painter.drawRoundedRect(zone, 5, 5)
        if self.face.picture is not None:
            self.face.picture.paint(painter, self.face.picture_zone, "value")
            zone = self.face.lines_zone
        painter.setPen(style.color("value"))
        height = zone.height() / len(lines)
        for row, line in enumerate(lines):
            place = QRectF(zone.left(), zone.top() + row * height, zone.width(), height)
            style.draw_centred(painter, place, style.label_font, line)

    def _paint_caption(self, painter: QPainter, style: CanvasStyle, text: str, font: QFont) -> None:
        if text:
            # Arranging leads wires round it where it can; one that is left passes behind the words.
            painter.fillRect(self.face.caption_zone, style.brush("canvas", _GROUND_ALPHA))
            painter.setPen(style.color("text_muted"))
            style.draw_centred(painter, self.face.caption_zone, font, text)

    def _paint_name(self, painter: QPainter, style: CanvasStyle, *, is_far: bool) -> None:
        """Paint the name by which formulas speak of the gate; from afar larger than a caption."""
        if not self.face.name:
            return
        zone, font = self.face.name_zone, style.caption_font
        if is_far:
            grow = LABEL_PIXELS / CAPTION_PIXELS
            wide, font = zone.width() * grow, style.label_font
            left = zone.right() - wide if self.face.tells_ports else zone.left()
            tall = zone.height() * grow
            top = zone.bottom() - tall if self.face.tells_ports else zone.top()
            zone = QRectF(left, top, wide, tall)
        painter.setPen(style.color("text_muted"))
        style.draw_centred(painter, zone, font, self.face.name)

    def _paint_port_names(self, painter: QPainter, style: CanvasStyle) -> None:
        """Tell the ports apart where there are several, and what an only one is to the pointer."""
        face = self.face
        if not face.tells_ports and (not self.is_hovered or face.is_collapsed):
            return
        painter.setPen(style.color("text_muted"))
        for index, name in enumerate(face.port_names):
            style.draw_centred(painter, face.port_name_zone(index), style.port_font, name)

    def _paint_ports(self, painter: QPainter, style: CanvasStyle) -> None:
        for index, port in enumerate(self.face.inputs):
            self._paint_port(painter, style, port, index)
        self._paint_port(painter, style, self.face.output, -1)

    def _paint_port(self, painter: QPainter, style: CanvasStyle, port: QPointF, index: int) -> None:
        radius = PORT_RADIUS
        if index in self.lit_ports:
            painter.setPen(style.pen("accent", 2.0))
            painter.setBrush(style.brush("accent"))
            radius = PORT_RADIUS + 2.0
        elif index in self.open_ports:
            painter.setPen(style.pen("warning", 1.8))
            painter.setBrush(style.brush("node"))
        else:
            painter.setPen(style.pen(self.face.role_color, 1.6))
            painter.setBrush(style.brush("node"))
        painter.drawEllipse(port, radius, radius)

    def _paint_badge(self, painter: QPainter, style: CanvasStyle) -> None:
        centre = self.face.card.topRight() + QPointF(-3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush("warning"))
        painter.drawEllipse(centre, 8, 8)
        painter.setPen(style.color("node"))
        painter.setFont(style.label_font)
        box = QRectF(centre.x() - 8, centre.y() - 8, 16, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")


def _bounds_of(face: NodeFace) -> QRectF:
    return face.outline.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)


def paint_dot(
    painter: QPainter,
    style: CanvasStyle,
    *,
    ring: tuple[str, float] | None,
    is_hovered: bool,
    has_problem: bool,
) -> None:
    """Paint a reroute dot at the origin.

    Args:
        painter: Paints in the item's coordinates.
        style: The colours.
        ring: Colour and width of the ring round it, for a selection or a step.
        is_hovered: Whether the pointer is over it.
        has_problem: Whether it has no wire to lead on.
    """
    if ring is not None:
        painter.setPen(style.pen(*ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(), DOT_RADIUS + 4.5, DOT_RADIUS + 4.5)
    if has_problem:
        painter.setPen(style.pen("warning", 2.0, dashed=True))
        painter.setBrush(style.brush("node"))
    else:
        painter.setPen(style.pen("canvas", 1.5))
        painter.setBrush(style.brush("accent" if is_hovered else "wire"))
    painter.drawEllipse(QPointF(), DOT_RADIUS, DOT_RADIUS)


def paint_mute(painter: QPainter, style: CanvasStyle, face: NodeFace) -> None:
    """Paint the way that a value takes straight across a muted card, from its port to the output.

    The bar crosses the symbol out and says at once which input passes.
    """
    if face.muted is None:
        return
    start = face.inputs[face.muted]
    painter.setPen(style.pen("text_muted", _BAR_WIDTH))
    painter.drawLine(start, face.output)

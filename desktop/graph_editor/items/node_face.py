"""The face of a node: every text, size and place on its card, computed once per change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.graph_editor.items.canvas_style import canvas_style
from desktop.graph_editor.items.heat_map import HeatMap
from engine.drawing.layout import PORT_SPACING

PORT_RADIUS = 5.0
_ONE_PORT_HEIGHT = 56.0
# So high that a label at the lowest port ends above a caption wider than the card.
_PORT_MARGIN = 18.0
_SMALLEST_WIDTH = 60.0
_SIDE_MARGIN = 14.0
_NAME_HEIGHT = 29.0
_VALUE_LINE = 24.0
_PILL_HEIGHT = 36.0
_CAPTION_GAP = 6.0
_CAPTION_HEIGHT = 26.0
_CORNER_HEIGHT = 18.0
_PORT_NAME_HEIGHT, _PORT_NAME_GAP = 16.0, 3.0
# How far above and below its middle the symbol of a gate reaches.
_SYMBOL_REACH = 20.0
_MOST_FACES = 2000
_PICTURE_HEIGHT = 48.0
_NARROWEST_PICTURE, _WIDEST_PICTURE = 40.0, 110.0
DOT_RADIUS = 7.0
# A collapsed card: room for its mark, its least height, and from port to port.
COLLAPSED_MARK = 18.0
_COLLAPSED_HEIGHT, _COLLAPSED_PORTS = 32.0, 14.0
_DOT_REACH = 12.0


class CardKind(Enum):
    """The looks of a node."""

    GATE = "gate"
    SOURCE = "source"
    CONSTANT = "constant"
    DOT = "dot"


@dataclass(frozen=True, slots=True)
class NodeFace:
    """What a card shows and where, in item coordinates with the card's centre at (0, 0).

    Attributes:
        kind: Gate, named source, constant, or the dot that leads a wire.
        title: The gate's symbol or the source's name.
        value_lines: The value that the source holds, a line for each row; empty for gates.
        caption: The line under the card.
        role_color: Name of the theme colour of the border.
        card: The card itself.
        value_zone: Where clicking edits the value; a null rectangle for gates.
        inputs: Centres of the input ports.
        output: Centre of the output port.
        outline: The card with its ports and its caption.
        picture: The value as a picture, above its lines, where it is too large to be written.
        muted: The input that a muted gate hands on; None for every other.
        is_group: Whether there are gates inside.
        name: What a gate is called that nobody named, in a corner of its card.
        own_name: What somebody named it, which the caption tells: from afar it stands there alone.
        is_collapsed: Whether it shows what it is called and nothing else.
        port_names: What the input ports are called.
    """

    kind: CardKind
    title: str
    value_lines: tuple[str, ...]
    caption: str
    role_color: str
    card: QRectF
    value_zone: QRectF
    inputs: tuple[QPointF, ...]
    output: QPointF
    outline: QRectF
    picture: HeatMap | None = None
    muted: int | None = None
    is_group: bool = False
    name: str = ""
    own_name: str = ""
    is_collapsed: bool = False
    port_names: tuple[str, ...] = ()

    @property
    def tells_ports(self) -> bool:
        """Whether its ports have to be told apart, and there is room for what they are called."""
        return len(self.port_names) > 1 and not self.is_collapsed

    def port_name_zone(self, index: int) -> QRectF:
        """Where the name of a port stands: inside beside it; of an only port below the symbol."""
        port, width = self.inputs[index], canvas_style().port_width(self.port_names[index])
        top = port.y() - _PORT_NAME_HEIGHT / 2 if len(self.inputs) > 1 else port.y() + PORT_RADIUS
        left = port.x() + PORT_RADIUS + _PORT_NAME_GAP
        return QRectF(left, top, width, _PORT_NAME_HEIGHT)

    @property
    def picture_zone(self) -> QRectF:
        """Where the picture stands."""
        if self.picture is None:
            return QRectF()
        size = _picture_size(self.picture)
        top = self.value_zone.top() + 3 + (_PICTURE_HEIGHT - size.height()) / 2
        return QRectF(-size.width() / 2, top, size.width(), size.height())

    @property
    def lines_zone(self) -> QRectF:
        """Where the lines of the value stand."""
        return self.value_zone.adjusted(0, _picture_room(self.picture), 0, 0)

    @property
    def title_zone(self) -> QRectF:
        """Where the symbol or the name stands, and where a name is edited."""
        if self.is_collapsed:
            return self.card.adjusted(COLLAPSED_MARK, 0, 0, 0)
        if self.kind is CardKind.SOURCE:
            return QRectF(self.card.left(), self.card.top() + 3, self.card.width(), _NAME_HEIGHT)
        return self.card

    @property
    def name_zone(self) -> QRectF:
        """Where the name that nobody gave stands: in a corner, clear of sign and ports."""
        width = canvas_style().caption_width(self.name)
        if self.kind is CardKind.CONSTANT:
            # Its little pill has no corner to spare.
            return QRectF(-width / 2, self.card.bottom() + 1, width, _CORNER_HEIGHT)
        if self.tells_ports:
            # On the left ports tell what they are called, the last the shortest: the target.
            corner = self.card.bottomRight() - QPointF(width + 8, _CORNER_HEIGHT + 1)
            return QRectF(corner.x(), corner.y(), width, _CORNER_HEIGHT)
        return QRectF(self.card.left() + 5, self.card.top(), width, _CORNER_HEIGHT)

    @property
    def caption_zone(self) -> QRectF:
        """Where the caption stands."""
        width = canvas_style().caption_width(self.caption) + 4
        return QRectF(
            -width / 2, self.card.bottom() + _CAPTION_GAP, width, _CAPTION_HEIGHT - _CAPTION_GAP
        )


def gate_face(
    title: str,
    caption: str,
    role_color: str,
    port_names: tuple[str, ...],
    muted: int | None = None,
) -> NodeFace:
    """Lay out a gate with its input ports at least `PORT_SPACING` apart."""
    style = canvas_style()
    # Gates of one kind look alike, and there may be hundreds of them.
    key = (title, caption, role_color, port_names, muted)
    found = style.faces.get(key)
    if found is None:
        if len(style.faces) > _MOST_FACES:
            style.faces.clear()
        found = style.faces[key] = _lay_out_gate(title, caption, role_color, port_names, muted)
    return found


def _lay_out_gate(
    title: str, caption: str, role_color: str, port_names: tuple[str, ...], muted: int | None
) -> NodeFace:
    style, ports = canvas_style(), len(port_names)
    font = style.sign_font if len(title) == 1 else style.gate_font
    text = style.metrics(font).horizontalAdvance(title)
    width = max(_SMALLEST_WIDTH, text + 2 * _SIDE_MARGIN)
    height = max(_ONE_PORT_HEIGHT, 2 * _PORT_MARGIN + PORT_SPACING * (ports - 1))
    places = [PORT_SPACING * (index - (ports - 1) / 2) for index in range(ports)]
    if ports > 1:
        names = {y: style.port_width(name) for y, name in zip(places, port_names, strict=True)}
        # One in the middle stands beside the symbol, the others above and below it.
        beside = max((wide for y, wide in names.items() if abs(y) < _SYMBOL_REACH), default=0.0)
        taken = PORT_RADIUS + 2 * _PORT_NAME_GAP
        width = max(width, max(names.values()) + 2 * taken)
        if beside:
            width = max(width, text + 2 * (beside + taken + _PORT_NAME_GAP))
    inputs = tuple(QPointF(-width / 2, y) for y in places)
    face = _face(CardKind.GATE, title, (), caption, role_color, width, height, inputs)
    return replace(face, muted=muted, port_names=port_names)


def with_name(face: NodeFace, name: str) -> NodeFace:
    """Return a face that tells the name that nobody gave as well."""
    named = replace(face, name=name)
    if face.kind is not CardKind.CONSTANT:
        return named
    # Here it stands below the card, where a caption would be.
    return replace(named, outline=face.outline.united(named.name_zone))


def collapsed_face(face: NodeFace) -> NodeFace:
    """Return the face of a collapsed card: what it is called, with its ports close together.

    A constant and a dot are no larger than that as they are.
    """
    if face.kind in (CardKind.CONSTANT, CardKind.DOT):
        return face
    style = canvas_style()
    title = " ".join(filter(None, (face.own_name, face.title)))
    text = style.metrics(style.name_font).horizontalAdvance(title)
    width = 2 * round((text + COLLAPSED_MARK + _SIDE_MARGIN) / 2)
    ports = len(face.inputs)
    height = 2 * round(max(_COLLAPSED_HEIGHT, _COLLAPSED_PORTS * (ports + 0.5)) / 2)
    card = QRectF(-width / 2, -height / 2, width, height)
    inputs = tuple(
        QPointF(-width / 2, _COLLAPSED_PORTS * (index - (ports - 1) / 2)) for index in range(ports)
    )
    return replace(
        face,
        title=title,
        value_lines=(),
        caption="",
        card=card,
        value_zone=QRectF(),
        inputs=inputs,
        output=QPointF(width / 2, 0.0),
        outline=card.adjusted(-PORT_RADIUS, 0, PORT_RADIUS, 0),
        picture=None,
        name="",
        own_name="",
        is_collapsed=True,
    )


def dot_face(role_color: str) -> NodeFace:
    """Lay out a dot, which a hand takes at its middle and pulls wires from at its sides."""
    card = QRectF(-_DOT_REACH, -_DOT_REACH, 2 * _DOT_REACH, 2 * _DOT_REACH)
    left, right = QPointF(-DOT_RADIUS, 0.0), QPointF(DOT_RADIUS, 0.0)
    reach = PORT_RADIUS + _DOT_REACH
    outline = QRectF(-reach, -_DOT_REACH, 2 * reach, 2 * _DOT_REACH)
    return NodeFace(CardKind.DOT, "", (), "", role_color, card, QRectF(), (left,), right, outline)


def source_face(
    title: str,
    value_lines: Sequence[str],
    caption: str,
    role_color: str,
    picture: HeatMap | None = None,
) -> NodeFace:
    """Lay out a named source: its name above, the value it holds below."""
    style = canvas_style()
    name = style.metrics(style.name_font).horizontalAdvance(title)
    value = max(map(style.label_width, value_lines), default=0.0)
    value = max(value, _picture_size(picture).width())
    width = max(70.0, name + 2 * _SIDE_MARGIN, value + 2 * _SIDE_MARGIN)
    height = _NAME_HEIGHT + _VALUE_LINE * max(1, len(value_lines)) + 11 + _picture_room(picture)
    lines = tuple(value_lines)
    return _face(CardKind.SOURCE, title, lines, caption, role_color, width, height, (), picture)


def constant_face(
    value_lines: Sequence[str], role_color: str, picture: HeatMap | None = None
) -> NodeFace:
    """Lay out a constant as a small pill that is nothing but its value."""
    value = max(map(canvas_style().label_width, value_lines), default=0.0)
    width = max(52.0, value + 36, _picture_size(picture).width() + 36)
    height = _PILL_HEIGHT + _VALUE_LINE * (max(1, len(value_lines)) - 1) + _picture_room(picture)
    lines = tuple(value_lines)
    return _face(CardKind.CONSTANT, "", lines, "", role_color, width, height, (), picture)


def _face(
    kind: CardKind,
    title: str,
    value_lines: tuple[str, ...],
    caption: str,
    role_color: str,
    width: float,
    height: float,
    inputs: tuple[QPointF, ...],
    picture: HeatMap | None = None,
) -> NodeFace:
    # Whole pixels, so that borders and straight wires stay crisp at 100 %.
    width, height = 2 * round(width / 2), 2 * round(height / 2)
    card = QRectF(-width / 2, -height / 2, width, height)
    zone = QRectF()
    if kind is CardKind.SOURCE:
        zone = card.adjusted(7, _NAME_HEIGHT + 2, -7, -6)
    elif kind is CardKind.CONSTANT:
        zone = card.adjusted(11, 5, -11, -5)
    moved = tuple(QPointF(-width / 2, port.y()) for port in inputs)
    output = QPointF(width / 2, 0.0)
    half, bottom = width / 2 + PORT_RADIUS, card.bottom()
    if caption:
        half = max(half, canvas_style().caption_width(caption) / 2)
        bottom += _CAPTION_HEIGHT
    outline = QRectF(-half, card.top(), 2 * half, bottom - card.top())
    return NodeFace(
        kind, title, value_lines, caption, role_color, card, zone, moved, output, outline, picture
    )


def _picture_size(picture: HeatMap | None) -> QSizeF:
    if picture is None:
        return QSizeF(0.0, 0.0)
    return picture.fitted(_PICTURE_HEIGHT, _NARROWEST_PICTURE, _WIDEST_PICTURE)


def _picture_room(picture: HeatMap | None) -> float:
    return 0.0 if picture is None else _PICTURE_HEIGHT + 4.0

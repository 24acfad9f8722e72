"""From a node of the graph to the face that the canvas shows: symbol, value lines, caption."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.items.heat_map import HeatMap
from desktop.graph_editor.items.node_face import (
    CardKind,
    NodeFace,
    collapsed_face,
    constant_face,
    dot_face,
    gate_face,
    source_face,
    with_name,
)
from engine.arrays import Array, Shape, shape_text
from engine.drawing.inside_view import OutsideNode
from engine.formula.values import format_number, format_value
from engine.graph.group_operation import GroupNode
from engine.graph.model import Graph, Node, NodeId
from engine.operations.operation import Role
from engine.quoting import clip

_MOST_ROWS = 4
_MOST_COLUMNS = 4
_MOST_IN_A_ROW = 6
# A card as wide as the canvas would be no card; tooltip and inspector tell the whole name.
_LONGEST_NAME = 24
_LONGEST_PORT = 12
# As wide as a digit and a point, so that the numbers of a column end below each other.
_FIGURE_SPACE, _POINT_SPACE = "\N{FIGURE SPACE}", "\N{PUNCTUATION SPACE}"
_ROLE_COLORS = {role: f"role_{role.key}" for role in Role}


def face_of(node: Node, digits: int, name: str = "", *, is_collapsed: bool = False) -> NodeFace:
    """Return the face of a node.

    Args:
        node: The node.
        digits: Decimals of its value, at most.
        name: What it is called, where that is not the name that somebody gave it.
        is_collapsed: Whether it shows nothing else.
    """
    face = _nameless_face(node, digits)
    if node.name and face.kind is CardKind.GATE:
        face = replace(face, own_name=clip(node.name, _LONGEST_NAME))
    if is_collapsed:
        return collapsed_face(face)
    return with_name(face, name) if name else face


def made_up_name(graph: Graph, node_id: NodeId) -> str:
    """Return what a card must tell of a node's name: nothing where it stands there already."""
    node = graph.nodes[node_id]
    # The pill of a constant shows nothing but its value, whoever named it.
    is_told = node.name and node.operation != "constant"
    if is_told or node.is_dot or node.muted is not None:
        return ""
    return clip(graph.names.get(node_id, ""), _LONGEST_NAME)


def _nameless_face(node: Node, digits: int) -> NodeFace:
    record = node.record
    color = _ROLE_COLORS[record.role]
    if node.is_dot:
        return dot_face(color)
    if isinstance(node, GroupNode):
        return _group_face(node, color)
    if not record.is_source:
        caption = translate_engine(record.role.title)
        if node.muted is not None:
            caption = QCoreApplication.translate("NodeFaces", "muted")
        if node.name:
            caption = f"{clip(node.name, _LONGEST_NAME)} · {caption}"
        return gate_face(record.symbol, caption, color, port_names(node), node.muted)
    lines = value_lines(node.value, digits) if node.value is not None else ()
    picture = None
    if node.value is not None and node.value.size and not is_written_out(node.value):
        picture = HeatMap(node.value)
    if node.operation == "constant":
        return constant_face(lines, color, picture)
    caption = translate_engine(record.title).lower()
    if isinstance(node, OutsideNode):
        caption = QCoreApplication.translate("NodeFaces", "from outside")
    return source_face(clip(node.name, _LONGEST_NAME), lines, caption, color, picture)


def _group_face(node: GroupNode, color: str) -> NodeFace:
    parts = [clip(node.name, _LONGEST_NAME)] if node.name else []
    if node.pattern is not None and node.pattern.symbol != node.operation:
        parts.append(f"= {node.pattern.symbol}")
    gates = QCoreApplication.translate("NodeFaces", "{} gates")
    parts.append(filled(gates, len(node.body.gates)))
    face = gate_face(
        clip(node.operation, _LONGEST_NAME), " · ".join(parts), color, port_names(node)
    )
    return replace(face, is_group=True)


def port_names(node: Node) -> tuple[str, ...]:
    """Return what a card calls the input ports of a gate."""
    return tuple(clip(port_name(node, index), _LONGEST_PORT) for index in range(node.record.arity))


def port_name(node: Node, index: int) -> str:
    """Return what an input port is called: a letter of its formula, or a word."""
    name = node.record.inputs[index]
    return name if isinstance(node, GroupNode) or len(name) == 1 else translate_engine(name)


def is_written_out(value: Array) -> bool:
    """Tell whether a card shows every number of a value, and no picture."""
    if value.ndim == 2:
        rows, columns = value.shape
        return bool(rows <= _MOST_ROWS and columns <= _MOST_COLUMNS)
    return value.ndim < 2 and int(value.size) <= _MOST_COLUMNS


def value_lines(value: Array, digits: int) -> tuple[str, ...]:
    """Return a value as lines of a card: a small matrix row by row, a large one as its shape."""
    if not is_written_out(value):
        return (shape_tag(value.shape),)
    if value.ndim < 2:
        return (format_value(value, digits),)
    rows = [[format_number(float(number), digits) for number in row] for row in value]
    widest = [max(column, key=len, default="") for column in zip(*rows, strict=True)]
    return tuple(
        "  ".join(_aligned(text, other) for text, other in zip(row, widest, strict=True))
        for row in rows
    )


def _aligned(text: str, widest: str) -> str:
    """Fill a number up on the left until it is as wide as the widest of its column."""
    missing = widest[: len(widest) - len(text)]
    return "".join(_POINT_SPACE if sign == "." else _FIGURE_SPACE for sign in missing) + text


def wire_texts(value: Array, digits: int) -> tuple[str, ...]:
    """Return texts for a label, the longest first: all of its numbers where they can be read.

    The last text does not write the numbers, but for a scalar: it says how many there are.
    """
    if value.ndim == 0:
        return _number_texts(float(value), digits)
    size = shape_tag(value.shape)
    if value.ndim == 2 and 0 < value.size <= _MOST_IN_A_ROW:
        rows = (" ".join(format_number(float(n), digits) for n in row) for row in value)
        return ("[" + "; ".join(rows) + "]", size)
    if value.ndim == 1 and is_written_out(value):
        return (format_value(value, digits), size)
    return (size,)


def shape_tag(shape: Shape) -> str:
    """Name a shape beside a value: 2×3, and (3) for a vector, whose 3 would pass for a number."""
    text = shape_text(shape)
    return f"({text})" if len(shape) == 1 else text


@lru_cache(maxsize=20_000)
def _number_texts(number: float, digits: int) -> tuple[str, ...]:
    # An edit changes few of the numbers of a large graph; the others need not be written again.
    return (format_number(number, digits),)

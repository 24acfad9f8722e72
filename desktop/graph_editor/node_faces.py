"""From a node of the graph to the face that the canvas shows: symbol, value lines, caption."""

from __future__ import annotations

from functools import lru_cache

from desktop.foundation.translation import translate_engine
from desktop.graph_editor.items.node_face import (
    NodeFace,
    constant_face,
    gate_face,
    source_face,
)
from engine.arrays import Array, shape_text
from engine.formula.values import format_number, format_value
from engine.graph.model import Node
from engine.operations.operation import Role

_MOST_ROWS = 3
_MOST_COLUMNS = 4
_ROLE_COLORS = {role: f"role_{role.key}" for role in Role}


def face_of(node: Node, digits: int) -> NodeFace:
    """Return the face of a node, its value with at most `digits` decimals."""
    record = node.record
    color = _ROLE_COLORS[record.role]
    if not record.is_source:
        caption = translate_engine(record.role.title)
        if node.name:
            caption = f"{node.name} · {caption}"
        return gate_face(record.symbol, caption, color, record.arity)
    lines = value_lines(node.value, digits) if node.value is not None else ()
    if node.operation == "constant":
        return constant_face(lines, color)
    return source_face(node.name, lines, translate_engine(record.title).lower(), color)


def value_lines(value: Array, digits: int) -> tuple[str, ...]:
    """Return a value as lines of a card: a small matrix row by row, a large one as its shape."""
    if value.ndim != 2:
        return (format_value(value, digits),)
    rows, columns = value.shape
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        return (shape_text(value.shape),)
    return tuple("  ".join(format_number(float(n), digits) for n in row) for row in value)


def wire_texts(value: Array, digits: int) -> tuple[str, ...]:
    """Return texts for a label, the longest first; the caller takes the first that fits."""
    if value.ndim == 0:
        return _number_texts(float(value), digits)
    short = format_value(value, digits)
    texts = [short]
    if value.ndim == 2 and value.size <= 4:
        rows = (" ".join(format_number(float(n), digits) for n in row) for row in value)
        texts.insert(0, "[" + "; ".join(rows) + "]")
    if value.ndim == 1:
        texts.append(f"[{value.size}]")
    return tuple(texts)


@lru_cache(maxsize=20_000)
def _number_texts(number: float, digits: int) -> tuple[str, ...]:
    # An edit changes few of the numbers of a large graph; the others need not be written again.
    return (format_number(number, digits),)

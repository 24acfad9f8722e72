"""From a node of the graph to the face that the canvas shows: symbol, value lines, caption."""

from __future__ import annotations

from functools import lru_cache

from desktop.foundation.translation import translate_engine
from desktop.graph_editor.items.heat_map import HeatMap
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

_MOST_ROWS = 4
_MOST_COLUMNS = 4
_MOST_IN_A_ROW = 6
# As wide as a digit, so that the numbers of a column end below each other.
_FIGURE_SPACE = "\N{FIGURE SPACE}"
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
    picture = None
    if node.value is not None and node.value.size and not is_written_out(node.value):
        picture = HeatMap(node.value)
    if node.operation == "constant":
        return constant_face(lines, color, picture)
    caption = translate_engine(record.title).lower()
    return source_face(node.name, lines, caption, color, picture)


def is_written_out(value: Array) -> bool:
    """Tell whether a card shows every number of a value, and no picture."""
    if value.ndim == 2:
        return value.shape[0] <= _MOST_ROWS and value.shape[1] <= _MOST_COLUMNS
    return value.ndim == 0 or (value.ndim == 1 and value.size <= _MOST_COLUMNS)


def value_lines(value: Array, digits: int) -> tuple[str, ...]:
    """Return a value as lines of a card: a small matrix row by row, a large one as its shape."""
    if value.ndim < 2:
        return (format_value(value, digits),)
    if not is_written_out(value):
        return (shape_text(value.shape),)
    rows = [[format_number(float(number), digits) for number in row] for row in value]
    widths = [max(map(len, column), default=0) for column in zip(*rows, strict=True)]
    return tuple(
        "  ".join(text.rjust(width, _FIGURE_SPACE) for text, width in zip(row, widths, strict=True))
        for row in rows
    )


def wire_texts(value: Array, digits: int) -> tuple[str, ...]:
    """Return texts for a label, the longest first: all of its numbers where they can be read.

    The last text does not write the numbers, but for a scalar: it says how many there are.
    """
    if value.ndim == 0:
        return _number_texts(float(value), digits)
    size = f"[{value.size}]" if value.ndim == 1 else shape_text(value.shape)
    if value.ndim == 2 and 0 < value.size <= _MOST_IN_A_ROW:
        rows = (" ".join(format_number(float(n), digits) for n in row) for row in value)
        return ("[" + "; ".join(rows) + "]", size)
    if value.ndim == 1 and is_written_out(value):
        return (format_value(value, digits), size)
    return (size,)


@lru_cache(maxsize=20_000)
def _number_texts(number: float, digits: int) -> tuple[str, ...]:
    # An edit changes few of the numbers of a large graph; the others need not be written again.
    return (format_number(number, digits),)

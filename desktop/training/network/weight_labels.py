"""Where the numbers of the weights stand on their lines, without touching one another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.training.network.layout import Connection, NetworkLayout

# Shares of the way along a line, the best first.
_PLACES = (0.5, 0.34, 0.66, 0.42, 0.58, 0.26, 0.74, 0.18, 0.82)
_NEAR, _FAR = (0.3, 0.24, 0.36, 0.42, 0.48), (0.7, 0.76, 0.64, 0.58, 0.82)
# One way for all lines, or the lines of neighbours in two columns, where they would meet.
_WAYS = ((_PLACES, _PLACES), (_NEAR, _FAR), (_FAR, _NEAR))


def place_labels(layout: NetworkLayout, size: QSizeF) -> dict[Connection, QRectF]:
    """Return a rectangle for the number of each weight that has room for one.

    Between two layers all weights have their numbers or none: a few of many would tell nothing.

    Args:
        layout: Where the neurons stand.
        size: The size of a number.
    """
    placed: dict[Connection, QRectF] = {}
    for layer in range(len(layout.layers) - 1):
        gap = _place_gap(layout, layer, size)
        placed.update(gap)
    return placed


def label_on(layout: NetworkLayout, connection: Connection, size: QSizeF) -> QRectF:
    """Return the rectangle of a single number in the middle of its line."""
    return _rectangle(layout, connection, _PLACES[0], size)


def _place_gap(layout: NetworkLayout, layer: int, size: QSizeF) -> dict[Connection, QRectF]:
    for ways in _WAYS:
        found = _place_by(layout, layer, size, ways)
        if found:
            return found
    return {}


def _place_by(
    layout: NetworkLayout,
    layer: int,
    size: QSizeF,
    ways: tuple[tuple[float, ...], tuple[float, ...]],
) -> dict[Connection, QRectF]:
    connections = [item for item in layout.connections if item.source.layer == layer]
    left = layout.centres[connections[0].source].x() + layout.size / 2
    right = layout.centres[connections[0].target].x() - layout.size / 2
    found: dict[Connection, QRectF] = {}
    for connection in connections:
        for place in ways[connection.source.index % 2]:
            box = _rectangle(layout, connection, place, size)
            fits = left < box.left() and box.right() < right
            if fits and not any(box.intersects(other) for other in found.values()):
                found[connection] = box
                break
        else:
            return {}
    return found


def _rectangle(layout: NetworkLayout, connection: Connection, place: float, size: QSizeF) -> QRectF:
    start, end = layout.line(connection)
    middle = start + (end - start) * place
    corner = QPointF(size.width() / 2, size.height() / 2)
    return QRectF(middle - corner, size)

"""Where the numbers of the weights stand on their lines, without touching one another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.training.network.layout import Connection, NetworkLayout

# Shares of the way along a line, the best first.
_PLACES = (0.5, 0.34, 0.66, 0.42, 0.58, 0.26, 0.74, 0.18, 0.82)
_NEAR, _FAR = (0.3, 0.24, 0.36, 0.42, 0.48), (0.7, 0.76, 0.64, 0.58, 0.82)
# One way for all lines, or the lines of neighbours in two columns, where they would meet.
_WAYS = ((_PLACES, _PLACES), (_NEAR, _FAR), (_FAR, _NEAR))

# The same for a search through all of them, which is for few lines and takes a part of a frame.
_FINE = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85)
_MOST_SEARCHED, _MOST_TRIES = 24, 3000


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
    return _search(layout, layer, size)


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


def _search(layout: NetworkLayout, layer: int, size: QSizeF) -> dict[Connection, QRectF]:
    """Try the places of all lines together, as far as that takes no time; narrow gaps need it."""
    connections = [item for item in layout.connections if item.source.layer == layer]
    if len(connections) > _MOST_SEARCHED:
        return {}
    left = layout.centres[connections[0].source].x() + layout.size / 2
    right = layout.centres[connections[0].target].x() - layout.size / 2
    options: list[list[QRectF]] = []
    for connection in connections:
        boxes = [_rectangle(layout, connection, place, size) for place in _FINE]
        options.append([box for box in boxes if left < box.left() and box.right() < right])
    # The lines with the fewest places first; each level goes on where it stopped when it is
    # come back to.
    order = sorted(range(len(connections)), key=lambda number: len(options[number]))
    untried = [iter(options[order[0]])]
    chosen: list[QRectF] = []
    for _ in range(_MOST_TRIES):
        box = next(untried[-1], None)
        if box is None:
            untried.pop()
            if not untried:
                return {}
            chosen.pop()
        elif not any(box.intersects(other) for other in chosen):
            chosen.append(box)
            if len(chosen) == len(order):
                return {
                    connections[number]: place for number, place in zip(order, chosen, strict=True)
                }
            untried.append(iter(options[order[len(chosen)]]))
    return {}


def _rectangle(layout: NetworkLayout, connection: Connection, place: float, size: QSizeF) -> QRectF:
    start, end = layout.line(connection)
    middle = start + (end - start) * place
    corner = QPointF(size.width() / 2, size.height() / 2)
    return QRectF(middle - corner, size)

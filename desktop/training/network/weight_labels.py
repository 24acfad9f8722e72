"""Where the numbers of the weights stand on their lines, without touching one another."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.training.network.layout import Connection, NetworkLayout

# Shares of the way along a line, the best first.
_PLACES = (0.5, 0.34, 0.66, 0.42, 0.58, 0.26, 0.74, 0.18, 0.82)
_NEAR, _FAR = (0.3, 0.24, 0.36, 0.42, 0.48), (0.7, 0.76, 0.64, 0.58, 0.82)
# One way for all lines, or the lines of neighbours in two columns, where they would meet.
_WAYS = ((_PLACES, _PLACES), (_NEAR, _FAR), (_FAR, _NEAR))

# The same for a search through all of them, which is for few lines and takes a part of a frame.
_FINE = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85)
_MOST_SEARCHED, _MOST_TRIES = 24, 1000


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
    boxes: list[QRectF] = []
    # Sets of boxes are whole numbers, one bit for each box.
    own: list[int] = []
    for connection in connections:
        tried = [_rectangle(layout, connection, place, size) for place in _FINE]
        fitting = [box for box in tried if left < box.left() and box.right() < right]
        own.append(((1 << len(fitting)) - 1) << len(boxes))
        boxes += fitting
    chosen = _one_of_each(own, _meeting(boxes, size)) if all(own) else []
    return {item: boxes[number] for item, number in zip(connections, chosen, strict=False)}


def _meeting(boxes: list[QRectF], size: QSizeF) -> list[int]:
    """Return for each box the set of those that it meets, itself among them."""
    x, y = np.array([box.left() for box in boxes]), np.array([box.top() for box in boxes])
    near = np.abs(x[:, None] - x) < size.width()
    met = np.packbits(near & (np.abs(y[:, None] - y) < size.height()), axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in met]


def _one_of_each(own: list[int], meeting: list[int]) -> list[int]:
    """Return a box for each line so that none meets another, or nothing if none was found.

    The line with the fewest boxes left is the next. It is a search in depth without a recursion: a
    step back takes up the boxes that were not tried yet.
    """
    free = sum(own)
    # What was free before each choice, which line it was for, and what may be tried there yet.
    trail: list[tuple[int, int, int]] = []
    chosen: dict[int, int] = {}
    for _ in range(_MOST_TRIES):
        if len(chosen) == len(own):
            return [chosen[line] for line in range(len(own))]
        if len(trail) == len(chosen):
            left = {line: free & own[line] for line in range(len(own)) if line not in chosen}
            line = min(left, key=lambda item: left[item].bit_count())
            trail.append((free, line, left[line]))
        free, line, untried = trail.pop()
        if not untried:
            if not trail:
                return []
            chosen.pop(trail[-1][1])
            continue
        box = (untried & -untried).bit_length() - 1
        trail.append((free, line, untried & ~(1 << box)))
        chosen[line] = box
        free &= ~meeting[box]
    return []


def _rectangle(layout: NetworkLayout, connection: Connection, place: float, size: QSizeF) -> QRectF:
    start, end = layout.line(connection)
    middle = start + (end - start) * place
    corner = QPointF(size.width() / 2, size.height() / 2)
    return QRectF(middle - corner, size)

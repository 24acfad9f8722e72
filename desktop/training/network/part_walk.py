"""The way from number to number by the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.training.network_layout import Bias, NetworkLayout, Part, Unit


def next_part(layout: NetworkLayout, part: Part | None, across: int, down: int) -> Part:
    """Return the part that lies in a direction; at the end of the way it stays.

    To the right one comes from a layer's biases to the weights behind it, and on to the biases of
    the next layer; up and down lead through the numbers of one kind in a layer.
    """
    columns = _columns(layout)
    if isinstance(part, Unit) and part.layer:
        part = Bias(part)
    place = next((index for index, column in enumerate(columns) if part in column), None)
    if place is None or part is None:
        return columns[0][0]
    row = columns[place].index(part)
    other = columns[_clamped(place + across, columns)]
    if other is columns[place]:
        return other[_clamped(row + down, other)]
    share = row / max(1, len(columns[place]) - 1)
    return other[round(share * (len(other) - 1))]


def _clamped(index: int, items: Sequence[object]) -> int:
    return max(0, min(len(items) - 1, index))


def _columns(layout: NetworkLayout) -> list[list[Part]]:
    columns: list[list[Part]] = []
    for layer in range(1, len(layout.layers)):
        weights: list[Part] = [item for item in layout.connections if item.target.layer == layer]
        biases: list[Part] = [Bias(Unit(layer, unit)) for unit in range(layout.layers[layer])]
        columns += [weights, biases]
    return columns

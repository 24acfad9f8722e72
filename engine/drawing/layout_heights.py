"""Heights in a layered drawing: each place near its neighbours, in order, without touching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Place = tuple[int, int, int]

_SWEEPS = 12


def settle_heights(
    columns: Sequence[Sequence[Place]],
    links: Sequence[tuple[Place, Place, float]],
    heights: Mapping[Place, float],
    gap: float,
) -> dict[Place, float]:
    """Return the y of every place.

    Each sweep asks every place where its wires would be level, and gives each column the heights
    nearest to those wishes (least squares) that keep its order and its gaps.

    Args:
        columns: The places of each column from top to bottom.
        links: Pieces of wires: start, end, and how far the port stands below the end's centre.
        heights: Height of each place.
        gap: Free space between two places of a column.
    """
    wishes_right: dict[Place, list[tuple[Place, float]]] = {}
    wishes_left: dict[Place, list[tuple[Place, float]]] = {}
    for start, end, offset in links:
        wishes_right.setdefault(start, []).append((end, offset))
        wishes_left.setdefault(end, []).append((start, -offset))
    y: dict[Place, float] = {}
    for column in columns:
        y.update(_stacked(column, [0.0] * len(column), heights, gap))
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 1
        for column in columns if forward else reversed(columns):
            neighbours = wishes_left if forward else wishes_right
            if sweep >= _SWEEPS - 2:
                neighbours = {
                    place: wishes_left.get(place, []) + wishes_right.get(place, [])
                    for place in column
                }
            wanted = [_wish(place, neighbours, y) for place in column]
            y.update(_stacked(column, wanted, heights, gap))
    return y


def _wish(
    place: Place, neighbours: Mapping[Place, list[tuple[Place, float]]], y: Mapping[Place, float]
) -> float:
    wishes = [y[other] + offset for other, offset in neighbours.get(place, ())]
    return sum(wishes) / len(wishes) if wishes else y[place]


def _stacked(
    column: Sequence[Place],
    wanted: Sequence[float],
    heights: Mapping[Place, float],
    gap: float,
) -> dict[Place, float]:
    """Return heights nearest to the wanted ones with order and gaps kept.

    Subtracting the distance that each place must keep from the first turns "keep the gaps" into
    "do not decrease", which the pool-adjacent-violators algorithm solves exactly (Ayer et al., An
    empirical distribution function for sampling with incomplete information, 1955).
    """
    shifts = []
    edge = 0.0
    for place in column:
        shifts.append(edge + heights[place] / 2)
        edge += heights[place] + gap
    pools: list[tuple[float, int]] = []
    for wish, shift in zip(wanted, shifts, strict=True):
        mean, count = wish - shift, 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        pools.append((mean, count))
    level = [mean for mean, count in pools for _ in range(count)]
    return {place: base + shift for place, base, shift in zip(column, level, shifts, strict=True)}

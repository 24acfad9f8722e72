"""Equal gaps in a row of cards: where the card in the hand would make two gaps the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# From the lower to the upper end along one axis.
Span = tuple[float, float]


@dataclass(frozen=True)
class Row:
    """One card and the others that stand in its row (or column), each as its span."""

    card: Span
    others: list[Span]


def gaps(row: Row) -> Iterator[tuple[float, list[Span]]]:
    """Yield every shift of the card that makes two gaps equal, with these two gaps.

    The card may stand half way between two neighbours, or as far behind its neighbour as that one
    is behind the next, on either side.
    """
    low, high = row.card
    middle, width = (low + high) / 2, high - low
    before = sorted((span for span in row.others if sum(span) / 2 < middle), key=lambda s: -s[1])
    after = sorted(span for span in row.others if sum(span) / 2 >= middle)
    if before and after:
        start, end = before[0][1], after[0][0]
        gap = (end - start - width) / 2
        if gap > 0:
            place = start + gap
            yield place - low, [(start, place), (place + width, end)]
    if len(before) > 1:
        gap = before[0][0] - before[1][1]
        if gap > 0:
            place = before[0][1] + gap
            yield place - low, [(before[1][1], before[0][0]), (before[0][1], place)]
    if len(after) > 1:
        gap = after[1][0] - after[0][1]
        if gap > 0:
            place = after[0][0] - gap - width
            yield place - low, [(place + width, after[0][0]), (after[0][1], after[1][0])]

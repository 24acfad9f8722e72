"""Snapping: dragged cards line up with their neighbours, straighten wires and keep equal gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop.graph_editor.items.hand_items import Guide
from engine.arrays import Array

# As far as a hand aims, in device-independent pixels.
SNAP_PX = 7.0
# What is farther away than this in the scene is out of mind.
_NEIGHBOURHOOD = 600.0
_SAME = 0.5
_OVERHANG = 14.0
_INSET = 9.0
# From the lower to the upper end along one axis.
Span = tuple[float, float]


@dataclass(frozen=True)
class Snap:
    """How far to shift what is dragged, and the guides that say why."""

    dx: float = 0.0
    dy: float = 0.0
    guides: tuple[Guide, ...] = ()


@dataclass
class _Axis:
    """The shifts that would snap along one axis, each with what makes its guide."""

    shifts: list[float] = field(default_factory=list)
    reasons: list[tuple[str, object]] = field(default_factory=list)

    def add(self, shift: float, kind: str, what: object) -> None:
        self.shifts.append(shift)
        self.reasons.append((kind, what))

    def best(self, reach: float) -> float | None:
        near = [shift for shift in self.shifts if abs(shift) <= reach]
        return min(near, key=abs, default=None)

    def holding(self, shift: float) -> list[tuple[str, object]]:
        pairs = zip(self.shifts, self.reasons, strict=True)
        return [reason for each, reason in pairs if abs(each - shift) < _SAME]


class Snapping:
    """What the dragged cards may snap to, found once at the beginning of a drag."""

    def __init__(
        self, moved: QRectF, others: Iterable[QRectF], wires: Sequence[tuple[QPointF, QPointF]]
    ) -> None:
        """Take the places as they are when the drag begins.

        Args:
            moved: The rectangle round the dragged cards.
            others: The cards that stay.
            wires: For each wire between a dragged and a staying card its two ports, the dragged
                card's first. It runs straight when both are at one height.
        """
        self._moved = QRectF(moved)
        self._others = [QRectF(card) for card in others]
        self._wires = [(QPointF(own), QPointF(other)) for own, other in wires]
        # Left, centre and right, then top, centre and bottom: one column for each card.
        self._lines = (
            _lines([(c.left(), c.center().x(), c.right()) for c in self._others]),
            _lines([(c.top(), c.center().y(), c.bottom()) for c in self._others]),
        )

    def snap(
        self, dx: float, dy: float, reach: float, *, along_x: bool = True, along_y: bool = True
    ) -> Snap:
        """Return what to add to a way so that something lines up within a reach.

        Args:
            dx: The way of the hand along x in the scene.
            dy: The way along y.
            reach: How far it snaps, in scene pixels.
            along_x: Whether it may shift along x.
            along_y: Whether it may shift along y.
        """
        card = self._moved.translated(dx, dy)
        near = self._near(card)
        shift_x = self._axis_x(card, near).best(reach) if along_x else None
        card.translate(shift_x or 0.0, 0.0)
        shift_y = self._axis_y(card, near, dy).best(reach) if along_y else None
        card.translate(0.0, shift_y or 0.0)
        guides: list[Guide] = []
        if shift_x is not None:
            guides += self._guides(self._axis_x(card, near).holding(0.0), card, is_upright=True)
        if shift_y is not None:
            axis = self._axis_y(card, near, dy + shift_y)
            guides += self._guides(axis.holding(0.0), card, is_upright=False)
        return Snap(shift_x or 0.0, shift_y or 0.0, tuple(guides))

    def _near(self, card: QRectF) -> list[int]:
        margin = _NEIGHBOURHOOD
        (left, _, right), (top, _, bottom) = self._lines
        is_near = (
            (left < card.right() + margin)
            & (right > card.left() - margin)
            & (top < card.bottom() + margin)
            & (bottom > card.top() - margin)
        )
        return [int(index) for index in np.flatnonzero(is_near)]

    def _axis_x(self, card: QRectF, near: list[int]) -> _Axis:
        axis = _Axis()
        own = (card.left(), card.center().x(), card.right())
        self._add_lines(axis, self._lines[0], own, near)
        row = Row(
            (card.left(), card.right()),
            [
                (other.left(), other.right())
                for other in (self._others[index] for index in near)
                if other.top() < card.bottom() and other.bottom() > card.top()
            ],
        )
        for shift, ends in gaps(row):
            axis.add(shift, "gap", ends)
        return axis

    def _axis_y(self, card: QRectF, near: list[int], dy: float) -> _Axis:
        axis = _Axis()
        for own, other in self._wires:
            axis.add(other.y() - own.y() - dy, "wire", other)
        own_lines = (card.top(), card.center().y(), card.bottom())
        self._add_lines(axis, self._lines[1], own_lines, near)
        column = Row(
            (card.top(), card.bottom()),
            [
                (other.top(), other.bottom())
                for other in (self._others[index] for index in near)
                if other.left() < card.right() and other.right() > card.left()
            ],
        )
        for shift, ends in gaps(column):
            axis.add(shift, "gap", ends)
        return axis

    def _add_lines(
        self, axis: _Axis, lines: Array, own: tuple[float, float, float], near: list[int]
    ) -> None:
        if not near:
            return
        ways = lines[:, near] - np.array(own)[:, None]
        for kind, row in enumerate(ways):
            nearest = np.abs(row).min()
            for column in np.flatnonzero(np.abs(row) <= nearest + _SAME):
                axis.add(float(row[column]), "line", (kind, self._others[near[column]]))

    def _guides(
        self, reasons: list[tuple[str, object]], card: QRectF, *, is_upright: bool
    ) -> list[Guide]:
        found: list[Guide] = []
        aligned: dict[int, QRectF] = {}
        for kind, what in reasons:
            if kind == "line" and isinstance(what, tuple):
                index, other = what
                aligned[index] = aligned.get(index, card).united(other)
            elif kind == "wire" and isinstance(what, QPointF):
                edge = card.right() if what.x() > card.center().x() else card.left()
                found.append(Guide(QLineF(edge, what.y(), what.x(), what.y())))
            elif kind == "gap" and isinstance(what, list):
                found += [_gap(ends, card, is_upright=is_upright) for ends in what]
        # Cards of one size share all three lines; the middle one says it.
        if len(aligned) == 3:
            aligned = {1: aligned[1]}
        return found + [_line(index, area, card, is_upright) for index, area in aligned.items()]


def _line(index: int, area: QRectF, card: QRectF, is_upright: bool) -> Guide:
    if is_upright:
        x = (card.left(), card.center().x(), card.right())[index]
        return Guide(QLineF(x, area.top() - _OVERHANG, x, area.bottom() + _OVERHANG))
    y = (card.top(), card.center().y(), card.bottom())[index]
    return Guide(QLineF(area.left() - _OVERHANG, y, area.right() + _OVERHANG, y))


def _gap(ends: tuple[float, float], card: QRectF, *, is_upright: bool) -> Guide:
    start, end = ends
    if is_upright:
        # Beside the middles, where ports and other guides are.
        y = card.bottom() - _INSET
        return Guide(QLineF(start, y, end, y), is_gap=True)
    x = card.right() - _INSET
    return Guide(QLineF(x, start, x, end), is_gap=True)


def _lines(rows: list[tuple[float, float, float]]) -> Array:
    return np.array(rows, dtype=float).reshape(-1, 3).T


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

"""The surface record: a formula of two variables, its view, its start, rates that suit it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine import ranges

# How far beyond its view a surface without a bottom is still followed.
_FENCE_SCALE = 1.25
# Squares of lengths in a rectangle worth looking at neither overflow nor vanish.
_FARTHEST_EDGE, _NARROWEST = 1e100, 1e-100
# So many numbers lie between its edges that a picture's pixels do.
_FINEST_SHARE = 1e-9


class Box(NamedTuple):
    """A rectangle of the plane."""

    left: float
    right: float
    bottom: float
    top: float

    def scaled(self, factor: float) -> Box:
        """Return the rectangle with the same centre and sides ``factor`` times as long."""
        return Box(*_scaled(self.left, self.right, factor), *_scaled(self.bottom, self.top, factor))

    @property
    def is_resolved(self) -> bool:
        """Whether numbers can tell its edges apart well enough to draw what lies between them."""
        return all(
            max(abs(low), abs(high)) <= _FARTHEST_EDGE
            and high - low >= max(_NARROWEST, _FINEST_SHARE * max(abs(low), abs(high)))
            for low, high in ((self.left, self.right), (self.bottom, self.top))
        )

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the border."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def _scaled(low: float, high: float, factor: float) -> tuple[float, float]:
    middle, reach = ranges.midpoint(low, high), ranges.width(low, high) / 2 * factor
    return ranges.finite(middle - reach), ranges.finite(middle + reach)


class Point(NamedTuple):
    """A place in the plane; the names stand for the surface's two variables in order."""

    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Surface:
    """A loss surface. Its formula is the single truth; nothing else says what the function is.

    Attributes:
        name: Unique identifier.
        title: Name for people.
        formula: The function as text that ``engine.formula`` reads.
        view: The rectangle worth looking at.
        start: Where a run begins unless somebody chooses otherwise.
        minima: Every point at which the function is smallest; empty where it has no bottom.
        tuned: For each optimizer's name the settings that behave from ``start``.
        summary: One English sentence on what it looks like.
        note: One English sentence on what racing on it teaches.
        variables: The two names in the formula, horizontal first.
        steps: How many steps tell its story.
        goal: A loss worth reaching, for comparing methods.
        logarithmic: Whether its contours need levels that grow by factors.
        bounded: Whether it has a lowest value.
        reference: Where it is from.
        aliases: Other names people use.
    """

    name: str
    title: str
    formula: str
    view: Box
    start: Point
    minima: tuple[Point, ...]
    tuned: Mapping[str, Mapping[str, float]] = field(repr=False)
    summary: str
    note: str
    variables: tuple[str, str] = ("x", "y")
    steps: int = 500
    goal: float = 0.01
    logarithmic: bool = False
    bounded: bool = True
    reference: str = ""
    aliases: tuple[str, ...] = ()

    def settings_for(self, optimizer: str) -> Mapping[str, float]:
        """Return the settings that suit an optimizer here; empty when none are stored."""
        return self.tuned.get(optimizer, {})

    @property
    def fence(self) -> Box | None:
        """Where a run that still goes down counts as gone; None on a surface with a bottom."""
        return None if self.bounded else self.view.scaled(_FENCE_SCALE)


def tune(**given: float | Mapping[str, float]) -> dict[str, Mapping[str, float]]:
    """Return settings by optimizer name; a number is a learning rate."""
    return {
        name: {"learning_rate": item} if isinstance(item, int | float) else item
        for name, item in given.items()
    }


def first_steps(epsilon: float = 1e-6) -> dict[str, float]:
    """Return settings of a rule that has no rate, but whose ε decides its first steps."""
    return {"learning_rate": 1.0, "epsilon": epsilon}

"""One update as arrows in the plane: gradient, velocity and step, moments, the point ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from desktop.widgets.fields.number_text import format_number
from desktop.widgets.plots.plot_style import LineStyle
from engine import ranges
from engine.arrays import Array
from engine.optimizers.trajectory import Trajectory

GRADIENT, VELOCITY, STEP, SECOND, AHEAD = "gradient", "velocity", "step", "second", "ahead"


class KindLook(NamedTuple):
    """How a kind of arrow is drawn, so that colour is never alone."""

    colour: str
    style: LineStyle
    width: float


LOOKS: Mapping[str, KindLook] = {
    GRADIENT: KindLook("gradient", "dash", 2.6),
    VELOCITY: KindLook("role_router", "dash-dot", 2.6),
    STEP: KindLook("text", "solid", 2.8),
    SECOND: KindLook("role_linear", "dot", 2.0),
    AHEAD: KindLook("role_router", "dot", 2.0),
}


class _Least(NamedTuple):
    """What a number must exceed to say anything, as a slope and as a part of a step."""

    slopes: float
    steps: float


class _Drawn(NamedTuple):
    """How a term is drawn: as which kind, its sign towards the way down, and its symbol."""

    kind: str
    sign: float
    symbol: str


# What a term is drawn as; the first of a kind that a method has is shown unless another is lit.
_DRAWN: Mapping[str, _Drawn] = {
    "gradient": _Drawn(GRADIENT, -1.0, "−g"),
    "slope": _Drawn(GRADIENT, -1.0, "−∇f"),
    "velocity": _Drawn(VELOCITY, 1.0, "v"),
    "ahead": _Drawn(VELOCITY, -1.0, "−m̃"),
    "first_corrected": _Drawn(VELOCITY, -1.0, "−m̂"),
    "mixed": _Drawn(VELOCITY, -1.0, "−c"),
    "first_moment": _Drawn(VELOCITY, -1.0, "−m"),
    "sign": _Drawn(VELOCITY, -1.0, "−sign(c)"),
    "step": _Drawn(STEP, 1.0, "Δw"),
    "raw_step": _Drawn(STEP, 1.0, "Δ"),
    "shrinking": _Drawn(STEP, 1.0, "−ηλw"),
    "second_corrected": _Drawn(SECOND, 1.0, "v̂"),
    "second_moment": _Drawn(SECOND, 1.0, "v"),
    "total": _Drawn(SECOND, 1.0, "G"),
    "mean_square": _Drawn(SECOND, 1.0, "G"),
    "mean_step": _Drawn(SECOND, 1.0, "D"),
}
# A root is the side of the square that its term is.
_SAME_AS = {"root": "second", "after": "step"}
# Of steps, not of slopes, and so on the scale of the plane.
_IN_STEPS = frozenset({"step", "raw_step", "shrinking"})
# ±1 however small the slope is, and so never below a bound.
_UNITLESS = frozenset({"sign"})
# Second moments of steps.
_OF_STEPS = frozenset({"mean_step"})
_SQUARE_SHARE = 0.6
# Less than this share of the reach is no motion: the longest race, of 2,000 steps that long, would
# stay within a thousandth of a pixel. Magnified it would look like a stride, where the method has
# arrived and what is left is rounding.
_LEAST_SHARE = 1e-10
# So many times the spacing of the numbers at a point are lost when a step is added to it.
_LEAST_SPACINGS = 4.0


@dataclass(frozen=True)
class Arrow:
    """An arrow in data coordinates.

    Attributes:
        kind: What it shows; its look follows.
        term: The term of the update that it is.
        tail: Where it begins.
        tip: Where it ends, magnified.
    """

    kind: str
    term: str
    tail: tuple[float, float]
    tip: tuple[float, float]


@dataclass(frozen=True)
class Square:
    """A second moment along one coordinate: its area is the number, its side the root of it."""

    corner: tuple[float, float]
    opposite: tuple[float, float]


@dataclass(frozen=True)
class UpdateSketch:
    """All that is drawn of one update.

    Attributes:
        arrows: At most one of each kind.
        squares: One for each coordinate, or none.
        ahead: Where the gradient was taken, if not at the point itself.
        start: The point that the update began at.
        labels: For each kind its symbol, and how many times larger than the numbers it is drawn.
        lit: The kind that the term looked at belongs to, or ''.
    """

    arrows: tuple[Arrow, ...]
    squares: tuple[Square, ...]
    ahead: tuple[float, float] | None
    start: tuple[float, float]
    labels: Mapping[str, tuple[str, str]]
    lit: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """What there is to see."""
        found = {arrow.kind for arrow in self.arrows}
        found |= {SECOND} if self.squares else set()
        return frozenset(found | ({AHEAD} if self.ahead else set()))


def kind_of(term: str) -> str:
    """Return the kind of drawing that shows a term, or ''."""
    if term in _SAME_AS:
        return _SAME_AS[term]
    return _DRAWN[term].kind if term in _DRAWN else ""


def sketch_update(
    trajectory: Trajectory, step: int, reach: float, lit: str = ""
) -> UpdateSketch | None:
    """Draw a step of a trajectory, from the engine's own terms of it.

    Args:
        trajectory: The path.
        step: 1 for the first; a later one than the last is the last, and 0 is none.
        reach: The longest that an arrow may be, in data units.
        lit: The term looked at, which is then the one shown of its kind.
    """
    step = min(step, trajectory.steps)
    if step < 1:
        return None
    # Where nothing treats the gradient, it is the slope itself.
    terms = {**trajectory.update_at(step).terms, "slope": trajectory.gradients[step - 1]}
    start, ahead = trajectory.points[step - 1], trajectory.gradient_point(step)
    # A buffer of gradients points up the slope; a velocity goes where the point goes.
    is_buffer = bool(trajectory.run.optimizer.variant) and "velocity" in terms
    chosen = _chosen(terms, lit)
    moment = chosen.pop(SECOND, "")
    vectors: dict[str, Array] = {}
    symbols: dict[str, str] = {}
    for kind, term in chosen.items():
        flips = -1.0 if is_buffer and term == "velocity" else 1.0
        vectors[kind] = flips * _DRAWN[term].sign * terms[term]
        symbols[kind] = ("−" if flips < 0 else "") + _DRAWN[term].symbol
    in_steps = {
        kind
        for kind, term in chosen.items()
        if term in _IN_STEPS or (term == "velocity" and not is_buffer)
    }
    least = _least(trajectory, step, reach)
    plane = _magnification([vectors[kind] for kind in vectors if kind in in_steps], reach)
    slope = _magnification([vectors[kind] for kind in vectors if kind not in in_steps], reach)
    arrows: list[Arrow] = []
    labels: dict[str, tuple[str, str]] = {}
    for kind, vector in vectors.items():
        times = plane if kind in in_steps else slope
        labels[kind] = _label(symbols[kind], times)
        bound = least.steps if kind in in_steps else least.slopes
        if chosen[kind] in _UNITLESS:
            bound = 0.0
        if _is_above(vector, bound):
            tail = ahead if kind == GRADIENT else start
            with np.errstate(all="ignore"):
                tip = tail + times * vector
            arrows.append(Arrow(kind, chosen[kind], _pair(tail), _pair(tip)))
    squares: tuple[Square, ...] = ()
    if moment:
        sides = np.sqrt(np.maximum(terms[moment], 0.0))
        times = _magnification([sides], _SQUARE_SHARE * reach)
        labels[SECOND] = _label(f"√{_DRAWN[moment].symbol}", times)
        if _is_above(sides, least.steps if moment in _OF_STEPS else least.slopes):
            squares = _squares(times * sides, start)
    return UpdateSketch(
        tuple(arrows),
        squares,
        _pair(ahead) if _is_above(ahead - start, least.steps) else None,
        _pair(start),
        labels,
        kind_of(lit),
    )


def _chosen(terms: Mapping[str, Array], lit: str) -> dict[str, str]:
    """Return the term to show of each kind: the lit one, or the first in the table's order."""
    chosen: dict[str, str] = {}
    for term, drawn in _DRAWN.items():
        if term in terms and (drawn.kind not in chosen or term == lit):
            chosen[drawn.kind] = term
    return chosen


def _least(trajectory: Trajectory, step: int, reach: float) -> _Least:
    """Return what is nothing at a step: beside the slopes until then, and beside the view."""
    steepest = float(np.abs(trajectory.gradients[:step]).max())
    spacing = float(np.spacing(np.abs(trajectory.points[step - 1]).max()))
    return _Least(_LEAST_SHARE * steepest, max(_LEAST_SHARE * reach, _LEAST_SPACINGS * spacing))


def _is_above(vector: Array, bound: float) -> bool:
    return bool(np.any(np.abs(vector) > bound))


def _label(symbol: str, times: float) -> tuple[str, str]:
    return symbol, f"×{format_number(times, 3)}"


def _magnification(vectors: list[Array], reach: float) -> float:
    """Return the largest 1, 2 or 5 times a power of ten that keeps all vectors within reach."""
    known = [vector for vector in vectors if np.isfinite(vector).all()]
    longest = max(map(ranges.length, known), default=0.0)
    if not longest > 0.0:
        return 1.0
    return ranges.round_below(reach / longest)


def _squares(sides: Array, start: Array) -> tuple[Square, Square]:
    """Put the first coordinate's square to the lower right of the point, the other's opposite."""
    x, y = _pair(start)
    across, along = _pair(sides)
    return (
        Square((x, y), (x + across, y - across)),
        Square((x, y), (x - along, y + along)),
    )


def _pair(point: Array) -> tuple[float, float]:
    return float(point[0]), float(point[1])

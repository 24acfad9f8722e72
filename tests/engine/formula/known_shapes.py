"""Functions of one number with all that is known of them in closed form, before they are moved."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

Range = tuple[float, float]
INF = math.inf
EVERYWHERE: tuple[Range, ...] = ((-INF, INF),)
NOWHERE: tuple[Range, ...] = ()


@dataclass(frozen=True)
class Shape:
    """A function of u.

    Attributes:
        text: Its formula, with ``u`` for the variable.
        low: The least value or its limit.
        high: The greatest.
        ends: Which of both are reached: "[" or "(" and "]" or ")".
        slope: The greatest absolute slope, or the limit of it.
        slope_at: The places that have it, as ranges; empty where it is only approached.
        flat: Where the absolute slope is below t, as ranges of u. None where the places recur
            without end.
        breaks: Where it has no derivative though it has a value.
        poles: Where it grows without end towards a place on both sides.
        undefined: Where it has no value, as ranges, poles left out.
        direction: 1 where it never falls, −1 where it never rises, None where it does both.
        mean: Its mean over b·x for standard normal x, as a function of b.
    """

    text: str
    low: float
    high: float
    ends: str
    slope: float
    slope_at: tuple[Range, ...]
    flat: Callable[[float], tuple[Range, ...]] | None
    breaks: tuple[float, ...] = ()
    poles: tuple[float, ...] = ()
    undefined: tuple[Range, ...] = ()
    direction: int | None = None
    mean: Callable[[float], float] | None = None


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return where a function that changes its sign once between two places is 0."""
    rises = function(high) > 0
    for _ in range(200):
        middle = 0.5 * (low + high)
        if (function(middle) > 0) == rises:
            high = middle
        else:
            low = middle
    return 0.5 * (low + high)


def _beyond(place: float) -> tuple[Range, ...]:
    return ((-INF, -place), (place, INF))


def _within(place: float) -> tuple[Range, ...]:
    return ((-place, place),)


def _bell_flat(slope: Callable[[float], float], top: float, t: float) -> tuple[Range, ...]:
    """Where an even bell is flat, whose slope grows to the place ``top`` and falls beyond."""
    if slope(top) < t:
        return EVERYWHERE
    inner = _root(lambda u: slope(u) - t, 0.0, top)
    outer = _root(lambda u: t - slope(u), top, 200.0)
    return ((-INF, -outer), (-inner, inner), (outer, INF))


def _odd(_b: float) -> float:
    return 0.0


def _log_bell_flat(t: float) -> tuple[Range, ...]:
    if t >= 1:
        return EVERYWHERE
    root = math.sqrt(1 - t * t)
    return ((-INF, -(1 + root) / t), (-(1 - root) / t, (1 - root) / t), ((1 + root) / t, INF))


def _all_if(is_flat: bool) -> tuple[Range, ...]:
    return EVERYWHERE if is_flat else NOWHERE


SHAPES = (
    Shape("u", -INF, INF, "()", 1, EVERYWHERE, lambda t: _all_if(t > 1), direction=1,
          mean=_odd),
    Shape("u**2", 0, INF, "[)", INF, (), lambda t: _within(t / 2), mean=lambda b: b * b),
    Shape("u**3", -INF, INF, "()", INF, (), lambda t: _within(math.sqrt(t / 3)), direction=1,
          mean=_odd),
    Shape("u**4", 0, INF, "[)", INF, (), lambda t: _within((t / 4) ** (1 / 3)),
          mean=lambda b: 3 * b**4),
    Shape("abs(u)", 0, INF, "[)", 1, EVERYWHERE, lambda t: _all_if(t > 1), (0,),
          mean=lambda b: abs(b) * math.sqrt(2 / math.pi)),
    Shape("sqrt(u**2)", 0, INF, "[)", 1, EVERYWHERE, lambda t: _all_if(t > 1), (0,),
          mean=lambda b: abs(b) * math.sqrt(2 / math.pi)),
    Shape("relu(u)", 0, INF, "[)", 1, ((0, INF),),
          lambda t: EVERYWHERE if t > 1 else ((-INF, 0),), (0,), direction=1,
          mean=lambda b: abs(b) / math.sqrt(2 * math.pi)),
    Shape("max(u, u/4)", -INF, INF, "()", 1, ((0, INF),),
          lambda t: EVERYWHERE if t > 1 else ((-INF, 0),) if t > 0.25 else NOWHERE, (0,),
          direction=1),
    Shape("relu(u)**2", 0, INF, "[)", INF, (), lambda t: ((-INF, t / 2),), direction=1,
          mean=lambda b: b * b / 2),
    Shape("1/u", -INF, INF, "()", INF, (), lambda t: _beyond(t**-0.5), poles=(0,)),
    Shape("1/u**2", 0, INF, "()", INF, (), lambda t: _beyond((2 / t) ** (1 / 3)), poles=(0,)),
    Shape("1/(1 + u**2)", 0, 1, "(]", 3 * math.sqrt(3) / 8, ((-(3**-0.5),) * 2, (3**-0.5,) * 2),
          lambda t: _bell_flat(lambda u: 2 * u / (1 + u * u) ** 2, 3**-0.5, t)),
    Shape("exp(u)", 0, INF, "()", INF, (), lambda t: ((-INF, math.log(t)),), direction=1,
          mean=lambda b: math.exp(b * b / 2) if abs(b) < 20 else INF),
    Shape("exp(-u**2)", 0, 1, "(]", math.sqrt(2 / math.e), ((-(2**-0.5),) * 2, (2**-0.5,) * 2),
          lambda t: _bell_flat(lambda u: 2 * u * math.exp(-min(u * u, 700)), 2**-0.5, t),
          mean=lambda b: 1 / math.sqrt(1 + 2 * b * b)),
    Shape("exp(-abs(u))", 0, 1, "(]", 1, (),
          lambda t: EVERYWHERE if t > 1 else _beyond(-math.log(t)), (0,)),
    Shape("log(u)", -INF, INF, "()", INF, (), lambda t: ((1 / t, INF),), undefined=((-INF, 0),),
          direction=1),
    Shape("log(abs(u))", -INF, INF, "()", INF, (), lambda t: _beyond(1 / t), poles=(0,)),
    Shape("log(1 + exp(u))", 0, INF, "()", 1, (),
          lambda t: EVERYWHERE if t >= 1 else ((-INF, math.log(t / (1 - t))),), direction=1),
    Shape("log(1 + u**2)", 0, INF, "[)", 1, ((-1, -1), (1, 1)), _log_bell_flat),
    Shape("sigmoid(u)", 0, 1, "()", 0.25, ((0, 0),),
          lambda t: EVERYWHERE if t > 0.25 else _beyond(
              math.log((1 - 2 * t + math.sqrt(1 - 4 * t)) / (2 * t))), direction=1,
          mean=lambda _b: 0.5),
    Shape("tanh(u)", -1, 1, "()", 1, ((0, 0),),
          lambda t: EVERYWHERE if t > 1 else _beyond(math.atanh(math.sqrt(1 - t))), direction=1,
          mean=_odd),
    Shape("arctan(u)", -math.pi / 2, math.pi / 2, "()", 1, ((0, 0),),
          lambda t: EVERYWHERE if t > 1 else _beyond(math.sqrt(1 / t - 1)), direction=1, mean=_odd),
    Shape("u/(1 + abs(u))", -1, 1, "()", 1, ((0, 0),),
          lambda t: EVERYWHERE if t > 1 else _beyond(t**-0.5 - 1), direction=1, mean=_odd),
    Shape("u/sqrt(1 + u**2)", -1, 1, "()", 1, ((0, 0),),
          lambda t: EVERYWHERE if t > 1 else _beyond(math.sqrt(t ** (-2 / 3) - 1)), direction=1,
          mean=_odd),
    Shape("sin(u)", -1, 1, "[]", 1, tuple((k * math.pi,) * 2 for k in range(-400, 401)), None,
          mean=_odd),
    Shape("cos(u)", -1, 1, "[]", 1, tuple(((k + 0.5) * math.pi,) * 2 for k in range(-400, 401)),
          None, mean=lambda b: math.exp(-b * b / 2)),
    Shape("sqrt(u)", 0, INF, "[)", INF, ((0, 0),), lambda t: ((1 / (4 * t * t), INF),),
          breaks=(0,), undefined=((-INF, 0),), direction=1),
    Shape("sqrt(1 - u**2)", 0, 1, "[]", INF, ((-1, -1), (1, 1)),
          lambda t: _within(t / math.sqrt(1 + t * t)), (-1, 1), undefined=((-INF, -1), (1, INF))),
    Shape("abs(u)**(1/3)", 0, INF, "[)", INF, ((0, 0),), lambda t: _beyond((3 * t) ** -1.5), (0,)),
    Shape("sqrt(abs(u))", 0, INF, "[)", INF, ((0, 0),), lambda t: _beyond(1 / (4 * t * t)), (0,)),
    Shape("step(u)", 0, 1, "[]", 0, EVERYWHERE, lambda _t: EVERYWHERE, (0,), direction=1,
          mean=lambda _b: 0.5),
    Shape("clip(u)", -1, 1, "[]", 1, ((-1, 1),),
          lambda t: EVERYWHERE if t > 1 else _beyond(1), (-1, 1), direction=1, mean=_odd),
    Shape("2 + 0*u", 2, 2, "[]", 0, EVERYWHERE, lambda _t: EVERYWHERE, direction=0,
          mean=lambda _b: 2),
)  # fmt: skip

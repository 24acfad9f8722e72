"""The terms of one step in the order in which they are computed, treatments among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.optimizers.common import GRADIENT, POINT_AFTER
from engine.optimizers.optimizer import State, Term, Update
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Trajectory
from engine.optimizers.treatments import Treated

OLD = "old "
# Names that no optimizer's term has: the two lists are read together.
SLOPE = Term("slope", r"\nabla f", "slope of the surface")
_POINT, _START = Term("point", "w", "point"), Term("treated point", "w'", "point to start from")

# What names the parts of a gradient in the plane, in order.
_PARTS = ("first part", "second part")

Quantity = Array | float


@dataclass(frozen=True, eq=False)
class StepTerm:
    """A term of one step, and what its formula names.

    Attributes:
        term: Which.
        quantities: The value of each quantity that its formula may name.
        symbols: The LaTeX symbol of each.
        result: Its value for each coordinate.
    """

    term: Term
    quantities: Mapping[str, Quantity]
    symbols: Mapping[str, str]
    result: Array


def terms_of(run: Run) -> tuple[Term, ...]:
    """Return the terms of a run's steps, in order; the last is the point that a step leads to.

    Where the gradient is treated, the surface's own slope comes first, then what each treatment
    adds, cuts or draws, and the optimizer's g is what comes out of it. So no number stands under
    two names, and no name for two numbers.
    """
    optimizer = run.optimizer
    slopes, rest = _split(optimizer.terms)
    treated = _gradient_treatments(run)
    gradient = [SLOPE, *_between(treated), GRADIENT] if treated else slopes
    start = [_START] if _point_treatments(run) else []
    return (*start, *gradient, *rest, POINT_AFTER)


def step_terms(trajectory: Trajectory, step: int) -> tuple[StepTerm, ...]:
    """Return the terms of a step with their numbers, in the order of `terms_of`.

    Args:
        trajectory: The path.
        step: 1 for the first.

    Raises:
        IndexError: The trajectory has no such step.
    """
    update, run = trajectory.update_at(step), trajectory.run
    optimizer, before = run.optimizer, trajectory.points[step - 1]
    rate = run.rate(step, trajectory.losses[:step].tolist())
    quantities: dict[str, Quantity] = {
        **run.settings,
        "learning_rate": rate,
        "t": float(step),
        "point": before + update.terms.get("decay", 0.0),
        **update.terms,
        **_old_values(update, trajectory.state_before(step)),
    }
    symbols = {
        **{setting.name: setting.symbol for setting in optimizer.settings},
        **{term.name: term.symbol for term in optimizer.terms},
        **{f"{OLD}{term.name}": term.symbol for term in optimizer.terms},
        "t": "t",
        "point": _START.symbol if _point_treatments(run) else _POINT.symbol,
    }
    treated = _treated_terms(run, trajectory.gradients[step - 1], before, step)
    slopes, rest = _split(optimizer.terms)
    first = treated or [
        StepTerm(term, quantities, symbols, update.terms[term.name]) for term in slopes
    ]
    after = {**update.terms, POINT_AFTER.name: update.point}
    last = [StepTerm(term, quantities, symbols, after[term.name]) for term in (*rest, POINT_AFTER)]
    return (*_start_terms(run, before, rate), *first, *last)


def _split(terms: tuple[Term, ...]) -> tuple[list[Term], list[Term]]:
    """Return the gradient, and the terms that are made of it."""
    slopes = [term for term in terms if term.name == GRADIENT.name]
    return slopes, [term for term in terms if term.name != GRADIENT.name]


def _gradient_treatments(run: Run) -> list[Treated]:
    return [item for item in run.treatments if item.treatment.gradient_formula]


def _point_treatments(run: Run) -> list[Treated]:
    return [item for item in run.treatments if item.treatment.point_formula]


def _between(treated: list[Treated]) -> Iterator[Term]:
    """Yield the terms between the slope and g: each treatment's pieces, and what it hands on."""
    for place, item in enumerate(treated):
        yield from (_piece(item, piece) for piece in item.treatment.pieces)
        if place < len(treated) - 1:
            yield _handed_on(item, place)


def _piece(item: Treated, piece: Term) -> Term:
    return piece._replace(name=f"{item.treatment.name} {piece.name}")


def _handed_on(item: Treated, place: int) -> Term:
    name = f"{item.treatment.name} result"
    return Term(name, f"g_{{{place + 1}}}", item.treatment.title, item.treatment.gradient_formula)


def _treated_terms(run: Run, slope: Array, point: Array, step: int) -> list[StepTerm]:
    treated = _gradient_treatments(run)
    if not treated:
        return []
    found = [StepTerm(SLOPE, {}, {}, slope)]
    incoming, symbol = slope, SLOPE.symbol
    for place, item in enumerate(treated):
        treatment, settings = item.treatment, item.settings
        with np.errstate(all="ignore"):
            pieces = treatment.piece_values(incoming, point, step, settings)
            result = treatment.gradient(incoming, point, step, settings)
        quantities: dict[str, Quantity] = {
            **settings,
            **pieces,
            "incoming": incoming,
            **dict(zip(_PARTS, map(float, incoming), strict=False)),
            "point": point,
            "t": float(step),
        }
        symbols = {
            **{setting.name: setting.symbol for setting in treatment.settings},
            **{piece.name: piece.symbol for piece in treatment.pieces},
            "incoming": symbol,
            **{part: _part(symbol, number) for number, part in enumerate(_PARTS, start=1)},
            "point": _POINT.symbol,
            "t": "t",
        }
        found += [
            StepTerm(_piece(item, piece), quantities, symbols, pieces[piece.name])
            for piece in treatment.pieces
        ]
        is_last = place == len(treated) - 1
        term = GRADIENT.by(treatment.gradient_formula) if is_last else _handed_on(item, place)
        found.append(StepTerm(term, quantities, symbols, result))
        incoming, symbol = result, term.symbol
    return found


def _part(symbol: str, number: int) -> str:
    r"""Return the symbol of a part of what has the symbol, such as ``\nabla f`` or ``g_{1}``."""
    whole = symbol if symbol.isalpha() else rf"\left({symbol}\right)"
    return rf"{whole}_{{{number}}}"


def _start_terms(run: Run, point: Array, rate: float) -> list[StepTerm]:
    found, start = [], point
    for item in _point_treatments(run):
        treatment = item.treatment
        quantities: dict[str, Quantity] = {
            **item.settings,
            "learning_rate": rate,
            "point": start,
        }
        symbols = {
            **{setting.name: setting.symbol for setting in treatment.settings},
            "learning_rate": r"\eta",
            "point": _POINT.symbol,
        }
        start = treatment.point(start, rate, item.settings)
        found.append(StepTerm(_START.by(treatment.point_formula), quantities, symbols, start))
    return found


def _old_values(update: Update, before: State) -> dict[str, Array]:
    """Return what the memory held of each term that the update has put back into it."""
    return {
        f"{OLD}{name}": before[place]
        for name, value in update.terms.items()
        for place, kept in enumerate(update.state)
        if kept is value
    }

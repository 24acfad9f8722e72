"""One update worked out: the formula of each of its terms, and the same with the numbers put in."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from engine import ranges
from engine.arrays import Array
from engine.formula.latex import format_latex
from engine.formula.latex_template import (
    ATOM,
    SUM,
    LatexPhrase,
    fill_template,
    number_phrase,
)
from engine.formula.parser import parse_formula
from engine.formula.values import number_text
from engine.graph.model import Graph
from engine.optimizers.common import GRADIENT, POINT_AFTER
from engine.optimizers.optimizer import Optimizer, State, Term, Update
from engine.optimizers.trajectory import Trajectory

_QUANTITY = re.compile(r"\{([^}]+)\}")
_OLD = "old "
_DIGITS = 4


@dataclass(frozen=True)
class WorkedTerm:
    """A term of one update.

    Attributes:
        term: Which.
        formula: How it is computed, in LaTeX; only its symbol where no formula says it.
        numbers: For each coordinate the formula with this step's numbers and what it gives, in
            LaTeX. The numbers are rounded to four digits; what was computed was not.
    """

    term: Term
    formula: str
    numbers: tuple[str, ...]


def worked_terms(trajectory: Trajectory, step: int) -> tuple[WorkedTerm, ...]:
    """Work a step of a trajectory out, the point that it leads to last.

    Args:
        trajectory: The path.
        step: 1 for the first.

    Raises:
        IndexError: The trajectory has no such step.
    """
    update = trajectory.update_at(step)
    optimizer = trajectory.run.optimizer
    values = quantities(trajectory, step)
    symbols = _symbols(optimizer)
    terms = (*optimizer.terms, POINT_AFTER)
    results = {**update.terms, POINT_AFTER.name: update.point}
    worked = tuple(_worked(term, symbols, values, results[term.name]) for term in terms)
    return tuple(_placed(item, trajectory.gradient_point(step)) for item in worked)


def _placed(worked: WorkedTerm, point: Array) -> WorkedTerm:
    """Say where the gradient was taken."""
    if worked.term.name != GRADIENT.name:
        return worked
    place = r",\ ".join(_rounded(float(number)).text for number in point)
    return replace(worked, formula=rf"g = \nabla f\left({place}\right)")


def quantities(trajectory: Trajectory, step: int) -> dict[str, Array | float]:
    """Return everything that the formulas of a step's terms name, by the name in braces."""
    update, run = trajectory.update_at(step), trajectory.run
    rate = run.rate(step, trajectory.losses[:step].tolist())
    point = trajectory.points[step - 1] + update.terms.get("decay", 0.0)
    return {
        **run.settings,
        "learning_rate": rate,
        "t": float(step),
        "point": point,
        **update.terms,
        **_old_values(update, trajectory.state_before(step)),
    }


def _old_values(update: Update, before: State) -> dict[str, Array]:
    """Return what the memory held of each term that the update has put back into it."""
    return {
        f"{_OLD}{name}": before[place]
        for name, value in update.terms.items()
        for place, kept in enumerate(update.state)
        if kept is value
    }


def _symbols(optimizer: Optimizer) -> dict[str, LatexPhrase]:
    named = {
        **{setting.name: setting.symbol for setting in optimizer.settings},
        **{term.name: term.symbol for term in optimizer.terms},
        **{f"{_OLD}{term.name}": term.symbol for term in optimizer.terms},
        "t": "t",
        "point": "w",
    }
    return {name: _symbol(symbol) for name, symbol in named.items()}


def _symbol(latex: str) -> LatexPhrase:
    r"""Return a symbol as one piece: nothing but a sum or a sign in it asks for parentheses."""
    phrase = fill_template(latex, {})
    is_whole = phrase.level > SUM and not latex.startswith("-")
    return LatexPhrase(latex, ATOM) if is_whole else phrase


def _worked(
    term: Term,
    symbols: Mapping[str, LatexPhrase],
    values: Mapping[str, Array | float],
    result: Array,
) -> WorkedTerm:
    if not term.formula:
        given = tuple(f"{term.symbol} = {_rounded(float(number)).text}" for number in result)
        return WorkedTerm(term, term.symbol, given)
    names = quantity_names(term)
    numbers = []
    for place, number in enumerate(result):
        here = {name: _rounded(_at(values[name], place)) for name in names}
        numbers.append(f"{_written(term, here)} = {_rounded(float(number)).text}")
    formula = _written(term, {name: symbols[name] for name in names})
    if formula != term.symbol:
        formula = f"{term.symbol} {_sign(term)} {formula}"
    return WorkedTerm(term, formula, tuple(numbers))


def _sign(term: Term) -> str:
    is_kept = _OLD + term.name in quantity_names(term) or term is POINT_AFTER
    return r"\leftarrow" if is_kept else "="


def quantity_names(term: Term) -> tuple[str, ...]:
    """Return the quantities that a term's formula names, each once, in order."""
    return tuple(dict.fromkeys(_QUANTITY.findall(term.formula)))


@lru_cache(maxsize=256)
def term_graph(formula: str) -> Graph:
    """Return a term's formula as a graph, its quantities named ``q0``, ``q1``, … in order."""
    names = list(dict.fromkeys(_QUANTITY.findall(formula)))
    return parse_formula(_QUANTITY.sub(lambda found: f"q{names.index(found[1])}", formula))


def _written(term: Term, phrases: Mapping[str, LatexPhrase]) -> str:
    names = quantity_names(term)
    by_place = {f"q{place}": phrases[name] for place, name in enumerate(names)}
    if len(term_graph(term.formula).nodes) == 1:
        return by_place["q0"].text
    return format_latex(term_graph(term.formula), phrases=by_place)


def _at(value: Array | float, place: int) -> float:
    return float(value) if isinstance(value, float | int) else float(value[place])


def _rounded(number: float) -> LatexPhrase:
    if math.isnan(number):
        return LatexPhrase(r"\mathrm{NaN}", ATOM)
    if math.isinf(number):
        sign = number_phrase("1" if number > 0 else "-1")
        return LatexPhrase(sign.text.replace("1", r"\infty"), sign.level)
    # The largest numbers would be rounded up to what is none any more.
    return number_phrase(number_text(ranges.finite(float(f"{number:.{_DIGITS - 1}e}"))))

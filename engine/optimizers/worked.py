"""One update worked out: the formula of each of its terms, and the same with the numbers put in."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.explanation.precision import fewest_digits, significant
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
from engine.optimizers.optimizer import Term
from engine.optimizers.step_terms import OLD, SLOPE, StepTerm, step_terms
from engine.optimizers.trajectory import Trajectory

_QUANTITY = re.compile(r"\{([^}]+)\}")
_DIGITS = 4
# Sums and products of decimals are off by their last binary digit.
_SAME = 1e-14


@dataclass(frozen=True)
class WorkedTerm:
    """A term of one update.

    Attributes:
        term: Which.
        formula: How it is computed, in LaTeX; only its symbol where no formula says it.
        numbers: For each coordinate the formula with this step's numbers and what it gives, in
            LaTeX. What it gives has four digits, and the numbers as many as that takes: put into
            the formula as they are written, they give it. Where they give it only rounded, ≈
            stands for =.
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
    place = trajectory.gradient_point(step)
    return tuple(_placed(_worked(item), place) for item in step_terms(trajectory, step))


def _placed(worked: WorkedTerm, point: Array) -> WorkedTerm:
    """Say where the slope was taken."""
    if worked.term.name not in (SLOPE.name, GRADIENT.name) or worked.term.formula:
        return worked
    place = r",\ ".join(_rounded(float(number)).text for number in point)
    slope = rf"\nabla f\left({place}\right)"
    is_treated = worked.term.name == SLOPE.name
    return replace(worked, formula=slope if is_treated else f"{worked.term.symbol} = {slope}")


def _symbol(latex: str) -> LatexPhrase:
    r"""Return a symbol as one piece: nothing but a sum or a sign in it asks for parentheses."""
    phrase = fill_template(latex, {})
    is_whole = phrase.level > SUM and not latex.startswith("-")
    return LatexPhrase(latex, ATOM) if is_whole else phrase


def _worked(item: StepTerm) -> WorkedTerm:
    term = item.term
    if not term.formula:
        given = tuple(_claim(term.symbol, float(number)) for number in item.result)
        return WorkedTerm(term, term.symbol, given)
    names = quantity_names(term)
    is_copy = len(term_graph(term.formula).nodes) == 1
    numbers = tuple(
        # What only has another name is not written twice.
        _claim(term.symbol, number)
        if is_copy
        else _with_numbers(
            term, {name: _at(item.quantities[name], place) for name in names}, number
        )
        for place, number in enumerate(item.result.tolist())
    )
    formula = _written(term, {name: _symbol(item.symbols[name]) for name in names})
    if formula != term.symbol:
        formula = f"{term.symbol} {_sign(term)} {formula}"
    return WorkedTerm(term, formula, numbers)


def _claim(left: str, number: float) -> str:
    """Say what something is."""
    shown = _short(number)
    return f"{left} {_equals(shown, number)} {_phrase(shown).text}"


def _with_numbers(term: Term, quantities: Mapping[str, float], result: float) -> str:
    """Write a formula with its numbers, in so many digits that they give what is claimed."""
    apart = _digits_apart(result, quantities.get("point"))
    shown = _short(result, apart)

    def written_with(digits: int) -> dict[str, float]:
        return {name: _short(number, digits) for name, number in quantities.items()}

    def is_enough(digits: int) -> bool:
        given = _evaluated(term, written_with(digits))
        return _short(given, apart) == shown or math.isnan(given)

    written = written_with(fewest_digits(is_enough, _DIGITS))
    phrases = {name: _phrase(number) for name, number in written.items()}
    is_whole = written == quantities
    sign = _equals(shown, _evaluated(term, written)) if is_whole else r"\approx"
    return f"{_written(term, phrases)} {sign} {_phrase(shown).text}"


def _digits_apart(number: float, before: float | None) -> int:
    """Return with how many digits a number is told from the one that it came from."""
    if before is None or number == before:
        return _DIGITS
    return fewest_digits(lambda digits: _short(number, digits) != _short(before, digits), _DIGITS)


def _equals(shown: float, number: float) -> str:
    """Return = if a number is written as it is, but for the last digit of a float, else ≈."""
    is_same = math.isclose(shown, number, rel_tol=_SAME) or not math.isfinite(number)
    return "=" if is_same else r"\approx"


def _evaluated(term: Term, quantities: Mapping[str, float]) -> float:
    graph = term_graph(term.formula)
    given = {}
    for place, number in enumerate(quantities.values()):
        node = graph.named(f"q{place}")
        assert node is not None
        given[node] = np.asarray(number)
    assert graph.result is not None
    with np.errstate(all="ignore"):
        return float(forward_pass(compile_plan(graph), given)[graph.result])


def _sign(term: Term) -> str:
    is_kept = OLD + term.name in quantity_names(term) or term is POINT_AFTER
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
    return _phrase(_short(number))


def _short(number: float, digits: int = _DIGITS) -> float:
    return significant(number, digits)


def _phrase(number: float) -> LatexPhrase:
    # A step to what is no number is never taken, so none of its terms is one.
    if math.isinf(number):
        sign = number_phrase("1" if number > 0 else "-1")
        return LatexPhrase(sign.text.replace("1", r"\infty"), sign.level)
    return number_phrase(number_text(number))

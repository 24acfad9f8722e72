"""The answer to “which paths lead from here to there?”, computed beside the interface.

Everything is found in the graph as it is drawn, in which a folded group is one gate, so that each
path can be lit on the canvas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import prod
from typing import TypeVar

import numpy as np

from engine.arrays import Array, shape_text
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import backward_pass
from engine.autodiff.paths.factoring import FactoringStep, factoring_steps
from engine.autodiff.paths.path_factors import path_factors
from engine.autodiff.paths.paths import (
    PathGradient,
    check_differentiable,
    count_paths,
    leading_wires,
    path_gradients,
)
from engine.errors import EngineError
from engine.explanation.paths.path_words import PathWords
from engine.explanation.precision import as_written, is_exact, is_told, needed_digits
from engine.formula.values import format_number, format_value
from engine.graph.model import Graph, InputPort, NodeId

T = TypeVar("T")

MOST_LISTED = 200
# A path or a product that is longer is told by its ends.
_MOST_NODES = 9
_MOST_FACTORS = 8
# Ones that an add gate contributes are written in short products between named nodes only.
_FEW_WIRES = 3


@dataclass(frozen=True)
class PathRow:
    """One path, ready to be shown.

    Attributes:
        nodes: The nodes that it passes.
        wires: The wires that it takes.
        way: Its nodes with arrows between them.
        product: The product along it: symbols, numbers, result.
        symbols_latex: The product in symbols.
        numbers_latex: The product in numbers; empty where a factor is no number.
        share: What it adds to the gradient.
        is_exact: Whether no factor is rounded.
    """

    nodes: tuple[NodeId, ...]
    wires: tuple[InputPort, ...]
    way: str
    product: str
    symbols_latex: str
    numbers_latex: str
    share: Array
    is_exact: bool = True


@dataclass(frozen=True)
class PathAnswer:
    """What is known of the paths between two nodes.

    Attributes:
        graph: The graph as drawn.
        source: Where they begin.
        target: Where they end.
        count: How many there are, exactly.
        nodes: Every node on one of them.
        wires: Every wire on one of them.
        rows: The first of them.
        gradient: The target's gradient for the source, by the backward pass.
        steps: How their sum is factored; empty where it is not.
        problem: Why there is no gradient, or None.
        factoring_problem: Why their sum is not factored, or None.
    """

    graph: Graph
    source: NodeId
    target: NodeId
    count: int = 0
    nodes: frozenset[NodeId] = frozenset()
    wires: frozenset[InputPort] = frozenset()
    rows: tuple[PathRow, ...] = ()
    gradient: Array | None = None
    steps: tuple[FactoringStep, ...] = ()
    problem: EngineError | None = None
    factoring_problem: EngineError | None = None

    @property
    def is_complete(self) -> bool:
        """Whether every path is listed."""
        return len(self.rows) == self.count


def find_paths(graph: Graph, source: NodeId, target: NodeId, digits: int) -> Iterator[PathAnswer]:
    """Answer step by step; the last record holds everything.

    Args:
        graph: The graph as it is drawn.
        source: A node of it.
        target: Another.
        digits: Decimals of the numbers in the rows.
    """
    answer = PathAnswer(graph, source, target, count_paths(graph, source, target))
    leading = leading_wires(graph, source, target)
    wires = frozenset(wire for leaving in leading.values() for wire in leaving)
    ends = frozenset({source, target})
    answer = replace(answer, wires=wires, nodes=ends | {wire.node for wire in wires})
    yield answer
    evaluation = evaluate(graph)
    plan, values = evaluation.plan, evaluation.values
    try:
        check_differentiable(plan, source, target)
    except EngineError as error:
        yield replace(answer, problem=error)
        return
    with np.errstate(all="ignore"):
        gradients = backward_pass(plan, values, target)
    answer = replace(answer, gradient=gradients.nodes.get(source))
    yield answer
    writer = _RowWriter(plan, digits)
    rows: list[PathRow] = []
    for path in islice(path_gradients(plan, values, source, target), MOST_LISTED):
        rows.append(writer.row(path))
        yield answer
    answer = replace(answer, rows=tuple(rows))
    yield answer
    try:
        path_factors(plan, values, source, target)
        yield replace(answer, steps=tuple(factoring_steps(plan, source, target)))
    except EngineError as error:
        yield replace(answer, factoring_problem=error)


class _RowWriter:
    """Writes paths out."""

    def __init__(self, plan: Plan, digits: int) -> None:
        self._plan = plan
        self._words = PathWords(plan.graph)
        self._digits = digits

    def row(self, found: PathGradient) -> PathRow:
        """Return one path as it is shown."""
        wires, nodes = found.path.wires, found.path.nodes
        way = " → ".join(self._words.node(node) for node in _middle_out(nodes, _MOST_NODES))
        is_scalar = all(self._plan.shapes[node] == () for node in nodes)
        factors = self._factors(found, is_scalar=is_scalar)
        digits, are_exact = self._precision(factors, found.gradient, is_scalar=is_scalar)
        product, symbols, numbers = self._product(
            factors, found.gradient, digits, is_scalar=is_scalar, are_exact=are_exact
        )
        return PathRow(nodes, wires, way, product, symbols, numbers, found.gradient, are_exact)

    def _precision(
        self, factors: list[tuple[InputPort, Array | None]], share: Array, *, is_scalar: bool
    ) -> tuple[int, bool]:
        """Return the digits that the factors need, and whether they are whole with these."""
        numbers = [local for _, local in factors if local is not None]
        if not is_scalar or len(factors) > _MOST_FACTORS:
            return self._digits, True
        digits = needed_digits(
            lambda count: [np.asarray(prod(as_written(local, count) for local in numbers))],
            share,
            self._digits,
            self._digits,
        )
        return digits, all(is_exact(local, digits) for local in numbers)

    def _factors(
        self, found: PathGradient, *, is_scalar: bool
    ) -> list[tuple[InputPort, Array | None]]:
        pairs = list(zip(found.path.wires, found.local, strict=True))
        if is_scalar:
            told = [pair for pair in pairs if not self._words.is_always_one(pair[0])]
            nodes = self._plan.graph.nodes
            is_short = len(pairs) <= _FEW_WIRES and all(nodes[n].name for n in found.path.nodes)
            return pairs if is_short or not told else told
        # Jacobians are multiplied from the left, the last gate's first.
        return pairs[::-1]

    def _product(
        self,
        factors: list[tuple[InputPort, Array | None]],
        share: Array,
        digits: int,
        *,
        is_scalar: bool,
        are_exact: bool,
    ) -> tuple[str, str, str]:
        shown = _middle_out(factors, _MOST_FACTORS)
        words, dots = self._words, len(shown) < len(factors)
        texts = [words.factor(wire) for wire, _ in shown] or ["1"]
        latex = [words.factor_latex(wire) for wire, _ in shown] or ["1"]
        if is_scalar:
            numbers = [
                _bracketed(format_number(float(local), digits))
                for _, local in shown
                if local is not None
            ] or ["1"]
        else:
            numbers = [self._jacobian_shape(wire) for wire, _ in shown] or ["1"]
        if len(texts) == 1:
            # A single factor is multiplied with nothing, and needs no brackets round its sign.
            texts, numbers = [_bare(text) for text in texts], [_bare(text) for text in numbers]
            latex = [text.removeprefix("({").removesuffix("})") for text in latex]
        result = format_value(share, self._digits)
        if is_scalar and _is_no_product(factors, share):
            return f"{_joined(texts, '·', '…', dots)} = {result}", _in_latex(latex, dots), ""
        parts = [_joined(texts, "·", "…", dots), _joined(numbers, "·", "…", dots), result]
        sign = "=" if are_exact else "≈"
        signs = (sign, sign if is_told(share, self._digits) else "≈")
        told = parts[:1]
        for part, sign in zip(parts[1:], signs, strict=True):
            # What is its own number is said once.
            told += [] if part in told else [sign, part]
        is_trivial = len(numbers) == 1 and numbers[0] == result
        numbers_latex = "" if is_trivial else _joined(numbers, r" \cdot ", r"\cdots", dots)
        # In braces a minus is a sign and no difference.
        for text, signed in (("×", r" \times "), ("(−", "({-}"), ("−", "-")):
            numbers_latex = numbers_latex.replace(text, signed)
        return " ".join(told), _in_latex(latex, dots), numbers_latex

    def _jacobian_shape(self, wire: InputPort) -> str:
        """Return the shape of a gate's Jacobian for one input: outputs × inputs, flattened."""
        shapes, source = self._plan.shapes, self._plan.graph.wires[wire]
        sizes = (int(np.prod(shapes[wire.node])), int(np.prod(shapes[source])))
        return f"[{shape_text(sizes)}]"


def _middle_out(items: Sequence[T], most: int) -> list[T]:
    """Leave out the middle of what is long."""
    if len(items) <= most:
        return list(items)
    return [*items[: most // 2], *items[-(most // 2) :]]


def _is_no_product(factors: Iterable[tuple[InputPort, Array | None]], share: Array) -> bool:
    """Tell whether nothing was multiplied: a path that the result ignores, past an infinite slope.

    Written out it would be 0·∞, which is no number.
    """
    infinite = any(local is not None and not np.isfinite(local).all() for _, local in factors)
    return infinite and bool(np.isfinite(share).all())


def _in_latex(parts: list[str], is_cut: bool) -> str:
    return _joined(parts, r" \cdot ", r"\cdots", is_cut)


def _joined(parts: list[str], sign: str, dots: str, is_cut: bool) -> str:
    if is_cut:
        middle = len(parts) // 2
        parts = [*parts[:middle], dots, *parts[middle:]]
    return sign.join(parts)


def _bare(text: str) -> str:
    """Leave out the brackets round a signed number."""
    return text[1:-1] if text.startswith("(−") and text.endswith(")") else text


def _bracketed(number: str) -> str:
    return f"({number})" if number.startswith(("-", "−")) else number

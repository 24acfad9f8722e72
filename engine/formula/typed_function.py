"""A function of one number, typed by a person, as the record of an operation that nobody lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.codegen.float_form import compile_scalar
from engine.autodiff.codegen.program import Program
from engine.autodiff.passes.lost_places import lost_places, lost_slopes
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.errors import EngineError, FormulaError, GraphError
from engine.formula.latex import format_latex
from engine.formula.parser import parse_formula
from engine.formula.slope_latex import slope_latex
from engine.formula.tokens import Kind, Token, tokenize
from engine.formula.vocabulary import find_function, infix
from engine.graph.model import Graph, NodeId
from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Operation, Role
from engine.quoting import quote

VARIABLE = "x"
# What stands between the statements of a formula.
_SEPARATOR = r",\quad "
# Nobody reads a longer one, and there is an end to what can be computed while somebody waits.
MOST_SIGNS = 10_000
# A formula has to be a number somewhere here.
_LOOKED_AT = np.linspace(-20.0, 20.0, 401)
# And beside such a place, or it has no curve.
_BESIDE = 1e-6


@dataclass(frozen=True, eq=False)
class TypedFunction:
    """A formula of x.

    Attributes:
        text: The formula as it was typed.
        graph: The formula as a graph; x is an input, unless the formula leaves it out.
        operation: The function as an elementwise operation with one input.
    """

    text: str
    graph: Graph
    operation: Operation


def typed_function(text: str, name: str, symbol: str = "") -> TypedFunction:
    """Read a formula of x as a function.

    Args:
        text: Text that ``engine.formula`` reads; helpers may be defined before the last statement.
        name: What the operation is to be called.
        symbol: What is drawn for it; the formula itself if empty.

    Raises:
        FormulaError: The text is no formula, uses another name than x, mixes elements, is nowhere
            a number or at single places only, or has more than ``MOST_SIGNS`` characters; the error
            points at the place. Or its LaTeX would be endless.

    Example:
        >>> made = typed_function("x*sigmoid(2*x)", "mine")
        >>> float(made.operation.forward(np.array(0.0)))
        0.0
    """
    if len(text) > MOST_SIGNS:
        raise FormulaError(
            "function_too_long",
            f"This formula has {len(text):,} characters; a function may have {MOST_SIGNS:,}.",
            position=MOST_SIGNS,
            length=len(text) - MOST_SIGNS,
            count=f"{len(text):,}",
            most=f"{MOST_SIGNS:,}",
        )
    graph = parse_formula(text, names=(VARIABLE,), fixed=True)
    target = graph.result
    assert target is not None, "the parser refuses an empty formula"
    tokens = tokenize(text)
    _check_names(graph, tokens)
    _check_gates(graph, tokens, text)
    plan = compile_plan(graph)
    try:
        plan.check_target(target)
    except EngineError as error:
        raise _unfinished(error, tokens) from error
    source = graph.named(VARIABLE)
    changing = [] if source is None else [source]
    function = _Function(plan, target, changing)
    _check_values(function, text)
    try:
        latex, slope = _value_latex(graph, target), _slope_latex(graph, target, source)
    except GraphError as error:
        raise FormulaError(
            error.code, error.sentence, position=0, length=len(text), **error.details
        ) from error
    record = elementwise(
        name=name,
        title=text,
        symbol=symbol or text,
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="A function that was typed in.",
        reference="",
        forward=function.value,
        derivatives=(function.slope,),
        lost=function.lost,
        lost_slope=function.lost_slope,
        latex=latex,
        local_latex=(slope,),
    )
    return TypedFunction(text, graph, record)


class _Function:
    """The passes of a formula, as functions of arrays of any shape."""

    def __init__(self, plan: Plan, target: NodeId, changing: list[NodeId]) -> None:
        self._program = Program(plan, target, changing=changing, asked=changing)
        # One number at a time is what a point that is dragged asks for: a hundred times as quick.
        self._at = compile_scalar(plan, target, changing, changing) if changing else None
        self._takes_x = bool(changing)
        self._plan, self._target, self._changing = plan, target, changing

    def value(self, x: Array) -> Array:
        if self._at is not None and np.ndim(x) == 0:
            return np.asarray(self._at(float(x))[0], dtype=np.float64)
        values = self._program.forward(*self._given(x))
        return np.broadcast_to(self._program.value(values), np.shape(x))

    def slope(self, _output: Array, x: Array) -> Array:
        if self._at is not None and np.ndim(x) == 0:
            return np.asarray(self._at(float(x))[1][0], dtype=np.float64)
        slopes = self._program.backward(self._program.forward(*self._given(x)))
        return np.broadcast_to(slopes[0] if slopes else np.zeros(()), np.shape(x))

    def lost(self, x: Array) -> NDArray[np.bool_]:
        """Return where a number on the way is larger or smaller than a computer's numbers."""
        return lost_places(self._plan, self._replaced(x), x)

    def lost_slope(self, x: Array) -> NDArray[np.bool_]:
        """Return where one on the way back may be, so that a slope may be wrong."""
        return lost_slopes(self._plan, self._replaced(x), self._target, x)

    def _replaced(self, x: Array) -> dict[NodeId, Array]:
        return dict(zip(self._changing, self._given(x), strict=True))

    def _given(self, x: Array) -> list[Array]:
        return [np.asarray(x, dtype=np.float64)] if self._takes_x else []


def _value_latex(graph: Graph, target: NodeId) -> str:
    """Return the last statement first, without its name, and then what it is made of."""
    if graph.nodes[target].operation != "input":
        nameless = {**graph.nodes, target: replace(graph.nodes[target], name="")}
        graph = replace(graph, nodes=nameless)
    *parts, last = format_latex(graph, target).split(_SEPARATOR)
    return _SEPARATOR.join([last, *parts])


def _slope_latex(graph: Graph, target: NodeId, source: NodeId | None) -> str:
    return "0" if source is None else slope_latex(graph, target, source)


def _check_names(graph: Graph, tokens: list[Token]) -> None:
    for node_id in graph.sources():
        node = graph.nodes[node_id]
        if node.operation == "input" and node.name != VARIABLE:
            place = next(token for token in tokens if token.text == node.name)
            raise FormulaError(
                "only_x",
                f"This is to be a function of x, and “{quote(node.name)}” is something else.",
                position=place.position,
                length=place.length,
                name=node.name,
            )


def _check_gates(graph: Graph, tokens: list[Token], text: str) -> None:
    """Check that a formula computes each number by itself.

    Raises:
        FormulaError: It does not; the error points at the first sign that is made for arrays.
    """
    nodes = graph.nodes.values()
    mixing = {node.operation for node in nodes if not node.is_source and _mixes(node.record)}
    if not mixing and not any(node.value is not None and node.value.ndim for node in nodes):
        return
    whole = Token(Kind.NAME, text, 0, len(text))
    place = next((token for token in tokens if _is_for_arrays(token, mixing)), whole)
    raise FormulaError(
        "one_number",
        f"A function of one number cannot contain {place.quoted}, which is made for arrays "
        "of numbers.",
        position=place.position,
        length=place.length,
        name=place.text,
    )


def _mixes(operation: Operation) -> bool:
    return operation.derivatives is None


def _is_for_arrays(token: Token, mixing: set[str]) -> bool:
    if token.kind in {Kind.ARRAY, Kind.TRANSPOSED} or token.text == "‖":
        return True
    operation = find_function(token.text) if token.kind is Kind.NAME else infix().get(token.text)
    return operation is not None and (operation.name in mixing or _mixes(operation))


def _check_values(function: _Function, text: str) -> None:
    known = _LOOKED_AT[np.isfinite(function.value(_LOOKED_AT))]
    if not len(known):
        raise FormulaError(
            "defined_nowhere",
            "This formula is no number for any x between −20 and 20.",
            position=0,
            length=len(text),
        )
    beside = np.isfinite(function.value(known + np.array([[-_BESIDE], [_BESIDE]])))
    if not beside.any():
        shown = f"{known[np.argmin(np.abs(known))] + 0.0:g}"
        raise FormulaError(
            "defined_at_places",
            f"Between −20 and 20 this formula is a number at single places only, such as "
            f"x = {quote(shown)}: it has no curve and no slope.",
            position=0,
            length=len(text),
            place=shown,
        )


def _unfinished(error: EngineError, tokens: list[Token]) -> FormulaError:
    """Point at the missing wire, which alone can keep such a formula from being computed."""
    hole = next(token for token in tokens if token.kind is Kind.HOLE)
    return FormulaError(
        error.code, error.sentence, position=hole.position, length=hole.length, **error.details
    )

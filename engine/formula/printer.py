"""From a graph to its formula, with no parenthesis too many, so that parsing gives it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.arrays import Array
from engine.formula.constants import EULER, constant_of
from engine.formula.outline import Outline, outline
from engine.formula.rope import Rope, first_sign, last_sign, spelt_out
from engine.formula.values import full_precision
from engine.formula.vocabulary import shorthands
from engine.graph.model import Graph, Node, NodeId
from engine.graph.passing import origin, seen_through
from engine.operations.operation import (
    COMPARISON_PRECEDENCE,
    POWER_PRECEDENCE,
    PRODUCT_PRECEDENCE,
    SIGN_PRECEDENCE,
    SUM_PRECEDENCE,
    Call,
    Infix,
    Operation,
    Postfix,
    Prefix,
    Subscript,
)

HOLE = "?"
# A number that stands before a letter or a bracket without a sign between, as in 2x.
_COUNT = re.compile(r"-?(?!0$)[0-9.]+")
# What may follow it: a letter, perhaps with a number, or a call. A letter e would look like 2e5,
# and a word of several letters like a product.
_FACTOR = re.compile(r"(?![eE])[^\W\d_](?:_?[0-9]+)?′*|(?![eE][0-9_])\w+\(")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ATOM = POWER_PRECEDENCE + 1


def raised(text: str) -> str:
    """Return how a power with a fixed exponent is written: ``**2`` as ``²``."""
    return text.removeprefix("**").translate(_RAISED)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A piece of formula.

    Attributes:
        text: Its text.
        precedence: How tightly its outermost operator binds.
        number: The number it is when it is a bare literal, which may merge with its neighbour.
        head: The name with which it begins, or an empty text.
        is_euler: Whether it is the number e, whose bare powers are the exponential function.
        nested: What it calls, if it is a call that further inputs may join: ``max(a, b``.
    """

    text: str | Rope
    precedence: int = _ATOM
    number: float | None = None
    head: str = ""
    is_euler: bool = False
    nested: tuple[str, Rope] | None = None

    @property
    def is_signed(self) -> bool:
        return first_sign(self.text) == "-"


def format_formula(graph: Graph, node: NodeId | None = None) -> str:
    """Return a graph's formula.

    ``parse_formula(format_formula(graph), known=graph)`` is the same graph, but that shared gates
    without a name have got one. An input port without a wire reads ``?``. The graph without nodes
    has the formula ``""``. Reroute dots and muted gates are seen through: they compute nothing, so
    the formula tells what they hand on.

    Args:
        graph: The graph, finished or not.
        node: Tell only this node and what it depends on.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> format_formula(parse_formula("((x) + y) × z"))
        '(x + y)*z'
    """
    if node is not None:
        node = origin(graph, node)
        if node is None:
            return HOLE
    graph = seen_through(graph)
    plan = outline(graph, node)
    told: set[NodeId] = set()
    definitions = _definitions(graph, plan)
    lines = []
    for statement in plan.statements:
        name = plan.names.get(statement)
        definition = definitions.get(statement)
        if name is None:
            lines.append(definition or HOLE)
        elif definition is None or statement in told:
            lines.append(name)
        else:
            lines.append(f"{name} = {definition}")
        told.add(statement)
    return "; ".join(lines)


def _definitions(graph: Graph, plan: Outline) -> dict[NodeId, str]:
    """Return the text of each statement's expression; an input has none."""
    with_statement = set(plan.statements)
    phrases: dict[NodeId, _Phrase] = {}
    definitions: dict[NodeId, str] = {}
    for node_id in plan.order:
        node = graph.nodes[node_id]
        operands = [
            _Phrase(HOLE) if source is None else phrases[source]
            for source in graph.inputs_of(node_id)
        ]
        phrase = None if constant_of(node) else _phrase(node, operands)
        if phrase is not None and node_id in with_statement:
            definitions[node_id] = spelt_out(phrase.text)
        name = plan.names.get(node_id)
        is_euler = constant_of(node) == EULER
        named = _Phrase(name or HOLE, head=name or "", is_euler=is_euler)
        phrases[node_id] = phrase if phrase is not None and name is None else named
    return definitions


def _phrase(node: Node, operands: Sequence[_Phrase]) -> _Phrase | None:
    """Return a node's expression, or None for an input, which is only its name."""
    if node.operation == "constant" and node.value is not None:
        return _constant(node.value)
    if node.is_source:
        return None
    return _gate(node, operands)


def _gate(node: Node, operands: Sequence[_Phrase]) -> _Phrase:
    spelling = node.record.spelling
    if isinstance(spelling, Infix):
        return _infix(node.record, spelling, operands)
    if isinstance(spelling, Prefix):
        return _prefix(node.record, spelling, operands[0])
    if isinstance(spelling, Postfix):
        return _postfix(raised(spelling.text), operands[0])
    if isinstance(spelling, Subscript):
        return _subscript(node, spelling, operands[0])
    written = _BY_HAND.get(node.operation)
    return _call(node, operands) if written is None else written(operands[0])


def _postfix(sign: str, operand: _Phrase) -> _Phrase:
    """Return an operand with what is written behind it, which brackets all that is no atom."""
    needed = operand.precedence <= POWER_PRECEDENCE or operand.is_euler
    text = _bracketed(operand, needed)
    return _Phrase(Rope(text, sign), POWER_PRECEDENCE, head="" if needed else operand.head)


def _subscript(node: Node, spelling: Subscript, operand: _Phrase) -> _Phrase:
    """Return an operand with the place of what is picked: x[0], v[1:]."""
    places = spelling.text
    is_open = ":" in places
    for setting in node.record.settings:
        value = node.settings.get(setting.name, setting.default)
        shown = "" if is_open and value == setting.default else f"{value:.0f}"
        places = places.replace(f"${setting.name}", shown)
    # A number before square brackets is a factor.
    needed = operand.precedence <= POWER_PRECEDENCE or operand.number is not None
    text = _bracketed(operand, needed)
    return _Phrase(Rope(text, f"[{places}]"), head="" if needed else operand.head)


def _between_bars(operand: _Phrase) -> _Phrase:
    # ||x|| would be a norm.
    if "|" in {first_sign(operand.text), last_sign(operand.text)}:
        return _Phrase(Rope("absolute(", operand.text, ")"), head="absolute(")
    return _Phrase(Rope("|", operand.text, "|"))


def _between_double_bars(operand: _Phrase, behind: str) -> _Phrase:
    """Return a norm as books write it, bracketed where its bars would stand beside others."""
    bars = {first_sign(operand.text), last_sign(operand.text)} & {"|", "‖"}
    text = _bracketed(operand, bool(bars))
    return _Phrase(Rope("‖", text, "‖", behind), POWER_PRECEDENCE if behind else _ATOM)


_BY_HAND: dict[str, Callable[[_Phrase], _Phrase]] = {
    "transpose": lambda operand: _postfix("ᵀ", operand),
    "absolute": _between_bars,
    "norm": lambda operand: _between_double_bars(operand, ""),
    "squared_norm": lambda operand: _between_double_bars(operand, "²"),
}


def _constant(value: Array) -> _Phrase:
    text = full_precision(value)
    if text.startswith("-"):
        return _Phrase(text, SIGN_PRECEDENCE)
    return _Phrase(text, number=value.item() if value.ndim == 0 else None)


def _bracketed(phrase: _Phrase, needed: bool) -> str | Rope:
    return Rope("(", phrase.text, ")") if needed else phrase.text


def _side_by_side(left: _Phrase, right: _Phrase) -> _Phrase | None:
    """Return a product as it is written without a sign, 2x or 2(x + 1), or None."""
    text = left.text
    if not isinstance(text, str) or not _COUNT.fullmatch(text):
        return None
    if right.is_signed or right.precedence < POWER_PRECEDENCE:
        return _Phrase(Rope(text, "(", right.text, ")"), PRODUCT_PRECEDENCE)
    if first_sign(right.text) != "(" and not _FACTOR.fullmatch(right.head):
        return None
    return _Phrase(Rope(text, right.text), PRODUCT_PRECEDENCE)


def _infix(operation: Operation, spelling: Infix, operands: Sequence[_Phrase]) -> _Phrase:
    left, right = operands
    own = spelling.precedence
    beside = _side_by_side(left, right) if operation.name == "multiply" else None
    if beside is not None:
        return beside
    # One comparison after another would be read as a chain, which is refused.
    is_first = spelling.right_associative or own == COMPARISON_PRECEDENCE
    left_text = _bracketed(
        left,
        left.precedence < own
        or (left.precedence == own and is_first)
        or _would_merge(operation, 0, left),
    )
    right_text = _bracketed(
        right,
        right.precedence < own
        or (right.precedence == own and not spelling.right_associative)
        or right.is_signed
        or _would_merge(operation, 1, right),
    )
    # Spaces round what binds least, as in mathematical print; round @, so that it is seen.
    loose = own <= SUM_PRECEDENCE or spelling.text == "@"
    sign = f" {spelling.text} " if loose else spelling.text
    head = left.head if left_text is left.text else ""
    return _Phrase(Rope(left_text, sign, right_text), own, head=head)


def _would_merge(operation: Operation, index: int, phrase: _Phrase) -> bool:
    """Whether this number beside this operator would be read as another operation."""
    is_base = phrase.is_euler and operation.name == "power" and index == 0
    return is_base or (operation.name, index, phrase.number) in shorthands()


def _prefix(operation: Operation, spelling: Prefix, operand: _Phrase) -> _Phrase:
    shorthand = operation.name in shorthands().values()
    needed = (
        operand.precedence < spelling.precedence
        or operand.is_signed
        # 1/x is a quotient, whose right side brackets its equals; -(2) must not become −2.
        or (operand.precedence == spelling.precedence if shorthand else operand.number is not None)
    )
    return _Phrase(Rope(spelling.text, _bracketed(operand, needed)), spelling.precedence)


def _call(node: Node, operands: Sequence[_Phrase]) -> _Phrase:
    arguments = [operand.text for operand in operands]
    for setting in node.record.settings:
        value = node.settings.get(setting.name, setting.default)
        if value != setting.default:
            arguments.append(f"{setting.name}={full_precision(value)}")
    called = f"{node.record.called}("
    between = [part for argument in arguments for part in (", ", argument)][1:]
    spelling = node.record.spelling
    if not (isinstance(spelling, Call) and spelling.nests):
        return _Phrase(Rope(called, *between, ")"), head=called)
    inner = operands[0].nested
    joined = inner is not None and inner[0] == node.operation
    opened = Rope(inner[1], *between[1:]) if inner and joined else Rope(called, *between)
    return _Phrase(Rope(opened, ")"), head=called, nested=(node.operation, opened))

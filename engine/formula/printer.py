"""From a graph to its formula, with no parenthesis too many, so that parsing gives it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.arrays import Array
from engine.formula.outline import Outline, outline
from engine.formula.rope import Rope, first_sign, spelt_out
from engine.formula.values import full_precision
from engine.formula.vocabulary import shorthands
from engine.graph.model import Graph, Node, NodeId
from engine.graph.passing import origin, seen_through
from engine.operations.operation import (
    POWER_PRECEDENCE,
    SIGN_PRECEDENCE,
    SUM_PRECEDENCE,
    Infix,
    Operation,
    Postfix,
    Prefix,
)

HOLE = "?"
_ATOM = POWER_PRECEDENCE + 1


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A piece of formula.

    Attributes:
        text: Its text.
        precedence: How tightly its outermost operator binds.
        number: The number it is when it is a bare literal, which may merge with its neighbour.
    """

    text: str | Rope
    precedence: int = _ATOM
    number: float | None = None

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
        phrase = _phrase(node, operands)
        if phrase is not None and node_id in with_statement:
            definitions[node_id] = spelt_out(phrase.text)
        name = plan.names.get(node_id)
        phrases[node_id] = phrase if phrase is not None and name is None else _Phrase(name or HOLE)
    return definitions


def _phrase(node: Node, operands: Sequence[_Phrase]) -> _Phrase | None:
    """Return a node's expression, or None for an input, which is only its name."""
    if node.operation == "constant" and node.value is not None:
        return _constant(node.value)
    if node.is_source:
        return None
    spelling = node.record.spelling
    if isinstance(spelling, Infix):
        return _infix(node.record, spelling, operands)
    if isinstance(spelling, Prefix):
        return _prefix(node.record, spelling, operands[0])
    if isinstance(spelling, Postfix):
        # Written like the left operand of a power, which brackets everything that is no atom.
        text = _bracketed(operands[0], operands[0].precedence <= spelling.precedence)
        return _Phrase(Rope(text, spelling.text), spelling.precedence)
    return _call(node, operands)


def _constant(value: Array) -> _Phrase:
    text = full_precision(value)
    if text.startswith("-"):
        return _Phrase(text, SIGN_PRECEDENCE)
    return _Phrase(text, number=value.item() if value.ndim == 0 else None)


def _bracketed(phrase: _Phrase, needed: bool) -> str | Rope:
    return Rope("(", phrase.text, ")") if needed else phrase.text


def _infix(operation: Operation, spelling: Infix, operands: Sequence[_Phrase]) -> _Phrase:
    left, right = operands
    own = spelling.precedence
    left_text = _bracketed(
        left,
        left.precedence < own
        or (left.precedence == own and spelling.right_associative)
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
    return _Phrase(Rope(left_text, sign, right_text), own)


def _would_merge(operation: Operation, index: int, phrase: _Phrase) -> bool:
    """Whether this number beside this operator would be read as another operation."""
    return (operation.name, index, phrase.number) in shorthands()


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
    between = [part for argument in arguments for part in (", ", argument)][1:]
    return _Phrase(Rope(f"{node.record.called}(", *between, ")"))

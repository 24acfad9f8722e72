"""From a formula's text to a graph: the programs of its statements are run to make nodes.

How text becomes nodes, so that printing the graph gives the text back:

- A name that no statement defines is an input. The same name is the same node.
- ``c = a + b`` names the gate; ``a = 3`` is a constant of that name; ``b = a`` is another word for
  the same node. The last statement is the graph's result.
- A number is a constant of its own each time it is written. ``-2`` is the constant −2, while
  ``-(2)`` negates the constant 2. ``x**2`` is a square and ``1/x`` a reciprocal, while ``x**(2)``
  and ``(1)/x`` are a power and a quotient with a constant.
- ``?`` is an input port without a wire.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from engine.formula import complaints
from engine.formula.grammar import parse_statements
from engine.formula.reading import FormulaReading
from engine.formula.syntax import Apply, Hole, Literal, Load, Statement, Step, Written
from engine.formula.tokens import Token
from engine.formula.vocabulary import shorthands
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node, NodeId

# What a step leaves on the stack: a node, a number that is not a node yet, or a missing wire.
Operand = NodeId | Literal | Hole


def parse_formula(
    text: str,
    known: Graph | None = None,
    names: Collection[str] = frozenset(),
    *,
    fixed: bool = False,
) -> Graph:
    """Read a formula as a graph.

    Args:
        text: One or several statements, separated by ``;`` or new lines, for example
            ``c = a + b; f = c*(c + 1)``.
        known: A graph whose sources' values are kept for sources of the same name; a name that is
            new is an input with the value 1.
        names: What is a name of its own, whatever else could be read there: no product of names
            and no constant. The names in ``known`` are such by themselves.
        fixed: Whether there are no other names, as in a function of x and y; then ``xy`` is their
            product without a question.

    Returns:
        The graph, its target the last statement's value.

    Raises:
        FormulaQuestion: The text can be read in several ways; the choices are the answers.
        FormulaError: The text cannot be understood; the error points at the place and says why.

    Example:
        >>> graph = parse_formula("(x + y)*z")
        >>> [node.name or node.operation for node in graph.nodes.values()]
        ['x', 'y', 'add', 'z', 'multiply']
    """
    return read_formula(text, known, names, fixed=fixed).graph


def read_formula(
    text: str,
    known: Graph | None = None,
    names: Collection[str] = frozenset(),
    *,
    fixed: bool = False,
) -> FormulaReading:
    """Read a formula as `parse_formula` does, and tell what there is to say about it.

    Raises:
        FormulaError: As `parse_formula`.
    """
    statements = parse_statements(text)
    assembler = _Assembler(statements, known or Graph())
    for statement in statements:
        assembler.run(statement)
    return FormulaReading(assembler.build())


class _Assembler:
    """Runs statements, and knows which names they have defined so far."""

    def __init__(self, statements: Sequence[Statement], known: Graph) -> None:
        self._builder = GraphBuilder()
        self._known: Mapping[str, Node] = {
            node.name: node for node in known.nodes.values() if node.is_source and node.name
        }
        self._defined_somewhere: set[str] = set()
        for statement in statements:
            if statement.name is not None:
                if statement.name.text in self._defined_somewhere:
                    raise complaints.defined_twice(statement.name)
                self._defined_somewhere.add(statement.name.text)
        self._scope: dict[str, NodeId] = {}
        self._result: NodeId | None = None

    def build(self) -> Graph:
        return self._builder.build(target=self._result)

    def run(self, statement: Statement) -> None:
        name = "" if statement.name is None else statement.name.text
        stack: list[Operand] = []
        *steps, last = statement.steps
        for step in steps:
            stack.append(self._run_step(step, stack, "", statement))
        operand = self._run_step(last, stack, name, statement)
        if isinstance(operand, Hole):
            raise complaints.hole_alone(operand.token)
        self._result = self._node(operand, name)
        if name:
            self._scope[name] = self._result

    def _run_step(
        self, step: Step, stack: list[Operand], name: str, statement: Statement
    ) -> Operand:
        if isinstance(step, Load):
            return self._load(step.token, statement)
        if isinstance(step, Apply):
            count = step.operation.arity
            operands = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            return self._apply(step, operands, name)
        return step

    def _load(self, token: Token, statement: Statement) -> NodeId:
        name = token.text
        if name in self._scope:
            return self._scope[name]
        if statement.name is not None and statement.name.text == name:
            raise complaints.defined_by_itself(token)
        if name in self._defined_somewhere:
            raise complaints.used_before(token)
        known = self._known.get(name)
        node = self._builder.add_node(Node("input", name) if known is None else known)
        self._scope[name] = node
        return node

    def _apply(self, step: Apply, operands: list[Operand], name: str) -> Operand:
        operation = step.operation.name
        if step.written is Written.PREFIX and isinstance(operands[0], Literal) and operands[0].bare:
            return _signed(operands[0], step)
        if step.written is Written.INFIX:
            operation, operands = _shortened(operation, operands)
        wired = [None if isinstance(item, Hole) else self._node(item, "") for item in operands]
        changed = {
            setting.name: step.settings[setting.name]
            for setting in step.operation.settings
            if step.settings.get(setting.name, setting.default) != setting.default
        }
        node = self._builder.add_node(Node(operation, name, settings=changed))
        for index, source in enumerate(wired):
            if source is not None:
                self._builder.wire(source, InputPort(node, index))
        return node

    def _node(self, operand: NodeId | Literal, name: str) -> NodeId:
        if isinstance(operand, Literal):
            return self._builder.source("constant", operand.value, name)
        return operand


def _signed(literal: Literal, step: Apply) -> Literal:
    """Give a number the sign before it."""
    value = step.operation.forward(literal.value)
    return Literal(literal.token, value, bare=False)


def _shortened(operation: str, operands: list[Operand]) -> tuple[str, list[Operand]]:
    """Replace ``x**2`` by a square and ``1/x`` by a reciprocal."""
    for index, operand in enumerate(operands):
        if isinstance(operand, Literal) and operand.bare:
            short = shorthands().get((operation, index, operand.value.item()))
            if short is not None:
                return short, [item for place, item in enumerate(operands) if place != index]
    return operation, operands

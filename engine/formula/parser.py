"""From a formula's text to a graph: the programs of its statements are run to make nodes.

How text becomes nodes, so that printing the graph gives the text back:

- A name that no statement defines is an input. The same name is the same node.
- ``c = a + b`` names the gate; ``a = 3`` is a constant of that name; ``b = a`` is another word for
  the same node. The last statement is the graph's result.
- A number is a constant of its own each time it is written. ``-2`` is the constant −2, while
  ``-(2)`` negates the constant 2. ``x**2`` is a square and ``1/x`` a reciprocal, while ``x**(2)``
  and ``(1)/x`` are a power and a quotient with a constant.
- ``e`` and ``π`` are constants of these names, one node each, unless something else is called so;
  ``e**x`` is the exponential function, while ``(e)**x`` is a power of the constant.
- ``?`` is an input port without a wire.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from engine.arrays import as_array
from engine.formula import complaints
from engine.formula.constants import CONSTANTS, EULER, constant_name, constant_of
from engine.formula.first_numbers import with_first_numbers
from engine.formula.grammar import parse_statements
from engine.formula.known_names import KnownNames, names_of
from engine.formula.reading import (
    FormulaNote,
    FormulaReading,
    constant_note,
    inverse_note,
    logarithm_note,
)
from engine.formula.syntax import Apply, Hole, Literal, Load, Statement, Step, Written
from engine.formula.tokens import Token
from engine.formula.vocabulary import shorthands
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.graph.name_letters import normal_name


@dataclass(frozen=True, slots=True)
class Constant:
    """A number that has a name, such as e; it becomes a node where it is used as one.

    Attributes:
        token: Where it stands.
        name: What it is called.
        bare: Whether it stands without parentheses; only then ``e**x`` is the exponential function.
    """

    token: Token
    name: str
    bare: bool


# What a step leaves on the stack: a node, a number that is not a node yet, or a missing wire.
Operand = NodeId | Literal | Constant | Hole


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
    return _read(text, known or Graph(), names, fixed=fixed).reading.graph


def read_formula(
    text: str,
    known: Graph | None = None,
    names: Collection[str] = frozenset(),
    *,
    fixed: bool = False,
) -> FormulaReading:
    """Read a formula that a person typed, and tell what there is to say about it.

    The graph is that of `parse_formula`, but its new inputs have distinct small numbers.

    Raises:
        FormulaError: As `parse_formula`.

    Example:
        >>> reading = read_formula("w*x + e")
        >>> [str(node.value) for node in reading.graph.nodes.values() if node.name in {"w", "x"}]
        ['2.0', '3.0']
        >>> [note.code for note in reading.notes]
        ['constant_e']
    """
    assembler = _read(text, known or Graph(), names, fixed=fixed)
    graph = with_first_numbers(assembler.reading.graph, assembler.new)
    return FormulaReading(graph, assembler.reading.notes)


def _read(text: str, graph: Graph, names: Collection[str], *, fixed: bool) -> _Assembler:
    statements, found = parse_statements(text, names_of(graph), names, fixed=fixed)
    assembler = _Assembler(statements, graph, found)
    for statement in statements:
        assembler.run(statement)
    return assembler


class _Assembler:
    """Runs statements, and knows which names they have defined so far."""

    def __init__(self, statements: Sequence[Statement], known: Graph, names: KnownNames) -> None:
        self._builder = GraphBuilder()
        self._known: Mapping[str, Node] = {
            normal_name(node.name): node
            for node in known.nodes.values()
            if node.is_source and node.name
        }
        sources = self._known.values()
        self._constants = {found: it for it in sources if (found := constant_of(it)) is not None}
        self._names = names
        self._defined_somewhere: set[str] = set()
        for statement in statements:
            if statement.name is not None:
                if statement.name.text in self._defined_somewhere:
                    raise complaints.defined_twice(statement.name)
                self._defined_somewhere.add(statement.name.text)
        self._scope: dict[str, NodeId] = {}
        self._result: NodeId | None = None
        self._notes: dict[str, FormulaNote] = {}
        self.new: list[NodeId] = []

    @property
    def reading(self) -> FormulaReading:
        """What was read, the new inputs with the value 1."""
        return FormulaReading(self._builder.build(target=self._result), (*self._notes.values(),))

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
            return self._load(step, statement)
        if isinstance(step, Apply):
            count = step.operation.arity
            operands = stack[len(stack) - count :]
            del stack[len(stack) - count :]
            return self._apply(step, operands, name)
        return step

    def _load(self, step: Load, statement: Statement) -> Operand:
        token, name = step.token, step.token.text
        constant = constant_name(name)
        if step.constant and constant is not None:
            return Constant(token, constant, step.bare)
        if name in self._scope:
            return self._scope[name]
        if statement.name is not None and statement.name.text == name:
            raise complaints.defined_by_itself(token)
        if name in self._defined_somewhere:
            raise complaints.used_before(token)
        known = self._known.get(name)
        if constant is not None and name not in self._names.own:
            if constant not in self._constants:
                self._notes.setdefault(constant, constant_note(self._names.text, token, constant))
            return Constant(token, constant, step.bare)
        node = self._builder.add_node(Node("input", name) if known is None else known)
        self._scope[name] = node
        if known is None:
            self.new.append(node)
        return node

    def _apply(self, step: Apply, operands: list[Operand], name: str) -> Operand:
        operation = step.operation.name
        first = operands[0]
        if step.written is Written.PREFIX and isinstance(first, Literal) and first.bare:
            return _signed(first, step)
        # A square is one however it is written: x**2, pow(x, 2), x.pow(2).
        if step.written is Written.INFIX or operation == "power":
            operation, operands = _shortened(step, operands)
        self._remark(step, operation, operands)
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

    def _remark(self, step: Apply, operation: str, operands: Sequence[Operand]) -> None:
        """Note what people may take for something else: log, and the inverse of a matrix."""
        first, last = operands[0], operands[-1]
        # A library's name before it leaves no doubt.
        is_member = self._names.text[: step.token.position].endswith(".")
        if operation == "log" and step.token.text.casefold() == "log" and not is_member:
            self._notes.setdefault("log", logarithm_note(step.token))
        is_inverse = operation == "power" and isinstance(last, Literal) and (last.value == -1).all()
        is_inverse = is_inverse or (operation == "reciprocal" and step.token.text == "**")
        if is_inverse and isinstance(first, int):
            node = self._builder.node(first)
            is_matrix = node.value is not None and node.value.ndim == 2
            if is_matrix or node.name[:1].isupper():
                self._notes.setdefault("inverse", inverse_note(step.token, node.name))

    def _node(self, operand: NodeId | Literal | Constant, name: str) -> NodeId:
        if isinstance(operand, Literal):
            return self._builder.source("constant", operand.value, name)
        if isinstance(operand, Constant):
            return self._constant(operand)
        return operand

    def _constant(self, constant: Constant) -> NodeId:
        """Return the node of e or π, the same for all places."""
        key = f"{constant.name} itself"
        if key not in self._scope:
            value = as_array(CONSTANTS[constant.name])
            node = Node("constant", constant.name, value)
            self._scope[key] = self._builder.add_node(self._constants.get(constant.name, node))
        return self._scope[key]


def _signed(literal: Literal, step: Apply) -> Literal:
    """Give a number the sign before it."""
    value = step.operation.forward(literal.value)
    return Literal(literal.token, value, bare=False)


def _shortened(step: Apply, operands: list[Operand]) -> tuple[str, list[Operand]]:
    """Replace ``x**2`` by a square, ``1/x`` and ``x⁻¹`` by a reciprocal, and ``e**x`` by exp."""
    operation = step.operation.name
    first, last = operands[0], operands[-1]
    if operation == "power":
        if isinstance(first, Constant) and first.name == EULER and first.bare:
            return "exp", [last]
        if step.token.raised and isinstance(last, Literal) and last.value.tolist() == -1.0:
            return "reciprocal", [first]
    for index, operand in enumerate(operands):
        if isinstance(operand, Literal) and operand.bare:
            short = shorthands().get((operation, index, operand.value.item()))
            if short is not None:
                return short, [item for place, item in enumerate(operands) if place != index]
    return operation, operands

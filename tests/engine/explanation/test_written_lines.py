"""Every line of every card says what is so: symbols, numbers put in and result are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.evaluation import Evaluation, evaluate
from engine.autodiff.forward_mode import push_forward
from engine.explanation.branch_terms import BranchTerms
from engine.explanation.cards import gate_card
from engine.explanation.gate_arithmetic import branches
from engine.explanation.latex_text import latex_text
from engine.explanation.number_latex import Ink
from engine.explanation.symbols import node_symbol
from engine.explanation.tangent_arithmetic import TangentArithmetic, moving_symbol
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.drawing_file import read_drawing
from engine.graph.edits import set_value
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.settings import complete
from tests.engine.explanation.written_arithmetic import (
    Reader,
    UnreadableError,
    as_column,
    parts_of,
)
from tests.engine.operations.domains import case, count_cases
from tests.support.sources import ROOT

_GRADIENT = re.compile(r"(?:∂(\w+)/∂(\w+)|∇_(\w+) (\w+))(?: \|_(.+))?")

GATES = [record for record in OPERATIONS.values() if not record.is_source]
# What no arithmetic says: parts left out, shapes, and what is drawn at random.
_IN_WORDS = re.compile(r"…|\]_\(|reshape|_first|_second|m_s|n_s|max_")
COURSE = [f"a{number}" for number in range(1, 11)] + ["a5b", "a10b", "b3"]
CLASHING: list[tuple[str, Mapping[str, ArrayLike]]] = [
    ("E = (y - 2*x)*(y + 3)", {"x": 1, "y": 1}),
    ("squared_norm(w @ x)", {"w": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]}),
    ("(b + c)*a", {"a": 1.7, "b": 5, "c": 2}),
    ("sigmoid(w*x + b)", {"w": 0.7, "x": -1.3, "b": 0.31}),
    ("q*r + r*s + s*t + t*q", {"q": 1.5, "r": -2, "s": 0.25, "t": 1 / 3}),
    ("f*L*F + exp(f)", {"f": 0.1, "L": -3, "F": 7}),
    ("e**2 + exp(e*x)", {"e": 0.5, "x": 1.25}),
    ("sum(n*x) + mean(x)", {"n": 3, "x": [1, -2, 0.5]}),
    ("y*exp(y) + log(x*y)", {"x": 3.3, "y": 0.05}),
    ("u*gelu(v) + gelu(u)", {"u": 0.3, "v": -0.7}),
    ("x*x*x + x*x", {"x": -0.123}),
    ("a*b/(a + b) - a**b", {"a": 1.3, "b": 0.7}),
    ("max(a, b)*min(a, b) + relu(a - b)", {"a": -0.31, "b": 2.2}),
    ("q1*q_1 + q*(r + q1)", {"q1": 0.3, "q_1": -4, "q": 2, "r": 0.001}),
    ("alpha*elu(x) + elu(alpha)", {"alpha": -0.4, "x": -1.5}),
    ("tanh(x)*tanh(y) + sqrt(x*y)", {"x": 0.9, "y": 0.02}),
    ("p*p + (p - 1)*(p + 1)*g", {"p": 1e-4, "g": 12345.678}),
    ("h = a + b; g = a - b; h*g + h", {"a": 0.1, "b": 0.2}),
    ("mse(p*x, y) + sum(x*[1, 2, 3])", {"p": 0.37, "x": [1, 2, 3], "y": [0.5, 1, -1]}),
    ("i*j + sum(v)*i - k/j", {"i": 0.05, "j": -4, "k": 1e6, "v": [0.1, 0.2]}),
    ("softplus(a*x + b) - log(1 + exp(a*x))", {"a": 1.1, "b": 0.01, "x": -3}),
    ("(a + b - c)*d", {"a": 0.1, "b": 0.2, "c": 0.3, "d": 1e3}),
]  # fmt: skip


@dataclass
class Told:
    """What was read of a graph's cards.

    Attributes:
        lines: How many lines.
        checked: How many equations were held against numbers.
        unread: What could not be read, and why.
        wrong: What is not so.
    """

    lines: int = 0
    checked: int = 0
    unread: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def graph_of(formula: str, values: Mapping[str, ArrayLike]) -> Graph:
    graph = parse_formula(formula)
    for name, value in values.items():
        node = graph.named(name)
        assert node is not None, name
        graph = set_value(graph, node, np.array(value, dtype=float))
    return graph


def example(name: str) -> Graph:
    return read_drawing(ROOT / "resources" / "examples" / f"{name}.json").graph


def read_all(graph: Graph, digits: int) -> Told:
    evaluation, told = evaluate(graph), Told()
    for node in graph.nodes:
        for lines in sections(evaluation, node, Ink("", "", digits)):
            meaning = Meaning(evaluation, node)
            told.lines += len(lines)
            # What a letter means stands behind the line that uses it.
            for chain in reversed(chains(lines)):
                check(meaning, " ".join(chain), digits, told)
    return told


def sections(evaluation: Evaluation, node: NodeId, ink: Ink) -> Iterator[list[str]]:
    lines = gate_card(evaluation, node, ink).lines
    written = [lines.forward, lines.local, lines.chain, lines.total]
    if len(branches(evaluation.plan.graph, node)) > 1:
        graph, values = evaluation.plan.graph, evaluation.values
        written.append(BranchTerms(graph, node, values, evaluation.gradients, ink).lines())
    yield from ([latex_text(line) for line in part if line] for part in written)


def chains(lines: list[str]) -> list[list[str]]:
    """Put lines that begin with a sign, or go on with a sum, behind the one before."""
    found: list[list[str]] = []
    for line in lines:
        if found and line[0] in "=≈+":
            found[-1].append(line)
        else:
            found.append([line])
    return found


def check(meaning: Meaning, text: str, digits: int, told: Told) -> None:
    if _IN_WORDS.search(text):
        told.unread.append(text)
        return
    parts = parts_of(text)
    left, right = parts[0][1], parts[-1][1]
    if left.isalpha() and left not in meaning:
        # A letter of the formula's own, and perhaps its numbers behind what it means.
        meaning.defined[left] = Reader(meaning, ()).value(parts[1][1])
        if len(parts) == 2:
            meaning.defined[left + "'"] = meaning.slope_of(right)
            return
        parts = [parts[0], *parts[2:]]
    try:
        start = meaning.value(parts[0][1])
    except UnreadableError as error:
        told.unread.append(f"{text}: {error}")
        return
    before, goal = start, np.shape(start)
    for sign, part in parts[1:]:
        try:
            found = Reader(meaning, goal).value(part)
        except UnreadableError as error:
            told.unread.append(f"{text}: {error}")
            return
        told.checked += 1
        reference = before if sign == "=" else start
        bound = 1e-11 * np.maximum(1, np.abs(start)) if sign == "=" else unit(start, digits)
        difference = np.abs(aligned(found, goal) - reference)
        if not np.all(difference <= bound + 1e-12):
            told.wrong.append(f"{text}\n   {sign} {part} is {found}, not {reference}")
            return
        before = aligned(found, goal)


def aligned(found: Any, goal: tuple[int, ...]) -> Any:
    array = np.asarray(found, dtype=float)
    if array.shape != goal and array.size == np.prod(goal, dtype=int):
        return array.reshape(goal)
    return array


def unit(number: Any, digits: int) -> Any:
    """Return a unit of the last digit that a number is written with."""
    size = np.abs(np.asarray(number, dtype=float))
    place = np.floor(np.log10(np.where(size > 0, size, 1.0)))
    small = (size > 0) & ((size < 10.0**-digits) | (size >= 1e6))
    return 10.0 ** np.where(small, place - digits, -digits)


class Meaning(Mapping[str, Any]):
    """What the symbols of one card mean."""

    def __init__(self, evaluation: Evaluation, node: NodeId) -> None:
        self._evaluation, self._node = evaluation, node
        self.defined: dict[str, Any] = {}
        self.moved: dict[str, Any] = {}
        graph = self._graph = evaluation.plan.graph
        self._nodes = {
            latex_text(node_symbol(graph, key)): key for key in graph.nodes if key in graph.names
        }
        shown = graph.nodes[node]
        own = latex_text(node_symbol(graph, node))
        self._settings = {
            latex_text(item.symbol) + mark: value
            for mark in ("", f"_({own})")
            for item, value in zip(
                shown.record.settings,
                complete(shown.record.settings, shown.settings).values(),
                strict=True,
            )
        }
        inputs = [end for end in graph.inputs_of(node) if end is not None]
        shapes = [evaluation.values[end].ndim for end in inputs]
        # A vector lies down before a matrix and stands everywhere else.
        self._lies = shown.operation == "matmul" and shapes[0] == 1
        first = evaluation.values[inputs[0]] if inputs else np.ones(1)
        # A mean over samples, of which a matrix has one in each row.
        is_by_sample = shown.operation in {"softmax_cross_entropy", "multiclass_hinge"}
        self._count = first.size if not is_by_sample else first.size // first.shape[-1]

    def value(self, left: str) -> Any:
        return self[left]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, key: object) -> bool:
        try:
            self[str(key)]
        except (UnreadableError, KeyError):
            return False
        return True

    def __getitem__(self, key: str) -> Any:
        found = _GRADIENT.fullmatch(key)
        if found is not None:
            return self._gradient(found)
        if key in self._nodes and key not in self.moved:
            return self._written(self._evaluation.values[self._nodes[key]])
        count = {"N" if "n" in self._nodes else "n": self._count}
        for known in (self.moved, self._settings, count, {"π": np.pi}, self.defined):
            if key in known:
                return known[key]
        raise UnreadableError(f"{key} means nothing")

    def _mark(self, found: re.Match[str]) -> tuple[NodeId, str] | None:
        """Return the gate and the port that a mark names."""
        mark = found[5]
        if mark is None:
            return None
        first, _, second = mark.strip("()").partition(", ")
        if first in self._nodes and (second or first not in self._ports(self._node)):
            return self._nodes[first], second
        return self._node, first

    def _ports(self, node: NodeId) -> tuple[str, ...]:
        return self._graph.nodes[node].record.inputs

    def _gradient(self, found: re.Match[str]) -> Any:
        above, below = self._nodes[found[1] or found[4]], self._nodes[found[2] or found[3]]
        gradients, mark = self._evaluation.gradients, self._mark(found)
        if above != self._graph.result:
            gate, port = (above, "") if mark is None else (above, mark[1])
            return self._local(gate, below, port)
        if mark is None:
            return self._written(gradients.nodes[below])
        shares = [gradients.wires[it] for it in self._wires(mark[0], below, mark[1])]
        return self._written(sum(shares[1:], start=shares[0]))

    def _wires(self, gate: NodeId, source: NodeId, port: str) -> list[InputPort]:
        return [
            InputPort(gate, index)
            for index, end in enumerate(self._graph.inputs_of(gate))
            if end == source and port in {"", self._ports(gate)[index]}
        ]

    def _local(self, gate: NodeId, source: NodeId, port: str) -> Any:
        """Push 1 through one input: forward mode knows nothing of what cards are made of."""
        (wire,) = self._wires(gate, source, port)
        node, values = self._graph.nodes[gate], self._evaluation.values
        settings = complete(node.record.settings, node.settings)
        ends = [values[end] for end in self._graph.inputs_of(gate) if end is not None]
        push = node.record.jvps[wire.index]
        local = push(np.ones_like(ends[wire.index]), values[gate], *ends, **settings)
        return self._written(np.broadcast_to(local, values[gate].shape))

    def _written(self, array: Any) -> Any:
        column = as_column(array)
        return column.T if self._lies and column.shape[1:] == (1,) else column

    def slope_of(self, text: str) -> Any:
        """Return the slope of a formula of the gate's first input, by a step aside."""
        end = self._graph.inputs_of(self._node)[0]
        (letter,) = (name for name, node in self._nodes.items() if node == end)
        self.moved[letter] = self[letter] + 1e-30j
        found = Reader(self, ()).value(text)
        del self.moved[letter]
        return np.imag(found) / 1e-30


def graphs_of(record: Operation) -> Iterator[Graph]:
    """Yield the gate by itself at every place where it is tested, between other gates."""
    for pick in range(count_cases(record)):
        place = case(record, pick, seed=pick)
        builder = GraphBuilder()
        gate = builder.add_node(Node(record.name, settings=place.settings))
        for index, value in enumerate(place.inputs):
            builder.wire(builder.source("input", value, "abc"[index]), InputPort(gate, index))
        yield builder.build(builder.gate("square", gate))


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
@pytest.mark.parametrize("digits", [3, 17])
def test_every_line_of_every_operation_is_so(record: Operation, digits: int) -> None:
    for graph in graphs_of(record):
        told = read_all(graph, digits)
        assert not told.wrong, "\n".join(told.wrong)
        unread = [line for line in told.unread if not _IN_WORDS.search(line)]
        assert not unread, "\n".join(unread)


@pytest.mark.parametrize("digits", [2, 4, 17])
@pytest.mark.parametrize("name", COURSE)
def test_every_line_of_the_course_is_so(name: str, digits: int) -> None:
    told = read_all(example(name), digits)
    assert not told.wrong, "\n".join(told.wrong)
    assert not told.unread, "\n".join(told.unread)


@pytest.mark.parametrize("digits", [2, 4, 17])
@pytest.mark.parametrize(("formula", "values"), CLASHING)
def test_every_line_is_so_where_names_might_clash(
    formula: str, values: Mapping[str, ArrayLike], digits: int
) -> None:
    told = read_all(graph_of(formula, values), digits)
    assert not told.wrong, "\n".join(told.wrong)
    assert not told.unread, "\n".join(told.unread)


def test_the_reader_reads_hundreds_of_lines_and_skips_none() -> None:
    graphs = [*map(example, COURSE), *(graph_of(*case) for case in CLASHING)]
    told = [read_all(graph, 2) for graph in graphs]
    assert sum(item.lines for item in told) >= 1400
    assert sum(item.checked for item in told) >= 1800
    assert not [line for item in told for line in item.unread]


def test_the_reader_finds_what_is_false() -> None:
    evaluation = evaluate(graph_of("(b + c)*a", {"a": 1.7, "b": 5, "c": 2}))
    gate = evaluation.plan.graph.result
    assert gate is not None
    told = Told()
    # What a card once said: b is another node, and 0.05·(−4) is not −0.18.
    check(Meaning(evaluation, gate), "∂f/∂a = b · ∂f/∂f = 7 · 1 = 7", 2, told)
    check(Meaning(evaluation, gate), "f = q · a = 7 · 1.6 = 11.9", 2, told)
    assert len(told.wrong) == 2


class Moving(Meaning):
    """What the symbols of a card in forward mode mean: ∂·/∂x is a tangent."""

    def __init__(
        self, evaluation: Evaluation, node: NodeId, tangents: Mapping[NodeId, Any], moving: NodeId
    ) -> None:
        super().__init__(evaluation, node)
        self._tangents, self._source = tangents, moving

    def _gradient(self, found: re.Match[str]) -> Any:
        above, below = self._nodes[found[1] or found[4]], self._nodes[found[2] or found[3]]
        assert below == self._source
        return self._written(self._tangents[above])


@pytest.mark.parametrize("digits", [2, 4, 17])
@pytest.mark.parametrize(("formula", "values"), CLASHING)
def test_every_line_of_forward_mode_is_so(
    formula: str, values: Mapping[str, ArrayLike], digits: int
) -> None:
    graph = graph_of(formula, values)
    evaluation, told = evaluate(graph), Told()
    ink = Ink("", "", digits)
    for source in [key for key in graph.sources() if graph.nodes[key].name]:
        value = evaluation.values[source]
        if value.ndim:
            continue
        tangents = push_forward(evaluation.plan, evaluation.values, source, np.ones(()))
        letter = moving_symbol(graph, source, ())
        for node in graph.gates():
            card = TangentArithmetic(graph, node, evaluation.values, tangents, letter, ink)
            meaning = Moving(evaluation, node, tangents, source)
            for chain in reversed(chains([latex_text(line) for line in card.lines()])):
                told.lines += len(chain)
                check(meaning, " ".join(chain), digits, told)
    assert not told.wrong, "\n".join(told.wrong)
    assert not told.unread, "\n".join(told.unread)
    assert told.checked or not told.lines

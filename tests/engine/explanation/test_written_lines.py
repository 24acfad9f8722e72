"""Every line of every card says what is so: symbols, numbers put in and result are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.drawing.drawing_file import read_drawing
from engine.explanation.branch_terms import BranchTerms
from engine.explanation.cards import gate_card
from engine.explanation.derivatives import branches
from engine.explanation.latex_text import latex_text
from engine.explanation.number_latex import Ink
from engine.explanation.tangent_arithmetic import TangentArithmetic, moving_symbol
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.explanation.card_meaning import Meaning
from tests.engine.explanation.written_arithmetic import (
    LeftOutError,
    Reader,
    UnreadableError,
    parts_of,
    shown_part,
)
from tests.engine.operations.domains import case, count_cases
from tests.support.sources import ROOT

GATES = [record for record in OPERATIONS.values() if not record.is_source]
# Numbers of more than two axes stand in reading order, with their shape as an index.
_SHAPE = re.compile(r"\]_\(\d+(?: × \d+)*\)")
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

ARRAYS: list[tuple[str, Mapping[str, ArrayLike]]] = [
    # Rounding leaves 7e−17 of what is 0, and 1 − 1 is 0 without any rounding.
    ("softmax_cross_entropy(W @ x, t)",
     {"W": [[1.0, 2.0], [0.5, -1.0], [0.0, 1.0]], "x": [1, -1], "t": [0, 1, 0]}),
    ("sigmoid(w*x + b)", {"w": 0.5, "x": 2, "b": -1}),
    # Targets that are no shares.
    ("softmax_cross_entropy(x, t)", {"x": [[1, -1], [2, 2]], "t": [[1, 1], [1, 0]]}),
    ("softmax_cross_entropy(x, t)", {"x": [1.0, -1.0, 0.3], "t": [0.5, 0.0, 0.0]}),
    # A bias that lies beside the rows, and factors that are repeated.
    ("sum(relu(X @ W + b))",
     {"X": [[1, 2], [3, 4]], "W": [[1.0, 0.0], [0.5, 1.0]], "b": [0.5, -1.0]}),
    ("sum(w*x*M)", {"w": 2, "x": [1, 2], "M": [[0.3, 1.0], [2.0, -1.0]]}),
    ("sum((v @ M) * u)",
     {"v": [1, -2], "M": [[1.0, 2.0, 3.0], [0.5, 1.0, -1.0]], "u": [1.0, 2.0, 0.1]}),
    ("mse(p, t)", {"p": [[1.0], [2.0], [0.3]], "t": [[0.0], [1.0], [1.0]]}),
    ("squared_norm(concatenate(A, B, axis=1))", {"A": [[1, -2], [3, 4]], "B": [[3], [1]]}),
    ("squared_norm(concatenate(A, B))", {"A": [[1, -2], [3, 4]], "B": [[3, 1]]}),
]  # fmt: skip


@dataclass
class Told:
    """What was read of a graph's cards.

    Attributes:
        lines: How many lines.
        checked: How many equations were held against numbers.
        unread: What could not be read, and why.
        left_out: Equations with a sum or a product that is not written in full.
        wrong: What is not so.
    """

    lines: int = 0
    checked: int = 0
    unread: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
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
    parts = parts_of(text)
    left = parts[0][1]
    try:
        if left.isalpha() and left not in meaning:
            # A letter of the formula's own, and perhaps its numbers behind what it means.
            meaning.defined[left] = Reader(meaning, meaning.shape).value(parts[1][1])
            parts = [parts[0], *parts[2:]]
        follow(meaning, text, parts, digits, told)
    except LeftOutError as error:
        told.left_out.append(f"{text}: {error}")
    except UnreadableError as error:
        told.unread.append(f"{text}: {error}")
    except ValueError as error:
        # Shapes that do not fit: it says something, and nobody can compute that.
        told.wrong.append(f"{text}: {error}")


def follow(
    meaning: Meaning, text: str, parts: list[tuple[str, str]], digits: int, told: Told
) -> None:
    left = parts[0][1]
    start = np.asarray(meaning.value(left), dtype=float)
    before, is_local = start, left.startswith("∂") and start.ndim > 0
    for sign, part in parts[1:]:
        found = np.asarray(Reader(meaning, start.shape).value(part), dtype=float)
        reference = before if sign == "=" else start
        if "…" in part:
            if np.isnan(found).all():
                raise LeftOutError("of a sum not all terms are written")
            reference = as_shown(reference, part)
        if is_local and found.shape != reference.shape:
            found = np.broadcast_to(found, reference.shape)
        told.checked += 1
        bound = 1e-11 * np.maximum(1, np.abs(reference)) if sign == "=" else unit(reference, digits)
        if not agree(found, reference, bound + 1e-12):
            told.wrong.append(f"{text}\n   {sign} {part} is {found}, not {reference}")
            return
        before = found


def as_shown(number: Any, part: str) -> Any:
    """Return what a part shows of an array, if it has not been reduced to that yet."""
    return number if np.isnan(number).any() else shown_part(number, bool(_SHAPE.search(part)))


def agree(found: Any, reference: Any, bound: Any) -> bool:
    """Tell whether a number or an array is another one; what is left out agrees with anything."""
    if found.shape != reference.shape and not found.size == reference.size == 1:
        return False
    with np.errstate(invalid="ignore"):
        return not np.any(np.abs(found.reshape(reference.shape) - reference) > bound)


def unit(number: Any, digits: int) -> Any:
    """Return a unit of the last digit that a number is written with."""
    size = np.abs(np.asarray(number, dtype=float))
    place = np.floor(np.log10(np.where(size > 0, size, 1.0)))
    small = (size > 0) & ((size < 10.0**-digits) | (size >= 1e6))
    return 10.0 ** np.where(small, place - digits, -digits)


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
        assert not told.unread, "\n".join(told.unread)


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


@pytest.mark.parametrize("digits", [2, 4, 17])
@pytest.mark.parametrize(("formula", "values"), ARRAYS)
def test_every_line_is_so_where_arrays_are_repeated_joined_and_rounded(
    formula: str, values: Mapping[str, ArrayLike], digits: int
) -> None:
    told = read_all(graph_of(formula, values), digits)
    assert not told.wrong, "\n".join(told.wrong)
    assert not told.unread, "\n".join(told.unread)


def test_what_rounding_left_of_nothing_is_0_and_what_is_nothing_is_exactly_so() -> None:
    def cards(formula: str, values: Mapping[str, ArrayLike]) -> str:
        evaluation = evaluate(graph_of(formula, values))
        every = [sections(evaluation, node, Ink("", "", 4)) for node in evaluation.plan.graph.nodes]
        return "\n".join(line for parts in every for lines in parts for line in lines)

    assert "≈ [0; 0.3525]" in cards(*ARRAYS[0])
    assert "= 1 + (−1) = 0" in cards(*ARRAYS[1])


def test_the_reader_reads_hundreds_of_lines_and_skips_none() -> None:
    graphs = [*map(example, COURSE), *(graph_of(*case) for case in CLASHING)]
    told = [read_all(graph, 2) for graph in graphs]
    assert sum(item.lines for item in told) >= 1400
    assert sum(item.checked for item in told) >= 1800
    assert not [line for item in told for line in item.unread]
    # The squares of six weights, of which three are written; in A10 and in A10b.
    assert [line[:11] for item in told for line in item.left_out] == ["R = ‖ W ‖^2"] * 2


def test_the_reader_reads_thousands_of_lines_of_operations() -> None:
    told = [read_all(graph, 2) for record in GATES for graph in graphs_of(record)]
    checked = sum(item.checked for item in told)
    assert sum(item.lines for item in told) >= 5500
    assert checked >= 7500
    assert sum(len(item.left_out) for item in told) <= 0.01 * checked


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

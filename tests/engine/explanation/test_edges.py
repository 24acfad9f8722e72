"""At the edges of what is defined a card writes no product of 0 and ∞, and no logarithm of 0."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.errors import EngineError
from engine.explanation.latex_text import latex_text
from engine.explanation.number_latex import Ink
from engine.explanation.tangent_arithmetic import TangentArithmetic, moving_symbol
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.explanation.card_meaning import Meaning
from tests.engine.explanation.test_written_lines import chains, graph_of, read_all, sections
from tests.engine.explanation.written_arithmetic import Reader, UnreadableError, parts_of

EDGES = (0.0, 0.5, 1.0, -1.0)
POINTWISE = [
    record
    for record in OPERATIONS.values()
    if (record.derivatives is not None and not record.is_source and record.passes is None)
    or record.name.endswith("entropy")
    or record.name == "maxout"
]
INK = Ink("", "", 4)


def numberless(meaning: Meaning, text: str) -> Iterator[str]:
    """Yield what is written for a finite number although it is none when it is worked out."""
    (_, left), *parts = parts_of(text)
    if left.isalpha() and left not in meaning:
        meaning.defined[left] = Reader(meaning, meaning.shape).value(parts[0][1])
        return
    value = np.asarray(meaning.value(left), dtype=float)
    if not np.isfinite(value).all():
        return
    for _, part in parts:
        try:
            found = Reader(meaning, value.shape).value(part)
        except (ZeroDivisionError, UnreadableError):
            yield f"{text}: {part}"
            return
        if np.isnan(np.asarray(found, dtype=float)).any() or np.isinf(found).any():
            yield f"{text}: {part} is {found}"


def numberless_lines(graph: Graph) -> list[str]:
    try:
        evaluation = evaluate(graph)
    except EngineError:
        # Its value does not exist, so that there are no cards.
        return []
    found: list[str] = []
    for node in graph.nodes:
        for lines in sections(evaluation, node, INK):
            meaning = Meaning(evaluation, node)
            # What a letter means stands behind the line that uses it.
            for chain in reversed(chains(lines)):
                with np.errstate(all="ignore"):
                    found += numberless(meaning, " ".join(chain))
    return found


def false_lines(graph: Graph) -> list[str]:
    try:
        evaluation = evaluate(graph)
    except EngineError:
        return []
    every = [*evaluation.values.values(), *evaluation.gradients.wires.values()]
    is_finite = all(np.isfinite(number).all() for number in every)
    with np.errstate(all="ignore"):
        return read_all(graph, INK.digits).wrong if is_finite else []


def gate_at(record: Operation, numbers: tuple[ArrayLike, ...]) -> Graph:
    builder = GraphBuilder()
    gate = builder.add_node(Node(record.name))
    for index, value in enumerate(numbers):
        builder.wire(builder.source("input", value, "abc"[index]), InputPort(gate, index))
    return builder.build(gate)


@pytest.mark.parametrize("record", POINTWISE, ids=lambda record: record.name)
def test_every_line_is_so_at_the_edges_and_at_ties(record: Operation) -> None:
    found = []
    for numbers in itertools.product(EDGES, repeat=record.arity):
        pairs: tuple[ArrayLike, ...] = tuple([it, 0.5] for it in numbers)
        for place in (pairs,) if record.derivatives is None else (numbers, pairs):
            graph = gate_at(record, place)
            found += [*numberless_lines(graph), *false_lines(graph)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("formula", "values"),
    [
        ("x**0 + y", {"x": 0, "y": 1}),
        ("max(sqrt(x), 0.1)", {"x": 0}),
        ("where(y, sqrt(x), x)", {"x": 0, "y": 0}),
        ("sum(max(sqrt(v), 0.1))", {"v": [0.0, 4.0]}),
    ],
)
def test_what_is_left_out_is_not_multiplied_by_an_infinite_slope(
    formula: str, values: Mapping[str, ArrayLike]
) -> None:
    graph = graph_of(formula, values)
    assert not numberless_lines(graph)
    assert "∞ · 0" not in forward_mode(graph)
    assert "0 · ∞" not in forward_mode(graph)


def forward_mode(graph: Graph) -> str:
    evaluation = evaluate(graph)
    source = graph.named("x")
    if source is None:
        return ""
    values = evaluation.values
    tangents = push_forward(evaluation.plan, values, source, np.ones(()))
    letter = moving_symbol(graph, source, ())
    return "\n".join(
        latex_text(line)
        for node in graph.nodes
        for line in TangentArithmetic(graph, node, values, tangents, letter, INK).lines()
    )


def test_a_loss_says_where_its_logarithms_end() -> None:
    graph = graph_of("binary_cross_entropy(p, t)", {"p": 0, "t": 1})
    lines = " ".join(line for lines in cards(graph) for line in lines)
    assert "= −(1 max(ln 0, −100) + (1 − 1) max(ln (1 − 0), −100)) = 100" in lines


def test_a_probability_too_small_to_be_written_is_told_by_its_logarithm() -> None:
    graph = graph_of("softmax_cross_entropy(s, t)", {"s": [800, -800], "t": [0, 1]})
    lines = " ".join(line for lines in cards(graph) for line in lines)
    assert "= −(0 · 0 + 1 · (−1600)) = 1600" in lines
    assert "l = ln softmax(s) = [0; −1600]" in lines


def cards(graph: Graph) -> Iterator[list[str]]:
    evaluation = evaluate(graph)
    for node in graph.nodes:
        yield from sections(evaluation, node, INK)

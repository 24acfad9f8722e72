"""What became of a collected formula: read as it was meant, asked about, refused, or misread."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import EngineError, FormulaError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId
from tests.support.formula_corpus.entry import Entry, Numbers, Reading
from tests.support.formula_corpus.references import gradients_of, value_of

_CLOSE = 1e-11
_PRIMES = str.maketrans({"'": "′", "’": "′", "_": "", "{": "", "}": ""})


@dataclass(frozen=True)
class Verdict:
    """What became of an entry.

    Attributes:
        outcome: "understood", "asked", "refused" or "misread".
        fault: What is not as it should be; empty where all is.
        shown: The formula printed back, the sentence, or the choices of the question.
        value: What it is worth.
        gradients: The slopes of its sum, by the names of its inputs.
    """

    outcome: str
    fault: str = ""
    shown: str = ""
    value: Numbers = None
    gradients: dict[str, Numbers] | None = None


def judge(entry: Entry) -> Verdict:
    """Read an entry and compare what comes of it with what it means."""
    try:
        graph = parse_formula(entry.text, _known(entry), entry.names, fixed=entry.fixed)
    except FormulaError as error:
        return _judge_error(entry, error)
    return _judge_graph(entry, graph)


def _known(entry: Entry) -> Graph:
    builder = GraphBuilder()
    for number, name in enumerate(entry.known, start=7):
        builder.source("input", number, name)
    return builder.build()


def _judge_graph(entry: Entry, graph: Graph) -> Verdict:
    shown = format_formula(graph)
    if not entry.readings:
        return Verdict("misread", "it is to be refused", shown)
    fault = fault_of(graph, entry.readings[0])
    if entry.asks:
        fault = f"it is to be asked; {fault or 'the first reading was taken'}"
    if not fault:
        again = parse_formula(shown, graph)
        fault = fault_of(again, entry.readings[0]) and "printed and read again it is another"
    value, gradients = _numbers_at(graph, entry.readings[0])
    return Verdict("misread" if fault else "understood", fault, shown, value, gradients)


def _judge_error(entry: Entry, error: FormulaError) -> Verdict:
    fault = _place_fault(entry, error)
    if choices := getattr(error, "choices", ()):
        shown = f"{error.sentence} {' | '.join(choice.text for choice in choices)}"
        fault = fault or _choices_fault(entry, choices)
        return Verdict("asked", fault, shown)
    if entry.readings:
        fault = "it is to be asked" if entry.asks else "it is to be understood"
    return Verdict("refused", fault, error.sentence)


def _place_fault(entry: Entry, error: FormulaError) -> str:
    rest = entry.text[error.position :]
    if entry.refused_at is not None and not rest.startswith(entry.refused_at):
        return f"it points at “{rest}”"
    if entry.says not in error.sentence:
        return f"“{entry.says}” is not in the sentence"
    return ""


def _choices_fault(entry: Entry, choices: Iterable[Any]) -> str:
    """Compare the readings that are offered with those that there are, in any order."""
    if not entry.asks:
        return "" if entry.refused_at is not None else "it is to be understood"
    missing = list(entry.readings)
    for choice in choices:
        graph = parse_formula(choice.text, _known(entry), entry.names | choice.names)
        meant = next((each for each in missing if not fault_of(graph, each)), None)
        if meant is None:
            return f"nobody means “{choice.text}”: {fault_of(graph, entry.readings[0])}"
        missing.remove(meant)
    return f"{len(missing)} readings are not offered" if missing else ""


def fault_of(graph: Graph, meant: Reading) -> str:
    """Return how a graph differs from a reading in inputs, value or gradients, or ""."""
    try:
        inputs = _inputs(graph)
        names = {_plain(name) for name in meant.at}
        if set(inputs) != names:
            return f"its inputs are {', '.join(sorted(inputs)) or 'none'}"
        value, gradients = _numbers_at(graph, meant)
        if not _is_close(value, value_of(meant)):
            return f"its value is {value}"
        for name, slopes in gradients_of(meant).items():
            if not _is_close(gradients[_plain(name)], slopes):
                return f"the gradient along {name} is {gradients[_plain(name)]}"
    except EngineError as error:
        return error.sentence
    return ""


def inputs_at(graph: Graph, meant: Reading) -> dict[str, Numbers]:
    """Return the values of a reading by the names that a graph gives its inputs."""
    values = {_plain(name): value for name, value in meant.at.items()}
    return {graph.nodes[node].name: values[name] for name, node in _inputs(graph).items()}


def _inputs(graph: Graph) -> dict[str, NodeId]:
    return {
        _plain(node.name): node_id
        for node_id, node in graph.nodes.items()
        if node.is_source and node.operation != "constant"
    }


def _plain(name: str) -> str:
    """Return a name without the ways in which its signs are typed."""
    return unicodedata.normalize("NFKC", name.translate(_PRIMES)).translate(_PRIMES)


def _numbers_at(graph: Graph, meant: Reading) -> tuple[Numbers, dict[str, Numbers]]:
    inputs = _inputs(graph)
    for name, value in meant.at.items():
        if _plain(name) in inputs:
            graph = set_value(graph, inputs[_plain(name)], value)
    evaluation = evaluate(graph)
    if evaluation.target is None or evaluation.target not in evaluation.values:
        return None, {}
    gradients = {
        name: np.asarray(evaluation.gradients.nodes.get(node, np.zeros(())))
        for name, node in inputs.items()
    }
    value = evaluation.values[evaluation.target]
    return value.tolist(), {name: gradient.tolist() for name, gradient in gradients.items()}


def _is_close(found: Numbers, meant: Numbers) -> bool:
    if found is None:
        return False
    found, meant = np.asarray(found, float), np.asarray(meant, float)
    if found.shape != meant.shape:
        # Where nothing depends on an input its gradient may be one zero for all elements.
        return not found.any() and not meant.any()
    size = max(1.0, float(np.max(np.abs(meant), initial=0.0)))
    return bool(np.all(np.isfinite(found))) and math.isclose(
        float(np.max(np.abs(found - meant), initial=0.0)) + size, size, rel_tol=_CLOSE
    )

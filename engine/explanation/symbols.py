"""The letters by which a formula speaks of a gate's inputs, its output and the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from engine.explanation.number_latex import exact_latex
from engine.formula.latex import name_phrase
from engine.formula.values import number_text
from engine.graph.gate_names import result_name
from engine.graph.model import Graph, NodeId
from engine.graph.passing import origin

# What stands for an input that has no wire yet, as it does in the formula of the whole graph.
_HOLE = r"\square"
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class GateSymbols:
    """The letters of one gate, the same ones by which every other card speaks of these nodes.

    Attributes:
        inputs: LaTeX of each input; a square for one without a wire.
        output: LaTeX of the gate's output.
        result: LaTeX of the graph's result.
        all: LaTeX of every node that has a name; none of them may mean anything else.
    """

    inputs: tuple[str, ...]
    output: str
    result: str
    all: frozenset[str] = frozenset()


def result_latex(graph: Graph) -> str:
    """Return the result's letter: its own name, or f, or the next free letter."""
    result = graph.result
    if result is not None and result in graph.names:
        return _letters(graph)[result]
    return name_phrase(result_name(graph)).text


def subscript(index: tuple[int, ...]) -> str:
    """Return an element's place as formulas write it: ₁₂, and with a comma where it is needed."""
    places = [str(number + 1).translate(_SUBSCRIPTS) for number in index]
    return ("," if any(len(place) > 1 for place in places) else "").join(places)


def node_symbol(graph: Graph, node: NodeId) -> str:
    """Return the letter of a node; a nameless constant is its number."""
    known = _letters(graph).get(node)
    if known is not None:
        return known
    before = origin(graph, node)
    value = None if before is None else graph.nodes[before].value
    return _HOLE if value is None else exact_latex(float(value))


def spoken_name(graph: Graph, node: NodeId) -> str:
    """Return what a list calls a node: its name, or the number that a nameless constant is."""
    known = graph.names.get(node)
    if known is not None:
        return known
    before = origin(graph, node)
    value = None if before is None else graph.nodes[before].value
    return "·" if value is None else number_text(float(value)).replace("-", "\N{MINUS SIGN}")


def spoken_gate(graph: Graph, node: NodeId) -> str:
    """Return what a list calls a node that may be a gate, with its sign: ``q · ×``."""
    name, shown = spoken_name(graph, node), graph.nodes[node]
    return name if shown.is_source else f"{name} · {shown.record.symbol}"


def gate_symbols(graph: Graph, node: NodeId) -> GateSymbols:
    """Return the letters for a gate."""
    ends = graph.inputs_of(node)
    inputs = tuple(_HOLE if end is None else node_symbol(graph, end) for end in ends)
    letters = _letters(graph)
    return GateSymbols(
        inputs, node_symbol(graph, node), result_latex(graph), frozenset(letters.values())
    )


def _letters(graph: Graph) -> Mapping[NodeId, str]:
    """Return the LaTeX of every name of a graph; two names that would read the same differ."""
    return _written(_Key(graph))


class _Key:
    """A graph as a key: graphs are compared by what they are, and kept only while they are used."""

    def __init__(self, graph: Graph) -> None:
        self.names = graph.names

    def __hash__(self) -> int:
        return id(self.names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.names is other.names


@lru_cache(maxsize=8)
def _written(key: _Key) -> Mapping[NodeId, str]:
    written: dict[NodeId, str] = {}
    owners: dict[str, str] = {}
    for node, name in key.names.items():
        text = name_phrase(name).text
        if owners.setdefault(text, name) != name:
            # q_1 beside q1, or alpha beside α: the second one is spelt as it was typed.
            text = rf"\mathrm{{{name}}}".replace("_", r"\_")
        written[node] = text
    return written

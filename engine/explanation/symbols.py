"""The letters by which a formula speaks of a gate's inputs, its output and the result."""

from __future__ import annotations

from dataclasses import dataclass

from engine.explanation.number_latex import number_latex
from engine.formula.latex import name_phrase
from engine.graph.model import Graph, NodeId
from engine.graph.passing import origin

_OUTPUT_LETTERS = ("y", "q", "u", "h")
_INPUT_LETTERS = ("a", "b", "u", "v", "p", "q")
_RESULT_LETTERS = ("f", "L", "F")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class GateSymbols:
    """The letters of one gate, no two of them the same unless they mean the same node.

    Attributes:
        inputs: LaTeX of each input.
        output: LaTeX of the gate's output.
        result: LaTeX of the graph's result.
    """

    inputs: tuple[str, ...]
    output: str
    result: str


def result_latex(graph: Graph) -> str:
    """Return the result's letter: its own name, or f, or the next free letter."""
    result = graph.result
    if result is not None and graph.nodes[result].name:
        return name_phrase(graph.nodes[result].name).text
    names = {node.name for node in graph.nodes.values()}
    return next((letter for letter in _RESULT_LETTERS if letter not in names), "f")


def subscript(index: tuple[int, ...]) -> str:
    """Return an element's place as formulas write it: ₁₂, and with a comma where it is needed."""
    places = [str(number + 1).translate(_SUBSCRIPTS) for number in index]
    return ("," if any(len(place) > 1 for place in places) else "").join(places)


def node_symbol(graph: Graph, node: NodeId, digits: int) -> str:
    """Return the letter of a node that is spoken of by itself."""
    if node == graph.result:
        return result_latex(graph)
    own = _own_symbol(graph, node, digits)
    return own or gate_symbols(graph, node, digits).output


def gate_symbols(graph: Graph, node: NodeId, digits: int) -> GateSymbols:
    """Choose the letters for a gate.

    Named nodes keep their names and nameless constants are their number; a nameless gate takes
    its port's letter, or another if a neighbour has that one.
    """
    record = graph.nodes[node].record
    result = result_latex(graph)
    ends = graph.inputs_of(node)
    known = {end: _own_symbol(graph, end, digits) for end in ends if end is not None}
    taken = {symbol for symbol in known.values() if symbol} | {result}
    inputs = []
    for port, end in zip(record.inputs, ends, strict=True):
        symbol = known.get(end, "") if end is not None else ""
        if not symbol:
            symbol = _free_letter((name_phrase(port).text, *_INPUT_LETTERS), taken)
            taken.add(symbol)
            if end is not None:
                known[end] = symbol
        inputs.append(symbol)
    return GateSymbols(tuple(inputs), _output_symbol(graph, node, result, taken), result)


def _own_symbol(graph: Graph, node_id: NodeId, digits: int) -> str:
    node = graph.nodes[node_id]
    if node.name:
        return name_phrase(node.name).text
    before = origin(graph, node_id)
    if before is not None and before != node_id:
        # A dot and a muted gate are their input to whoever reads a formula.
        return _own_symbol(graph, before, digits)
    if node.value is not None and node.value.ndim == 0:
        number = float(node.value)
        return number_latex(number, 0 if number.is_integer() and abs(number) < 1e6 else digits)
    return ""


def _output_symbol(graph: Graph, node: NodeId, result: str, taken: set[str]) -> str:
    if node == graph.result:
        return result
    name = graph.nodes[node].name
    return name_phrase(name).text if name else _free_letter(_OUTPUT_LETTERS, taken)


def _free_letter(letters: tuple[str, ...], taken: set[str]) -> str:
    return next((letter for letter in letters if letter not in taken), letters[0])

"""Whether two graphs have the same gates with the same wires, whatever their values."""

from __future__ import annotations

from collections.abc import Mapping

from engine.graph.model import Graph, NodeId
from engine.graph.passing import seen_through
from engine.graph.topology import topological_order

# Gates whose inputs may change places.
_SYMMETRIC = frozenset(("add", "multiply", "max", "min", "dot_product"))

_Known = dict[object, int]


def is_alike(one: Graph, other: Graph, *, names: bool) -> bool:
    """Tell whether two graphs' results are computed by the same gates with the same wires.

    The inputs of a sum, a product or a maximum may change places; where a path is routed through
    dots plays no part.

    Args:
        one: A graph.
        other: Another one.
        names: Whether the inputs are to be called the same; else each takes the part of one.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> graphs = parse_formula("(x + y)*z"), parse_formula("c*(a + b)")
        >>> is_alike(*graphs, names=False), is_alike(*graphs, names=True)
        (True, False)
    """
    one, other = seen_through(one), seen_through(other)
    known: _Known = {}
    if names:
        return _result(one, _names(one), known) == _result(other, _names(other), known)
    # What is used in several places is told by numbering the sources as they are first met.
    places = _places(one, known), _places(other, known)
    return _result(one, places[0], known) == _result(other, places[1], known)


def _result(graph: Graph, names: Mapping[NodeId, str], known: _Known) -> int | None:
    return None if graph.result is None else _expressions(graph, names, known)[graph.result]


def _names(graph: Graph) -> Mapping[NodeId, str]:
    return {node: graph.nodes[node].name for node in graph.sources()}


def _places(graph: Graph, known: _Known) -> Mapping[NodeId, str]:
    """Return a name for each source by where it is first met, in which its own plays no part."""
    alike = _expressions(graph, {}, known)
    found: dict[NodeId, str] = {}
    visited: set[NodeId] = set()
    pending = [] if graph.result is None else [graph.result]
    while pending:
        node = pending.pop()
        if node in visited:
            continue
        visited.add(node)
        if graph.nodes[node].is_source:
            found[node] = str(len(found))
        ends = [end for end in graph.inputs_of(node) if end is not None]
        if graph.nodes[node].operation in _SYMMETRIC:
            ends.sort(key=lambda end: (alike[end], len(graph.consumers(end))))
        pending += reversed(ends)
    return found


def _expressions(graph: Graph, names: Mapping[NodeId, str], known: _Known) -> dict[NodeId, int]:
    """Number the nodes so that equal numbers mean equal expressions of equally named sources."""
    numbers: dict[NodeId, int] = {}
    for node in topological_order(graph):
        record = graph.nodes[node]
        ends = [-1 if end is None else numbers[end] for end in graph.inputs_of(node)]
        if record.operation in _SYMMETRIC:
            ends.sort()
        own = names.get(node, "")
        if record.operation == "constant" and record.value is not None:
            own = repr(record.value.tolist())
        key = (record.operation, tuple(sorted(record.settings.items())), own, tuple(ends))
        numbers[node] = known.setdefault(key, len(known))
    return numbers

r"""The derivative of a formula of one variable, as LaTeX that follows the chain rule."""

from __future__ import annotations

from collections.abc import Mapping

from engine.formula.latex import name_phrase, setting_phrases, value_phrase
from engine.formula.latex_template import LatexPhrase, fill_template
from engine.formula.rope import Rope
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import ancestors, topological_order
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

# What stands in a record's local gradient between a formula and the meaning of a letter in it.
_WHERE = r",\ "
# Some pages; 300 terms of a sum have about 25,000.
LONGEST = 50_000
_ONE, _MINUS_ONE = LatexPhrase("1"), "-1"


def slope_latex(graph: Graph, target: NodeId, source: NodeId, most: int = LONGEST) -> str:
    r"""Return the derivative of a node with respect to a source, ``0`` where it does not depend.

    Each gate's local gradient is multiplied by the derivative of its input, and the branches are
    added; factors of 1 and branches of 0 are left out, and nothing else is simplified.

    Args:
        graph: A finished graph of elementwise operations.
        target: The node to differentiate.
        source: The variable.
        most: The most characters to write. A product of n factors has a derivative of n² letters,
            and what is used twice is written twice, so that a line of text can make a library.

    Returns:
        The derivative, or ``""`` where it, or a part of it, has more than ``most`` characters.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> graph = parse_formula("x*exp(x)")
        >>> slope_latex(graph, graph.result, graph.named("x"))
        'e^{x} + x \\cdot e^{x}'
    """
    values: dict[NodeId, LatexPhrase] = {}
    slopes: dict[NodeId, LatexPhrase] = {source: _ONE}
    needed = {target, *ancestors(graph, target)}
    for node in topological_order(graph):
        if node not in needed:
            continue
        operation = OPERATIONS[graph.nodes[node].operation]
        if operation.is_source:
            values[node] = _source(graph, node)
            continue
        places = _places(graph, node, operation, values)
        values[node] = fill_template(operation.latex, places)
        places["y"] = values[node]
        if values[node].length > most:
            return ""
        slope = _slope(graph, node, operation, places, slopes)
        if slope is not None:
            slopes[node] = slope
            if slope.length > most:
                return ""
    return slopes[target].text if target in slopes else "0"


def _source(graph: Graph, node: NodeId) -> LatexPhrase:
    shown = graph.nodes[node]
    if shown.operation == "constant" and shown.value is not None:
        return value_phrase(shown.value)
    return name_phrase(shown.name)


def _places(
    graph: Graph, node: NodeId, operation: Operation, values: Mapping[NodeId, LatexPhrase]
) -> dict[str, LatexPhrase]:
    inputs = {
        name: values[graph.wires[InputPort(node, index)]]
        for index, name in enumerate(operation.inputs)
    }
    return {**setting_phrases(graph.nodes[node]), **inputs}


def _slope(
    graph: Graph,
    node: NodeId,
    operation: Operation,
    places: Mapping[str, LatexPhrase],
    slopes: Mapping[NodeId, LatexPhrase],
) -> LatexPhrase | None:
    total: LatexPhrase | None = None
    for index, template in enumerate(operation.local_latex):
        inner = slopes.get(graph.wires[InputPort(node, index)])
        if inner is None or template == "0":
            continue
        branch = _branch(template, operation, places, inner)
        total = branch if total is None else _joined("add", total, branch)
    return total


def _branch(
    template: str, operation: Operation, places: Mapping[str, LatexPhrase], inner: LatexPhrase
) -> LatexPhrase:
    if template == "1":
        return inner
    if template == _MINUS_ONE:
        return fill_template(OPERATIONS["negate"].latex, {"x": inner})
    if _WHERE in template:
        local = _named_slope(operation, places)
    else:
        local = fill_template(template, places)
    return local if inner is _ONE else _joined("multiply", local, inner)


def _named_slope(operation: Operation, places: Mapping[str, LatexPhrase]) -> LatexPhrase:
    """The slope of a gate whose own is told in two parts, as that of a named function."""
    argument = places[operation.inputs[0]].written
    return LatexPhrase(Rope(rf"\mathrm{{{operation.name}}}'\left(", argument, r"\right)"))


def _joined(operation: str, one: LatexPhrase, other: LatexPhrase) -> LatexPhrase:
    record = OPERATIONS[operation]
    return fill_template(record.latex, dict(zip(record.inputs, (one, other), strict=True)))

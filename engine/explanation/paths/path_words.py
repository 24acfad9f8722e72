"""What the local gradient along a wire is called: δ, −1, ∂c/∂b or σ′, as text and as LaTeX."""

from __future__ import annotations

from collections.abc import Callable

from engine.autodiff.paths.path_factors import hands_on
from engine.explanation.derivatives import local_ratio
from engine.explanation.latex_text import latex_text
from engine.explanation.symbols import node_symbol, spoken_name
from engine.graph.model import Graph, InputPort, NodeId
from engine.settings import complete

# What LaTeX calls the signs that stand on gates; others are written as they are.
_SIGNS = {"×": r"\times", "÷": r"\div", "−": "-", "·": r"\cdot"}


class PathWords:
    """Names nodes and the factors along wires of one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def node(self, node: NodeId) -> str:
        """Return a node's name, or its value if it is a nameless constant."""
        return spoken_name(self._graph, node)

    def node_latex(self, node: NodeId) -> str:
        """Return the same in LaTeX."""
        return node_symbol(self._graph, node)

    def factor(self, wire: InputPort) -> str:
        """Return what the local gradient along a wire is called."""
        return self._factor(wire, self.node, _slope_text)

    def factor_latex(self, wire: InputPort) -> str:
        """Return the same in LaTeX."""
        return self._factor(wire, self.node_latex, _slope_latex)

    def is_always_one(self, wire: InputPort) -> bool:
        """Tell whether a gate hands the gradient on as it is, as an add gate does."""
        node = self._graph.nodes[wire.node]
        record = node.record
        if record.derivatives is None:
            return False
        settings = complete(record.settings, node.settings)
        return hands_on(record, wire.index, settings, ((),) * record.arity)

    def _factor(
        self,
        wire: InputPort,
        name: Callable[[NodeId], str],
        slope: Callable[[str], str],
    ) -> str:
        gate = self._graph.nodes[wire.node]
        source = self._graph.wires[wire]
        if self.is_always_one(wire):
            return "1"
        record = gate.record
        if record.local_latex[wire.index] == "-1":
            return "(−1)" if slope is _slope_text else "({-1})"
        if (beside := record.factor_beside(wire.index)) is not None:
            other = self._graph.inputs_of(wire.node)[beside]
            if other is not None:
                return name(other)
        if record.arity == 1 and not (gate.name and self._graph.nodes[source].name):
            return slope(self._symbol(wire.node, name))
        # Marked where it would look like the gradient that all the paths add up to.
        written = local_ratio(self._graph, wire)
        return latex_text(written) if slope is _slope_text else written

    def _symbol(self, node: NodeId, name: Callable[[NodeId], str]) -> str:
        symbol = self._graph.nodes[node].record.symbol
        return symbol if name == self.node else _symbol_latex(symbol)


def _symbol_latex(symbol: str) -> str:
    return _SIGNS.get(symbol, rf"\mathrm{{{symbol}}}".replace("·", r"\cdot "))


def _slope_text(above: str) -> str:
    return f"{above}′" if above.isalpha() else f"({above})′"


def _slope_latex(above: str) -> str:
    return rf"\left({above}\right)'"

"""A gradient as the sum over the gates that its node feeds, always written out."""

from __future__ import annotations

from collections.abc import Mapping

from engine.arrays import Array
from engine.autodiff.reverse import Gradients
from engine.explanation.gate_arithmetic import branches
from engine.explanation.gate_template import GateTemplate
from engine.explanation.number_latex import (
    Ink,
    array_latex,
    colored,
    needs_brackets,
)
from engine.explanation.symbols import node_symbol, result_latex
from engine.graph.model import Graph, InputPort, NodeId

# So many terms are read as one line; the others go on in the next.
_TERMS_IN_A_LINE = 3


class BranchTerms:
    """Writes the sum over the branches of one node: symbols, local × upstream, shares, result."""

    def __init__(
        self,
        graph: Graph,
        node: NodeId,
        values: Mapping[NodeId, Array],
        gradients: Gradients,
        ink: Ink,
    ) -> None:
        """Take the numbers: all of them, or those that a walk has reached."""
        self._graph, self._node, self._ink = graph, node, ink
        self._values, self._gradients = values, gradients
        self._ports = branches(graph, node)
        self._letters = [node_symbol(graph, port.node) for port in self._ports]
        self._own = node_symbol(graph, node)
        self._result = result_latex(graph)

    def lines(self) -> list[str]:
        """Return the sum from its symbols to its result; what has not come back yet is dots."""
        arrived = [port for port in self._ports if port in self._gradients.wires]
        if not arrived:
            return []
        is_scalar = self._values[self._node].ndim == 0
        lines = self._led(f"{self._gradient(self._own)} = ", self._symbols(is_scalar))
        products = [self._product(port) for port in arrived] if is_scalar else []
        if products and all(products):
            lines += self._led("= ", self._open_ended(products, arrived))
        shares = [self._share(port) for port in arrived]
        lines += self._led("= ", self._open_ended(shares, arrived))
        total = self._gradients.nodes.get(self._node)
        if total is not None and len(arrived) == len(self._ports):
            result = colored(array_latex(total, self._ink.digits), self._ink.gradient)
            lines.append(f"= {result}")
        return lines

    def _symbols(self, is_scalar: bool) -> list[str]:
        if is_scalar:
            return [
                rf"{_ratio(letter, self._own)}{self._which(port)} \cdot "
                f"{self._gradient(letter)}"
                for port, letter in zip(self._ports, self._letters, strict=True)
            ]
        whole = self._gradient(self._own)
        return [rf"\left. {whole} \right|_{{{letter}}}" for letter in self._letters]

    def _which(self, port: InputPort) -> str:
        """Name the input where one gate takes the node twice, as x · x does."""
        if sum(other.node == port.node for other in self._ports) < 2:
            return ""
        return rf"\Big|_{{{self._graph.nodes[port.node].record.inputs[port.index]}}}"

    def _product(self, port: InputPort) -> str:
        template = GateTemplate(self._graph, port.node, self._values, self._ink)
        local, upstream = template.local_value(port.index), self._gradients.nodes.get(port.node)
        if local is None or upstream is None or local.ndim or upstream.ndim:
            return ""
        factor = _bracketed(array_latex(local, self._ink.digits))
        up = colored(_bracketed(array_latex(upstream, self._ink.digits)), self._ink.gradient)
        return rf"{factor} \cdot {up}"

    def _share(self, port: InputPort) -> str:
        text = array_latex(self._gradients.wires[port], self._ink.digits)
        return colored(_bracketed(text), self._ink.gradient)

    def _open_ended(self, terms: list[str], arrived: list[InputPort]) -> list[str]:
        return [*terms, r"\cdots"] if len(arrived) < len(self._ports) else terms

    def _led(self, lead: str, terms: list[str]) -> list[str]:
        """Join terms to lines, the first behind a lead, the others behind their plus."""
        size = _TERMS_IN_A_LINE
        groups = [" + ".join(terms[at : at + size]) for at in range(0, len(terms), size)]
        return [f"{lead}{groups[0]}", *(rf"\quad + {group}" for group in groups[1:])]

    def _gradient(self, letter: str) -> str:
        if self._values[self._node].ndim:
            return rf"\nabla_{{{letter}}} {self._result}"
        return _ratio(self._result, letter)


def _ratio(above: str, below: str) -> str:
    return rf"\frac{{\partial {above}}}{{\partial {below}}}"


def _bracketed(latex: str) -> str:
    return rf"\left({latex}\right)" if needs_brackets(latex) else latex

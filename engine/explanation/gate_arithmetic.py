"""One gate's arithmetic: its value, and the gradient that it hands to each of its inputs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engine.arrays import Array
from engine.autodiff.reverse import Gradients
from engine.explanation.filling import Filler, without_definitions
from engine.explanation.gate_template import GateTemplate
from engine.explanation.number_latex import (
    Ink,
    array_latex,
    colored,
    needs_brackets,
)
from engine.explanation.symbols import node_symbol, result_latex
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import ancestors

_IN_BRACKETS = re.compile(r"\{[^{}]*\}|\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class ForwardArithmetic:
    r"""How a gate's value comes about, in LaTeX.

    Attributes:
        symbols: The formula, such as ``y = w_{0} \cdot x_{0}``.
        numbers: This gate's numbers put in, and the result; empty while they are not known.
    """

    symbols: str
    numbers: str


@dataclass(frozen=True, slots=True)
class BackwardArithmetic:
    """How the gradient of one input of a gate comes about, in LaTeX.

    Attributes:
        input: The input's letter.
        local: The local gradient in symbols; empty where the Jacobian is not diagonal.
        local_numbers: This gate's numbers put into it, and the result; empty for a constant.
        symbols: The downstream gradient as local × upstream, in symbols.
        numbers: This gate's numbers put into it, and the result.
        branches: The sum over the gates that this input feeds; empty if it feeds only this one.
        definitions: What letters in the symbols mean that are none of the gate's own.
    """

    input: str
    local: str
    local_numbers: str
    symbols: str
    numbers: str
    branches: str
    definitions: tuple[str, ...] = ()


class GateArithmetic:
    """Writes out the arithmetic of one gate, from a graph's numbers as they stand."""

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
        self._template = GateTemplate(graph, node, values, ink)
        self._operation = self._template.operation
        self._symbols = self._template.symbols
        self._ends = graph.inputs_of(node)

    def forward(self) -> ForwardArithmetic:
        """Write out the value."""
        letters = self._template.with_letters(self._operation.latex)
        symbols = f"{self._symbols.output} = {letters}"
        if self._template.inputs is None or self._template.output is None:
            return ForwardArithmetic(symbols, "")
        result = self._template.value_filler(self._template.output).latex
        filled = self._template.with_numbers(self._operation.latex)
        return ForwardArithmetic(symbols, f"{filled} = {result}" if filled else f"= {result}")

    def backward(self) -> list[BackwardArithmetic]:
        """Write out the gradient of each input that gets one."""
        return [
            self._backward(index, end)
            for index, end in enumerate(self._ends)
            if end is not None and InputPort(self._node, index) in self._gradients.wires
        ]

    def backward_of(self, index: int) -> BackwardArithmetic:
        """Write out the gradient of one input, which must have one."""
        end = self._ends[index]
        assert end is not None
        return self._backward(index, end)

    def _backward(self, index: int, end: NodeId) -> BackwardArithmetic:
        local, local_numbers = self._local(index)
        return BackwardArithmetic(
            input=self._symbols.inputs[index],
            local=local,
            local_numbers=local_numbers,
            symbols=self._chain_symbols(index, end),
            numbers=self._chain_numbers(index),
            branches=branch_sum(self._graph, end, self._gradients, self._ink),
            definitions=self._definitions(index),
        )

    def _definitions(self, index: int) -> tuple[str, ...]:
        rules = (
            self._operation.local_latex
            if self._template.is_elementwise
            else self._operation.downstream_latex
        )
        return without_definitions(self._template.with_letters(rules[index]))[1]

    def _local(self, index: int) -> tuple[str, str]:
        number = self._template.local_value(index)
        if number is None:
            return "", ""
        template = self._operation.local_latex[index]
        ratio = _ratio(self._symbols.output, self._symbols.inputs[index])
        plain = array_latex(number, self._ink.digits)
        if not self._template.is_spelled_out(index):
            return f"{ratio} = {plain}", ""
        letters, _ = without_definitions(self._template.with_letters(template))
        symbols = f"{ratio} = {letters}"
        if "$" not in template:
            # A constant is its own number.
            return symbols, ""
        filled = self._template.local_with_numbers(index)
        return symbols, f"{filled} = {plain}" if filled and not _is_plain(template) else plain

    def _chain_symbols(self, index: int, end: NodeId) -> str:
        left = self._gradient_symbol(self._symbols.inputs[index], end)
        if len(branches(self._graph, end)) > 1:
            # Only the share that comes through this gate; the sum over all stands beside it.
            left = rf"\left. {left} \right|_{{{self._symbols.output}}}"
        upstream = self._gradient_symbol(self._symbols.output, self._node)
        if not self._template.is_elementwise:
            rule = self._operation.downstream_latex[index]
            letters, _ = without_definitions(self._template.with_letters(rule, upstream))
            return f"{left} = {letters}"
        times = self._template.times
        letters, _ = without_definitions(
            self._template.with_letters(self._operation.local_latex[index])
        )
        local = _factor(letters)
        if self._node == self._graph.result:
            # There the gate's output is f itself, and ∂y/∂x would only say the left side again.
            return f"{left} = {local} {times} {upstream}"
        ratio = _ratio(self._symbols.output, self._symbols.inputs[index])
        if not self._template.is_spelled_out(index):
            return f"{left} = {ratio} {times} {upstream}"
        return rf"{left} = {ratio} {times} {upstream} = {local} {times} {upstream}"

    def _chain_numbers(self, index: int) -> str:
        downstream = self._gradients.wires[InputPort(self._node, index)]
        result = self._template.gradient_filler(downstream, index).latex
        upstream = self._gradients.nodes.get(self._node)
        if upstream is None:
            return f"= {result}"
        if not self._template.is_elementwise:
            rule = self._operation.downstream_latex[index]
            is_spelled_out = self._template.is_spelled_out(index)
            filled = self._template.with_numbers(rule, upstream) if is_spelled_out else ""
            return f"{filled} = {result}" if filled else f"= {result}"
        return " = ".join([*self._products(index, upstream, downstream), result])

    def _products(self, index: int, upstream: Array, downstream: Array) -> list[str]:
        """Write local × upstream: the local gradient's arithmetic first, then its number."""
        local = self._template.local_value(index)
        if local is None:
            return []
        template = self._operation.local_latex[index]
        up = _bracketed(self._template.gradient_filler(upstream))
        filled = self._template.local_with_numbers(index)
        steps = [_factor(filled)] if filled else []
        if not filled or not _is_plain(template):
            steps.append(array_latex(local, self._ink.digits))
        products = [f"{step} {self._template.times} {up}" for step in steps]
        if downstream.shape != upstream.shape:
            # The input was repeated to fit the other one, and every copy sends its share back.
            return [rf"\sum \left( {product} \right)" for product in products]
        return products

    def _gradient_symbol(self, symbol: str, node: NodeId) -> str:
        value = self._values.get(node)
        if value is not None and value.ndim:
            return rf"\nabla_{{{symbol}}} {self._symbols.result}"
        return _ratio(self._symbols.result, symbol)


def branches(graph: Graph, node: NodeId) -> list[InputPort]:
    """Return the ports through which a node reaches the result: where gradients come from."""
    result = graph.result
    if result is None:
        return []
    leading = ancestors(graph, result) | {result}
    return sorted(port for port in graph.consumers(node) if port.node in leading)


def branch_sum(graph: Graph, node: NodeId, gradients: Gradients, ink: Ink) -> str:
    """Write a node's gradient as the sum over the gates it feeds; empty if it feeds only one.

    Branches that a walk has not reached yet are dots: what is missing is not zero.
    """
    ports = branches(graph, node)
    arrived = [gradients.wires[port] for port in ports if port in gradients.wires]
    if len(ports) < 2 or not arrived:
        return ""
    terms = [array_latex(gradient, ink.digits) for gradient in arrived]
    together = " + ".join(
        colored(rf"\left({term}\right)" if index and needs_brackets(term) else term, ink.gradient)
        for index, term in enumerate(terms)
    )
    symbol, result = node_symbol(graph, node), result_latex(graph)
    left = rf"\nabla_{{{symbol}}} {result}" if arrived[0].ndim else _ratio(result, symbol)
    if len(arrived) < len(ports):
        return rf"{left} = {together} + \cdots"
    if node not in gradients.nodes:
        # The sum is asked for.
        return f"{left} = {together}"
    total = colored(array_latex(gradients.nodes[node], ink.digits), ink.gradient)
    return f"{left} = {together} = {total}"


def _ratio(above: str, below: str) -> str:
    return rf"\frac{{\partial {above}}}{{\partial {below}}}"


def _is_plain(template: str) -> bool:
    """Whether a local gradient is a number as it stands: a constant, or another input's value."""
    return "$" not in template or re.fullmatch(r"\$\w+", template) is not None


def _factor(latex: str) -> str:
    """Bracket a sum that becomes a factor."""
    outside, inside = latex, ""
    while outside != inside:
        outside, inside = _IN_BRACKETS.sub("", outside), outside
    return rf"\left({latex}\right)" if re.search(r"\S [+-] ", outside) else latex


def _bracketed(filler: Filler) -> str:
    return rf"\left({filler.latex}\right)" if filler.bracketed else filler.latex

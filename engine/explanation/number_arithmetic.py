"""The arithmetic of one number on the canvas: symbols, numbers, result, and sums over branches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.branch_terms import BranchTerms
from engine.explanation.chain import Part, chain, steps
from engine.explanation.derivatives import branches
from engine.explanation.gate_arithmetic import GateArithmetic
from engine.explanation.number_latex import Ink, array_latex, colored
from engine.explanation.precision import is_told
from engine.explanation.symbols import node_symbol, result_latex
from engine.graph.model import Graph, InputPort, NodeId


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Which number of a graph is meant.

    Attributes:
        place: The wire, by its input port; or the node itself.
        is_gradient: Whether its gradient is meant, or its value.
    """

    place: InputPort | NodeId
    is_gradient: bool

    def node_in(self, graph: Graph) -> NodeId | None:
        """Return the node whose value or gradient it is; None when it is no longer there."""
        if isinstance(self.place, InputPort):
            return graph.wires.get(self.place)
        return self.place if self.place in graph.nodes else None


@dataclass(frozen=True, slots=True)
class NumberArithmetic:
    """How a number comes about, in lines of LaTeX from its symbols to its result.

    Attributes:
        lines: Symbols, numbers put in, result; one line where there is nothing to compute.
        branches: For the gradient on one of several wires, the sum over all of them.
        number: The number itself.
    """

    lines: tuple[str, ...]
    branches: tuple[str, ...]
    number: Array


def number_arithmetic(
    graph: Graph,
    which: NumberPlace,
    values: Mapping[NodeId, Array],
    gradients: Gradients,
    ink: Ink,
) -> NumberArithmetic | None:
    """Write out how a number comes about; None while it is not computed."""
    node = which.node_in(graph)
    if node is None:
        return None
    if not which.is_gradient:
        number = values.get(node)
        lines = () if number is None else _value_lines(graph, node, values, gradients, ink)
        return None if number is None else NumberArithmetic(lines, (), number)
    if isinstance(which.place, InputPort):
        return _on_wire(graph, which.place, values, gradients, ink)
    return _at_node(graph, node, values, gradients, ink)


def _value_lines(
    graph: Graph,
    node: NodeId,
    values: Mapping[NodeId, Array],
    gradients: Gradients,
    ink: Ink,
) -> tuple[str, ...]:
    result = colored(array_latex(values[node], ink.digits), ink.value)
    if graph.nodes[node].is_source:
        name = node_symbol(graph, node)
        return (_stated(name, values[node], result, ink) if node in graph.names else result,)
    forward = GateArithmetic(graph, node, values, gradients, ink).forward()
    return forward.symbols, *steps(forward.numbers)


def _on_wire(
    graph: Graph,
    port: InputPort,
    values: Mapping[NodeId, Array],
    gradients: Gradients,
    ink: Ink,
) -> NumberArithmetic | None:
    number = gradients.wires.get(port)
    if number is None:
        return None
    found = GateArithmetic(graph, port.node, values, gradients, ink).backward_of(port.index)
    lines = (found.symbols, *steps(found.numbers))
    source = graph.wires[port]
    total: Sequence[str] = ()
    if len(branches(graph, source)) > 1:
        total = BranchTerms(graph, source, values, gradients, ink).lines()
    return NumberArithmetic(lines, tuple(total), number)


def _at_node(
    graph: Graph,
    node: NodeId,
    values: Mapping[NodeId, Array],
    gradients: Gradients,
    ink: Ink,
) -> NumberArithmetic | None:
    number = gradients.nodes.get(node)
    if number is None:
        return None
    ports = branches(graph, node)
    if node == graph.result:
        letter = result_latex(graph)
        seed = colored(array_latex(number, ink.digits), ink.gradient)
        left = rf"\frac{{\partial {letter}}}{{\partial {letter}}}"
        return NumberArithmetic((_stated(left, number, seed, ink),), (), number)
    if len(ports) == 1:
        return _on_wire(graph, ports[0], values, gradients, ink)
    lines = BranchTerms(graph, node, values, gradients, ink).lines()
    return NumberArithmetic(tuple(lines), (), number)


def _stated(name: str, number: Array, written: str, ink: Ink) -> str:
    return f"{name} {chain([Part(written, is_exact=is_told(number, ink.digits))], first='= ')}"

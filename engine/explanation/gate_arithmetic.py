"""One gate's arithmetic: its value, and the gradient that it hands to each of its inputs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.chain import Part, chain, led, sign_for
from engine.explanation.derivatives import branches, is_no_product, local_ratio, port_mark, ratio
from engine.explanation.filling import Filler
from engine.explanation.gate_template import GateTemplate
from engine.explanation.node_writer import NodeWriter
from engine.explanation.number_latex import (
    Ink,
    array_latex,
    colored,
    needs_brackets,
    without_colors,
)
from engine.explanation.overflow import product_overflowed, result_part
from engine.explanation.precision import (
    as_written,
    is_exact,
    is_told,
    needed_digits,
    size_of_sum,
    without_noise,
)
from engine.explanation.symbols import node_symbol, result_latex
from engine.graph.model import Graph, InputPort, NodeId
from engine.operations.operation import without_definitions

_IN_BRACKETS = re.compile(r"\{[^{}]*\}|\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class ForwardArithmetic:
    r"""How a gate's value comes about, in LaTeX.

    Attributes:
        symbols: The formula, such as ``y = w_{0} \cdot x_{0}``.
        numbers: This gate's numbers put in, and the result; empty while they are not known.
        definitions: What letters in the symbols mean that are none of the gate's own.
    """

    symbols: str
    numbers: str
    definitions: tuple[str, ...] = ()


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


class GateArithmetic(NodeWriter):
    """Writes out the arithmetic of one gate, from a graph's numbers as they stand."""

    @cached_property
    def _template(self) -> GateTemplate:
        return GateTemplate(self._graph, self._node, self._values, self._ink)

    def forward(self) -> ForwardArithmetic:
        """Write out the value."""
        worked = self._template.operation.worked
        rule = self._template.operation.latex if worked is None else worked.latex
        letters, meanings = without_definitions(self._template.with_letters(rule))
        own = self._template.symbols.output
        # A dot and a muted gate are called what they hand on.
        symbols = own if letters == own else f"{own} = {letters}"
        inputs, output = self._template.inputs, self._template.output
        if inputs is None or output is None:
            return ForwardArithmetic(symbols, "")
        scale = self._template.scale()
        result = output if scale is None else without_noise(output, scale)
        parts = self._worked(rule, result, GateTemplate.forward_as_written, shown=output)
        if self._template.operation.passes is not None:
            parts = []
        written = self._template.value_filler(result).latex
        is_exact = self._is_exact(result) and result is output
        end = result_part(written, result, is_exact, self._template.has_overflowed)
        numbers = chain([*parts, end], first="" if parts else "= ")
        return ForwardArithmetic(symbols, numbers, self._told(rule, meanings))

    def _worked(
        self,
        latex: str,
        result: Array,
        compute: Callable[[GateTemplate], list[Array]],
        shown: Array | None = None,
    ) -> list[Part]:
        """Return a formula with numbers put in that have the digits that the result needs."""
        if not self._template.with_numbers(latex):
            return []
        template = self._precise(compute, result if shown is None else shown)
        written = template.with_numbers(latex)
        if without_colors(written) == array_latex(result, self._ink.digits):
            # −t with 1 for t is −1, and one term is its own sum: it need not be said twice.
            return []
        return [Part(written, is_exact=template.is_exact(latex))]

    def _precise(
        self, compute: Callable[[GateTemplate], list[Array]], result: Array
    ) -> GateTemplate:
        digits = needed_digits(
            lambda count: compute(self._template.at(count)),
            result,
            self._ink.digits,
            self._ink.digits,
        )
        return self._template.at(digits)

    def _is_exact(self, array: Array) -> bool:
        return is_told(array, self._ink.digits)

    def backward(self) -> list[BackwardArithmetic]:
        """Write out the gradient of each input that gets one."""
        return [
            self._backward(index, end)
            for index, end in enumerate(self._graph.inputs_of(self._node))
            if end is not None and InputPort(self._node, index) in self._gradients.wires
        ]

    def backward_of(self, index: int) -> BackwardArithmetic:
        """Write out the gradient of one input, which must have one."""
        end = self._graph.inputs_of(self._node)[index]
        assert end is not None
        return self._backward(index, end)

    def _backward(self, index: int, end: NodeId) -> BackwardArithmetic:
        local, local_numbers = self._local(index)
        return BackwardArithmetic(
            input=self._template.symbols.inputs[index],
            local=local,
            local_numbers=local_numbers,
            symbols=self._chain_symbols(index, end),
            numbers=self._chain_numbers(index),
            branches=branch_sum(self._graph, end, self._gradients, self._ink),
            definitions=self._definitions(index),
        )

    def _definitions(self, index: int) -> tuple[str, ...]:
        is_local = self._template.is_elementwise
        rule = (
            self._template.operation.local_latex[index]
            if is_local
            else self._template.notation.downstream_rule(index)
        )
        return self._told(rule, without_definitions(self._template.with_letters(rule))[1])

    def _told(self, rule: str, meanings: tuple[str, ...]) -> tuple[str, ...]:
        """Say what letters mean, with their numbers, from a template and its meanings written."""
        names = [text.partition(" = ")[0] for text in without_definitions(rule)[1]]
        return tuple(
            self._template.definition(text, name)
            for text, name in zip(meanings, names, strict=True)
        )

    def _local(self, index: int) -> tuple[str, str]:
        number = self._template.local_value(index)
        if number is None or self._is_handed_on(index):
            return "", ""
        template = self._template.operation.local_latex[index]
        written = self._local_ratio(index)
        number = self._template.as_it_stands(index, number)
        plain = self._template.local_latex(index, number)
        if not self._template.is_spelled_out(index):
            return f"{written} {sign_for(is_exact=self._is_exact(number))} {plain}", ""
        letters, _ = without_definitions(self._template.with_letters(template))
        symbols = f"{written} = {letters}"
        if "$" not in template:
            # A constant is its own number.
            return symbols, ""
        # Where the value has left the floats, a slope that did so leads nowhere else.
        end = result_part(plain, number, self._is_exact(number), self._template.has_overflowed)
        if letters == plain:
            # The other input is a number, which need not be said twice.
            return symbols, ""
        if _is_plain(template) or not self._template.local_with_numbers(index):
            return symbols, chain([end])
        precise = self._precise(lambda it: it.local_as_written(index), number)
        filled = Part(
            precise.local_with_numbers(index), is_exact=precise.is_exact(precise.local_rule(index))
        )
        return symbols, chain([filled, end])

    def _local_ratio(self, index: int) -> str:
        return local_ratio(self._graph, InputPort(self._node, index))

    def _chain_symbols(self, index: int, end: NodeId) -> str:
        left = self._gradient_symbol(self._template.symbols.inputs[index], end)
        if len(branches(self._graph, end)) > 1:
            # Only the share that comes through this gate; the sum over all stands beside it.
            port = InputPort(self._node, index)
            which = ", ".join(
                filter(None, (self._template.symbols.output, port_mark(self._graph, port)))
            )
            left = rf"\left. {left} \right|_{{{which}}}"
        if self._is_handed_on(index) or self._is_no_product(index):
            # A dot and a muted gate are called what they hand on: there is nothing to compute.
            return left
        upstream = self._gradient_symbol(self._template.symbols.output, self._node)
        if not self._template.is_elementwise:
            rule = self._template.notation.downstream_rule(index)
            letters, _ = without_definitions(self._template.with_letters(rule, upstream))
            return f"{left} = {self._sum_of_copies(letters, index)}"
        times = self._template.notation.times
        letters, _ = without_definitions(
            self._template.with_letters(self._template.operation.local_latex[index])
        )
        local = _factor(letters)
        sign = self._template.notation.times_of(index)
        spelt = self._sum_of_copies(f"{local} {sign} {upstream}", index)
        if self._node == self._graph.result:
            # There the gate's output is f itself, and ∂y/∂x would only say the left side again.
            return f"{left} = {spelt}"
        written = self._local_ratio(index)
        symbols = self._sum_of_copies(f"{written} {times} {upstream}", index)
        if not self._template.is_spelled_out(index):
            return f"{left} = {symbols}"
        return rf"{left} = {symbols} = {spelt}"

    def _chain_numbers(self, index: int) -> str:
        downstream = self._gradients.wires[InputPort(self._node, index)]
        upstream = self._gradients.nodes.get(self._node)
        scale = None if upstream is None else self._template.share_scale(index, upstream)
        told = downstream if scale is None else without_noise(downstream, scale)
        result = self._template.gradient_filler(told, index).latex
        factors = upstream, self._template.local_value(index)
        has_overflowed = self._template.has_overflowed or product_overflowed(*factors)
        is_exact = self._is_exact(told) and told is downstream
        end = result_part(result, told, is_exact, has_overflowed)
        if upstream is None or self._is_handed_on(index) or self._is_no_product(index):
            return chain([end], first="= ")
        precise = self._precise(lambda it: it.share_as_written(index, upstream), told)
        if self._template.is_elementwise:
            parts = self._products(precise, index, upstream, downstream)
        else:
            parts = []
            rule = self._template.notation.downstream_rule(index)
            if self._template.is_spelled_out(index) and (
                filled := precise.with_numbers(rule, upstream)
            ):
                parts = [Part(filled, is_exact=precise.is_exact(rule, upstream))]
            parts = self._summed(parts, index)
        return chain([*parts, end], first="" if parts else "= ")

    def _products(
        self, precise: GateTemplate, index: int, upstream: Array, downstream: Array
    ) -> list[Part]:
        """Write local × upstream: the local gradient's arithmetic first, then its number."""
        local = precise.local_value(index)
        assert local is not None
        up = precise.gradient_filler(upstream)
        is_up_exact = precise.is_exact("$g", upstream)
        steps: list[Part] = []
        filled, sign = precise.local_with_numbers(index), precise.notation.times_of(index)
        if filled:
            rule = precise.local_rule(index)
            steps.append(Part(f"{_factor(filled)} {sign}", is_exact=precise.is_exact(rule)))
        # A number that has left the floats is none to go on with.
        is_number = bool(np.isfinite(local).all()) or not self._template.has_overflowed
        if not filled or (is_number and not _is_plain(self._template.operation.local_latex[index])):
            number = precise.plain_filler(local)
            product = f"{_bracketed(number)} {precise.notation.times}"
            steps.append(Part(product, is_exact=precise.is_written_exactly(local)))
        products = [
            Part(f"{it.latex} {_bracketed(up)}", it.is_exact and is_up_exact) for it in steps
        ]
        return self._summed(products, index)

    def _is_no_product(self, index: int) -> bool:
        """Whether the gradient is a number although local × upstream is none."""
        downstream = self._gradients.wires[InputPort(self._node, index)]
        local = self._template.local_value(index)
        upstream = self._gradients.nodes.get(self._node)
        if local is None or upstream is None:
            return False
        return is_no_product(local, upstream, downstream)

    def _is_handed_on(self, index: int) -> bool:
        """Whether the gate only hands this input on, and so shares its letter."""
        return self._template.operation.passes == index

    def _summed(self, parts: list[Part], index: int) -> list[Part]:
        return [replace(it, latex=self._sum_of_copies(it.latex, index)) for it in parts]

    def _sum_of_copies(self, latex: str, index: int) -> str:
        """Add up what comes back to the copies of an input that was repeated to fit."""
        return (
            rf"\sum \left( {latex} \right)" if self._template.notation.is_repeated(index) else latex
        )

    def _gradient_symbol(self, symbol: str, node: NodeId) -> str:
        value = self._values.get(node)
        if value is not None and value.ndim:
            return rf"\nabla_{{{symbol}}} {self._template.symbols.result}"
        return ratio(self._template.symbols.result, symbol)


def branch_sum(graph: Graph, node: NodeId, gradients: Gradients, ink: Ink) -> str:
    """Write a node's gradient as the sum over the gates it feeds; empty if it feeds only one.

    Branches that a walk has not reached yet are dots: what is missing is not zero.
    """
    ports = branches(graph, node)
    arrived = [gradients.wires[port] for port in ports if port in gradients.wires]
    if len(ports) < 2 or not arrived:
        return ""
    symbol, result = node_symbol(graph, node), result_latex(graph)
    left = rf"\nabla_{{{symbol}}} {result}" if arrived[0].ndim else ratio(result, symbol)
    total = gradients.nodes.get(node)
    if len(arrived) < len(ports) or total is None:
        # More is to come, or the sum is asked for.
        open_end = r" + \cdots" if len(arrived) < len(ports) else ""
        added = _added(arrived, ink.digits, ink)
        return f"{left} {led(chain([added]))}{open_end}"
    digits = needed_digits(
        lambda count: [np.asarray(sum(as_written(term, count) for term in arrived))],
        total,
        ink.digits,
        ink.digits,
    )
    told = without_noise(total, size_of_sum(arrived))
    latex = colored(array_latex(told, ink.digits), ink.gradient)
    end = Part(latex, is_exact=told is total and is_exact(total, ink.digits))
    return f"{left} {chain([_added(arrived, digits, ink), end], first='= ')}"


def _added(terms: list[Array], digits: int, ink: Ink) -> Part:
    written = [array_latex(term, digits) for term in terms]
    together = " + ".join(
        colored(
            rf"\left({{{term}}}\right)" if index and needs_brackets(term) else term, ink.gradient
        )
        for index, term in enumerate(written)
    )
    return Part(together, is_exact=all(is_exact(term, digits) for term in terms))


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
    # In braces a minus is a sign and no difference.
    return rf"\left({{{filler.latex}}}\right)" if filler.bracketed else filler.latex

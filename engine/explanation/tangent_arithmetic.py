"""One gate's tangent in forward mode: local × moved for each input, and their sum."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from engine.arrays import Array
from engine.explanation.chain import Part, chain, led
from engine.explanation.derivatives import is_no_product
from engine.explanation.filling import (
    Filler,
    fill,
    fill_with_numbers,
)
from engine.explanation.gate_template import GateTemplate
from engine.explanation.number_arithmetic import NumberArithmetic, NumberPlace
from engine.explanation.number_latex import (
    Ink,
    array_latex,
    colored,
    is_written_out,
    needs_brackets,
)
from engine.explanation.precision import as_written, is_told, needed_digits
from engine.explanation.symbols import node_symbol
from engine.graph.model import Graph, NodeId
from engine.operations.elementwise import as_factor
from engine.operations.operation import Role, without_definitions

_COLOR = re.compile(r"\\textcolor\{#\w+\}")


class TangentArithmetic:
    r"""Writes out \dot y = Σ local × moved of one gate, from the tangents as they stand."""

    def __init__(
        self,
        graph: Graph,
        node: NodeId,
        values: Mapping[NodeId, Array],
        tangents: Mapping[NodeId, Array],
        moving: str,
        ink: Ink,
    ) -> None:
        """Take the numbers that a walk has reached.

        Args:
            graph: The graph.
            node: The gate.
            values: The values so far.
            tangents: The tangents so far.
            moving: The letter of what moves, in LaTeX.
            ink: How numbers are written; its `tangent` is that of the tangents.
        """
        self._template = GateTemplate(graph, node, values, ink)
        # What is filled in as a gradient is a tangent here, and has its colour.
        self._pushed = GateTemplate(graph, node, values, replace(ink, gradient=ink.tangent))
        self._graph, self._node, self._ink = graph, node, ink
        self._tangents, self._moving, self._values = tangents, moving, values
        self._ends = graph.inputs_of(node)
        self._record = self._template.operation

    @property
    def is_reached(self) -> bool:
        """Whether the moving input reaches this gate; if not, its tangent is not computed."""
        return self._node in self._tangents

    def lines(self) -> list[str]:
        """Return the rule in letters, this gate's numbers put in, and the result."""
        ports = [
            index for index, end in enumerate(self._ends) if end is not None and self._has(end)
        ]
        if not self.is_reached or not ports or self._template.inputs is None:
            return []
        left = self._slope(self._template.symbols.output)
        letters = _added([self._letters(index) for index in ports])
        tangent = self._tangents[self._node]
        end = Part(
            colored(self._latex(tangent), self._ink.tangent),
            is_exact=is_told(tangent, self._ink.digits),
        )
        digits = needed_digits(
            lambda count: [self.at(count).pushed_as_written(ports)],
            tangent,
            self._ink.digits,
            self._ink.digits,
        )
        precise = self.at(digits)
        shares = [precise.numbers(index) for index in ports]
        parts = []
        if all(shares) and not any(self._is_no_product(index) for index in ports):
            are_exact = all(precise.is_exact(index) for index in ports)
            parts = [Part(_added(shares), is_exact=are_exact)]
        definitions = dict.fromkeys(it for index in ports for it in self._definitions(index))
        return [f"{left} = {letters}", led(chain([*parts, end])), *definitions]

    def _definitions(self, index: int) -> tuple[str, ...]:
        """Return what letters mean in one input's share that are no node's."""
        if self._template.is_elementwise:
            rule = self._record.local_latex[index]
        elif self._goes_like_a_gradient:
            rule = self._record.downstream_latex[index]
        else:
            return ()
        return without_definitions(self._template.with_letters(rule))[1]

    def at(self, digits: int) -> TangentArithmetic:
        """Return the same with numbers of so many digits."""
        ink = replace(self._ink, digits=digits)
        return TangentArithmetic(
            self._graph, self._node, self._values, self._tangents, self._moving, ink
        )

    def pushed_as_written(self, ports: Sequence[int]) -> Array:
        """Return what a reader computes from what is written."""
        total: Array = np.zeros(())
        for index in ports:
            end = self._ends[index]
            assert end is not None
            moved = as_written(self._tangents[end], self._ink.digits)
            total = np.asarray(total + self._template.push_as_written(index, moved))
        return total

    def is_exact(self, index: int) -> bool:
        """Return whether no number of one input's share is rounded."""
        end = self._ends[index]
        assert end is not None
        tangent = self._tangents[end]
        names = self._record
        rule = names.local_latex[index] if self._template.is_elementwise else names.latex
        local = self._template.local_value(index)
        is_local_exact = (
            local is None
            or bool(self._template.with_numbers(rule))
            or self._template.is_written_exactly(local)
        )
        return (
            self._template.is_exact(rule)
            and is_local_exact
            and self._template.is_written_exactly(tangent)
        )

    def _is_no_product(self, index: int) -> bool:
        """Whether a share is a number although local × tangent is none."""
        end, local = self._ends[index], self._template.local_value(index)
        if end is None or local is None:
            return False
        return is_no_product(local, self._tangents[end], self._tangents[self._node])

    def _has(self, node: NodeId) -> bool:
        return node in self._tangents

    def _slope(self, symbol: str) -> str:
        return rf"\frac{{\partial {symbol}}}{{\partial {self._moving}}}"

    def _letters(self, index: int) -> str:
        """Write one input's share in letters."""
        moved = self._slope(self._template.symbols.inputs[index])
        if self._template.is_elementwise:
            local, _ = without_definitions(
                self._template.with_letters(self._record.local_latex[index])
            )
            return _product(local, self._times(index), moved)
        if self._record.is_linear:
            return self._with_letter(index, moved, "0" if self._puts_zeros_beside else "")
        if self._goes_like_a_gradient:
            rule = self._rule(index)
            share, _ = without_definitions(self._template.with_letters(rule, moved))
            return self._summed(index, share)
        output, letter = self._template.symbols.output, self._template.symbols.inputs[index]
        return rf"\frac{{\partial {output}}}{{\partial {letter}}} \, {moved}"

    def numbers(self, index: int) -> str:
        """Write one input's share in numbers; empty where they would not be read."""
        end = self._ends[index]
        assert end is not None
        tangent = self._tangents[end]
        if not is_written_out(tangent):
            return ""
        if self._template.is_elementwise:
            return self._elementwise_numbers(index, tangent)
        if self._record.is_linear:
            other = np.zeros_like if self._puts_zeros_beside else np.asarray
            return self._with_number(index, tangent, other)
        if self._goes_like_a_gradient:
            if not self._template.is_spelled_out(index):
                return ""
            rule = self._rule(index)
            filled = self._pushed.with_numbers(rule, tangent)
            return self._summed(index, filled) if filled else ""
        return ""

    @property
    def _puts_zeros_beside(self) -> bool:
        """Whether inputs are put side by side, so that beside what moves stand zeros."""
        return self._record.role is Role.REARRANGER

    @property
    def _goes_like_a_gradient(self) -> bool:
        """Whether the rule of the downstream gradient holds for the tangent too.

        A single result has one row of partial derivatives: the gradient is that row times the
        upstream number, the tangent the sum of that row times the moved elements.
        """
        output = self._template.output
        is_single = output is not None and output.ndim == 0
        return is_single or self._record.is_symmetric

    def _is_number(self, index: int) -> bool:
        """Whether one number moves there, which multiplies an array as it does a number."""
        inputs = self._template.inputs
        return inputs is None or inputs[index].ndim == 0

    def _times(self, index: int) -> str:
        return r"\cdot" if self._is_number(index) else self._template.notation.times_of(index)

    def _rule(self, index: int) -> str:
        """Return the rule of the downstream gradient, for a tangent in the upstream's place."""
        rule = self._record.downstream_latex[index]
        if self._is_number(index) or self._record.is_symmetric:
            return rule
        return re.sub(r"\\cdot \$g$", r"\\odot $g", rule)

    def _summed(self, index: int, share: str) -> str:
        inputs = self._template.inputs
        is_sum = inputs is not None and inputs[index].ndim and not self._record.is_symmetric
        if not is_sum:
            return share
        # The typesetter draws tall brackets round a sum without end.
        return rf"\sum ({share})" if r"\sum" in share else rf"\sum \left( {share} \right)"

    def _elementwise_numbers(self, index: int, tangent: Array) -> str:
        template = self._record.local_latex[index]
        local = self._template.local_value(index)
        # A group's may be a number alone; its placeholder with numbers in it would be none.
        filled = (
            self._template.with_numbers(template) if self._template.is_spelled_out(index) else ""
        )
        if not filled and local is not None and is_written_out(local):
            filled = array_latex(local, self._ink.digits)
        if not filled:
            return ""
        return _product(filled, self._times(index), self._bracketed(tangent))

    def _bracketed(self, tangent: Array) -> str:
        latex = self._latex(tangent)
        inked = colored(latex, self._ink.tangent)
        is_bare = tangent.ndim == 0 and needs_brackets(latex)
        return rf"\left({inked}\right)" if is_bare else inked

    def _with_letter(self, index: int, moved: str, other: str = "") -> str:
        fillers = {
            name: Filler(moved if place == index else other or self._template.symbols.inputs[place])
            for place, name in enumerate(self._record.inputs)
        }
        fillers |= {item.name: Filler(item.symbol) for item in self._record.settings}
        return fill(self._record.latex, fillers)

    def _with_number(
        self, index: int, tangent: Array, other: Callable[[Array], Array] = np.asarray
    ) -> str:
        inputs = self._template.inputs
        assert inputs is not None
        if not all(is_written_out(value) for value in inputs):
            return ""
        fillers = {
            name: self._pushed.gradient_filler(tangent, place)
            if place == index
            else self._template.value_filler(other(inputs[place]), place)
            for place, name in enumerate(self._record.inputs)
        }
        for name, number in self._template.settings.items():
            fillers[name] = Filler(array_latex(np.asarray(number), self._ink.digits))
        return fill_with_numbers(self._record.latex, fillers, tangent.size)

    def _latex(self, array: Array) -> str:
        return array_latex(array, self._ink.digits)


def tangent_number(
    graph: Graph,
    which: NumberPlace,
    values: Mapping[NodeId, Array],
    tangents: Mapping[NodeId, Array],
    moving: str,
    ink: Ink,
) -> NumberArithmetic | None:
    """Write out how the tangent at a place comes about; None while it is not computed.

    Args:
        graph: The graph.
        which: The place; a wire has the tangent of the node that it comes from.
        values: The values so far.
        tangents: The tangents so far.
        moving: The letter of what moves, in LaTeX.
        ink: How numbers are written.
    """
    node = which.node_in(graph)
    if node is None or node not in tangents:
        return None
    lines = TangentArithmetic(graph, node, values, tangents, moving, ink).lines()
    if not lines:
        number = colored(array_latex(tangents[node], ink.digits), ink.tangent)
        end = Part(number, is_exact=is_told(tangents[node], ink.digits))
        symbol = node_symbol(graph, node)
        lines = [rf"\frac{{\partial {symbol}}}{{\partial {moving}}} {led(chain([end]))}"]
    return NumberArithmetic(tuple(lines), (), tangents[node])


def moving_symbol(graph: Graph, source: NodeId, index: tuple[int, ...]) -> str:
    """Return the letter of what moves: an element of an array has its place as index."""
    symbol = node_symbol(graph, source)
    if not index:
        return symbol
    separator = "," if any(place >= 9 for place in index) else ""
    return rf"{{{symbol}}}_{{{separator.join(str(place + 1) for place in index)}}}"


def _product(local: str, times: str, moved: str) -> str:
    return f"{as_factor(local)} {times} {moved}"


def _added(terms: list[str]) -> str:
    """Write a sum; a term that begins with a sign, whatever its colour, is bracketed."""
    first, *rest = terms
    shown = [
        rf"\left({term}\right)" if _COLOR.sub("", term).lstrip("{").startswith("-") else term
        for term in rest
    ]
    return " + ".join([first, *shown])

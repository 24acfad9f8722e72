"""A gradient as the sum over the gates that its node feeds, always written out."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from engine.arrays import Array
from engine.explanation.chain import sign_for
from engine.explanation.derivatives import branches, is_no_product, local_ratio, port_mark, ratio
from engine.explanation.gate_template import GateTemplate
from engine.explanation.node_writer import NodeWriter
from engine.explanation.number_latex import array_latex, colored, needs_brackets
from engine.explanation.precision import (
    as_written,
    is_exact,
    needed_digits,
    size_of_sum,
    without_noise,
)
from engine.explanation.symbols import node_symbol, result_latex
from engine.graph.model import InputPort

# So many terms are read as one line; the others go on in the next.
_TERMS_IN_A_LINE = 3


class BranchTerms(NodeWriter):
    """Writes the sum over the branches of one node: symbols, local × upstream, shares, result."""

    @cached_property
    def _ports(self) -> tuple[InputPort, ...]:
        """The ports that the node feeds."""
        return tuple(branches(self._graph, self._node))

    @cached_property
    def _own(self) -> str:
        return node_symbol(self._graph, self._node)

    @cached_property
    def _letters(self) -> list[str]:
        return [node_symbol(self._graph, port.node) for port in self._ports]

    def lines(self) -> list[str]:
        """Return the sum from its symbols to its result; what has not come back yet is dots."""
        arrived = [port for port in self._ports if port in self._gradients.wires]
        if not arrived:
            return []
        is_scalar = self._values[self._node].ndim == 0 and not any(map(self._is_none, arrived))
        lines = self._led(f"{self._gradient(self._own)} = ", self._symbols(is_scalar))
        total = self._gradients.nodes.get(self._node)
        is_whole = total is not None and len(arrived) == len(self._ports)
        sums = self._sums(arrived, total if is_whole else None, is_scalar=is_scalar)
        is_exact_before = True
        for terms, are_exact in sums:
            sign = sign_for(is_exact=is_exact_before and are_exact)
            lines += self._led(f"{sign} ", self._open_ended(terms, arrived))
            is_exact_before = are_exact
        if is_whole and total is not None:
            shares = [self._gradients.wires[port] for port in arrived]
            told = without_noise(total, size_of_sum(shares))
            is_told = told is total and is_exact(total, self._ink.digits)
            result = colored(array_latex(told, self._ink.digits), self._ink.gradient)
            lines.append(f"{sign_for(is_exact=is_exact_before and is_told)} {result}")
        return lines

    def _sums(
        self, arrived: list[InputPort], total: Array | None, *, is_scalar: bool
    ) -> list[tuple[list[str], bool]]:
        """Return the terms as products and as numbers, and whether none of them is rounded."""
        shares = [self._gradients.wires[port] for port in arrived]
        digits = self._ink.digits
        if total is not None:
            digits = needed_digits(
                lambda count: [np.asarray(sum(as_written(share, count) for share in shares))],
                total,
                digits,
                digits,
            )
        sums = []
        products = [self._product(port, digits) for port in arrived] if is_scalar else []
        if products and all(text for text, _ in products):
            texts, exact = zip(*products, strict=True)
            sums.append((list(texts), all(exact)))
        written = [self._share(port, digits) for port in arrived]
        return [*sums, (written, all(is_exact(share, digits) for share in shares))]

    def _symbols(self, is_scalar: bool) -> list[str]:
        if is_scalar:
            return [
                rf"{local_ratio(self._graph, port)} \cdot {self._gradient(letter)}"
                for port, letter in zip(self._ports, self._letters, strict=True)
            ]
        whole = self._gradient(self._own)
        marks = [
            ", ".join(filter(None, (letter, port_mark(self._graph, port))))
            for port, letter in zip(self._ports, self._letters, strict=True)
        ]
        return [rf"\left. {whole} \right|_{{{mark}}}" for mark in marks]

    def _is_none(self, port: InputPort) -> bool:
        """Whether a share is a number although its local × upstream is none."""
        template = GateTemplate(self._graph, port.node, self._values, self._ink)
        local, upstream = template.local_value(port.index), self._gradients.nodes.get(port.node)
        if local is None or upstream is None:
            return False
        return is_no_product(local, upstream, self._gradients.wires[port])

    def _product(self, port: InputPort, shown: int) -> tuple[str, bool]:
        """Return local × upstream, and whether no number in it is rounded."""
        template = GateTemplate(self._graph, port.node, self._values, self._ink)
        local, upstream = template.local_value(port.index), self._gradients.nodes.get(port.node)
        if local is None or upstream is None or local.ndim or upstream.ndim:
            return "", True
        numbers = (local, upstream)
        digits = needed_digits(
            lambda count: [np.asarray(as_written(local, count) * as_written(upstream, count))],
            self._gradients.wires[port],
            shown,
            shown,
        )
        factor = _bracketed(array_latex(local, digits))
        up = colored(_bracketed(array_latex(upstream, digits)), self._ink.gradient)
        return rf"{factor} \cdot {up}", all(is_exact(number, digits) for number in numbers)

    def _share(self, port: InputPort, digits: int) -> str:
        text = array_latex(self._gradients.wires[port], digits)
        return colored(_bracketed(text), self._ink.gradient)

    def _open_ended(self, terms: list[str], arrived: list[InputPort]) -> list[str]:
        return [*terms, r"\cdots"] if len(arrived) < len(self._ports) else terms

    def _led(self, lead: str, terms: list[str]) -> list[str]:
        """Join terms to lines, the first behind a lead, the others behind their plus."""
        size = _TERMS_IN_A_LINE
        groups = [" + ".join(terms[at : at + size]) for at in range(0, len(terms), size)]
        return [f"{lead}{groups[0]}", *(rf"\quad + {group}" for group in groups[1:])]

    def _gradient(self, letter: str) -> str:
        result = result_latex(self._graph)
        if self._values[self._node].ndim:
            return rf"\nabla_{{{letter}}} {result}"
        return ratio(result, letter)


def _bracketed(latex: str) -> str:
    # In braces a minus is a sign and no difference.
    return rf"\left({{{latex}}}\right)" if needs_brackets(latex) else latex

"""One gate's templates filled: with its letters, or with its numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.explanation.filling import (
    Filler,
    fill,
    fill_with_numbers,
    without_definitions,
)
from engine.explanation.number_latex import (
    Ink,
    array_latex,
    colored,
    is_written_out,
    needs_brackets,
)
from engine.explanation.symbols import gate_symbols
from engine.graph.model import Graph, NodeId
from engine.settings import complete


class GateTemplate:
    """Fills the LaTeX templates of one gate's operation.

    Attributes:
        operation: The gate's record.
        settings: Its settings, defaults filled in.
        symbols: Its letters.
        inputs: The values at its ports, or None while one is missing.
        output: Its value, or None while it is not computed.
    """

    def __init__(
        self, graph: Graph, node: NodeId, values: Mapping[NodeId, Array], ink: Ink
    ) -> None:
        """Collect the letters and the numbers of a gate."""
        self.operation = graph.nodes[node].record
        self.settings = complete(self.operation.settings, graph.nodes[node].settings)
        self.symbols = gate_symbols(graph, node)
        self.output = values.get(node)
        self._ink = ink
        ends = graph.inputs_of(node)
        known = tuple(values[end] for end in ends if end is not None and end in values)
        self.inputs = known if len(known) == self.operation.arity else None
        self._lies_down = self._is_row_product()

    @property
    def is_elementwise(self) -> bool:
        """Whether the local gradient is a number for each element."""
        return self.operation.derivatives is not None

    @property
    def times(self) -> str:
        """The sign between factors: element by element where they are arrays."""
        return r"\odot" if self.output is not None and self.output.ndim else r"\cdot"

    def with_letters(self, template: str, upstream: str = "") -> str:
        """Fill a template with the gate's letters."""
        letters = zip(self.operation.inputs, self.symbols.inputs, strict=True)
        fillers = {name: Filler(text, needs_brackets(text)) for name, text in letters}
        fillers |= {item.name: Filler(item.symbol) for item in self.operation.settings}
        return fill(template, fillers | {"y": Filler(self.symbols.output), "g": Filler(upstream)})

    def with_numbers(self, template: str, upstream: Array | None = None) -> str:
        """Fill a template with the gate's numbers; empty where they would not be read."""
        if self.inputs is None or self.output is None or without_definitions(template)[1]:
            return ""
        shown = (*self.inputs, self.output, *(() if upstream is None else (upstream,)))
        if not all(is_written_out(array) for array in shown):
            return ""
        named = zip(self.operation.inputs, self.inputs, strict=True)
        fillers = {
            name: self.value_filler(value, index) for index, (name, value) in enumerate(named)
        }
        for name, number in self.settings.items():
            latex = array_latex(np.asarray(number), self._ink.digits)
            fillers[name] = Filler(latex, needs_brackets(latex))
            # A letter may stand directly before what it multiplies; a number may not.
            template = re.sub(rf"(\${name}) (?=\$|e\^|\\sum)", r"\1 \\cdot ", template)
        fillers["y"] = self.value_filler(self.output)
        if upstream is not None:
            fillers["g"] = self.gradient_filler(upstream)
        if self.is_elementwise:
            template = template.replace(r"\cdot", self.times)
        return fill_with_numbers(
            template, fillers, max((value.size for value in self.inputs), default=1)
        )

    def is_spelled_out(self, index: int) -> bool:
        """Tell whether the local gradient has a formula; a group's may be a number alone."""
        return not self.operation.local_latex[index].startswith(r"\frac{\partial $y}")

    def local_with_numbers(self, index: int) -> str:
        """Fill a local gradient's template with numbers; empty where it has none.

        Where it speaks of the gate's own value, as σ(1 − σ) does, that value is put in.
        """
        template, own = self.operation.local_latex[index], self.operation.latex
        if not self.is_spelled_out(index):
            return ""
        return self.with_numbers(template if template == own else template.replace(own, "$y"))

    def local_value(self, index: int) -> Array | None:
        """Return the elementwise local gradient of one input, or None where there is none."""
        rules = self.operation.derivatives
        if rules is None or self.output is None or self.inputs is None:
            return None
        with np.errstate(all="ignore"):
            local = np.asarray(rules[index](self.output, *self.inputs, **self.settings))
        return np.broadcast_to(local, self.output.shape)

    def value_filler(self, array: Array, port: int = 0) -> Filler:
        """Return a value in its ink."""
        return self._filler(array, self._ink.value, is_row=self._lies_down and port == 0)

    def gradient_filler(self, array: Array, port: int = 0) -> Filler:
        """Return a gradient in its ink."""
        return self._filler(array, self._ink.gradient, is_row=self._lies_down and port == 0)

    def _filler(self, array: Array, color: str, *, is_row: bool) -> Filler:
        latex = array_latex(array, self._ink.digits, as_row=is_row)
        elements: tuple[Filler, ...] = ()
        if array.ndim and is_written_out(array):
            elements = tuple(
                self._filler(np.asarray(number), color, is_row=False) for number in array.flat
            )
        return Filler(colored(latex, color), array.ndim == 0 and needs_brackets(latex), elements)

    def _is_row_product(self) -> bool:
        """Whether the first factor of a matrix product is a vector, which then lies down."""
        return (
            self.inputs is not None
            and len(self.inputs) == 2
            and self.inputs[0].ndim == 1
            and any(r"\top" in rule for rule in self.operation.downstream_latex)
        )

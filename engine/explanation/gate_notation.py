"""How a gate's formulas are written for the arrays at its ports: signs, places, what lies."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from engine.arrays import Array, Shape
from engine.explanation.array_notation import (
    ROW_SUM,
    names_array,
    with_places,
    with_products,
    without_mean,
)
from engine.explanation.filling import blanks
from engine.operations.operation import Operation, Role, without_definitions

# Where vectors lie: the place of a gate's value beside those of its inputs.
OUTPUT = -1


class GateNotation:
    """Writes the templates of one gate's operation as its arrays need them.

    Attributes:
        operation: The gate's record.
        settings: Its settings, defaults filled in.
        inputs: The values at its ports, or None while one is missing.
        output: Its value, or None while it is not computed.
        lying: The ports, and `OUTPUT`, at which vectors lie; they stand elsewhere.
    """

    def __init__(
        self,
        operation: Operation,
        settings: Mapping[str, float],
        inputs: Sequence[Array] | None,
        output: Array | None,
    ) -> None:
        """Take the record and what is known of its numbers."""
        self.operation, self.settings = operation, settings
        self.inputs, self.output = inputs, output
        self.lying = self._ports_that_lie()

    def is_repeated(self, index: int) -> bool:
        """Whether an input was repeated to fit the other one, and gets a share for each copy."""
        if self.inputs is None or self.output is None:
            return False
        shape = self.inputs[index].shape
        if self.operation.role is Role.LOSS:
            return shape != self.terms
        return (self.operation.derivatives is not None) and shape != self.output.shape

    @cached_property
    def terms(self) -> Shape:
        """Return the shape of what a sum goes over: that of the inputs side by side."""
        assert self.inputs is not None
        shapes = [value.shape for value in self.inputs]
        try:
            return np.broadcast_shapes(*shapes)
        except ValueError:
            return max(shapes, key=math.prod)

    @property
    def count(self) -> int:
        """Return what n stands for: how many elements there are, or how many samples."""
        return math.prod(self.terms[:-1] if self.operation.counts_samples else self.terms)

    def downstream_rule(self, index: int) -> str:
        """Return the rule of a gradient, with ones where it names less than it is spread to."""
        rule = self.operation.downstream_latex[index]
        if self.operation.role is not Role.LOSS or self.inputs is None:
            return rule
        ports = zip(self.operation.inputs, self.inputs, strict=True)
        named = np.broadcast_shapes(*(it.shape for name, it in ports if name in blanks(rule)))
        wanted = self.terms if self.is_repeated(index) else self.inputs[index].shape
        return rule if named == wanted else rf"{rule} \cdot \mathbf{{1}}"

    @property
    def times(self) -> str:
        """The sign between factors: element by element where they are arrays."""
        return r"\odot" if self.output is not None and self.output.ndim else r"\cdot"

    def times_of(self, index: int) -> str:
        """The sign between a local gradient as a formula and an array: a number only scales it."""
        arrays = self._arrays()
        rule = without_definitions(self.operation.local_latex[index])[0]
        return self.times if names_array(rule, arrays, self._letters()) else r"\cdot"

    def noted(self, template: str) -> str:
        """Return a template with the places and the signs that the gate's arrays need."""
        template = self.signed(template)
        if self.inputs is None or self.operation.role is Role.LINEAR or "_{ij}" in template:
            return template
        ports = zip(self.operation.inputs, self.inputs, strict=True)
        axes = {name: value.ndim for name, value in ports}
        if self.count == 1:
            template = without_mean(template)
        whole = len(self.terms)
        if whole == 2 and self.terms[1] == 1 and not ROW_SUM.search(template):
            # One number for each sample: a column, which one place is enough for.
            whole, axes = 1, {name: min(count, 1) for name, count in axes.items()}
        return with_places(template, axes, whole)

    def signed(self, template: str) -> str:
        """Return a template with the sign of products that go element by element."""
        if self.settings.get("axis") == 1:
            template = template.replace(r" \\ ", " & ")
        if r"_{\mathrm{first}}" in template or r"_{\mathrm{second}}" in template:
            template = self._with_ranges(template)
        arrays = self._arrays()
        if not arrays or self.operation.role is Role.LINEAR:
            return template
        letters = self._letters()
        are_rows = len(self.terms) > 1
        return with_products(template, arrays, letters, are_rows=are_rows)

    def _with_ranges(self, template: str) -> str:
        """Say which rows, columns or elements of what is joined came from each of two inputs."""
        if self.inputs is None:
            return template
        axis = int(self.settings["axis"])
        first, second = (np.atleast_1d(value).shape[axis] for value in self.inputs)
        before = r":,\," if axis else ""
        behind = r",\,:" if not axis and self.inputs[0].ndim > 1 else ""
        for word, start, end in (("first", 1, first), ("second", first + 1, first + second)):
            places = f"{start}:{end}" if start < end else str(start)
            place = rf"_{{\mathrm{{{word}}}}}"
            template = template.replace(place, f"_{{{before}{places}{behind}}}")
        return template

    def _letters(self) -> list[str]:
        return [letter.name for letter in self.operation.letters]

    def _arrays(self) -> list[str]:
        """Return the blanks of a template that arrays are put into."""
        values = dict(zip(self.operation.inputs, self.inputs or (), strict=False))
        if self.output is not None:
            values |= {"y": self.output, "g": self.output}
        return [name for name, value in values.items() if value.ndim]

    def _ports_that_lie(self) -> frozenset[int]:
        """Return where vectors lie: before a matrix, and beside one that has them as its rows."""
        if self.inputs is None:
            return frozenset()
        axes = [value.ndim for value in self.inputs]
        if self.operation.name == "transpose":
            return frozenset({OUTPUT}) if axes[0] == 1 else frozenset()
        if self.operation.name == "matmul":
            return frozenset({0, OUTPUT}) if axes[0] == 1 else frozenset()
        is_beside = (self.operation.derivatives is not None) or self.operation.role is Role.LOSS
        if not is_beside or 2 not in axes:
            return frozenset()
        return frozenset(port for port, count in enumerate(axes) if count == 1)

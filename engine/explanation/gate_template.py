"""One gate's templates filled: with its letters, or with its numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.arrays import Array, Shape, unbroadcast
from engine.explanation.filling import (
    Filler,
    blanks,
    fill,
    fill_with_numbers,
    only_elements,
)
from engine.explanation.gate_notation import OUTPUT, GateNotation
from engine.explanation.number_latex import (
    Ink,
    array_latex,
    colored,
    is_written_out,
    needs_brackets,
)
from engine.explanation.overflow import value_overflowed
from engine.explanation.own_letters import own_letters
from engine.explanation.precision import as_written, is_exact
from engine.explanation.symbols import gate_symbols
from engine.graph.model import Graph, NodeId
from engine.operations.operation import Role, without_definitions
from engine.settings import complete

# Of longer sums no more than the first two terms and the last are looked at.
_MOST_ELEMENTS = 256


class GateTemplate:
    """Fills the LaTeX templates of one gate's operation.

    Attributes:
        operation: The gate's record, with the templates that hold for its numbers.
        settings: Its settings, defaults filled in.
        symbols: Its letters.
        inputs: The values at its ports, or None while one is missing.
        output: Its value, or None while it is not computed.
        notation: How its formulas are written for what stands at its ports.
    """

    def __init__(
        self, graph: Graph, node: NodeId, values: Mapping[NodeId, Array], ink: Ink
    ) -> None:
        """Collect the letters and the numbers of a gate."""
        self._graph, self._node, self._values = graph, node, values
        record = graph.nodes[node].record
        self.settings = complete(record.settings, graph.nodes[node].settings)
        self.symbols = gate_symbols(graph, node)
        self.output = values.get(node)
        self._ink = ink
        ends = graph.inputs_of(node)
        known = tuple(values[end] for end in ends if end is not None and end in values)
        self.inputs = known if len(known) == record.arity else None
        self.operation = record
        if self.inputs is not None and record.otherwise:
            self.operation = record.written_for(*self.inputs, **self.settings)
        self.notation = GateNotation(self.operation, self.settings, self.inputs, self.output)

    @property
    def has_overflowed(self) -> bool:
        """Whether the value is infinite only because floats end."""
        inputs, output = self.inputs, self.output
        if inputs is None or output is None:
            return False
        return value_overflowed(self.operation, inputs, output, self.settings)

    def at(self, digits: int) -> GateTemplate:
        """Return the same with numbers of so many digits."""
        ink = replace(self._ink, digits=digits)
        return GateTemplate(self._graph, self._node, self._values, ink)

    @property
    def is_elementwise(self) -> bool:
        """Whether the local gradient is a number for each element."""
        return self.operation.derivatives is not None

    def with_letters(self, template: str, upstream: str = "") -> str:
        """Fill a template with the gate's letters."""
        letters = zip(self.operation.inputs, self.symbols.inputs, strict=True)
        fillers = {name: Filler(text, needs_brackets(text)) for name, text in letters}
        template = self.notation.noted(template)
        if upstream:
            template = template.replace(r"{$g}^{\top}", r"\left($g\right)^{\top}")
        own = own_letters(template, self.operation.settings, self.symbols)
        fillers |= {name: Filler(symbol) for name, symbol in own.settings.items()}
        fillers |= {"y": Filler(self.symbols.output), "g": Filler(upstream)}
        return fill(own.template, fillers)

    def with_numbers(self, template: str, upstream: Array | None = None) -> str:
        """Fill a template with the gate's numbers; empty where they would not be read."""
        if self.inputs is None or self.output is None:
            return ""
        template, definitions = without_definitions(self.notation.signed(template))
        if template == self.operation.latex and r"\sum_" in self.operation.definition:
            # A norm is written as the sum that it stands for, because its numbers are those.
            template = self.operation.definition
        letters = self.letter_values()
        defined = [text.partition(" = ")[0] for text in definitions]
        if not letters.keys() >= set(defined):
            return ""
        shown = (*self.inputs, self.output, *(() if upstream is None else (upstream,)))
        is_sum = only_elements(template, (*self.operation.inputs, *defined))
        if not is_sum and not all(is_written_out(array) for array in shown):
            return ""
        values = dict(zip(self.operation.inputs, self.inputs, strict=True))
        values |= {name: letters[name] for name in defined}
        fillers = {
            name: self.value_filler(value, index)
            for index, (name, value) in enumerate(values.items())
        }
        terms = self.notation.terms
        if is_sum:
            # What is repeated to fit stands in every term that it is repeated for.
            fillers = {
                name: replace(fillers[name], elements=self._elements(value, terms))
                for name, value in values.items()
            }
        for name, number in self.settings.items():
            latex = array_latex(np.asarray(number), self._ink.digits)
            fillers[name] = Filler(latex, needs_brackets(latex))
            # A letter may stand directly before what it multiplies; a number may not.
            template = re.sub(rf"(\${name}) (?=\$|e\^|\\sum)", r"\1 \\cdot ", template)
        for name in defined:
            # A letter stands for its numbers here, and so becomes a blank for them.
            letter = rf"(?<![A-Za-z\\$]){name}(?![A-Za-z'])"
            template = re.sub(rf"{letter}(?=_)", f"{{${name}}}", template)
            template = re.sub(letter, f"${name}", template)
        template = own_letters(template, (), self.symbols).template
        fillers["y"] = self.value_filler(self.output)
        if upstream is not None:
            fillers["g"] = self.gradient_filler(upstream)
        count = math.prod(terms)
        return fill_with_numbers(
            template,
            fillers,
            self.notation.count,
            min(count, 3) if count > _MOST_ELEMENTS else count,
            is_cut=count > _MOST_ELEMENTS,
        )

    def letter_values(self) -> dict[str, Array]:
        """Return what the letters stand for that the templates define; none without numbers."""
        if self.inputs is None:
            return {}
        with np.errstate(all="ignore"):
            return {
                letter.name: np.asarray(letter.value(*self.inputs, **self.settings))
                for letter in self.operation.letters
            }

    def definition(self, text: str, name: str) -> str:
        """Return what a letter means with what it is: the text, and the number of that name."""
        found = self.letter_values().get(name)
        if found is None or not is_written_out(found):
            return text
        sign = "=" if is_exact(found, self._ink.digits) else r"\approx"
        return f"{text} {sign} {self.value_filler(found).latex}"

    def _elements(self, array: Array, shape: Shape) -> tuple[Filler, ...]:
        spread = np.broadcast_to(array, shape).flat
        count = math.prod(shape)
        places = range(count) if count <= _MOST_ELEMENTS else (0, 1, count - 1)
        return tuple(
            self._filler(np.asarray(spread[place]), self._ink.value, is_row=False)
            for place in places
        )

    def is_spelled_out(self, index: int) -> bool:
        """Tell whether the local gradient has a formula; a group's may be a number alone."""
        return not self.operation.local_latex[index].startswith(r"\frac{\partial $y}")

    def local_with_numbers(self, index: int) -> str:
        """Fill a local gradient's template with numbers; empty where it has none.

        Where it speaks of the gate's own value, as σ(1 − σ) does, that value is put in.
        """
        return self.with_numbers(self.local_rule(index)) if self.is_spelled_out(index) else ""

    def local_rule(self, index: int) -> str:
        """Return a local gradient's template as numbers are put into it."""
        template, own = self.operation.local_latex[index], self.operation.latex
        is_kept = template == own or not self._is_from_output(index)
        return template if is_kept else template.replace(own, "$y")

    def _is_from_output(self, index: int) -> bool:
        """Whether a local gradient is computed from the gate's value: one number tells."""
        rules = self.operation.derivatives
        assert rules is not None
        ends = [np.asarray(0.7)] * self.operation.arity
        found = [rules[index](np.asarray(y), *ends, **self.settings) for y in (0.3, 0.4)]
        return bool(found[0] != found[1])

    def local_value(self, index: int) -> Array | None:
        """Return the elementwise local gradient of one input, or None where there is none."""
        rules = self.operation.derivatives
        if rules is None or self.output is None or self.inputs is None:
            return None
        with np.errstate(all="ignore"):
            local = np.asarray(rules[index](self.output, *self.inputs, **self.settings))
        return np.broadcast_to(local, self.output.shape)

    def as_it_stands(self, index: int, local: Array) -> Array:
        """Return a local gradient that is another input as that is before it is repeated to fit."""
        name = self.operation.local_latex[index].removeprefix("$")
        if self.inputs is None or name not in self.operation.inputs:
            return local
        return self.inputs[self.operation.inputs.index(name)]

    def local_latex(self, index: int, number: Array) -> str:
        """Write a local gradient, which lies down where the input does that it is."""
        name = self.operation.local_latex[index].removeprefix("$")
        names = self.operation.inputs
        port = names.index(name) if name in names else OUTPUT
        return array_latex(number, self._ink.digits, as_row=port in self.notation.lying)

    def is_exact(self, template: str, upstream: Array | None = None) -> bool:
        """Return whether no number that a template puts in is rounded."""
        names = blanks(template)
        numbers: list[Array] = []
        if self.inputs is not None:
            ports = zip(self.operation.inputs, self.inputs, strict=True)
            numbers += [value for name, value in ports if name in names]
        numbers += [np.asarray(it) for name, it in self.settings.items() if name in names]
        letters = self.letter_values()
        for text in without_definitions(template)[1]:
            numbers.append(letters.get(text.partition(" = ")[0], np.zeros(0)))
        numbers += [self.output] if "y" in names and self.output is not None else []
        numbers += [upstream] if "g" in names and upstream is not None else []
        return all(is_exact(number, self._ink.digits) for number in numbers)

    def forward_as_written(self) -> list[Array]:
        """Return what a reader computes from this gate's numbers."""
        inputs, _, settings = self._as_written()
        if self.operation.worked is not None:
            letters = {
                name: as_written(value, self._ink.digits)
                for name, value in self.letter_values().items()
            }
            return [np.asarray(self.operation.worked.value(letters, *inputs, **settings))]
        return [np.asarray(self.operation.forward(*inputs, **settings))]

    def local_as_written(self, index: int) -> list[Array]:
        """Return what a reader computes for the local gradient of one input."""
        rules = self.operation.derivatives
        assert rules is not None
        inputs, output, settings = self._as_written(self.local_rule(index))
        local = np.asarray(rules[index](output, *inputs, **settings))
        return [np.broadcast_to(local, output.shape)]

    def share_as_written(self, index: int, upstream: Array) -> list[Array]:
        """Return what a reader computes for the gradient that goes back to one input."""
        is_local = self.is_elementwise
        rule = self.local_rule(index) if is_local else self.operation.downstream_latex[index]
        inputs, output, settings = self._as_written(rule)
        up = as_written(upstream, self._ink.digits)
        found = [np.asarray(self.operation.vjps[index](up, output, *inputs, **settings))]
        local = self.local_value(index)
        if local is not None:
            # Local × upstream is written too, with the local gradient as a number.
            found.append(np.asarray(as_written(local, self._ink.digits) * up))
        return found

    def share_scale(self, index: int, upstream: Array) -> Array | None:
        """Return the size of what the gradient of an input is the sum of, where it is one."""
        is_sum = self.operation.role is Role.LINEAR or self.notation.is_repeated(index)
        if self.inputs is None or self.output is None or not is_sum:
            return None
        up = np.abs(upstream)
        if self.is_elementwise:
            local = self.local_value(index)
            assert local is not None
            return unbroadcast(np.abs(local) * up, self.inputs[index].shape)
        if self.operation.role is not Role.LINEAR:
            return None
        sizes = [np.abs(value) for value in self.inputs]
        pull = self.operation.vjps[index]
        return np.asarray(pull(up, np.abs(self.output), *sizes, **self.settings))

    def push_as_written(self, index: int, moved: Array) -> Array:
        """Return what a reader computes for the tangent that comes from one input."""
        inputs, output, settings = self._as_written()
        return np.asarray(self.operation.jvps[index](moved, output, *inputs, **settings))

    def scale(self) -> Array | None:
        """Return the size of what this gate adds up, where it does nothing else."""
        adds = self.operation.adds
        if self.inputs is None or adds is None:
            return None
        sizes = [np.abs(value) for value in self.inputs]
        with np.errstate(all="ignore"):
            return np.asarray(adds(*sizes, **self.settings))

    def _as_written(self, rule: str = "$y") -> tuple[list[Array], Array, dict[str, float]]:
        """Return inputs, output and settings as a reader of a template has them.

        An output that the template does not name is computed from the inputs as they are written.
        """
        assert self.inputs is not None
        assert self.output is not None
        digits = self._ink.digits
        inputs = [as_written(value, digits) for value in self.inputs]
        settings = {
            name: float(as_written(np.asarray(number), digits))
            for name, number in self.settings.items()
        }
        output = as_written(self.output, digits)
        if "y" not in blanks(rule):
            with np.errstate(all="ignore"):
                output = np.asarray(self.operation.forward(*inputs, **settings))
        return inputs, output, settings

    def value_filler(self, array: Array, port: int = OUTPUT) -> Filler:
        """Return a value in its ink."""
        return self._filler(array, self._ink.value, is_row=port in self.notation.lying)

    def plain_filler(self, array: Array) -> Filler:
        """Return a number that is neither a value nor a gradient."""
        return self._filler(array, "", is_row=False)

    def is_written_exactly(self, array: Array) -> bool:
        """Return whether nothing of a number is rounded."""
        return is_exact(array, self._ink.digits)

    def gradient_filler(self, array: Array, port: int = OUTPUT) -> Filler:
        """Return a gradient in its ink."""
        return self._filler(array, self._ink.gradient, is_row=port in self.notation.lying)

    def _filler(self, array: Array, color: str, *, is_row: bool) -> Filler:
        latex = array_latex(array, self._ink.digits, as_row=is_row)
        elements: tuple[Filler, ...] = ()
        if array.ndim and is_written_out(array):
            elements = tuple(
                self._filler(np.asarray(number), color, is_row=False) for number in array.flat
            )
        is_bracketed = array.ndim == 0 and needs_brackets(latex)
        columns = array.shape[-1] if array.ndim == 2 else 0
        return Filler(colored(latex, color), is_bracketed, elements, columns)

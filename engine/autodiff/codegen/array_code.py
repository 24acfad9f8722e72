"""Array code: an array tape written out as NumPy calls that write into arrays made beforehand.

A call costs far less when it need not allocate, when every operand is an array already, and when
a sum is a product with ones: 0.1 µs to 0.3 µs against 1 µs and more. So all arrays, also the views
and the constants, are made here, once, and the code only names them. A buffer is used again as
soon as nothing reads it any more, so that the few buffers stay in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from engine.arrays import Shape
from engine.autodiff.codegen.aligned import aligned_zeros
from engine.autodiff.codegen.array_tape import VIEWS, ArrayEntry, ArrayTape, ArrayValue
from engine.autodiff.codegen.call_lines import AnyArray, CallLines
from engine.autodiff.codegen.stacking import Stacking, find_stacking, stacked
from engine.operations.number_functions import UFUNCS


@dataclass(frozen=True, eq=False)
class ArrayCode:
    """Lines of NumPy calls and what their names mean.

    Attributes:
        lines: The calls.
        names: The functions and arrays that they use.
        inputs: The array that each input is read from, by the input's name.
        outputs: Where each result is after the calls.
    """

    lines: tuple[str, ...]
    names: Mapping[str, Any]
    inputs: Mapping[str, AnyArray]
    outputs: tuple[AnyArray, ...]


def write_arrays(
    tape: ArrayTape,
    results: Sequence[ArrayValue],
    inputs: Mapping[str, AnyArray] | None = None,
    *,
    outputs: Mapping[int, AnyArray] | None = None,
    prefix: str = "a",
    dtype: DTypeLike = np.float64,
    in_columns: bool = False,
) -> ArrayCode:
    """Write the calls that compute some results.

    Args:
        tape: The recorded computation.
        results: What is wanted of it.
        inputs: For some inputs by name the array that the code reads; the others are made.
        outputs: For some results, by their number, the array that is to receive them. It may be
            an input's array, which is then overwritten once nothing reads it any more; it must
            not overlap one otherwise.
        prefix: How the names of arrays begin, so that codes can be joined.
        dtype: The floating-point type of buffers and constants.
        in_columns: Whether matrices are stored column after column. For many samples of few
            features, in rows, this makes long runs of neighbours, and leaves room for the ones by
            which a layer's biases come out of the same product as its weights.
    """
    writer = _Writer(tape, results, dict(inputs or {}), dict(outputs or {}), prefix)
    return writer.write(np.dtype(dtype), in_columns=in_columns)


class _Writer:
    """Writes one computation; a place's home is the array that holds its value."""

    def __init__(
        self,
        tape: ArrayTape,
        results: Sequence[ArrayValue],
        inputs: dict[str, AnyArray],
        outputs: dict[int, AnyArray],
        prefix: str,
    ) -> None:
        self._tape, self._results = tape, results
        self._inputs, self._outputs = inputs, outputs
        self._calls = CallLines(prefix)
        self._places = tape.needed(results)
        self._roots: dict[int, int] = {}
        self._last_use = self._last_uses()
        # The results that are computed where they are wanted.
        self._settled: set[int] = set()
        self._given = self._given_homes()
        self._stacking = Stacking()
        self._homes: dict[int, AnyArray] = {}
        # For what gets a row of ones its home together with that row.
        self._with_ones: dict[int, AnyArray] = {}
        self._free: dict[tuple[Shape, bool], list[AnyArray]] = {}
        self._owned: set[int] = set()
        self._done: set[int] = set()

    def write(self, dtype: np.dtype[Any], *, in_columns: bool) -> ArrayCode:
        self._dtype, self._in_columns = dtype, in_columns
        self._stacking = find_stacking(
            self._tape, self._places, self._inputs, self._given, only_inputs=not in_columns
        )
        dying: dict[int, list[int]] = {}
        for root, last in self._last_use.items():
            dying.setdefault(last, []).append(root)
        for place in self._places:
            ending = [root for root in dying.get(place, []) if root in self._owned]
            # An elementwise call may write over what it reads; any other may not.
            early = {root: self._overwritable(place, root) for root in ending}
            for operand in early.values():
                self._release(operand)
            self._make(place)
            for root, operand in early.items():
                self._release(root if operand is None else None)
        self._copy_out()
        homes = [self._homes[value.place] for value in self._results]
        found = tuple(self._outputs.get(number, home) for number, home in enumerate(homes))
        return ArrayCode(tuple(self._calls.lines), self._calls.names, self._inputs, found)

    def _last_uses(self) -> dict[int, int]:
        """Return for each buffer the last entry that reads it, through views too."""
        last: dict[int, int] = {}
        for place in self._places:
            entry = self._tape.entries[place]
            is_view = entry.function in VIEWS
            self._roots[place] = self._roots[entry.operands[0]] if is_view else place
            for operand in entry.operands:
                last[self._roots[operand]] = place
        for value in self._results:
            last[self._roots[value.place]] = len(self._tape.entries)
        return last

    def _given_homes(self) -> dict[int, AnyArray]:
        """Return the results that can be computed where they are wanted, without a copy."""
        readers = {
            id(self._inputs[entry.detail]): self._last_use.get(place, -1)
            for place, entry in enumerate(self._tape.entries)
            if entry.function == "input" and entry.detail in self._inputs
        }
        found: dict[int, AnyArray] = {}
        for number, home in self._outputs.items():
            value = self._results[number]
            if value.entry.function == "reshape":
                value = ArrayValue(self._tape, value.entry.operands[0])
            entry, place = value.entry, value.place
            is_computed = entry.operands and entry.function not in VIEWS
            last_read = readers.get(id(home), -1)
            is_safe = last_read < place or (last_read == place and entry.function in UFUNCS)
            if is_computed and is_safe and home.flags.c_contiguous and place not in found:
                found[place] = home if home.shape == entry.shape else home.reshape(entry.shape)
                self._settled.add(number)
        return found

    def _overwritable(self, place: int, root: int) -> int | None:
        """Return as what operand a call may write over a buffer that it is the last to read."""
        entry = self._tape.entries[place]
        if entry.function not in UFUNCS or place in self._stacking.sums:
            return None
        read = {operand for operand in entry.operands if self._roots[operand] == root}
        operand = read.pop()
        functions = {self._tape.entries[operand].function, self._tape.entries[root].function}
        is_whole = operand == root or functions.isdisjoint(VIEWS - {"reshape"})
        return operand if not read and is_whole else None

    def _release(self, place: int | None) -> None:
        if place is not None:
            entry = self._tape.entries[place]
            self._free.setdefault((entry.shape, entry.is_truth), []).append(self._homes[place])

    def _make(self, place: int) -> None:
        """Find an entry's home, and write how its value gets there."""
        entry = self._tape.entries[place]
        if place in self._stacking.products:
            return
        if entry.function == "input":
            self._homes[place] = self._input(place, entry)
        elif entry.function == "constant":
            constant = self._tape.constant_of(ArrayValue(self._tape, place))
            self._homes[place] = np.array(constant, self._dtype, order=self._order)
        elif entry.function in VIEWS:
            self._homes[place] = self._view(entry, self._homes[entry.operands[0]])
        else:
            self._homes[place] = home = self._home(place, entry)
            self._write(place, entry, home)

    def _input(self, place: int, entry: ArrayEntry) -> AnyArray:
        given = self._inputs.get(entry.detail)
        if given is None:
            given = self._inputs[entry.detail] = self._new(place, entry)
        return given

    def _home(self, place: int, entry: ArrayEntry) -> AnyArray:
        given = self._given.get(place)
        if given is not None:
            return given
        self._owned.add(place)
        free = self._free.get((entry.shape, entry.is_truth))
        if free and place not in self._stacking.signals:
            return free.pop()
        return self._new(place, entry)

    @property
    def _order(self) -> Any:
        return "F" if self._in_columns else "C"

    def _new(self, place: int, entry: ArrayEntry) -> AnyArray:
        if place in self._stacking.signals:
            samples, features = entry.shape
            self._with_ones[place] = aligned_zeros((features + 1, samples), self._dtype)
            self._with_ones[place][...] = 1.0
            return self._with_ones[place][:-1].T
        kind = bool if entry.is_truth else self._dtype
        return aligned_zeros(entry.shape, kind, self._order)

    def _view(self, entry: ArrayEntry, operand: AnyArray) -> AnyArray:
        if entry.function == "transpose":
            return operand.T
        if entry.function == "turn":
            return operand.transpose(entry.detail)
        if entry.function == "broadcast":
            return np.broadcast_to(operand, entry.shape)
        if operand.flags.c_contiguous:
            return operand.reshape(entry.shape)
        home = np.zeros(entry.shape, operand.dtype)
        self._calls.copy(home.reshape(operand.shape), operand)
        return home

    def _write(self, place: int, entry: ArrayEntry, home: AnyArray) -> None:
        operands = [self._homes.get(operand, home) for operand in entry.operands]
        if place in self._stacking.sums:
            self._write_layer(place, home)
        elif place in self._stacking.gradients:
            self._write_layer_gradients(place)
        elif entry.function in UFUNCS:
            if entry.function in {"maximum", "minimum"}:
                operands = [self._repeated(place, home) for place in entry.operands]
            self._calls.ufunc(entry.function, operands, home)
        elif entry.function == "where":
            self._write_choice(entry, home)
        elif entry.function == "matmul":
            self._calls.product(operands[0], operands[1], home)
        elif entry.function == "einsum":
            self._calls.sum_of_products(entry.detail, operands[0], operands[1], home)
        elif entry.function == "sum":
            self._calls.total(operands[0], home, entry.detail[0])
        elif entry.function == "largest":
            self._calls.reduce("maximum_reduce", operands[0], home, entry.detail[0])
        else:
            self._calls.call(entry.detail, operands, home)

    def _repeated(self, place: int, home: AnyArray) -> AnyArray:
        """Return an operand, a constant number as a whole array: these two are quicker with it."""
        number = self._tape.number_of(place)
        if number is None:
            return self._homes[place]
        whole = aligned_zeros(home.shape, home.dtype, self._order)
        whole[...] = number
        return whole

    def _write_choice(self, entry: ArrayEntry, home: AnyArray) -> None:
        test, a, b = (self._homes[operand] for operand in entry.operands)
        if [self._tape.number_of(operand) for operand in entry.operands[1:]] == [1.0, 0.0]:
            self._calls.copy(home, test)
            return
        self._calls.copy(home, b)
        self._calls.choose(home, test, a)

    def _write_layer(self, place: int, home: AnyArray) -> None:
        """Write x·W + b as one product."""
        signal, weights = self._stacking.sums[place]
        bias = next(
            operand
            for operand in self._tape.entries[place].operands
            if operand not in self._stacking.products
        )
        matrix = stacked(self._homes[weights], self._homes[bias])
        self._calls.product(self._with_ones[signal].T, matrix, home)

    def _write_layer_gradients(self, place: int) -> None:
        """Write the gradients of W and b as one product, when the first of them is due."""
        signal, upstream, weights, bias = self._stacking.gradients[place]
        if weights not in self._done:
            self._done.add(weights)
            matrix = stacked(self._given[weights], self._given[bias])
            self._calls.product(self._with_ones[signal], self._homes[upstream], matrix)

    def _copy_out(self) -> None:
        """Copy the results that could not be computed where they are wanted."""
        copies = []
        for number, target in self._outputs.items():
            place = self._results[number].place
            source = self._homes[place]
            if number in self._settled or source is target:
                continue
            if self._tape.entries[place].function == "input":
                # Another copy may overwrite the input before it is read.
                kept = np.zeros_like(source)
                self._calls.copy(kept, source)
                source = kept
            copies.append((target, source))
        for target, source in copies:
            self._calls.copy(target, source)

"""Jacobians that are not built: their structure, their entries when asked for, and rarely all.

The Jacobian of a 4096-wide ReLU has 16 million entries, of which 4096 can differ from 0. That is
known from the record, which says that the operation works on each element by itself, so nobody
builds the matrix; backpropagation only ever multiplies with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, Shape
from engine.autodiff.passes.plan import Instruction, Plan
from engine.errors import EvaluationError
from engine.graph.model import InputPort, NodeId
from engine.operations.operation import Role

# A picture of 1000 × 1000 squares is the most that anyone can look at; 8 MB.
MOST_ENTRIES = 1_000_000

# Entries are looked at for the present numbers and for others, a row or a column in each pass; all
# of them together take a frame or two.
_LOOKS = 8
_MOST_PASSES = 250
_MOST_LOOKED_AT = 2_000_000

Multiply = Callable[[Array], Array]
Columns = NDArray[np.intp]


class Structure(Enum):
    """What a Jacobian looks like; the value is its title."""

    ZERO = "zero"
    IDENTITY = "identity"
    SCALED_IDENTITY = "scaled identity"
    DIAGONAL = "diagonal"
    ONE_HOT_ROWS = "one-hot rows"
    ONE_ENTRY_ROWS = "one entry in each row"
    SPARSE = "sparse"
    DENSE = "dense"
    MIXING = "mixing"


@dataclass(frozen=True)
class Jacobian:
    """How each element of a node changes with each element of one that it depends on.

    Rows are the elements of the output and columns those of the input, both in reading order.

    Attributes:
        structure: What it looks like. Rows are one-hot where each passes one input element on, or
            none: a router without a tie, a transposition. A row has one entry of any value where
            the input is broadcast. Where outputs mix inputs, it is sparse if some entries are 0
            whatever the numbers are, dense if none is, and mixing if nobody has looked.
        output_shape: Shape of the output.
        input_shape: Shape of the input.
        entries: Each row's one entry that may differ from 0, unless the outputs mix inputs.
        columns: The column of each of those entries.
        possible: How many entries can differ from 0, if somebody has looked where outputs mix.
    """

    structure: Structure
    output_shape: Shape
    input_shape: Shape
    entries: Array | None
    columns: Columns | None
    _push: Multiply
    _pull: Multiply
    possible: int | None = None

    @property
    def rows_and_columns(self) -> tuple[int, int]:
        """How large the matrix would be."""
        return _size(self.output_shape), _size(self.input_shape)

    @property
    def bytes_if_built(self) -> int:
        """How much memory the matrix would take."""
        rows, columns = self.rows_and_columns
        return rows * columns * np.dtype(np.float64).itemsize

    def entry(self, row: int, column: int) -> float:
        """Return one entry; in a dense Jacobian that takes one pass.

        Raises:
            EvaluationError: There is no such entry.
        """
        rows, columns = self.rows_and_columns
        if not (0 <= row < rows and 0 <= column < columns):
            raise EvaluationError(
                "no_such_entry",
                f"This Jacobian is {rows}×{columns}; it has no entry in row {row} and column "
                f"{column}, both counted from 0.",
                rows=rows,
                columns=columns,
                row=row,
                column=column,
            )
        if self.entries is not None and self.columns is not None:
            return float(self.entries[row]) if self.columns[row] == column else 0.0
        return float(self._push(_one_at(self.input_shape, column)).reshape(-1)[row])

    def dense(self, most: int = MOST_ENTRIES) -> Array:
        """Build the matrix: by columns or by rows, whichever are fewer.

        Raises:
            EvaluationError: It has more than ``most`` entries.
        """
        rows, columns = self.rows_and_columns
        if rows * columns > most:
            raise EvaluationError(
                "jacobian_too_large",
                f"This Jacobian has {rows}×{columns} entries, more than {most}, and is "
                f"{self.structure.value}: nobody builds it.",
                rows=rows,
                columns=columns,
                most=most,
            )
        matrix = np.zeros((rows, columns))
        if self.structure is Structure.ZERO:
            return matrix
        if self.entries is not None and self.columns is not None:
            matrix[np.arange(rows), self.columns] = self.entries
        elif columns <= rows:
            for column in range(columns):
                matrix[:, column] = self._push(_one_at(self.input_shape, column)).reshape(-1)
        else:
            for row in range(rows):
                matrix[row] = self._pull(_one_at(self.output_shape, row)).reshape(-1)
        return matrix


def gate_jacobian(plan: Plan, values: Mapping[NodeId, Array], port: InputPort) -> Jacobian:
    """Return the Jacobian of one gate with respect to one of its inputs, the others held still.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        port: The gate's input port.

    Raises:
        EngineError: The gate cannot be computed.
    """
    plan.check_target(port.node)
    item = next((item for item in plan.instructions if item.node == port.node), None)
    if item is None or not 0 <= port.index < len(item.inputs):
        raise EvaluationError(
            "no_such_port", f"Node {port.node} has no input {port.index + 1}.", node=port.node
        )
    inputs = tuple(values[source] for source in item.inputs)
    output, settings = values[item.node], item.settings
    jvp, vjp = item.operation.jvps[port.index], item.operation.vjps[port.index]

    def push(tangent: Array) -> Array:
        with np.errstate(all="ignore"):
            return np.asarray(jvp(tangent, output, *inputs, **settings))

    def pull(upstream: Array) -> Array:
        with np.errstate(all="ignore"):
            return np.asarray(vjp(upstream, output, *inputs, **settings))

    shapes = output.shape, inputs[port.index].shape
    if item.operation.derivatives is None:
        found = _probed(*shapes, push, pull)
        return _looked_at(found, item, port.index, inputs)
    with np.errstate(all="ignore"):
        scale = item.operation.derivatives[port.index](output, *inputs, **settings)
    found = _elementwise(*shapes, scale if type(scale) is float else None, push, pull)
    entries = np.zeros(0) if found.entries is None else found.entries
    if item.operation.role is Role.ROUTER and np.isin(entries, (0.0, 1.0)).all():
        return replace(found, structure=Structure.ONE_HOT_ROWS)
    return found


def _elementwise(
    output: Shape, input_shape: Shape, scale: float | None, push: Multiply, pull: Multiply
) -> Jacobian:
    """Return a Jacobian with one entry in each row, which are what it makes of ones."""
    places = np.arange(_size(input_shape)).reshape(input_shape)
    if scale == 0:
        columns = np.zeros(_size(output), np.intp)
        return _sparse(Structure.ZERO, output, input_shape, columns, push, pull)
    columns = np.broadcast_to(places, output).reshape(-1)
    if output != input_shape:
        structure = Structure.ONE_ENTRY_ROWS
    elif scale is None:
        structure = Structure.DIAGONAL
    else:
        structure = Structure.IDENTITY if scale == 1 else Structure.SCALED_IDENTITY
    return _sparse(structure, output, input_shape, columns, push, pull)


def _sparse(
    structure: Structure,
    output: Shape,
    input_shape: Shape,
    columns: Columns,
    push: Multiply,
    pull: Multiply,
) -> Jacobian:
    entries = push(np.ones(input_shape)).reshape(-1)
    return Jacobian(structure, output, input_shape, entries, columns, push, pull)


def _probed(output: Shape, input_shape: Shape, push: Multiply, pull: Multiply) -> Jacobian:
    """Return a Jacobian of elements that may mix, after one look at what it does to a vector.

    If every number that comes out is one of those that went in, all of them different and drawn at
    random, then the gate only passes elements on, and each row is one-hot or 0.
    """
    size = _size(input_shape)
    probe = np.random.default_rng(0).uniform(1, 2, size)
    order = np.argsort(probe)
    found = push(probe.reshape(input_shape)).reshape(-1)
    places = np.minimum(np.searchsorted(probe, found, sorter=order), max(size - 1, 0))
    columns = order[places] if size else np.zeros(0, np.intp)
    if not np.all((found == 0) | (found == probe[columns])):
        return Jacobian(Structure.MIXING, output, input_shape, None, None, push, pull)
    if not found.any():
        structure = Structure.ZERO
    elif found.size == size and np.array_equal(columns, np.arange(size)) and found.all():
        structure = Structure.IDENTITY
    else:
        structure = Structure.ONE_HOT_ROWS
    return _sparse(structure, output, input_shape, columns, push, pull)


def _looked_at(
    found: Jacobian, item: Instruction, index: int, inputs: tuple[Array, ...]
) -> Jacobian:
    """Tell a sparse Jacobian from a dense one, where that is soon done.

    An entry is 0 whatever the numbers are if it is 0 at these and at some drawn at random.
    """
    rows, columns = found.rows_and_columns
    is_long = min(rows, columns) > _MOST_PASSES or _LOOKS * rows * columns > _MOST_LOOKED_AT
    if found.structure is not Structure.MIXING or is_long:
        return found
    random = np.random.default_rng(0)
    drawn = [tuple(random.normal(size=value.shape) for value in inputs) for _ in range(_LOOKS // 2)]
    # Where an operation has no value for negative numbers, the sizes of these do.
    drawn += [tuple(np.abs(value) for value in values) for values in drawn]
    possible = np.zeros((rows, columns), bool)
    for values in (inputs, *drawn):
        possible |= _nonzero(found, item, index, values)
    count = int(possible.sum())
    structure = Structure.DENSE if count == possible.size else Structure.SPARSE
    return replace(found, structure=structure, possible=count)


def _nonzero(
    found: Jacobian, item: Instruction, index: int, inputs: tuple[Array, ...]
) -> NDArray[np.bool_]:
    """Return which entries of a gate's Jacobian are not 0 for some inputs."""
    operation, settings = item.operation, item.settings
    rows, columns = found.rows_and_columns
    pattern = np.zeros((rows, columns), bool)
    with np.errstate(all="ignore"):
        output = np.asarray(operation.forward(*inputs, **settings))
        for row in range(rows if rows <= columns else 0):
            pulled = operation.vjps[index](_one_at(output.shape, row), output, *inputs, **settings)
            pattern[row] = np.broadcast_to(pulled, found.input_shape).reshape(-1) != 0
        for column in range(0 if rows <= columns else columns):
            unit = _one_at(found.input_shape, column)
            pushed = operation.jvps[index](unit, output, *inputs, **settings)
            pattern[:, column] = np.broadcast_to(pushed, output.shape).reshape(-1) != 0
    return pattern


def _one_at(shape: Shape, place: int) -> Array:
    unit = np.zeros(_size(shape))
    unit[place] = 1.0
    return unit.reshape(shape)


def _size(shape: Shape) -> int:
    return int(np.prod(shape, dtype=int))

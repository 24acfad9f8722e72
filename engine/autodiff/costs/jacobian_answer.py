"""What is to be said of one Jacobian: its picture, its size, and the product beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.costs.costs import gate_costs
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.jacobian import Jacobian, Structure, gate_jacobian
from engine.graph.model import InputPort, NodeId

# A dense Jacobian is built one pass at a time; beyond this it would take longer than a frame.
_MOST_DENSE_ENTRIES = 40_000
_MOST_DENSE_OPERATIONS = 2_000_000
# Along a side of the picture of a sparse one.
_MOST_SQUARES = 128


@dataclass(frozen=True)
class JacobianAnswer:
    """One Jacobian.

    Attributes:
        jacobian: The Jacobian, which is not built.
        squares: Its picture, or None for a dense one that is too large to be drawn at once.
        pull_back: How many operations the gradient takes without the matrix.
        if_built: How many the product with the built matrix would take.
    """

    jacobian: Jacobian
    squares: Array | None
    pull_back: int
    if_built: int


def gates_of(evaluation: Evaluation) -> list[NodeId]:
    """Return the gates whose Jacobians can be asked for, in the order of the forward pass."""
    known = evaluation.values
    return [
        item.node
        for item in evaluation.plan.instructions
        if item.node in known and all(end in known for end in item.inputs)
    ]


def jacobian_answer(evaluation: Evaluation, port: InputPort) -> JacobianAnswer:
    """Find the Jacobian of a gate with respect to one of its inputs.

    Raises:
        EngineError: The gate cannot be computed.
    """
    jacobian = gate_jacobian(evaluation.plan, evaluation.values, port)
    cost = gate_costs(evaluation.plan)[port.node].pull_backs[port.index].total
    rows, columns = jacobian.rows_and_columns
    # A row of the output's gradient times a matrix: one product and one sum for each entry.
    if_built = max(0, columns * (2 * rows - 1))
    return JacobianAnswer(jacobian, _squares(jacobian, cost), cost, if_built)


def _squares(jacobian: Jacobian, cost: int) -> Array | None:
    rows, columns = jacobian.rows_and_columns
    if jacobian.structure is Structure.ZERO:
        return np.zeros((min(rows, _MOST_SQUARES), min(columns, _MOST_SQUARES)))
    if jacobian.entries is not None and jacobian.columns is not None:
        return _pattern(rows, columns, jacobian.entries, jacobian.columns)
    passes = min(rows, columns)
    if rows * columns > _MOST_DENSE_ENTRIES or passes * cost > _MOST_DENSE_OPERATIONS:
        return None
    return jacobian.dense()


def _pattern(rows: int, columns: int, entries: Array, places: NDArray[np.intp]) -> Array:
    """Return the squares of a matrix with one entry in each row, without building it.

    Args:
        rows: Rows of the matrix.
        columns: Its columns.
        entries: Each row's entry.
        places: The column of each.
    """
    high, wide = min(rows, _MOST_SQUARES), min(columns, _MOST_SQUARES)
    squares = np.zeros((high, wide))
    order = np.argsort(np.abs(entries), kind="stable")
    # Of the entries that share a square the strongest is written last.
    down = np.arange(rows)[order] * high // max(rows, 1)
    across = places[order] * wide // max(columns, 1)
    squares[down, across] = entries[order]
    return squares

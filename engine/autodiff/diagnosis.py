"""Where a number that is not finite was born, and why."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.autodiff.plan import Instruction, Plan
from engine.errors import EngineError, EvaluationError
from engine.graph.model import NodeId


def find_non_finite(
    plan: Plan, values: Mapping[NodeId, Array]
) -> tuple[NodeId, EngineError] | None:
    """Return the first gate whose output is not finite though its inputs are, and the cause."""
    for item in plan.instructions:
        inputs = tuple(values[node] for node in item.inputs)
        born_here = all(np.isfinite(value).all() for value in inputs)
        if born_here and not np.isfinite(values[item.node]).all():
            return item.node, _cause(item, inputs)
    return None


def _cause(item: Instruction, inputs: tuple[Array, ...]) -> EngineError:
    name = item.operation.name
    last = inputs[-1]
    if name in {"divide", "reciprocal"} and np.any(last == 0):
        return EvaluationError("division_by_zero", "A division by 0 has no result.")
    if name == "log" and np.any(last <= 0):
        return EvaluationError(
            "log_of_non_positive",
            f"The logarithm of {np.min(last):g} does not exist; its input must be above 0.",
            value=float(np.min(last)),
        )
    if name == "sqrt":
        return EvaluationError(
            "root_of_negative",
            f"The square root of {np.min(last):g} is not a real number.",
            value=float(np.min(last)),
        )
    if name == "power":
        return EvaluationError(
            "power_undefined",
            "This power is not a real number, or too large: a negative base needs a whole "
            "exponent, and a base of 0 a positive one.",
        )
    return EvaluationError(
        "overflow",
        f"The result of {item.operation.title} is larger than a computer's numbers (about 1e308).",
        title=item.operation.title,
    )

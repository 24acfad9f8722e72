"""How unfriendly numbers are to somebody who computes in his head: long, huge, tied or zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import Gradients, Values
from engine.formula.values import number_text
from engine.graph.model import InputPort, NodeId
from engine.operations.operation import Role

_MOST_DECIMALS = 2
_LARGEST, _SMALLEST = 300.0, 0.02
_NOT_FINITE = np.inf
# Worse than any length of numbers, but no reason to give up: zeros that tell nothing, and ties.
DEGENERATE = 1000.0
_OUT_OF_SIGHT, _ENDLESS, _ONE, _SAME_SIZE = 20.0, 5.0, 2.0, 3.0


def unfriendliness(
    plan: Plan, values: Values, gradients: Gradients, chosen: Mapping[NodeId, Array]
) -> float:
    """Return a cost; infinite where a number is not finite.

    Args:
        plan: The graph.
        values: The value of each node.
        gradients: What the backward pass found.
        chosen: The values of the inputs, which should differ from each other and from 1.
    """
    numbers = [values[item.node] for item in plan.instructions]
    numbers += gradients.wires.values()
    if not all(np.isfinite(number).all() for number in numbers):
        return _NOT_FINITE
    cost = sum(_length(float(element)) for number in numbers for element in number.flat)
    return cost + DEGENERATE * _degenerate(plan, values, gradients) + _alike(chosen.values())


def _length(number: float) -> float:
    """Return how long a number is to write, in digits that count."""
    if number == 0.0:
        return _ONE
    if abs(number) == 1.0:
        return _ONE / 2
    if not _SMALLEST <= abs(number) <= _LARGEST:
        return _OUT_OF_SIGHT
    whole, _, decimals = number_text(round(abs(number), 9)).partition(".")
    if len(decimals) > _MOST_DECIMALS:
        return _ENDLESS
    return len(decimals) + max(0, len(whole) - 2)


def _degenerate(plan: Plan, values: Values, gradients: Gradients) -> int:
    """Count zeros that tell nothing, and ties."""
    count = 0
    for item in plan.instructions:
        count += not np.any(values[item.node])
        inputs = [values[source] for source in item.inputs]
        is_router = item.operation.role is Role.ROUTER
        if is_router and len(inputs) == 2:
            count += bool(np.any(inputs[0] == inputs[1]))
        upstream = gradients.nodes.get(item.node)
        if upstream is None or not np.any(upstream):
            continue
        back = [gradients.wires.get(InputPort(item.node, index)) for index in range(len(inputs))]
        lost = sum(number is not None and not np.any(number) for number in back)
        # A router loses one of its two inputs, which is what it is there to show.
        count += lost - (1 if is_router and lost and len(inputs) == 2 else 0)
    return count


def _alike(chosen: Iterable[Array]) -> float:
    sizes = [abs(float(value)) for value in chosen if value.ndim == 0]
    pairs = len(sizes) - len(set(sizes))
    return _SAME_SIZE * pairs + 2 * _ONE * sum(size == 1.0 for size in sizes)

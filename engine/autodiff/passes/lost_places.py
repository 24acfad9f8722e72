"""Where an elementwise graph loses a number, in either direction: too large or too small."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.passes.influence import applied, ignores_some, influence
from engine.autodiff.passes.plan import Instruction, Plan
from engine.autodiff.passes.reverse import forward_pass, local_gradients
from engine.graph.backward_walk import run_back
from engine.graph.model import NodeId
from engine.operations.elementwise import never

_LEAST = float(np.finfo(np.float64).tiny)


def lost_places(plan: Plan, replaced: Mapping[NodeId, Array], x: Array) -> NDArray[np.bool_]:
    """Return where some gate makes ∞, or next to nothing, of finite numbers by their size alone.

    Args:
        plan: A graph of elementwise gates.
        replaced: The values of its changing sources, one for each place.
        x: The places.
    """
    values = forward_pass(plan, replaced)
    lost = np.zeros(np.shape(x), dtype=bool)
    for item in plan.instructions:
        inputs = [values[node] for node in item.inputs]
        output = values[item.node]
        pole, zero = item.operation.pole, item.operation.zero
        with np.errstate(all="ignore"):
            usual = np.all([np.isfinite(value) for value in np.broadcast_arrays(*inputs)], axis=0)
            large = np.isinf(output) & usual
            if pole is not None:
                large &= ~np.asarray(pole(*inputs, **item.settings), bool)
            small = np.asarray(False)
            if zero is not None:
                # What is never 0 is divided by: below the normal numbers its digits are gone, and
                # the quotient may be infinite where mathematics has a number.
                least = _LEAST if zero is never else 0.0
                is_zero = np.asarray(zero(*inputs, **item.settings), bool)
                small = (np.abs(output) <= least) & usual & ~is_zero
        lost |= np.broadcast_to(large | small, np.shape(x))
    return lost


def lost_slopes(
    plan: Plan, replaced: Mapping[NodeId, Array], target: NodeId, x: Array
) -> NDArray[np.bool_]:
    """Return where a number on the way back may be lost by its size, so that a slope may be wrong.

    So is that of 1/u where u² is too large: it counts as 0, whatever it is multiplied by. What is
    truly 0 or ∞ cannot be told from what became so; what is ignored is not asked.

    Args:
        plan: A graph of elementwise gates.
        replaced: The values of its changing sources, one for each place.
        target: The node whose slope is asked.
        x: The places.
    """
    values = forward_pass(plan, replaced)
    lost = np.zeros(np.shape(x), dtype=bool)
    upstreams: dict[NodeId, Array] = {target: np.ones(np.shape(values[target]))}
    masks = influence(plan, values, upstreams) if ignores_some(plan) else {}

    def pull_back(item: Instruction, upstream: Array) -> list[Array | None]:
        nonlocal lost
        gate = applied(item, values)
        found: list[Array | None] = []
        for index, local in enumerate(local_gradients(item, values)):
            if local is None:
                found.append(None)
                continue
            mask = masks.get(item.node)
            product = upstream * local
            heard: NDArray[np.bool_] | bool = True
            if mask is not None:
                heard = gate.listening(index, mask)
                product = np.where(heard, product, 0.0)
            # A slope may be infinite only because what it was divided by had become too small.
            large = ~np.isfinite(product) & np.isfinite(upstream) & np.isfinite(gate.output)
            small = (np.abs(product) < _LEAST) | (np.abs(local) < _LEAST)
            lost = lost | np.broadcast_to(heard & (large | small), np.shape(x))
            found.append(product)
        return found

    with np.errstate(all="ignore"):
        run_back(plan.instructions, upstreams, pull_back)
    return lost

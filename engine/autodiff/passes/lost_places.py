"""Where an elementwise graph loses a number: one too large or too small for a computer."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import forward_pass
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

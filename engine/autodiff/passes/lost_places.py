"""Where an elementwise graph loses a number: one too large or too small for a computer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import forward_pass
from engine.graph.model import NodeId

# Where the result is infinite by the operation itself: at a pole.
_POLES: Mapping[str, Callable[..., Array]] = {
    "divide": lambda a, b: b == 0,
    "reciprocal": lambda x: x == 0,
    "log": lambda x: x == 0,
    "power": lambda a, b: a == 0,
}
# Those that are 0 nowhere, or only where an input is: another 0 is one too small.
_POSITIVE = frozenset({"exp", "sigmoid", "reciprocal"})
_OF_ZEROS = frozenset({"multiply", "divide", "square", "power"})


def lost_places(plan: Plan, replaced: Mapping[NodeId, Array], x: Array) -> NDArray[np.bool_]:
    """Return where some gate makes ∞ or 0 of finite numbers by their size alone.

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
        name = item.operation.name
        with np.errstate(all="ignore"):
            usual = np.all([np.isfinite(value) for value in np.broadcast_arrays(*inputs)], axis=0)
            pole = _POLES[name](*inputs) if name in _POLES else False
            large = np.isinf(output) & usual & ~np.asarray(pole)
            small = np.asarray(False)
            if name in _POSITIVE:
                small = (output == 0) & usual
            elif name in _OF_ZEROS:
                first = inputs[0] if name in {"divide", "square", "power"} else inputs[0] * 1.0
                zero = (first == 0) if name != "multiply" else (inputs[0] == 0) | (inputs[1] == 0)
                small = (output == 0) & usual & ~zero
        lost |= np.broadcast_to(large | small, np.shape(x))
    return lost

"""Point lanes: a graph that mixes elements, such as a matrix product, at many points at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.array_form import ArrayForm
from engine.autodiff.codegen.lanes import Lanes, NoLanesError
from engine.autodiff.codegen.lowering import Lowered, lower
from engine.autodiff.passes.plan import Plan
from engine.graph.model import NodeId

# So many points at once leave little of what a call costs.
_MOST_LANES = 256
# Larger arrays than this leave the processor's cache, which costs more than further calls.
_MOST_NUMBERS = 1 << 16
# With fewer, the matrix products of one point after the other are quicker.
_FEWEST_LANES = 8


@dataclass(frozen=True, eq=False)
class PointLanes:
    """Computes a number and its slopes along two others, with a lane for each point.

    The arrays are made once for each number of lanes, a power of two, and every run overwrites
    them: whoever comes from another thread waits.

    Attributes:
        lowered: Both passes as a recorded computation of two changing sources.
        most: How many points at most are computed beside each other, a power of two; 1 where the
            arrays are large, or the graph calls a function that takes one point at a time.
    """

    lowered: Lowered
    most: int
    _forms: dict[tuple[int, bool], ArrayForm] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def values(self, points: Array) -> Array:
        """Return the values, shape (n,), at points in columns, shape (2, n)."""
        return self._run(points, with_slopes=False).reshape(-1)

    def slopes(self, points: Array) -> Array:
        """Return the slopes along both sources, shape (2, n)."""
        return self._run(points, with_slopes=True)

    def _run(self, points: Array, *, with_slopes: bool) -> Array:
        count = points.shape[1]
        found = np.empty((len(points) if with_slopes else 1, count))
        lanes = min(self.most, 1 << max(count - 1, 0).bit_length())
        with self._lock, np.errstate(all="ignore"):
            form = self._form(lanes, with_slopes=with_slopes)
            homes = [form.inputs.get(value.entry.detail) for value in self.lowered.inputs]
            for begin in range(0, count, lanes):
                part = points[:, begin : begin + lanes]
                for home, row in zip(homes, part, strict=True):
                    # A source that nothing depends on is no input of the form.
                    if home is not None:
                        home.reshape(-1)[: len(row)] = row
                form.run()
                for row, output in zip(found, form.outputs, strict=True):
                    row[begin : begin + lanes] = output.reshape(-1)[: part.shape[1]]
        return found

    def _form(self, lanes: int, *, with_slopes: bool) -> ArrayForm:
        key = lanes, with_slopes
        if key not in self._forms:
            self._forms[key] = _form(self.lowered, lanes, with_slopes=with_slopes)
        return self._forms[key]


def make_point_lanes(plan: Plan, target: NodeId, sources: Sequence[NodeId]) -> PointLanes:
    """Return a computation of a number over two sources at many points."""
    lowered = lower(plan, target, sources, sources)
    largest = max(math.prod(entry.shape) for entry in lowered.tape.entries)
    fitting = min(_MOST_NUMBERS // max(largest, 1), _MOST_LANES)
    if fitting < _FEWEST_LANES or not _can_have_lanes(lowered):
        return PointLanes(lowered, 1)
    return PointLanes(lowered, 1 << (fitting.bit_length() - 1))


def _can_have_lanes(lowered: Lowered) -> bool:
    try:
        Lanes(lowered.tape, 2, ()).record(lowered.gradients)
    except NoLanesError:
        return False
    return True


def _form(lowered: Lowered, count: int, *, with_slopes: bool) -> ArrayForm:
    wanted = lowered.gradients if with_slopes else (lowered.value,)
    if count == 1:
        return ArrayForm(lowered.tape, wanted)
    lanes = Lanes(lowered.tape, count, ())
    return ArrayForm(lanes.tape, lanes.record(wanted))

"""Kinks and jumps: where a slope is not the same on both sides, and which gate makes it so.

A curve's second difference f(x + h) − 2f(x) + f(x − h) shrinks with h² where it is smooth, with h
at a kink, and not at all at a jump. The first gate on the way whose value does not behave as a
smooth one is the one that bends the curve.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.plan import Instruction, Plan
from engine.autodiff.passes.reverse import Values, forward_portions
from engine.errors import EngineError, EvaluationError
from engine.graph.model import NodeId
from engine.graph.topology import ancestors

# Second differences of steps h and h/10 are as 100 to 1 where a curve is smooth, as 10 to 1 at a
# kink, and equal at a jump: the bounds lie half-way between.
_SMALLER = 10.0
_IS_KINK, _IS_JUMP = 10**-1.5, 10**-0.5
# First differences are as 10 to 1 at a slope, as √10 to 1 where a curve stands upright as √x does
# at 0, and equal at a jump.
_IS_ONE_SIDED_JUMP = 10**-0.25
# Differences below so many units in the last place are rounding.
_ROUNDINGS = 1e3
_EPSILON = float(np.finfo(np.float64).eps)
_STEP = 1e-5


def find_kink(
    plan: Plan, target: NodeId, source: NodeId, place: int
) -> Generator[None, None, EngineError | None]:
    """Look for a gate that bends or breaks the target's curve along one element of a source.

    Args:
        plan: The compiled graph.
        target: The node whose gradient is in question.
        source: The source that is moved.
        place: Which of its elements, counted in reading order.

    Returns:
        The sentence that names the gate, as an error that was not raised; None where the curve is
        smooth there.
    """
    here = yield from forward_portions(plan, {})
    step = _STEP * max(1.0, abs(float(plan.sources[source].reshape(-1)[place])))
    sides: list[Values] = []
    for change in (step, -step, step / _SMALLER, -step / _SMALLER):
        moved = np.array(plan.sources[source])
        # By Python's own numbers, whose overflow is no warning.
        moved.reshape(-1)[place] = moved.reshape(-1)[place].item() + change
        sides.append((yield from forward_portions(plan, {source: moved})))
    on_the_way = ancestors(plan.graph, target) | {target}
    for item in plan.instructions:
        if item.node in on_the_way:
            found = _broken_at(item, here, sides)
            if found is not None:
                return found
    return None


def _broken_at(
    item: Instruction, here: Mapping[NodeId, Array], sides: list[Values]
) -> EngineError | None:
    value, *moved = (values[item.node] for values in (here, *sides))
    with np.errstate(all="ignore"):
        wide, narrow = (np.abs((moved[at] - value) + (moved[at + 1] - value)) for at in (0, 2))
        size = max(np.abs(here[node]).max(initial=0.0) for node in (item.node, *item.inputs))
        is_more = narrow > _ROUNDINGS * _EPSILON * size
        jumps = is_more & (narrow > _IS_JUMP * wide)
        jumps |= _jumps_on_one_side(value, moved, _ROUNDINGS * _EPSILON * size)
        kinks = is_more & (narrow > _IS_KINK * wide)
    if jumps.any():
        return _sentence("jump", item, here, int(np.argmax(jumps)))
    if kinks.any():
        return _sentence("kink", item, here, int(np.argmax(kinks)))
    return None


def _jumps_on_one_side(value: Array, moved: list[Array], rounding: float) -> Array:
    """Tell where a value jumps towards the one side that has finite values, as 0ʸ does at y = 0.

    There the difference of one side alone stays as large when h shrinks; a slope, however steep,
    lets it shrink.
    """
    found = np.zeros(np.shape(value), dtype=bool)
    for side in (0, 1):
        wide, narrow = np.abs(moved[side] - value), np.abs(moved[side + 2] - value)
        is_alone = np.isfinite(wide) & ~np.isfinite(moved[1 - side])
        found |= is_alone & (narrow > rounding) & (narrow > _IS_ONE_SIDED_JUMP * wide)
    return found


def _sentence(kind: str, item: Instruction, here: Mapping[NodeId, Array], at: int) -> EngineError:
    title = item.operation.title
    inputs = [here[node] for node in item.inputs]
    if len(inputs) == 1 and item.operation.derivatives is not None:
        number = f"{float(inputs[0].reshape(-1)[at]):g}"
        if kind == "jump":
            return EvaluationError(
                "check_jump_at",
                f"{title} jumps at {number} here: it has no slope there, and the two-sided "
                "difference grows as h shrinks.",
                title=title,
                number=number,
            )
        return EvaluationError(
            "check_kink_at",
            f"{title} has a kink at {number} here: the two-sided difference averages the slopes of "
            "both sides, and the chain rule takes one of them.",
            title=title,
            number=number,
        )
    if kind == "jump":
        return EvaluationError(
            "check_jump",
            f"{title} jumps at these inputs: it has no slope there, and the two-sided difference "
            "grows as h shrinks.",
            title=title,
        )
    return EvaluationError(
        "check_kink",
        f"{title} has a kink at these inputs: the two-sided difference averages the slopes of "
        "both sides, and the chain rule takes one of them.",
        title=title,
    )

"""Where a number that is not finite was born, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.influence import is_broken
from engine.autodiff.passes.plan import Instruction, Plan
from engine.autodiff.passes.reverse import BackwardStep, Gradients, backward_steps
from engine.errors import EngineError
from engine.graph.model import NodeId
from engine.operations.causes import gradient_too_large, infinite_slope, too_large


def non_finite_values(
    plan: Plan, values: Mapping[NodeId, Array]
) -> Iterator[tuple[NodeId, EngineError]]:
    """Yield each gate whose output is not finite though its inputs are, and the cause."""
    for item in plan.instructions:
        # Nearly every value is finite, and then its inputs need no look.
        if np.isfinite(values[item.node]).all():
            continue
        inputs = tuple(values[node] for node in item.inputs)
        if all(np.isfinite(value).all() for value in inputs):
            yield item.node, _cause(item, inputs)


def non_finite_gradients(
    plan: Plan, values: Mapping[NodeId, Array], target: NodeId, gradients: Gradients
) -> Iterator[tuple[NodeId, EngineError]]:
    """Yield each gate that made inf or nan of a finite gradient, and the cause.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        target: The node whose gradient is asked.
        gradients: What the backward pass returned; where it is finite, nothing is looked for.
    """
    if is_broken(gradients.nodes.values()):
        yield from _non_finite_slopes(plan, values, target)


def _non_finite_slopes(
    plan: Plan, values: Mapping[NodeId, Array], target: NodeId
) -> Iterator[tuple[NodeId, EngineError]]:
    settings = {item.node: item.settings for item in plan.instructions}
    for step in backward_steps(plan, values, target):
        came_back = (item for item in step.downstream if item is not None)
        born_here = np.isfinite(step.upstream).all() and np.isfinite(step.output).all()
        if born_here and is_broken(came_back):
            yield step.node, _slope_cause(step, settings[step.node])


def _slope_cause(step: BackwardStep, settings: Mapping[str, float]) -> EngineError:
    explain = step.operation.explain_slope
    cause = None if explain is None else explain(*step.inputs, **settings)
    if cause is None and _is_only_product(step):
        cause = gradient_too_large(step.operation.title)
    return cause or infinite_slope(step.operation.title)


def _is_only_product(step: BackwardStep) -> bool:
    """Whether the gate's slopes are finite, so that only upstream × local grew too large."""
    return step.operation.derivatives is not None and not is_broken(
        local for local in step.local if local is not None
    )


def _cause(item: Instruction, inputs: tuple[Array, ...]) -> EngineError:
    explain = item.operation.explain
    cause = None if explain is None else explain(*inputs, **item.settings)
    return cause or too_large(item.operation.title)

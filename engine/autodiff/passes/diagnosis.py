"""Where a number that is not finite was born, at which step, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array
from engine.autodiff.passes.influence import is_broken
from engine.autodiff.passes.plan import Instruction, Plan
from engine.autodiff.passes.reverse import BackwardStep, Gradients, backward_steps, forward_pass
from engine.errors import EngineError, EvaluationError
from engine.graph.model import NodeId
from engine.operations.causes import gradient_too_large, infinite_slope, too_large


@dataclass(frozen=True)
class NonFiniteBirth:
    """The first gate that made inf or nan of finite numbers, on the way of a run.

    Attributes:
        step: The step, counted from 0, the start.
        node: The gate.
        cause: The likely cause, naming step and gate.
    """

    step: int
    node: NodeId
    cause: EngineError


def find_non_finite(
    plan: Plan, values: Mapping[NodeId, Array]
) -> tuple[NodeId, EngineError] | None:
    """Return the first gate whose output is not finite though its inputs are, and the cause."""
    return next(non_finite_values(plan, values), None)


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


def find_non_finite_step(
    plan: Plan, path: Iterable[Mapping[NodeId, ArrayLike]], target: NodeId | None = None
) -> NonFiniteBirth | None:
    """Follow a run and return where its first inf or nan was born, or None if none was.

    Args:
        plan: The compiled graph.
        path: For each step the values of the sources that it moved, such as the parameters of a
            training run or the points of a trajectory.
        target: The node whose gradient makes the steps; given, gradients are followed too. A step
            to a point that is not finite itself was too large, and no gate is to blame.

    Example:
        >>> from engine.autodiff.passes.plan import compile_plan
        >>> from engine.graph.builder import GraphBuilder
        >>> builder = GraphBuilder()
        >>> x = builder.source("input", 1.0, "x")
        >>> plan = compile_plan(builder.build(builder.gate("log", x)))
        >>> birth = find_non_finite_step(plan, [{x: 0.5}, {x: 0.25}, {x: 0.0}])
        >>> birth.step, birth.cause.sentence.partition(":")[0]
        (2, 'Step 2, Natural logarithm')
    """
    for step, moved in enumerate(path):
        if not all(np.isfinite(value).all() for value in moved.values()):
            return None
        values = forward_pass(plan, moved)
        found = find_non_finite(plan, values)
        if found is None and target is not None:
            found = find_non_finite_gradient(plan, values, target)
        if found is not None:
            node, cause = found
            return NonFiniteBirth(step, node, _at_step(plan, step, node, cause))
    return None


def find_non_finite_gradient(
    plan: Plan, values: Mapping[NodeId, Array], target: NodeId
) -> tuple[NodeId, EngineError] | None:
    """Return the gate, met first on the way back, that made inf or nan of a finite gradient.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        target: The node whose gradient is asked.
    """
    return next(_non_finite_slopes(plan, values, target), None)


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


def _at_step(plan: Plan, step: int, node: NodeId, cause: EngineError) -> EngineError:
    shown = plan.graph.nodes[node]
    title = shown.name or shown.record.title
    return EvaluationError(
        "non_finite_at_step",
        f"Step {step}, {title}: {cause.sentence}",
        step=step,
        title=title,
        cause=cause,
    )


def _cause(item: Instruction, inputs: tuple[Array, ...]) -> EngineError:
    explain = item.operation.explain
    cause = None if explain is None else explain(*inputs, **item.settings)
    return cause or too_large(item.operation.title)

"""Where a number that is not finite was born, at which step, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array
from engine.autodiff.plan import Instruction, Plan
from engine.autodiff.reverse import backward_steps, forward_pass
from engine.errors import EngineError, EvaluationError
from engine.graph.model import NodeId
from engine.operations.causes import too_large


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
    for item in plan.instructions:
        # Nearly every value is finite, and then its inputs need no look.
        if np.isfinite(values[item.node]).all():
            continue
        inputs = tuple(values[node] for node in item.inputs)
        if all(np.isfinite(value).all() for value in inputs):
            return item.node, _cause(item, inputs)
    return None


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
        >>> from engine.autodiff.plan import compile_plan
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
    for step in backward_steps(plan, values, target):
        came_back = [item for item in step.downstream if item is not None]
        born_here = np.isfinite(step.upstream).all() and np.isfinite(step.output).all()
        if born_here and not all(np.isfinite(item).all() for item in came_back):
            title = step.operation.title
            return step.node, EvaluationError(
                "slope_not_finite",
                f"{title} has no finite slope at this point: its curve is vertical there, or its "
                "domain ends.",
                title=title,
            )
    return None


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

"""Chooses the quickest form of a graph's passes, by counting what there is to compute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.array_form import ArrayForm
from engine.autodiff.codegen.float_form import compile_scalar
from engine.autodiff.codegen.levelled_form import LevelledForm
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.codegen.template_reader import UnknownTemplateError
from engine.autodiff.passes.influence import ignores_some, is_broken
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.graph.model import NodeId

# f(*values) returns the value and the gradients: floats, or arrays where there are such.
PassFunction = Callable[..., tuple[Any, tuple[Any, ...]]]

# Beyond so many gates Python takes its time to read the source, and levels are wide.
MOST_WRITTEN_OUT = 3000
# A group of gates costs about as much as so many gates on floats.
WORTH_A_GROUP = 25


def compile_passes(
    plan: Plan, target: NodeId, changing: Sequence[NodeId], asked: Sequence[NodeId]
) -> PassFunction:
    """Return a function of the changing sources that gives a node's value and gradients.

    Graphs of numbers become one function on floats, or, when they are large and wide, run a level
    at a time; all others become NumPy calls between arrays made beforehand. All agree with the
    ordinary passes to 1e−12, and to the last bit where they use the same NumPy functions in the
    same order.

    Args:
        plan: The compiled graph.
        target: The node whose value and gradients are wanted; the seed is 1 in every element.
        changing: The sources that the function takes, in that order, in the shapes of the plan.
        asked: The sources whose gradients it returns; they must be among those that change.

    Returns:
        ``f(*values) -> (value, gradients)``: floats for a graph of numbers, else new arrays. It
        may own arrays: use it in one place, or make one for each thread.

    Raises:
        EngineError: The target cannot be computed.
    """
    plan.check_target(target)
    if not any(plan.shapes[node] for node in (target, *changing)):
        found = _on_floats(plan, target, changing, asked)
        if found is not None:
            return found
    return _on_arrays(plan, target, changing, asked)


def _on_floats(
    plan: Plan, target: NodeId, changing: Sequence[NodeId], asked: Sequence[NodeId]
) -> PassFunction | None:
    gates = len(plan.instructions)
    if gates > MOST_WRITTEN_OUT:
        try:
            levelled = LevelledForm(plan, target, changing, asked)
        except UnknownTemplateError:
            return None
        if levelled.group_count * WORTH_A_GROUP < gates:
            return _leaving_out_ignored(levelled, plan, target, changing, asked)
    return compile_scalar(plan, target, changing, asked)


def _on_arrays(
    plan: Plan, target: NodeId, changing: Sequence[NodeId], asked: Sequence[NodeId]
) -> PassFunction:
    lowered = lower(plan, target, changing, asked)
    form = ArrayForm(lowered.tape, (lowered.value, *lowered.gradients))
    # A source that nothing depends on is no input of the form.
    homes = [form.inputs.get(value.entry.detail) for value in lowered.inputs]

    def run(*values: Array) -> tuple[Array, tuple[Array, ...]]:
        for home, value in zip(homes, values, strict=True):
            if home is not None:
                home[...] = value
        with np.errstate(all="ignore"):
            form.run()
        value, *gradients = map(np.array, form.outputs)
        return value, tuple(gradients)

    return _leaving_out_ignored(run, plan, target, changing, asked)


def _leaving_out_ignored(
    function: PassFunction,
    plan: Plan,
    target: NodeId,
    changing: Sequence[NodeId],
    asked: Sequence[NodeId],
) -> PassFunction:
    """Let the graph's own passes answer where 0 was multiplied by an infinite slope."""
    if not ignores_some(plan):
        return function

    def run(*values: Any) -> tuple[Any, tuple[Any, ...]]:
        value, gradients = function(*values)
        if not is_broken(gradients):
            return value, gradients
        known = forward_pass(plan, dict(zip(changing, values, strict=True)))
        nodes = backward_pass(plan, known, target).nodes
        found = tuple(nodes.get(node, np.zeros(known[node].shape)) for node in asked)
        return value, found if np.ndim(value) or any(map(np.ndim, found)) else tuple(
            map(float, found)
        )

    return run

"""Slopes: the value and the gradient of an elementwise graph, recorded on a tape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.autodiff.codegen.lowering import lower
from engine.autodiff.codegen.unrolling import single, unroll
from engine.autodiff.passes.plan import Plan
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.graph.model import NodeId
from engine.graph.topology import ancestors


@dataclass(frozen=True, eq=False)
class Slopes:
    """A scalar graph's value and partial derivatives as one recorded computation.

    Attributes:
        tape: Where they are recorded; its inputs are named by ``names``.
        names: The names of the inputs, one for each variable.
        value: The graph's value on the tape.
        gradient: Its derivative with respect to each variable.
    """

    tape: Tape
    names: tuple[str, ...]
    value: TapeValue
    gradient: tuple[TapeValue, ...]


def record_slopes(
    plan: Plan, target: NodeId, variables: Sequence[NodeId | None], names: Sequence[str]
) -> Slopes | None:
    """Record the forward and the backward pass of a graph of scalars: lowered, then unrolled.

    Args:
        plan: The compiled graph.
        target: The node that is differentiated.
        variables: The sources that change; None for a variable that the graph does not contain.
        names: How the tape is to call them.

    Returns:
        The recording, or None where the graph holds an array, or an operation that is not
        elementwise or has no template, so that only its own functions can compute it.
    """
    if not _is_elementwise(plan, target):
        return None
    used = {node: name for node, name in zip(variables, names, strict=True) if node is not None}
    lowered = lower(plan, target, tuple(used), tuple(used))
    tape = Tape()
    inputs = {
        value.entry.detail: single(tape.input(name))
        for value, name in zip(lowered.inputs, used.values(), strict=True)
    }
    try:
        found = unroll(lowered.tape, (lowered.value, *lowered.gradients), inputs, tape)
    except TypeError:
        return None
    value, *gradient = (element.item() for element in found)
    along = dict(zip(used, gradient, strict=True))
    slopes = tuple(tape.value(0.0) if node is None else along[node] for node in variables)
    return Slopes(tape, tuple(names), value, slopes)


def _is_elementwise(plan: Plan, target: NodeId) -> bool:
    """Whether all that a node is made of is single numbers, each gate working on them by itself."""
    needed = {target, *ancestors(plan.graph, target)}
    return not any(plan.shapes[node] for node in needed) and not any(
        item.operation.derivatives is None for item in plan.instructions if item.node in needed
    )

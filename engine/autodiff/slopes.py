"""Slopes: the value and the gradient of an elementwise graph, recorded on a tape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.autodiff.plan import Plan
from engine.autodiff.tape import Tape, TapeValue
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
    """Record the forward and the backward pass of a graph of scalars.

    The backward pass is reverse mode (Griewank and Walther, Evaluating Derivatives, 2008,
    section 3.2), with each gate's derivative taken from its record.

    Args:
        plan: The compiled graph.
        target: The node that is differentiated.
        variables: The sources that change; None for a variable that the graph does not contain.
        names: How the tape is to call them.

    Returns:
        The recording, or None where the graph holds an array, or an operation that is not
        elementwise or branches inside, so that only its own functions can compute it.
    """
    tape = Tape()
    inputs = {
        node: tape.input(name)
        for node, name in zip(variables, names, strict=True)
        if node is not None
    }
    try:
        values = _forward(plan, target, tape, inputs)
        gradients = _backward(plan, target, values)
    except TypeError:
        return None
    slopes = [0.0 if node is None else gradients.get(node, 0.0) for node in variables]
    return Slopes(
        tape,
        tuple(names),
        tape.value(values[target]),
        tuple(tape.value(slope) for slope in slopes),
    )


def _forward(
    plan: Plan, target: NodeId, tape: Tape, inputs: Mapping[NodeId, TapeValue]
) -> dict[NodeId, Any]:
    needed = {target, *ancestors(plan.graph, target)}
    values: dict[NodeId, Any] = dict(inputs)
    for node, value in plan.sources.items():
        if node in needed and node not in values:
            if value.ndim:
                raise TypeError("an array cannot stand on a tape of scalars")
            values[node] = float(value)
    for item in plan.instructions:
        if item.node in needed:
            if item.operation.derivatives is None:
                raise TypeError("what mixes elements cannot stand on a tape of scalars")
            operands = [tape.value(values[source]) for source in item.inputs]
            values[item.node] = item.operation.forward(*operands, **item.settings)
    return values


def _backward(plan: Plan, target: NodeId, values: Mapping[NodeId, Any]) -> dict[NodeId, Any]:
    gradients: dict[NodeId, Any] = {target: 1.0}
    for item in reversed(plan.instructions):
        upstream = gradients.get(item.node)
        if upstream is None:
            continue
        operands = [values[source] for source in item.inputs]
        output = values[item.node]
        for source, derivative, flows in zip(
            item.inputs, item.operation.derivatives or (), item.needs_gradient, strict=True
        ):
            if flows:
                share = upstream * derivative(output, *operands, **item.settings)
                known = gradients.get(source)
                gradients[source] = share if known is None else known + share
    return gradients

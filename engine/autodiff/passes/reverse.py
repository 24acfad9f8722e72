"""The forward and the backward pass over a plan, at once or gate by gate.

Reverse mode (Griewank and Walther, Evaluating Derivatives, 2008, chapter 3): the forward pass
stores what the backward pass needs; the backward pass walks the gates in reverse topological
order, and at each one downstream gradient = local gradient × upstream gradient.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array
from engine.autodiff.passes.influence import applied, ignores_some, influence, is_broken
from engine.autodiff.passes.plan import Instruction, Plan
from engine.graph.backward_walk import PullBack, walk_back
from engine.graph.model import InputPort, NodeId
from engine.operations.ignoring import Mask
from engine.operations.operation import Operation

Values = dict[NodeId, Array]


@dataclass(frozen=True, slots=True)
class ForwardStep:
    """One gate computed.

    Attributes:
        node: The gate.
        operation: Its record.
        inputs: The values at its input ports.
        output: Its value.
    """

    node: NodeId
    operation: Operation
    inputs: tuple[Array, ...]
    output: Array


@dataclass(frozen=True, slots=True)
class BackwardStep:
    """One gate passed by the backward pass.

    Attributes:
        node: The gate.
        operation: Its record.
        upstream: The gradient of the target with respect to the gate's output.
        inputs: The values at its input ports.
        output: Its value.
        local: For each input the elementwise local gradient, or None where the gate's Jacobian is
            not diagonal (it is never built) or no gradient flows.
        downstream: For each input the gradient that goes back there, or None where none flows.
    """

    node: NodeId
    operation: Operation
    upstream: Array
    inputs: tuple[Array, ...]
    output: Array
    local: tuple[Array | None, ...]
    downstream: tuple[Array | None, ...]


@dataclass(frozen=True)
class Gradients:
    """What a backward pass found; what is not in it was not computed, which is not zero.

    Attributes:
        nodes: The gradient of the target with respect to each node, summed over the branches.
        wires: What came back along each wire.
    """

    nodes: Mapping[NodeId, Array]
    wires: Mapping[InputPort, Array]


def forward_pass(plan: Plan, replaced: Mapping[NodeId, ArrayLike] | None = None) -> Values:
    """Compute every node.

    Args:
        plan: The compiled graph.
        replaced: Other values for some sources. In an elementwise graph they may have any
            shapes that fit together, so that a surface is evaluated on a whole grid at once.

    Returns:
        The value of each node that the plan can compute.
    """
    values = _source_values(plan, replaced)
    _compute(plan.instructions, values)
    return values


def forward_portions(
    plan: Plan, replaced: Mapping[NodeId, ArrayLike] | None = None
) -> Generator[None, None, Values]:
    """Compute every node, and pause each time that a portion of the work is done.

    Args:
        plan: The compiled graph.
        replaced: Other values for some sources, of the same shapes.

    Returns:
        The value of each node that the plan can compute.
    """
    values = _source_values(plan, replaced)
    *begun, last = plan.portions
    for portion in begun:
        _compute(portion, values)
        yield
    _compute(last, values)
    return values


def _compute(instructions: Iterable[Instruction], values: Values) -> None:
    """Put the outputs of some gates to the values, which hold those of all before them."""
    with np.errstate(all="ignore"):
        for item in instructions:
            values[item.node] = np.asarray(_output(item, values))


def forward_steps(
    plan: Plan, replaced: Mapping[NodeId, ArrayLike] | None = None
) -> Iterator[ForwardStep]:
    """Compute the nodes one gate at a time; the arguments are those of ``forward_pass``."""
    values = _source_values(plan, replaced)
    for item in plan.instructions:
        with np.errstate(all="ignore"):
            output = np.asarray(_output(item, values))
        values[item.node] = output
        yield ForwardStep(
            item.node, item.operation, tuple(values[source] for source in item.inputs), output
        )


def backward_pass(
    plan: Plan, values: Mapping[NodeId, Array], target: NodeId, upstream: ArrayLike | None = None
) -> Gradients:
    """Compute the gradient of a node with respect to everything that it depends on.

    Args:
        plan: The compiled graph.
        values: What the forward pass returned.
        target: The node whose gradient is asked.
        upstream: The seed: the gradient at the target itself. By default 1 in every element, so
            that for a target of several elements the gradient is that of their sum.

    Raises:
        EngineError: The target cannot be computed.
    """
    found = _all_the_way(plan, values, _seeded(plan, values, target, upstream), {})
    if not (is_broken(found.nodes.values()) and ignores_some(plan)):
        return found
    # 0 times an infinite slope: what the target ignores is left out, which takes another walk.
    seed = _seeded(plan, values, target, upstream)
    return _all_the_way(plan, values, seed, influence(plan, values, seed))


def leaves_numbers(plan: Plan, values: Mapping[NodeId, Array], target: NodeId) -> bool:
    """Whether something infinite or undefined goes back while nothing is left out.

    The arguments are those of ``backward_pass``.
    """
    seed = _seeded(plan, values, target, None)
    return is_broken(_all_the_way(plan, values, seed, {}).nodes.values())


def _all_the_way(
    plan: Plan,
    values: Mapping[NodeId, Array],
    nodes: dict[NodeId, Array],
    masks: Mapping[NodeId, Mask],
) -> Gradients:
    wires: dict[InputPort, Array] = {}
    with np.errstate(all="ignore"):
        for item, _, downstream in walk_back(plan.instructions, nodes, _pulling(values, masks)):
            for index, gradient in enumerate(downstream):
                if gradient is not None:
                    wires[InputPort(item.node, index)] = gradient
    return Gradients(nodes, wires)


def backward_steps(
    plan: Plan, values: Mapping[NodeId, Array], target: NodeId, upstream: ArrayLike | None = None
) -> Iterator[BackwardStep]:
    """Walk the same pass one gate at a time; the arguments are those of ``backward_pass``.

    Gates through which no gradient flows, because the target does not depend on them or they
    depend on constants alone, are passed over.
    """
    nodes = _seeded(plan, values, target, upstream)
    masks = influence(plan, values, nodes) if nodes and ignores_some(plan) else {}
    walk = walk_back(plan.instructions, nodes, _pulling(values, masks))
    while True:
        # Whoever takes the steps keeps a state of NumPy's errors of his own between them.
        with np.errstate(all="ignore"):
            passed = next(walk, None)
        if passed is None:
            return
        item, _, downstream = passed
        yield BackwardStep(
            item.node,
            item.operation,
            nodes[item.node],
            tuple(values[source] for source in item.inputs),
            values[item.node],
            local_gradients(item, values),
            tuple(downstream),
        )


def _source_values(plan: Plan, replaced: Mapping[NodeId, ArrayLike] | None) -> Values:
    values = dict(plan.sources)
    if replaced:
        values.update(
            {node_id: np.asarray(value, dtype=np.float64) for node_id, value in replaced.items()}
        )
    return values


def _output(item: Instruction, values: Mapping[NodeId, Array]) -> Array:
    return item.operation.forward(*(values[source] for source in item.inputs), **item.settings)


def _seeded(
    plan: Plan, values: Mapping[NodeId, Array], target: NodeId, upstream: ArrayLike | None
) -> dict[NodeId, Array]:
    plan.check_target(target)
    if target not in plan.differentiable:
        return {}
    seed = np.ones_like(values[target]) if upstream is None else np.asarray(upstream, np.float64)
    return {target: np.broadcast_to(seed, values[target].shape)}


def _pulling(values: Mapping[NodeId, Array], masks: Mapping[NodeId, Mask]) -> PullBack[Instruction]:
    """Return what says what goes back from a gate; 0 where masks are given and it is ignored."""

    def pull_back(item: Instruction, upstream: Array) -> Sequence[Array | None]:
        mask = masks.get(item.node)
        if mask is None or (mask.all() and not item.operation.ignores):
            return _downstream(item, values, upstream)
        gate = applied(item, values)
        return tuple(
            gate.pull_back(index, upstream, mask) if needed else None
            for index, needed in enumerate(item.needs_gradient)
        )

    return pull_back


def _downstream(
    item: Instruction, values: Mapping[NodeId, Array], upstream: Array
) -> list[Array | None]:
    output, inputs = values[item.node], [values[source] for source in item.inputs]
    return [
        np.asarray(vjp(upstream, output, *inputs, **item.settings)) if needed else None
        for vjp, needed in zip(item.operation.vjps, item.needs_gradient, strict=True)
    ]


def local_gradients(item: Instruction, values: Mapping[NodeId, Array]) -> tuple[Array | None, ...]:
    """Return a gate's elementwise local gradients, of its output's shape.

    None stands where no gradient flows, and where the gate's Jacobian is not diagonal: there
    ``engine.autodiff.passes.jacobian`` answers.
    """
    if item.operation.derivatives is None:
        return (None,) * len(item.inputs)
    inputs = tuple(values[source] for source in item.inputs)
    output = values[item.node]
    # Where a slope is infinite or none, that is the answer.
    with np.errstate(all="ignore"):
        return tuple(
            np.broadcast_to(derivative(output, *inputs, **item.settings), output.shape)
            if needed
            else None
            for derivative, needed in zip(
                item.operation.derivatives, item.needs_gradient, strict=True
            )
        )

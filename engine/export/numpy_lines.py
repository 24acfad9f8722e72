"""The lines of a NumPy program that compute a function's gates forward and pass them backward."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.autodiff.passes.plan import Instruction
from engine.export.numpy_guards import Guards, Risks, mask_name, without_idle
from engine.export.program_blocks import Block, GroupBlock
from engine.export.program_text import Listing, filled, literal
from engine.graph.model import NodeId
from engine.operations.operation import Category, Operation
from engine.settings import complete

# What stands behind a group's name: its two functions, and what one keeps for the other.
FORWARD, BACKWARD, CACHE = ENDINGS = ("_forward", "_backward", "_cache")


def constant_lines(block: Block) -> list[str]:
    """Return the lines that define the constants inside a function."""
    return [
        f"{name} = np.array({literal(value, 'np')}, dtype=float)"
        for name, value in block.constant_values()
    ]


def forward_lines(block: Block) -> list[str]:
    """Return a line for each gate and each inner group, in order."""
    return [
        _call(block.listing, step)
        if isinstance(step, GroupBlock)
        else _forward(block.listing, step)
        for step in block.steps
    ]


def backward_lines(block: Block, risks: Risks) -> list[str]:
    """Return the lines that pass each gate's gradient to its inputs, summed where branches meet.

    Args:
        block: The whole of a program.
        risks: Where it may meet 0·∞.
    """
    guards = Guards(block.listing, risks)
    return without_idle(_walked_back(block, block.steps, guards), _mask_names(block))


def group_lines(block: GroupBlock, risks: Risks, known: Operation | None = None) -> list[str]:
    """Return a group's lines on the way back, the last of which returns what comes to its ports.

    Args:
        block: The group.
        risks: Where the program may meet 0·∞.
        known: The function that the group is in disguise, whose gradient is taken instead: an
            elementwise operation of one input that keeps its shape.
    """
    guards = Guards(block.listing, risks)
    if block.output in risks.asked:
        guards.pass_on(block.output, mask_name(block.listing.names[block.output]))
    if known is None:
        lines = _walked_back(block, block.steps, guards)
    else:
        note = "# The local gradients inside, multiplied and simplified: this is"
        gate = Instruction(block.output, known, block.ports, complete(known.settings, {}), (True,))
        lines = [f"{note} {known.name}.", *_walked_back(block, (gate,), guards)]
    returned = [f"d_{block.listing.names[port]}" for port in block.learning_ports]
    returned += [guards.joined(port) for port in _asked_ports(block, risks)]
    return without_idle([*lines, f"return {', '.join(returned)}"], _mask_names(block))


def group_arguments(
    block: GroupBlock, listing: Listing, risks: Risks, mask: str | None = None
) -> str:
    """Return what a group's backward pass takes: a gradient, a mask if it asks, and its cache.

    Args:
        block: The group.
        listing: The names there: inside, or where it is called.
        risks: Where the program may meet 0·∞.
        mask: The mask of its output where it is called; by default its name inside.
    """
    name = listing.names[block.output]
    masks = [mask or mask_name(name)] if block.output in risks.asked else []
    return ", ".join([f"d_{name}", *masks, f"{block.name}{CACHE}"])


def _walked_back(
    block: Block, steps: Sequence[Instruction | GroupBlock], guards: Guards
) -> list[str]:
    lines: list[str] = []
    seen: set[NodeId] = set()
    for step in reversed(steps):
        if isinstance(step, GroupBlock):
            lines += _backward_call(block.listing, step, seen, guards)
        else:
            lines += guards.enter(step)
            lines += _backward(block.listing, step, seen, guards)
    return lines


def _asked_ports(block: GroupBlock, risks: Risks) -> list[NodeId]:
    return [port for port in block.learning_ports if port in risks.asked]


def _mask_names(block: Block) -> list[str]:
    return [mask_name(name) for name in block.local_names()]


def kept_names(block: Block, lines: list[str]) -> list[str]:
    """Return the names from the forward pass that a group's backward lines use, in order."""
    used = set(re.findall(r"\w+", "\n".join(lines)))
    caches = (step.name + CACHE for step in block.steps if isinstance(step, GroupBlock))
    return [name for name in (*block.local_names(), *caches) if name in used]


def name_list(names: list[str]) -> str:
    """Return names as a tuple, in parentheses."""
    return f"({names[0]},)" if len(names) == 1 else f"({', '.join(names)})"


def _forward(listing: Listing, item: Instruction) -> str:
    return f"{listing.names[item.node]} = {filled(item.operation.numpy, listing.places(item))}"


def _call(listing: Listing, inner: GroupBlock) -> str:
    cache = f", {inner.name}{CACHE}" if inner.learning_ports else ""
    arguments = inner.called_with(listing)
    return f"{listing.names[inner.output]}{cache} = {inner.name}{FORWARD}({arguments})"


def _backward(
    listing: Listing, item: Instruction, seen: set[NodeId], guards: Guards
) -> Iterator[str]:
    for index, source in enumerate(item.inputs):
        if item.needs_gradient[index]:
            name = f"d_{listing.names[source]}"
            share = _downstream(listing, item, index, guards)
            if source in seen:
                # A choice binds less than a sum: without brackets it would take the sum along.
                share = f"{name} + ({share})" if " if " in share else f"{name} + {share}"
            seen.add(source)
            yield f"{name} = {share}"


def _backward_call(
    listing: Listing, inner: GroupBlock, seen: set[NodeId], guards: Guards
) -> Iterator[str]:
    """Call a group's backward pass; no node's name begins with _, so a share may be called so."""
    ports = inner.learning_ports
    if not ports:
        return
    again = [port for port in ports if port in seen]
    names = [f"{'_' * (port in seen)}d_{listing.names[port]}" for port in ports]
    mask = yield from guards.named(inner.output)
    for port in _asked_ports(inner, guards.risks):
        # Shares of several groups may meet at one node.
        names.append(f"_{inner.name}{mask_name(listing.names[port])}")
        guards.pass_on(port, names[-1])
    arguments = group_arguments(inner, listing, guards.risks, mask)
    yield f"{', '.join(names)} = {inner.name}{BACKWARD}({arguments})"
    for port in again:
        name = f"d_{listing.names[port]}"
        yield f"{name} = {name} + _{name}"
    seen.update(ports)


def _downstream(listing: Listing, item: Instruction, index: int, guards: Guards) -> str:
    upstream = f"d_{listing.names[item.node]}"
    places = listing.places(item) | {"g": upstream}
    operation = item.operation
    shape = listing.plan.shapes[item.inputs[index]]
    if not operation.numpy_local:
        downstream = guards.guarded(item, index, filled(operation.numpy_downstream[index], places))
        # Of these only losses take inputs of different shapes element by element.
        repeats = len({listing.plan.shapes[source] for source in item.inputs}) > 1
        if operation.category is Category.LOSSES and repeats:
            return f"unbroadcast({downstream}, {shape!r})"
        return downstream
    product = _product(upstream, filled(operation.numpy_local[index], places))
    if product != upstream:
        product = guards.guarded(item, index, product)
    if shape == listing.plan.shapes[item.node]:
        return product
    return f"unbroadcast({product}, {shape!r})"


def _product(upstream: str, local: str) -> str:
    if local in {"1", "1.0"}:
        return upstream
    return f"{upstream} * {local}" if local.isidentifier() else f"{upstream} * ({local})"

"""The lines of a NumPy program that compute a function's gates forward and pass them backward."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.autodiff.passes.plan import Instruction
from engine.export.numpy_guards import Guards, without_idle
from engine.export.program_blocks import Block, GroupBlock
from engine.export.program_text import Listing, filled, literal
from engine.graph.model import NodeId
from engine.operations.operation import Category, Operation

# What stands behind a group's name: its two functions, and what one keeps for the other.
FORWARD, BACKWARD, CACHE = ENDINGS = ("_forward", "_backward", "_cache")


def constant_lines(block: Block) -> list[str]:
    """Return the lines that define the constants inside a function."""
    return [
        f"{name} = np.array({literal(value)}, dtype=float)"
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


def backward_lines(block: Block) -> list[str]:
    """Return the lines that pass each gate's gradient to its inputs, summed where branches meet."""
    lines: list[str] = []
    seen: set[NodeId] = set()
    guards = Guards(block.listing, list(_gates(block)), block.output)
    for step in reversed(block.steps):
        if isinstance(step, GroupBlock):
            lines += _backward_call(block.listing, step, seen, guards)
        else:
            lines += guards.enter(step)
            lines += _backward(block.listing, step, seen, guards)
    return without_idle(lines, [block.listing.names[item.node] for item in _gates(block)])


def _gates(block: Block) -> Iterator[Instruction]:
    for step in block.steps:
        if isinstance(step, GroupBlock):
            yield from _gates(step)
        else:
            yield step


def shortcut_lines(block: GroupBlock, known: Operation) -> list[str]:
    """Return the lines that take a group's gradient from the function that it is in disguise.

    Args:
        block: The group.
        known: An elementwise operation of one input that keeps its shape.
    """
    names = block.listing.names
    port, output = names[block.ports[0]], names[block.output]
    local = filled(known.numpy_local[0], {known.inputs[0]: port, "y": output})
    return [
        f"# The local gradients inside, multiplied and simplified: this is {known.name}.",
        f"d_{port} = {_product(f'd_{output}', local)}",
    ]


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
    arguments = f"d_{listing.names[inner.output]}, {inner.name}{CACHE}"
    yield f"{', '.join(names)} = {inner.name}{BACKWARD}({arguments})"
    mask = guards.enter_group(inner.output, ports)
    if mask != "True":
        for name in names:
            yield f"{name} = np.where({mask}, {name}, 0.0)"
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
        downstream = guards.guarded(item, filled(operation.numpy_downstream[index], places))
        # Of these only losses take inputs of different shapes element by element.
        repeats = len({listing.plan.shapes[source] for source in item.inputs}) > 1
        if operation.category is Category.LOSSES and repeats:
            return f"unbroadcast({downstream}, {shape!r})"
        return downstream
    product = _product(upstream, filled(operation.numpy_local[index], places))
    if product != upstream:
        product = guards.guarded(item, product)
    if shape == listing.plan.shapes[item.node]:
        return product
    return f"unbroadcast({product}, {shape!r})"


def _product(upstream: str, local: str) -> str:
    if local in {"1", "1.0"}:
        return upstream
    return f"{upstream} * {local}" if local.isidentifier() else f"{upstream} * ({local})"

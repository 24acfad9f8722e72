"""Each group of a graph as a pair of NumPy functions: its forward and its backward pass.

The forward function also returns what the backward function needs of it, so that nothing is
computed twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.reverse import forward_pass
from engine.export.group_formulas import group_formula
from engine.export.numpy_guards import Risks
from engine.export.numpy_lines import (
    BACKWARD,
    CACHE,
    FORWARD,
    constant_lines,
    forward_lines,
    group_arguments,
    group_lines,
    kept_names,
    name_list,
)
from engine.export.program_blocks import GroupBlock
from engine.export.program_text import docstring_text, indented
from engine.graph.model import NodeId
from engine.operations.operation import Operation

# Several simplified gradients in a row must agree with the engine's to 1e-12.
_AGREEMENT = 1e-13


def group_functions(groups: Sequence[GroupBlock], risks: Risks) -> str:
    """Return the source of the functions of groups, each after those that it calls.

    Args:
        groups: The groups.
        risks: Where the program may meet 0·∞.
    """
    if not groups:
        return ""
    values = forward_pass(groups[0].listing.plan)
    return "".join(_functions(block, values, risks) for block in groups)


def _functions(block: GroupBlock, values: Mapping[NodeId, Array], risks: Risks) -> str:
    if not block.learning_ports:
        return _forward_function(block, block.listing.names[block.output])
    lines = group_lines(block, risks, simplified_gradient(block, values))
    kept = kept_names(block, lines)
    output = block.listing.names[block.output]
    forward = _forward_function(block, f"{output}, {name_list(kept)}")
    return forward + _backward_function(block, kept, lines, risks)


def _forward_function(block: GroupBlock, returned: str) -> str:
    formula = docstring_text(group_formula(block))
    lines = [f'"""{formula}"""', *constant_lines(block), *forward_lines(block)]
    return (
        f"\ndef {block.name}{FORWARD}({block.arguments()}):\n"
        f"{indented([*lines, f'return {returned}'])}\n\n"
    )


def _backward_function(block: GroupBlock, kept: list[str], lines: list[str], risks: Risks) -> str:
    unpacked = [f"{name_list(kept)} = {block.name}{CACHE}"] if kept else []
    output, ports = block.listing.names[block.output], block.arguments(block.learning_ports)
    body = [f'"""Pass the gradient for {output} back to {ports}."""', *unpacked, *lines]
    arguments = group_arguments(block, block.listing, risks)
    return f"\ndef {block.name}{BACKWARD}({arguments}):\n{indented(body)}\n\n"


def simplified_gradient(block: GroupBlock, values: Mapping[NodeId, Array]) -> Operation | None:
    """Return the known function that a group is in disguise, if its derivative is as exact here.

    On paper they are the same. In floats the gates inside may lose digits that the function keeps,
    and an exported program is to give what the app shows, so the group's own gates decide.

    Args:
        block: The group.
        values: What the forward pass computed for every node.
    """
    pattern, body = block.gate.pattern, block.gate.body
    if pattern is None or pattern.derivatives is None:
        return None
    value, output = values[block.ports[0]], values[block.output]
    with np.errstate(all="ignore"):
        short = pattern.derivatives[0](output, value)
        exact = body.pull_back(0, np.ones_like(output), output, value)
    return pattern if np.allclose(short, exact, rtol=_AGREEMENT, atol=0.0) else None

"""A graph as a PyTorch program whose autograd computes the same gradients."""

from __future__ import annotations

from engine.arrays import Array
from engine.autodiff.passes.plan import Instruction
from engine.export.group_formulas import group_formula
from engine.export.program_blocks import Block, GroupBlock, make_blocks
from engine.export.program_text import (
    Listing,
    docstring_text,
    filled,
    indented,
    literal,
    make_listing,
)
from engine.graph.model import Graph, NodeId

_BACKWARD = {
    True: "    value.backward()\n",
    False: "    # Of several elements: the gradient of their sum.\n    value.sum().backward()\n",
}


def pytorch_source(graph: Graph, target: NodeId | None = None, *, grouped: bool = False) -> str:
    """Return the source of a program that needs PyTorch, in double precision as the engine.

    Args:
        graph: The graph.
        target: The result; by default the graph's own.
        grouped: Whether each group is a function of its own name.

    Raises:
        EngineError: There is no result, or it cannot be computed.
    """
    listing = make_listing(graph, target)
    groups, whole = make_blocks(listing, grouped=grouped)
    functions = "".join(
        _function(block, block.name, docstring_text(group_formula(block))) for block in groups
    )
    functions += _function(whole, "forward", "Return the value.")
    inputs = "".join(
        f"    {name} = {_tensor(value, learns=True)}  # {listing.shape(node)}\n"
        for name, value, node in listing.inputs()
    )
    prints = "".join(
        f'    print("gradient of {name}:", {name}.grad)\n' for name, _, _ in listing.inputs()
    )
    backward = (
        _BACKWARD[listing.plan.shapes[listing.target] == ()]
        if listing.target in listing.plan.differentiable
        else ""
    )
    # Drawn numbers come from NumPy's generators, so that they are the engine's.
    imports = "import numpy as np\nimport torch\n" if "np." in functions else "import torch\n"
    return (
        f'"""{docstring_text(listing.title)}"""\n\n{imports}\n'
        "torch.set_default_dtype(torch.float64)\n\n"
        f"{functions}\n"
        'if __name__ == "__main__":\n'
        f"{inputs}"
        f"    value = forward({whole.arguments()})\n"
        f"{backward}"
        '    print("value:", value.detach())\n'
        f"{prints}"
    )


def torch_function(listing: Listing, name: str, purpose: str) -> str:
    """Return a function of tensors that computes a listing's result."""
    return _function(make_blocks(listing, grouped=False)[1], name, docstring_text(purpose))


def _function(block: Block, name: str, purpose: str) -> str:
    lines = [
        f'"""{purpose}"""',
        *(f"{constant} = {_tensor(value)}" for constant, value in block.constant_values()),
        *(_line(block.listing, step) for step in block.steps),
        f"return {block.listing.names[block.output]}",
    ]
    return f"\ndef {name}({block.arguments()}):\n{indented(lines)}\n\n"


def _line(listing: Listing, step: Instruction | GroupBlock) -> str:
    if isinstance(step, GroupBlock):
        return f"{listing.names[step.output]} = {step.name}({step.called_with(listing)})"
    value = filled(step.operation.torch_template, listing.places(step))
    return f"{listing.names[step.node]} = {value}"


def _tensor(value: Array, *, learns: bool = False) -> str:
    # Floats, also for whole numbers: PyTorch gives no gradient to integers.
    return f"torch.tensor({literal(value, 'torch')}{', requires_grad=True' if learns else ''})"

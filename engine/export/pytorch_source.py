"""A graph as a PyTorch program whose autograd computes the same gradients."""

from __future__ import annotations

from engine.arrays import Array
from engine.export.program_text import filled, literal, make_listing
from engine.graph.model import Graph, NodeId

_BACKWARD = {
    True: "    value.backward()\n",
    False: "    # Of several elements: the gradient of their sum.\n    value.sum().backward()\n",
}


def pytorch_source(graph: Graph, target: NodeId | None = None) -> str:
    """Return the source of a program that needs PyTorch, in double precision as the engine.

    Raises:
        EngineError: There is no result, or it cannot be computed.
    """
    listing = make_listing(graph, target)
    result = listing.names[listing.target]
    arguments = ", ".join(name for name, _, _ in listing.inputs())
    lines = [
        *(f"{name} = {_tensor(value)}" for name, value in listing.constants()),
        *(
            f"{listing.names[item.node]} = {filled(item.operation.pytorch, listing.places(item))}"
            for item in listing.instructions()
        ),
        f"return {result}",
    ]
    body = "\n".join(f"    {line}" for line in lines)
    inputs = "".join(
        f"    {name} = {_tensor(value, learns=True)}  # {listing.shape(node)}\n"
        for name, value, node in listing.inputs()
    )
    prints = "".join(
        f'    print("gradient of {name}:", {name}.grad)\n' for name, _, _ in listing.inputs()
    )
    title = listing.title.replace("\\", "\\\\").replace('"""', "'''")
    backward = (
        _BACKWARD[listing.plan.shapes[listing.target] == ()]
        if listing.target in listing.plan.differentiable
        else ""
    )
    # Drawn numbers come from NumPy's generators, so that they are the engine's.
    imports = "import numpy as np\nimport torch\n" if "np." in body else "import torch\n"
    return (
        f'"""{title}"""\n\n{imports}\n'
        "torch.set_default_dtype(torch.float64)\n\n\n"
        f"def forward({arguments}):\n"
        '    """Return the value."""\n'
        f"{body}\n\n\n"
        'if __name__ == "__main__":\n'
        f"{inputs}"
        f"    value = forward({arguments})\n"
        f"{backward}"
        '    print("value:", value.detach())\n'
        f"{prints}"
    )


def _tensor(value: Array, *, learns: bool = False) -> str:
    # Floats, also for whole numbers: PyTorch gives no gradient to integers.
    return f"torch.tensor({literal(value)}{', requires_grad=True' if learns else ''})"

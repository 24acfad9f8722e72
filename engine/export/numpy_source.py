"""A graph as a NumPy program that computes its value and its gradients, and runs as it stands."""

from __future__ import annotations

from engine.arrays import Array
from engine.export.numpy_functions import group_functions
from engine.export.numpy_guards import find_risks
from engine.export.numpy_lines import ENDINGS, backward_lines, constant_lines, forward_lines
from engine.export.program_blocks import make_blocks
from engine.export.program_text import Listing, docstring_text, indented, literal, make_listing
from engine.graph.model import Graph, NodeId

_UNBROADCAST = '''
def unbroadcast(gradient, shape):
    """Sum a gradient over the axes along which its variable was repeated."""
    gradient = np.asarray(gradient)
    while gradient.ndim < len(shape):
        gradient = gradient[np.newaxis]
    while gradient.ndim > len(shape):
        gradient = gradient.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1 and gradient.shape[axis] != 1:
            gradient = gradient.sum(axis=axis, keepdims=True)
    return np.broadcast_to(gradient, shape)

'''


def numpy_source(graph: Graph, target: NodeId | None = None, *, grouped: bool = False) -> str:
    """Return the source of a program without other needs than NumPy.

    Its function ``value_and_gradients`` takes the inputs and parameters by name and returns what
    the engine's forward and backward pass compute: the same operations in the same order.

    Args:
        graph: The graph.
        target: The result; by default the graph's own.
        grouped: Whether each group is a pair of functions, ``NAME_forward`` and
            ``NAME_backward``. A group that is a known function in disguise takes that function's
            derivative where it agrees to rounding at the graph's values.

    Raises:
        EngineError: There is no result, or it cannot be computed.
    """
    listing = make_listing(graph, target)
    _, whole = make_blocks(listing, grouped=False)
    arguments = whole.arguments()
    values = "".join(
        f"    {name} = {_array(value)}  # {listing.shape(node)}\n"
        for name, value, node in listing.inputs()
    )
    return (
        f'"""{docstring_text(listing.title)}"""\n\nimport numpy as np\n\n'
        f"{gradient_function(listing, grouped=grouped)}\n\n"
        'if __name__ == "__main__":\n'
        f"{values}"
        f"    value, gradients = value_and_gradients({arguments})\n"
        '    print("value:", value)\n'
        "    for name, gradient in gradients.items():\n"
        '        print(f"gradient of {name}:", gradient)\n'
    )


def gradient_function(listing: Listing, *, grouped: bool) -> str:
    """Return the function ``value_and_gradients`` of a program, and what it calls.

    Args:
        listing: The graph and its names.
        grouped: As in ``numpy_source``.
    """
    groups, whole = make_blocks(listing, grouped=grouped, endings=ENDINGS)
    risks = find_risks(listing)
    functions = group_functions(groups, risks)
    backward = backward_lines(whole, risks)
    repeats = "unbroadcast(" in "\n".join([functions, *backward])
    lines = [
        *constant_lines(whole),
        "",
        "# Forward: each gate computes its output.",
        *forward_lines(whole),
        "",
        "# Backward: downstream gradient = local gradient × upstream gradient.",
        *(_seed(listing)),
        *backward,
        "",
        f"return {listing.names[listing.target]}, {_gradient_table(listing)}",
    ]
    return (
        f"{_UNBROADCAST if repeats else ''}{functions}\n"
        f"def value_and_gradients({whole.arguments()}):\n"
        '    """Return the value, and its gradient for each input by name."""\n'
        f"{indented(lines)}\n"
    )


def _array(value: Array) -> str:
    return f"np.array({literal(value)}, dtype=float)"


def _seed(listing: Listing) -> list[str]:
    if listing.target not in listing.plan.differentiable:
        return []
    name = listing.names[listing.target]
    return [f"d_{name} = np.ones_like({name})"]


def _gradient_table(listing: Listing) -> str:
    return "{" + ", ".join(f'"{name}": d_{name}' for name, _, _ in listing.inputs()) + "}"

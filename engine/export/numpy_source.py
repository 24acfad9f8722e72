"""A graph as a NumPy program that computes its value and its gradients, and runs as it stands."""

from __future__ import annotations

from engine.arrays import Array
from engine.autodiff.plan import Instruction
from engine.export.program_text import Listing, filled, literal, make_listing
from engine.graph.model import Graph, NodeId
from engine.operations.operation import Category

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


def numpy_source(graph: Graph, target: NodeId | None = None) -> str:
    """Return the source of a program without other needs than NumPy.

    Its function ``value_and_gradients`` takes the inputs and parameters by name and returns what
    the engine's forward and backward pass compute: the same operations in the same order.

    Raises:
        EngineError: There is no result, or it cannot be computed.
    """
    listing = make_listing(graph, target)
    forward = [_forward(listing, item) for item in listing.instructions()]
    backward = _backward(listing)
    helper = _UNBROADCAST if any("unbroadcast(" in line for line in backward) else ""
    arguments = ", ".join(name for name, _, _ in listing.inputs())
    result = listing.names[listing.target]
    values = "".join(
        f"    {name} = {_array(value)}  # {listing.shape(node)}\n"
        for name, value, node in listing.inputs()
    )
    lines = [
        *(
            f"{name} = np.array({literal(value)}, dtype=float)"
            for name, value in listing.constants()
        ),
        "",
        "# Forward: each gate computes its output.",
        *forward,
        "",
        "# Backward: downstream gradient = local gradient × upstream gradient.",
        *(_seed(listing)),
        *backward,
        "",
        f"return {result}, {_gradient_table(listing)}",
    ]
    body = "\n".join(f"    {line}" if line else "" for line in lines)
    return (
        f'"""{_one_line(listing.title)}"""\n\nimport numpy as np\n\n{helper}\n'
        f"def value_and_gradients({arguments}):\n"
        '    """Return the value, and its gradient for each input by name."""\n'
        f"{body}\n\n\n"
        'if __name__ == "__main__":\n'
        f"{values}"
        f"    value, gradients = value_and_gradients({arguments})\n"
        '    print("value:", value)\n'
        "    for name, gradient in gradients.items():\n"
        '        print(f"gradient of {name}:", gradient)\n'
    )


def _array(value: Array) -> str:
    return f"np.array({literal(value)}, dtype=float)"


def _one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"""', "'''")


def _forward(listing: Listing, item: Instruction) -> str:
    return f"{listing.names[item.node]} = {filled(item.operation.numpy, listing.places(item))}"


def _seed(listing: Listing) -> list[str]:
    if listing.target not in listing.plan.differentiable:
        return []
    name = listing.names[listing.target]
    return [f"d_{name} = np.ones_like({name})"]


def _backward(listing: Listing) -> list[str]:
    """Return the lines that pass each gate's gradient to its inputs, summed where branches meet."""
    lines = []
    seen: set[NodeId] = set()
    for item in reversed(list(listing.instructions())):
        for index, source in enumerate(item.inputs):
            if item.needs_gradient[index]:
                name = f"d_{listing.names[source]}"
                before = f"{name} + " if source in seen else ""
                lines.append(f"{name} = {before}{_downstream(listing, item, index)}")
                seen.add(source)
    return lines


def _downstream(listing: Listing, item: Instruction, index: int) -> str:
    places = listing.places(item) | {"g": f"d_{listing.names[item.node]}"}
    operation = item.operation
    shape = listing.plan.shapes[item.inputs[index]]
    if not operation.numpy_local:
        downstream = filled(operation.numpy_downstream[index], places)
        # Of these only losses take inputs of different shapes element by element.
        repeats = len({listing.plan.shapes[source] for source in item.inputs}) > 1
        if operation.category is Category.LOSSES and repeats:
            return f"unbroadcast({downstream}, {shape!r})"
        return downstream
    local = filled(operation.numpy_local[index], places)
    product = places["g"] if local in {"1", "1.0"} else f"{places['g']} * {_factor(local)}"
    if shape == listing.plan.shapes[item.node]:
        return product
    return f"unbroadcast({product}, {shape!r})"


def _factor(expression: str) -> str:
    return expression if expression.isidentifier() else f"({expression})"


def _gradient_table(listing: Listing) -> str:
    return "{" + ", ".join(f'"{name}": d_{name}' for name, _, _ in listing.inputs()) + "}"

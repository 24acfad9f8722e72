"""Groups that are known functions in disguise, and so have a simpler local gradient.

1/(1 + e⁻ˣ) is four gates whose local gradients multiply to σ(x)·(1 − σ(x)). Each row of the table
names an operation and the ways in which it is spelt out in smaller gates; a group that is built in
one of these ways borrows the operation's derivative and its LaTeX.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations

from engine.graph.model import Graph, NodeId
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

# A gate with its inputs, a constant number, or the group's one input, written "x".
Form = str | float | tuple["str | Form", ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One known function.

    Attributes:
        operation: The name of the operation that it is.
        forms: How it is spelt out.
    """

    operation: str
    forms: tuple[Form, ...]


def _negatives(form: Form) -> tuple[Form, ...]:
    return (("negate", form), ("multiply", -1.0, form), ("subtract", 0.0, form))


def _inverses(form: Form) -> tuple[Form, ...]:
    return (("reciprocal", form), ("divide", 1.0, form))


_EXP: Form = ("exp", "x")
_EXPS_OF_MINUS: tuple[Form, ...] = (
    *(("exp", negative) for negative in _negatives("x")),
    *_inverses(_EXP),
)
_DOUBLES: tuple[Form, ...] = (("multiply", 2.0, "x"), ("add", "x", "x"))

PATTERNS = (
    # σ(x) = 1/(1 + e⁻ˣ): Goodfellow, Bengio and Courville, Deep Learning, 2016, section 3.10.
    Pattern(
        "sigmoid",
        (
            *(
                form
                for exp_of_minus in _EXPS_OF_MINUS
                for form in _inverses(("add", 1.0, exp_of_minus))
            ),
            ("divide", _EXP, ("add", 1.0, _EXP)),
        ),
    ),
    # tanh x = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ) = 2σ(2x) − 1: Abramowitz and Stegun, Handbook of Mathematical
    # Functions, 1964, 4.5.3.
    Pattern(
        "tanh",
        (
            *(
                ("divide", ("subtract", _EXP, exp_of_minus), ("add", _EXP, exp_of_minus))
                for exp_of_minus in _EXPS_OF_MINUS
            ),
            *(("subtract", ("multiply", 2.0, ("sigmoid", double)), 1.0) for double in _DOUBLES),
        ),
    ),
    # ln(1 + eˣ): Dugas et al., Incorporating second-order functional knowledge, 2001.
    Pattern("softplus", (("log", ("add", 1.0, _EXP)),)),
)


def find_pattern(graph: Graph, output: NodeId, source: NodeId) -> Operation | None:
    """Return the operation that the gates between a source and an output spell out, or None."""
    for pattern in PATTERNS:
        if any(_matches(graph, output, source, form) for form in pattern.forms):
            return OPERATIONS[pattern.operation]
    return None


def _is_commutative(operation: Operation) -> bool:
    """Tell whether its two numbers can change places: two that have nothing in common tell."""
    if operation.arity != 2 or operation.derivatives is None:
        return False
    return bool(operation.forward(0.3, 1.7) == operation.forward(1.7, 0.3))


def _matches(graph: Graph, node_id: NodeId, source: NodeId, form: Form) -> bool:
    """Compare a gate and all that it is made of; a form is shallow, so this may call itself."""
    if isinstance(form, str):
        return node_id == source
    node = graph.nodes[node_id]
    if isinstance(form, float):
        value = node.value if node.operation == "constant" else None
        return value is not None and value.shape == () and float(value) == form
    name, *parts = form
    if node.operation != name:
        return False
    inputs = graph.inputs_of(node_id)
    orders: Iterable[tuple[NodeId | None, ...]] = (
        permutations(inputs) if _is_commutative(OPERATIONS[name]) else (inputs,)
    )
    return any(
        all(
            end is not None and _matches(graph, end, source, part)
            for end, part in zip(order, parts, strict=True)
        )
        for order in orders
    )

"""Names of nodes: which are allowed, and which one a new source gets."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from engine.errors import GraphError
from engine.graph.model import Graph, NodeId
from engine.graph.name_letters import PRIME, is_plain_name
from engine.graph.text_limits import check_length
from engine.operations.catalog import OPERATIONS
from engine.quoting import quote

# The letters a course would reach for first; after them the letter takes a number.
_LETTERS = {
    "input": ("x", "y", "z", "u", "v"),
    "parameter": ("w", "b"),
    "constant": ("c", "d", "k"),
}


def needs_name(operation: str) -> bool:
    """Return whether nodes of this operation must have a name.

    Inputs and parameters must, because formulas and tables of gradients speak of them by name. A
    constant may stand for itself, as the 1 in 1 + x does, and a gate for its expression.
    """
    record = OPERATIONS.get(operation)
    # A folded group is not in the table; it is a gate.
    return record is not None and record.is_source and operation != "constant"


def is_operations_own(name: str) -> bool:
    """Return whether a name is an operation's and no node may have it.

    A small letter such as σ is both: σ(x) is the sigmoid, and σ by itself a deviation.
    """
    return OPERATIONS.find(name) is not None and not (len(name) == 1 and name.islower())


def check_name(graph: Graph, node: NodeId, name: str) -> None:
    """Check that a node can take a name.

    Raises:
        GraphError: It is not an identifier, is an operation's name, or another node has it, or it
            is empty where a name is needed.
    """
    if not name:
        if needs_name(graph.nodes[node].operation):
            raise GraphError("name_missing", "An input needs a name, for example x or w1.")
        return
    check_length(name)
    if not is_plain_name(name):
        raise GraphError(
            "name_not_identifier",
            f"“{quote(name)}” cannot be a name: use letters, digits and _, and begin with "
            "a letter.",
            name=name,
        )
    if is_operations_own(name):
        raise GraphError(
            "name_is_operation",
            f"“{quote(name)}” is the name of an operation; choose another, such as {quote(name)}1.",
            name=name,
        )
    owner = graph.named(name)
    if owner is not None and owner != node:
        raise GraphError(
            "name_taken",
            f"Another node is already called “{quote(name)}”; choose another name.",
            name=name,
        )


def free_name(taken: Container[str], operation: str, wanted: str = "", first: int = 1) -> str:
    """Return the wanted name if it is free, else the nearest free one for that operation.

    Args:
        taken: The names that are used already.
        operation: What the node does.
        wanted: The name that it would have.
        first: The number to begin with; those below are known to be taken.
    """
    letters = (wanted,) if wanted else _LETTERS.get(operation, ("x",))
    for letter in letters:
        if letter not in taken:
            return letter
    stem = name_stem(operation, wanted)
    return next(name for number in count(first) if (name := f"{stem}{number}") not in taken)


def name_stem(operation: str, wanted: str = "") -> str:
    """Return what stands before the number where a wanted name is taken; x′ becomes x1."""
    letter = wanted or _LETTERS.get(operation, ("x",))[0]
    return letter.rstrip(f"0123456789{PRIME}") or letter

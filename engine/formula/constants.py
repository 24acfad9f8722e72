"""The numbers that everybody calls by a letter: e and π."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from engine.graph.model import Node
from engine.graph.name_letters import normal_name

EULER = "e"
PI = "π"
# They are called so unless somebody gives the name to something else.
CONSTANTS: Mapping[str, float] = {EULER: math.e, PI: math.pi}
_OTHER_SPELLINGS: Mapping[str, str] = {"pi": PI}


def constant_name(name: str) -> str | None:
    """Return what a constant is called, by any of its spellings, or None for another name."""
    name = _OTHER_SPELLINGS.get(name, name)
    return name if name in CONSTANTS else None


def is_constant(name: str, value: object) -> bool:
    """Whether a value that is given by name is that of the constant so called.

    Example:
        >>> is_constant("pi", np.pi), is_constant("e", 3.0), is_constant("e", np.array([1.0, 2.0]))
        (True, False, False)
    """
    constant = constant_name(name)
    is_one = not (isinstance(value, np.ndarray) and value.ndim)
    return constant is not None and is_one and bool(value == CONSTANTS[constant])


def constant_of(node: Node) -> str | None:
    """Return the constant that a node is by name and value, or None for any other node."""
    constant = constant_name(normal_name(node.name)) if node.name else None
    if constant is None or node.operation != "constant" or node.value is None or node.value.ndim:
        return None
    return constant if node.value.item() == CONSTANTS[constant] else None

"""A question: one number of a graph that a learner is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from engine.graph.model import InputPort, NodeId


class Kind(Enum):
    """What an exercise hides."""

    VALUES = "values"
    GRADIENTS = "gradients"
    BOTH = "both"

    @property
    def asks_values(self) -> bool:
        """Whether the gates' values are asked for."""
        return self is not Kind.GRADIENTS

    @property
    def asks_gradients(self) -> bool:
        """Whether gradients are asked for."""
        return self is not Kind.VALUES


class Quantity(Enum):
    """What kind of number is asked for."""

    VALUE = "value"
    GRADIENT = "gradient"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Question:
    """One number: the value of a gate, the gradient on a wire, or a sum over branches.

    Attributes:
        quantity: Which of the three.
        node: The gate whose value, or the node whose gradient it is.
        port: For the gradient on a wire the port that the wire ends at, else None.
    """

    quantity: Quantity
    node: NodeId
    port: InputPort | None = None

    @property
    def gate(self) -> NodeId | None:
        """The gate that the number is computed at; None for a sum, which needs no gate."""
        if self.port is not None:
            return self.port.node
        return self.node if self.quantity is Quantity.VALUE else None

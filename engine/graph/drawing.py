"""A drawing: a graph, and where its nodes stand on the canvas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.graph.model import Graph, NodeId

Point = tuple[float, float]


@dataclass(frozen=True)
class Drawing:
    """What a document holds, as an immutable value.

    Because it is a value, undoing is going back to an earlier one, exactly.

    Attributes:
        graph: The graph.
        positions: The centre of each node in canvas units, x to the right and y down.
        title: What the drawing is called, for example in the menu of examples.
        description: What it shows, in a sentence or two.
    """

    graph: Graph = field(default_factory=Graph)
    positions: Mapping[NodeId, Point] = field(default_factory=dict)
    title: str = ""
    description: str = ""

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

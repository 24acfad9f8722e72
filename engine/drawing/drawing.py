"""A drawing: a graph, and where its nodes stand on the canvas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from engine.graph.model import Graph, NodeId

Point = tuple[float, float]
FrameId = NewType("FrameId", int)

# So many colours the theme keeps for frames.
FRAME_COLORS = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """A titled box round some nodes, with a note for whoever reads the drawing.

    What belongs to it is listed, never found by place: its rectangle follows its members, and a
    node that merely stands inside is no member. A node is in one frame at most.

    Attributes:
        title: What stands in its bar.
        members: The nodes that it goes round; at least one.
        note: A text below the title, of any number of lines.
        color: Which of the theme's colours for frames it has, from 0 to ``FRAME_COLORS`` - 1.
    """

    title: str
    members: frozenset[NodeId]
    note: str = ""
    color: int = 0


@dataclass(frozen=True)
class Drawing:
    """What a document holds, as an immutable value.

    Because it is a value, undoing is going back to an earlier one, exactly.

    Attributes:
        graph: The graph.
        positions: The centre of each node in canvas units, x to the right and y down.
        title: What the drawing is called, for example in the menu of examples.
        description: What it shows, in a sentence or two.
        frames: The frames; no two have a node in common.
        collapsed: The nodes whose cards show what they are called and nothing else.
    """

    graph: Graph = field(default_factory=Graph)
    positions: Mapping[NodeId, Point] = field(default_factory=dict)
    title: str = ""
    description: str = ""
    frames: Mapping[FrameId, Frame] = field(default_factory=dict)
    collapsed: frozenset[NodeId] = frozenset()

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

"""What a position on the timeline shows of a drawing's numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.graph.model import NodeId


@dataclass(frozen=True)
class Tangents:
    """What forward mode has computed: how nodes move when one element of a source does.

    Attributes:
        source: The source that moves.
        index: Which of its elements.
        nodes: The tangents so far; what is not in it is not reached, which is not zero.
    """

    source: NodeId
    index: tuple[int, ...]
    nodes: Mapping[NodeId, Array]


@dataclass(frozen=True)
class PassView:
    """What a position on the timeline shows: the numbers computed so far, and the gate at work.

    In forward mode there are tangents, which are shown in the place of the gradients.
    """

    values: Mapping[NodeId, Array]
    gradients: Gradients
    current: NodeId | None
    direction: Literal["forward", "backward", "tangent"]
    tangents: Tangents | None = None

"""How much a drawing may hold: what cannot be drawn, or opened again once saved, is refused."""

from __future__ import annotations

from engine.drawing.drawing import Drawing
from engine.drawing.drawing_file import MOST_STORED_NUMBERS
from engine.errors import FileFormatError, GraphError
from engine.graph.model import Graph

MOST_DRAWN = 10_000
"""Drawing so many takes some seconds and an edit of them a second; a hundred thousand, minutes."""


def check_drawable(drawing: Drawing, *, beside: int = 0) -> Drawing:
    """Return a drawing that came from elsewhere, if the canvas can hold it.

    Args:
        drawing: What was read.
        beside: How many nodes there are already.

    Raises:
        FileFormatError: It cannot.
    """
    count = len(drawing.graph) + beside
    if count > MOST_DRAWN:
        raise FileFormatError(
            "too_many_to_draw",
            f"This would be a graph of {count:,} nodes; the canvas holds up to {MOST_DRAWN:,}. "
            "“python -m engine” computes and exports larger ones.",
            count=f"{count:,}",
            most=f"{MOST_DRAWN:,}",
        )
    return drawing


def check_storable(before: Drawing, after: Drawing) -> None:
    """Check that an edit leaves a drawing whose file can be opened again.

    What has grown too large by other ways may still be edited, and made smaller.

    Raises:
        GraphError: Its sources hold more numbers than a file that is read, and than before.
    """
    if before.graph is after.graph:
        return
    count = _stored_numbers(after.graph)
    if count > MOST_STORED_NUMBERS and count > _stored_numbers(before.graph):
        raise GraphError(
            "too_many_numbers",
            f"The inputs and parameters of this graph would hold {count:,} numbers, and a file "
            f"holds up to {MOST_STORED_NUMBERS:,}.",
            count=f"{count:,}",
            most=f"{MOST_STORED_NUMBERS:,}",
        )


def _stored_numbers(graph: Graph) -> int:
    return sum(node.value.size for node in graph.nodes.values() if node.value is not None)

"""How many nodes a canvas can hold: a drawing with more is refused before it is drawn."""

from __future__ import annotations

from engine.errors import FileFormatError
from engine.graph.drawing import Drawing

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

"""A formula that is being typed, read and typeset beside the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.widgets.formulas.formula_picture import can_be_drawn, keep, typeset
from desktop.widgets.formulas.line_breaking import first_lines
from engine.errors import EngineError
from engine.formula.unfinished import read_unfinished

MOST_LINES = 3


@dataclass(frozen=True)
class TypedPicture:
    """What a text was understood as.

    Attributes:
        text: What was typed.
        latex: The formula; empty where it cannot be understood, or not be drawn.
        colour: The ink of its pictures.
        pictures: The SVG of each of its lines, None where a line cannot be drawn.
    """

    text: str
    latex: str = ""
    colour: str = ""
    pictures: tuple[tuple[str, str | None], ...] = ()

    def hand_over(self) -> None:
        """Keep the pictures for whoever shows the formula, on the interface's thread."""
        for line, svg in self.pictures:
            keep(line, self.colour, svg)


def picture_of(
    text: str, place: int, read: Callable[[str], str], colour: str
) -> Iterator[TypedPicture | None]:
    """Read and typeset a text on a task's thread; the last record is what it was understood as.

    Args:
        text: What was typed, finished or not.
        place: Where the caret is in it.
        read: Returns a formula's LaTeX, or raises what is wrong with it.
        colour: The ink, as ``#rrggbb``.
    """
    try:
        latex = read_unfinished(text, read, place)
    except EngineError:
        latex = ""
    yield None
    lines, _ = first_lines(latex, MOST_LINES) if latex else ([], 0)
    if not all(can_be_drawn(line) for line in lines):
        latex, lines = "", []
    pictures = []
    for line in lines:
        svg = None
        for drawn in typeset(line, colour):
            svg = drawn
            yield None
        pictures.append((line, svg))
    yield TypedPicture(text, latex, colour, tuple(pictures))

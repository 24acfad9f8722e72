"""What a text with formulas consists of, as values; who reads Markdown makes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look.

    Attributes:
        text: The words, without line breaks.
        is_bold: Whether they are strong.
        is_italic: Whether they are stressed.
        is_code: Whether they are code.
        target: What they lead to: a lesson's id, or ``gate:`` and an operation; empty for nothing.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in a line of text, with what is written so close to it that no line breaks there.

    Attributes:
        latex: Math-mode LaTeX.
        before: Brackets in front of it.
        after: A comma, a bracket or a particle behind it.
    """

    latex: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the name of its file, and what it shows in words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The line ends here, and the paragraph goes on."""


Piece = Words | Formula | Picture | LineBreak


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DisplayFormula:
    """A formula on a line of its own, in math-mode LaTeX."""

    latex: str


@dataclass(frozen=True, slots=True)
class Code:
    """Lines of code."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list.

    Attributes:
        items: The blocks of each item.
        first: The number of the first item; None where they are not numbered.
    """

    items: tuple[tuple[Block, ...], ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What is said beside the text."""

    blocks: tuple[Block, ...]


class Side(Enum):
    """Where what stands in a column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row heads its columns.

    Attributes:
        rows: The cells of each row; all have as many.
        sides: Where what stands in each column stands.
    """

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    sides: tuple[Side, ...]


Block = Paragraph | DisplayFormula | Code | Listing | Note | Table


def pieces_of(blocks: Sequence[Block]) -> Iterator[Piece]:
    """Yield every piece of some blocks, a formula on a line of its own as one too."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from block.pieces
            case DisplayFormula():
                yield Formula(block.latex)
            case Listing():
                for item in block.items:
                    yield from pieces_of(item)
            case Note():
                yield from pieces_of(block.blocks)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from cell

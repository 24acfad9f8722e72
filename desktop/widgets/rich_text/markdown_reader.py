"""Markdown read into blocks: a few of CommonMark's marks, formulas, and no HTML.

What is no mark of these stands as it is written: a heading keeps its signs, HTML its angles, and a
link that leads anywhere but to a lesson or a gate is the words that it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.widgets.rich_text.blocks import (
    Block,
    Code,
    DisplayFormula,
    Formula,
    LineBreak,
    Listing,
    Note,
    Paragraph,
    Picture,
    Piece,
    Side,
    Table,
    Words,
    pieces_of,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

# What is longer, or has more formulas, is no step of a lesson, and would keep the interface busy.
LONGEST, MOST_FORMULAS = 8_000, 300
_MARKS = (
    "blockquote", "fence", "list", "table",
    "backticks", "emphasis", "escape", "image", "link", "newline",
    "balance_pairs", "fragments_join",
)  # fmt: skip
# What touches a formula and is not longer than a particle with its full stop stays beside it.
_OPENING, _MOST_CLOSE = '([{“‘"', 8
_TARGET = re.compile(r"(gate:)?[a-z0-9][a-z0-9_-]*")
_PICTURE = re.compile(r"[\w.-]+\.svg")


def read_markdown(text: str) -> tuple[Block, ...]:
    """Return what a text says.

    The first call imports the library, which takes a tenth of a second; see `prepare`.

    Args:
        text: Markdown; what is beyond the longest text is left out, and one with more formulas than
            anybody reads is shown as it is written.
    """
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_reader().parse(text[:LONGEST]))
    blocks = tuple(_blocks(root.children))
    formulas = sum(isinstance(piece, Formula) for piece in pieces_of(blocks))
    return blocks if formulas <= MOST_FORMULAS else (Paragraph((Words(text[:LONGEST]),)),)


def prepare() -> None:
    """Import the library, on any thread, so that the next text is read at once."""
    _reader()


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    return MarkdownIt("zero").enable(list(_MARKS)).use(dollarmath_plugin)


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "paragraph":
                yield Paragraph(_pieces_in(node))
            case "math_block":
                yield DisplayFormula(node.content.strip())
            case "fence":
                yield Code(node.content.rstrip("\n"))
            case "bullet_list" | "ordered_list":
                yield _listing(node)
            case "blockquote":
                yield Note(tuple(_blocks(node.children)))
            case "table":
                yield _table(node)


def _listing(node: SyntaxTreeNode) -> Listing:
    first = None
    if node.type == "ordered_list":
        first = int(node.attrs.get("start", 1))
    return Listing(tuple(tuple(_blocks(item.children)) for item in node.children), first)


def _table(node: SyntaxTreeNode) -> Table:
    rows = [row for part in node.children for row in part.children]
    return Table(
        tuple(tuple(_pieces_in(cell) for cell in row.children) for row in rows),
        tuple(_side(cell) for cell in rows[0].children),
    )


def _side(cell: SyntaxTreeNode) -> Side:
    style = str(cell.attrs.get("style", ""))
    return next((side for side in Side if style.endswith(f":{side.value}")), Side.LEFT)


def _pieces_in(node: SyntaxTreeNode) -> tuple[Piece, ...]:
    return tuple(_glued(list(_joined(_pieces(node.children, Words(""))))))


def _pieces(nodes: Sequence[SyntaxTreeNode], look: Words) -> Iterator[Piece]:
    """Yield what stands in a line, in the look of what is round it."""
    for node in nodes:
        match node.type:
            case "text":
                yield replace(look, text=node.content)
            case "code_inline":
                yield replace(look, text=node.content, is_code=True)
            case "softbreak":
                yield replace(look, text=" ")
            case "hardbreak":
                yield LineBreak()
            case "math_inline" | "math_inline_double":
                yield Formula(node.content.strip())
            case "image":
                yield _picture(node, look)
            case _:
                yield from _pieces(node.children, _look_in(node, look))


def _look_in(node: SyntaxTreeNode, look: Words) -> Words:
    match node.type:
        case "strong":
            return replace(look, is_bold=True)
        case "em":
            return replace(look, is_italic=True)
        case "link":
            target = str(node.attrs.get("href", ""))
            return replace(look, target=target if _TARGET.fullmatch(target) else "")
        case _:
            return look


def _picture(node: SyntaxTreeNode, look: Words) -> Piece:
    name, words = str(node.attrs.get("src", "")), node.content
    if words and _PICTURE.fullmatch(name):
        return Picture(name, words)
    return replace(look, text=words)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join words of one look, which the library hands over in parts."""
    held: Words | None = None
    for piece in pieces:
        if isinstance(piece, Words) and held and replace(piece, text=held.text) == held:
            held = replace(held, text=held.text + piece.text)
            continue
        if held and held.text:
            yield held
        held = piece if isinstance(piece, Words) else None
        if held is None:
            yield piece
    if held and held.text:
        yield held


def _glued(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield pieces with what touches a formula moved to it, from the plain words on both sides."""
    for place in range(len(pieces) - 1):
        piece, following = pieces[place], pieces[place + 1]
        if isinstance(piece, Words) and isinstance(following, Formula) and _is_plain(piece):
            kept = piece.text.rstrip(_OPENING)
            pieces[place] = replace(piece, text=kept)
            pieces[place + 1] = replace(following, before=piece.text[len(kept) :])
        elif isinstance(piece, Formula) and isinstance(following, Words) and _is_plain(following):
            close = following.text.partition(" ")[0]
            if len(close) <= _MOST_CLOSE:
                pieces[place] = replace(piece, after=close)
                pieces[place + 1] = replace(following, text=following.text[len(close) :])
    return (piece for piece in pieces if not isinstance(piece, Words) or piece.text)


def _is_plain(words: Words) -> bool:
    return not (words.is_code or words.is_bold or words.is_italic or words.target)

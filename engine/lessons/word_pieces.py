r"""Markdown with blanks, cut into what is written as it stands, blanks, formulas and code.

Outside a formula every ``{…}`` is a blank; ``\{`` is a brace. Inside ``$…$`` a brace directly after
a command, ``_``, ``^``, ``}`` or ``]`` is LaTeX's own, and any other begins a blank:
``\frac{{x}}{2}`` has one, ``{x}``. What stands in backticks or in a fence is code, and has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a piece is."""

    TEXT = "text"
    CODE = "code"
    # LaTeX as it stands, without its dollars, which are pieces of text.
    MATH = "math"
    DOLLAR = "dollar"
    # A blank; its text is what stands between the braces.
    BLANK = "blank"
    # A brace of a blank that is never closed.
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text.

    Attributes:
        kind: What it is.
        text: What stands there; of a blank what stands in its braces.
        start: Where it begins.
        in_math: Whether it stands in a formula.
    """

    kind: Kind
    text: str
    start: int
    in_math: bool = False


_PLAIN = re.compile(
    r"(?P<escape>\\.)"
    r"|(?P<fence>^ {0,3}(?P<marks>`{3,}|~{3,})[^\n]*\n"
    r".*?(?:^ {0,3}(?P=marks)[`~]*[ \t]*$|\Z))"
    r"|(?P<ticks>`+)"
    r"|(?P<dollars>\$\$?)"
    r"|(?P<brace>\{)",
    re.DOTALL | re.MULTILINE,
)
# A formula ends at its dollars, and never reaches over an empty line.
_MATH_END = {
    dollars: re.compile(rf"(?:\\.|(?!\n[ \t]*\n)[^\\$])*?(?<!\\){re.escape(dollars)}", re.DOTALL)
    for dollars in ("$", "$$")
}
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_LONGEST_COMMAND = 40
_LATEX_BEFORE = re.compile(r"(?:\\[A-Za-z]+\*?|[_^}\]])\Z")


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text into its pieces, which together are all of it but the braces of blanks."""
    done = position = 0
    while (found := _PLAIN.search(text, position)) is not None:
        name = found.lastgroup if found.lastgroup != "marks" else "fence"
        start = found.start()
        taken = _TAKE[str(name)](text, found)
        if taken is None:
            position = found.end()
            continue
        if start > done:
            yield Piece(Kind.TEXT, text[done:start], done)
        yield from taken[0]
        done = position = taken[1]
    if done < len(text):
        yield Piece(Kind.TEXT, text[done:], done)


# The pieces that begin at a place, and where they end; None where it is text as it stands.
_Taken = tuple[list[Piece], int] | None


def _take_escape(_text: str, _found: re.Match[str]) -> _Taken:
    return None


def _take_fence(_text: str, found: re.Match[str]) -> _Taken:
    return [Piece(Kind.CODE, found[0], found.start())], found.end()


def _take_ticks(text: str, found: re.Match[str]) -> _Taken:
    """Take a span of code, which ends with as many backticks as it begins with."""
    end = re.compile(rf"(?<!`){found[0]}(?!`)").search(text, found.end())
    if end is None or "\n\n" in text[found.end() : end.start()]:
        return None
    return [Piece(Kind.CODE, text[found.start() : end.end()], found.start())], end.end()


def _take_math(text: str, found: re.Match[str]) -> _Taken:
    dollars, start = found[0], found.end()
    end = _MATH_END[dollars].match(text, start)
    if end is None or end.end() == start + len(dollars):
        return None
    inside = text[start : end.end() - len(dollars)]
    last = end.end() - len(dollars)
    return [
        Piece(Kind.DOLLAR, dollars, found.start()),
        *_math_pieces(inside, start),
        Piece(Kind.DOLLAR, dollars, last),
    ], end.end()


def _take_brace(text: str, found: re.Match[str]) -> _Taken:
    start = found.start()
    end = text.find("}", start)
    inside = text[start + 1 : end]
    if end < 0 or "{" in inside or "\n\n" in inside:
        return [Piece(Kind.OPEN, "{", start)], start + 1
    return [Piece(Kind.BLANK, inside, start)], end + 1


_TAKE = {
    "escape": _take_escape,
    "fence": _take_fence,
    "ticks": _take_ticks,
    "dollars": _take_math,
    "brace": _take_brace,
}


def _math_pieces(latex: str, offset: int) -> list[Piece]:
    found: list[Piece] = []
    done = position = 0
    while (brace := _BRACE.search(latex, position)) is not None:
        start, position = brace.start(), brace.end()
        if brace[0] != "{" or _LATEX_BEFORE.search(latex[max(0, start - _LONGEST_COMMAND) : start]):
            continue
        if start > done:
            found.append(Piece(Kind.MATH, latex[done:start], offset + done, in_math=True))
        end = latex.find("}", start)
        inside = latex[start + 1 : end]
        if end < 0 or "{" in inside:
            found.append(Piece(Kind.OPEN, "{", offset + start, in_math=True))
            done = position
        else:
            found.append(Piece(Kind.BLANK, inside, offset + start, in_math=True))
            done = position = end + 1
    if done < len(latex):
        found.append(Piece(Kind.MATH, latex[done:], offset + done, in_math=True))
    return found

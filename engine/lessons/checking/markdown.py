"""What is wrong in the Markdown of a part: formulas, stars, pictures, links, and HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from engine.errors import EngineError
from engine.languages.language import Language
from engine.lessons.blanks import Blank, BlankKind, blanks
from engine.lessons.checking.emphasis import is_sign, left_over
from engine.lessons.checking.latex import latex_faults
from engine.lessons.word_pieces import Kind, Piece, pieces
from engine.operations.catalog import OPERATIONS
from engine.quoting import quote

_IMAGE = re.compile(r"!\[([^\[\]]*)\]\(([^)\s]*)[^)]*\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^)\s]*)[^)]*\)")
_HTML = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?|!--.*?--|![A-Z][^<>]*)>", re.DOTALL)
_PICTURES = (".svg", ".png")
_GATE, _LESSON = "gate:", "lesson:"
# What stands for a number, a text of the interface, a particle: a letter or a digit.
_FILLED = {BlankKind.FORMULA: "7", BlankKind.UI: "가", BlankKind.PARTICLE: "는"}
_MINUS = "\N{MINUS SIGN}"


class MarkdownError(EngineError):
    """Markdown that is not shown as it is meant, or not allowed in a lesson."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fault and where it stands in the text."""

    error: EngineError
    start: int


def markdown_faults(
    text: str,
    language: Language,
    files: Collection[str],
    may_be_negative: Callable[[str], bool],
) -> Iterator[Found]:
    """Return what is wrong with a text.

    Args:
        text: Markdown with blanks.
        language: What it is written in.
        files: The names of the files in the lesson's folder.
        may_be_negative: Tells of the formula of a blank whether a minus may stand in its place.
    """
    found = list(pieces(text))
    yield from _formula_faults(text, found)
    plain = _plain(text, found, language)
    with_minus = _plain(text, found, language, may_be_negative)
    # A minus or a parenthesis at the edge of a number is another sign than a digit is.
    for place in sorted({*left_over(plain), *left_over(with_minus)}):
        yield Found(
            MarkdownError(
                "lesson_stars",
                "A “**” is left over here: a closing one must not stand between a bracket, a "
                "quotation mark or another sign and a letter, and an opening one neither; a minus, "
                "and what a button ends with, are such signs too. Write **word**(gloss) instead "
                "of **word(gloss)**.",
            ),
            place,
        )
    for match in _HTML.finditer(plain):
        yield Found(
            MarkdownError(
                "lesson_html",
                f"“{quote(match[0])}” is HTML, which a lesson has none of.",
                tag=match[0],
            ),
            match.start(),
        )
    yield from _picture_faults(plain, files)
    yield from _link_faults(plain)


def _formula_faults(text: str, found: list[Piece]) -> Iterator[Found]:
    latex, start = "", 0
    is_open = False
    for piece in found:
        if piece.kind is Kind.DOLLAR:
            if is_open:
                yield from (Found(error, start) for error in latex_faults(latex))
            is_open, latex, start = not is_open, "", piece.start
        elif piece.kind is Kind.OPEN:
            latex += "{"
            if not piece.in_math:
                error = MarkdownError(
                    "lesson_blank_open", "This “{” is never closed; a brace as such is “\\{”."
                )
                yield Found(error, piece.start)
        elif is_open:
            latex += "7" if piece.kind is Kind.BLANK else piece.text
        elif piece.kind is Kind.TEXT:
            place = _lone_dollar(piece.text)
            if place is not None:
                error = MarkdownError(
                    "lesson_dollar",
                    "This “$” begins a formula that does not end; a dollar as such is “\\$”.",
                )
                yield Found(error, piece.start + place)


def _lone_dollar(text: str) -> int | None:
    match = re.search(r"(?<!\\)(?:\\\\)*\$", text)
    return None if match is None else match.end() - 1


def _plain(
    text: str,
    found: list[Piece],
    language: Language,
    is_negative: Callable[[str], bool] = lambda _formula: False,
) -> str:
    """Return the text with letters in the places of formulas, code and blanks, as long as it is.

    So what is found in it stands at the same place in the file.
    """
    known = {blank.start: blank for blank in blanks(text, language)}
    plain = ""
    for piece in found:
        if piece.kind is Kind.BLANK:
            count = len(piece.text) + 2
            blank = known[piece.start]
            plain += "x" * count if piece.in_math else _in_place(blank, count, is_negative)
        elif piece.kind is Kind.DOLLAR:
            # The reader of formulas takes the dollars for punctuation, and so do stars.
            plain += piece.text
        elif piece.kind in {Kind.CODE, Kind.MATH}:
            plain += "".join("\n" if sign == "\n" else "x" for sign in piece.text)
        else:
            plain += piece.text
    return plain


def _in_place(blank: Blank, count: int, is_negative: Callable[[str], bool]) -> str:
    """Return as many signs as a blank has, with the edges of what will stand in its place."""
    sign = _FILLED[blank.kind]
    if blank.kind is BlankKind.UI and blank.text:
        # A text of the interface ends with “…” or a bracket in every language, or in none.
        first, last = (end if is_sign(end) else sign for end in (blank.text[0], blank.text[-1]))
        return first + sign * (count - 2) + last
    if blank.kind is BlankKind.FORMULA and is_negative(blank.text):
        first, last = ("(", ")") if blank.form.brackets else (_MINUS, sign)
        return first + sign * (count - 2) + last
    return sign * count


def _picture_faults(plain: str, files: Collection[str]) -> Iterator[Found]:
    for match in _IMAGE.finditer(plain):
        words, name = match.groups()
        if not words.strip():
            error = MarkdownError(
                "lesson_picture_words",
                f"The picture “{quote(name)}” needs words for who cannot see it: ![words](file).",
                name=name,
            )
            yield Found(error, match.start())
        if name not in files or not name.endswith(_PICTURES):
            error = MarkdownError(
                "lesson_no_picture",
                f"“{quote(name)}” is no picture in the lesson’s folder, .svg or .png.",
                name=name,
            )
            yield Found(error, match.start())


def _link_faults(plain: str) -> Iterator[Found]:
    for match in _LINK.finditer(plain):
        target = match[2]
        gate = target.removeprefix(_GATE)
        if target.startswith(_LESSON) or (gate != target and OPERATIONS.find(gate) is not None):
            continue
        error = MarkdownError(
            "lesson_link",
            f"“{quote(target)}” leads nowhere: a link leads to a lesson, such as "
            "lesson:first-graph, or to a gate, such as gate:multiply.",
            name=target,
        )
        yield Found(error, match.start())


def links_to_lessons(text: str) -> Iterator[tuple[str, int]]:
    """Return the lessons to which a text leads, with the places of the links."""
    for match in _LINK.finditer(text):
        if match[2].startswith(_LESSON):
            yield match[2].removeprefix(_LESSON), match.start()

"""The blanks of a lesson's words: filled from facts, with the particle that fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from engine.arrays import Array
from engine.errors import EngineError
from engine.explanation.number_latex import array_latex
from engine.formula.values import format_number, format_value
from engine.languages.language import Language
from engine.lessons.facts import Fact, Facts
from engine.lessons.formulas import fact_value
from engine.lessons.spoken_end import spoken_end
from engine.lessons.word_pieces import Kind, Piece, pieces

# What is written where a fact has no value yet.
NOTHING = "–"
USUAL_DIGITS, MOST_DIGITS = 2, 12
_UI = "ui:"
_DIGITS = re.compile(r"(.*):\s*(\d{1,2})\s*", re.DOTALL)
_ASCII_WORD = re.compile(r"[A-Za-z0-9]")
# What would be read as Markdown, in a text that is none.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#$~|!])")
_LATEX = re.compile(r"([#$%&_{}])")
_LARGEST_WRITTEN = 4


class BlankKind(Enum):
    """What a blank is filled with."""

    FORMULA = "formula"
    PARTICLE = "particle"
    UI = "ui"


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of a text.

    Attributes:
        kind: What it is filled with.
        text: The formula, the forms of the particle with strokes between them, or the English
            text of the interface.
        digits: Decimals of a number.
        start: Where it begins in the text.
        in_math: Whether it stands in a formula.
    """

    kind: BlankKind
    text: str
    digits: int
    start: int
    in_math: bool


def fill_words(text: str, facts: Facts, language: Language, ui: Callable[[str], str]) -> str:
    r"""Return a text of a lesson with its blanks filled.

    A number is written as `format_number` does, with two decimals or as many as stand behind a
    colon: ``{1/3:4}``. Inside a formula it is LaTeX, such as ``1.2 \times 10^{-5}``. What has no
    value yet, or is not known, is written “–”.

    Args:
        text: Markdown with blanks.
        facts: What is known by name, ``answer`` among it in a verdict.
        language: The language the text is written in; it chooses particles.
        ui: Returns a text of the interface, given in English, as the interface says it now.

    Example:
        >>> from engine.languages.catalog import LANGUAGES
        >>> fill_words("{q}{은/는} $2 \\cdot {z}$", {"q": 3.0, "z": -4.0}, LANGUAGES["ko"], str)
        '3은 $2 \\cdot -4$'
    """
    filled = ""
    for piece in pieces(text):
        if piece.kind is Kind.BLANK:
            filled += _filled(_blank(piece, language), filled, facts, language, ui)
        else:
            filled += piece.text
    return filled


def blanks(text: str, language: Language) -> Iterator[Blank]:
    """Return the blanks of a text.

    Args:
        text: Markdown with blanks.
        language: What it is written in: only some languages have particles.
    """
    for piece in pieces(text):
        if piece.kind is Kind.BLANK:
            yield _blank(piece, language)


def _blank(piece: Piece, language: Language) -> Blank:
    inside = piece.text.strip()
    place = (piece.start, piece.in_math)
    if inside.startswith(_UI):
        return Blank(BlankKind.UI, inside.removeprefix(_UI).strip(), 0, *place)
    # {x/y} divides, {은/는} chooses: no formula is without a letter or digit of ASCII.
    is_particle = "/" in inside and not piece.in_math and not _ASCII_WORD.search(inside)
    if is_particle and language.joining is not None:
        return Blank(BlankKind.PARTICLE, inside, 0, *place)
    digits = _DIGITS.fullmatch(inside)
    if digits is None:
        return Blank(BlankKind.FORMULA, inside, USUAL_DIGITS, *place)
    count = min(max(int(digits[2]), 1), MOST_DIGITS)
    return Blank(BlankKind.FORMULA, digits[1].strip(), count, *place)


def _filled(
    blank: Blank, before: str, facts: Facts, language: Language, ui: Callable[[str], str]
) -> str:
    if blank.kind is BlankKind.UI:
        return _escaped(ui(blank.text), in_math=blank.in_math)
    if blank.kind is BlankKind.PARTICLE:
        assert language.joining is not None
        forms = tuple(blank.text.split("/"))
        return language.joining(spoken_end(before), forms) if len(forms) == 2 else forms[0]
    try:
        fact = fact_value(blank.text, facts)
    except EngineError:
        return NOTHING
    return written_fact(fact, blank.digits, in_math=blank.in_math)


def written_fact(fact: Fact, digits: int = USUAL_DIGITS, *, in_math: bool = False) -> str:
    r"""Return a fact as words show it: Markdown, or LaTeX inside a formula.

    Example:
        >>> written_fact(-0.5), written_fact(1.25e-5, in_math=True)
        ('−0.5', '1.25 \\times 10^{-5}')
    """
    if fact is None:
        return NOTHING
    if isinstance(fact, str | tuple):
        return _escaped(fact if isinstance(fact, str) else ", ".join(fact), in_math=in_math)
    array = np.asarray(fact, dtype=np.float64)
    if in_math:
        return array_latex(array, digits, as_row=True)
    return _written_array(array, digits)


def _written_array(array: Array, digits: int) -> str:
    if array.ndim == 2 and array.size and max(array.shape) <= _LARGEST_WRITTEN:
        rows = (" ".join(format_number(float(cell), digits) for cell in row) for row in array)
        return r"\[" + "; ".join(rows) + r"\]"
    return _escaped(format_value(array, digits), in_math=False)


def _escaped(text: str, *, in_math: bool) -> str:
    if in_math:
        return rf"\text{{{_LATEX.sub(r'', text)}}}"
    return _MARKDOWN.sub(r"\\\1", text)

"""The blanks of a lesson's words: filled from facts, with the particle that fits."""

from __future__ import annotations

import math
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
# Decimals, “,” for thousands, “()” for brackets round what is negative; each may be left out.
_FORM = re.compile(r"(.*):\s*(?=[\d,(])(\d{1,2})?\s*(,)?\s*(\(\))?\s*", re.DOTALL)
_ASCII_WORD = re.compile(r"[A-Za-z0-9]")
# What would be read as Markdown, in a text that is none.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#$~|!])")
_LATEX = re.compile(r"([#$%&_{}])")
_LARGEST_WRITTEN = 4
# From here on a number is written with thousands, up to where not all its digits are known.
_THOUSAND, _MOST_WRITTEN = 1e3, 1e15
_LAST_BITS = 1e-14
_MINUS = "\N{MINUS SIGN}"


class BlankKind(Enum):
    """What a blank is filled with."""

    FORMULA = "formula"
    PARTICLE = "particle"
    UI = "ui"


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How the number of a blank is written.

    Attributes:
        digits: Its decimals.
        thousands: Whether it is written out, with a comma between thousands.
        brackets: Whether it gets parentheses where it is negative.
    """

    digits: int = USUAL_DIGITS
    thousands: bool = False
    brackets: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of a text.

    Attributes:
        kind: What it is filled with.
        text: The formula, the forms of the particle with strokes between them, or the English
            text of the interface.
        form: How a number is written.
        start: Where it begins in the text.
        in_math: Whether it stands in a formula.
    """

    kind: BlankKind
    text: str
    form: NumberForm
    start: int
    in_math: bool


def fill_words(text: str, facts: Facts, language: Language, ui: Callable[[str], str]) -> str:
    r"""Return a text of a lesson with its blanks filled.

    A number is written as `format_number` does, with two decimals or as many as stand behind a
    colon: ``{1/3:4}``. There may stand a comma too, for thousands, and ``()``, for parentheses
    round a negative number: ``{n:,}``, ``{x:()}``, ``{x:4()}``. Inside a formula it is LaTeX, such
    as ``1.2 \times 10^{-5}``. What has no value yet, or is not known, is written “–”.

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
        return Blank(BlankKind.UI, inside.removeprefix(_UI).strip(), NumberForm(), *place)
    # {x/y} divides, {은/는} chooses: no formula is without a letter or digit of ASCII.
    is_particle = "/" in inside and not piece.in_math and not _ASCII_WORD.search(inside)
    if is_particle and language.joining is not None:
        return Blank(BlankKind.PARTICLE, inside, NumberForm(), *place)
    found = _FORM.fullmatch(inside)
    if found is None:
        return Blank(BlankKind.FORMULA, inside, NumberForm(), *place)
    formula, digits, thousands, brackets = found.groups()
    count = USUAL_DIGITS if digits is None else min(max(int(digits), 1), MOST_DIGITS)
    form = NumberForm(count, thousands is not None, brackets is not None)
    return Blank(BlankKind.FORMULA, formula.strip(), form, *place)


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
    return written_fact(fact, blank.form, in_math=blank.in_math)


def written_fact(fact: Fact, form: NumberForm = NumberForm(), *, in_math: bool = False) -> str:
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
    written = _written_number(array, form, in_math=in_math)
    return f"({written})" if form.brackets and array.ndim == 0 and array < 0 else written


def _written_number(array: Array, form: NumberForm, *, in_math: bool) -> str:
    if form.thousands and array.ndim == 0 and _THOUSAND <= abs(array) < _MOST_WRITTEN:
        text = f"{float(array):,.{form.digits}f}"
        if math.isclose(float(text.replace(",", "")), float(array), rel_tol=_LAST_BITS):
            # Zeros at the end would say that it was rounded.
            text = text.rstrip("0").removesuffix(".")
        # A comma of LaTeX has a space behind it, unless it stands in braces.
        return text.replace(",", "{,}") if in_math else text.replace("-", _MINUS)
    if in_math:
        return array_latex(array, form.digits, as_row=True)
    return _written_array(array, form.digits)


def _written_array(array: Array, digits: int) -> str:
    if array.ndim == 2 and array.size and max(array.shape) <= _LARGEST_WRITTEN:
        rows = (" ".join(format_number(float(cell), digits) for cell in row) for row in array)
        return r"\[" + "; ".join(rows) + r"\]"
    return _escaped(format_value(array, digits), in_math=False)


def _escaped(text: str, *, in_math: bool) -> str:
    if in_math:
        return rf"\text{{{_LATEX.sub(r'', text)}}}"
    return _MARKDOWN.sub(r"\\\1", text)

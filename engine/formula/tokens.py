"""The words of a formula: numbers, names, operators and brackets, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from engine.errors import FormulaError
from engine.formula.vocabulary import TYPOGRAPHIC_OPERATORS, function_signs, operator_texts
from engine.graph.text_limits import LONGEST_TYPED_NAME
from engine.quoting import brief, quote

_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+\-−]?[0-9]+)?")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    ARRAY = "array"
    NAME = "name"
    OPERATOR = "operator"
    OPEN = "("
    CLOSE = ")"
    COMMA = ","
    EQUALS = "="
    HOLE = "?"
    SEPARATOR = ";"
    LINE = "line end"
    END = "end"


_SINGLE = {
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
    ",": Kind.COMMA,
    "=": Kind.EQUALS,
    "?": Kind.HOLE,
    "□": Kind.HOLE,
    ";": Kind.SEPARATOR,
    "\n": Kind.LINE,
    "\r": Kind.LINE,
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a formula.

    Attributes:
        kind: What it is.
        text: Its normal spelling: the operator ``*`` also where ``×`` is written.
        position: Index of its first character in the formula.
        length: How many characters it has there; 0 at the end.
    """

    kind: Kind
    text: str
    position: int
    length: int

    @property
    def quoted(self) -> str:
        """The token as an error names it."""
        return f"“{brief(self.text)}”"


def is_name(text: str) -> bool:
    """Return whether a formula reads the text as one name.

    Letters of any alphabet, digits and ``_``, a letter or ``_`` first. Python's identifiers, but
    for the middle dot, which Python takes for a letter and a formula for a multiplication.
    """
    if not text.isidentifier():
        return False
    return text.isascii() or not any(sign in text for sign in TYPOGRAPHIC_OPERATORS)


def tokenize(text: str) -> list[Token]:
    """Cut a formula into tokens, the last of which marks the end.

    Raises:
        FormulaError: A character belongs in no formula, or a ``[`` is never closed.
    """
    tokens = list(_tokens(text))
    tokens.append(Token(Kind.END, "", len(text), 0))
    return tokens


def _tokens(text: str) -> Iterator[Token]:
    position = 0
    while position < len(text):
        sign = text[position]
        if sign not in _SINGLE and sign.isspace():
            position += 1
            continue
        found = _token_at(text, position)
        if sign in _SUPERSCRIPTS:
            # x² is x**2: the operator has no character of its own.
            yield Token(Kind.OPERATOR, "**", position, found.length)
        yield found
        position += found.length


def _token_at(text: str, position: int) -> Token:
    sign = text[position]
    if sign in _SINGLE and not text.startswith("==", position):
        return Token(_SINGLE[sign], sign, position, 1)
    if sign == "[":
        return _array_at(text, position)
    if sign in _SUPERSCRIPTS:
        return _superscript_at(text, position)
    return _number_at(text, position) or _operator_at(text, position) or _name_at(text, position)


def _number_at(text: str, position: int) -> Token | None:
    number = _NUMBER.match(text, position)
    if number is None:
        return None
    return Token(Kind.NUMBER, number[0].replace("−", "-"), position, len(number[0]))


def _operator_at(text: str, position: int) -> Token | None:
    sign = text[position]
    if sign in TYPOGRAPHIC_OPERATORS:
        return Token(Kind.OPERATOR, TYPOGRAPHIC_OPERATORS[sign], position, 1)
    # Longest first, so that ** is not read as two times *.
    for operator in operator_texts():
        if text.startswith(operator, position):
            return Token(Kind.OPERATOR, operator, position, len(operator))
    return None


def _superscript_at(text: str, position: int) -> Token:
    end = position
    while end < len(text) and text[end] in _SUPERSCRIPTS:
        end += 1
    digits = "".join(str(_SUPERSCRIPTS.index(sign)) for sign in text[position:end])
    return Token(Kind.NUMBER, digits, position, end - position)


def _name_at(text: str, position: int) -> Token:
    if text[position] in function_signs():
        return Token(Kind.NAME, text[position], position, 1)
    if not is_name(text[position]):
        raise FormulaError(
            "unexpected_character",
            f"“{quote(text[position])}” does not belong in a formula; use numbers, names, "
            "+ - * / ** @ and parentheses.",
            position=position,
            found=text[position],
        )
    end = position + 1
    while end < len(text) and is_name("_" + text[end]):
        end += 1
    length = end - position
    if length > LONGEST_TYPED_NAME:
        raise FormulaError(
            "name_too_long",
            f"A name has at most {LONGEST_TYPED_NAME} characters, and this one has {length}.",
            position=position,
            length=length,
            most=LONGEST_TYPED_NAME,
            found=length,
        )
    return Token(Kind.NAME, text[position:end], position, length)


def _array_at(text: str, position: int) -> Token:
    depth = 0
    for end in range(position, len(text)):
        depth += {"[": 1, "]": -1}.get(text[end], 0)
        if depth == 0:
            length = end + 1 - position
            return Token(Kind.ARRAY, text[position : end + 1], position, length)
    raise FormulaError(
        "bracket_open",
        "This “[” is never closed; a “]” is missing at the end of the vector or matrix.",
        position=position,
    )

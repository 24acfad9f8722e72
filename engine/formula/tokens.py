"""The words of a formula: numbers, names, operators and brackets, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from unicodedata import normalize

from engine.errors import FormulaError
from engine.formula.latex_words import without_latex
from engine.formula.letters import FRACTIONS, LOWERED, NO_LETTERS, RAISED, in_plain_signs
from engine.formula.vocabulary import TYPOGRAPHIC_OPERATORS, function_signs, operator_texts
from engine.graph.name_letters import PRIME, is_plain_name
from engine.graph.text_limits import LONGEST_TYPED_NAME
from engine.quoting import brief, quote

_NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_LOWERED_PART = re.compile(r"\{([^{}\n]*)\}")
_COMMENT = "#"
SUM_SIGNS = frozenset("ΣΠ")
# Square brackets that hold a letter and no list are parentheses: [x + 1]*2.
_GROUPED = re.compile(r"\[[^\[\],;:]*[^\W\d_][^\[\],;:]*\]")
_LETTER = re.compile(r"[^\W\d_]")
_EXPONENTS = re.compile(r"[0-9.][eE][+-]?[0-9]")
_PRIMES = {PRIME: PRIME, "'": PRIME, "″": 2 * PRIME, "‴": 3 * PRIME}
# The roots by their signs, and the exponent that each is.
ROOTS: dict[str, float] = {"√": 1 / 2, "∛": 1 / 3, "∜": 1 / 4}


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    ARRAY = "array"
    NAME = "name"
    OPERATOR = "operator"
    OPEN = "("
    CLOSE = ")"
    BAR = "|"
    COMMA = ","
    EQUALS = "="
    HOLE = "?"
    DOT = "."
    TRANSPOSED = "ᵀ"
    LOWERED = "₂"
    SEPARATOR = ";"
    LINE = "line end"
    END = "end"


_SINGLE = {
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
    "{": Kind.OPEN,
    "}": Kind.CLOSE,
    ",": Kind.COMMA,
    "=": Kind.EQUALS,
    "?": Kind.HOLE,
    "□": Kind.HOLE,
    "⌋": Kind.CLOSE,
    ";": Kind.SEPARATOR,
    "\n": Kind.LINE,
    "\r": Kind.LINE,
    "|": Kind.BAR,
    "‖": Kind.BAR,
    "⊤": Kind.TRANSPOSED,
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a formula.

    Attributes:
        kind: What it is.
        text: Its normal spelling: the operator ``*`` also where ``×`` is written.
        position: Index of its first character in the formula.
        length: How many characters it has there; 0 at the end.
        raised: Whether it is an exponent, or the power itself, written in small raised signs.
    """

    kind: Kind
    text: str
    position: int
    length: int
    raised: bool = False

    @property
    def end(self) -> int:
        """Index of the character after it."""
        return self.position + self.length

    @property
    def is_marked(self) -> bool:
        """Whether it is a name whose end is seen: w₁ and w_{1}."""
        return self.kind is Kind.NAME and self.length != len(self.text)

    @property
    def quoted(self) -> str:
        """The token as an error names it."""
        return f"“{brief(self.text)}”"


def is_name(text: str) -> bool:
    """Return whether a formula reads the text as one name.

    Letters of any alphabet, digits and ``_``, a letter or ``_`` first, and perhaps ′ at the end.
    Python's identifiers, but for the middle dot, which Python takes for a letter and a formula for
    a multiplication, and for raised and lowered letters.
    """
    if not is_plain_name(text) or (text[0] in SUM_SIGNS and not text[1:2].isdigit()):
        return False
    return text.isascii() or NO_LETTERS.isdisjoint(text.rstrip(PRIME))


def tokenize(text: str) -> list[Token]:
    """Cut a formula into tokens, the last of which marks the end.

    Raises:
        FormulaError: A character belongs in no formula, or a ``[`` is never closed.
    """
    text = _without_dollars(text)
    if "\\" not in text:
        return [*_tokens(in_plain_signs(text)), Token(Kind.END, "", len(text), 0)]
    plain = without_latex(text)

    def placed(token: Token) -> Token:
        position, length = plain.span(token.position, token.length)
        return replace(token, position=position, length=length)

    try:
        tokens = [placed(token) for token in _tokens(in_plain_signs(plain.text))]
    except FormulaError as error:
        error.position, error.length = plain.span(error.position, error.length)
        raise
    return [*tokens, Token(Kind.END, "", len(text), 0)]


def _without_dollars(text: str) -> str:
    """Return a text with spaces in place of the dollars round it, as LaTeX has them: $x^2$."""
    inside = text.strip()
    if len(inside) < 3 or not (inside.startswith("$") and inside.endswith("$")):
        return text
    count = 2 if inside.startswith("$$") and inside.endswith("$$") and len(inside) > 4 else 1
    start, end = text.index("$"), text.rindex("$") + 1
    gap = " " * count
    return text[:start] + gap + text[start + count : end - count] + gap + text[end:]


def _tokens(text: str) -> Iterator[Token]:
    position = 0
    closing: set[int] = set()
    before: Token | None = None
    while position < len(text):
        sign = text[position]
        if sign == _COMMENT:
            position = _line_end(text, position)
        elif sign not in _SINGLE and sign.isspace():
            position += 1
        elif sign in RAISED and sign not in _SINGLE:
            end = _run_end(text, position, RAISED)
            yield from _raised(text[position:end], position)
            position = end
        elif sign == "⌊":
            yield Token(Kind.NAME, "floor", position, 1)
            before = Token(Kind.OPEN, sign, position, 1)
            yield before
            position += 1
        elif position in closing:
            before = Token(Kind.CLOSE, sign, position, 1)
            yield before
            position += 1
        elif sign == "[" and (end := _group_end(text, position, before)):
            closing.add(end - 1)
            before = Token(Kind.OPEN, sign, position, 1)
            yield before
            position += 1
        else:
            before = _token_at(text, position)
            yield before
            position += before.length


def _group_end(text: str, position: int, before: Token | None) -> int:
    """Return where square brackets end that are parentheses, or 0 where they hold numbers."""
    operands = {Kind.NAME, Kind.CLOSE, Kind.TRANSPOSED, Kind.ARRAY}
    if before is not None and before.kind in operands and before.end == position:
        return 0
    group = _GROUPED.match(text, position)
    if group is None or not _LETTER.search(_EXPONENTS.sub("", group[0])):
        return 0
    return group.end()


def _line_end(text: str, position: int) -> int:
    ends = [end for sign in "\n\r" if (end := text.find(sign, position)) >= 0]
    return min(ends, default=len(text))


def _run_end(text: str, position: int, signs: dict[str, str]) -> int:
    end = position
    while end < len(text) and text[end] in signs:
        end += 1
    return end


def _raised(run: str, position: int) -> Iterator[Token]:
    """Yield what raised signs mean: x² is x**2, xᵀ is transposed, eˣ⁺¹ is e**(x+1)."""
    plain = "".join(RAISED[sign] for sign in run)
    length = len(run)
    if plain == "T":
        yield Token(Kind.TRANSPOSED, run, position, length)
        return
    # The operator has no character of its own.
    yield Token(Kind.OPERATOR, "**", position, length, raised=True)
    if plain.isdigit():
        yield Token(Kind.NUMBER, plain, position, length, raised=True)
        return
    yield Token(Kind.OPEN, "(", position, length, raised=True)
    for token in _tokens(plain):
        yield replace(token, position=position, length=length, raised=True)
    yield Token(Kind.CLOSE, ")", position, length, raised=True)


def _token_at(text: str, position: int) -> Token:
    sign = text[position]
    if sign == "|" and _is_norm(text, position):
        return Token(Kind.BAR, "‖", position, 2)
    if sign in _SINGLE and not text.startswith("==", position):
        return Token(_SINGLE[sign], sign, position, 1)
    if sign == "[":
        return _array_at(text, position)
    if sign in FRACTIONS:
        return Token(Kind.NUMBER, repr(FRACTIONS[sign]), position, 1)
    if sign in LOWERED:
        end = _run_end(text, position, LOWERED)
        lowered = "".join(LOWERED[sign] for sign in text[position:end])
        return Token(Kind.LOWERED, lowered, position, end - position)
    return _number_at(text, position) or _operator_at(text, position) or _name_at(text, position)


def _is_norm(text: str, position: int) -> bool:
    """Whether two bars are ‖: those of ``||x||``, and not those of ``||x| - 1|``."""
    if not text.startswith("||", position):
        return False
    # The bar before or after decides: a closing pair follows an operand directly.
    after = text.find("|", position + 2)
    before = text.rfind("|", 0, position)
    opens = after >= 0 and text.startswith("||", after) and text[position + 2 : after].strip() != ""
    closes = before > 0 and text[before - 1] == "|" and text[before + 1 : position].strip() != ""
    return opens or closes


def _number_at(text: str, position: int) -> Token | None:
    number = _NUMBER.match(text, position)
    if number is None:
        return None
    return Token(Kind.NUMBER, number[0], position, len(number[0]))


def _operator_at(text: str, position: int) -> Token | None:
    sign = text[position]
    if sign in TYPOGRAPHIC_OPERATORS:
        return Token(Kind.OPERATOR, TYPOGRAPHIC_OPERATORS[sign], position, 1)
    # Longest first, so that ** is not read as two times *.
    for operator in operator_texts():
        if text.startswith(operator, position):
            return Token(Kind.OPERATOR, operator, position, len(operator))
    if sign == ".":
        return Token(Kind.DOT, sign, position, 1)
    return None


def _name_at(text: str, position: int) -> Token:
    if text[position] in function_signs() or text[position] in ROOTS:
        return Token(Kind.NAME, text[position], position, 1)
    if text[position] in "⌈⌉":
        raise FormulaError(
            "no_ceiling",
            f"“{quote(text[position])}” is not read; the smallest whole number not below x is "
            "written -floor(-x).",
            position=position,
            sign=text[position],
        )
    if not _begins_name(text[position]):
        raise FormulaError(
            "unexpected_character",
            f"“{quote(text[position])}” does not belong in a formula; use numbers, names, "
            "functions such as max(a, b), brackets, and signs such as + - * / ^ @ < > |.",
            position=position,
            found=text[position],
        )
    end = position + 1
    while end < len(text) and _continues_name(text[end]):
        end += 1
    if text[position] in SUM_SIGNS and not text[position + 1 : end][:1].isdigit():
        return _sum_sign(text, position, end)
    name = normalize("NFC", text[position:end])
    name, end = _with_lowered(text, name, end)
    while end < len(text) and text[end] in _PRIMES:
        name += _PRIMES[text[end]]
        end += 1
    if len(name) > LONGEST_TYPED_NAME:
        raise FormulaError(
            "name_too_long",
            f"A name has at most {LONGEST_TYPED_NAME} characters, and this one has {len(name)}.",
            position=position,
            length=end - position,
            most=LONGEST_TYPED_NAME,
            found=len(name),
        )
    return Token(Kind.NAME, name, position, end - position)


def _sum_sign(text: str, position: int, end: int) -> Token:
    """Return the Σ of Σx; one with an index runs over what is no vector here."""
    if end > position + 1 and not text[position + 1].isalpha():
        raise FormulaError(
            "sum_with_index",
            f"“{quote(text[position])}” takes the elements of a vector together, as in "
            f"{text[position]}(x); an index that runs is not understood.",
            position=position,
            length=end - position,
            sign=text[position],
        )
    return Token(Kind.NAME, text[position], position, 1)


def _begins_name(sign: str) -> bool:
    return sign.isidentifier() and (sign.isascii() or sign not in NO_LETTERS)


def _continues_name(sign: str) -> bool:
    return f"_{sign}".isidentifier() and (sign.isascii() or sign not in NO_LETTERS)


def _with_lowered(text: str, name: str, end: int) -> tuple[str, int]:
    """Add to a name what stands behind it in lowered signs or in braces: w₁₂, w_{12} are w_12."""
    lowered = _run_end(text, end, LOWERED)
    if lowered > end:
        index = "".join(LOWERED[sign] for sign in text[end:lowered]).strip("_")
        return f"{name.removesuffix('_')}_{index}", lowered
    braces = _LOWERED_PART.match(text, end) if name.endswith("_") and len(name) > 1 else None
    if braces is not None:
        index = re.sub(r"\W+", "_", braces[1]).strip("_")
        return (name + index if index else name.removesuffix("_")), braces.end()
    return name, end


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

r"""Putting expressions into the LaTeX templates of the operations, with parentheses where needed.

A template says nothing about parentheses. They follow from what stands beside a placeholder: in
``\frac{$a}{$b}`` or ``\max($a, $b)`` none are ever needed, beside ``\cdot`` a sum needs them,
under an exponent everything does that is not one symbol.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from engine.errors import GraphError
from engine.formula.rope import Rope, first_sign, length, spelt_out

# How tightly an expression holds together, and how tightly a place asks for it. Half a step more
# is asked on the right of an operator: a − (b − c).
NONE = 0.0
CASES = 0.5
SUM = 1.0
FUNCTION = 1.75
PRODUCT = 2.0
SIGN = 3.0
FRACTION = 3.5
POWER = 4.0
ATOM = 5.0
_RIGHT = 0.5

LONGEST_LATEX = 1_000_000
"""How many characters a formula in LaTeX may have.

``swish(swish(…))`` names its input twice, so that each level doubles the text; forty levels, which
are a short formula to type, would have more characters than a computer holds.
"""

_PLACEHOLDER = re.compile(r"\$([A-Za-z_][A-Za-z_0-9]*)")
_FUNCTION_BEFORE = re.compile(r"\\(?:ln|log(?:_\{\d+\})?|sin|cos|tan|exp)\s*$")
_DELIMITER_BEFORE = re.compile(
    r"(?:[({\[,:<>=|&]|\\lVert|\\lfloor|\\left\(|\\le|\\ge|\\ne|\\\\|\\begin\{cases\})\s*$"
)
_DELIMITER_AFTER = re.compile(
    r"\s*(?:[)}\],<>=|&]|\\rVert|\\right\\rfloor|\\right\)|\\le\b|\\ge\b|\\ne\b|\\\\|\\end\{cases\})"
)

# The first that is found in a template outside all brackets says how tightly it binds.
_LEVELS = (
    (re.compile(r"\\begin"), CASES),
    (re.compile(r"^-(?:\$\w+|[0-9.]+)$"), SIGN),
    (re.compile(r"[+-]"), SUM),
    (
        re.compile(r"\\(?:sum|prod|max_|min_)|\\(?:ln|log|sin|cos|tan)(?![A-Za-z])\s*[^\s(]"),
        FUNCTION,
    ),
    (re.compile(r"\\cdot|[\w}\])]\s+[$\\\w]"), PRODUCT),
    (re.compile(r"^\\frac"), FRACTION),
    (re.compile(r"[\^_]|\\sqrt"), POWER),
)


@dataclass(frozen=True, slots=True)
class LatexPhrase:
    """A piece of LaTeX.

    Attributes:
        written: The LaTeX, in pieces.
        level: How tightly its outermost operator binds, ``SUM`` to ``ATOM``.
    """

    written: str | Rope
    level: float = ATOM

    @property
    def text(self) -> str:
        """The LaTeX as one text; a template that names an input twice doubles what is inside."""
        return spelt_out(self.written)

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return length(self.written)


def number_phrase(text: str) -> LatexPhrase:
    """Return a number's text, such as ``-2`` or ``1e-5``, as a phrase of LaTeX."""
    plain = text.replace("−", "-")
    mantissa, separator, exponent = plain.partition("e")
    if separator:
        return LatexPhrase(rf"{mantissa} \cdot 10^{{{exponent}}}", PRODUCT)
    return LatexPhrase(plain, SIGN if plain.startswith("-") else ATOM)


def fill_template(template: str, values: Mapping[str, LatexPhrase]) -> LatexPhrase:
    r"""Put phrases into an operation's template.

    Args:
        template: For example ``$a \cdot $b``; one of a record's ``latex``, ``local_latex`` or
            ``downstream_latex``.
        values: The phrase of each placeholder. The same templates serve symbols and numbers.

    Returns:
        The whole as a phrase, so that it can be put into another template.

    Example:
        >>> values = {"a": LatexPhrase("x + y", SUM), "b": LatexPhrase("z")}
        >>> fill_template(r"$a \cdot $b", values).text
        '\\left(x + y\\right) \\cdot z'
    """
    lone = _PLACEHOLDER.fullmatch(template)
    if lone is not None:
        return values[lone[1]]
    pieces: list[str | Rope] = []
    end = 0
    for match, asked_before, asked_after in _places(template):
        pieces.append(template[end : match.start()])
        pieces.append(_fitted(values[match[1]], asked_before, asked_after))
        end = match.end()
    pieces.append(template[end:])
    if len(pieces) == 1:
        return LatexPhrase(template, template_level(template))
    return LatexPhrase(Rope(*pieces), template_level(template))


def checked_length(phrase: LatexPhrase) -> LatexPhrase:
    """Return a phrase that can be spelt out.

    Raises:
        GraphError: It has more than ``LONGEST_LATEX`` characters.
    """
    if phrase.length > LONGEST_LATEX:
        raise GraphError(
            "latex_too_long",
            f"Written in LaTeX this formula would have more than {LONGEST_LATEX:,} characters: "
            "give the gates in between names, so that each is written once.",
            longest=f"{LONGEST_LATEX:,}",
        )
    return phrase


def _fitted(phrase: LatexPhrase, asked_before: float, asked_after: float) -> str | Rope:
    # A sign may open an expression, but never follow an operator.
    signed = first_sign(phrase.written) == "-" and asked_before > NONE
    if signed or phrase.level < max(asked_before, asked_after):
        return Rope(r"\left(", phrase.written, r"\right)")
    return phrase.written


@lru_cache(maxsize=512)
def _places(template: str) -> tuple[tuple[re.Match[str], float, float], ...]:
    return tuple(
        (match, _asked_before(template[: match.start()]), _asked_after(template[match.end() :]))
        for match in _PLACEHOLDER.finditer(template)
    )


def _asked_before(before: str) -> float:
    text = before.rstrip()
    if not text or _DELIMITER_BEFORE.search(text):
        return NONE
    if _FUNCTION_BEFORE.search(text):
        return ATOM
    if text.endswith(("+", "-")):
        rest = text[:-1].rstrip()
        opens = not rest or _DELIMITER_BEFORE.search(rest)
        return SIGN if opens else SUM + _RIGHT
    return PRODUCT + _RIGHT


def _asked_after(after: str) -> float:
    text = after.lstrip()
    if text.startswith(("^", "_")) or re.match(r"\}\s*[\^_]", text):
        return ATOM
    if not text or _DELIMITER_AFTER.match(text):
        return NONE
    return SUM if text.startswith(("+", "-")) else PRODUCT


@lru_cache(maxsize=512)
def template_level(template: str) -> float:
    """Return how tightly a template's outermost operator binds."""
    outside = _without_groups(template)
    return next((level for pattern, level in _LEVELS if pattern.search(outside)), ATOM)


def _without_groups(template: str) -> str:
    r"""Return a template with what stands in braces, brackets and ``\lVert … \rVert`` taken out."""
    text = template
    pairs = ((r"\lVert", r"\rVert"), (r"\lfloor", r"\rfloor"), (r"\left(", r"\right)"))
    for opening, closing in pairs:
        text = text.replace(opening, "(").replace(closing, ")")
    kept = []
    depth = 0
    for sign in text:
        depth -= sign in ")}]"
        if depth == 0:
            kept.append(sign)
        depth += sign in "({["
    return "".join(kept)

"""The questions how far something reaches that no bracket ends: 1/2x, e^2x, √2x, ln x/y, Σ w·x."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import FormulaQuestion
from engine.formula.complaints import question
from engine.formula.doubts import Doubt, Edit, both, written
from engine.formula.spans import are_apart, operand_end, product_end
from engine.formula.tokens import Token
from engine.quoting import quote


def divided_product(tokens: Sequence[Token], factor: int, beside: int) -> Doubt:
    """Ask whether what follows a quotient without a sign belongs below the line: 1/2x."""
    end = operand_end(tokens, beside)
    start = tokens[factor].position
    inside = ((start, start, "("), *_apart(tokens, beside), (end, end, ")"))
    return Doubt("divided", _ask_divided, tokens[beside], (inside, (_star(tokens, beside),)))


def _ask_divided(doubt: Doubt, texts: Sequence[str]) -> FormulaQuestion:
    choices, one, other = both(texts)
    return question(
        "quotient_or_product",
        f"Whether {doubt.token.quoted} belongs below the line is not clear; write {one} or "
        f"{other}.",
        doubt.token,
        choices,
        name=doubt.token.text,
        one=one,
        other=other,
    )


def raised_product(tokens: Sequence[Token], exponent: int, beside: int) -> Doubt:
    """Ask whether what follows an exponent without a sign belongs to it: e^2x."""
    end = operand_end(tokens, beside)
    first = exponent
    while tokens[first - 1].text in {"-", "+"}:
        first -= 1
    start = tokens[first].position
    inside = ((start, start, "("), *_apart(tokens, beside), (end, end, ")"))
    return Doubt("raised", _ask_raised, tokens[beside], (inside, (_star(tokens, beside),)))


def _ask_raised(doubt: Doubt, texts: Sequence[str]) -> FormulaQuestion:
    choices, one, other = both(texts)
    return question(
        "power_or_product",
        f"Whether {doubt.token.quoted} belongs to the exponent is not clear; write {one} or "
        f"{other}.",
        doubt.token,
        choices,
        name=doubt.token.text,
        one=one,
        other=other,
    )


def _star(tokens: Sequence[Token], beside: int) -> Edit:
    """Return the edit that puts a sign of multiplication before a token."""
    return tokens[beside - 1].end, tokens[beside].position, "*"


def _apart(tokens: Sequence[Token], beside: int) -> tuple[Edit, ...]:
    """Return the edit that two names need which only a space parts; brackets do not join them."""
    return (_star(tokens, beside),) if are_apart(tokens[beside - 1], tokens[beside]) else ()


def rooted(tokens: Sequence[Token], sign: int, beside: int) -> Doubt:
    """Ask how far a root reaches: √2x, √x²."""
    first, inside = tokens[sign + 1].position, tokens[beside - 1].end
    is_power = tokens[beside].text == "**"
    end = operand_end(tokens, sign + 1 if is_power else beside)
    opening = (first, first, "(")
    far = (opening, *_apart(tokens, beside), (end, end, ")"))
    return _reach("rooted", tokens[sign], far, (opening, (inside, inside, ")")))


def function_of_quotient(tokens: Sequence[Token], name: int, slash: int) -> Doubt:
    """Ask whether a function without brackets takes the quotient behind it: ln x/y."""
    last = tokens[slash - 1].end
    end = operand_end(tokens, slash + 1)
    opening = (tokens[name].end, tokens[name + 1].position, "(")
    far, near = (opening, (end, end, ")")), (opening, (last, last, ")"))
    return _reach("quotient", tokens[name], near, far)


def sum_of_product(tokens: Sequence[Token], name: int, star: int) -> Doubt:
    """Ask whether a sum without brackets takes the product behind it: Σ w·x."""
    last = tokens[star - 1].end
    end = product_end(tokens, star + 1)
    opening = (tokens[name].end, tokens[name + 1].position, "(")
    far, near = (opening, (end, end, ")")), (opening, (last, last, ")"))
    return _reach("sum", tokens[name], far, near)


def function_of_product(tokens: Sequence[Token], name: int, beside: int) -> Doubt:
    """Ask whether a function without brackets takes two names behind it: sin x y."""
    end = operand_end(tokens, beside)
    last, place = tokens[beside - 1].end, tokens[beside].position
    opening = (tokens[name].end, tokens[name + 1].position, "(")
    far, near = (opening, (last, place, "*"), (end, end, ")")), (opening, (last, place, ")*"))
    return _reach("product", tokens[name], far, near)


def power_of_sum(tokens: Sequence[Token], sign: int, power: int) -> Doubt:
    """Ask whether what Σ(…)² squares is each term or the sum."""
    end = operand_end(tokens, sign + 1)
    start, opened, closed = tokens[sign].position, tokens[sign].end, tokens[power - 1].end
    each = ((opened, opened, "("), (end, end, ")"))
    whole = ((start, start, "("), (closed, closed, ")"))
    return _reach("power", tokens[sign], each, whole)


def _reach(kind: str, token: Token, *readings: tuple[Edit, ...]) -> Doubt:
    return Doubt(kind, _ask_reach, token, readings)


def _ask_reach(doubt: Doubt, texts: Sequence[str]) -> FormulaQuestion:
    choices, one, other = both(texts)
    return question(
        "how_far_it_reaches",
        f"How far {doubt.token.quoted} reaches is not clear; write {one} or {other}.",
        doubt.token,
        choices,
        name=doubt.token.text,
        one=one,
        other=other,
    )


def function_of_signed(tokens: Sequence[Token], name: int) -> Doubt:
    """Say that what begins with a sign goes into brackets: sin -x."""
    end = product_end(tokens, name + 1, signs=frozenset({"**"}))
    opening = (tokens[name].end, tokens[name + 1].position, "(")
    return Doubt("signed", _ask_signed, tokens[name], ((opening, (end, end, ")")),))


def _ask_signed(doubt: Doubt, texts: Sequence[str]) -> FormulaQuestion:
    one = quote(texts[0])
    return question(
        "function_of_signed",
        f"What {doubt.token.quoted} takes begins with a sign and is written in brackets: {one}.",
        doubt.token,
        [written(texts[0])],
        name=doubt.token.text,
        one=one,
    )

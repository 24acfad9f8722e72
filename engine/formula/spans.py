"""Where in a formula's text its operands and products end."""

from __future__ import annotations

from collections.abc import Sequence

from engine.formula.tokens import Kind, Token

_FACTORS = frozenset({Kind.NUMBER, Kind.NAME, Kind.OPEN, Kind.ARRAY, Kind.TRANSPOSED})


def operand_end(tokens: Sequence[Token], index: int) -> int:
    """Return where in the text the operand ends that begins with a token, its powers included."""
    place = _atom_end(tokens, index)
    while tokens[place + 1].text == "**":
        place = _atom_end(tokens, place + 2)
    return tokens[place].end


def product_end(
    tokens: Sequence[Token], index: int, signs: frozenset[str] = frozenset({"**", "*", "/", "@"})
) -> int:
    """Return where in the text the product ends that begins with a token.

    Args:
        tokens: The formula.
        index: Where it begins.
        signs: Those that do not end it; what stands beside a factor does not end it either.
    """
    place = _atom_end(tokens, index)
    while True:
        following = tokens[place + 1]
        if following.text in signs:
            place = _atom_end(tokens, place + 2)
        elif following.kind in _FACTORS:
            place = _atom_end(tokens, place + 1)
        else:
            return tokens[place].end


def _atom_end(tokens: Sequence[Token], index: int) -> int:
    """Return the index of the last token of what cannot be parted: a number, a name, a bracket."""
    last = len(tokens) - 2
    while index < last and tokens[index].text in {"-", "+"}:
        index += 1
    if index < last and tokens[index].kind is Kind.NAME and tokens[index + 1].kind is Kind.OPEN:
        index += 1
    if tokens[min(index, last)].kind is not Kind.OPEN:
        return min(index, last)
    depth = 0
    for place in range(index, last + 1):
        depth += (tokens[place].kind is Kind.OPEN) - (tokens[place].kind is Kind.CLOSE)
        if depth == 0:
            return place
    return last


def are_apart(before: Token, token: Token) -> bool:
    """Whether two names stand side by side, with a space between them."""
    return before.kind is token.kind is Kind.NAME and before.end != token.position

"""What stands side by side without a sign: whether it is a product, and how far that reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.formula import asking, reach
from engine.formula.doubts import Doubts
from engine.formula.known_names import KnownNames
from engine.formula.pending import Operator
from engine.formula.spans import are_apart
from engine.formula.tokens import ROOTS, SUM_SIGNS, Kind, Token
from engine.formula.vocabulary import BARE_CALL, find_function

_FACTORS = frozenset({Kind.NAME, Kind.OPEN, Kind.BAR, Kind.ARRAY})
_BEFORE = frozenset({Kind.CLOSE, Kind.BAR, Kind.NAME, Kind.LOWERED})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a factor stands beside another one, by the indices of tokens.

    Attributes:
        start: The first of the statement.
        operand: The first of the operand before it.
        factor: The first of the factor which that operand is part of.
        index: The factor's own first.
    """

    start: int
    operand: int
    factor: int
    index: int


class Beside:
    """Tells the products without a sign in one formula, and notes those that are doubtful."""

    def __init__(self, tokens: Sequence[Token], names: KnownNames, doubts: Doubts) -> None:
        self._tokens = tokens
        self._names = names
        self._doubts = doubts
        # The functions without brackets that were asked about.
        self._asked: set[int] = set()

    def is_root(self, operator: Operator) -> bool:
        """Whether what waits is a root."""
        return self._tokens[operator.start].text in ROOTS

    def is_factor(self, before: Token, token: Token) -> bool:
        """Whether what stands behind an operand may be multiplied by it without a sign."""
        is_count = before.kind is Kind.NUMBER and before.text != "0"
        if before.kind is Kind.NAME and token.kind is Kind.BAR:
            # |x|y|z| may be |x|·y·|z| or |x·|y|·z|.
            return False
        is_before = before.kind in _BEFORE or (is_count and not token.text.startswith("_"))
        return token.kind in _FACTORS and is_before

    def check(self, place: Place, waiting: Operator | None, *, is_transposed: bool) -> None:
        """Note what is doubtful about a product without a sign.

        Args:
            place: Where it stands.
            waiting: The operator that waits before it, if any.
            is_transposed: Whether its first factor is a transposed matrix.
        """
        tokens, doubts = self._tokens, self._doubts
        before, token = tokens[place.index - 1], tokens[place.index]
        are_names = not is_transposed and are_apart(before, token)
        are_names = are_names and not self._names.is_function(token.text)
        if are_names and waiting is not None and waiting.precedence == BARE_CALL:
            if waiting.start not in self._asked:
                self._asked.add(waiting.start)
                doubts.add(reach.function_of_product(tokens, waiting.start, place.index))
        elif not self._check_reach(place, waiting) and are_names and not self._names.fixed:
            # Words of LaTeX and lowered letters leave no doubt where a name ends.
            is_marked = "\\" in self._names.text or before.is_marked or token.is_marked
            asking.refuse_other_logarithm(self._names.text, before, self._names.own)
            if find_function(before.text) is not None and before.text not in self._names.own:
                doubts.add(asking.called_or_multiplied(before, token))
            elif not is_marked:
                doubts.add(asking.product_of_two(before, token))

    def _check_reach(self, place: Place, waiting: Operator | None) -> bool:
        """Ask where a product without a sign may belong to what is before it: 1/2x, e^2x, √2x.

        Exponents in small raised signs and in brackets end where they end.
        """
        tokens, doubts = self._tokens, self._doubts
        if waiting is not None and self.is_root(waiting) and tokens[place.index].text not in ROOTS:
            doubts.add(reach.rooted(tokens, waiting.start, place.index))
            return True
        before = self._before(place, place.factor)
        if before is not None and before.text == "/" and before.kind is Kind.OPERATOR:
            doubts.add(reach.divided_product(tokens, place.factor, place.index))
            return True
        power = self._before(place, place.operand)
        is_open = tokens[place.operand].kind in {Kind.NUMBER, Kind.NAME}
        if power is not None and power.text == "**" and not power.raised and is_open:
            doubts.add(reach.raised_product(tokens, place.operand, place.index))
            return True
        return False

    def _before(self, place: Place, index: int) -> Token | None:
        """Return the operator before an operand, past its signs."""
        before = index - 1
        while before > place.start and is_sign(self._tokens, before):
            before -= 1
        return self._tokens[before] if before >= place.start else None

    def check_reach_over(self, index: int, waiting: Operator) -> None:
        """Ask how far a function without brackets reaches over an operator: ln x/y, Σ w·x."""
        tokens, sign = self._tokens, self._tokens[index].text
        if waiting.start in self._asked:
            return
        if sign in {"*", "/", "@"} and tokens[waiting.start].text in SUM_SIGNS:
            self._asked.add(waiting.start)
            self._doubts.add(reach.sum_of_product(tokens, waiting.start, index))
        elif sign == "/":
            self._asked.add(waiting.start)
            self._doubts.add(reach.function_of_quotient(tokens, waiting.start, index))


def is_sign(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a sign before an operand and no operation between two."""
    return tokens[index].text in {"-", "+"} and tokens[index - 1].kind is Kind.OPERATOR

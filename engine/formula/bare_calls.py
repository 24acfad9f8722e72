"""Functions without brackets, as mathematicians write them: sin 2x, ln x + 1, sin²x, √x."""

from __future__ import annotations

from collections.abc import Sequence

from engine.arrays import as_array
from engine.formula import asking, complaints, reach
from engine.formula.doubts import Doubts
from engine.formula.known_names import KnownNames
from engine.formula.pending import Group, Operator
from engine.formula.syntax import Apply, Literal, Step, Written
from engine.formula.tokens import ROOTS, Kind, Token
from engine.formula.vocabulary import BARE_CALL, ROOT, find_function
from engine.operations.catalog import OPERATIONS

_OPERANDS = frozenset({Kind.NUMBER, Kind.NAME, Kind.ARRAY, Kind.OPEN, Kind.BAR})


def root_call(tokens: Sequence[Token], index: int) -> Operator:
    """Return the root that waits for its operand: √x is sqrt(x), ∜x is x to a quarter."""
    token = tokens[index]
    return Operator(_root(token), ROOT, index)


def _root(token: Token) -> tuple[Step, ...]:
    gate = find_function(token.text)
    if gate is not None:
        return (Apply(token, gate, Written.CALL),)
    exponent = Literal(token, as_array(ROOTS[token.text]), bare=False)
    return (exponent, Apply(token, OPERATIONS["power"], Written.INFIX))


def bare_call(
    tokens: Sequence[Token], index: int, names: KnownNames, doubts: Doubts
) -> Operator | Group:
    """Return the function without brackets that a name begins, or one with a power: sin²(x).

    Raises:
        FormulaQuestion: It may be the inverse function.
        FormulaError: No operand follows, so that the name is no function's.
    """
    token = tokens[index]
    operation = find_function(token.text)
    assert operation is not None
    after: tuple[Step, ...] = ()
    place = index
    if tokens[index + 1].text == "**":
        power = _power(tokens, index, names)
        if power is not None:
            place, after = power
    following = tokens[place + 1]
    if operation.arity == 1 and _is_sign(tokens, place + 1):
        doubts.add(reach.function_of_signed(tokens, place))
        following = tokens[place + 2]
    if operation.arity != 1 or following.kind not in _OPERANDS:
        raise complaints.function_as_name(token, operation)
    if tokens[place + 1].kind is Kind.OPEN:
        return Group(following, place - 1, name=token, operation=operation, after=after)
    step = Apply(token, operation, Written.CALL)
    return Operator((step, *after), BARE_CALL, place)


def _is_sign(tokens: Sequence[Token], index: int) -> bool:
    """Whether a minus belongs to what is behind it, as spaces show: sin -x, and not sum - 1."""
    before, sign = tokens[index - 1], tokens[index]
    is_tight = before.end < sign.position and index + 1 < len(tokens)
    return (
        sign.text in {"-", "+"}
        and is_tight
        and sign.end == tokens[index + 1].position
        and tokens[index + 1].kind in _OPERANDS
    )


def _power(
    tokens: Sequence[Token], index: int, names: KnownNames
) -> tuple[int, tuple[Step, ...]] | None:
    """Return the index of the exponent of sin², and what it does with the sine, if it is one."""
    sign, exponent = tokens[index + 1], tokens[index + 2]
    if _is_minus_one(tokens, index + 2):
        inverse = f"arc{tokens[index].text}"
        if find_function(inverse) is not None:
            end = tokens[index + 5].end if exponent.kind is Kind.OPEN else tokens[index + 3].end
            raise asking.inverse_or_reciprocal(names.text, tokens[index], end, inverse)
    is_number = exponent.kind is Kind.NUMBER
    if not is_number or tokens[index + 3].kind not in _OPERANDS:
        return None
    number = Literal(exponent, as_array(float(exponent.text)), bare=True)
    return index + 2, (number, Apply(sign, OPERATIONS["power"], Written.INFIX))


def _is_minus_one(tokens: Sequence[Token], index: int) -> bool:
    texts = [token.text for token in tokens[index : index + 4]]
    return texts[:2] == ["-", "1"] or texts[1:3] == ["-", "1"]

"""What the names of a formula are: names of their own, products of names, constants."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from engine.formula import asking
from engine.formula.constants import EULER, PI, constant_name, constant_of
from engine.formula.stuck_names import is_transposed_product, stuck_calls
from engine.formula.tokens import Kind, Token
from engine.formula.vocabulary import find_function, is_function_name
from engine.graph.model import Graph
from engine.graph.name_letters import normal_name

# Whose functions are pasted with their names before them: np.exp(x), torch.nn.functional.relu(x).
LIBRARIES = frozenset(
    {"np", "numpy", "jnp", "jax", "scipy", "special", "linalg", "math", "cmath", "torch", "nn"}
    | {"functional", "F", "tf", "keras", "K"}
)
# A variable with a number: two of them side by side are hardly one name.
_NUMBERED = re.compile(r"[^\W\d_]_?[0-9]+")
# A weight before an input, in nobody's graph yet: y = wx + b.
_WEIGHTED = re.compile(r"[wWaAmkθβ][xX]")
# Only the letters of formulas stand for themselves; in other writings they are syllables.
_LETTERS = re.compile(r"[A-Za-zΑ-Ωα-ω]{2,3}")
# What nobody knows, and what is seldom one name below a line: 1/xy.
_BELOW = re.compile(r"[xyz]{2,3}|[abc]{2,3}")
_INDEXED = re.compile(r"([^\W\d_]+)_([0-9]+)")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names of one formula.

    Attributes:
        text: The formula as it was typed.
        own: What is a name of its own, whatever else could be read there.
        used: The names that stand in the formula by themselves.
        fixed: Whether there are no others than ``own``.
        given: Those that whoever reads the formula has named, and no graph.
    """

    text: str
    own: frozenset[str]
    used: frozenset[str] = frozenset()
    fixed: bool = False
    given: frozenset[str] = frozenset()

    def is_value(self, name: str) -> bool:
        """Whether a name is known as that of a value."""
        return name in self.own or name in self.used or constant_name(name) is not None

    def is_number(self, name: str) -> bool:
        """Whether a name is that of a constant here."""
        return name not in self.own and constant_name(name) is not None

    def is_function(self, name: str) -> bool:
        """Whether a name is that of a function here."""
        return name not in self.own and is_function_name(name)


def names_of(graph: Graph) -> frozenset[str]:
    """Return the names of a graph's nodes in the form that formulas have, constants left out."""
    nodes = graph.nodes.values()
    return frozenset(normal_name(it.name) for it in nodes if it.name and constant_of(it) is None)


def with_functions(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens in which log₂ and log_2 are called log2."""
    return [
        replace(token, text=joined)
        if (match := _INDEXED.fullmatch(token.text)) is not None
        and is_function_name(joined := match[1] + match[2])
        else token
        for token in tokens
    ]


def known_names(
    text: str,
    tokens: Sequence[Token],
    known: Collection[str],
    given: Collection[str],
    *,
    fixed: bool,
) -> KnownNames:
    """Find out which names a formula uses.

    Args:
        text: The formula.
        tokens: Its tokens.
        known: Names that a graph has. What is called as a function is, is called otherwise in
            formulas (``engine.formula.outline``).
        given: Others that somebody gave.
        fixed: Whether there are no others.
    """
    told = frozenset(normal_name(name) for name in given)
    owned = {name for name in (*known, *told) if not is_function_name(name)}
    owned.update(_defined(tokens))
    used = {
        token.text
        for index, token in enumerate(tokens)
        if _is_loaded(tokens, index) and not _is_transposing(tokens, index)
    }
    return KnownNames(text, frozenset(owned), frozenset(used - owned), fixed, told)


def _defined(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the names that statements define, and those that they are functions of."""
    at_start = True
    for index, token in enumerate(tokens):
        if at_start and token.kind is Kind.NAME:
            if tokens[index + 1].kind is Kind.EQUALS:
                yield token.text
            elif (head := function_head(tokens, index)) is not None:
                if find_function(token.text) is None:
                    yield token.text
                yield from (
                    item.text for item in tokens[index + 2 : head] if item.kind is Kind.NAME
                )
        at_start = token.kind in {Kind.SEPARATOR, Kind.LINE}


def function_head(tokens: Sequence[Token], index: int) -> int | None:
    """Return where the equals sign of ``f(x, y) =`` stands, or None where no such head begins."""
    if tokens[index + 1].kind is not Kind.OPEN:
        return None
    place = index + 2
    while tokens[place].kind is Kind.NAME and tokens[place + 1].kind is Kind.COMMA:
        place += 2
    is_head = (
        tokens[place].kind is Kind.NAME
        and tokens[place + 1].kind is Kind.CLOSE
        and tokens[place + 2].kind is Kind.EQUALS
    )
    return place + 2 if is_head else None


def _is_loaded(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a name that stands for a value, as far as its neighbours tell."""
    token = tokens[index]
    if token.kind is not Kind.NAME or tokens[index + 1].kind in {Kind.OPEN, Kind.EQUALS}:
        return False
    if index and tokens[index - 1].kind is Kind.DOT:
        return False
    is_library = token.text in LIBRARIES and tokens[index + 1].kind is Kind.DOT
    return not is_library and not is_function_name(token.text)


def _is_transposing(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text == "T" and index > 0 and tokens[index - 1].text in {"**", "{"}


def in_parts(tokens: Sequence[Token], names: KnownNames) -> list[Token]:
    """Return the tokens with the names that are meant, and with products of names in their parts.

    Raises:
        FormulaQuestion: A name may be a product.
    """
    lengths = sorted({1, *(len(name) for name in (*names.own, *names.used) if name)})
    found: list[Token] = []
    doubtful: dict[str, tuple[str, ...]] = {}
    first: Token | None = None
    values = names.own | names.used
    stuck: dict[int, tuple[tuple[str, str], ...]] = {}
    for index, typed in enumerate(tokens):
        if typed.text in names.own or not _is_loaded(tokens, index) or _is_constant(typed):
            found.append(typed)
            continue
        if calls := stuck_calls(typed.text, values):
            stuck[index] = calls
            found.append(typed)
            continue
        if is_transposed_product(
            [it.text for it in tokens[max(0, index - 2) : index]], typed.text, values
        ):
            raise asking.transposed_product(names.text, typed, own=not names.fixed)
        token = _indexed(typed, names)
        parts = () if token.text in names.own else _parts(token.text, names, lengths)
        if tokens[index + 1].text == "**":
            parts = _power_of_e(token.text, names) or parts
        if parts and (names.fixed or PI in parts or names.given.issuperset(parts)):
            found += _split(token, parts)
            continue
        found.append(token)
        if parts and _is_doubtful(tokens, index, parts, names):
            first = first or token
            doubtful[token.text] = parts
    if stuck:
        raise asking.calls_of_names(names.text, tokens, stuck, own=not names.fixed)
    if first is not None:
        raise asking.product_of_names(names.text, tokens, first, doubtful)
    return found


def _is_constant(token: Token) -> bool:
    return constant_name(token.text) is not None


def _indexed(token: Token, names: KnownNames) -> Token:
    """Return w₁ and w_1 as the w1 that there is, where there is one.

    What is typed as w_1 in a formula of w1 is another name, as long as nobody else has w1.
    """
    match = _INDEXED.fullmatch(token.text)
    if match is None:
        return token
    other = match[1] + match[2]
    is_lowered = token.length < len(token.text)
    is_known = other in names.own or (is_lowered and other in names.used)
    return replace(token, text=other) if is_known else token


def _parts(name: str, names: KnownNames, lengths: Sequence[int]) -> tuple[str, ...]:
    """Return the known names that a name is made of, two at least, or nothing."""
    if PI in name:
        apart = [part for part in re.split(f"({PI})(?![_0-9])", name) if part]
        if all(part.isidentifier() for part in apart):
            return tuple(apart) if len(apart) > 1 else ()
    if len(name) == 3 and name.startswith("pi"):
        return ("pi", name[2:])
    # From the end backwards: the length of the first part of each rest that is made of names.
    first: dict[int, int] = {len(name): 0}
    for start in reversed(range(len(name))):
        for length in reversed(lengths):
            end = start + length
            part = name[start:end]
            if end in first and part != name and names.is_value(part):
                first[start] = length
                break
    if 0 in first and name:
        parts, place = [], 0
        while place < len(name):
            parts.append(name[place : place + first[place]])
            place += first[place]
        return tuple(parts)
    numbered = _NUMBERED.findall(name)
    if len(numbered) > 1 and "".join(numbered) == name:
        return tuple(numbered)
    return tuple(name) if _LETTERS.fullmatch(name) else ()


def _power_of_e(name: str, names: KnownNames) -> tuple[str, ...]:
    """Return x and e for xe before an exponent, where x is a name."""
    stem = name.removesuffix(EULER)
    is_name = len(stem) == 1 or stem in names.own or stem in names.used
    return (stem, EULER) if stem != name and stem and is_name else ()


def _is_doubtful(
    tokens: Sequence[Token], index: int, parts: Sequence[str], names: KnownNames
) -> bool:
    """Whether these parts are likely enough to be asked about."""
    if all(names.is_value(part) for part in parts):
        return not all(constant_name(part) for part in parts)
    if all(_NUMBERED.fullmatch(part) for part in parts) or _WEIGHTED.fullmatch(tokens[index].text):
        return True
    is_raised = tokens[index + 1].text == "**"
    if (parts[-1] == EULER and is_raised) or tokens[index].text == "pir":
        return True
    # Nobody knows the letters of ab, but 2ab is seldom twice a word.
    before = tokens[index - 1] if index else None
    if before is None:
        return False
    if before.text == "/" and _BELOW.fullmatch(tokens[index].text):
        return True
    return before.kind is Kind.NUMBER and before.end == tokens[index].position


def _split(token: Token, parts: Sequence[str]) -> Iterator[Token]:
    place = token.position
    exact = sum(map(len, parts)) == token.length
    for part in parts:
        length = len(part) if exact else token.length
        yield Token(Kind.NAME, part, place, length)
        place += len(part) if exact else 0

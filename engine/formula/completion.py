"""What may be meant by the beginning of a name, while a formula is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from engine.formula.signature import call_form
from engine.formula.tokens import is_name
from engine.formula.vocabulary import find_function
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

# One letter begins the names of a dozen functions, and is mostly a name itself.
_FEWEST_LETTERS = 2
_COMMENT, _LINE = "#", "\n"
_DEFINITION = re.compile(r"(?:^|[;\n])\s*([^\W\d]\w*)\s*=(?!=)")

Labels = Callable[[Operation], Iterable[str]]


@dataclass(frozen=True)
class Proposal:
    """One way to go on.

    Attributes:
        text: What is written in the place of the beginning; a function stands without brackets.
        signature: How it is called: ``where(condition, a, b)``; of a value its name.
        operation: The function's record; None where the name is that of a value.
    """

    text: str
    signature: str
    operation: Operation | None = None


@dataclass(frozen=True)
class Completion:
    """What may be meant at a place of a formula.

    Attributes:
        start: Where the beginning of the name stands.
        length: How many characters it has.
        proposals: What it may become, the likeliest first.
    """

    start: int
    length: int
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True)
class OpenCall:
    """A function's brackets that are still open at a place of a formula.

    Attributes:
        name: What the function is called there.
        operation: Its record.
        index: Which of its inputs and settings stands at the place, from 0.
    """

    name: str
    operation: Operation
    index: int


def _no_labels(_operation: Operation) -> Iterable[str]:
    return ()


def completion_at(
    text: str,
    position: int,
    names: Iterable[str] = (),
    labels: Labels = _no_labels,
    *,
    asked: bool = False,
    fits: Callable[[Operation], bool] = lambda _operation: True,
) -> Completion:
    """Return what the name that ends at a place may become.

    A function is found by its name and by its other names, by the words in them, and by what the
    palette calls it.

    Args:
        text: The formula, finished or not.
        position: The place, as after what was typed last.
        names: The names of values that are known.
        labels: Returns what else a function is called, such as its title in the user's language.
        fits: Tells whether a function may stand there; all of them by default.
        asked: Whether it was asked for: then one letter is enough, and none asks for everything.

    Returns:
        The completion; without proposals where nothing begins so, and where all is written.

    Example:
        >>> found = completion_at("1 + lea", 7)
        >>> found.start, [proposal.signature for proposal in found.proposals]
        (4, ['leaky_relu(x, slope=0.01)'])
        >>> [proposal.text for proposal in completion_at("w", 1, ["w1", "w2", "b"]).proposals]
        ['w1', 'w2']
    """
    start = _start_of_name(text, position)
    word = text[start:position]
    behind = text[position : position + 1]
    is_inside = bool(behind) and is_name(f"_{behind}")
    if is_inside or _in_comment(text, position) or not (word or asked):
        return Completion(start, len(word), ())
    values = [name for name in dict.fromkeys(names) if name.startswith(word) and name != word]
    if word in set(names) and not asked:
        # It is written as far as it goes; w is not about to become w1.
        values = []
    found = [Proposal(name, name) for name in values]
    if asked or len(word) >= _FEWEST_LETTERS:
        found += [item for item in _functions(word, labels) if _fits(item, fits)]
    return Completion(start, len(word), tuple(found))


def defined_names(text: str) -> list[str]:
    """Return the names that statements of a formula begin with, in order.

    Example:
        >>> defined_names("c = a + b; f = c*(c")
        ['c', 'f']
    """
    return [found[1] for found in _DEFINITION.finditer(text)]


def call_at(text: str, position: int) -> OpenCall | None:
    """Return the innermost function in whose brackets a place stands, or None.

    Example:
        >>> call = call_at("where(x, max(1, 2), ", 20)
        >>> call.name, call.index
        ('where', 2)
    """
    depth = index = 0
    for place in range(position - 1, -1, -1):
        sign = text[place]
        if sign in ")]":
            depth += 1
        elif sign in "([" and depth:
            depth -= 1
        elif sign in ";\n[":
            return None
        elif sign == "," and not depth:
            index += 1
        elif sign == "(":
            name = text[_start_of_name(text, place) : place]
            operation = find_function(name) if name else None
            return None if operation is None else OpenCall(name, operation, index)
    return None


def _start_of_name(text: str, position: int) -> int:
    start = position
    while start > 0 and is_name(f"_{text[start - 1]}"):
        start -= 1
    # A number before a name is a factor.
    while start < position and not is_name(text[start]):
        start += 1
    return start


def _in_comment(text: str, position: int) -> bool:
    return _COMMENT in text[text.rfind(_LINE, 0, position) + 1 : position]


def takes_numbers(operation: Operation) -> bool:
    """Tell whether a function works element by element, as in a formula of x it must.

    Example:
        >>> takes_numbers(OPERATIONS["tanh"]), takes_numbers(OPERATIONS["softmax"])
        (True, False)
    """
    return operation.derivatives is not None


def _fits(proposal: Proposal, fits: Callable[[Operation], bool]) -> bool:
    return proposal.operation is None or fits(proposal.operation)


def _functions(word: str, labels: Labels) -> list[Proposal]:
    ranked: list[tuple[int, int, Proposal]] = []
    for operation in OPERATIONS.values():
        if operation.is_source or operation.passes is not None:
            continue
        found = _best_name(operation, word.casefold(), labels)
        if found is not None:
            rank, name = found
            proposal = Proposal(name, call_form(operation, name), operation)
            ranked.append((rank, len(name), proposal))
    return [proposal for _, _, proposal in sorted(ranked, key=lambda entry: entry[:2])]


def _best_name(operation: Operation, wanted: str, labels: Labels) -> tuple[int, str] | None:
    """Return how well a beginning fits a function, 0 being best, and the name to call it by."""
    name = operation.called
    if name.casefold().startswith(wanted):
        return 0 if name == wanted else 1, name
    aliases = [name for name in OPERATIONS.aliases_of(operation) if name.isidentifier()]
    for alias in aliases:
        if alias.casefold().startswith(wanted):
            return 0 if alias == wanted else 2, alias
    others = (operation.name, operation.title, operation.symbol, *labels(operation))
    if any(label.casefold().startswith(wanted) for label in others):
        return 3, name
    parts = (part for label in others for part in _parts(label))
    if any(part.startswith(wanted) for part in parts):
        return 4, name
    return None


def _parts(label: str) -> Iterator[str]:
    yield from label.casefold().replace("_", " ").replace("-", " ").split()

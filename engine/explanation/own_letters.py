"""Letters of a formula that are no node's: a node that is called the same takes precedence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from engine.explanation.symbols import GateSymbols
from engine.operations.operation import without_definitions
from engine.settings import Setting

# Powers of Euler's number are written exp(x) where somebody calls a node e.
_EULER = re.compile(r"(?<![A-Za-z\\$])e\^\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_DEFINED = re.compile(r"([a-z]) = ")
_SPARE = "kmvuw"


@dataclass(frozen=True, slots=True)
class OwnLetters:
    """A template whose letters are nobody else's.

    Attributes:
        template: The template.
        settings: The symbol of each setting.
    """

    template: str
    settings: Mapping[str, str]


def own_letters(template: str, settings: Sequence[Setting], symbols: GateSymbols) -> OwnLetters:
    """Return a template with other letters for what is called like a node of the graph."""
    taken = symbols.all
    if "e" in taken:
        template = _EULER.sub(r"\\exp\\left(\1\\right)", template)
    if "n" in taken:
        template = template.replace("{n}", "{N}")
    definitions = map(_DEFINED.match, without_definitions(template)[1])
    letters = [found[1] for found in definitions if found]
    free = _free(taken | set(letters))
    for letter in letters:
        if letter in taken:
            template = re.sub(rf"(?<![A-Za-z\\$]){letter}(?![A-Za-z])", next(free), template)
    return OwnLetters(
        template,
        {item.name: _beside(item.symbol, symbols) for item in settings},
    )


def _beside(symbol: str, symbols: GateSymbols) -> str:
    """Return a setting's symbol; beside a node of that name it has the gate as its index."""
    if symbol not in symbols.all:
        return symbol
    return rf"{{{symbol}}}_{{({symbols.output})}}"


def _free(taken: frozenset[str]) -> Iterator[str]:
    letters = (letter for letter in _SPARE if letter not in taken)
    yield from letters
    yield from (f"k_{{{number}}}" for number in count(1) if f"k_{{{number}}}" not in taken)

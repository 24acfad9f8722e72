"""The one name of each node that has none of its own, for cards, lists, programs and the canvas.

A gate without a name is spoken of everywhere, and by one letter: q for x + y, as in the course. The
letters are those that neither inputs are usually called by nor formulas use for anything else, and
after r, s and t they begin again with a number. Which of them a gate gets depends on how many gates
were there before it, named ones among them. So a gate that is added, named, muted or chosen as the
result takes no other gate's name away; only where somebody gives a node the very name that a gate
has, that gate takes another.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import count
from typing import TYPE_CHECKING
from unicodedata import normalize

from engine.operations.catalog import OPERATIONS

if TYPE_CHECKING:
    from engine.graph.model import Graph, NodeId

GATE_LETTERS = ("q", "r", "s", "t")
CONSTANT_LETTERS = ("c", "d", "k")
# For a node whose letter somebody else has; none of them is another node's in any case.
SPARE_LETTERS = ("p", "u", "v", "h")
RESULT_LETTERS = ("f", "L", "F")
# What a record's LaTeX says that is no letter: its commands, its words and its blanks.
_NO_LETTER = re.compile(r"\\(mathrm|mathbf|begin|end)\{\w*\}|\\[A-Za-z]+|\$\w+")


def make_names(graph: Graph) -> dict[NodeId, str]:
    """Return what each node is called: its own name, or the one that nobody else has.

    Dots and muted gates are called what the node is called whose value they hand on. A constant
    that is a number is that number and has no name, unless it was given one; nor has a dot that
    nothing leads to.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> list(parse_formula("(x + y)*z").names.values())
        ['x', 'y', 'q', 'z', 'f']
    """
    from engine.graph.passing import origin

    taken = _Taken(graph)
    names = {key: node.name for key, node in graph.nodes.items() if node.name}
    result = graph.result
    last = None if result is None else origin(graph, result)
    passing: list[NodeId] = []
    spare = (name for name in map(partial(_numbered, SPARE_LETTERS), count()) if name not in taken)
    gates = _Letters(GATE_LETTERS, taken, spare)
    constants = _Letters(CONSTANT_LETTERS, taken, spare)
    for node_id in sorted(graph.nodes):
        node = graph.nodes[node_id]
        # A record is looked up, which for thousands of nodes is most of the work.
        record = node.record
        if record.passes is not None:
            passing.append(node_id)
            if node.muted is not None:
                gates.skip()
        elif record.is_source:
            if not node.name and node.value is not None and node.value.ndim:
                names[node_id] = constants.next()
        else:
            place = gates.skip()
            if not node.name and node_id != last:
                names[node_id] = gates.at(place)
    if last is not None and last not in names:
        names[last] = _result_name(taken)
    for node_id in passing:
        before = origin(graph, node_id)
        if node_id not in names and before in names:
            names[node_id] = names[before]
    return {node_id: names[node_id] for node_id in graph.nodes if node_id in names}


def result_name(graph: Graph) -> str:
    """Return what the result is called; of a graph without one, what it would be called."""
    result = graph.result
    named = None if result is None else graph.names.get(result)
    return named or _result_name(_Taken(graph))


def keep_names(graph: Graph, before: Graph) -> Graph:
    """Return a graph that is called as the one before, of which an edit changed no name.

    Names that were found need not be found again for each value that one slides through.
    """
    known = vars(before).get("names")
    if known is not None:
        vars(graph)["names"] = known
    return graph


class _Taken:
    """The names that no nameless gate may have: those of nodes, and the letters of formulas."""

    def __init__(self, graph: Graph) -> None:
        self._names = {_read(node.name) for node in graph.nodes.values() if node.name}
        for operation in {node.operation for node in graph.nodes.values()}:
            self._names |= _letters_of(operation)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and _read(name) in self._names


class _Letters:
    """The names of one kind of node, in their order."""

    def __init__(self, letters: Sequence[str], taken: Container[str], spare: Iterator[str]) -> None:
        self._letters, self._taken, self._spare = letters, taken, spare
        self._count = 0

    def skip(self) -> int:
        """Count one more node, and return its place."""
        self._count += 1
        return self._count - 1

    def next(self) -> str:
        """Count one more node, and name it."""
        return self.at(self.skip())

    def at(self, place: int) -> str:
        """Return the name of a place, or a spare one if somebody has it."""
        name = _numbered(self._letters, place)
        return next(self._spare) if name in self._taken else name


def _numbered(letters: Sequence[str], place: int) -> str:
    rounds, index = divmod(place, len(letters))
    return letters[index] + (str(rounds) if rounds else "")


def _result_name(taken: Container[str]) -> str:
    letters = (letter for letter in RESULT_LETTERS if letter not in taken)
    numbered = (f"{RESULT_LETTERS[0]}{number}" for number in count(1))
    return next(letters, "") or next(name for name in numbered if name not in taken)


@cache
def _letters_of(operation: str) -> frozenset[str]:
    """Return the letters that an operation's formulas use for other things than nodes."""
    record = OPERATIONS.get(operation)
    if record is None:
        return frozenset()
    texts = (record.latex, *record.local_latex, *record.downstream_latex)
    letters = {letter for text in texts for letter in re.findall("[A-Za-z]", _bare(text))}
    return frozenset(letters | {_read(item.symbol) for item in record.settings})


def _bare(latex: str) -> str:
    return _NO_LETTER.sub(" ", latex)


def _read(name: str) -> str:
    """Return a name as it is read: ``q_1`` is set like ``q1``, and programs see NFKC."""
    return normalize("NFKC", name).replace("_", "")


def named_elsewhere(whole: Graph, nodes: Iterable[NodeId]) -> Mapping[NodeId, str]:
    """Return what some nodes are called in the whole graph of which they are shown."""
    names = whole.names
    return {node: names[node] for node in nodes if node in names}

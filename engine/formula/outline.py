"""How a graph is told in statements: which nodes get a line of their own, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from engine.formula.constants import constant_of
from engine.formula.tokens import SUM_SIGNS, is_name
from engine.graph.model import Graph, Node, NodeId
from engine.graph.name_letters import PRIME, normal_name
from engine.graph.names import is_operations_own, needs_name

# Names for shared gates that have none; the letters a course uses for values in between.
_LETTERS = ("c", "d", "e", "g", "h", "p", "q", "r", "s", "t", "u", "v")


@dataclass(frozen=True, slots=True)
class Outline:
    """The statements of a graph.

    Attributes:
        order: The nodes that are told, each after its inputs.
        statements: The nodes with a statement of their own, the result last. A result that other
            statements need stands there twice: where it is defined, and at the end.
        names: How each node is called that is called anything.
    """

    order: tuple[NodeId, ...]
    statements: tuple[NodeId, ...]
    names: Mapping[NodeId, str]


def outline(graph: Graph, node: NodeId | None = None) -> Outline:
    """Plan the statements of a graph, or of one node and what it depends on.

    Named gates and named constants keep a statement of their own; a gate or constant that feeds
    several ports gets one, so that the same node is told once; what leads nowhere is told too.
    """
    result = graph.result if node is None else node
    if result is None:
        return Outline((), (), {})
    order = _post_order(graph, _roots(graph, result, alone=node is not None))
    uses = _count_uses(graph, order)
    names = _names(graph, order, uses, result)
    statements = [
        node_id
        for node_id in order
        if (node_id in names and not _is_only_a_name(graph.nodes[node_id])) or uses[node_id] == 0
    ]
    if not statements or statements[-1] != result:
        statements.append(result)
    return Outline(tuple(order), tuple(statements), names)


def _is_only_a_name(node: Node) -> bool:
    """Whether nothing need be said of a node but its name: an input, and the number π."""
    return needs_name(node.operation) or constant_of(node) is not None


def _roots(graph: Graph, result: NodeId, *, alone: bool) -> list[NodeId]:
    if alone:
        return [result]
    feeding = set(graph.wires.values())
    others = sorted(node for node in graph.nodes if node not in feeding and node != result)
    return [*others, result]


def _post_order(graph: Graph, roots: Iterable[NodeId]) -> list[NodeId]:
    """Walk the roots depth first, inputs in the order of their ports, and list what is complete."""
    order: list[NodeId] = []
    seen: set[NodeId] = set()
    done: set[NodeId] = set()
    for root in roots:
        waiting = [root]
        while waiting:
            node = waiting[-1]
            if node in seen:
                waiting.pop()
                if node not in done:
                    done.add(node)
                    order.append(node)
                continue
            seen.add(node)
            inputs = graph.inputs_of(node)
            waiting.extend(
                source for source in reversed(inputs) if source is not None and source not in seen
            )
    return order


def _count_uses(graph: Graph, order: Iterable[NodeId]) -> dict[NodeId, int]:
    uses = dict.fromkeys(order, 0)
    for port, source in graph.wires.items():
        if port.node in uses:
            uses[source] += 1
    return uses


def _names(
    graph: Graph, order: Iterable[NodeId], uses: Mapping[NodeId, int], result: NodeId
) -> dict[NodeId, str]:
    replacements = _Replacements(graph.names.values())
    names: dict[NodeId, str] = {}
    for node_id in order:
        name = graph.nodes[node_id].name
        shared = uses[node_id] > 1 or (node_id == result and uses[node_id] > 0)
        if _is_allowed(name):
            names[node_id] = name
        elif name or shared:
            made_up = "" if name else graph.names.get(node_id, "")
            names[node_id] = made_up or replacements.next(name)
    return names


def _is_allowed(name: str) -> bool:
    """Return whether a formula reads the name as it stands."""
    return _is_whole(name) and name == normal_name(name) and not is_operations_own(name)


def _is_whole(name: str) -> bool:
    """Return whether it is one name; Σx is the sum of x."""
    return is_name(name) and (len(name) == 1 or name[0] not in SUM_SIGNS)


class _Replacements:
    """Gives out free names that a formula can use, near to those that it cannot."""

    def __init__(self, names: Iterable[str]) -> None:
        self._taken = {name for name in names if _is_allowed(name)}
        # Nothing is given back, so that each search goes on where the last one ended.
        self._choices: dict[str, Iterator[str]] = {}

    def next(self, name: str) -> str:
        """Return a free name for a node of this name, or of none."""
        stem = _stem(name) if name else ""
        choices = self._choices.setdefault(stem, _choices(stem))
        found = next(it for it in choices if it not in self._taken and _is_allowed(it))
        self._taken.add(found)
        return found


def _stem(name: str) -> str:
    """Return a name of which all is left that can stand anywhere in one, numbers behind it too."""
    signs = normal_name(name).replace(PRIME, "")
    kept = "".join(sign if is_name("_" + sign) else "_" for sign in signs)
    return kept if _is_whole(f"{kept}1") else f"_{kept}"


def _choices(stem: str) -> Iterator[str]:
    letters = (stem,) if stem else _LETTERS
    return (f"{letter}{number or ''}" for number in count() for letter in letters)

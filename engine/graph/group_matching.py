"""Finding groups again in a graph that was built anew, such as from an edited formula.

The new graph's nodes have other ids, so a group's members are known by what they compute: the gates
inside, wired to each other as they were. What feeds the group may be something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.errors import GraphError
from engine.graph.groups import group_nodes, group_outputs, set_folded
from engine.graph.model import Graph, Group, Node, NodeId
from engine.graph.topology import topological_order


def carry_groups(before: Graph, after: Graph) -> Graph:
    """Give a graph the groups of an earlier one whose members it still has.

    Args:
        before: The graph with the groups.
        after: The graph that took its place; its ids mean nothing to the other.

    Returns:
        The later graph with each group that is there once more; others are left out. Of several
        places where a group could be, the one that computes the very same is taken, else the first.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> before = parse_formula("f = 1/(1 + exp(-x))")
        >>> grouped, _ = group_nodes(before, before.gates(), "σ")
        >>> after = carry_groups(grouped, parse_formula("f = 2*(1/(1 + exp(-(x + y))))"))
        >>> [group.name for group in after.groups.values()]
        ['σ']
    """
    if not before.groups:
        return after
    known: dict[object, int] = {}
    meant, found = expressions(before, known), expressions(after, known)
    for group in sorted(before.groups.values(), key=lambda group: len(group.members)):
        outputs = group_outputs(before, group.members)
        if len(outputs) != 1:
            continue
        same = meant[outputs[0]]
        candidates = sorted(found, key=lambda node: (found[node] != same, node))
        after = _carried(before, after, group, outputs[0], candidates)
    return after


def _carried(
    before: Graph, after: Graph, group: Group, output: NodeId, candidates: Iterable[NodeId]
) -> Graph:
    for node in candidates:
        matched = _match(before, after, group.members, output, node)
        if matched is None:
            continue
        try:
            grown, group_id = group_nodes(after, matched.values(), group.name)
        except GraphError:
            continue
        return set_folded(grown, group_id, group.folded)
    return after


def _match(
    before: Graph, after: Graph, members: frozenset[NodeId], output: NodeId, start: NodeId
) -> Mapping[NodeId, NodeId] | None:
    """Lay a group over the later graph with its output on a node; return what lies on what."""
    matched: dict[NodeId, NodeId] = {}
    outside: dict[NodeId, NodeId] = {}
    waiting: list[tuple[NodeId | None, NodeId | None]] = [(output, start)]
    while waiting:
        old, new = waiting.pop()
        if old is None or new is None:
            if old is not new:
                return None
            continue
        known = matched if old in members else outside
        if old in known:
            if known[old] != new:
                return None
            continue
        known[old] = new
        if old in members:
            if new in outside.values() or not _same(before.nodes[old], after.nodes[new]):
                return None
            waiting += zip(before.inputs_of(old), after.inputs_of(new), strict=True)
    is_one_to_one = len(set(matched.values())) == len(matched)
    return matched if is_one_to_one and matched.keys() == members else None


def _same(old: Node, new: Node) -> bool:
    return replace(old, name="") == replace(new, name="")


def expressions(graph: Graph, known: dict[object, int]) -> dict[NodeId, int]:
    """Number the nodes of several graphs so that equal numbers mean equal expressions."""
    numbers: dict[NodeId, int] = {}
    for node_id in topological_order(graph):
        node = graph.nodes[node_id]
        ends = tuple(end if end is None else numbers[end] for end in graph.inputs_of(node_id))
        value = None if node.value is None else (node.name, node.value.tolist().__repr__())
        key = (node.operation, tuple(sorted(node.settings.items())), value, ends)
        numbers[node_id] = known.setdefault(key, len(known))
    return numbers

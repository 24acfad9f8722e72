"""Whether two graphs ask the same: the same computation with the same numbers."""

from __future__ import annotations

from dataclasses import replace

from engine.graph.model import Graph, Node


def is_same_computation(one: Graph, other: Graph) -> bool:
    """Tell whether two graphs differ in names at most, so that one's answers hold for the other.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> is_same_computation(parse_formula("x * y"), parse_formula("a * b"))
        True
        >>> is_same_computation(parse_formula("x * y"), parse_formula("x + y"))
        False
    """
    if one is other:
        return True
    return (
        one.nodes.keys() == other.nodes.keys()
        and one.wires == other.wires
        and one.result == other.result
        and _groups(one) == _groups(other)
        and all(_is_same_node(node, other.nodes[key]) for key, node in one.nodes.items())
    )


def _groups(graph: Graph) -> set[tuple[frozenset[int], bool]]:
    return {(frozenset(group.members), group.folded) for group in graph.groups.values()}


def _is_same_node(one: Node, other: Node) -> bool:
    return one is other or one == replace(other, name=one.name)

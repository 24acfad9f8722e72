"""Names for a graph's nodes and groups that are safe in a Python program."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Collection, Iterable, Mapping, Sequence
from unicodedata import normalize

from engine.graph.model import Graph, GroupId, NodeId
from engine.graph.name_letters import PRIME
from engine.graph.topology import topological_order

# What the exported programs use themselves.
_RESERVED = frozenset(
    {"np", "torch", "unbroadcast", "forward", "value_and_gradients"}
    | {"value", "gradients", "name", "gradient"}
)


def identifiers(graph: Graph) -> Mapping[NodeId, str]:
    """Return a Python name for every node: its own where that is possible.

    Python reads identifiers in Unicode's NFKC form, in which two different names may be the same,
    so names are compared in that form. A gate without a name is called what the canvas calls it.
    """
    names: dict[NodeId, str] = {}
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    order = topological_order(graph)
    # Given names first: a made-up one must not take the place of one that somebody chose.
    for node_id in sorted(order, key=lambda key: not graph.nodes[key].name):
        node = graph.nodes[node_id]
        wanted = normalize("NFKC", graph.names.get(node_id, "").replace(PRIME, "_prime"))
        stem = wanted if wanted.isidentifier() else node.operation
        names[node_id] = free_identifier(wanted, taken, stem=stem, numbers=numbers)
        taken.add(names[node_id])
    return {node_id: names[node_id] for node_id in order}


def group_identifiers(
    groups: Iterable[tuple[GroupId, str]], taken: Collection[str], endings: Sequence[str] = ("",)
) -> dict[GroupId, str]:
    """Return a Python name for every group: its own where that is possible.

    Args:
        groups: Each group and what it is called, those that may keep their name first.
        taken: The names that are used already.
        endings: What is put behind a group's name in the program; all must be free.
    """
    used = set(taken)
    numbers: dict[str, int] = {}
    names: dict[GroupId, str] = {}
    for group_id, given in groups:
        wanted = normalize("NFKC", given)
        stem = wanted if wanted.isidentifier() else "group"
        name = free_identifier(wanted, used, stem=stem, numbers=numbers, endings=endings)
        used.update(name + ending for ending in endings)
        names[group_id] = name
    return names


def free_identifier(
    wanted: str,
    taken: Collection[str],
    *,
    stem: str,
    numbers: dict[str, int],
    endings: Sequence[str] = ("",),
) -> str:
    """Return the wanted name where a program can use it with all endings, else a stem's number.

    Args:
        wanted: The name.
        taken: The names that are used already; none of them is ever given back.
        stem: What stands before a number.
        numbers: For each stem the number to begin with, which is kept there for the next search.
        endings: What is put behind the name in the program.
    """
    names = (wanted + ending for ending in endings)
    if all(_is_usable(name) and name not in taken for name in names):
        return wanted
    safe = _safe_stem(stem)
    number = numbers.get(safe, 1)
    while any(f"{safe}_{number}{ending}" in taken for ending in endings):
        number += 1
    numbers[safe] = number
    return f"{safe}_{number}"


def _is_usable(name: str) -> bool:
    return (
        name.isidentifier()
        and not keyword.iskeyword(name)
        and not hasattr(builtins, name)
        and name not in _RESERVED
        # Gradients are called d_…, temporary results of neither.
        and not name.startswith(("d_", "_"))
    )


def _safe_stem(stem: str) -> str:
    """Return a stem that is an identifier and looks neither like a gradient nor like a helper."""
    kept = stem.strip("_")
    return kept if kept.isidentifier() and not f"{kept}_".startswith("d_") else f"n{kept}"

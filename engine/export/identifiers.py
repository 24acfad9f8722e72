"""Names for a graph's nodes that are safe in a Python program."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Mapping
from unicodedata import normalize

from engine.graph.model import Graph, NodeId
from engine.graph.topology import topological_order

# What the exported programs use themselves.
_RESERVED = frozenset(
    {"np", "torch", "unbroadcast", "forward", "value_and_gradients"}
    | {"value", "gradients", "name", "gradient"}
)


def identifiers(graph: Graph) -> Mapping[NodeId, str]:
    """Return a Python name for every node: its own where that is possible.

    Python reads identifiers in Unicode's NFKC form, in which two different names may be the same,
    so names are compared in that form. A gate without a name gets its operation's with a number.
    """
    names: dict[NodeId, str] = {}
    taken: set[str] = set()
    order = topological_order(graph)
    # Given names first: a made-up one must not take the place of one that somebody chose.
    for node_id in sorted(order, key=lambda key: not graph.nodes[key].name):
        node = graph.nodes[node_id]
        wanted = normalize("NFKC", node.name)
        if not _is_usable(wanted) or wanted in taken:
            wanted = _numbered(wanted if wanted.isidentifier() else node.operation, taken)
        taken.add(wanted)
        names[node_id] = wanted
    return {node_id: names[node_id] for node_id in order}


def _is_usable(name: str) -> bool:
    return (
        name.isidentifier()
        and not keyword.iskeyword(name)
        and not hasattr(builtins, name)
        and name not in _RESERVED
        # Gradients are called d_…, temporary results of neither.
        and not name.startswith(("d_", "_"))
    )


def _numbered(stem: str, taken: set[str]) -> str:
    stem = f"{stem.lstrip('_') or 'n'}_"
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"

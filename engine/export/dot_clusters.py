"""The groups of a drawn graph as frames in the DOT language: clusters, one inside another."""

from __future__ import annotations

from engine.graph.groups import parents
from engine.graph.model import Graph, GroupId


def cluster_lines(graph: Graph) -> list[str]:
    """Return the lines that put a frame round the members of each group.

    A cluster names the nodes that it holds; those of an inner one are named there alone.
    """
    around = parents(graph.groups)
    inner: dict[GroupId | None, list[GroupId]] = {}
    for group, outer in around.items():
        inner.setdefault(outer, []).append(group)
    lines: list[str] = []
    depth = 1
    # A stack and no recursion: a file may nest its groups as deeply as it likes.
    waiting: list[GroupId | None] = list(reversed(inner.get(None, [])))
    while waiting:
        key = waiting.pop()
        if key is None:
            depth -= 1
            lines.append(f"{'  ' * depth}}}")
            continue
        own = inner.get(key, [])
        lines += _opening(graph, key, own, "  " * depth)
        depth += 1
        waiting += [None, *reversed(own)]
    return lines


def quoted(text: str) -> str:
    """Return a text as a DOT string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _opening(graph: Graph, key: GroupId, inner: list[GroupId], indent: str) -> list[str]:
    group = graph.groups[key]
    elsewhere = {node for other in inner for node in graph.groups[other].members}
    members = "".join(f" n{node};" for node in sorted(group.members - elsewhere))
    return [
        f"{indent}subgraph cluster_{key} {{",
        f"{indent}  label={quoted(group.name)}; style=rounded;{members}",
    ]

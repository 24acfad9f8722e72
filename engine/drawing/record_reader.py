"""A drawing made of a file's record: every entry is checked, and a wrong one is named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from engine.arrays import Array, as_array
from engine.drawing.drawing import FRAME_COLORS, Drawing, Frame, FrameId, Point
from engine.entries import Entry
from engine.errors import FileFormatError
from engine.graph.model import Graph, Group, GroupId, InputPort, Node, NodeId
from engine.graph.name_letters import is_plain_name
from engine.graph.names import needs_name
from engine.graph.text_limits import LONGEST_NAME, LONGEST_NOTE, LONGEST_TITLE
from engine.graph.topology import topological_order
from engine.operations.catalog import OPERATIONS
from engine.quoting import quote
from engine.settings import complete

# Farther from the origin no canvas reaches; a chain of ten thousand gates still fits.
FARTHEST = 10_000_000.0
# More can neither be drawn nor computed while somebody waits.
MOST_NODES = 50_000


def read_record(record: Entry) -> Drawing:
    """Make a drawing of a record in the present version of the format.

    Raises:
        EngineError: Something in it is missing, of the wrong kind, or fits nothing else; the
            sentence names its place and is to follow a colon.
    """
    nodes: dict[NodeId, Node] = {}
    positions: dict[NodeId, Point] = {}
    collapsed: set[NodeId] = set()
    for item in record["nodes"].items(MOST_NODES):
        node_id = NodeId(item["id"].whole())
        if node_id in nodes:
            raise FileFormatError("node_twice", f"two nodes have the id {node_id}.", id=node_id)
        nodes[node_id] = _node(item)
        place = item.get("at")
        if place is not None:
            positions[node_id] = _position(place, node_id)
        is_collapsed = item.get("collapsed")
        if is_collapsed is not None and is_collapsed.truth():
            collapsed.add(node_id)
    _check_names(nodes)
    wires = _wires(record["wires"], nodes)
    graph = Graph(nodes, wires, _target(record, nodes), _groups(record["groups"], nodes))
    if len(topological_order(graph)) != len(nodes):
        raise FileFormatError("wires_close_circle", "its wires close a circle.")
    title = record["title"].text(LONGEST_TITLE)
    description = record["description"].text(LONGEST_NOTE)
    frames = _frames(record["frames"], nodes)
    return Drawing(graph, positions, title, description, frames, frozenset(collapsed))


def _node(item: Entry) -> Node:
    operation = OPERATIONS.require(item["operation"].text(LONGEST_NAME))
    given = item.get("settings")
    settings = {} if given is None else {name: value.number() for name, value in given.named()}
    complete(operation.settings, settings)
    name = item.get("name")
    return Node(
        operation.name,
        "" if name is None else name.text(LONGEST_NAME),
        _value(item["value"]) if operation.is_source else None,
        settings,
        _muted(item, operation.arity),
    )


def _muted(item: Entry, arity: int) -> int | None:
    muted = item.get("muted")
    if muted is None:
        return None
    index = muted.whole()
    if index >= arity:
        node = item["id"].whole()
        raise FileFormatError(
            "muted_nowhere", f"node {node} is muted to an input that is not there.", id=node
        )
    return index


def _value(item: Entry) -> Array:
    # Looked at before NumPy is asked, which would make numbers of texts, and of one long text in
    # a list as much memory as the text times the list.
    if not _is_value(item.value):
        raise _no_value(item)
    array = np.array(item.value)
    # A whole number without end makes an array of objects.
    if array.dtype.kind not in "iuf" or not np.isfinite(array).all():
        raise _no_value(item)
    return as_array(array)


def _is_value(value: Any) -> bool:
    if not isinstance(value, list):
        return type(value) in (int, float)
    if value and all(isinstance(row, list) for row in value):
        width = len(value[0])
        return width > 0 and all(len(row) == width and _are_numbers(row) for row in value)
    return bool(value) and _are_numbers(value)


def _are_numbers(items: list[Any]) -> bool:
    return set(map(type, items)) <= {int, float}


def _no_value(item: Entry) -> FileFormatError:
    return FileFormatError(
        "value_no_array",
        f"{item.place} is not a finite number, vector or matrix.",
        place=item.place,
    )


def _check_names(nodes: Mapping[NodeId, Node]) -> None:
    seen: set[str] = set()
    for node_id, node in nodes.items():
        if not node.name and needs_name(node.operation):
            raise FileFormatError("node_nameless", f"node {node_id} has no name.", id=node_id)
        if node.name and (node.name in seen or not is_plain_name(node.name)):
            raise FileFormatError(
                "node_name_unfit",
                f"the name “{quote(node.name)}” is used twice or is not a name.",
                name=quote(node.name),
            )
        seen.add(node.name)


def _target(record: Entry, nodes: Mapping[NodeId, Node]) -> NodeId | None:
    item = record.get("target")
    if item is None or item.value is None:
        return None
    target = NodeId(item.whole())
    if target not in nodes:
        raise FileFormatError(
            "target_nowhere", f"the result {target} is not one of its nodes.", id=target
        )
    return target


def _wires(items: Entry, nodes: Mapping[NodeId, Node]) -> dict[InputPort, NodeId]:
    wires: dict[InputPort, NodeId] = {}
    for item in items.items():
        source = NodeId(item["from"].whole())
        port = InputPort(NodeId(item["to"].whole()), item["port"].whole())
        if source not in nodes or port.node not in nodes:
            raise FileFormatError(
                "wire_nowhere",
                f"a wire from {source} to {port.node} ends at no node.",
                source=source,
                end=port.node,
            )
        if port.index >= nodes[port.node].record.arity or port in wires:
            raise FileFormatError(
                "port_unfit",
                f"port {port.index} of node {port.node} is wired twice or not there.",
                port=port.index,
                node=port.node,
            )
        wires[port] = source
    return wires


def _members(item: Entry) -> frozenset[NodeId]:
    return frozenset(NodeId(member.whole()) for member in item["members"].items())


def _groups(items: Entry, nodes: Mapping[NodeId, Node]) -> dict[GroupId, Group]:
    groups: dict[GroupId, Group] = {}
    for item in items.items():
        group_id = GroupId(NodeId(item["id"].whole()))
        name, folded = item["name"].text(LONGEST_NAME), item["folded"].truth()
        members = _members(item)
        if group_id in groups or not name.isidentifier():
            raise FileFormatError(
                "group_unfit",
                f"the group “{quote(name)}” is there twice or is not a group.",
                name=quote(name),
            )
        if not members <= nodes.keys() or len(members) < 2:
            raise FileFormatError(
                "group_members",
                f"the group {quote(name)} has members that are not there, or too few.",
                name=quote(name),
            )
        _check_apart(name, members, groups.values())
        groups[group_id] = Group(name, members, folded, _joined(item, name, members))
    return groups


def _check_apart(name: str, members: frozenset[NodeId], others: Collection[Group]) -> None:
    for other in others:
        if members & other.members and not (members < other.members or other.members < members):
            raise FileFormatError(
                "groups_cut",
                f"the groups {quote(other.name)} and {quote(name)} cut each other.",
                first=quote(other.name),
                second=quote(name),
            )


def _joined(item: Entry, name: str, members: frozenset[NodeId]) -> frozenset[frozenset[InputPort]]:
    entry = item.get("joined")
    if entry is None:
        return frozenset()
    joined = frozenset(
        frozenset(_joined_port(port) for port in ports.items()) for ports in entry.items()
    )
    if not members >= {port.node for ports in joined for port in ports}:
        raise FileFormatError(
            "group_joins",
            f"the group {quote(name)} joins inputs that it does not have.",
            name=quote(name),
        )
    return joined


def _joined_port(item: Entry) -> InputPort:
    pair = item.items()
    if len(pair) != 2:
        raise item.refused("list")
    return InputPort(NodeId(pair[0].whole()), pair[1].whole())


def _frames(items: Entry, nodes: Mapping[NodeId, Node]) -> dict[FrameId, Frame]:
    frames: dict[FrameId, Frame] = {}
    taken: set[NodeId] = set()
    for item in items.items():
        frame_id = FrameId(item["id"].whole())
        title = item["title"].text(LONGEST_TITLE)
        note, color = item["note"].text(LONGEST_NOTE), item["color"].whole()
        members = _members(item)
        if frame_id in frames or color >= FRAME_COLORS:
            raise FileFormatError(
                "frame_unfit",
                f"the frame “{quote(title)}” is there twice or has no colour.",
                name=quote(title),
            )
        if not members or not members <= nodes.keys() or not members.isdisjoint(taken):
            raise FileFormatError(
                "frame_members",
                f"the frame “{quote(title)}” has no members, or some that are not its own.",
                name=quote(title),
            )
        taken |= members
        frames[frame_id] = Frame(title, members, note, color)
    return frames


def _position(item: Entry, node: NodeId) -> Point:
    x, y = item.numbers(2)
    if max(abs(x), abs(y)) > FARTHEST:
        raise FileFormatError(
            "node_too_far",
            f"node {node} stands farther than {FARTHEST:.0f} from the middle.",
            id=node,
            farthest=f"{FARTHEST:.0f}",
        )
    return x, y

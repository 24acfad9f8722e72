"""Drawings as versioned JSON text, read with suspicion: a file may be damaged, foreign or newer.

A file says the oldest version of the format that can hold it, so that a drawing without groups or
frames can still be opened by a program that knows none.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.arrays import Array, as_array
from engine.errors import EngineError, FileFormatError
from engine.graph.drawing import FRAME_COLORS, Drawing, Frame, FrameId, Point
from engine.graph.migrations import VERSION, upgrade
from engine.graph.model import Graph, Group, GroupId, InputPort, Node, NodeId
from engine.graph.names import needs_name
from engine.graph.topology import topological_order
from engine.operations.catalog import OPERATIONS
from engine.settings import complete

FORMAT = "wiregrad-graph"
_PLAIN_VERSION, _GROUPS_VERSION = 1, 2
# Farther from the origin no canvas reaches; a chain of ten thousand gates still fits.
FARTHEST = 10_000_000.0


def to_json(drawing: Drawing) -> str:
    """Return the drawing as JSON text that ``from_json`` reads back equal."""
    graph, version = drawing.graph, _oldest_version(drawing)
    record: dict[str, Any] = {
        "format": FORMAT,
        "version": version,
        "title": drawing.title,
        "description": drawing.description,
        "target": graph.target,
        "nodes": [
            _node_record(node_id, node, drawing.positions.get(node_id))
            for node_id, node in graph.nodes.items()
        ],
        "wires": [
            {"from": source, "to": port.node, "port": port.index}
            for port, source in graph.wires.items()
        ],
    }
    # A version's lists are there, be they empty: only older files do without.
    if version >= _GROUPS_VERSION:
        record["groups"] = [_group_record(*item) for item in graph.groups.items()]
    if version >= VERSION:
        record["frames"] = [_frame_record(*item) for item in drawing.frames.items()]
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False)


def from_json(text: str) -> Drawing:
    """Read a drawing.

    Raises:
        FileFormatError: The text is not JSON, not a drawing, made by a newer version, or its
            graph is not one; the sentence says where.
    """
    record = upgrade(_parse(text))
    try:
        return _drawing(record)
    except FileFormatError:
        raise
    except EngineError as error:
        raise _damaged(error.sentence) from error
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise _damaged(f"an entry is missing or of the wrong kind ({error})") from error


def _oldest_version(drawing: Drawing) -> int:
    graph = drawing.graph
    if drawing.frames or any(node.record.passes is not None for node in graph.nodes.values()):
        return VERSION
    return _GROUPS_VERSION if graph.groups else _PLAIN_VERSION


def _node_record(node_id: NodeId, node: Node, position: Point | None) -> dict[str, Any]:
    record: dict[str, Any] = {"id": node_id, "operation": node.operation}
    if node.name:
        record["name"] = node.name
    if node.value is not None:
        record["value"] = node.value.tolist()
    if node.settings:
        record["settings"] = dict(node.settings)
    if node.muted is not None:
        record["muted"] = node.muted
    if position is not None:
        record["at"] = list(position)
    return record


def _group_record(group_id: GroupId, group: Group) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": group_id,
        "name": group.name,
        "members": sorted(group.members),
        "folded": group.folded,
    }
    if group.joined:
        joined = sorted(sorted(ports) for ports in group.joined)
        record["joined"] = [[[port.node, port.index] for port in ports] for ports in joined]
    return record


def _frame_record(frame_id: FrameId, frame: Frame) -> dict[str, Any]:
    return {
        "id": frame_id,
        "title": frame.title,
        "note": frame.note,
        "color": frame.color,
        "members": sorted(frame.members),
    }


def _parse(text: str) -> Mapping[str, Any]:
    try:
        record = json.loads(text)
    # A ValueError that is no JSONDecodeError is a number of more digits than Python converts.
    except (ValueError, RecursionError) as error:
        raise FileFormatError(
            "not_json", "This is not a Wiregrad graph: the file is not JSON text.", cause=str(error)
        ) from error
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise FileFormatError(
            "foreign",
            f"This is not a Wiregrad graph: its format should be “{FORMAT}”.",
            format=FORMAT,
        )
    return record


def _damaged(cause: str) -> FileFormatError:
    return FileFormatError("damaged", f"This graph file is damaged: {cause}", cause=cause)


def _drawing(record: Mapping[str, Any]) -> Drawing:
    nodes: dict[NodeId, Node] = {}
    positions: dict[NodeId, Point] = {}
    for item in record["nodes"]:
        node_id = _node_id(item["id"])
        if node_id in nodes:
            raise _damaged(f"two nodes have the id {node_id}.")
        nodes[node_id] = _node(item)
        if "at" in item:
            positions[node_id] = _position(item["at"])
    _check_names(nodes)
    wires = _wires(record["wires"], nodes)
    target = record.get("target")
    if target is not None and _node_id(target) not in nodes:
        raise _damaged(f"the result {target} is not one of its nodes.")
    graph = Graph(nodes, wires, target, _groups(record["groups"], nodes))
    if len(topological_order(graph)) != len(nodes):
        raise _damaged("its wires close a circle.")
    title, description = _text(record["title"]), _text(record["description"])
    return Drawing(graph, positions, title, description, _frames(record["frames"], nodes))


def _node(item: Mapping[str, Any]) -> Node:
    operation = OPERATIONS.require(item["operation"])
    settings = {str(name): float(value) for name, value in item.get("settings", {}).items()}
    complete(operation.settings, settings)
    value = None
    if operation.is_source:
        value = _value(item["value"])
    return Node(
        operation.name, str(item.get("name", "")), value, settings, _muted(item, operation.arity)
    )


def _muted(item: Mapping[str, Any], arity: int) -> int | None:
    if "muted" not in item:
        return None
    index = _whole(item["muted"])
    if index >= arity:
        raise _damaged(f"node {item['id']} is muted to an input that is not there.")
    return index


def _value(item: Any) -> Array:
    array = np.array(item)
    # Texts and truth values would become numbers by themselves; an empty array has no mean.
    is_numeric = array.dtype.kind in "iuf" and array.ndim <= 2 and array.size > 0
    if not is_numeric or not np.isfinite(array).all():
        raise _damaged("a value is not a finite number, vector or matrix.")
    return as_array(array)


def _text(item: Any) -> str:
    if not isinstance(item, str):
        raise _damaged(f"“{item}” is not a text.")
    # Half of a surrogate pair can be escaped in JSON, but not be saved again.
    item.encode("utf-8")
    return item


def _check_names(nodes: Mapping[NodeId, Node]) -> None:
    seen: set[str] = set()
    for node_id, node in nodes.items():
        if not node.name and needs_name(node.operation):
            raise _damaged(f"node {node_id} has no name.")
        if node.name and (node.name in seen or not node.name.isidentifier()):
            raise _damaged(f"the name “{node.name}” is used twice or is not a name.")
        seen.add(node.name)


def _wires(items: Any, nodes: Mapping[NodeId, Node]) -> dict[InputPort, NodeId]:
    wires: dict[InputPort, NodeId] = {}
    for item in items:
        source = _node_id(item["from"])
        port = InputPort(_node_id(item["to"]), _whole(item["port"]))
        if source not in nodes or port.node not in nodes:
            raise _damaged(f"a wire from {source} to {port.node} ends at no node.")
        if port.index >= nodes[port.node].record.arity or port in wires:
            raise _damaged(f"port {port.index} of node {port.node} is wired twice or not there.")
        wires[port] = source
    return wires


def _groups(items: Any, nodes: Mapping[NodeId, Node]) -> dict[GroupId, Group]:
    groups: dict[GroupId, Group] = {}
    for item in items:
        group_id = GroupId(_node_id(item["id"]))
        name, folded = str(item["name"]), item["folded"]
        members = frozenset(_node_id(member) for member in item["members"])
        if group_id in groups or not name.isidentifier() or type(folded) is not bool:
            raise _damaged(f"the group “{name}” is there twice or is not a group.")
        if not members <= nodes.keys() or len(members) < 2:
            raise _damaged(f"the group {name} has members that are not there, or too few.")
        for other in groups.values():
            if members & other.members and not (members < other.members or other.members < members):
                raise _damaged(f"the groups {other.name} and {name} cut each other.")
        joined = frozenset(
            frozenset(InputPort(_node_id(node), _whole(index)) for node, index in ports)
            for ports in item.get("joined", ())
        )
        if not members >= {port.node for ports in joined for port in ports}:
            raise _damaged(f"the group {name} joins inputs that it does not have.")
        groups[group_id] = Group(name, members, folded, joined)
    return groups


def _frames(items: Any, nodes: Mapping[NodeId, Node]) -> dict[FrameId, Frame]:
    frames: dict[FrameId, Frame] = {}
    taken: set[NodeId] = set()
    for item in items:
        frame_id = FrameId(_node_id(item["id"]))
        title, note, color = _text(item["title"]), _text(item["note"]), item["color"]
        members = frozenset(_node_id(member) for member in item["members"])
        if frame_id in frames or type(color) is not int or not 0 <= color < FRAME_COLORS:
            raise _damaged(f"the frame “{title}” is there twice or has no colour.")
        if not members or not members <= nodes.keys() or not members.isdisjoint(taken):
            raise _damaged(f"the frame “{title}” has no members, or some that are not its own.")
        taken |= members
        frames[frame_id] = Frame(title, members, note, color)
    return frames


def _node_id(value: Any) -> NodeId:
    if type(value) is not int or value < 0:
        raise _damaged(f"“{value}” is not a node's id.")
    return NodeId(value)


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise _damaged(f"“{value}” is not a port.")
    return value


def _position(value: Any) -> Point:
    x, y = (float(number) for number in value)
    if not (math.isfinite(x) and math.isfinite(y)):
        raise _damaged("a node stands at no place.")
    if max(abs(x), abs(y)) > FARTHEST:
        raise _damaged(f"a node stands farther than {FARTHEST:.0f} from the middle.")
    return x, y

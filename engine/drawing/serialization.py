"""Drawings as versioned JSON text, read with suspicion: a file may be damaged, foreign or newer.

A node, a wire, a group and a frame is a line each, so that what changed is a line for whoever
compares two files, and the numbers of a large matrix are written by the standard library's own
quick encoder, which only writes whole lines.

A file says the oldest version of the format that can hold it, so that a drawing without groups or
frames can still be opened by a program that knows none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from engine.drawing.drawing import Drawing, Frame, FrameId, Point
from engine.drawing.migrations import VERSION, upgrade
from engine.drawing.record_reader import read_record
from engine.entries import Entry, FileForm, damaged
from engine.errors import EngineError
from engine.graph.model import Group, GroupId, Node, NodeId

FORM = FileForm("a Wiregrad graph", "wiregrad-graph", VERSION)
_PLAIN_VERSION, _GROUPS_VERSION = 1, 2


def to_json(drawing: Drawing) -> str:
    """Return the drawing as JSON text that ``from_json`` reads back equal."""
    graph, version = drawing.graph, _oldest_version(drawing)
    head = {
        "format": FORM.format,
        "version": version,
        "title": drawing.title,
        "description": drawing.description,
        "target": graph.target,
    }
    lists: dict[str, Iterable[Mapping[str, Any]]] = {
        "nodes": (_node_record(node_id, node, drawing) for node_id, node in graph.nodes.items()),
        "wires": (
            {"from": source, "to": port.node, "port": port.index}
            for port, source in graph.wires.items()
        ),
    }
    # A version's lists are there, be they empty: only older files do without.
    if version >= _GROUPS_VERSION:
        lists["groups"] = (_group_record(*item) for item in graph.groups.items())
    if version >= VERSION:
        lists["frames"] = (_frame_record(*item) for item in drawing.frames.items())
    entries = [f" {_line(key)}: {_line(value)}" for key, value in head.items()]
    entries += [f" {_line(key)}: {_lines(records)}" for key, records in lists.items()]
    return "{\n" + ",\n".join(entries) + "\n}"


def _lines(records: Iterable[Mapping[str, Any]]) -> str:
    lines = ",\n".join(f"  {_line(record)}" for record in records)
    return f"[\n{lines}\n ]" if lines else "[]"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def from_json(text: str) -> Drawing:
    """Read a drawing.

    Raises:
        FileFormatError: The text is not JSON, not a drawing, made by a newer version, or its
            graph is not one; the sentence says where.
    """
    return from_entry(FORM.read(text))


def from_entry(entry: Entry) -> Drawing:
    """Read a drawing that stands in another file as `to_json` writes it.

    Raises:
        FileFormatError: As `from_json` raises it.
    """
    record = upgrade(entry.value, FORM.check(entry))
    try:
        return read_record(Entry(record))
    except EngineError as error:
        raise damaged(error) from error


def _oldest_version(drawing: Drawing) -> int:
    graph = drawing.graph
    if drawing.frames or any(node.record.passes is not None for node in graph.nodes.values()):
        return VERSION
    return _GROUPS_VERSION if graph.groups else _PLAIN_VERSION


def _node_record(node_id: NodeId, node: Node, drawing: Drawing) -> dict[str, Any]:
    position: Point | None = drawing.positions.get(node_id)
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
    if node_id in drawing.collapsed:
        # A program that does not know this shows the whole card, so no version is needed for it.
        record["collapsed"] = True
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

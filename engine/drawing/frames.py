"""Edits of a drawing's frames: which nodes each goes round, and what stands in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from engine.drawing.drawing import FRAME_COLORS, Drawing, Frame, FrameId
from engine.errors import GraphError
from engine.graph.group_matching import expressions
from engine.graph.model import Graph, NodeId
from engine.graph.passing import seen_through

Frames = Mapping[FrameId, Frame]


def add_frame(drawing: Drawing, ids: Iterable[NodeId], title: str) -> tuple[Drawing, FrameId]:
    """Put a frame round some nodes; those that were in another leave it.

    Raises:
        GraphError: Code ``frame_empty``: there is nothing to go round.
    """
    members = frozenset(node for node in ids if node in drawing.graph.nodes)
    if not members:
        raise GraphError("frame_empty", "Select the nodes that the frame is to go round.")
    frame_id = _free_id(drawing.frames)
    frames = without_members(drawing.frames, members)
    frame = Frame(title, members, color=(frame_id - 1) % FRAME_COLORS)
    return replace(drawing, frames={**frames, frame_id: frame}), frame_id


def remove_frame(drawing: Drawing, frame_id: FrameId) -> Drawing:
    """Take a frame away; its members stay."""
    frames = {key: frame for key, frame in drawing.frames.items() if key != frame_id}
    return replace(drawing, frames=frames)


def write_frame(
    drawing: Drawing,
    frame_id: FrameId,
    *,
    title: str | None = None,
    note: str | None = None,
    color: int | None = None,
) -> Drawing:
    """Give a frame another title, note or colour; what is not given stays."""
    old = drawing.frames[frame_id]
    frame = replace(
        old,
        title=old.title if title is None else title,
        note=old.note if note is None else note,
        color=old.color if color is None else color % FRAME_COLORS,
    )
    if frame == old:
        return drawing
    return replace(drawing, frames={**drawing.frames, frame_id: frame})


def add_members(drawing: Drawing, frame_id: FrameId, ids: Iterable[NodeId]) -> Drawing:
    """Take nodes into a frame; those that were in another leave it."""
    frame = drawing.frames[frame_id]
    members = frame.members | (frozenset(ids) & drawing.graph.nodes.keys())
    others = without_members(remove_frame(drawing, frame_id).frames, members)
    changed = {**others, frame_id: replace(frame, members=members)}
    # In the order they had, which is the order in which they lie over each other.
    frames = {key: changed[key] for key in drawing.frames if key in changed}
    return drawing if frames == drawing.frames else replace(drawing, frames=frames)


def take_out(drawing: Drawing, ids: Iterable[NodeId]) -> Drawing:
    """Take nodes out of the frames that they are in; a frame without members vanishes."""
    frames = without_members(drawing.frames, frozenset(ids))
    return drawing if frames == drawing.frames else replace(drawing, frames=frames)


def frames_of(drawing: Drawing, ids: Collection[NodeId]) -> list[FrameId]:
    """Return the frames that some of these nodes are in."""
    chosen = frozenset(ids)
    return [key for key, frame in drawing.frames.items() if not frame.members.isdisjoint(chosen)]


def without_members(frames: Frames, gone: Collection[NodeId]) -> dict[FrameId, Frame]:
    """Return the frames without some nodes; one that loses its last member vanishes."""
    left: dict[FrameId, Frame] = {}
    for frame_id, frame in frames.items():
        members = frame.members.difference(gone)
        if members:
            is_whole = len(members) == len(frame.members)
            left[frame_id] = frame if is_whole else replace(frame, members=members)
    return left


def merged_frames(
    frames: Frames, others: Frames, new_ids: Mapping[NodeId, NodeId]
) -> dict[FrameId, Frame]:
    """Return the frames with those of a drawing that is merged in, under new ids."""
    merged = dict(frames)
    for frame in others.values():
        members = frozenset(new_ids[member] for member in frame.members)
        merged[_free_id(merged)] = replace(frame, members=members)
    return merged


def carry_frames(before: Drawing, after: Graph) -> dict[FrameId, Frame]:
    """Return a drawing's frames for a graph that was built anew, such as from an edited formula.

    A member with a name is found by it, any other by what it computes; a frame goes round those
    of its members that are found.
    """
    if not before.frames:
        return {}
    known: dict[object, int] = {}
    meant = expressions(seen_through(before.graph), known)
    found = {number: node for node, number in expressions(after, known).items()}
    kept: dict[FrameId, Frame] = {}
    taken: set[NodeId] = set()
    for frame_id, frame in before.frames.items():
        members = set()
        for member in frame.members:
            name = before.graph.nodes[member].name
            node = after.named(name) if name else None
            if node is None:
                node = found.get(meant.get(member, -1))
            if node is not None and node not in taken:
                members.add(node)
        taken |= members
        if members:
            kept[frame_id] = replace(frame, members=frozenset(members))
    return kept


def whole_frames(frames: Frames, kept: Collection[NodeId]) -> dict[FrameId, Frame]:
    """Return the frames of which every member is among some nodes: those that a copy carries."""
    return {key: frame for key, frame in frames.items() if frame.members.issubset(kept)}


def _free_id(frames: Frames) -> FrameId:
    return FrameId(max(frames, default=0) + 1)

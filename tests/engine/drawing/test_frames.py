"""Frames: they own their members by name, and files keep them with muted gates and dots."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing.drawing import FRAME_COLORS, Drawing, Frame, FrameId
from engine.drawing.frames import (
    add_frame,
    add_members,
    carry_frames,
    frames_of,
    merged_frames,
    remove_frame,
    take_out,
    whole_frames,
    write_frame,
)
from engine.drawing.serialization import from_json, to_json
from engine.errors import FileFormatError, GraphError
from engine.formula.parser import parse_formula
from engine.graph.model import NodeId
from tests.engine.graph.test_mute import passing_graphs
from tests.support.graphs import product_of_sum

DRAWING = Drawing(product_of_sum())
X, Y, Z, Q, F = (NodeId(index) for index in range(1, 6))


@st.composite
def framed_drawings(draw: st.DrawFn) -> Drawing:
    """Draw a drawing with muted gates, dots and frames."""
    drawing = Drawing(draw(passing_graphs()))
    for _ in range(draw(st.integers(0, 3))):
        ids = draw(st.sets(st.sampled_from(sorted(drawing.graph.nodes)), min_size=1))
        drawing, frame_id = add_frame(drawing, ids, draw(st.text(max_size=8)))
        drawing = write_frame(
            drawing, frame_id, note=draw(st.text(max_size=20)), color=draw(st.integers(0, 9))
        )
    return drawing


@given(framed_drawings())
@settings(max_examples=80, deadline=None)
def test_a_file_keeps_frames_muted_gates_and_dots(drawing: Drawing) -> None:
    text = to_json(drawing)
    assert from_json(text) == drawing
    is_plain = not drawing.frames and all(
        node.record.passes is None for node in drawing.graph.nodes.values()
    )
    assert json.loads(text)["version"] == (1 if is_plain else 3)


def test_a_frame_goes_round_what_it_is_told_and_nothing_else() -> None:
    framed, frame_id = add_frame(DRAWING, [X, Y, NodeId(99)], "inputs")
    assert framed.frames[frame_id] == Frame("inputs", frozenset({X, Y}))
    with pytest.raises(GraphError, match="Select the nodes"):
        add_frame(DRAWING, [], "nothing")


def test_a_node_is_in_one_frame_at_most_and_an_empty_one_vanishes() -> None:
    framed, first = add_frame(DRAWING, [X, Y], "a")
    framed, second = add_frame(framed, [Y, Q], "b")
    assert framed.frames[first].members == {X}
    assert framed.frames[second].color == 1
    joined = add_members(framed, second, [X])
    assert list(joined.frames) == [second]
    assert frames_of(joined, {X, Z}) == [second]
    assert frames_of(joined, {Z}) == []
    assert add_members(joined, second, [X]) is joined
    assert take_out(joined, [Z]) is joined
    assert take_out(joined, [X, Y, Q]).frames == {}
    assert remove_frame(joined, second).frames == {}


def test_title_note_and_colour_are_written_one_by_one() -> None:
    framed, key = add_frame(DRAWING, [X], "a")
    assert write_frame(framed, key, title="a") is framed
    written = write_frame(write_frame(framed, key, title="b"), key, note="why", color=FRAME_COLORS)
    assert written.frames[key] == Frame("b", frozenset({X}), "why", 0)


def test_a_copy_carries_the_frames_whose_members_all_come_along() -> None:
    framed, first = add_frame(DRAWING, [X, Y], "a")
    framed, second = add_frame(framed, [Q, F], "b")
    carried = whole_frames(framed.frames, {X, Y, Q})
    assert list(carried) == [first]
    new_ids = {X: NodeId(11), Y: NodeId(12)}
    merged = merged_frames(framed.frames, carried, new_ids)
    assert merged[FrameId(second + 1)] == Frame("a", frozenset({NodeId(11), NodeId(12)}))


def test_frames_are_found_again_in_a_graph_that_was_built_anew() -> None:
    before = Drawing(parse_formula("q = x + y; f = exp(q*z)"))
    graph = before.graph
    names = {node.name or node.operation: key for key, node in graph.nodes.items()}
    framed, first = add_frame(before, [names["q"], names["multiply"]], "a")
    framed, _ = add_frame(framed, [names["z"]], "gone")
    after = parse_formula("q = x + y; f = 2*exp(q*u); g = q*z")
    carried = carry_frames(framed, parse_formula("f = exp(u)"))
    assert carried == {}
    carried = carry_frames(framed, after)
    assert len(carried[first].members) == 2
    assert after.named("q") in carried[first].members
    assert carry_frames(before, after) == {}


FRAME: dict[str, Any] = {"id": 1, "title": "a", "note": "", "color": 0, "members": [1, 2]}


@pytest.mark.parametrize(
    ("frames", "says"),
    [
        ([FRAME, FRAME], "there twice"),
        ([FRAME | {"color": FRAME_COLORS}], "no colour"),
        ([FRAME | {"color": True}], "color should be a whole number"),
        ([FRAME | {"members": []}], "no members"),
        ([FRAME | {"members": [77]}], "not its own"),
        ([FRAME, FRAME | {"id": 2}], "not its own"),
        ([FRAME | {"title": 5}], "title should be a text, and is a number"),
        ([{"id": 1}], "at frames › 1 the entry “title” is missing"),
    ],
)
def test_damaged_frames_are_refused(frames: list[dict[str, Any]], says: str) -> None:
    record = json.loads(to_json(DRAWING)) | {"version": 3, "groups": [], "frames": frames}
    with pytest.raises(FileFormatError, match=says):
        from_json(json.dumps(record))


def test_a_gate_muted_to_no_input_is_refused() -> None:
    record = json.loads(to_json(DRAWING)) | {"version": 3, "groups": [], "frames": []}
    record["nodes"][3]["muted"] = 2
    with pytest.raises(FileFormatError, match="muted to an input that is not there"):
        from_json(json.dumps(record))

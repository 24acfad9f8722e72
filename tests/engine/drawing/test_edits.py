"""Edits of a drawing: the next drawing or a reason, and what is there stays as it was."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.arrays import as_array
from engine.drawing import drawing_size, edits
from engine.drawing.alignment import Edge, aligned, distributed
from engine.drawing.cones import cone_of, end_ports
from engine.drawing.drawing import Drawing, Frame, FrameId
from engine.drawing.fits import check_shapes, fitting_inputs, fitting_outputs, takes
from engine.drawing.wiring import cut, replug, wire_between, wires_of
from engine.errors import FileFormatError, GraphError, ShapeError
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.edits import check_connect, disconnect, set_value
from engine.graph.model import Graph, InputPort, NodeId
from engine.operations.catalog import OPERATIONS
from tests.support.graphs import node, product_of_sum, scalar_graphs


def drawn(graph: Graph) -> Drawing:
    """Return a graph in one row, in the order of its nodes."""
    return Drawing(graph, {key: (100.0 * key, 0.0) for key in graph.nodes})


def test_a_new_gate_stands_at_its_place_and_takes_a_loose_wire() -> None:
    before = drawn(product_of_sum())
    after, new = edits.add_operation(before, "exp", (5.0, 7.0), feed=node(before.graph, "f"))
    assert after.positions[new] == (5.0, 7.0)
    assert after.graph.inputs_of(new) == (node(before.graph, "f"),)
    loose, alone = edits.add_operation(before, "exp", (0.0, 0.0))
    assert loose.graph.inputs_of(alone) == (None,)
    assert new not in before.graph.nodes


def test_what_is_removed_leaves_places_and_frames_too() -> None:
    graph = product_of_sum()
    x, y, f = (node(graph, name) for name in ("x", "y", "f"))
    frames = {
        FrameId(1): Frame("both", frozenset({x, y})),
        FrameId(2): Frame("end", frozenset({f})),
    }
    before = Drawing(graph, dict.fromkeys(graph.nodes, (0.0, 0.0)), frames=frames)
    after = edits.remove(before, [x, f])
    assert after.positions.keys() == after.graph.nodes.keys()
    assert {frame.members for frame in after.frames.values()} == {frozenset({y})}


def test_moving_to_where_a_node_stands_is_no_edit() -> None:
    before = drawn(product_of_sum())
    x = node(before.graph, "x")
    assert edits.move(before, {x: before.positions[x], NodeId(99): (1.0, 1.0)}) is before
    assert edits.move(before, {x: (1.0, 1.0)}).positions[x] == (1.0, 1.0)


def test_cards_show_their_name_alone_or_all_again() -> None:
    before = drawn(product_of_sum())
    x, q, f = (node(before.graph, name) for name in "xqf")
    small = edits.collapse(before, [x, q, NodeId(99)], is_collapsed=True)
    assert small.collapsed == {x, q}
    assert (small.graph, small.positions) == (before.graph, before.positions)
    assert edits.collapse(small, [q, f], is_collapsed=False).collapsed == {x}
    # What shows already what is asked for is no edit.
    assert edits.collapse(small, [x], is_collapsed=True) is small
    assert edits.collapse(small, [f], is_collapsed=False) is small


def test_a_collapsed_card_is_one_in_copies_too_until_it_is_removed() -> None:
    whole = drawn(product_of_sum())
    x, q = (node(whole.graph, name) for name in "xq")
    whole = edits.collapse(whole, [x, q], is_collapsed=True)
    twice, ids = edits.merge(whole, edits.excerpt(whole, [q]), (3.0, 4.0))
    assert twice.collapsed == {x, q, ids[q]}
    assert edits.remove(twice, [q]).collapsed == {x, ids[q]}


def test_an_excerpt_put_back_in_is_a_copy_beside() -> None:
    whole = drawn(product_of_sum())
    kept = [node(whole.graph, name) for name in ("x", "y", "q")]
    part = edits.excerpt(whole, kept)
    assert part.positions == {key: whole.positions[key] for key in kept}
    twice, ids = edits.merge(whole, part, (3.0, 4.0))
    assert len(twice.graph) == len(whole.graph) + 3
    for old, new in ids.items():
        x, y = whole.positions[old]
        assert twice.positions[new] == (x + 3, y + 4)


def test_only_a_gate_without_wires_may_go_into_a_wire() -> None:
    drawing, loose = edits.add_operation(drawn(product_of_sum()), "exp", (0.0, 0.0))
    assert edits.is_insertable(drawing.graph, loose)
    assert not edits.is_insertable(drawing.graph, node(drawing.graph, "x"))
    assert not edits.is_insertable(drawing.graph, node(drawing.graph, "q"))


def test_the_middle_of_places_is_that_of_the_rectangle_round_them() -> None:
    assert edits.centre_of([(0.0, 0.0), (4.0, 2.0), (1.0, 8.0)]) == (2.0, 4.0)
    assert edits.centre_of([]) == (0.0, 0.0)


def test_wires_are_cut_and_begin_elsewhere() -> None:
    before = drawn(product_of_sum())
    x, z, q, f = (node(before.graph, name) for name in ("x", "z", "q", "f"))
    assert set(wires_of(before.graph, [q])) == {
        InputPort(q, 0), InputPort(q, 1), InputPort(f, 0)
    }  # fmt: skip
    assert cut(before, [InputPort(q, 0), InputPort(q, 1)]).graph.inputs_of(q) == (None, None)
    other = replug(before, [InputPort(q, 0), InputPort(q, 1)], z)
    assert other.graph.inputs_of(q) == (z, z)
    with pytest.raises(GraphError, match="circle"):
        replug(before, [InputPort(q, 0)], f)
    assert before.graph.inputs_of(q)[0] == x


def test_two_nodes_are_wired_as_they_stand() -> None:
    graph = GraphBuilder()
    x, y = graph.source("input", 2.0, "x"), graph.source("input", 3.0, "y")
    add, exp = graph.gate("add", x, y), graph.gate("exp", y)
    drawing, loose = edits.add_operation(drawn(graph.build()), "add", (900.0, 0.0))
    assert wire_between(drawing, loose, exp) == (exp, InputPort(loose, 0))
    # The left one has no free port, so the wire goes the other way.
    left = edits.move(drawing, {loose: (-900.0, 0.0)})
    assert wire_between(left, x, loose) == (x, InputPort(loose, 0))
    # A source takes nothing: what is refused is its way to the gate.
    with pytest.raises(GraphError) as refusal:
        wire_between(edits.move(drawing, {x: (900.0, 0.0)}), add, x)
    assert refusal.value.code == "taken"
    with pytest.raises(GraphError) as refusal:
        wire_between(drawing, x, y)
    assert refusal.value.code == "two_sources"
    with pytest.raises(GraphError) as refusal:
        wire_between(drawing, add, exp)
    assert refusal.value.code == "taken"


def can_connect(graph: Graph, source: NodeId, port: InputPort) -> bool:
    try:
        check_connect(graph, source, port)
    except GraphError:
        return False
    return True


@given(scalar_graphs(), st.data())
def test_what_lights_up_is_what_can_be_connected(graph: Graph, data: st.DataObject) -> None:
    for port in data.draw(st.sets(st.sampled_from(list(graph.wires)), max_size=3)):
        graph = disconnect(graph, port)
    ports = [
        InputPort(key, index)
        for key, node in graph.nodes.items()
        for index in range(node.record.arity)
    ]
    for source in graph.nodes:
        expected = {port for port in ports if can_connect(graph, source, port)}
        assert fitting_inputs(graph, source) == expected
    for port in ports:
        if port not in graph.wires:
            expected_nodes = {key for key in graph.nodes if can_connect(graph, key, port)}
            assert fitting_outputs(graph, port) == expected_nodes


def test_a_port_waits_for_a_shape_that_its_gate_can_take() -> None:
    builder = GraphBuilder()
    matrix = builder.source("parameter", np.ones((2, 3)), "W")
    vector, other = (builder.source("input", np.ones(n), name) for n, name in ((3, "x"), (2, "y")))
    drawing, product = edits.add_operation(
        drawn(builder.build()), "matmul", (0.0, 0.0), feed=matrix
    )
    second = InputPort(product, 1)
    assert second in fitting_inputs(drawing.graph, vector)
    assert second not in fitting_inputs(drawing.graph, other)
    assert takes(OPERATIONS["exp"], (2, 3))
    assert takes(OPERATIONS["matmul"], (7,))
    assert takes(OPERATIONS["softmax"], None)
    assert not takes(OPERATIONS["softmax"], ())
    assert not takes(OPERATIONS["input"], ())


def test_only_gates_that_are_asked_about_are_refused_for_their_shapes() -> None:
    builder = GraphBuilder()
    matrix = builder.source("parameter", np.ones((2, 3)), "W")
    product = builder.gate("matmul", matrix, builder.source("input", np.ones(2), "x"))
    end = builder.gate("exp", product)
    waiting, loose = edits.add_operation(drawn(builder.build()), "add", (0.0, 0.0), feed=end)
    check_shapes(waiting.graph, [matrix, end])
    # A gate that waits for its other wire refuses no shape.
    check_shapes(waiting.graph, [loose])
    with pytest.raises(ShapeError):
        check_shapes(waiting.graph, [end, product])


def test_what_hangs_together_with_nodes_and_wires() -> None:
    graph = parse_formula("f = x*y + exp(z)")
    x, y, z, f = (node(graph, name) for name in ("x", "y", "z", "f"))
    product, exp = (port for port in graph.inputs_of(f) if port is not None)
    wire = InputPort(product, 1)
    assert cone_of(graph, [wire]) == {y, product, f}
    assert cone_of(graph, [exp, wire]) == {y, z, product, exp, f}
    assert cone_of(graph, [f]) == set(graph.nodes)
    assert end_ports(graph, [wire, InputPort(f, 0)]) == {y: {-1}, product: {1, -1}, f: {0}}
    assert x not in cone_of(graph, [exp])


BOXES = {
    NodeId(1): (0.0, 0.0, 40.0, 20.0),
    NodeId(2): (100.0, 50.0, 80.0, 40.0),
    NodeId(3): (300.0, 10.0, 60.0, 30.0),
}


@pytest.mark.parametrize("edge", Edge)
def test_cards_come_to_one_line(edge: Edge) -> None:
    axis, share = edge.value
    places = aligned(BOXES, edge)
    lines = {places[key][axis] + (share - 0.5) * BOXES[key][axis + 2] for key in BOXES}
    assert len(lines) == 1
    for key, box in BOXES.items():
        assert places[key][1 - axis] == box[1 - axis] + box[3 - axis] / 2


@pytest.mark.parametrize("axis", [0, 1])
def test_gaps_become_equal_between_the_outermost(axis: int) -> None:
    places = distributed(BOXES, axis)
    spans = sorted(
        (places[key][axis] - box[axis + 2] / 2, places[key][axis] + box[axis + 2] / 2)
        for key, box in BOXES.items()
    )
    gaps = [after[0] - before[1] for before, after in pairwise(spans)]
    assert max(gaps) - min(gaps) <= 1
    assert spans[0][0] == min(box[axis] for box in BOXES.values())


def test_a_drawing_too_large_for_the_canvas_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = drawn(product_of_sum())
    monkeypatch.setattr(drawing_size, "MOST_DRAWN", 6)
    assert drawing_size.check_drawable(drawing, beside=1) is drawing
    with pytest.raises(FileFormatError) as refusal:
        drawing_size.check_drawable(drawing, beside=2)
    assert refusal.value.code == "too_many_to_draw"


def test_what_no_file_could_give_back_is_refused_unless_it_shrinks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawing = drawn(product_of_sum())
    x = node(drawing.graph, "x")

    def holding(count: int) -> Drawing:
        return edits.with_graph(drawing, set_value(drawing.graph, x, as_array(np.ones(count))))

    monkeypatch.setattr(drawing_size, "MOST_STORED_NUMBERS", 5)
    with pytest.raises(GraphError) as refusal:
        drawing_size.check_storable(drawing, holding(4))
    assert refusal.value.code == "too_many_numbers"
    drawing_size.check_storable(holding(9), holding(8))
    large = holding(9)
    drawing_size.check_storable(large, edits.move(large, {x: (1.0, 2.0)}))

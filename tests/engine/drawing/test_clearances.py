"""Arranging leads wires round captions, and keeps everything else of a layered layout."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from engine.drawing.clearances import CardBox
from engine.drawing.drawing import Point
from engine.drawing.layout import PORT_SPACING, arrange
from engine.drawing.wire_curve import RUN, is_level, points_along, wire_curve
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, NodeId
from tests.support.graphs import scalar_graphs
from tests.support.work import count_calls

_BOX = CardBox(60.0, 88.0, 150.0, 26.0, PORT_SPACING)
_SIZE = (150.0, 140.0)
_GAP = 28.0


def arranged(graph: Graph, *, is_cleared: bool) -> dict[NodeId, Point]:
    """Lay a graph out with cards of one size that all have a wide caption."""
    boxes = dict.fromkeys(graph.nodes, _BOX) if is_cleared else None
    sizes = dict.fromkeys(graph.nodes, _SIZE)
    return arrange(graph, sizes, column_gap=120.0, row_gap=_GAP, boxes=boxes)


def crossings(graph: Graph, places: dict[NodeId, Point], run: float = RUN) -> int:
    """Count how often a wire runs through a caption, or through a card that is not its own."""
    found = 0
    for port, source in graph.wires.items():
        arity = graph.nodes[port.node].record.arity
        offset = (port.index - (arity - 1) / 2) * PORT_SPACING
        (x, y), (end_x, end_y) = places[source], places[port.node]
        ends = np.array([[x + 30.0, y, end_x - 30.0, end_y + offset, run]]).T
        along_x, along_y = points_along(ends[0], ends[1], ends[2], ends[3], ends[4], 400)
        for node, (left, top) in places.items():
            caption = (np.abs(along_x - left) < 75) & (np.abs(along_y - top - 57) < 13)
            card = (np.abs(along_x - left) < 30) & (np.abs(along_y - top) < 44)
            is_own = node in (source, port.node)
            found += bool(caption.any()) + bool(card.any() and not is_own)
    return found


def ladder(count: int) -> Graph:
    """Return a chain of gates each of which also reads the one three before it."""
    builder = GraphBuilder()
    nodes = [builder.source("input", 1.0, name) for name in "abc"]
    for index in range(count):
        nodes.append(builder.gate("add", nodes[-1], nodes[max(0, index - 1)]))
    return builder.build(nodes[-1])


def test_wires_are_led_round_captions_and_cards() -> None:
    for count in (5, 6, 9, 12, 20):
        graph = ladder(count)
        assert crossings(graph, arranged(graph, is_cleared=False)) > 0, count
        assert crossings(graph, arranged(graph, is_cleared=True)) == 0, count


@given(scalar_graphs())
@settings(max_examples=40)
def test_columns_their_order_and_their_gaps_stay(graph: Graph) -> None:
    before, after = (arranged(graph, is_cleared=flag) for flag in (False, True))
    assert before.keys() == after.keys()

    def columns(places: dict[NodeId, Point]) -> list[list[NodeId]]:
        found: dict[float, list[NodeId]] = {}
        for node in sorted(places, key=lambda key: places[key][1]):
            found.setdefault(round(places[node][0], 6), []).append(node)
        return [found[x] for x in sorted(found)]

    assert columns(before) == columns(after)
    for column in columns(after):
        heights = [after[node][1] for node in column]
        assert all(np.diff(heights) >= _SIZE[1] + _GAP - 1e-6)
    assert crossings(graph, after) <= crossings(graph, before)
    assert arranged(graph, is_cleared=True) == after


def test_a_graph_without_wires_and_a_very_large_one_stay_as_they_were() -> None:
    builder = GraphBuilder()
    builder.source("input", 1.0, "x")
    for graph in (builder.build(), ladder(220)):
        assert arranged(graph, is_cleared=True) == arranged(graph, is_cleared=False)


def tangle(count: int) -> Graph:
    """Return gates that read from all over what stands before them."""
    builder = GraphBuilder()
    nodes = [builder.source("input", 1.0, name) for name in "abc"]
    for index in range(count):
        first, second = (nodes[place % len(nodes)] for place in (7 * index, 5 * index + 2))
        nodes.append(builder.gate("add", first, second))
    return builder.build(nodes[-1])


def test_a_tangle_gets_better_and_nobody_waits_until_it_is_as_good_as_can_be() -> None:
    middle, large = tangle(40), tangle(120)
    before, after = (arranged(middle, is_cleared=flag) for flag in (False, True))
    assert crossings(middle, after) < crossings(middle, before) / 5
    # Looked at for as long as anything gets better, it were over a million.
    assert count_calls(lambda: arranged(large, is_cleared=True)) < 400_000


def layered(inputs: int, units: int) -> Graph:
    """Return a network of one hidden layer, gate by gate."""
    builder = GraphBuilder()
    values = [builder.source("input", 1.0) for _ in range(inputs)]
    for count in (units, 1):
        sums = []
        for _ in range(count):
            total = builder.source("parameter", 0.1)
            for value in values:
                weight = builder.source("parameter", 0.1)
                total = builder.gate("add", total, builder.gate("multiply", weight, value))
            sums.append(builder.gate("tanh", total))
        values = sums
    return builder.build(values[0])


def test_graphs_of_25_to_45_gates_are_cleared_too_in_columns_that_may_be_wider() -> None:
    for graph in (ladder(22), ladder(40), tangle(24), layered(2, 2), layered(2, 3)):
        assert 25 <= len(graph) <= 45
        assert crossings(graph, arranged(graph, is_cleared=False)) > 0, len(graph)
        assert crossings(graph, arranged(graph, is_cleared=True)) == 0, len(graph)


def test_a_wire_leads_clear_with_the_run_that_its_column_has_room_for() -> None:
    graph = ladder(9)
    sizes, boxes = dict.fromkeys(graph.nodes, _SIZE), dict.fromkeys(graph.nodes, _BOX)
    wide = dict.fromkeys(graph.nodes, 260.0)
    places = arrange(graph, sizes, column_gap=wide, row_gap=_GAP, boxes=boxes)
    run = 260.0 - 28.0
    assert crossings(graph, places, run) == 0
    # With the shorter runs of a narrow column its wires would go elsewhere.
    narrow = arrange(graph, sizes, column_gap=260.0, row_gap=_GAP, boxes=boxes)
    assert crossings(graph, narrow, run) > 0


def test_a_wire_is_one_straight_line_only_at_one_height_and_forwards() -> None:
    start = (0.0, 0.0)
    for end, expected in (
        ((400.0, 0.0), True),
        ((400.0, 0.4), True),
        ((400.0, 1.0), False),
        ((400.0, -1.0), False),
        # It has to go back, and round its own cards.
        ((-200.0, 0.0), False),
    ):
        assert is_level(start, end, wire_curve(start, end)) is expected, end


def test_the_run_before_a_port_shrinks_where_the_ports_are_near() -> None:
    far, near = wire_curve((0.0, 0.0), (400.0, 90.0)), wire_curve((0.0, 0.0), (60.0, 90.0))
    assert far.bend == 400.0 - RUN
    assert near.bend == 30.0
    assert wire_curve((0.0, 0.0), (-200.0, 0.0)).bend < -200.0

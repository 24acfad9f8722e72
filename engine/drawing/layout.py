"""Layered drawing of a graph, left to right, as numbers.

The steps are those of Sugiyama, Tagawa and Toda, Methods for visual understanding of hierarchical
system structures, 1981: assign columns, let long wires pass through the columns between, order
each column so that few wires cross, then choose heights that keep wires straight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from engine.drawing.clearances import CardBox, Cleared, clear_captions
from engine.drawing.drawing import Point
from engine.drawing.layout_heights import settle_heights
from engine.drawing.wire_curve import RUN
from engine.graph.model import Graph, NodeId
from engine.graph.topology import consumers_by_node, levels

Size = tuple[float, float]
# A place in a column: a node, or the passage of a wire (its port and the column it passes).
Place = tuple[int, int, int]

# Labels reach 24 px above and below a wire, so wires into one card need more than 48.
PORT_SPACING = 52.0
_SWEEPS = 8
_BEND = 28.0
_WIDENING, _MOST_WIDENINGS = 50.0, 3

# Each passage is a place to order and to settle; as many as these take about a tenth of a second.
# A chain of n gates that all read one input would have n²/2 of them.
_MOST_PASSAGES = 3000


def arrange(
    graph: Graph,
    sizes: Mapping[NodeId, Size],
    *,
    column_gap: float | Mapping[NodeId, float] = 120.0,
    row_gap: float = 28.0,
    port_spacing: float = PORT_SPACING,
    passage_height: float = 40.0,
    boxes: Mapping[NodeId, CardBox] | None = None,
) -> dict[NodeId, Point]:
    """Choose a place for every node so that wires run left to right and seldom cross.

    Args:
        graph: The graph.
        sizes: Width and height of each node, in canvas units.
        column_gap: Free space before each column, where wires carry their labels; or for each
            node the space that it wants before it, of which a column gets the largest.
        row_gap: Free space between the nodes of a column.
        port_spacing: Distance between a node's input ports, in canvas units.
        passage_height: Height kept free where a long wire passes a column.
        boxes: The cards and captions that no wire should run through, if that is to be seen to.

    Returns:
        The centre of each node, the whole centred on the origin. The same graph is always
        arranged the same way.
    """
    if not graph.nodes:
        return {}
    column_of = _columns(graph)
    links = _links(graph, column_of, port_spacing)
    columns = _ordered_columns(graph, column_of, links)
    heights = {
        place: sizes[NodeId(place[0])][1] if place[0] >= 0 else passage_height
        for column in columns
        for place in column
    }
    y = settle_heights(columns, links, heights, row_gap)
    gaps = _column_gaps(columns, column_gap)
    own = {NodeId(place[0]): height for place, height in y.items() if place[0] >= 0}
    placed = _placed(columns, sizes, gaps, own)
    if boxes is not None:
        # What a column's gap leaves beside the bend of its wires is their straight run.
        runs = dict.fromkeys(graph.nodes, RUN)
        if isinstance(column_gap, Mapping):
            runs = {node: column_gap[node] - _BEND for node in graph.nodes}
        taken = {node: sizes[node][1] for node in graph.nodes}

        def clear(places: Mapping[NodeId, Point]) -> Cleared:
            return clear_captions(graph, places, boxes, taken, runs, row_gap)

        cleared = clear(placed)
        for _ in range(_MOST_WIDENINGS):
            if not cleared.crossed:
                break
            # A wire that has more way to bend comes past what it ran through.
            for column in {column_of[node] for node in cleared.crossed}:
                for place in range(column, min(column + 2, len(gaps))):
                    gaps[place] += _WIDENING
            settled = {node: point[1] for node, point in cleared.places.items()}
            wider = clear(_placed(columns, sizes, gaps, settled))
            if len(wider.crossed) < len(cleared.crossed):
                cleared = wider
        placed = cleared.places
    return _centred(placed)


def _node_place(node: NodeId) -> Place:
    return (node, 0, 0)


def _columns(graph: Graph) -> dict[NodeId, int]:
    """Put gates as far left as they can stand, and sources just before their first consumer."""
    column = levels(graph)
    for node_id, ports in consumers_by_node(graph).items():
        if graph.nodes[node_id].is_source and ports:
            column[node_id] = min(column[port.node] for port in ports) - 1
    return column


def _links(
    graph: Graph, column_of: Mapping[NodeId, int], port_spacing: float
) -> list[tuple[Place, Place, float]]:
    """Return the wires cut into pieces of one column, each with its end's height at the port.

    Where there would be too many pieces the longest wires are left out, and may run behind nodes.
    """
    links = []
    longest = _longest_passing(graph, column_of)
    for port, source in graph.wires.items():
        if column_of[port.node] - column_of[source] > longest:
            continue
        arity = graph.nodes[port.node].record.arity
        offset = (port.index - (arity - 1) / 2) * port_spacing
        before = _node_place(source)
        for column in range(column_of[source] + 1, column_of[port.node]):
            # A negative first entry cannot be a node: ids count from 0.
            passage = (-1 - port.node, port.index, column)
            links.append((before, passage, 0.0))
            before = passage
        links.append((before, _node_place(port.node), offset))
    return links


def _longest_passing(graph: Graph, column_of: Mapping[NodeId, int]) -> int:
    """Return over how many columns a wire may reach and still get passages."""
    spans = [column_of[port.node] - column_of[source] for port, source in graph.wires.items()]
    if sum(spans) - len(spans) <= _MOST_PASSAGES:
        return max(spans, default=1)
    return 1 + _MOST_PASSAGES // len(spans)


def _ordered_columns(
    graph: Graph,
    column_of: Mapping[NodeId, int],
    links: Sequence[tuple[Place, Place, float]],
) -> list[list[Place]]:
    columns: list[list[Place]] = [[] for _ in range(max(column_of.values()) + 1)]
    seen: set[Place] = set()
    before: dict[Place, list[tuple[Place, float]]] = {}
    after: dict[Place, list[tuple[Place, float]]] = {}
    for start, end, offset in links:
        before.setdefault(end, []).append((start, offset))
        after.setdefault(start, []).append((end, offset))

    def column_at(place: Place) -> int:
        return column_of[NodeId(place[0])] if place[0] >= 0 else place[2]

    # Depth first from the sinks, inputs in the order of their ports: what feeds one gate stays
    # together, and a formula is drawn in the order in which it is written.
    sinks = sorted(
        (_node_place(node_id) for node_id in graph.nodes if _node_place(node_id) not in after),
        key=lambda place: (-column_at(place), place),
    )
    waiting = list(reversed(sinks))
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        columns[column_at(place)].append(place)
        waiting.extend(
            start
            for start, _ in sorted(before.get(place, ()), key=lambda item: item[1], reverse=True)
        )
    _reduce_crossings(columns, before, after)
    return columns


def _reduce_crossings(
    columns: list[list[Place]],
    before: Mapping[Place, list[tuple[Place, float]]],
    after: Mapping[Place, list[tuple[Place, float]]],
) -> None:
    """Sort each column by the mean rank of its neighbours, sweeping both ways; keep the best."""
    best = [list(column) for column in columns]
    fewest = _count_crossings(columns, after)
    for sweep in range(_SWEEPS):
        if fewest == 0:
            break
        forward = sweep % 2 == 1
        neighbours = before if forward else after
        order = range(1, len(columns)) if forward else range(len(columns) - 2, -1, -1)
        for index in order:
            other = columns[index - 1 if forward else index + 1]
            columns[index] = _sorted_by_neighbours(columns[index], other, neighbours)
        crossings = _count_crossings(columns, after)
        if crossings < fewest:
            fewest, best = crossings, [list(column) for column in columns]
    columns[:] = best


def _sorted_by_neighbours(
    column: list[Place],
    other: list[Place],
    neighbours: Mapping[Place, list[tuple[Place, float]]],
) -> list[Place]:
    rank = {place: float(index) for index, place in enumerate(other)}
    own = {place: float(index) for index, place in enumerate(column)}

    def mean_rank(place: Place) -> float:
        # A port's offset breaks ties between the wires of one gate, in units far below a rank.
        ranks = [rank[end] + offset * 1e-3 for end, offset in neighbours.get(place, ())]
        return sum(ranks) / len(ranks) if ranks else own[place]

    return sorted(column, key=mean_rank)


def _count_crossings(
    columns: Sequence[Sequence[Place]], after: Mapping[Place, list[tuple[Place, float]]]
) -> int:
    crossings = 0
    for left, right in pairwise(columns):
        rank = {place: index for index, place in enumerate(right)}
        ends = [
            end
            for place in left
            for end in sorted(rank[end] + offset * 1e-3 for end, offset in after.get(place, ()))
        ]
        crossings += _count_inversions(ends)
    return crossings


def _count_inversions(numbers: Sequence[float]) -> int:
    """Count the pairs out of order by merging, O(n log n)."""
    runs: list[list[float]] = [[number] for number in numbers]
    inversions = 0
    while len(runs) > 1:
        merged = []
        for index in range(0, len(runs) - 1, 2):
            run, found = _merge(runs[index], runs[index + 1])
            merged.append(run)
            inversions += found
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return inversions


def _merge(left: list[float], right: list[float]) -> tuple[list[float], int]:
    merged: list[float] = []
    inversions = i = 0
    for number in right:
        while i < len(left) and left[i] <= number:
            merged.append(left[i])
            i += 1
        inversions += len(left) - i
        merged.append(number)
    merged.extend(left[i:])
    return merged, inversions


def _column_gaps(
    columns: Sequence[Sequence[Place]], gap: float | Mapping[NodeId, float]
) -> list[float]:
    """Return the free space before each column."""
    if not isinstance(gap, Mapping):
        return [gap] * len(columns)
    return [
        max((gap[NodeId(place[0])] for place in column if place[0] >= 0), default=0.0)
        for column in columns
    ]


def _placed(
    columns: Sequence[Sequence[Place]],
    sizes: Mapping[NodeId, Size],
    gaps: Sequence[float],
    y: Mapping[NodeId, float],
) -> dict[NodeId, Point]:
    """Return the centres of the nodes, column by column."""
    placed = {}
    edge = 0.0
    for column, gap in zip(columns, gaps, strict=True):
        nodes = [NodeId(place[0]) for place in column if place[0] >= 0]
        width = max((sizes[node][0] for node in nodes), default=0.0)
        edge += gap
        for node in nodes:
            placed[node] = (edge + width / 2, y[node])
        edge += width
    return placed


def _centred(points: Mapping[NodeId, Point]) -> dict[NodeId, Point]:
    def middle(select: Callable[[Point], float]) -> float:
        values = [select(point) for point in points.values()]
        return (min(values) + max(values)) / 2

    dx, dy = middle(lambda point: point[0]), middle(lambda point: point[1])
    return {node_id: (x - dx, y - dy) for node_id, (x, y) in points.items()}

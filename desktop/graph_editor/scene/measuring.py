"""How much room cards and numbers take, which depends on fonts: what arranging has to know."""

from __future__ import annotations

from collections.abc import Callable

from desktop.graph_editor.items.label_item import Place, bounds_of
from desktop.graph_editor.items.node_face import NodeFace
from desktop.graph_editor.scene.number_labels import (
    Numbers,
    branch_sum,
    ends_of,
    labels_at_wire,
)
from engine.drawing.clearances import CardBox
from engine.drawing.layout import Size
from engine.graph.model import NodeId
from engine.graph.topology import consumers_by_node

_LABEL_LINE = 23.0
# Between columns: room for a bent wire and its numbers, for those of a 2×2 matrix at the most.
_NARROWEST_GAP, _WIDEST_GAP, _WIRE_BEND = 90.0, 310.0, 40.0
_STUB_WIDTH = 160.0


def node_sizes(numbers: Numbers, face: Callable[[NodeId], NodeFace]) -> dict[NodeId, Size]:
    """Return what arranging has to leave room for: cards, captions, sums and the result.

    Sizes are symmetric round the card's centre, because that is what a position names.

    Args:
        numbers: What is written on the canvas.
        face: Returns a node's face.
    """
    consumers = consumers_by_node(numbers.graph)
    ends = ends_of(numbers, consumers)
    # The only sink stands in the last column, where its result has all the room it wants.
    inner_ends = frozenset(ends) if len(ends) > 1 else frozenset[NodeId]()
    marked = {node_id for node_id in ends if consumers[node_id]}
    gradients, sizes = numbers.shown.gradients, {}
    for node_id in numbers.graph.nodes:
        box, ports = face(node_id).outline, consumers[node_id]
        width, below, above = box.width(), box.bottom(), -box.top()
        branches = [gradients.wires.get(port) for port in ports]
        total = gradients.nodes.get(node_id)
        added = branch_sum(branches, total, numbers.digits) if len(ports) > 1 else None
        if added is not None:
            below += _LABEL_LINE
            width = max(width, bounds_of([added], Place.UNDER_CARD).width())
        if node_id in marked:
            above += _LABEL_LINE + 4
        if node_id in inner_ends:
            width += _STUB_WIDTH
        sizes[node_id] = (width, 2 * max(above, below))
    return sizes


def card_box(face: NodeFace) -> CardBox:
    """Return what of a card no wire should run through."""
    caption = max(
        (zone for zone in (face.caption_zone, face.name_zone) if zone.top() >= face.card.bottom()),
        key=lambda zone: zone.width(),
    )
    has_text = bool(face.caption) or (bool(face.name) and not face.caption)
    ports = face.inputs
    return CardBox(
        face.card.width(),
        face.card.height(),
        caption.width() if has_text else 0.0,
        caption.bottom() - face.card.bottom(),
        ports[1].y() - ports[0].y() if len(ports) > 1 else 0.0,
    )


def column_gaps(numbers: Numbers) -> dict[NodeId, float]:
    """Return for each node the gap before it that the widest number there needs.

    A number that would be wider than the widest gap does without: it names its shape instead, and
    room for numbers that are not shown would only make the others small.
    """
    wishes = dict.fromkeys(numbers.graph.nodes, 0.0)
    for port in numbers.graph.wires:
        widths = (label.width for label in labels_at_wire(numbers, port, _WIDEST_GAP - _WIRE_BEND))
        wishes[port.node] = max(wishes[port.node], *widths)
    return {key: max(_NARROWEST_GAP, wish + _WIRE_BEND) for key, wish in wishes.items()}

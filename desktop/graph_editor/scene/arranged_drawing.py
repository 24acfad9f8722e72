"""A drawing of a bare graph, laid out with the very sizes that the canvas will give it."""

from __future__ import annotations

from dataclasses import replace

from desktop.graph_editor.items.node_face import NodeFace
from desktop.graph_editor.scene.measuring import card_box, column_gaps, node_sizes
from desktop.graph_editor.scene.node_faces import face_of, made_up_name
from desktop.graph_editor.scene.number_labels import numbers_seen
from engine.autodiff.passes.evaluation import evaluate
from engine.drawing.drawing import Drawing
from engine.drawing.group_edits import arranged
from engine.drawing.shown_drawing import show
from engine.graph.model import Graph, NodeId


def arranged_drawing(graph: Graph, title: str = "", description: str = "") -> Drawing:
    """Arrange a graph in layers.

    The drawing comes out as the command *Arrange* would leave it. What is inside a group is laid
    out first, so that it stands in order when the group is entered.
    """
    places = dict.fromkeys(graph.nodes, (0.0, 0.0))
    if graph.groups:
        places = dict(arranged_drawing(replace(graph, groups={})).positions)
    seen = show(Drawing(graph, places, title, description))
    numbers = numbers_seen(seen, seen.over(evaluate(graph)))

    def face(node_id: NodeId) -> NodeFace:
        name = made_up_name(seen.graph, node_id)
        return face_of(seen.graph.nodes[node_id], numbers.digits, name)

    boxes = {node_id: card_box(face(node_id)) for node_id in seen.graph.nodes}
    return arranged(seen, None, node_sizes(numbers, face), column_gaps(numbers), boxes)

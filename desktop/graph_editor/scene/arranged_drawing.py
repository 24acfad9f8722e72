"""A drawing of a bare graph, laid out with the very sizes that the canvas will give it."""

from __future__ import annotations

from dataclasses import replace

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.scene import GraphScene
from engine.graph.drawing import Drawing
from engine.graph.model import Graph


def arranged_drawing(graph: Graph, title: str = "", description: str = "") -> Drawing:
    """Arrange a graph in layers.

    The sizes of cards and numbers depend on fonts, which only a scene knows; so a scene of its
    own measures them, and the drawing comes out as the command *Arrange* would leave it. What is
    inside a group is laid out first, so that it stands in order when the group is entered.
    """
    places = dict.fromkeys(graph.nodes, (0.0, 0.0))
    if graph.groups:
        places = dict(arranged_drawing(replace(graph, groups={})).positions)
    document = Document()
    document.load(Drawing(graph, places), None)
    scene = GraphScene(document)
    document.arrange(None, scene.node_sizes(), scene.column_gaps())
    positions = document.drawing.positions
    scene.shutdown()
    scene.deleteLater()
    document.deleteLater()
    return Drawing(graph, positions, title, description)

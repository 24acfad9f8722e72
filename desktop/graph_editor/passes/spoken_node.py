"""What is said of a node where it is listened to and not looked at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.passes.walk import Walk
from engine.arrays import Array
from engine.explanation.symbols import spoken_name
from engine.formula.values import format_value
from engine.graph.model import Graph, NodeId


def spoken_node(document: Document, walk: Walk, node_id: NodeId, digits: int) -> str:
    """Return a node on the canvas in words: its name, what it does to what, and its numbers.

    Args:
        document: What is shown.
        walk: Where the passes stand: numbers that are not reached yet are not told.
        node_id: A node of the shown graph.
        digits: Decimals, at most.
    """
    graph, known = document.shown.graph, walk.numbers()
    parts = [spoken_name(graph, node_id), _what(graph, node_id)]
    if document.graph.target == node_id:
        parts.append(QCoreApplication.translate("SpokenNode", "the result"))
    translate = QCoreApplication.translate
    for caption, number in (
        (translate("SpokenNode", "value {0}"), known.values.get(node_id)),
        (translate("SpokenNode", "gradient {0}"), known.gradients.nodes.get(node_id)),
    ):
        parts.append(filled(caption, _number(number, digits)))
    return ", ".join(filter(None, parts))


def _what(graph: Graph, node_id: NodeId) -> str:
    """Return the operation and what feeds it: “Addition of x and y”."""
    title = translate_engine(graph.nodes[node_id].record.title)
    ends = graph.inputs_of(node_id)
    if not ends:
        return title
    missing = QCoreApplication.translate("SpokenNode", "nothing yet")
    names = [missing if end is None else spoken_name(graph, end) for end in ends]
    return filled(QCoreApplication.translate("SpokenNode", "{0} of {1}"), title, ", ".join(names))


def _number(number: Array | None, digits: int) -> str:
    if number is None:
        return QCoreApplication.translate("SpokenNode", "not computed")
    return format_value(number, digits)

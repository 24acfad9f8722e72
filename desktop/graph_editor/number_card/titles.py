"""What a number of the canvas is called, and why one is not there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.explanation.number_arithmetic import NumberPlace
from engine.explanation.symbols import spoken_name
from engine.graph.model import Graph, InputPort, NodeId


def number_title(graph: Graph, which: NumberPlace) -> str:
    """Return “Value of q” or “Gradient of x, along its wire to ×”."""
    node = which.node_in(graph)
    if node is None:
        return ""
    name = node_name(graph, node)
    if not which.is_gradient:
        return QCoreApplication.translate("NumberCard", "Value of {0}").format(name)
    if not isinstance(which.place, InputPort):
        return QCoreApplication.translate("NumberCard", "Gradient of {0}").format(name)
    end = node_name(graph, which.place.node)
    text = QCoreApplication.translate("NumberCard", "Gradient of {0}, along its wire to {1}")
    return text.format(name, end)


def tangent_title(graph: Graph, which: NumberPlace, moving: str) -> str:
    """Return “Tangent ∂q/∂x”."""
    node = which.node_in(graph)
    name = "" if node is None else spoken_name(graph, node)
    return QCoreApplication.translate("NumberCard", "Tangent ∂{0}/∂{1}").format(name, moving)


def unreached_reason(moving: str) -> str:
    """Return why a tangent is not there, in a sentence."""
    text = QCoreApplication.translate(
        "NumberCard", "Not computed: {0} does not reach this number, or the pass has not yet."
    )
    return text.format(moving)


def missing_reason(graph: Graph, which: NumberPlace) -> str:
    """Return why a number is not there, in a sentence."""
    node = which.node_in(graph)
    if which.is_gradient and node is not None and graph.nodes[node].operation == "constant":
        return QCoreApplication.translate(
            "NumberCard", "A constant gets no gradient: nobody asks how the result changes with it."
        )
    return QCoreApplication.translate(
        "NumberCard", "Not computed, which is not the same as 0: no pass has reached it yet."
    )


def node_name(graph: Graph, node: NodeId) -> str:
    """Return what a node is called, as its card on the canvas says."""
    return spoken_name(graph, node)

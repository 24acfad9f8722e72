"""Commands for what hands its input on: muting gates, dots on wires."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.command import Command


def _has_gate(view: CanvasView) -> bool:
    nodes = view.document.graph.nodes
    return any(node in nodes and not nodes[node].is_source for node in view.selected_nodes())


def _is_muted(view: CanvasView) -> bool:
    gates = view.passages.gates
    return bool(gates) and all(view.document.graph.nodes[gate].muted is not None for gate in gates)


RECORDS = (
    Command(
        "mute",
        QT_TRANSLATE_NOOP("CanvasActions", "Mute"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "The gate hands its first fitting input on unchanged, and the gradient back",
        ),
        lambda view: view.passages.toggle_mute(),
        ("M",),
        _has_gate,
        _is_muted,
    ),
    Command(
        "reroute",
        QT_TRANSLATE_NOOP("CanvasActions", "Put a dot on the wire"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "A dot by which the wire can be led round other nodes (Alt+double-click)",
        ),
        lambda view: view.passages.add_selected_dot(),
        ("D",),
        lambda view: len(view.graph_scene.selected_wires()) == 1,
    ),
)

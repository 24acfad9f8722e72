"""Commands on wires: connect by keys, take wires off, select one."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas_commands.command import Command, has_selected_nodes, has_selection
from desktop.graph_editor.canvas_view import CanvasView
from desktop.graph_editor.wiring_by_keys import connect_selected, disconnect, select_wire


def _can_connect(view: CanvasView) -> bool:
    return 1 <= len(view.selected_nodes()) <= 2


RECORDS = (
    Command(
        "connect",
        QT_TRANSLATE_NOOP("CanvasActions", "Connect"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Wire the two selected nodes, or choose by the arrows where the wire of one goes",
        ),
        connect_selected,
        ("C",),
        _can_connect,
    ),
    Command(
        "disconnect",
        QT_TRANSLATE_NOOP("CanvasActions", "Disconnect"),
        QT_TRANSLATE_NOOP("CanvasActions", "Take every wire off the selected nodes"),
        disconnect,
        ("X",),
        has_selected_nodes,
    ),
    Command(
        "select_wire",
        QT_TRANSLATE_NOOP("CanvasActions", "Select a wire"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "The next wire of the selected node; the arrows lead on from there"
        ),
        select_wire,
        ("W",),
        has_selection,
    ),
)

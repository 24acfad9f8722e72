"""Commands that copy and delete: clipboard, duplicates, deleting with and without reconnecting."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from desktop.graph_editor.canvas_commands.command import Command, has_selected_nodes, has_selection

_KEY = QKeySequence.StandardKey

RECORDS = (
    Command(
        "cut",
        QT_TRANSLATE_NOOP("CanvasActions", "Cut"),
        QT_TRANSLATE_NOOP("CanvasActions", "Move the selected nodes to the clipboard"),
        lambda view: view.edits.cut(),
        (_KEY.Cut,),
        has_selected_nodes,
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("CanvasActions", "Copy"),
        QT_TRANSLATE_NOOP("CanvasActions", "Copy the selected nodes as text"),
        lambda view: view.edits.copy(),
        (_KEY.Copy,),
        has_selected_nodes,
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("CanvasActions", "Paste"),
        QT_TRANSLATE_NOOP("CanvasActions", "Paste nodes at the pointer"),
        lambda view: view.paste(),
        (_KEY.Paste,),
    ),
    Command(
        "duplicate",
        QT_TRANSLATE_NOOP("CanvasActions", "Duplicate"),
        QT_TRANSLATE_NOOP("CanvasActions", "Copy the selected nodes"),
        lambda view: view.edits.duplicate(),
        ("Ctrl+D",),
        has_selected_nodes,
    ),
    Command(
        "delete",
        QT_TRANSLATE_NOOP("CanvasActions", "Delete"),
        QT_TRANSLATE_NOOP("CanvasActions", "Delete the selected nodes and wires"),
        lambda view: view.edits.delete(),
        ("Del", "Backspace"),
        has_selection,
    ),
    Command(
        "delete_bridging",
        QT_TRANSLATE_NOOP("CanvasActions", "Delete and reconnect"),
        QT_TRANSLATE_NOOP("CanvasActions", "Delete the selected gates and lead their wires on"),
        lambda view: view.edits.delete_bridging(),
        ("Shift+Del",),
        has_selected_nodes,
    ),
)

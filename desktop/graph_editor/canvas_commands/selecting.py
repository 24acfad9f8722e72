"""Commands that select."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from desktop.graph_editor.canvas_commands.command import Command, has_nodes, has_selected_nodes

RECORDS = (
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("CanvasActions", "Select all"),
        QT_TRANSLATE_NOOP("CanvasActions", "Every node"),
        lambda view: view.edits.select_all(),
        (QKeySequence.StandardKey.SelectAll,),
        has_nodes,
    ),
    Command(
        "select_linked",
        QT_TRANSLATE_NOOP("CanvasActions", "Select linked"),
        QT_TRANSLATE_NOOP("CanvasActions", "Everything that hangs together with the selection"),
        lambda view: view.edits.select_linked(),
        ("Ctrl+L",),
        has_selected_nodes,
    ),
)

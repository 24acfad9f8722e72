"""Commands that put nodes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas_commands.command import Command, has_nodes

RECORDS = (
    Command(
        "arrange",
        QT_TRANSLATE_NOOP("CanvasActions", "Arrange"),
        QT_TRANSLATE_NOOP("CanvasActions", "Lay the nodes out in layers"),
        lambda view: view.edits.arrange(),
        ("Ctrl+Shift+A",),
        has_nodes,
    ),
)

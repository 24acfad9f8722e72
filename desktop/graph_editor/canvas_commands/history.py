"""Commands of the history: undo and redo, whose texts name the step (`CanvasActions`)."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from desktop.graph_editor.canvas_commands.command import Command

_KEY = QKeySequence.StandardKey

RECORDS = (
    Command(
        "undo",
        QT_TRANSLATE_NOOP("CanvasActions", "Undo {}"),
        QT_TRANSLATE_NOOP("CanvasActions", "Take the last step back"),
        lambda view: view.document.undo_stack.undo(),
        (_KEY.Undo,),
        lambda view: view.document.undo_stack.canUndo(),
        is_everywhere=True,
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("CanvasActions", "Redo {}"),
        QT_TRANSLATE_NOOP("CanvasActions", "Make the step again"),
        lambda view: view.document.undo_stack.redo(),
        (_KEY.Redo, "Ctrl+Y", "Ctrl+Shift+Z"),
        lambda view: view.document.undo_stack.canRedo(),
        is_everywhere=True,
    ),
)

"""Commands of the Edit menu: history, clipboard, duplicates, deleting, selecting."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from desktop.graph_editor.commands.command import (
    Command,
    has_nodes,
    has_selected_nodes,
    has_selection,
)

_KEY = QKeySequence.StandardKey
RECORDS = (
    Command(
        "undo",
        QT_TRANSLATE_NOOP("CanvasActions", "Undo {}"),
        QT_TRANSLATE_NOOP("CanvasActions", "Take the last step back"),
        lambda view: view.document.history.undo(),
        (_KEY.Undo,),
        lambda view: view.document.history.steps.last is not None,
        is_everywhere=True,
    ),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("CanvasActions", "Redo {}"),
        QT_TRANSLATE_NOOP("CanvasActions", "Make the step again"),
        lambda view: view.document.history.redo(),
        (_KEY.Redo, "Ctrl+Y", "Ctrl+Shift+Z"),
        lambda view: view.document.history.steps.next is not None,
        is_everywhere=True,
    ),
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
        QT_TRANSLATE_NOOP("CanvasActions", "Copy the selected nodes; a click puts the copies down"),
        lambda view: view.duplicate(),
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
        ("Ctrl+Alt+L",),
        has_selected_nodes,
    ),
)

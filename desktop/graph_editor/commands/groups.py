"""Commands on groups: make one gate of several, take it apart, go in and out."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.command import Command, has_selected_nodes


def _has_gate(view: CanvasView) -> bool:
    return view.groups.selected_gate() is not None


def _can_ungroup(view: CanvasView) -> bool:
    return bool(view.document.graph.groups) and has_selected_nodes(view)


RECORDS = (
    Command(
        "group",
        QT_TRANSLATE_NOOP("CanvasActions", "Group into one gate"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Make one gate of the selected gates; values and gradients stay the same",
        ),
        lambda view: view.groups.group(),
        ("Ctrl+G",),
        has_selected_nodes,
    ),
    Command(
        "ungroup",
        QT_TRANSLATE_NOOP("CanvasActions", "Ungroup"),
        QT_TRANSLATE_NOOP("CanvasActions", "Show the gates of the selected group again"),
        lambda view: view.groups.ungroup(),
        ("Ctrl+Shift+G",),
        _can_ungroup,
    ),
    Command(
        "enter_group",
        QT_TRANSLATE_NOOP("CanvasActions", "Enter group"),
        QT_TRANSLATE_NOOP("CanvasActions", "Show the inside of the selected group (double-click)"),
        lambda view: view.groups.enter(),
        ("PgDown",),
        _has_gate,
    ),
    Command(
        "leave_group",
        QT_TRANSLATE_NOOP("CanvasActions", "Leave group"),
        QT_TRANSLATE_NOOP("CanvasActions", "Go out to what holds this group (Esc)"),
        lambda view: view.groups.leave(),
        ("PgUp",),
        lambda view: view.document.shown.is_inside,
    ),
    Command(
        "keep_gate",
        QT_TRANSLATE_NOOP("CanvasActions", "Keep in My gates"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "Put the selected group into the palette, for every graph"
        ),
        lambda view: view.groups.keep(),
        ("Ctrl+Shift+M",),
        _has_gate,
    ),
)

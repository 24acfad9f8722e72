"""Commands on frames: put one round nodes, write on it, change what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from desktop.foundation.plain_text import entry_text
from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.command import Command, has_selected_nodes


def _touches_frame(view: CanvasView) -> bool:
    return bool(view.framing.touched)


def _join(view: CanvasView) -> None:
    """Take the selection into the only frame there is to join, or ask into which."""
    choices = view.framing.joinable
    if len(choices) == 1:
        view.framing.join(choices[0])
        return
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(QCoreApplication.translate("CanvasActions", "Add to frame"))
    for frame_id in choices:
        action = menu.addAction(entry_text(view.framing.title(frame_id)))
        action.triggered.connect(lambda _=False, chosen=frame_id: view.framing.join(chosen))
    menu.popup(view.viewport().mapToGlobal(view.mapFromScene(view.pointer_place())))


RECORDS = (
    Command(
        "frame",
        QT_TRANSLATE_NOOP("CanvasActions", "Frame selection"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "Put a titled frame with a note round the selected nodes"
        ),
        lambda view: view.framing.add(),
        ("Shift+F",),
        has_selected_nodes,
    ),
    Command(
        "edit_frame",
        QT_TRANSLATE_NOOP("CanvasActions", "Edit title and note"),
        QT_TRANSLATE_NOOP("CanvasActions", "Write on the frame of the selected nodes"),
        lambda view: view.framing.edit_meant(),
        ("Shift+F2",),
        lambda view: view.framing.meant is not None,
    ),
    Command(
        "add_to_frame",
        QT_TRANSLATE_NOOP("CanvasActions", "Add to frame"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "Take the selected nodes into a frame, wherever they stand"
        ),
        _join,
        ("Shift+J",),
        lambda view: view.framing.is_open_to_join,
    ),
    Command(
        "leave_frame",
        QT_TRANSLATE_NOOP("CanvasActions", "Take out of frame"),
        QT_TRANSLATE_NOOP("CanvasActions", "The selected nodes no longer belong to their frame"),
        lambda view: view.framing.leave(),
        ("Shift+X",),
        _touches_frame,
    ),
    Command(
        "frame_color",
        QT_TRANSLATE_NOOP("CanvasActions", "Next color of the frame"),
        QT_TRANSLATE_NOOP("CanvasActions", "Give the frame another of six colors"),
        lambda view: view.framing.next_color(),
        ("Shift+K",),
        _touches_frame,
    ),
    Command(
        "remove_frame",
        QT_TRANSLATE_NOOP("CanvasActions", "Remove frame"),
        QT_TRANSLATE_NOOP("CanvasActions", "Take the frame away; its nodes stay"),
        lambda view: view.framing.remove(),
        ("Ctrl+Shift+F",),
        _touches_frame,
    ),
)

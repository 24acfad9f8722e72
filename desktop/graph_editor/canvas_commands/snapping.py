"""The switch of snapping."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.foundation.settings import SNAP
from desktop.graph_editor.canvas_commands.command import Command
from desktop.graph_editor.canvas_view import CanvasView


def _switch(view: CanvasView) -> None:
    view.settings.set(SNAP, not view.snaps)


RECORDS = (
    Command(
        "snap",
        QT_TRANSLATE_NOOP("CanvasActions", "Snap to neighbors"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Dragged nodes line up with others and straighten their wires; Alt holds it off",
        ),
        _switch,
        ("S",),
        is_checked=lambda view: view.snaps,
    ),
)

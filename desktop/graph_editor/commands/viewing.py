"""Commands that change how the canvas is seen, and whether what is dragged snaps."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.foundation.settings import MINIMAP, SNAP
from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.command import Command


def _switch_map(view: CanvasView) -> None:
    view.settings.set(MINIMAP, not view.settings.get(MINIMAP))


def _switch(view: CanvasView) -> None:
    view.settings.set(SNAP, not view.snaps)


RECORDS = (
    Command(
        "zoom_in",
        QT_TRANSLATE_NOOP("CanvasActions", "Zoom in"),
        QT_TRANSLATE_NOOP("CanvasActions", "Larger"),
        lambda view: view.zoom_in(),
        ("+", "="),
    ),
    Command(
        "zoom_out",
        QT_TRANSLATE_NOOP("CanvasActions", "Zoom out"),
        QT_TRANSLATE_NOOP("CanvasActions", "Smaller"),
        lambda view: view.zoom_out(),
        ("-",),
    ),
    Command(
        "zoom_reset",
        QT_TRANSLATE_NOOP("CanvasActions", "Zoom to 100 %"),
        QT_TRANSLATE_NOOP("CanvasActions", "The canvas at its own size"),
        lambda view: view.zoom_reset(),
        ("0",),
    ),
    Command(
        "zoom_fit",
        QT_TRANSLATE_NOOP("CanvasActions", "Zoom to fit"),
        QT_TRANSLATE_NOOP("CanvasActions", "Show the whole graph"),
        lambda view: view.zoom_to_fit(),
        ("F", "Ctrl+Home"),
    ),
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
    Command(
        "minimap",
        QT_TRANSLATE_NOOP("CanvasActions", "Map of large graphs"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Show the whole of a graph that does not fit in a corner; click there to go there",
        ),
        _switch_map,
        ("Shift+W",),
        is_checked=lambda view: view.settings.get(MINIMAP),
    ),
)

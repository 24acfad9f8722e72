"""Commands that change what is seen and how large."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas_commands.command import Command

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
)

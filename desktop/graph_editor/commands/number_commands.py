"""Commands on numbers: how they come about, how they are written, what hangs together."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.command import Command, has_selection


def _has_numbers(view: CanvasView) -> bool:
    return view.edits.single() is not None or len(view.graph_scene.selected_wires()) == 1


def _has_table(view: CanvasView) -> bool:
    node_id = view.edits.single()
    return node_id is not None and view.document.shown.is_editable(node_id)


RECORDS = (
    Command(
        "open_numbers",
        QT_TRANSLATE_NOOP("CanvasActions", "How its numbers come about"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "The arithmetic of the selected node's numbers, one after the other"
        ),
        lambda view: view.open_selected_numbers(),
        ("A",),
        _has_numbers,
    ),
    Command(
        "edit_table",
        QT_TRANSLATE_NOOP("CanvasActions", "Edit value as table …"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "A table of rows and columns; it also makes a vector of a number"
        ),
        lambda view: view.edit_selected_table(),
        ("T",),
        _has_table,
    ),
    Command(
        "more_digits",
        QT_TRANSLATE_NOOP("CanvasActions", "More digits"),
        QT_TRANSLATE_NOOP("CanvasActions", "Show one more digit after the point"),
        lambda view: view.number_view.add_digits(1),
        (".",),
    ),
    Command(
        "fewer_digits",
        QT_TRANSLATE_NOOP("CanvasActions", "Fewer digits"),
        QT_TRANSLATE_NOOP("CanvasActions", "Show one digit less after the point"),
        lambda view: view.number_view.add_digits(-1),
        (",",),
    ),
    Command(
        "shapes",
        QT_TRANSLATE_NOOP("CanvasActions", "Shapes on wires"),
        QT_TRANSLATE_NOOP("CanvasActions", "Write the shapes of vectors and matrices beside them"),
        lambda view: view.number_view.toggle_shapes(),
        is_checked=lambda view: view.number_view.shows_shapes,
    ),
    Command(
        "names",
        QT_TRANSLATE_NOOP("CanvasActions", "Names of unnamed gates"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Write on each gate that nobody named the name that cards and lists use for it",
        ),
        lambda view: view.number_view.toggle_names(),
        is_checked=lambda view: view.number_view.shows_names,
    ),
    Command(
        "light_selection",
        QT_TRANSLATE_NOOP("CanvasActions", "Light what the selection depends on"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Light all that leads to the selection and all that follows from it; the rest fades",
        ),
        lambda view: view.graph_scene.toggle_lights_selection(),
        ("L",),
        lambda view: has_selection(view) or view.graph_scene.lights_selection,
        lambda view: view.graph_scene.lights_selection,
    ),
)

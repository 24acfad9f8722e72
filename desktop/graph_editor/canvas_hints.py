"""The keys and gestures that stand in no menu, for the window that lists the shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def canvas_hints() -> list[tuple[str, str]]:
    """Return the keys of the timeline, then the keys and gestures of the canvas."""
    return [*_key_hints(), *_mouse_hints()]


def _key_hints() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    context = "CanvasHints"
    return [
        ("Space", translate(context, "Play or pause the walk through the gates")),
        (
            "← →",
            translate(context, "One gate back or on; along the wires while a node is selected"),
        ),
        ("↑ ↓", translate(context, "The wire beside the one walked along, or the nearest node")),
        (
            translate(context, "Shift + arrows"),
            translate(context, "Select what is walked over as well"),
        ),
        ("Home, End", translate(context, "Before the first gate; all values")),
        ("Tab", translate(context, "Search for an operation")),
        (
            "Enter",
            translate(context, "Edit the value or the name of the selected node"),
        ),
        (
            translate(context, "C, then arrows and Enter"),
            translate(context, "Choose where the wire of the selected node goes, and connect it"),
        ),
        (
            translate(context, "Menu, Shift+F10"),
            translate(context, "What can be done with the selection"),
        ),
        ("F6", translate(context, "In an exercise: a hint for the answer at hand")),
        ("F7", translate(context, "In an exercise: reveal the answer at hand")),
        ("F8", translate(context, "In an exercise: mark every answer given so far")),
        ("F9", translate(context, "In an exercise: fresh numbers")),
        ("Esc", translate(context, "Give up what the hand is doing; select nothing")),
    ]


def _mouse_hints() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    context = "CanvasHints"
    return [
        (
            translate(context, "Double-click"),
            translate(context, "Search for an operation, or edit a value or name"),
        ),
        (
            translate(context, "Drag on empty canvas"),
            translate(context, "Select by a rubber band; Shift adds, Ctrl and Shift turn it round"),
        ),
        (
            translate(context, "Ctrl + drag on empty canvas"),
            translate(context, "The knife: cut every wire that the line crosses"),
        ),
        (
            translate(context, "Alt + double-click on a wire"),
            translate(context, "Put a dot on it, by which it can be led round other nodes"),
        ),
        (
            translate(context, "Drag the title of a frame"),
            translate(context, "Move all its members; double-click to write on it"),
        ),
        (
            translate(context, "Drag a node"),
            translate(context, "Move it; Shift keeps to one axis, Alt meanwhile stops snapping"),
        ),
        (
            translate(context, "Alt + drag a node"),
            translate(context, "Drag a copy away"),
        ),
        (
            translate(context, "Drag a node onto a wire"),
            translate(context, "Put it into the wire"),
        ),
        (
            translate(context, "Drag from a port"),
            translate(context, "Draw a wire; let go on empty canvas to search what it goes to"),
        ),
        (
            translate(context, "Drag a wire"),
            translate(context, "Pull its nearer end off: plug it elsewhere or drop it"),
        ),
        (
            translate(context, "Drag a number sideways"),
            translate(context, "Change it; Shift finer, Ctrl coarser"),
        ),
        (
            translate(context, "Middle button, or Space + drag"),
            translate(context, "Move the canvas, as two fingers do"),
        ),
        (
            translate(context, "Wheel"),
            translate(context, "Zoom at the pointer; with Shift move sideways"),
        ),
    ]

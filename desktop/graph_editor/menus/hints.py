"""The keys and gestures that stand in no menu, for the window that lists the shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def canvas_hints() -> list[tuple[str, str]]:
    """Return the keys of the timeline, then the keys and gestures of the canvas."""
    return [*_key_hints(), *_mouse_hints()]


def _key_hints() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        ("Space", translate("CanvasHints", "Play or pause the walk through the gates")),
        (
            "← →",
            translate(
                "CanvasHints", "One gate back or on; along the wires while a node is selected"
            ),
        ),
        (
            "↑ ↓",
            translate("CanvasHints", "The wire beside the one walked along, or the nearest node"),
        ),
        (
            translate("CanvasHints", "Shift + arrows"),
            translate("CanvasHints", "Select what is walked over as well"),
        ),
        ("Home, End", translate("CanvasHints", "Before the first gate; all values")),
        ("Tab", translate("CanvasHints", "Search for an operation")),
        (
            "Enter",
            translate("CanvasHints", "Edit the value or the name of the selected node"),
        ),
        (
            translate("CanvasHints", "C, then arrows and Enter"),
            translate(
                "CanvasHints", "Choose where the wire of the selected node goes, and connect it"
            ),
        ),
        (
            translate("CanvasHints", "Menu, Shift+F10"),
            translate("CanvasHints", "What can be done with the selection"),
        ),
        ("F3", translate("CanvasHints", "In an exercise: a hint for the answer at hand")),
        ("F5", translate("CanvasHints", "In an exercise: hide the numbers and ask for them")),
        ("F7", translate("CanvasHints", "In an exercise: reveal the answer at hand")),
        ("F8", translate("CanvasHints", "In an exercise: mark every answer given so far")),
        ("F9", translate("CanvasHints", "In an exercise: fresh numbers")),
        ("Esc", translate("CanvasHints", "Give up what the hand is doing; select nothing")),
    ]


def _mouse_hints() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        (
            translate("CanvasHints", "Double-click"),
            translate("CanvasHints", "Search for an operation, or edit a value or name"),
        ),
        (
            translate("CanvasHints", "Drag on empty canvas"),
            translate(
                "CanvasHints", "Select by a rubber band; Shift adds, Ctrl and Shift turn it round"
            ),
        ),
        (
            translate("CanvasHints", "Ctrl + drag on empty canvas"),
            translate("CanvasHints", "The knife: cut every wire that the line crosses"),
        ),
        (
            translate("CanvasHints", "Alt + double-click on a wire"),
            translate("CanvasHints", "Put a dot on it, by which it can be led round other nodes"),
        ),
        (
            translate("CanvasHints", "Drag the title of a frame"),
            translate("CanvasHints", "Move all its members; double-click to write on it"),
        ),
        (
            translate("CanvasHints", "Drag a node"),
            translate(
                "CanvasHints", "Move it; Shift keeps to one axis, Alt meanwhile stops snapping"
            ),
        ),
        (
            translate("CanvasHints", "Alt + drag a node"),
            translate("CanvasHints", "Drag a copy away"),
        ),
        (
            translate("CanvasHints", "Ctrl+D over the canvas"),
            translate(
                "CanvasHints", "Carry a copy along with the pointer; a click puts it down, Esc away"
            ),
        ),
        (
            translate("CanvasHints", "Drag a node onto a wire"),
            translate("CanvasHints", "Put it into the wire"),
        ),
        (
            translate("CanvasHints", "Drag from a port"),
            translate(
                "CanvasHints", "Draw a wire; let go on empty canvas to search what it goes to"
            ),
        ),
        (
            translate("CanvasHints", "Drag a wire"),
            translate("CanvasHints", "Pull its nearer end off: plug it elsewhere or drop it"),
        ),
        (
            translate("CanvasHints", "Drag a number sideways"),
            translate("CanvasHints", "Change it; Shift finer, Ctrl coarser"),
        ),
        (
            translate("CanvasHints", "Middle button, or Space + drag"),
            translate("CanvasHints", "Move the canvas, as two fingers do"),
        ),
        (
            translate("CanvasHints", "Wheel"),
            translate("CanvasHints", "Zoom at the pointer; with Shift move sideways"),
        ),
    ]

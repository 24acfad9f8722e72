"""Commands that move the selected nodes by keys."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas_commands.command import Command, has_selected_nodes
from desktop.graph_editor.nudging import FINE_STEP, STEP

_TEN = QT_TRANSLATE_NOOP("CanvasActions", "Ten pixels; a series of presses is one step to undo")
_ONE = QT_TRANSLATE_NOOP("CanvasActions", "One pixel; a series of presses is one step to undo")


def _move(name: str, text: object, keys: str, dx: float, dy: float) -> Command:
    summary = _TEN if abs(dx) + abs(dy) == STEP else _ONE
    return Command(
        name,
        text,
        summary,
        lambda view: view.nudging.move(dx, dy),
        (keys,),
        has_selected_nodes,
    )


RECORDS = (
    _move("move_left", QT_TRANSLATE_NOOP("CanvasActions", "Move left"), "Ctrl+Left", -STEP, 0),
    _move("move_right", QT_TRANSLATE_NOOP("CanvasActions", "Move right"), "Ctrl+Right", STEP, 0),
    _move("move_up", QT_TRANSLATE_NOOP("CanvasActions", "Move up"), "Ctrl+Up", 0, -STEP),
    _move("move_down", QT_TRANSLATE_NOOP("CanvasActions", "Move down"), "Ctrl+Down", 0, STEP),
    _move(
        "move_left_finely",
        QT_TRANSLATE_NOOP("CanvasActions", "Move left finely"),
        "Ctrl+Shift+Left",
        -FINE_STEP,
        0,
    ),
    _move(
        "move_right_finely",
        QT_TRANSLATE_NOOP("CanvasActions", "Move right finely"),
        "Ctrl+Shift+Right",
        FINE_STEP,
        0,
    ),
    _move(
        "move_up_finely",
        QT_TRANSLATE_NOOP("CanvasActions", "Move up finely"),
        "Ctrl+Shift+Up",
        0,
        -FINE_STEP,
    ),
    _move(
        "move_down_finely",
        QT_TRANSLATE_NOOP("CanvasActions", "Move down finely"),
        "Ctrl+Shift+Down",
        0,
        FINE_STEP,
    ),
)

"""Commands that put nodes elsewhere: by keys, into line, arranged."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.commands.command import (
    Command,
    has_nodes,
    has_selected_nodes,
    selects_at_least,
)
from desktop.graph_editor.editing.moving import FINE_STEP, STEP
from engine.drawing.alignment import Edge

_TEN = QT_TRANSLATE_NOOP("CanvasActions", "Ten pixels; a series of presses is one step to undo")
_ONE = QT_TRANSLATE_NOOP("CanvasActions", "One pixel; a series of presses is one step to undo")
_TWO, _THREE = selects_at_least(2), selects_at_least(3)


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


def _align(name: str, text: object, summary: object, keys: str, edge: Edge) -> Command:
    return Command(name, text, summary, lambda view: view.aligning.align(edge), (keys,), _TWO)


def _distribute(name: str, text: object, summary: object, keys: str, axis: int) -> Command:
    return Command(
        name, text, summary, lambda view: view.aligning.distribute(axis), (keys,), _THREE
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
    _align(
        "align_left",
        QT_TRANSLATE_NOOP("CanvasActions", "Left edges"),
        QT_TRANSLATE_NOOP("CanvasActions", "Bring the left edges of the selected nodes into line"),
        "Shift+L",
        Edge.LEFT,
    ),
    _align(
        "align_centre",
        QT_TRANSLATE_NOOP("CanvasActions", "Centers"),
        QT_TRANSLATE_NOOP("CanvasActions", "Put the selected nodes under one another"),
        "Shift+E",
        Edge.CENTRE,
    ),
    _align(
        "align_right",
        QT_TRANSLATE_NOOP("CanvasActions", "Right edges"),
        QT_TRANSLATE_NOOP("CanvasActions", "Bring the right edges of the selected nodes into line"),
        "Shift+R",
        Edge.RIGHT,
    ),
    _align(
        "align_top",
        QT_TRANSLATE_NOOP("CanvasActions", "Top edges"),
        QT_TRANSLATE_NOOP("CanvasActions", "Bring the top edges of the selected nodes into line"),
        "Shift+T",
        Edge.TOP,
    ),
    _align(
        "align_middle",
        QT_TRANSLATE_NOOP("CanvasActions", "Middles"),
        QT_TRANSLATE_NOOP("CanvasActions", "Put the selected nodes beside one another"),
        "Shift+M",
        Edge.MIDDLE,
    ),
    _align(
        "align_bottom",
        QT_TRANSLATE_NOOP("CanvasActions", "Bottom edges"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "Bring the bottom edges of the selected nodes into line"
        ),
        "Shift+B",
        Edge.BOTTOM,
    ),
    _distribute(
        "distribute_across",
        QT_TRANSLATE_NOOP("CanvasActions", "Equal gaps from left to right"),
        QT_TRANSLATE_NOOP("CanvasActions", "Distribute the selected nodes; the outermost stay"),
        "Shift+H",
        0,
    ),
    _distribute(
        "distribute_down",
        QT_TRANSLATE_NOOP("CanvasActions", "Equal gaps from top to bottom"),
        QT_TRANSLATE_NOOP("CanvasActions", "Distribute the selected nodes; the outermost stay"),
        "Shift+V",
        1,
    ),
    Command(
        "arrange",
        QT_TRANSLATE_NOOP("CanvasActions", "Arrange"),
        QT_TRANSLATE_NOOP("CanvasActions", "Lay the nodes out in layers"),
        lambda view: view.edits.arrange(),
        ("Ctrl+Shift+A",),
        has_nodes,
    ),
)

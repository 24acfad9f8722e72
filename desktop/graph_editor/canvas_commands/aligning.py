"""Commands that bring the selected nodes into line."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas_commands.command import Command, selects_at_least
from desktop.graph_editor.commands.alignment import Edge

_TWO, _THREE = selects_at_least(2), selects_at_least(3)


def _align(name: str, text: object, summary: object, keys: str, edge: Edge) -> Command:
    return Command(name, text, summary, lambda view: view.aligning.align(edge), (keys,), _TWO)


def _distribute(name: str, text: object, summary: object, keys: str, axis: int) -> Command:
    return Command(
        name, text, summary, lambda view: view.aligning.distribute(axis), (keys,), _THREE
    )


RECORDS = (
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
)

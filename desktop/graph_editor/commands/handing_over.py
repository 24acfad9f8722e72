"""Commands that show something of the graph in another space."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.command import Command
from engine.errors import EngineError
from engine.surfaces.free_inputs import two_free_inputs


def _send_to_optimizers(view: CanvasView) -> None:
    if view.document.veil:
        text = QCoreApplication.translate(
            "CanvasActions", "In Optimizers the numbers could be read that are hidden now."
        )
        view.refuse(text)
        return
    try:
        two_free_inputs(view.document.graph)
    except EngineError as error:
        view.refuse(error_sentence(error))
        return
    view.handed_over.emit("optimizers", view.document.drawing)


def _has_curve(view: CanvasView) -> bool:
    nodes = view.selected_nodes()
    if len(nodes) != 1:
        return False
    (node_id,) = nodes
    node = view.document.graph.nodes.get(node_id)
    if node is None or view.document.shown.group_of(node_id) is not None:
        return False
    return node.record.arity == 1 and node.record.derivatives is not None


def _show_curve(view: CanvasView) -> None:
    (node,) = view.selected_nodes()
    view.handed_over.emit("activations", view.document.graph.nodes[node])


RECORDS = (
    Command(
        "send_to_optimizers",
        QT_TRANSLATE_NOOP("CanvasActions", "Show as a loss surface"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Show the result over its two free inputs in Optimizers; constants stay as they are",
        ),
        _send_to_optimizers,
        ("Ctrl+Alt+O",),
        is_everywhere=True,
    ),
    Command(
        "show_curve",
        QT_TRANSLATE_NOOP("CanvasActions", "Show its curve"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "Show the gate's function and derivative in Activations"
        ),
        _show_curve,
        ("Ctrl+Alt+F",),
        _has_curve,
        is_everywhere=True,
    ),
)

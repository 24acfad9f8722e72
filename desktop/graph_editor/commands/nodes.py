"""Commands on one node: add, edit, rename, ask for its gradient."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.command import Command, has_single_node
from engine.graph.model import NodeId


def _has_value(view: CanvasView) -> bool:
    node_id = view.edits.single()
    return node_id is not None and view.document.shown.is_editable(node_id)


def _has_name(view: CanvasView) -> bool:
    node_id = view.edits.single()
    return node_id is not None and view.document.shown.is_named(node_id)


def _foldable(view: CanvasView) -> frozenset[NodeId]:
    """Return the selected nodes whose cards hold more than what they are called."""
    nodes = view.document.shown.graph.nodes
    return frozenset(
        node_id
        for node_id in view.selected_nodes()
        if nodes[node_id].operation != "constant" and not nodes[node_id].is_dot
    )


def _are_collapsed(view: CanvasView) -> bool:
    chosen = _foldable(view)
    return bool(chosen) and chosen <= view.document.drawing.collapsed


def _collapse(view: CanvasView) -> None:
    view.document.collapse(_foldable(view), is_collapsed=not _are_collapsed(view))


RECORDS = (
    Command(
        "add",
        QT_TRANSLATE_NOOP("CanvasActions", "Add node …"),
        QT_TRANSLATE_NOOP("CanvasActions", "Search an operation (Tab)"),
        lambda view: view.open_search_here(),
        shown_key="Tab",
    ),
    Command(
        "edit_value",
        QT_TRANSLATE_NOOP("CanvasActions", "Edit value"),
        QT_TRANSLATE_NOOP("CanvasActions", "Type another value"),
        lambda view: view.edit_selected(),
        can_run=_has_value,
        shown_key="Return",
    ),
    Command(
        "rename",
        QT_TRANSLATE_NOOP("CanvasActions", "Rename"),
        QT_TRANSLATE_NOOP("CanvasActions", "Give the node another name"),
        lambda view: view.rename_selected(),
        ("F2",),
        _has_name,
    ),
    Command(
        "collapse",
        QT_TRANSLATE_NOOP("CanvasActions", "Collapse card"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Let the selected cards show what they are called and no numbers, or all again",
        ),
        _collapse,
        ("H",),
        lambda view: bool(_foldable(view)),
        _are_collapsed,
    ),
    Command(
        "set_result",
        QT_TRANSLATE_NOOP("CanvasActions", "Set as result"),
        QT_TRANSLATE_NOOP("CanvasActions", "Make this node the output whose gradients are taken"),
        lambda view: view.edits.set_result(),
        ("R",),
        has_single_node,
        lambda view: view.edits.single() == view.document.graph.target is not None,
    ),
)

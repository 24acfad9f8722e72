"""Wiring without a mouse: connect the selected nodes, take their wires off, select a wire."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.canvas_view import CanvasView
from desktop.graph_editor.commands import wiring
from desktop.graph_editor.interactions.keyboard_wire import KeyboardWire
from desktop.graph_editor.navigation import wires_into, wires_out_of
from engine.errors import EngineError


def connect_selected(view: CanvasView) -> None:
    """Wire two selected nodes, or let the arrows choose where the wire of a single one goes."""
    nodes = sorted(view.selected_nodes())
    if len(nodes) == 2:
        try:
            source, port = wiring.wire_between(view.document.shown.drawing, *nodes)
            view.document.connect(source, port)
        except EngineError as error:
            view.refuse(error_sentence(error))
    elif len(nodes) == 1:
        gesture = KeyboardWire(view, nodes[0], view.cancel_gesture)
        if gesture.can_begin:
            view.begin_gesture(gesture)
            gesture.begin()
        else:
            view.refuse(
                QCoreApplication.translate(
                    "WiringByKeys",
                    "There is nothing to connect it with: no free port fits this node.",
                )
            )


def disconnect(view: CanvasView) -> None:
    """Take every wire off the selected nodes, in one step."""
    document = view.document
    wires = wiring.wires_of(document.shown.graph, view.selected_nodes())
    if wires:
        ports = document.shown.whole_ports(wires)
        text = QCoreApplication.translate("WiringByKeys", "disconnect")
        document.push(text, wiring.cut(document.drawing, ports))


def select_wire(view: CanvasView) -> None:
    """Select the first wire of the selected node, or the one after the selected wire.

    A node's wires go round: those that end at it from top to bottom, then those that begin.
    """
    drawing = view.document.shown.drawing
    node_id = view.edits.single()
    selected = view.selected_wires()
    if node_id is None:
        if len(selected) != 1:
            return
        node_id = next(iter(selected)).node
    wires = [*wires_into(drawing, node_id), *wires_out_of(drawing, node_id)]
    if not wires:
        return
    before = [wires.index(wire) for wire in selected if wire in wires]
    view.keys_lead = True
    view.select((), (wires[(before[0] + 1) % len(wires) if before else 0],))

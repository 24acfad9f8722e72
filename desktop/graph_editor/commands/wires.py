"""Commands on wires: connect by keys, take wires off, select one."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.canvas.navigation import wires_into, wires_out_of
from desktop.graph_editor.commands.command import Command, has_selected_nodes, has_selection
from desktop.graph_editor.gestures.keyboard_wire import KeyboardWire
from engine.drawing import wiring
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


def _can_connect(view: CanvasView) -> bool:
    return 1 <= len(view.selected_nodes()) <= 2


RECORDS = (
    Command(
        "connect",
        QT_TRANSLATE_NOOP("CanvasActions", "Connect"),
        QT_TRANSLATE_NOOP(
            "CanvasActions",
            "Wire the two selected nodes, or choose by the arrows where the wire of one goes",
        ),
        connect_selected,
        ("C",),
        _can_connect,
    ),
    Command(
        "disconnect",
        QT_TRANSLATE_NOOP("CanvasActions", "Disconnect"),
        QT_TRANSLATE_NOOP("CanvasActions", "Take every wire off the selected nodes"),
        disconnect,
        ("X",),
        has_selected_nodes,
    ),
    Command(
        "select_wire",
        QT_TRANSLATE_NOOP("CanvasActions", "Select a wire"),
        QT_TRANSLATE_NOOP(
            "CanvasActions", "The next wire of the selected node; the arrows lead on from there"
        ),
        select_wire,
        ("W",),
        has_selection,
    ),
)

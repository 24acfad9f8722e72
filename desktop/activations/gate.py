"""A function as a gate for the graph space: sent, dragged or copied; and one that comes back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData

from desktop.activations.desk import ActivationDesk
from desktop.foundation.translation import filled, translate_engine
from engine.activations.activation_setup import available_functions
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import to_json
from engine.formula.own_functions import is_own, read
from engine.graph.builder import GraphBuilder
from engine.graph.edits import set_value
from engine.graph.model import Graph, Node
from engine.operations.catalog import OPERATIONS

# The kind of data that the canvas takes a dropped gate by.
OPERATION_MIME = "application/x-wiregrad-operation"
_COLUMN = 170.0


def function_drawing(desk: ActivationDesk, name: str) -> Drawing:
    """Return x, at the point where it stands, and the function's gate, or its formula's gates."""
    graph = _own_graph(desk, name) if is_own(name) else _gate_graph(desk, name)
    places = {node: (_COLUMN * place, 0.0) for place, node in enumerate(graph.nodes)}
    title = QCoreApplication.translate("ActivationGate", "{0} from the activations")
    operation = desk.operation(name)
    shown = desk.own[name] if is_own(name) else translate_engine(operation.title)
    return Drawing(graph, places, filled(title, shown))


def function_mime(desk: ActivationDesk, name: str) -> QMimeData:
    """Return what a drag or the clipboard carries: a gate to drop, or gates to paste."""
    content = QMimeData()
    content.setText(to_json(function_drawing(desk, name)))
    if not is_own(name):
        content.setData(OPERATION_MIME, name.encode())
    return content


def function_of_gate(desk: ActivationDesk, node: Node) -> str | None:
    """Show the function of a gate with its settings, select it, and return its name.

    A gate with one input that is no activation is shown as a formula; one that is no function of
    one number gives None.
    """
    operation = OPERATIONS.find(node.operation)
    if operation is None or operation.arity != 1 or operation.derivatives is None:
        return None
    if operation in available_functions():
        desk.set_settings(operation.name, node.settings)
        desk.choose(operation.name, True)
        desk.select(operation.name)
        return operation.name
    given = "".join(f", {name}={value:g}" for name, value in node.settings.items())
    return desk.add_own(f"{operation.name}(x{given})")


def _gate_graph(desk: ActivationDesk, name: str) -> Graph:
    builder = GraphBuilder()
    source = builder.source("input", desk.x, "x")
    defaults = {item.name: item.default for item in desk.operation(name).settings}
    changed = {key: value for key, value in desk.settings(name).items() if value != defaults[key]}
    return builder.build(builder.gate(name, source, name="", **changed))


def _own_graph(desk: ActivationDesk, name: str) -> Graph:
    graph = read(name, desk.own[name]).graph
    source = graph.named("x")
    return graph if source is None else set_value(graph, source, desk.x)

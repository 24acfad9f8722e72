"""What a rest of the pointer tells: the whole tensor and its shape, a port, a problem."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF

from desktop.foundation.plain_text import plain
from desktop.foundation.translation import error_sentence, filled, translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.scene.hit_testing import HitTesting, OutputPort, Port
from desktop.graph_editor.scene.label_layer import LabelLayer
from desktop.graph_editor.scene.node_faces import port_name, shape_tag
from desktop.graph_editor.scene.number_places import number_at
from engine.arrays import Array
from engine.autodiff.passes.reverse import Gradients
from engine.errors import ShapeError
from engine.explanation.number_arithmetic import NumberPlace
from engine.explanation.symbols import spoken_gate
from engine.graph.model import InputPort, NodeId
from engine.operations.operation import Role

_MOST_ELEMENTS = 60


class CanvasTooltips:
    """Writes the tooltip of a place on the canvas, as rich text."""

    def __init__(self, document: Document, hits: HitTesting, labels: LabelLayer) -> None:
        self._document = document
        self._hits = hits
        self._labels = labels

    def text_at(self, point: QPointF) -> str:
        """Return the tooltip for a place in the scene, empty where nothing is."""
        port = self._hits.port_at(point)
        if port is not None:
            return self._port_text(port)
        node_id = self._hits.node_at(point)
        if node_id is not None:
            return self._node_text(node_id)
        number = number_at(self._labels, point)
        if number is not None:
            return self._number_text(number)
        wire = self._hits.wire_at(point)
        return self._wire_text(wire) if wire is not None else ""

    def _node_text(self, node_id: NodeId) -> str:
        graph = self._document.shown.graph
        record, name = graph.nodes[node_id].record, graph.names.get(node_id)
        title = translate_engine(record.title)
        lines = [f"<b>{escape(f'{name} · {title}' if name else title)}</b>"]
        problem = self._document.shown_evaluation.problems.get(node_id)
        if problem is not None:
            lines.append(escape(f"⚠ {error_sentence(problem)}"))
        lines.append(escape(translate_engine(record.summary)))
        if record.role is not Role.SOURCE:
            role = translate_engine(record.role.title)
            sentence = translate_engine(record.role.sentence)
            lines.append(escape(f"{role}: {sentence}"))
        gradients = self._gradients().nodes
        return "<br>".join(lines) + self._numbers(node_id, gradients.get(node_id))

    def _number_text(self, number: NumberPlace) -> str:
        hint = QCoreApplication.translate("CanvasTooltips", "Click: how this number comes about")
        place = number.place
        if isinstance(place, InputPort):
            return f"{self._wire_text(place)}<br><i>{escape(hint)}</i>"
        heading = f"<b>{escape(self._name(place))}</b>"
        numbers = self._numbers(place, self._gradients().nodes.get(place))
        return f"{heading}{numbers}<br><i>{escape(hint)}</i>"

    def _wire_text(self, port: InputPort) -> str:
        graph = self._document.shown.graph
        start = self._name(graph.wires[port])
        end = f"{self._name(port.node)}.{port_name(graph.nodes[port.node], port.index)}"
        heading = f"<b>{escape(start)} → {escape(end)}</b>"
        problem = self._document.shown_evaluation.problems.get(port.node)
        if isinstance(problem, ShapeError):
            heading += f"<br>{escape(f'⚠ {error_sentence(problem)}')}"
        return heading + self._numbers(graph.wires[port], self._gradients().wires.get(port))

    def _port_text(self, port: Port) -> str:
        graph = self._document.shown.graph
        if isinstance(port, OutputPort):
            text = QCoreApplication.translate(
                "CanvasTooltips", "Output of {}: drag a wire from here."
            )
            return plain(filled(text, self._name(port.node)))
        if port in graph.wires:
            return self._wire_text(port)
        text = QCoreApplication.translate(
            "CanvasTooltips", "Input {} of {} has no wire yet: drag one from here or to here."
        )
        name = port_name(graph.nodes[port.node], port.index)
        return plain(filled(text, name, self._name(port.node)))

    def _numbers(self, node_id: NodeId, gradient: Array | None) -> str:
        value = self._document.shown_evaluation.values.get(node_id)
        value_title = QCoreApplication.translate("CanvasTooltips", "value")
        tangents = self._labels.numbers.shown.tangents
        if tangents is not None:
            tangent_title = QCoreApplication.translate("CanvasTooltips", "tangent")
            moved = tangents.nodes.get(node_id)
            return _row(value_title, value) + _row(tangent_title, moved)
        gradient_title = QCoreApplication.translate("CanvasTooltips", "gradient")
        return _row(value_title, value) + _row(gradient_title, gradient)

    def _name(self, node_id: NodeId) -> str:
        return spoken_gate(self._document.shown.graph, node_id)

    def _gradients(self) -> Gradients:
        return self._document.shown_evaluation.gradients


def tensor_text(array: Array) -> str:
    """Return an array in full, a line for each row; of a large one the first and last elements."""
    if array.ndim == 0:
        return repr(float(array)).replace("-", "−")
    text = np.array2string(
        array, floatmode="unique", threshold=_MOST_ELEMENTS, edgeitems=3, separator=" "
    )
    return text.replace("-", "−")


def _row(title: str, array: Array | None) -> str:
    if array is None:
        missing = QCoreApplication.translate("CanvasTooltips", "not computed")
        return f"<br>{escape(title)}: <i>{escape(missing)}</i>"
    shape = f" {escape(shape_tag(array.shape))}" if array.ndim else ""
    if array.ndim == 0:
        return f"<br>{escape(title)}: <code>{escape(tensor_text(array))}</code>"
    return f"<br>{escape(title)}{shape}:<pre>{escape(tensor_text(array))}</pre>"

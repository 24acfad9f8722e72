"""Where the number of each weight and bias stands, and which one is under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from desktop.training.network.scene import NetworkFonts, NetworkScene
from desktop.training.network.weight_labels import label_on
from desktop.training.network_layout import Bias, Connection
from desktop.training.network_painter import bias_box


def number_box(scene: NetworkScene, fonts: NetworkFonts, part: Connection | Bias) -> QRectF:
    """Return where the number of a weight or bias stands, or would if there were room."""
    if isinstance(part, Bias):
        return bias_box(scene, fonts, part.unit)
    return scene.labels.get(part) or label_on(scene.layout, part, fonts.number_size)


def number_at(scene: NetworkScene, fonts: NetworkFonts, place: QPointF) -> Connection | Bias | None:
    """Return the weight or bias whose number is under a point."""
    for connection, box in scene.labels.items():
        if box.contains(place):
            return connection
    if not scene.has_numbers or scene.outputs is not None:
        return None
    for unit in scene.layout.centres:
        if unit.layer and bias_box(scene, fonts, unit).contains(place):
            return Bias(unit)
    return None

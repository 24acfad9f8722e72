"""The lines of a network with very many weights, drawn together so that a frame is enough."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.foundation.theme import theme
from desktop.training.colours import sign_colour
from desktop.training.network.scene import NetworkScene
from desktop.training.network_layout import NetworkLayout, Unit

# From here on single lines can hardly be told apart.
_DENSE_FROM = 400
# Of the lines between two layers so many are drawn: those of the largest weights.
_MOST_LINES = 500
# Widths in pixels for the smaller half of them, the larger half, and the largest tenth.
_WIDTHS = (0.0, 1.0, 2.0)
_BOUNDS = (0.5, 0.9)


def is_dense(layout: NetworkLayout) -> bool:
    """Return whether a network has so many weights that their lines are drawn together."""
    layers = layout.layers
    return sum(a * b for a, b in pairwise(layers)) > _DENSE_FROM


def draw_dense_weights(painter: QPainter, scene: NetworkScene) -> None:
    """Draw the largest weights of each gap between layers, without smoothing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for layer, parameters in enumerate(scene.numbers.layers):
        weights = parameters.weights
        sizes = np.abs(weights).ravel()
        chosen = np.argsort(sizes)[-_MOST_LINES:]
        bounds = np.quantile(sizes[chosen], _BOUNDS)
        groups = np.searchsorted(bounds, sizes[chosen], side="right")
        negative = weights.ravel()[chosen] < 0
        for group, width in enumerate(_WIDTHS):
            for is_negative in (False, True):
                places = chosen[(groups == group) & (negative == is_negative)]
                _draw(painter, scene.layout, layer, places, width, is_negative=is_negative)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _draw(
    painter: QPainter,
    layout: NetworkLayout,
    layer: int,
    places: np.ndarray[tuple[int, ...], np.dtype[np.intp]],
    width: float,
    *,
    is_negative: bool,
) -> None:
    pen = QPen(sign_colour(-1.0 if is_negative else 1.0), width * theme().scale)
    if is_negative and width:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    half, targets = layout.size / 2, layout.layers[layer + 1]
    lines = []
    for place in places.tolist():
        source = layout.centres[Unit(layer, place // targets)]
        target = layout.centres[Unit(layer + 1, place % targets)]
        lines.append(QLineF(source.x() + half, source.y(), target.x() - half, target.y()))
    painter.drawLines(lines)

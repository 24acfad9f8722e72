"""What a network answers over the plane, and what its units do at one point."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine import ranges
from engine.arrays import Array
from engine.training.analysis.input_plane import InputPlane
from engine.training.datasets.dataset import View
from engine.training.network.mlp import Network
from engine.training.network.predicted_class import predicted_classes
from engine.training.network.signals import Picture, first_predictions, signals_at

Map = Picture


def probability_map(
    network: Network,
    parameters: Array,
    view: View,
    *,
    width: int = 100,
    height: int = 100,
    plane: InputPlane | None = None,
    output: int = 0,
) -> Map:
    """Return one of the network's predictions, the first by default, over a grid of points.

    Single precision where it is the first, because a picture shows no more.

    Args:
        network: The network, with two inputs where no plane is given.
        parameters: Its flat parameter vector.
        view: The rectangle; the grid's points are the centres of its pixels.
        width: Pixels along the horizontal axis.
        height: Pixels along the vertical axis.
        plane: Where the rectangle lies among the inputs.
        output: Which prediction.

    Returns:
        Shape (height, width); row 0 is the bottom of the view.
    """
    points = _grid(view, width, height, plane)
    if output:
        return predict(network, parameters, points)[:, output].reshape(height, width)
    columns = np.ascontiguousarray(points.T)
    return first_predictions(network, parameters, columns).reshape(height, width)


def class_map(
    network: Network,
    parameters: Array,
    view: View,
    *,
    width: int = 100,
    height: int = 100,
    plane: InputPlane | None = None,
) -> NDArray[np.intp]:
    """Return the number of the class predicted at each point of a grid.

    Returns:
        Shape (height, width), as ``probability_map`` has it; ``UNDECIDED`` where two tie.
    """
    points = _grid(view, width, height, plane)
    return predicted_classes(predict(network, parameters, points)).reshape(height, width)


def unit_maps(
    network: Network,
    parameters: Array,
    view: View,
    *,
    size: int = 24,
    plane: InputPlane | None = None,
) -> tuple[Map, ...]:
    """Return what every unit gives over a coarse grid of points, as small pictures of them.

    Returns:
        For each layer, the inputs first, shape (units, size, size); row 0 is the bottom.
    """
    points = _grid(view, size, size, plane)
    return tuple(
        signal.T.reshape(-1, size, size) for signal in activations_at(network, parameters, points)
    )


def _grid(view: View, width: int, height: int, plane: InputPlane | None) -> Array:
    """Return the inputs at the centres of a rectangle's pixels, shape (height · width, inputs)."""
    x, y = pixel_centres(view.left, view.right, width), pixel_centres(view.bottom, view.top, height)
    points = np.stack([np.tile(x, height), np.repeat(y, width)], axis=1)
    return points if plane is None else plane.inputs_at(points)


def activations_at(network: Network, parameters: Array, point: Array) -> tuple[Array, ...]:
    """Return what every unit gives: the inputs, then each layer's outputs.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        point: One point, shape (2,), or points in rows, shape (n, 2).

    Returns:
        For each layer, the inputs first, shape (units,) or (n, units).
    """
    return signals_at(network, parameters, point).outputs


def predict(network: Network, parameters: Array, inputs: Array) -> Array:
    """Return the predictions for samples in rows, shape (n, layers[-1])."""
    return activations_at(network, parameters, inputs)[-1]


def pixel_centres(low: float, high: float, count: int) -> Array:
    """Return the centres of equal cells between two ends."""
    return ranges.along(low, high, (np.arange(count) + 0.5) / count)

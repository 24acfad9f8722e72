"""What a network does to the plane: a grid's lines as a layer's units see them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.errors import SettingError
from engine.training.analysis.decision_boundary import activations_at
from engine.training.analysis.input_plane import InputPlane
from engine.training.datasets.dataset import View
from engine.training.network.mlp import Network


@dataclass(frozen=True, eq=False)
class HiddenImage:
    """A grid of the plane and some samples, in the space of a layer's units.

    Attributes:
        layer: The layer; 0 is the plane itself.
        lines: The lines of equal x₁ and then those of equal x₂, each a polygon, shape
            (2 · count, points, dimensions).
        samples: The samples' images, shape (n, dimensions).
        axes: The direction that each dimension shows among the units, shape (units, dimensions);
            the identity where the units themselves are shown.
        centre: The point that the directions start from, shape (units,).
    """

    layer: int
    lines: Array
    samples: Array
    axes: Array
    centre: Array


def hidden_image(
    network: Network,
    parameters: Array,
    layer: int,
    view: View,
    samples: Array,
    *,
    count: int = 13,
    points: int = 61,
    dimensions: int | None = None,
    plane: InputPlane | None = None,
) -> HiddenImage:
    """Carry a grid through a network up to a layer.

    (Olah, Neural networks, manifolds, and topology, 2014.)

    Args:
        network: The network, with two inputs where no plane is given.
        parameters: Its flat parameter vector.
        layer: 0 for the inputs, then the hidden layers, then the output.
        view: The rectangle that the grid covers.
        samples: Inputs in rows, shape (n, features), carried along.
        count: Lines in each direction.
        points: Points on each line, so that it can bend.
        dimensions: Show this many directions in which the layer's image of the grid spreads the
            most, its principal components; None shows the units themselves.
        plane: Where the rectangle lies among the inputs.

    Raises:
        SettingError: There is no such layer.
    """
    if not 0 <= layer < len(network.layers):
        raise SettingError(
            "no_such_layer",
            f"There is no layer {layer}; this network has the layers 0 to "
            f"{len(network.layers) - 1}.",
            layer=layer,
            last=len(network.layers) - 1,
        )
    grid = _grid(view, count, points)
    units = network.layers[layer]
    corners = grid.reshape(-1, 2)
    places = corners if plane is None else plane.inputs_at(corners)
    images = activations_at(network, parameters, places)[layer]
    carried = activations_at(network, parameters, samples)[layer]
    centre, axes = np.zeros(units), np.eye(units)
    if dimensions is not None and dimensions < units:
        unit = ranges.Unit.of(ranges.extent(images))
        centre = unit.restore(np.nan_to_num(unit.measure(images).mean(axis=0)))
        with np.errstate(all="ignore"):
            axes = ranges.principal_axes(images - centre, dimensions)[0].T
    # What has left the numbers has no place in the picture either.
    with np.errstate(all="ignore"):
        return HiddenImage(
            layer,
            ((images - centre) @ axes).reshape(2 * count, points, -1),
            (carried - centre) @ axes,
            axes,
            centre,
        )


def _grid(view: View, count: int, points: int) -> Array:
    """Return the lines of equal x₁ and of equal x₂, shape (2 · count, points, 2)."""
    left, right, bottom, top = view
    across, along = ranges.spaced(left, right, count), ranges.spaced(bottom, top, points)
    upright = np.stack(np.meshgrid(across, along, indexing="ij"), axis=-1)
    across, along = ranges.spaced(bottom, top, count), ranges.spaced(left, right, points)
    level = np.stack(np.meshgrid(across, along, indexing="ij"), axis=-1)[..., ::-1]
    return np.concatenate([upright, level])

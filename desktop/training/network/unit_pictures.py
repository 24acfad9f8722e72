"""What each neuron sees: its output over the plane of the inputs, as a small picture."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from desktop.training.colours import heat_images
from desktop.training.network_layout import Unit
from desktop.training.network_numbers import NetworkNumbers
from engine import ranges
from engine.training.decision_boundary import Map, unit_maps

# More neurons than these get no pictures: they would be too small, and take too long.
_PICTURES_UP_TO = 64
_BOUNDED = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}


def unit_pictures(numbers: NetworkNumbers) -> dict[Unit, QImage]:
    """Paint every neuron of a network with two inputs; none of another or a large one."""
    run = numbers.run
    if sum(run.layers) > _PICTURES_UP_TO or run.layers[0] != 2:
        return {}
    units, shares = [], []
    for layer, maps in enumerate(unit_maps(run.network, numbers.parameters, run.dataset.view)):
        for index, values in enumerate(maps):
            low, high = _BOUNDED.get(numbers.function(layer)) or _reach(values)
            units.append(Unit(layer, index))
            shares.append(ranges.shares(values, low, high))
    # All at once: most of the time goes into making colours, not into using them.
    return dict(zip(units, heat_images(np.stack(shares)), strict=True))


def _reach(values: Map) -> tuple[float, float]:
    """Return the activations that get the two full colours: 0 is always in the middle."""
    reach = ranges.extent(values) or 1.0
    return -reach, reach

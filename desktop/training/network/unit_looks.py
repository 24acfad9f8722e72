"""How one neuron looks: its picture of the plane, and its marks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from desktop.training.network.colours import heat_images
from desktop.training.network.layout import Unit
from desktop.training.network.network_numbers import NetworkNumbers
from engine import ranges
from engine.arrays import Array
from engine.operations.catalog import OPERATIONS
from engine.training.analysis.decision_boundary import Map, unit_maps
from engine.training.analysis.input_plane import InputPlane
from engine.training.analysis.unit_health import unit_health
from engine.training.run.run import TrainingRun

# More neurons than these get no pictures: they would be too small, and take too long.
_PICTURES_UP_TO = 64
# Looking at so many samples is enough to call a unit dead, and takes no time.
_MOST_SAMPLES = 300


def unit_pictures(numbers: NetworkNumbers, plane: InputPlane) -> dict[Unit, QImage]:
    """Paint every neuron over a plane of the inputs; none of a single input or a large network."""
    run = numbers.run
    if sum(run.layers) > _PICTURES_UP_TO or run.layers[0] < 2:
        return {}
    units, shares = [], []
    painted = unit_maps(run.network, numbers.parameters, plane.view, plane=plane)
    for layer, maps in enumerate(painted):
        for index, values in enumerate(maps):
            function = OPERATIONS.get(numbers.function(layer))
            known = None if function is None else function.known_range
            low, high = known or _reach(values)
            units.append(Unit(layer, index))
            shares.append(ranges.shares(values, low, high))
    # All at once: most of the time goes into making colours, not into using them.
    return dict(zip(units, heat_images(np.stack(shares)), strict=True))


def _reach(values: Map) -> tuple[float, float]:
    """Return the activations that get the two full colours: 0 is always in the middle."""
    reach = ranges.extent(values) or 1.0
    return -reach, reach


def unit_marks(run: TrainingRun, parameters: Array) -> dict[Unit, str]:
    """Return a word for each hidden neuron with which something is wrong."""
    translate = QCoreApplication.translate
    found: dict[Unit, str] = {}
    for item in unit_health(run.network, parameters, run.dataset.inputs[:_MOST_SAMPLES]):
        for group in item.identical:
            word = translate("UnitMarks", "twin")
            found |= {Unit(item.layer, unit): word for unit in group}
        word = translate("UnitMarks", "saturated")
        found |= {Unit(item.layer, unit): word for unit in item.saturated}
        word = translate("UnitMarks", "dead")
        found |= {Unit(item.layer, unit): word for unit in item.dead}
    return found

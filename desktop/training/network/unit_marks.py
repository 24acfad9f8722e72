"""Words on neurons that do nothing for the network: dead, saturated, or twins of others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.training.network_layout import Unit
from engine.arrays import Array
from engine.training.run import TrainingRun
from engine.training.unit_health import unit_health

# Looking at so many samples is enough to call a unit dead, and takes no time.
_MOST_SAMPLES = 300


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

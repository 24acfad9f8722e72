"""The numbers of a network as it stands, and how its neurons and weights are spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.training.network.layout import Bias, Connection, Part, Unit
from desktop.widgets.fields.number_text import format_number, format_short
from engine.arrays import Array
from engine.quoting import quote
from engine.training.network.layers import Layers
from engine.training.network.mlp import LayerParameters
from engine.training.run.run import TrainingRun

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# A neuron's arithmetic is written out for so many inputs.
_MOST_TERMS = 3


@dataclass(frozen=True, eq=False)
class NetworkNumbers:
    """A run's network at given parameters.

    Attributes:
        run: What is trained.
        parameters: The flat parameter vector.
        layers: The same, layer by layer.
    """

    run: TrainingRun
    parameters: Array
    layers: tuple[LayerParameters, ...]

    def weight(self, connection: Connection) -> float:
        """Return a weight."""
        weights = self.layers[connection.source.layer].weights
        return float(weights[connection.source.index, connection.target.index])

    def bias(self, unit: Unit) -> float:
        """Return the bias of a neuron that is no input."""
        return float(self.layers[unit.layer - 1].bias[unit.index])

    def function(self, layer: int) -> str:
        """Return the name of a layer's activation; '' for the inputs."""
        if layer == 0:
            return ""
        network = self.run.network
        return (*network.activations, network.output)[layer - 1]

    def number(self, part: Connection | Bias) -> float:
        """Return a weight or a bias."""
        return self.weight(part) if isinstance(part, Connection) else self.bias(part.unit)

    def place(self, part: Connection | Bias) -> int:
        """Return where a weight or a bias stands in the flat parameter vector."""
        slices = self.run.network.parameter_slices
        if isinstance(part, Bias):
            return int(slices[2 * part.unit.layer - 1].start) + part.unit.index
        columns = self.run.layers[part.target.layer]
        start = int(slices[2 * part.source.layer].start)
        return start + part.source.index * columns + part.target.index

    def name(self, unit: Unit) -> str:
        """Return a neuron's name."""
        return unit_name(self.run.layers, unit)

    def text(self, part: Part) -> str:
        """Tell a weight's number, or write out a neuron's arithmetic."""
        if isinstance(part, Connection):
            ends = f"{self.name(part.source)} → {self.name(part.target)}"
            pattern = QCoreApplication.translate("NetworkNumbers", "{0}: weight {1}")
            return filled(pattern, ends, format_number(self.weight(part), 5))
        if isinstance(part, Bias):
            pattern = QCoreApplication.translate("NetworkNumbers", "{0}: bias {1}")
            return filled(pattern, self.name(part.unit), format_number(self.bias(part.unit), 5))
        if part.layer == 0:
            return self._input_text(part)
        return self._arithmetic(part)

    def _input_text(self, unit: Unit) -> str:
        """Name an input, and the column that it comes from."""
        names = self.run.dataset.input_names
        if unit.index >= len(names):
            pattern = QCoreApplication.translate("NetworkNumbers", "input {0}")
            return filled(pattern, self.name(unit))
        pattern = QCoreApplication.translate("NetworkNumbers", "input {0}: {1}")
        return filled(pattern, self.name(unit), quote(names[unit.index]))

    def _arithmetic(self, unit: Unit) -> str:
        weights = self.layers[unit.layer - 1].weights[:, unit.index]
        parts = [
            f"{short_number(float(weight))}·{self.name(Unit(unit.layer - 1, index))}"
            for index, weight in enumerate(weights[:_MOST_TERMS])
        ]
        if len(weights) > _MOST_TERMS:
            parts.append("…")
        terms = " + ".join([*parts, short_number(self.bias(unit))]).replace("+ −", "− ")
        return f"{self.name(unit)} = {self.function(unit.layer)}({terms})"


def numbers_of(run: TrainingRun, parameters: Array) -> NetworkNumbers:
    """Return the numbers of a run's network at given parameters."""
    return NetworkNumbers(run, parameters, run.network.unflatten(parameters))


def unit_name(layers: Layers, unit: Unit) -> str:
    """Return x₁, ŷ, h₁, or with several hidden layers h₂₁: of the second, the first unit."""
    last = len(layers) - 1
    number = str(unit.index + 1)
    if unit.layer == last:
        return "ŷ" if layers[last] == 1 else "ŷ" + number.translate(_SUBSCRIPTS)
    if unit.layer == 0:
        return "x" + number.translate(_SUBSCRIPTS)
    # From ten units on, h₁₁₁ could be two things.
    comma = "," if max(layers) > 9 else ""
    prefix = "" if last == 2 else f"{unit.layer}{comma}"
    return "h" + (prefix + number).translate(_SUBSCRIPTS)


def short_number(value: float) -> str:
    """Write a number with two decimals, fewer if it is large; only 0 itself is 0."""
    return format_short(value)

"""The pictures of a deep network: the gradient in each layer, at the start and in training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.plots.plot_view import PlotView
from engine.arrays import Array
from engine.training.analysis.signal_statistics import LayerSignals
from engine.training.run.loop import TrainingStep

_ROOM = 3.0
_END = 0.5
_FEWEST_DECADES = 2.0
# What a logarithmic axis shows of numbers so small that nothing distinguishes them from 0.
_FLOOR = 1e-60


class SignalsPlot(PlotView):
    """How far gradients and outputs of each layer spread, on a logarithmic axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._kept: tuple[str, Array] | None = None
        self.set_labels(self.tr("layer"), self.tr("standard deviation"))
        self.set_log(False, True)
        self.set_mouse_enabled(False, False)
        tip = self.tr(
            "Normal inputs go forward through fresh layers of 100 units, normal gradients go back "
            "from the last layer to the first: how far they spread in each layer. Where the "
            "gradient is tiny, a layer learns next to nothing."
        )
        explain(self, self.tr("Gradient and output of each layer at the start"), tip)

    @property
    def kept_name(self) -> str:
        """What the curve kept for comparison is called, or ''."""
        return "" if self._kept is None else self._kept[0]

    def show_layers(self, layers: Sequence[LayerSignals]) -> None:
        """Draw the layers of another network."""
        numbers = np.arange(1, len(layers) + 1, dtype=float)
        gradients = _spreads([item.gradients.deviation for item in layers])
        outputs = _spreads([item.outputs.deviation for item in layers])
        self.set_curve(
            "outputs", numbers, outputs, "value", "dot", "", 1.8, name=self.tr("outputs")
        )
        self.set_curve(
            "gradients", numbers, gradients, "gradient", "solid", "circle", 2.6,
            name=self.tr("gradient"),
        )  # fmt: skip
        drawn = [gradients, outputs]
        last = float(len(layers))
        if self._kept is not None:
            name, kept = self._kept
            places = np.arange(1, len(kept) + 1, dtype=float)
            self.set_curve("kept", places, kept, "text_muted", "dash", "square", 1.8, name=name)
            drawn.append(kept)
            last = max(last, float(len(kept)))
        self.set_view((1 - _END, last + _END), _decades(np.concatenate(drawn)))

    def keep(self, name: str, layers: Sequence[LayerSignals]) -> None:
        """Let these gradients stay for comparison."""
        self._kept = name, _spreads([item.gradients.deviation for item in layers])
        self.show_layers(layers)


class TrainingPlot(PlotView):
    """The length of the gradient of each layer's weights, now and at the start of the training."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_labels(self.tr("layer"), self.tr("gradient length"))
        self.set_log(False, True)
        self.set_mouse_enabled(False, False)
        tip = self.tr(
            "The length of the loss’s gradient with respect to the weights and biases of each "
            "layer, live while the network trains on XOR; the dashes are its start."
        )
        explain(self, self.tr("Gradient of each layer while it trains"), tip)

    def show_record(self, first: TrainingStep, record: TrainingStep) -> None:
        """Draw the layers as they stand."""
        norms, start = _spreads(record.gradient_norms), _spreads(first.gradient_norms)
        numbers = np.arange(1, len(norms) + 1, dtype=float)
        low, high = _decades(np.concatenate([norms, start]))
        self.set_bars("now", numbers, norms, 0.6, "gradient", floor=low)
        self.set_curve("start", numbers, start, "text", "dash", "circle", 1.4)
        self.set_view((1 - _END, len(norms) + _END), (low, high))
        text = filled(
            self.tr("epoch {0}, loss {1}, {2} of 4 right"),
            record.epoch,
            format_number(record.loss, 4),
            round(4 * record.accuracy),
        )
        self.set_title(text)


def _spreads(values: Sequence[float]) -> Array:
    spreads = np.abs(np.nan_to_num(np.array(values, dtype=float), nan=0.0, posinf=1e300))
    return np.asarray(np.maximum(spreads, _FLOOR))


def _decades(values: Array) -> tuple[float, float]:
    """Return a range of at least two powers of ten round the numbers."""
    exponents = np.log10(values)
    low, high = float(exponents.min()), float(exponents.max())
    missing = max(0.0, _FEWEST_DECADES - (high - low)) / 2
    return 10.0 ** (low - missing) / _ROOM, 10.0 ** (high + missing) * _ROOM

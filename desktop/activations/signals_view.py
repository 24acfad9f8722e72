"""Signals through a deep network: histograms of every layer's outputs and gradients, live."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.activations.desk import CURVES, SLOPES, VALUES
from desktop.activations.histograms import common_range, outlines
from desktop.activations.setup_view import SetupView
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.plots.plot_view import PlotView
from engine.formula.own_functions import own_symbol
from engine.operations.catalog import OPERATIONS
from engine.training.analysis.signal_statistics import Spread
from engine.training.analysis.signals_setup import SignalsResult, SignalsSetup, compute_signals
from engine.training.initializers.catalog import INITIALIZERS

_LOWEST, _HIGHEST = 1e-300, 1e300
_MOST_TICKS = 25
# A gradient that keeps its size within this factor over the whole depth neither vanishes nor grows.
_KEPT = 10.0
_SPACING, _PLOT_PX = 14, 150


class SignalsView(SetupView[SignalsSetup, SignalsResult]):
    """Three plots over the layers: outputs, gradients, and how far both spread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(compute_signals, parent)
        self._hidden: frozenset[str] = frozenset()
        self.outputs = self._plot(self.tr("Outputs of each layer"))
        self.gradients = self._plot(self.tr("Gradients at each layer"))
        self.spreads = self._plot(self.tr("Standard deviation of both"))
        self.spreads.set_log(y=True)
        self.spreads.menu.offer_log(y=True)
        self.spreads.menu.log_chosen.connect(self._on_log_chosen)
        self.spreads.set_labels(self.tr("layer"))
        column = MainColumn((), self)
        column.head.addWidget(self._verdict)
        column.body.setSpacing(_SPACING)
        for plot in (self.outputs, self.gradients, self.spreads):
            column.body.addWidget(plot, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def set_hidden(self, kinds: frozenset[str]) -> None:
        """Draw and tell nothing of outputs, or of gradients."""
        self._hidden = kinds
        if self._result is not None:
            self._show(self._result)

    def _on_theme_changed(self) -> None:
        for plot in (self.outputs, self.gradients, self.spreads):
            plot.setMinimumHeight(theme().px(_PLOT_PX))

    def _plot(self, title: str) -> PlotView:
        plot = PlotView(title, self)
        plot.set_mouse_enabled(x=False, y=True)
        plot.setToolTip(self.tr("One histogram for each layer; the right button saves the plot"))
        return plot

    def _show(self, result: SignalsResult) -> None:
        layers = result.layers
        with np.errstate(all="ignore"):
            self._draw(self.outputs, VALUES, [layer.outputs for layer in layers], "value")
            self._draw(self.gradients, SLOPES, [layer.gradients for layer in layers], "gradient")
        self._draw_spreads(result)
        self._write_verdict(result)
        self._verdict.setVisible(SLOPES not in self._hidden)

    def _draws(self, kind: str) -> bool:
        return not self._hidden & {kind, CURVES}

    def _draw(self, plot: PlotView, kind: str, spreads: list[Spread], colour: str) -> None:
        if not self._draws(kind):
            plot.remove("histograms")
            return
        x, y = outlines(spreads)
        plot.set_shape("histograms", x, y, colour)
        plot.set_line("zero", 0.0, "border_strong", horizontal=True)
        self._show_layers(plot, len(spreads))
        plot.set_view((0.4, len(spreads) + 0.7), common_range(spreads))

    def _draw_spreads(self, result: SignalsResult) -> None:
        numbers = np.arange(1, len(result.layers) + 1)
        series = {
            "outputs": [layer.outputs.deviation for layer in result.layers],
            "gradients": [layer.gradients.deviation for layer in result.layers],
        }
        for key, kind in (("outputs", VALUES), ("gradients", SLOPES)):
            if not self._draws(kind):
                series[key] = [math.nan] * len(numbers)
        shown = np.concatenate([np.array(values) for values in series.values()])
        shown = shown[np.isfinite(shown) & (shown > _LOWEST) & (shown < _HIGHEST)]
        looks = {
            "outputs": ("value", "solid", "circle", self.tr("outputs")),
            "gradients": ("gradient", "dash", "square", self.tr("gradients")),
        }
        for key, (colour, style, symbol, name) in looks.items():
            values = np.array(series[key])
            self.spreads.set_curve(
                key, numbers, np.where(np.isfinite(values), values, np.nan),
                colour, style, symbol, name=name,  # type: ignore[arg-type]
            )  # fmt: skip
        self._show_layers(self.spreads, len(numbers))
        low, high = (shown.min(), shown.max()) if len(shown) else (0.1, 1.0)
        if self.spreads.canvas.scale_of_axes.log_y:
            view = (float(low) / 3, float(high) * 3)
        else:
            view = (0.0, float(high) * 1.1)
        self.spreads.set_view((0.4, len(numbers) + 0.7), view)

    def _show_layers(self, plot: PlotView, count: int) -> None:
        step = math.ceil(count / _MOST_TICKS)
        plot.set_ticks([(float(n), str(n)) for n in range(1, count + 1, step)])

    def _write_verdict(self, result: SignalsResult) -> None:
        setup, ratio = result.setup, result.gradient_ratio
        if not math.isfinite(ratio):
            pattern = self.tr(
                "{0} with {1}: no gradient arrives at any layer that can be compared."
            )
        elif ratio < 1 / _KEPT:
            pattern = self.tr(
                "{0} with {1}: the gradient at layer 1 spreads {2} times as far as at layer {3}: "
                "it vanishes on its way back."
            )
        elif ratio > _KEPT:
            pattern = self.tr(
                "{0} with {1}: the gradient at layer 1 spreads {2} times as far as at layer {3}: "
                "it explodes on its way back."
            )
        else:
            pattern = self.tr(
                "{0} with {1}: the gradient at layer 1 spreads {2} times as far as at layer {3}: "
                "it keeps its size."
            )
        self._verdict.setText(
            filled(
                pattern,
                own_symbol(setup.activation)
                if setup.formula
                else translate_engine(OPERATIONS[setup.activation].title),
                translate_engine(INITIALIZERS[setup.initializer].title),
                format_number(ratio, 3),
                setup.depth,
            )
        )

    def _on_log_chosen(self, _x: bool, y: bool) -> None:
        self.spreads.set_log(y=y)
        if self._result is not None:
            self._draw_spreads(self._result)

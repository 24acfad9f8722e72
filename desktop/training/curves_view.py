"""Two curves over the epochs: the loss, and the gradient's length in each layer."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.plot_style import LINE_STYLES
from desktop.widgets.plot_view import PlotView
from engine.arrays import Array
from engine.training.loop import StepRecord
from engine.training.run import TrainingRun

# As many points as a curve has pixels on a usual screen: more only take time to paint.
_MOST_POINTS = 400
_FIRST_LAYER_SERIES = 2
# The first epochs have an axis of their own length, or a fresh plot would be without scale.
_FEWEST_EPOCHS = 10.0
# The share of the width left free at both ends, or the marks there would be cut in half.
_END_ROOM = 0.02
_SMALLEST_LOSS = 1e-12
_DECADE_ROOM = 1.3
Range = tuple[float, float]
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class CurvesView(QWidget):
    """The loss at the left, the gradient norms at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers_shown = 0
        self._shown: tuple[TrainingRun, list[StepRecord]] | None = None
        self.loss_plot = PlotView("", self)
        self.loss_plot.setAccessibleName(self.tr("Loss"))
        self.gradient_plot = PlotView("", self)
        self.gradient_plot.setAccessibleName(self.tr("Gradient length per layer"))
        self.loss_plot.set_labels(self.tr("epoch"), "")
        # Named at the axis: above the plot the names of the layers take the whole width.
        self.gradient_plot.set_labels(self.tr("epoch"), self.tr("gradient"))
        for plot in (self.loss_plot, self.gradient_plot):
            plot.set_mouse_enabled(False, False)
        self.gradient_plot.set_log(False, True)
        self.gradient_plot.setToolTip(
            self.tr(
                "The length of the loss's gradient with respect to each layer's weights and "
                "biases: where it is tiny, the layer learns next to nothing"
            )
        )
        self.loss_plot.setToolTip(self.tr("The mean loss over all samples"))
        self.log_box = QCheckBox(self.tr("Logarithmic"), self)
        self.log_box.setToolTip(self.tr("Show the loss on a logarithmic axis"))
        self.log_box.setAccessibleName(self.tr("Logarithmic loss axis"))
        self.log_box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.log_box.toggled.connect(self._on_log_toggled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self._make_loss_column(), 1)
        layout.addWidget(self.gradient_plot, 1)

    def _make_loss_column(self) -> QVBoxLayout:
        title = QLabel(self.tr("Loss"), self)
        title.setProperty("kind", "muted")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.log_box)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.loss_plot, 1)
        return column

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Show the loss on a logarithmic axis, or on a plain one."""
        self.log_box.setChecked(logarithmic)

    def show_records(self, run: TrainingRun, records: list[StepRecord]) -> None:
        """Draw the curves of a run so far."""
        self._shown = run, records
        records = _spread(records)
        epochs = np.array([record.step for record in records]) / run.steps_per_epoch
        last = max(float(epochs[-1]), _FEWEST_EPOCHS)
        self.loss_plot.set_curve("loss", epochs, [r.loss for r in records], "series_0")
        _mark(self.loss_plot, "now", epochs[-1], records[-1].loss, "series_0")
        norms = np.array([record.gradient_norms for record in records])
        count = norms.shape[1]
        for layer in range(count):
            self.gradient_plot.set_curve(
                f"layer {layer}",
                epochs,
                norms[:, layer],
                _layer_colour(layer),
                LINE_STYLES[layer % len(LINE_STYLES)],
                name=f"W{layer + 1}".translate(_SUBSCRIPTS),
            )
            _mark(
                self.gradient_plot, f"now {layer}", epochs[-1], norms[-1, layer],
                _layer_colour(layer),
            )  # fmt: skip
        for layer in range(count, self._layers_shown):
            self.gradient_plot.remove(f"layer {layer}")
            self.gradient_plot.remove(f"now {layer}")
        self._layers_shown = count
        shown = (-_END_ROOM * last, (1 + _END_ROOM) * last)
        is_fresh = len(records) == 1
        losses = self._round_loss(records[0].loss) if is_fresh else None
        lengths = _whole_decades(norms)
        self.loss_plot.set_view(shown, losses)
        self.gradient_plot.set_view(shown, lengths)
        self._show_hint(self.loss_plot, last, losses if is_fresh else None)
        self._show_hint(self.gradient_plot, last, lengths if is_fresh else None)

    def _round_loss(self, loss: float) -> Range:
        """Return a range round a single loss, to which no axis can be fitted."""
        loss = max(loss, _SMALLEST_LOSS)
        return (loss / 10, loss * 10) if self.log_box.isChecked() else (0.0, 1.5 * loss)

    def _show_hint(self, plot: PlotView, last: float, shown: Range | None) -> None:
        """Say in the middle of a plot without a curve yet how to get one."""
        if shown is None:
            plot.remove("hint")
            return
        is_log = plot is self.gradient_plot or self.log_box.isChecked()
        middle = np.sqrt(shown[0] * shown[1]) if is_log else sum(shown) / 2
        text = self.tr("Train to draw the curve")
        plot.set_text("hint", last / 2, float(middle), text, "text_muted")

    def _on_log_toggled(self, logarithmic: bool) -> None:
        self.loss_plot.set_log(False, logarithmic)
        if self._shown is not None:
            self.show_records(*self._shown)


def _whole_decades(norms: Array) -> Range | None:
    """Return the powers of ten round lengths of about one size, or None to fit the axis.

    Within one decade a logarithmic axis has no number to show.
    """
    lengths = norms[np.isfinite(norms) & (norms > 0)]
    if not lengths.size or lengths.max() > 10 * lengths.min():
        return None
    exponents = np.log10([lengths.min(), lengths.max()])
    low, high = np.floor(exponents[0]), np.ceil(exponents[1])
    # A little more than that, or the numbers at the very ends of the axis would be left out.
    return float(10.0**low) / _DECADE_ROOM, float(10.0 ** max(high, low + 1)) * _DECADE_ROOM


def _mark(plot: PlotView, key: str, x: float, y: float, colour: str) -> None:
    """Mark the present end of a curve; 0 has no place on a logarithmic axis."""
    if y > 0:
        plot.set_points(key, [x], [y], colour, size=7.5)
    else:
        plot.remove(key)


def _layer_colour(layer: int) -> str:
    return f"series_{(_FIRST_LAYER_SERIES + layer) % 10}"


def _spread(records: list[StepRecord]) -> list[StepRecord]:
    """Return records evenly spread over all, the last one among them."""
    stride = -(-len(records) // _MOST_POINTS)
    return records if stride <= 1 else [*records[:-1:stride], records[-1]]

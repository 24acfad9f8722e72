"""Vanishing gradients: how much of the gradient is left in each layer of a deep network."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled, percent, translate_engine
from desktop.training.experiments.choice import Choice, name_choice, number_choice
from desktop.training.experiments.experiment import ExperimentView, canvas_column
from desktop.training.experiments.gradients.depth_plots import SignalsPlot, TrainingPlot
from desktop.training.experiments.gradients.gradients_panel import DepthSetup, GradientsPanel
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from engine.arrays import Array, as_array
from engine.operations.catalog import OPERATIONS
from engine.training.analysis.run_facts import Sources
from engine.training.analysis.signal_statistics import LayerSignals, Spread, signal_statistics
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layers import format_layers
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

_RIGHT_PX = 320
_REPORT_MS = 33
# Between these factors a layer, a gradient keeps its size.
_SHRINKS, _GROWS = 0.8, 1.25
_SMALL = 0.01


class GradientsView(ExperimentView):
    """The controls at the left, the two pictures, the numbers of each layer at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: tuple[LayerSignals, ...] = ()
        self._setup = DepthSetup()
        self._first: TrainingStep | None = None
        self.record: TrainingStep | None = None
        self._statistics = BackgroundTask(self)
        self._statistics.done.connect(self._on_measured)
        self._training = BackgroundTask(self, report_ms=_REPORT_MS)
        self._training.reported.connect(self._on_trained)
        for task in (self._statistics, self._training):
            task.refused.connect(lambda text: self.told.emit(text, "warning"))
        self.panel = GradientsPanel(self)
        self.verdict = PlainLabel(self)
        self.verdict.setWordWrap(True)
        self.signals_plot = SignalsPlot(self)
        self.training_plot = TrainingPlot(self)
        self.table = DataTable(
            [self.tr("layer"), self.tr("outputs"), self.tr("gradient"), self.tr("flat")], self
        )
        tip = self.tr(
            "Standard deviation of what each layer gives and of the gradient there, and the share "
            "of units whose slope is below 0.01: saturated, or dead"
        )
        explain(self.table, self.tr("Each layer at the start"), tip)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._lay_out_columns(self.panel, self._make_centre(), self._make_right())
        self.panel.setup_changed.connect(self._on_setup_changed)
        self.panel.setup_changed.connect(self.changed)
        self.panel.kept.connect(self.keep)
        self.panel.training_toggled.connect(self.toggle)
        self._training.busy_changed.connect(self.panel.show_training)
        self.panel.show_training(False)

    def begin(self) -> None:
        """Show what the first choices lead to."""
        self._on_setup_changed()

    def _make_centre(self) -> QWidget:
        centre = canvas_column((self.signals_plot.canvas,), self)
        centre.head.addWidget(self.verdict)
        centre.body.addWidget(self.signals_plot, 3)
        centre.body.addWidget(self.training_plot, 2)
        return centre

    def _make_right(self) -> QWidget:
        right = SidePanel("right", _RIGHT_PX, self)
        section = Section(self.tr("Layers at the start"), right)
        section.add(self.table)
        right.add(section)
        return right

    @property
    def is_training(self) -> bool:
        """Whether the network trains."""
        return self._training.is_running

    def handle_key(self, key: int) -> bool:
        """Train or stop on Space, keep the curve on K."""
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key == Qt.Key.Key_K:
            self.keep()
        else:
            return False
        return True

    def pause(self) -> None:
        """Stop training."""
        self._training.cancel()

    def snapshot(self) -> DepthSetup:
        """Return the choices."""
        return self.panel.setup

    def restore(self, snapshot: object) -> None:
        """Show the choices of another view."""
        if isinstance(snapshot, DepthSetup):
            self.panel.show_setup(snapshot)
            self._on_setup_changed()

    def facts(self) -> Sources:
        """Return how the signals of each layer spread, and how the narrower network trains."""
        setup, layers, record = self._setup, self.layers, self.record
        return {
            "gradients_depth": lambda: float(setup.depth),
            "gradients_activation": lambda: setup.activation,
            "gradients_initializer": lambda: setup.initializer,
            "gradients_seed": lambda: float(setup.seed),
            "gradients_spreads": lambda: _spreads(item.gradients for item in layers),
            "gradients_outputs": lambda: _spreads(item.outputs for item in layers),
            "gradients_flat": lambda: as_array([item.flat_share for item in layers]),
            "gradients_ratio": lambda: _ratio(layers),
            "gradients_factor": lambda: _factor(layers),
            "gradients_step": lambda: 0.0 if record is None else float(record.step),
            "gradients_loss": lambda: None if record is None else record.loss,
        }

    def choices(self) -> Mapping[str, Choice]:
        """Return the choices of the panel."""
        panel, act = self.panel, self.panel.setup_changed.emit
        return {
            "depth": number_choice("depth", panel.depth_row, act),
            "activation": name_choice(panel.activation_box, act),
            "initializer": name_choice(panel.initializer_box, act),
            "seed": number_choice("seed", panel.seed_row, act),
        }

    def veiled_parts(self) -> Mapping[str, Sequence[QWidget]]:
        """Return what tells of each kind of numbers."""
        return {
            "curves": [self.signals_plot, self.training_plot],
            "numbers": [self.verdict, self.table],
            "loss": [self.training_plot],
        }

    def run(self) -> None:
        """Train from the start."""
        if not self.is_training:
            self.toggle()

    def toggle(self) -> None:
        """Train from the start, or stop."""
        if self.is_training:
            self._training.cancel()
            return
        run = self._setup.run
        self._first = None
        self._training.submit(lambda: train(run))

    def keep(self) -> None:
        """Leave the present curve in the picture."""
        if self.layers:
            self.signals_plot.keep(_name(self._setup), self.layers)

    def _on_setup_changed(self) -> None:
        was_training = self.is_training
        self._training.cancel()
        setup = self._setup = self.panel.setup
        run = setup.run
        note = self.tr("Network {0} on XOR, SGD 0.3: its gradients, live.")
        self.panel.train_note.setText(filled(note, _short_layers(run)))

        def measure() -> Iterator[object]:
            layers = signal_statistics(
                setup.activation, setup.initializer, depth=setup.depth, seed=setup.seed
            )
            first = next(train(run))
            yield setup, layers, first

        self._statistics.submit(measure)
        if was_training:
            self.toggle()

    def _on_measured(self, made: object) -> None:
        if not isinstance(made, tuple):
            return
        setup, self.layers, first = made
        self.changed.emit()
        self.signals_plot.show_layers(self.layers)
        self.table.set_rows([_row(item) for item in self.layers])
        self.verdict.setText(_verdict(self.layers))
        if setup == self._setup and not self.is_training:
            self._first = self.record = first
            self.training_plot.show_record(first, first)

    def _on_trained(self, records: Sequence[TrainingStep]) -> None:
        if self._first is None:
            self._first = records[0]
        self.record = records[-1]
        self.training_plot.show_record(self._first, self.record)
        self.changed.emit()


def _name(setup: DepthSetup) -> str:
    activation = translate_engine(OPERATIONS[setup.activation].title)
    return f"{activation}, {translate_engine(INITIALIZERS[setup.initializer].title)}"


def _short_layers(run: TrainingRun) -> str:
    hidden = run.layers[1:-1]
    return format_layers(run.layers) if len(hidden) < 4 else f"2-{len(hidden)}×{hidden[0]}-1"


def _row(item: LayerSignals) -> list[str]:
    return [
        str(item.layer),
        _short(item.outputs.deviation),
        _short(item.gradients.deviation),
        percent(f"{100 * item.flat_share:.0f}"),
    ]


def _short(value: float) -> str:
    """Write a number in few signs, small ones with their power of ten."""
    is_small = 0 < abs(value) < _SMALL
    text = (
        f"{value:.1e}".replace("e-0", "e-").replace("-", "−")
        if is_small
        else format_number(value, 3)
    )
    return Figure(text, value)


def _spreads(spreads: Iterable[Spread]) -> Array:
    return as_array([item.deviation for item in spreads])


def _ratio(layers: Sequence[LayerSignals]) -> float | None:
    """Return the gradient's spread at the first layer as a share of that at the last."""
    if not layers or not layers[-1].gradients.deviation:
        return None
    return float(layers[0].gradients.deviation / layers[-1].gradients.deviation)


def _factor(layers: Sequence[LayerSignals]) -> float | None:
    """Return by what a layer multiplies the gradient on its way back, on the average."""
    ratio = _ratio(layers)
    if ratio is None or len(layers) < 2:
        return None
    return float(ratio ** (1 / (len(layers) - 1)))


def _verdict(layers: Sequence[LayerSignals]) -> str:
    """Return in a sentence what becomes of the gradient on its way back."""
    translate = QCoreApplication.translate
    first, last = layers[0].gradients.deviation, layers[-1].gradients.deviation
    if len(layers) < 2:
        return translate("Gradients", "One layer alone passes nothing on: choose a larger depth.")
    if not first > 0 or not last > 0 or not math.isfinite(first):
        return translate(
            "Gradients", "No gradient that is a number arrives at layer 1: it learns nothing."
        )
    factor = (first / last) ** (1 / (len(layers) - 1))
    text = filled(
        translate(
            "Gradients",
            "Going back, each layer multiplies the gradient by about {0}: layer 1 gets {1} of what "
            "layer {2} gets.",
        ),
        format_number(factor, 2),
        format_number(first / last, 2),
        len(layers),
    )
    if factor < _SHRINKS:
        what = translate("Gradients", "It vanishes: the first layers learn next to nothing.")
    elif factor > _GROWS:
        what = translate("Gradients", "It explodes: the first layers leap about.")
    else:
        what = translate("Gradients", "It keeps its size.")
    return f"{text} {what}"

"""The controls of the deep network: how deep, which activation, which first weights."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import translate_engine
from desktop.training.experiments.number_row import NumberRow
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from desktop.widgets.panels.text_label import text_label
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.layers import MOST_LAYERS
from engine.training.run.run import TrainingRun

_WIDTH_PX = 282
_MOST_DEPTH = 50
# What the training draws: as many hidden layers as a network of the training view may have.
_MOST_TRAINED, _UNITS = MOST_LAYERS - 2, 8
_RATE = 0.3
_LARGEST_SEED = 999_999


@dataclass(frozen=True)
class DepthSetup:
    """What fixes the picture.

    Attributes:
        depth: Layers of the network that signals are sent through.
        activation: Operation that each layer ends with.
        initializer: Rule for the weights.
        seed: Seed of inputs and weights.
    """

    depth: int = 10
    activation: str = "sigmoid"
    initializer: str = "xavier"
    seed: int = 0

    @property
    def run(self) -> TrainingRun:
        """The network of this kind that is trained on XOR, narrower and not quite as deep."""
        hidden = (_UNITS,) * min(self.depth, _MOST_TRAINED)
        return TrainingRun(
            layers=(2, *hidden, 1),
            activation=self.activation,
            initializer=self.initializer,
            seed=self.seed,
            optimizer_settings={"learning_rate": _RATE},
        )


class GradientsPanel(SidePanel):
    """Chooses the network.

    Signals:
        setup_changed(): Another depth, activation, rule or seed was chosen.
        kept(): The present curve is to stay for comparison.
        training_toggled(): Training is to begin or to stop.
    """

    setup_changed = Signal()
    kept = Signal()
    training_toggled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("left", _WIDTH_PX, parent)
        default = DepthSetup()
        self.depth_row = NumberRow(
            self.tr("depth"), self.tr("How many layers the signals go through"),
            default.depth, self, minimum=1, maximum=_MOST_DEPTH, integer=True, has_slider=True,
        )  # fmt: skip
        self.activation_box = ChoiceBox(
            self.tr("Activation of each layer"),
            [
                (item.name, translate_engine(item.title), translate_engine(item.summary))
                for item in OPERATIONS.values()
                if item.category is Category.ACTIVATIONS
            ],
            self,
        )
        self.initializer_box = ChoiceBox(
            self.tr("Initial weights"),
            [
                (item.name, translate_engine(item.title), translate_engine(item.summary))
                for item in INITIALIZERS.values()
            ],
            self,
        )
        self.seed_row = NumberRow(
            self.tr("seed"), self.tr("Seed of the inputs and the weights"),
            default.seed, self, minimum=0, maximum=_LARGEST_SEED, integer=True,
        )  # fmt: skip
        self.keep_button = self._button(
            self.tr("Keep for comparison (K)"),
            self.tr("Leave the present curve in the picture, and choose another network beside it"),
            self.kept,
        )
        self.train_button = self._button("", "", self.training_toggled)
        self.train_button.setProperty("kind", "primary")
        self.train_note = text_label(self, "muted")
        self._add_sections()
        self.show_setup(default)
        self._connect()

    def _add_sections(self) -> None:
        network = Section(self.tr("Network"), self)
        for part in (
            self.depth_row, self.activation_box, self.initializer_box, self.seed_row,
            self.keep_button,
        ):  # fmt: skip
            network.add(part)
        training = Section(self.tr("Train it"), self)
        training.add(self.train_note)
        training.add(self.train_button)
        self.add(network)
        self.add(training)

    def _connect(self) -> None:
        for row in (self.depth_row, self.seed_row):
            row.value_changed.connect(lambda _: self.setup_changed.emit())
        for box in (self.activation_box, self.initializer_box):
            box.chosen.connect(lambda _: self.setup_changed.emit())

    def _button(self, text: str, tip: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, text, tip, by_tab=True)
        button.clicked.connect(lambda _=False: signal.emit())
        return button

    @property
    def setup(self) -> DepthSetup:
        """What is chosen."""
        return DepthSetup(
            int(self.depth_row.value),
            self.activation_box.name,
            self.initializer_box.name,
            int(self.seed_row.value),
        )

    def show_setup(self, setup: DepthSetup) -> None:
        """Show other choices without emitting anything."""
        self.depth_row.set_value(setup.depth)
        self.activation_box.set_name(setup.activation)
        self.initializer_box.set_name(setup.initializer)
        self.seed_row.set_value(setup.seed)

    def show_training(self, is_running: bool) -> None:
        """Let the button say what it does now."""
        text = self.tr("Stop") if is_running else self.tr("Train")
        tip = self.tr("Train this kind of network on XOR, or stop (Space)")
        self.train_button.setText(text)
        explain(self.train_button, text, tip)

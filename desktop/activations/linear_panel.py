"""The choices of the view of linear layers: how many, how wide, which weights, trained or not."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.activations.seed_row import SeedRow
from desktop.activations.setup_panel import SetupPanel
from desktop.desk.explaining import explain
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.section import Section
from engine.settings import Setting
from engine.training.analysis.linear_setup import MOST_LAYERS, MOST_SEED, MOST_WIDTH, LinearSetup


class LinearPanel(SetupPanel[LinearSetup]):
    """Shows a setup and changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LinearSetup(), parent)
        self.sizes = SettingsForm(self._sizes(), self)
        self.seed = SeedRow(
            MOST_SEED,
            self.tr("The same seed draws the same weights again"),
            self.tr("Draw other weights: the next seed"),
            self,
        )
        self.trained = QCheckBox(self.tr("Trained on XOR"), self)
        tip = self.tr("Let both learn XOR for 400 steps first, instead of leaving them as drawn")
        explain(self.trained, None, tip)
        stack = Section(self.tr("The stack"), self)
        stack.add(self.sizes)
        stack.add(self.trained)
        note = self.tr(
            "Both stacks start with the same weights. Without a curved function between them, "
            "layers multiply into one matrix."
        )
        self._lay_out((stack,), self.seed, note)
        self.sizes.changed.connect(self._on_sizes)
        self.seed.changed.connect(lambda seed: self._change(seed=seed))
        self.trained.toggled.connect(lambda is_trained: self._change(is_trained=is_trained))

    def show_setup(self, setup: LinearSetup) -> None:
        """Show a setup without emitting ``changed``."""
        self._setup = setup
        self.sizes.set_values({"layers": setup.layers, "width": setup.width})
        self.seed.show_seed(setup.seed)
        with QSignalBlocker(self.trained):
            self.trained.setChecked(setup.is_trained)

    def _sizes(self) -> tuple[Setting, ...]:
        return (
            Setting(
                name="layers",
                title=self.tr("Layers"),
                symbol="L",
                default=3,
                minimum=1,
                maximum=MOST_LAYERS,
                integer=True,
                summary=self.tr("How many layers stand one after another."),
            ),
            Setting(
                name="width",
                title=self.tr("Units"),
                symbol="n",
                default=2,
                minimum=1,
                maximum=MOST_WIDTH,
                integer=True,
                summary=self.tr("How many units each layer has but the last, which has one."),
            ),
        )

    def _on_sizes(self, values: dict[str, float]) -> None:
        self._change(layers=round(values["layers"]), width=round(values["width"]))

"""The choices of the view of linear layers: how many, how wide, which weights, trained or not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.activations.linear_setup import MOST_LAYERS, MOST_SEED, MOST_WIDTH, LinearSetup
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.number_field import NumberField
from desktop.widgets.section import Section
from desktop.widgets.settings_form import SettingsForm
from engine.settings import Setting

_MARGIN = 14


class LinearPanel(QWidget):
    """Shows a setup and changes it.

    Signals:
        changed(setup: LinearSetup): Something else was chosen.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = LinearSetup()
        self.sizes = SettingsForm(self._sizes(), self)
        self.seed = NumberField(0.0, minimum=0, maximum=MOST_SEED, integer=True, parent=self)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.set_explanation(self.tr("The same seed draws the same weights again"))
        self.dice = QPushButton(self.tr("Draw again"), self)
        self.dice.setToolTip(self.tr("Draw other weights: the next seed"))
        self.dice.setWhatsThis(self.dice.toolTip())
        self.dice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.trained = QCheckBox(self.tr("Trained on XOR"), self)
        self.trained.setToolTip(
            self.tr("Let both learn XOR for 400 steps first, instead of leaving them as drawn")
        )
        self.trained.setWhatsThis(self.trained.toolTip())
        self._lay_out()
        self.sizes.changed.connect(self._on_sizes)
        self.seed.value_changed.connect(lambda value: self._change(seed=round(value)))
        self.dice.clicked.connect(self._on_dice)
        self.trained.toggled.connect(lambda is_trained: self._change(is_trained=is_trained))
        theme_notifier().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def setup(self) -> LinearSetup:
        """What is chosen."""
        return self._setup

    def show_setup(self, setup: LinearSetup) -> None:
        """Show a setup without emitting ``changed``."""
        self._setup = setup
        self.sizes.set_values({"layers": setup.layers, "width": setup.width})
        with QSignalBlocker(self.seed), QSignalBlocker(self.trained):
            self.seed.set_value(setup.seed)
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

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        stack = Section(self.tr("The stack"), self)
        stack.add(self.sizes)
        stack.add(self.trained)
        layout.addWidget(stack)
        seeds = Section(self.tr("Seed"), self)
        line = QHBoxLayout()
        line.addWidget(self.seed)
        line.addWidget(self.dice, 1)
        seeds.add(line)
        layout.addWidget(seeds)
        note = QLabel(
            self.tr(
                "Both stacks start with the same weights. Without a curved function between them, "
                "layers multiply into one matrix."
            ),
            self,
        )
        note.setProperty("kind", "muted")
        note.setWordWrap(True)
        layout.addWidget(note)
        layout.addStretch(1)

    def _on_sizes(self, values: dict[str, float]) -> None:
        self._change(layers=round(values["layers"]), width=round(values["width"]))

    def _on_dice(self) -> None:
        seed = (self._setup.seed + 1) % (MOST_SEED + 1)
        self.seed.set_value(seed)
        self._change(seed=seed)

    def _change(self, **changes: object) -> None:
        setup = replace(self._setup, **changes)  # type: ignore[arg-type]
        if setup != self._setup:
            self._setup = setup
            self.changed.emit(setup)

    def _on_theme_changed(self) -> None:
        self.seed.setFixedWidth(theme().px(76))

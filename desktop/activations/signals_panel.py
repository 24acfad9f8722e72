"""The choices of the view of signals: activation, initialization, depth, width, seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.activations.desk import available_functions
from desktop.activations.own_functions import own_label, read
from desktop.activations.seed_row import SeedRow
from desktop.activations.signals_setup import MOST_DEPTH, MOST_SEED, MOST_WIDTH, SignalsSetup
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import translate_engine
from desktop.widgets.fields.choice_box import Choice, ChoiceBox
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.section import Section
from engine.settings import Setting
from engine.training.initializers.catalog import INITIALIZERS

_MARGIN = 14


class SignalsPanel(QWidget):
    """Shows a setup and changes it.

    Signals:
        changed(setup: SignalsSetup): Something else was chosen.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = SignalsSetup()
        self._own: dict[str, str] = {}
        self.activation = ChoiceBox(self.tr("Activation"), self._functions(), self)
        rules = ((item.name, item.title, item.summary) for item in INITIALIZERS.values())
        self.initializer = ChoiceBox(self.tr("Initialization"), _translated(rules), self)
        self.sizes = SettingsForm(self._sizes(), self)
        self.seed = SeedRow(
            MOST_SEED,
            self.tr("The same seed draws the same inputs, weights and gradients again"),
            self.tr("Draw other inputs, weights and gradients: the next seed"),
            self,
        )
        self._lay_out()
        self.activation.chosen.connect(self._on_activation)
        self.initializer.chosen.connect(lambda name: self._change(initializer=name))
        self.sizes.changed.connect(self._on_sizes)
        self.seed.changed.connect(lambda seed: self._change(seed=seed))
        self.show_setup(self._setup)

    @property
    def setup(self) -> SignalsSetup:
        """What is chosen."""
        return self._setup

    def show_setup(self, setup: SignalsSetup) -> None:
        """Show a setup without emitting ``changed``."""
        self._setup = setup
        self.activation.set_name(setup.activation)
        self.initializer.set_name(setup.initializer)
        self.sizes.set_values({"depth": setup.depth, "width": setup.width})
        self.seed.show_seed(setup.seed)

    def set_own(self, texts: Mapping[str, str]) -> None:
        """Offer these functions that were typed in, too; the chosen one follows its text."""
        self._own = dict(texts)
        self.activation.set_choices(self._functions())
        if self._setup.formula:
            name = self._setup.activation
            self._on_activation(name if name in texts else SignalsSetup.activation)
        self.activation.set_name(self._setup.activation)

    def _functions(self) -> list[Choice]:
        listed = ((item.name, item.title, item.summary) for item in available_functions())
        typed = [
            (
                name,
                own_label(name, text),
                translate_engine(read(name, text).operation.summary),
            )
            for name, text in self._own.items()
        ]
        return [*_translated(listed), *typed]

    def _on_activation(self, name: str) -> None:
        self._change(activation=name, formula=self._own.get(name, ""))

    def _sizes(self) -> tuple[Setting, ...]:
        return (
            Setting(
                name="depth",
                title=self.tr("Layers"),
                symbol="L",
                default=10,
                minimum=2,
                maximum=MOST_DEPTH,
                integer=True,
                summary=self.tr("How many layers the signal passes."),
            ),
            Setting(
                name="width",
                title=self.tr("Units"),
                symbol="n",
                default=100,
                minimum=2,
                maximum=MOST_WIDTH,
                integer=True,
                logarithmic=True,
                summary=self.tr("How many units each layer has, and the input too."),
            ),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        for box in (self.activation, self.initializer):
            section = Section(box.accessibleName(), self)
            section.add(box)
            layout.addWidget(section)
        section = Section(self.tr("Network"), self)
        section.add(self.sizes)
        layout.addWidget(section)
        layout.addWidget(self.seed)
        note = PlainLabel(
            self.tr(
                "200 standard normal samples go forward through fresh layers; standard normal "
                "gradients come back."
            ),
            self,
        )
        note.setProperty("kind", "muted")
        note.setWordWrap(True)
        layout.addWidget(note)
        layout.addStretch(1)

    def _on_sizes(self, values: dict[str, float]) -> None:
        self._change(depth=round(values["depth"]), width=round(values["width"]))

    def _change(self, **changes: object) -> None:
        setup = replace(self._setup, **changes)  # type: ignore[arg-type]
        if setup != self._setup:
            self._setup = setup
            self.changed.emit(setup)


def _translated(records: object) -> list[tuple[str, str, str]]:
    return [
        (name, translate_engine(title), translate_engine(summary))
        for name, title, summary in records  # type: ignore[attr-defined]
    ]

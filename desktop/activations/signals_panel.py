"""The choices of the view of signals: activation, initialization, depth, width, seed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.activations.seed_row import SeedRow
from desktop.activations.setup_panel import SetupPanel
from desktop.foundation.translation import translate_engine
from desktop.widgets.fields.choice_box import Choice, ChoiceBox
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.section import Section
from engine.activations.activation_setup import available_functions
from engine.formula.own_functions import own_label, read
from engine.settings import Setting
from engine.training.analysis.signals_setup import MOST_DEPTH, MOST_SEED, MOST_WIDTH, SignalsSetup
from engine.training.initializers.catalog import INITIALIZERS


class SignalsPanel(SetupPanel[SignalsSetup]):
    """Shows a setup and changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SignalsSetup(), parent)
        self._own: dict[str, str] = {}
        self._is_telling = True
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
        boxes = (self.activation, self.initializer)
        sections = [self._section(box.accessibleName(), box) for box in boxes]
        sections.append(self._section(self.tr("Network"), self.sizes))
        note = self.tr(
            "200 standard normal samples go forward through fresh layers; standard normal "
            "gradients come back."
        )
        self._lay_out(sections, self.seed, note)
        self.activation.chosen.connect(self._on_activation)
        self.initializer.chosen.connect(lambda name: self._change(initializer=name))
        self.sizes.changed.connect(self._on_sizes)
        self.seed.changed.connect(lambda seed: self._change(seed=seed))
        self.show_setup(self._setup)

    def show_setup(self, setup: SignalsSetup) -> None:
        """Show a setup without emitting ``changed``."""
        self._setup = setup
        self.activation.set_name(setup.activation)
        self.initializer.set_name(setup.initializer)
        self.sizes.set_values({"depth": setup.depth, "width": setup.width})
        self.seed.show_seed(setup.seed)

    def set_telling(self, is_telling: bool) -> None:
        """Say in the list what functions do, numbers among it, or what they are called alone."""
        self._is_telling = is_telling
        self.activation.set_choices(self._functions())
        self.activation.set_name(self._setup.activation)

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
        found = [*_translated(listed), *typed]
        return found if self._is_telling else [(name, title, title) for name, title, _ in found]

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

    def _section(self, title: str, content: QWidget) -> Section:
        section = Section(title, self)
        section.add(content)
        return section

    def _on_sizes(self, values: dict[str, float]) -> None:
        self._change(depth=round(values["depth"]), width=round(values["width"]))


def _translated(records: object) -> list[tuple[str, str, str]]:
    return [
        (name, translate_engine(title), translate_engine(summary))
        for name, title, summary in records  # type: ignore[attr-defined]
    ]

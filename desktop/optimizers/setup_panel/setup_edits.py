"""The edits of a race's setup: what each control asks for, as another setup for the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.optimizers.race.race_model import RaceModel
from desktop.optimizers.setup_panel.conditions_panel import ConditionsPanel
from desktop.optimizers.setup_panel.method_list import MethodList
from desktop.optimizers.setup_panel.method_panel import MethodPanel
from desktop.optimizers.setup_panel.own_panel import OwnPanel
from desktop.optimizers.setup_panel.surface_panel import SurfacePanel
from desktop.widgets.panels.page import tell
from engine.races.own_surface import OwnKind
from engine.races.race_setup import LEARNING_RATE

Values = Mapping[str, float]


class SetupEdits(QObject):
    """Turns wishes into setups; the model races them and everybody shows them."""

    def __init__(self, model: RaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._own: OwnPanel | None = None

    def follow_surfaces(self, panel: SurfacePanel) -> None:
        """Listen to the choice of the surface."""
        self._own = panel.own
        panel.chosen.connect(self._model.choose_surface)
        panel.own.ready.connect(self._model.choose_own)
        panel.own.kind_wanted.connect(self.choose_kind)
        panel.own.refused.connect(lambda text: tell(panel, text, "error"))

    def follow_methods(
        self, methods: MethodList, panel: MethodPanel, conditions: ConditionsPanel
    ) -> None:
        """Listen to the controls of the methods and of what holds for all of them."""
        methods.taking_part_changed.connect(self.set_taking_part)
        panel.settings_changed.connect(self.set_settings)
        panel.tuned_wanted.connect(self.set_tuned)
        panel.variant_wanted.connect(self.set_variant)
        conditions.changed.connect(self.set_conditions)

    def choose_kind(self, kind: OwnKind) -> None:
        """Race on the last surface of one's own of a kind, or on what its editor holds."""
        known = self._model.last_own(kind)
        if known is not None:
            self._model.choose_own(known)
        elif self._own is not None:
            self._own.commit(kind)

    def set_taking_part(self, method: str, takes_part: bool) -> None:
        """Let a method race or not."""
        self._model.set_setup(self._model.setup.with_racing(method, takes_part))

    def set_settings(self, method: str, values: Values) -> None:
        """Give a method other settings."""
        self._model.set_setup(self._model.setup.with_settings(method, values))

    def set_rate(self, method: str, rate: float) -> None:
        """Give a method another learning rate."""
        own = self._model.setup.settings_of(method)
        self.set_settings(method, {**own, LEARNING_RATE: rate})

    def set_tuned(self, method: str) -> None:
        """Give a method the settings that suit it here."""
        self._model.set_setup(self._model.setup.with_tuned(method))

    def set_variant(self, method: str, variant: str) -> None:
        """Write a method's rule another way."""
        self._model.set_setup(self._model.setup.with_variant(method, variant))

    def set_conditions(
        self, schedules: Mapping[str, Values], treatments: Mapping[str, Values]
    ) -> None:
        """Race under other schedules and treatments."""
        setup = replace(self._model.setup, schedules=schedules, treatments=treatments)
        self._model.set_setup(setup)

    def set_shared_rate(self, rate: float | None) -> None:
        """Race all methods with one rate, or each with its own."""
        self._model.set_setup(replace(self._model.setup, shared_rate=rate))

    def set_start(self, x: float, y: float) -> None:
        """Let all methods begin elsewhere."""
        self._model.set_setup(replace(self._model.setup, start=(x, y)))

    def set_steps(self, steps: int) -> None:
        """Take more steps, or fewer."""
        self._model.set_setup(replace(self._model.setup, steps=steps))

    def set_goal(self, goal: float) -> None:
        """Count another loss as arrived."""
        self._model.set_setup(replace(self._model.setup, goal=goal))

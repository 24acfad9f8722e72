"""The hooks of the optimizers page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.optimizers.lesson_hooks.race_commands import RaceHands, race_commands
from desktop.optimizers.lesson_hooks.race_veil import RACE_VEILS
from desktop.optimizers.race.race_model import FIRST_RACING
from desktop.widgets.panels.page_hooks import HookCommand, PageHooks
from desktop.widgets.panels.part_hiding import PartHiding
from desktop.widgets.panels.veil import Veil
from engine.lessons.facts import Fact, Facts, LazyFacts
from engine.lessons.files import LessonFiles
from engine.races.opened_race import opened_race, state_of
from engine.races.race_facts import race_facts
from engine.races.race_file import RaceFile

_LANDMARK = "surface"


class OptimizersHooks(PageHooks):
    """Facts about the race at the step shown, and what can be done.

    A state names what ``engine.races.opened_race`` reads.
    """

    def __init__(
        self,
        hands: RaceHands,
        content: Callable[[], RaceFile],
        show: Callable[[RaceFile], None],
        parts: Callable[[], Mapping[str, QWidget]],
        veil: Veil,
        parent: QObject,
    ) -> None:
        """Follow a page.

        Args:
            hands: What the commands take hold of.
            content: Returns what there is.
            show: Shows other races in the place of all there are.
            parts: Returns the parts of the page by name.
            veil: What keeps numbers to itself.
            parent: The page.
        """
        super().__init__(parent)
        self._hands, self._content, self._show, self._parts = hands, content, show, parts
        self._hiding, self._veil = PartHiding(), veil
        self._commands = race_commands(hands)
        self._opening = BackgroundTask(self)
        self._opening.done.connect(lambda made: self._show(cast("RaceFile", made)))
        for signal in (
            hands.model.setup_changed,
            hands.model.raced,
            hands.bar.position_changed,
            hands.centre.shown,
        ):
            signal.connect(lambda *_: self.facts_changed.emit())
        plot = hands.centre.stage.surface_plot
        plot.clicked.connect(lambda x, y: self.pointed.emit(_LANDMARK, (float(x), float(y))))

    def facts(self) -> Facts:
        """Return the facts of the race at the step shown."""
        model, hands = self._hands.model, self._hands
        result = model.result if model.is_settled else None
        sources: dict[str, Callable[[], Fact]] = {
            **race_facts(model.setup, result, hands.bar.position),
            "method": hands.method,
            "view": lambda: hands.centre.switch.name,
            "playing": lambda: float(hands.bar.is_playing),
        }
        return LazyFacts(sources)

    def parts(self) -> Mapping[str, QWidget]:
        """Return the parts of the page."""
        return self._parts()

    def veils(self) -> frozenset[str]:
        """Return the kinds of numbers that can be hidden."""
        return RACE_VEILS

    def set_hidden(self, names: frozenset[str]) -> None:
        """Hide kinds of numbers, and parts; a column gives its room to the surface."""
        # What both hide is shown again by neither before the other.
        self._hiding.show_again(self._parts(), names - RACE_VEILS)
        self._veil.set_hidden(names & RACE_VEILS)
        self._hiding.show_without(self._parts(), names - RACE_VEILS)

    def commands(self) -> Mapping[str, HookCommand]:
        """Return what can be done."""
        return self._commands

    def state(self) -> dict[str, Any]:
        """Return what differs from the surface's own race."""
        return state_of(self._content(), FIRST_RACING)

    def open_state(self, state: Mapping[str, Any], files: LessonFiles) -> None:
        """Show a state; a surface of a formula is prepared beside the interface first."""
        self._opening.cancel()
        making = opened_race(state, files.text, FIRST_RACING)
        # All but such a surface is there at once, and what is wrong with it is said now.
        first = next(making)
        if first is not None:
            self._show(first)
        else:
            self._opening.submit(lambda: making)

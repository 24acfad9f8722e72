"""The race that the page shows: it is run again, off the interface's thread, at every change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.desk.background_task import BackgroundTask, Policy
from engine.races.own_surface import OwnKind, OwnSurface
from engine.races.race_setup import (
    RaceResult,
    RaceSetup,
    default_setup,
    own_setup,
    run_race,
)
from engine.surfaces.function import SurfaceFunction, compile_surface

# Who edits a formula leaves many functions behind; some of them are worth keeping for going back.
_MOST_FUNCTIONS = 32
# So few that each path can be followed, from the plain rule to the one used most.
FIRST_RACING = frozenset({"sgd", "momentum", "adam"})


class RaceModel(QObject):
    """Holds the setup and the newest result.

    Signals:
        setup_changed(): The setup is another one; its result is still to come.
        raced(result: RaceResult): The race was run with the setup it names.
        refused(sentence: str): It could not be run, and why.
    """

    setup_changed = Signal()
    raced = Signal(object)
    refused = Signal(str)

    def __init__(self, surface: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = first_setup(surface)
        self._setups: dict[str, RaceSetup] = {}
        self._functions: dict[str, SurfaceFunction] = {}
        self._result: RaceResult | None = None
        # A running race is let finish: while a slider moves, there is always a newer setup.
        self._task = BackgroundTask(self, Policy.FINISH)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self._on_refused)
        self._submit()

    @property
    def setup(self) -> RaceSetup:
        """What is raced."""
        return self._setup

    @property
    def result(self) -> RaceResult | None:
        """The newest race, perhaps of an earlier setup; None before the first is run."""
        return self._result

    @property
    def is_settled(self) -> bool:
        """Whether the result is the one of the setup, or there is none to come."""
        return self._task.is_settled

    @property
    def function(self) -> SurfaceFunction:
        """The surface's function, compiled once."""
        name = self._setup.surface
        if name not in self._functions:
            while len(self._functions) >= _MOST_FUNCTIONS:
                del self._functions[next(iter(self._functions))]
            own = self._setup.own
            made = compile_surface(self._setup.record) if own is None else own.compile()
            self._functions[name] = made
        return self._functions[name]

    def set_setup(self, setup: RaceSetup) -> None:
        """Race something else."""
        if setup == self._setup:
            return
        self._setups[self._setup.surface] = self._setup
        self._setup = setup
        self.setup_changed.emit()
        self._submit()

    def choose_surface(self, name: str) -> None:
        """Race on another surface, with what was set there before, or with the same methods."""
        self.set_setup(self._setups.get(name) or self._with_methods(default_setup(name)))

    def choose_own(self, own: OwnSurface) -> None:
        """Race on a surface of one's own, with what was set on the last one of its kind."""
        known = self._setups.get(own.record.name)
        self.set_setup(known or own_setup(own, self._setup))

    def last_own(self, kind: OwnKind) -> OwnSurface | None:
        """Return the newest surface of a kind that was raced on, or None."""
        kept = [*self._setups.values(), self._setup]
        found = [setup.own for setup in kept if setup.own is not None and setup.own.kind is kind]
        return found[-1] if found else None

    def reset(self) -> None:
        """Return to the surface's own start, rates and steps, with the same methods."""
        own = self._setup.own
        made = default_setup(self._setup.surface) if own is None else own_setup(own)
        self.set_setup(self._with_methods(made))

    def begin_anew(self, setups: dict[str, RaceSetup]) -> None:
        """Forget what was set on all surfaces, and take over other setups, the last one raced."""
        self.restore(setups)
        # Leaving the present surface has put its setup among those to come back to.
        self._setups = dict(setups)

    def snapshot(self) -> dict[str, RaceSetup]:
        """Return the setups of all surfaces visited, the present one last."""
        others = {k: v for k, v in self._setups.items() if k != self._setup.surface}
        return {**others, self._setup.surface: self._setup}

    def restore(self, setups: dict[str, RaceSetup]) -> None:
        """Take over the setups of another model."""
        if setups:
            self._setups = dict(setups)
            self.set_setup(list(setups.values())[-1])

    def _with_methods(self, setup: RaceSetup) -> RaceSetup:
        return replace(setup, racing=self._setup.racing)

    def _submit(self) -> None:
        self._task.submit(partial(run_race, self._setup, self.function))

    def _on_done(self, result: RaceResult) -> None:
        self._result = result
        # A race on another surface would be drawn over the wrong contours.
        if result.setup.surface == self._setup.surface:
            self.raced.emit(result)

    def _on_refused(self, sentence: str) -> None:
        if not self._task.is_running:
            self.refused.emit(sentence)


def first_setup(surface: str) -> RaceSetup:
    """Return how a surface is raced at first."""
    return replace(default_setup(surface), racing=FIRST_RACING)

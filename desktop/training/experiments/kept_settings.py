"""What is set in the experiments, to be undone and to be saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from desktop.desk.settling import Delay
from desktop.training.experiments.experiment import ExperimentView
from engine.errors import EngineError
from engine.training.run.training_record import Chosen


@dataclass(frozen=True)
class SettingsState:
    """What is set in each experiment now, and was at first, for a page made anew.

    Attributes:
        known: What is set now, by experiment.
        first: What was set at first where that is known: where something else was set since, and
            where a file says so.
        waiting: Those whose view was not made yet, and is to be set when it is.
    """

    known: Mapping[str, Chosen] = field(default_factory=dict)
    first: Mapping[str, Chosen] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()


class KeptSettings(QObject):
    """Follows the settings of all experiments that were made.

    Signals:
        changed(before: Chosen, after: Chosen): The user has set something else.
    """

    changed = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._views: dict[str, ExperimentView] = {}
        self._state = SettingsState()
        self._is_quiet = False
        # What one gesture sets in several fields is one change.
        self._look = Delay(0, self.look, self)

    @property
    def state(self) -> SettingsState:
        """What there is to know, as a value."""
        self.look()
        return self._state

    @property
    def present(self) -> tuple[Chosen, ...]:
        """What is set otherwise than at first, by experiment."""
        first = self._state.first
        return tuple(
            chosen
            for name, chosen in sorted(self._state.known.items())
            if name in first and first[name] != chosen
        )

    @property
    def found(self) -> tuple[Chosen, ...]:
        """What was found set where runs of their own are trained, by experiment."""
        at_first = {**self._state.known, **self._state.first}
        return tuple(chosen for _, chosen in sorted(at_first.items()) if chosen.runs)

    def follow(self, name: str, view: ExperimentView) -> None:
        """Follow a view that is made; what a file says is set in it is set."""
        self._views[name] = view
        if name in self._state.waiting:
            # A view made in place of another one has restored its settings itself.
            waiting = self._state.waiting - {name}
            self._state = replace(self._state, waiting=waiting)
            self._set(name, self._state.known[name])
        view.changed.connect(self._look.start)

    def accept(self, name: str) -> None:
        """Take what a view sets by itself when it is shown as nobody's change."""
        self._know(name, _chosen(name, self._views[name]))

    def look(self) -> None:
        """Tell of what is set otherwise than it was."""
        self._look.stop()
        if self._is_quiet:
            return
        for name, view in self._views.items():
            before, after = self._state.known.get(name), _chosen(name, view)
            if before is None or before == after:
                continue
            first = {**self._state.first}
            first.setdefault(name, before)
            self._state = replace(self._state, first=first)
            self._know(name, after)
            self.changed.emit(before, after)

    def choose(self, chosen: Chosen) -> None:
        """Set what undo or redo brings back."""
        if chosen.experiment in self._views:
            self._set(chosen.experiment, chosen)
        self._know(chosen.experiment, chosen)

    def begin(self, chosen: Sequence[Chosen], found: Sequence[Chosen] = ()) -> None:
        """Begin with what a file holds; views are made anew after that.

        Args:
            chosen: What is set in some experiments otherwise than at first.
            found: What was set in some of them at first.
        """
        first = {item.experiment: item for item in found}
        known = first | {item.experiment: item for item in chosen}
        blank = {name: Chosen(name, ()) for name in known}
        self.restore(SettingsState(known, blank | first, frozenset(known)))

    def restore(self, state: SettingsState) -> None:
        """Go on with what another page knew, whose views are made anew after that."""
        self._look.stop()
        self._views.clear()
        self._state = state

    def _set(self, name: str, chosen: Chosen) -> None:
        self._is_quiet = True
        try:
            # What another program could set and this one cannot stays as it is.
            with suppress(EngineError):
                self._views[name].take_runs(dict(chosen.runs))
                self._views[name].choose(dict(chosen.values))
        finally:
            self._is_quiet = False

    def _know(self, name: str, chosen: Chosen) -> None:
        self._state = replace(self._state, known={**self._state.known, name: chosen})


def _chosen(name: str, view: ExperimentView) -> Chosen:
    return Chosen(name, tuple(view.settings().items()), tuple(view.own_runs().items()))

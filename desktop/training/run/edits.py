"""Edits of a training: every change of the setup or the weights is one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.history import History, Step, Steps
from desktop.desk.history_actions import HistoryActions
from desktop.training.run.session import TrainingSession
from desktop.training.run.setup_words import change_text, changed_names
from engine.arrays import Array
from engine.errors import EngineError
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import Edit, Edits

_MOST = 200


@dataclass(frozen=True, eq=False)
class _Weights:
    """What a network's parameters are to be, shape (parameters,)."""

    parameters: Array


EditSteps = Steps[TrainingSetup | _Weights]


class TrainingEdits(QObject):
    """Carries out edits of a session, undoes and redoes them.

    Signals:
        refused(error: EngineError): An edit was impossible, and nothing was changed.
        started_anew(): An edit made another network, so that a training begun was given up.
    """

    refused = Signal(object)
    started_anew = Signal()

    def __init__(self, session: TrainingSession, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self.history: History[TrainingSetup | _Weights] = History(self._go_to, self, _MOST)
        self.actions = HistoryActions(
            self.history,
            page,
            (
                QCoreApplication.translate("TrainingEdits", "Undo"),
                QCoreApplication.translate(
                    "TrainingEdits", "Take back the last change of the setup"
                ),
            ),
            (
                QCoreApplication.translate("TrainingEdits", "Redo"),
                QCoreApplication.translate("TrainingEdits", "Make it again"),
            ),
        )

    def take_over(self, steps: EditSteps) -> None:
        """Go on with the steps of another page's edits, told in the language of this one."""
        told = (replace(step, text=_words(step.before, step.after)) for step in steps.made)
        self.history.take(replace(steps, made=tuple(told)))

    def edit_setup(self, setup: TrainingSetup, *, merge_key: str = "") -> bool:
        """Take another setup; return whether that was possible.

        Args:
            setup: The setup wanted.
            merge_key: Edits in a row with the same key, such as those of one slider, are one step.
        """
        before = self._session.setup
        return setup == before or self._do(before, setup, merge_key)

    def edit_run(self, **changes: object) -> bool:
        """Change some of the run's choices, one after the other in a row being one step.

        Returns:
            Whether that was possible; if not, `refused` says why.
        """
        try:
            setup = self._session.setup.changed(**changes)
        except EngineError as error:
            self.refused.emit(error)
            return False
        names = changed_names(self._session.run, setup.run)
        return self.edit_setup(setup, merge_key=",".join(names))

    def make(self, make: Callable[[TrainingSetup], TrainingSetup]) -> None:
        """Take the setup that is made of the present one, as one step.

        Raises:
            EngineError: That is impossible; everything stays as it was.
        """
        before = self._session.setup
        after = make(before)
        if after != before:
            self._carry_out(before, after)

    def put_weights(self, parameters: Array) -> None:
        """Put other weights into the network shown, as one step.

        Raises:
            DivergenceError: The loss with them is no finite number.
        """
        self._carry_out(_Weights(self._session.record.parameters), _Weights(parameters))

    @property
    def written(self) -> Edits:
        """The history, as it can be written down."""
        steps = self.history.steps
        made = tuple(
            Edit(_written(step.before), _written(step.after), _key(step.merge_key))
            for step in steps.made
        )
        return Edits(made, steps.index)

    def forget(self) -> None:
        """Begin without anything to undo."""
        self.history.take(Steps())

    def take_over_written(self, edits: Edits) -> None:
        """Go on with a history that was written down."""
        made = tuple(
            Step("", _read(edit.before), _read(edit.after), edit.merge_key) for edit in edits.made
        )
        self.take_over(Steps(made, edits.index, None))

    def begin_with(self, run: TrainingRun) -> None:
        """Take another run, and train from its initial weights."""
        if self.edit_setup(replace(self._session.setup, run=run)):
            self._session.reset()

    def edit_weights(self, parameters: Array, *, merge_key: str = "") -> bool:
        """Put other weights into the network shown; return whether that was possible."""
        before = _Weights(self._session.record.parameters)
        return self._do(before, _Weights(parameters), merge_key)

    def _do(
        self, before: TrainingSetup | _Weights, after: TrainingSetup | _Weights, merge_key: str
    ) -> bool:
        try:
            self._carry_out(before, after, merge_key)
        except EngineError as error:
            self.refused.emit(error)
            return False
        return True

    def _carry_out(
        self, before: TrainingSetup | _Weights, after: TrainingSetup | _Weights, merge_key: str = ""
    ) -> None:
        self._go_to(after)
        self.history.record(Step(_words(before, after), before, after, merge_key or None), _words)

    def _go_to(self, value: TrainingSetup | _Weights) -> None:
        if isinstance(value, TrainingSetup):
            was_trained = self._session.history.last.step > 0
            if not self._session.set_setup(value) and was_trained:
                self.started_anew.emit()
        elif len(value.parameters) == len(self._session.record.parameters):
            self._session.set_parameters(value.parameters)


def _written(value: TrainingSetup | _Weights) -> TrainingSetup | Array:
    return value if isinstance(value, TrainingSetup) else value.parameters


def _read(value: TrainingSetup | Array) -> TrainingSetup | _Weights:
    return value if isinstance(value, TrainingSetup) else _Weights(value)


def _key(merge_key: object | None) -> str | None:
    return merge_key if isinstance(merge_key, str) else None


def _words(before: TrainingSetup | _Weights, after: TrainingSetup | _Weights) -> str:
    if isinstance(before, TrainingSetup) and isinstance(after, TrainingSetup):
        changed = change_text(before.run, after.run)
        return changed or QCoreApplication.translate("TrainingEdits", "stop when …")
    return QCoreApplication.translate("TrainingEdits", "weights")

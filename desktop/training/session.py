"""The training under way: its setup, the run with its history, and the task that trains.

What a view needs, and where it has it from:

- ``session.setup`` (`TrainingSetup`, immutable): every choice of the left panel. ``setup.run`` is
  the engine's `TrainingRun`; ``setup.stopping`` says when to stop. Any view may propose another
  one with ``session.set_setup(setup)``, which raises nothing: an impossible one is refused by the
  engine when it is made (``setup.changed(…)`` raises `EngineError`).
- ``session.run``: the run in force at the step shown. ``session.record``: the `StepRecord` shown,
  which is an earlier one while the run is scrubbed through. ``session.moment``: its `Moment`.
- ``session.history`` (`History`): ``moments``, light points for curves (step, epochs as a fraction,
  loss, data_loss, test_loss, accuracy, test_accuracy, gradient_norms, update_norm, rate), thinned
  as they grow old, at most a few thousands; ``records``, some whole `StepRecord`s with parameters
  (for paths in the landscape), at most some hundreds; ``changes``, the `Change`s of settings made
  on the way (step, epochs, before, after, ``text``: what was changed, for a marker); ``last``, the
  newest record, which is not the one shown while ``session.is_scrubbed``.
- ``session.set_parameters(parameters)`` puts other weights into the network shown and goes on from
  there (``changes`` and the scrub bar know about it); the page wraps it in an undo step with
  ``page.edits.edit_weights(parameters)``, as it does changes of the setup with
  ``page.edits.edit_setup(setup)``.

Signals: `restarted` when network or data are others and ``record`` is step 0; `progressed` whenever
``record`` is another one by training, stepping, scrubbing or weights put in; `changed(change)` when
a setting was changed without a new start (``record`` may have been measured anew, and a dataset may
be another); `setup_changed` whenever ``setup`` is another one, for controls.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.training.history import History
from desktop.training.step_task import StepTask
from engine.errors import EngineError
from engine.training.loop import StepRecord, first_record
from engine.training.run import TrainingRun

_TICK_MS = 33
_SEEDS = 1000
FASTEST = 0.0


@dataclass(frozen=True)
class SessionState:
    """What a session made anew needs to go on where another one stood."""

    run: TrainingRun
    history: History
    speed: float
    stops_when_solved: bool


class TrainingSession(QObject):
    """Trains one network off the interface's thread, at a chosen pace.

    Signals:
        restarted(): Another network, other data or the start again: `record` is step 0.
        progressed(): `record` is another one.
        playing_changed(is_playing: bool): Training began or paused.
        solved(): Every prediction has come close to its target.
        failed(error: EngineError): The run diverged; `record` is the last one before.
    """

    restarted = Signal()
    progressed = Signal()
    playing_changed = Signal(bool)
    solved = Signal()
    failed = Signal(object)

    def __init__(self, run: TrainingRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._history = History(run, first_record(run))
        self._speed = 60.0
        self.stops_when_solved = True
        self._task = StepTask(self)
        self._task.reported.connect(self._on_reported)
        self._task.failed.connect(self._on_failed)
        self._is_playing = False
        # The fraction of a step that is due.
        self._due = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.tick)

    @property
    def run(self) -> TrainingRun:
        """The choices in force."""
        return self._run

    @property
    def record(self) -> StepRecord:
        """The network as it stands."""
        return self._history.last

    @property
    def history(self) -> History:
        """The records so far."""
        return self._history

    @property
    def is_playing(self) -> bool:
        """Whether it trains until told to pause."""
        return self._is_playing

    @property
    def is_settled(self) -> bool:
        """Whether it trains no more and no step asked for is missing."""
        return not self._is_playing and self._task.pending == 0

    @property
    def speed(self) -> float:
        """Epochs in a second; ``FASTEST`` for as many as possible."""
        return self._speed

    def set_speed(self, epochs_per_second: float) -> None:
        """Train at another pace from now on."""
        self._speed = epochs_per_second
        if self._is_playing:
            self.pause()
            self.play()

    def set_run(self, run: TrainingRun) -> bool:
        """Take other choices; return whether the training goes on with them.

        Another optimizer or other settings of it act from the next step. Anything else makes
        another network, which starts at step 0 and waits.
        """
        if run == self._run:
            return True
        goes_on = run.continues(self._run)
        was_playing = self._is_playing
        self._run = run
        if not goes_on:
            self.reset()
            return False
        self._task.drop()
        self._history.change_run(run)
        if was_playing:
            self.pause()
            self.play()
        return True

    def play(self) -> None:
        """Train until paused, solved or diverged."""
        if self._is_playing:
            return
        self._is_playing = True
        self._due = 0.0
        if self._speed == FASTEST:
            self._task.run_on(self._run, self.record)
        else:
            self._clock.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop after the present step."""
        self._clock.stop()
        self._task.pause()
        if self._is_playing:
            self._is_playing = False
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Train, or pause."""
        if self._is_playing:
            self.pause()
        else:
            self.play()

    def step(self) -> None:
        """Make one update and wait; asked for quickly, steps add up."""
        self._stop_playing()
        self._ask(1)

    def step_epoch(self) -> None:
        """Make updates until every sample was seen once more, and wait."""
        self._stop_playing()
        per_epoch = self._run.steps_per_epoch
        self._ask(per_epoch - (self.record.step + self._task.pending) % per_epoch)

    def step_back(self) -> None:
        """Undo one update. What was thinned out of the history is computed again."""
        self.pause()
        self._task.drop()
        target = self.record.step - 1
        if target < 0:
            return
        run, record = self._history.cut(target)
        if record.step == target:
            self.progressed.emit()
        else:
            self._task.ask(run, record, target - record.step)

    def reset(self) -> None:
        """Go back to step 0: the same seed, the same weights."""
        self.pause()
        self._task.drop()
        self._history = History(self._run, first_record(self._run))
        self.restarted.emit()

    def start_anew(self) -> None:
        """Draw another seed, and with it other initial weights."""
        seed = secrets.randbelow(_SEEDS - 1)
        # One number is left out of the draw: the present seed.
        self.set_run(replace(self._run, seed=seed + (seed >= self._run.seed)))

    def snapshot(self) -> SessionState:
        """Return what `restore` needs."""
        return SessionState(self._run, self._history, self._speed, self.stops_when_solved)

    def restore(self, state: SessionState) -> None:
        """Go on where another session stood; it waits."""
        self.pause()
        self._task.drop()
        self._run, self._history = state.run, state.history
        self._speed, self.stops_when_solved = state.speed, state.stops_when_solved
        self.restarted.emit()

    def close(self) -> None:
        """Stop the thread and the clock."""
        self.pause()
        self._task.drop()

    def tick(self) -> None:
        """Ask for the steps that are due since the last tick, unless some are still missing."""
        if self._task.pending:
            return
        self._due += self._speed * self._run.steps_per_epoch * _TICK_MS / 1000
        count = int(self._due)
        self._due -= count
        if count:
            self._ask(count)

    def _stop_playing(self) -> None:
        if self._is_playing:
            self.pause()

    def _ask(self, count: int) -> None:
        self._task.ask(self._run, self.record, count)

    def _on_reported(self, reported: list[object]) -> None:
        records = cast("list[StepRecord]", reported)
        solved_at = self._solved_at(records)
        if solved_at is not None:
            records = records[: solved_at + 1]
        self._history.extend(records)
        if solved_at is not None:
            self.pause()
            # What was trained beyond is forgotten: going on starts from what is shown.
            self._task.drop()
        self.progressed.emit()
        if solved_at is not None:
            self.solved.emit()

    def _solved_at(self, records: list[StepRecord]) -> int | None:
        """Return the place of the record with which the training became solved, if it is to stop.

        Only the change counts: whoever trains on from a solved network wants to.
        """
        if not (self.stops_when_solved and self._is_playing) or self.record.is_settled():
            return None
        places = (place for place, record in enumerate(records) if record.is_settled())
        return next(places, None)

    def _on_failed(self, error: Exception) -> None:
        self.pause()
        if not isinstance(error, EngineError):
            raise error
        self.failed.emit(error)

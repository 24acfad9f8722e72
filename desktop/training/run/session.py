"""The training under way: its setup, the run with its history, and the task that trains.

What a view needs, and where it has it from:

- ``session.setup`` (`TrainingSetup`, immutable): every choice of the left panel. ``setup.run`` is
  the engine's `TrainingRun`; ``setup.stopping`` says when to stop. Any view may propose another
  one with ``session.set_setup(setup)``, which raises nothing: an impossible one is refused by the
  engine when it is made (``setup.changed(…)`` raises `EngineError`).
- ``session.run``: the run in force at the step shown. ``session.record``: the `TrainingStep` shown,
  which is an earlier one while the run is scrubbed through. ``session.moment``: its `Moment`.
- ``session.history`` (`History`): ``moments``, light points for curves (step, epochs as a fraction,
  loss, data_loss, test_loss, accuracy, test_accuracy, gradient_norms, update_norm, rate), thinned
  as they grow old, at most a few thousands; ``records``, some whole `TrainingStep`s with parameters
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
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, QTimer

from desktop.desk.background_task import BackgroundTask
from desktop.desk.settling import Settling
from desktop.training.run.history import Change, History
from desktop.training.run.replay import Followed, follow
from desktop.training.run.shown_run import SessionState, ShownRun
from desktop.training.run.step_task import StepTask
from engine.arrays import Array
from engine.errors import EngineError
from engine.training.run.loop import TrainingStep, started
from engine.training.run.moment import Stepped
from engine.training.run.run import TrainingRun
from engine.training.run.setup import Stopping, TrainingSetup
from engine.training.run.training_record import TrainingRecord

_TICK_MS = 33
_SEEDS = 1000
_PROGRESS_MS = 250
FASTEST = 0.0


class TrainingSession(ShownRun, Settling):
    """Trains one network off the interface's thread, at a chosen pace."""

    def __init__(self, setup: TrainingSetup, parent: QObject | None = None) -> None:
        super().__init__(setup, parent)
        self._speed = 60.0
        self._task = StepTask(self)
        self._task.reported.connect(self._on_reported)
        self._task.failed.connect(self._on_failed)
        self._replay = BackgroundTask(self)
        self._replay.done.connect(self._on_replayed)
        self._reports = 0
        self._follow = BackgroundTask(self, report_ms=_PROGRESS_MS)
        self._follow.reported.connect(self._on_follows)
        self._follow.done.connect(self._on_followed)
        self._follow.refused.connect(lambda _text, error: self._on_not_followed(error))
        self._is_playing = False
        self._due = 0.0  # The fraction of a step that is due.
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.tick)

    @property
    def is_playing(self) -> bool:
        """Whether it trains until told to pause."""
        return self._is_playing

    @property
    def is_settled(self) -> bool:
        """Whether it trains no more and no step asked for is missing."""
        return (
            not self._is_playing
            and self._task.pending == 0
            and self._target is None
            and self._opening is None
        )

    @property
    def speed(self) -> float:
        """Epochs in a second; ``FASTEST`` for as many as possible."""
        return self._speed

    def set_speed(self, epochs_per_second: float) -> None:
        """Train at another pace from now on."""
        self._speed = epochs_per_second
        if self._is_playing:
            self._rest()
            self._go_on()

    def set_run(self, run: TrainingRun) -> bool:
        """Take other choices of the run; see `set_setup`."""
        return self.set_setup(replace(self._setup, run=run))

    def set_stopping(self, stopping: Stopping) -> None:
        """Take other conditions to stop; see `set_setup`."""
        self.set_setup(replace(self._setup, stopping=stopping))

    def set_setup(self, setup: TrainingSetup) -> bool:
        """Take another setup; return whether the training goes on with it.

        What leaves the weights their meaning acts from the next step on. Anything else makes
        another network, which starts at step 0 and waits. At an earlier step than the newest one,
        a change forgets what came after.

        Raises:
            EngineError: The network cannot even start so; everything stays as it was.
        """
        run = setup.run
        if run == self.run and run.samples is self.run.samples:
            self._setup = replace(setup, run=self.run)
            self.setup_changed.emit()
            if self._is_playing:
                self._task.set_stopping(setup.stopping)
            return True
        if not run.continues(self.run):
            before = self._at_risk(None)
            self._halt()
            self._begin(setup)
            self._tell_forgotten(before)
            return False
        change = self._change(lambda: self._history.change_run(run))
        self._setup = setup
        self._tell_change(change)
        self._go_on()
        return True

    def set_parameters(self, parameters: Array) -> None:
        """Put other weights into the network shown, and go on from there.

        Raises:
            DivergenceError: The loss with them is no finite number.
        """
        self._tell_change(self._change(lambda: self._history.change_parameters(parameters)))
        self._go_on()

    def play(self) -> None:
        """Train until paused, stopped or diverged; from an earlier step, what came after goes."""
        if self._is_playing:
            return
        self.stop_opening()
        self._finish_replay()
        before = self.content if self.is_scrubbed else None
        self._history.cut(self._record)
        self._tell_forgotten(before)
        self._is_playing = True
        self._go_on()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop after the present portion of steps."""
        self._rest()
        if self._is_playing:
            self._is_playing = False
            self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Train, or pause."""
        if self._is_playing:
            self.pause()
        else:
            self.play()

    def hold(self) -> None:
        """Let training wait while the interface paints; it goes on by itself."""
        if self._is_playing:
            self._task.hold()

    def step(self) -> None:
        """Make one update and wait; asked for quickly, steps add up."""
        self._advance(1)

    def step_epoch(self) -> None:
        """Make updates until every sample was seen once more, and wait."""
        self.advance(1, self.run.steps_per_epoch)

    def advance(self, count: int, per: int = 1) -> None:
        """Make so many portions of steps and wait, the first of which may be begun already.

        Args:
            count: How many portions.
            per: The steps of each.
        """
        made = self.position + self._task.pending - self._record.counted_from
        self._advance(count * per - made % per)

    def step_back(self) -> None:
        """Return to the step before."""
        self.go_to(self.position - 1)

    def go_to(self, step: int) -> None:
        """Show a step of the run so far, computed again where it was not kept; nothing is lost."""
        self.pause()
        self.stop_opening()
        self._task.drop()
        step = max(0, min(step, self._history.last.step))
        if step == self.position:
            return
        self._target = step
        recording = self._history.recording
        self._replay.submit(lambda: recording.replayed(step))

    def reset(self) -> None:
        """Go back to step 0: the same seed, the same weights; the run so far is forgotten."""
        before = self._at_risk(self._start)
        self._halt()
        self._begin(self._setup, self._start)
        self._tell_forgotten(before)

    def start_from(self, parameters: Array | None) -> None:
        """Begin with other weights, to which a reset returns from now on; None for the drawn ones.

        Raises:
            DivergenceError: The loss with them is no finite number; everything stays as it was.
        """
        before = self.content
        if parameters is not None:
            # Refused before anything is forgotten.
            started(self.run, parameters)
        self._halt()
        self._begin(self._setup, parameters)
        self._tell_forgotten(before)

    def another_seed(self) -> int:
        """Draw a seed that is not the present one."""
        seed = secrets.randbelow(_SEEDS - 1)
        # One number is left out of the draw: the present seed.
        return seed + (seed >= self.run.seed)

    def start_anew(self) -> None:
        """Draw another seed, and with it other initial weights."""
        self.set_setup(self._setup.changed(seed=self.another_seed()))

    def snapshot(self) -> SessionState:
        """Return what `restore` needs."""
        history = self._history.copy()
        return SessionState(
            self._setup, history, self._record, self._speed, self._opening, self._start
        )

    def restore(self, state: SessionState) -> None:
        """Go on where another session stood; it waits."""
        self._halt()
        self._setup, self._history = state.setup, state.history.copy()
        self._start = state.start
        self._speed = state.speed
        self._show(state.record)
        self.setup_changed.emit()
        self.restarted.emit()
        if state.opening is not None:
            self.open(state.opening)

    def open(self, content: TrainingRecord) -> None:
        """Show another training: at once where what came of it was kept.

        Else its start is shown, and its step when it is trained up to there. That is done off the
        interface's thread and without a word; it is not settled before.

        Raises:
            EngineError: The network cannot even start so; everything stays as it was.
        """
        if content.kept is not None:
            self._halt()
            self._take(content, History.of(content, content.kept))
            self.go_to(content.position)
            return
        setup = TrainingSetup(content.parts[0].run, content.stopping)
        self._halt()
        self._begin(setup)
        self._start = content.start
        self.setup_changed.emit()
        if content.steps or len(content.parts) > 1 or content.parts[0].parameters is not None:
            self._opening, self._reports = content, 0
            self._follow.submit(lambda: follow(content))

    def shutdown(self) -> None:
        """Stop the threads and the clock."""
        self._halt()
        self._task.close()

    def tick(self) -> None:
        """Ask for the steps that are due since the last tick, unless some are still missing."""
        if self._task.pending:
            return
        self._due += self._speed * self.run.steps_per_epoch * _TICK_MS / 1000
        count = int(self._due)
        self._due -= count
        if count:
            self._task.ask(self.run, self._record, count)

    def _rest(self) -> None:
        self._clock.stop()
        self._task.pause()
        self._task.set_stopping(None)

    def _go_on(self) -> None:
        if self._is_playing:
            self._due = 0.0
            self._task.set_stopping(self._setup.stopping)
            if self._speed == FASTEST:
                self._task.run_on(self.run, self._record)
            else:
                self._clock.start()

    def _change(self, make: Callable[[], Change]) -> Change:
        """Change the history from the record shown on; the caller tells of it and goes on."""
        before = self._opening
        self._interrupt()
        if before is None and self.is_scrubbed:
            before = self.content
        history = self._history.copy()
        self._history.cut(self._record)
        try:
            change = make()
        except EngineError:
            self._history = history
            self._go_on()
            raise
        self._forgotten = before
        return change

    def _halt(self) -> None:
        self.pause()
        self._interrupt()

    def _interrupt(self) -> None:
        """End the threads, without telling of a pause: training may go on with a change."""
        self._rest()
        self._task.drop()
        self._replay.cancel()
        self._target = None
        self._drop_opening()

    def stop_opening(self) -> None:
        """Go on from the start of what was being opened, because something else is wanted."""
        before = self._opening
        self._drop_opening()
        self._tell_forgotten(before)

    def _drop_opening(self) -> None:
        self._opening = None
        self._follow.cancel()

    def _advance(self, count: int) -> None:
        if self._is_playing:
            self.pause()
        if self.is_scrubbed:
            self.go_to(self.position + count)
        else:
            self.stop_opening()
            self._finish_replay()
            self._task.ask(self.run, self._record, count)

    def _finish_replay(self) -> None:
        """Take a step that is still being computed as it was asked for."""
        if self._target is not None:
            self._replay.cancel()
            self._on_replayed(self._history.recording.at(self._target))

    def _on_follows(self, records: list[object]) -> None:
        steps = [step for step in records if isinstance(step, int)]
        self._reports += 1
        # What is done at once needs no word.
        if self._opening is not None and steps and self._reports > 1:
            self.opening_progressed.emit(steps[-1], self._opening.steps)

    def _on_followed(self, made: object) -> None:
        followed = cast("Followed", made)
        self._opening = None
        self.opening_progressed.emit(followed.history.last.step, followed.history.last.step)
        self._history = followed.history
        self._show(followed.record)
        self.setup_changed.emit()
        self.restarted.emit()
        if followed.failure is not None:
            self.failed.emit(followed.failure)

    def _on_not_followed(self, error: EngineError) -> None:
        self._opening = None
        self.failed.emit(error)

    def _on_replayed(self, record: object) -> None:
        self._target = None
        self._show(cast("TrainingStep", record))
        self.progressed.emit()

    def _on_reported(self, reported: list[object]) -> None:
        stepped = cast("list[Stepped]", reported)
        reason, place = "", 0
        if self._is_playing:
            moments = [self._moment, *(item.moment for item in stepped)]
            stopping, is_regression = self._setup.stopping, self.run.dataset.is_regression
            reason, place = stopping.met_in(moments, is_regression)
        if reason:
            stepped = stepped[: place + 1]
        self._history.extend(stepped)
        self._record, self._moment = stepped[-1].record, stepped[-1].moment
        if reason:
            self.pause()
            # What was trained beyond is forgotten: going on starts from what is shown.
            self._task.drop()
        self.progressed.emit()
        if reason:
            self.stopped.emit(reason)

    def _on_failed(self, error: Exception) -> None:
        self.pause()
        if not isinstance(error, EngineError):
            raise error
        self.failed.emit(error)

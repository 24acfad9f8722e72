"""The training that is shown: its setup, the run so far, and the record that is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.training.run.history import Change, History
from engine.arrays import Array
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Moment
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import TrainingRecord


@dataclass(frozen=True)
class SessionState:
    """What a session made anew needs to go on where another one stood."""

    setup: TrainingSetup
    history: History
    record: TrainingStep
    speed: float
    opening: TrainingRecord | None = None
    start: Array | None = None


class ShownRun(QObject):
    """Knows what is shown and tells when it is something else; whoever trains stands above it.

    Signals:
        restarted(): Another network or other data are shown, or the start again.
        begun(): So it is because a training begins: `record` is step 0.
        progressed(): `record` is another one.
        changed(change: Change): Settings or weights were changed without a new start.
        setup_changed(): `setup` is another one.
        playing_changed(is_playing: bool): Training began or paused.
        stopped(reason: str): It paused because "solved", "loss", "accuracy" or "epochs" was met.
        failed(error: EngineError): The run diverged; `record` is the last one before.
        forgot(before: TrainingRecord): Steps were forgotten, because the training began anew or
            went on from an earlier step; as it stood before.
        opening_progressed(step: int, last: int): A training that is opened is trained again, up to
            some step of those that it has.
    """

    restarted = Signal()
    begun = Signal()
    progressed = Signal()
    changed = Signal(object)
    setup_changed = Signal()
    playing_changed = Signal(bool)
    stopped = Signal(str)
    failed = Signal(object)
    forgot = Signal(object)
    opening_progressed = Signal(int, int)

    def __init__(self, setup: TrainingSetup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        self._history = History(setup.run)
        self._record = self._history.last
        self._moment = self._history.moments[-1]
        self._start: Array | None = None
        self._target: int | None = None
        self._opening: TrainingRecord | None = None
        self._forgotten: TrainingRecord | None = None

    @property
    def setup(self) -> TrainingSetup:
        """Every choice, as it stands at the step shown."""
        return self._setup

    @property
    def run(self) -> TrainingRun:
        """The run in force at the step shown."""
        return self._setup.run

    @property
    def record(self) -> TrainingStep:
        """The network shown: the newest one, or an earlier one returned to."""
        return self._record

    @property
    def moment(self) -> Moment:
        """The few numbers of the record shown."""
        return self._moment

    @property
    def history(self) -> History:
        """What is known of the run, beyond the record shown too."""
        return self._history

    @property
    def start(self) -> Array | None:
        """The weights that a reset returns to; None for the drawn ones."""
        return self._start

    @property
    def is_opening(self) -> bool:
        """Whether a training that was opened is being trained again up to its step."""
        return self._opening is not None

    @property
    def position(self) -> int:
        """The step shown, or about to be."""
        return self._record.step if self._target is None else self._target

    @property
    def is_scrubbed(self) -> bool:
        """Whether an earlier record than the newest one is shown, or about to be."""
        return self.position < self._history.last.step

    @property
    def content(self) -> TrainingRecord:
        """The training as it can be written down; what is looked at and undone is the page's."""
        if self._opening is not None:
            return self._opening
        content = self._history.content(self._setup.stopping, self._record)
        return replace(content, start=self._start, position=self.position)

    def _take(self, content: TrainingRecord, history: History) -> None:
        """Go on with a training of which all is known."""
        self._start, self._history = content.start, history
        self._setup = replace(self._setup, stopping=content.stopping)
        known = [content.kept.shown] if content.kept is not None else []
        record = history.last
        for found in (*known, *history.records):
            if found is not None and found.step == content.position:
                record = found
        self._show(record)
        self.setup_changed.emit()
        self.restarted.emit()

    def _at_risk(self, start: Array | None) -> TrainingRecord | None:
        """Return the training, where beginning anew would forget something of it.

        Args:
            start: The weights that a reset returns to then; None for the drawn ones.
        """
        content = self.content
        fresh = TrainingRecord.of(content.setup, parameters=start)
        return None if content.is_same_work(replace(fresh, start=start)) else content

    def _tell_forgotten(self, before: TrainingRecord | None) -> None:
        if before is not None:
            self.forgot.emit(before)

    def _begin(self, setup: TrainingSetup, start: Array | None = None) -> None:
        history = History(setup.run)
        if start is not None:
            history.change_parameters(start)
        self._setup, self._history, self._start = setup, history, start
        self._record, self._moment = history.last, history.moments[-1]
        self.setup_changed.emit()
        self.restarted.emit()
        self.begun.emit()

    def _tell_change(self, change: Change) -> None:
        before, self._forgotten = self._forgotten, None
        self._record, self._moment = self._history.last, self._history.moments[-1]
        self.setup_changed.emit()
        self.changed.emit(change)
        self.progressed.emit()
        self._tell_forgotten(before)

    def _show(self, record: TrainingStep) -> None:
        """Show a record of the run so far, with the choices that were in force then."""
        self._record = record
        newest = self._history.last is record
        self._moment = self._history.moments[-1] if newest else self._history.moment_of(record)
        run = self._history.recording.run_at(record.step)
        if run is not self.run:
            self._setup = replace(self._setup, run=run)
            self.setup_changed.emit()

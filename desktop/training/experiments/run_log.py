"""The log of what was trained: one entry for each start, kept up to date as it trains on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.training.run.session import TrainingSession
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import RunEntry, RunList


class RunLog(QObject):
    """Follows a session and writes down each run that made at least one step.

    Signals:
        changed(): An entry came, went or trained on.
        cleared(before: RunList, after: RunList): The user has let the entries be forgotten.
    """

    changed = Signal()
    cleared = Signal(object, object)

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list = RunList()
        # The session's own run may be the next one already when it tells that this one ended.
        self._newest: tuple[TrainingRun, TrainingStep] | None = None
        session.progressed.connect(self._on_progressed)
        session.playing_changed.connect(self._on_playing_changed)
        session.restarted.connect(self._on_restarted)

    @property
    def list(self) -> RunList:
        """All there is, as a value."""
        return self._list

    @property
    def entries(self) -> tuple[RunEntry, ...]:
        """All entries, the oldest first."""
        return self._list.entries

    def clear(self) -> None:
        """Forget all entries; the present run is written down again when it trains on."""
        before, self._list = self._list, self._list.cleared()
        self._newest = None
        self.changed.emit()
        if before.entries:
            self.cleared.emit(before, self._list)

    def restore(self, known: RunList) -> None:
        """Take over another list, such as one from a file."""
        self._list, self._newest = known, None
        self.changed.emit()

    def bring_back(self, known: RunList) -> None:
        """Let the list be another one, which undo or redo asks for; later runs stay."""
        self._list = known.with_later(self._list)
        self.changed.emit()

    def _on_progressed(self) -> None:
        self._newest = self._session.run, self._session.history.last
        if not self._session.is_playing:
            self._write()

    def _on_playing_changed(self, is_playing: bool) -> None:
        if not is_playing:
            self._write()

    def _on_restarted(self) -> None:
        self._write()
        self._list = self._list.closed()
        self._newest = None

    def _write(self) -> None:
        if self._newest is None or self._newest[1].step == 0:
            return
        run, record = self._newest
        self._list = self._list.with_run(run, record.epoch, record.loss, record.accuracy)
        self.changed.emit()


@dataclass(frozen=True)
class ExperimentContext:
    """What an experiment may ask of the training view.

    Attributes:
        run: Returns the run in force there.
        log: What was trained there.
    """

    run: Callable[[], TrainingRun]
    log: RunLog

"""The log of what was trained: one entry for each start, kept up to date as it trains on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.training.run.session import TrainingSession
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# More than anyone compares; the oldest go.
MOST_ENTRIES = 200


@dataclass(frozen=True)
class RunEntry:
    """A run and how far it came.

    Attributes:
        number: Its place among all runs, from 1.
        run: What was trained, with the settings in force at the end.
        epoch: Epochs done.
        loss: The loss at the end.
        accuracy: The share of samples in the right class at the end; nan for a regression.
    """

    number: int
    run: TrainingRun
    epoch: int
    loss: float
    accuracy: float


class RunLog(QObject):
    """Follows a session and writes down each run that made at least one step.

    Signals:
        changed(): An entry came, went or trained on.
    """

    changed = Signal()

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: list[RunEntry] = []
        self._count = 0
        self._is_open = False
        # The session's own run may be the next one already when it tells that this one ended.
        self._newest: tuple[TrainingRun, TrainingStep] | None = None
        session.progressed.connect(self._on_progressed)
        session.playing_changed.connect(self._on_playing_changed)
        session.restarted.connect(self._on_restarted)

    @property
    def entries(self) -> tuple[RunEntry, ...]:
        """All entries, the oldest first."""
        return tuple(self._entries)

    def clear(self) -> None:
        """Forget all entries; the present run is written down again when it trains on."""
        self._entries.clear()
        self._is_open = False
        self._newest = None
        self.changed.emit()

    def restore(self, entries: tuple[RunEntry, ...]) -> None:
        """Take over the entries of another log."""
        self._entries = list(entries)
        self._count = entries[-1].number if entries else 0
        self._is_open = False
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
        self._is_open = False
        self._newest = None

    def _write(self) -> None:
        if self._newest is None or self._newest[1].step == 0:
            return
        run, record = self._newest
        if not self._is_open:
            self._count += 1
        entry = RunEntry(self._count, run, record.epoch, record.loss, record.accuracy)
        if self._is_open:
            self._entries[-1] = entry
        else:
            self._entries.append(entry)
            self._is_open = True
        del self._entries[:-MOST_ENTRIES]
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

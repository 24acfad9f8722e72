"""Finds out, beside the interface, in which epoch a training was solved for the first time."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal

from desktop.desk.background_task import BackgroundTask
from desktop.training.run.session import TrainingSession
from engine.training.analysis.first_solved import Solved, first_solved


class SolvedWatch(QObject):
    """Follows a session; it looks once for each training that was solved.

    Signals:
        found(): `solved` is another one.
    """

    found = Signal()

    def __init__(self, session: TrainingSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._solved: Solved | None = None
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_done)
        session.restarted.connect(self._on_restarted)
        session.progressed.connect(self._look)
        session.changed.connect(lambda _: self._look())
        self._look()

    @property
    def solved(self) -> Solved | None:
        """When every sample was in the right class first; None while that is not known."""
        return self._solved

    def _on_restarted(self) -> None:
        self._forget()
        self._look()

    def _forget(self) -> None:
        self._task.give_up()
        if self._solved is not None:
            self._solved = None
            self.found.emit()

    def _look(self) -> None:
        history = self._session.history
        if self._solved is not None and self._solved.step > history.last.step:
            # What came after an earlier step was forgotten, and with it that it was solved.
            self._forget()
        if self._solved is not None or self._task.is_running:
            return
        before = 0
        for moment in history.moments:
            if moment.accuracy == 1.0:
                within = before, moment.step
                self._task.submit(partial(first_solved, history.recording, within))
                return
            before = moment.step

    def _on_done(self, answer: object) -> None:
        self._solved = cast("Solved | None", answer)
        if self._solved is not None and self._solved.step > self._session.history.last.step:
            self._solved = None
        self.found.emit()

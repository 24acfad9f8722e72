"""What both explorations of a race do: follow its settings, and compute while somebody looks."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.optimizers.explore.run_row import REPORT_MS, RunRow
from desktop.widgets.panels.text_label import text_label
from engine.races.race_setup import RaceSetup
from engine.surfaces.function import SurfaceFunction

R = TypeVar("R")


class ExploreView(QWidget, Generic[R]):
    """Asks for a result when what it depends on is another, and gives up what nobody sees.

    Attributes:
        row: Starts and cancels the computation, and says how far it is.
        note: What is said below the picture.
    """

    def __init__(self, explanation: str, parent: QWidget | None = None) -> None:
        """Make the task and its row.

        Args:
            explanation: What starting again does.
            parent: The widget that holds it.
        """
        super().__init__(parent)
        self._setup: RaceSetup | None = None
        self._function: SurfaceFunction | None = None
        self._wanted: tuple[object, ...] = ()
        self._result: R | None = None
        self._task = BackgroundTask(self, Policy.FINISH, report_ms=REPORT_MS)
        self.row = RunRow(explanation, self)
        self.note = text_label(self, "muted")
        self.row.start_wanted.connect(self._compute)
        self.row.cancel_wanted.connect(self._on_cancel)
        self._task.reported.connect(lambda records: self._on_progressed(records[-1]))
        self._task.done.connect(self._on_finished)
        self._task.refused.connect(self._complain)
        self._task.busy_changed.connect(self.row.show_busy)
        self.row.show_busy(False)

    @property
    def result(self) -> R | None:
        """The newest result."""
        return self._result

    def show_setup(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        """Follow a race's settings; while nobody looks, only remember them."""
        if self._setup is None or self._setup.surface != setup.surface:
            self._result = None
            self._clear()
        self._setup, self._function = setup, function
        if self.isVisible():
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what is not yet."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up what nobody sees."""
        super().hideEvent(event)
        if self._task.is_running:
            self._wanted = ()
            self._task.cancel()

    def _look(self) -> None:
        """Do what a visible view does with other settings."""
        self._compute_if_new()

    def _compute_if_new(self) -> None:
        if self._setup is not None and self._key(self._setup) != self._wanted:
            self._compute()

    def _compute(self) -> None:
        if self._setup is not None and self._function is not None:
            self._wanted = self._key(self._setup)
            self._submit(self._setup, self._function)

    def _key(self, setup: RaceSetup) -> tuple[object, ...]:
        """Return all that a result depends on."""
        raise NotImplementedError

    def _submit(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        """Have the task compute, or say why it cannot."""
        raise NotImplementedError

    def _clear(self) -> None:
        """Take away what was drawn of another surface."""
        raise NotImplementedError

    def _complain(self, sentence: str) -> None:
        """Say why nothing was computed."""
        raise NotImplementedError

    def _on_cancel(self) -> None:
        """Give up, and say what is left."""
        raise NotImplementedError

    def _on_progressed(self, record: R) -> None:
        """Show how far it is."""
        raise NotImplementedError

    def _on_finished(self, record: R) -> None:
        """Show the whole result."""
        raise NotImplementedError

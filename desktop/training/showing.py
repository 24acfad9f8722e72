"""What is shown of a training, as it goes on: at once what moves, in turns what takes long."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.desk.settling import Delay
from desktop.training.curves.curves_view import CurvesView
from desktop.training.network.pane import NetworkPane
from desktop.training.network.selection import Selection
from desktop.training.network.view import NetworkView
from desktop.training.pictures.stage import Stage
from desktop.training.results.results_panel import ResultsPanel
from desktop.training.run.run_bar import RunBar, ScrubBar
from desktop.training.run.session import TrainingSession
from desktop.training.setup_panel.setup_panel import SetupPanel
from engine.errors import EngineError

# The plots and the tables follow the training some times a second, in turns.
_REFRESH_MS = 60
_TURN_OF_NUMBERS = 2


@dataclass(frozen=True)
class Shown:
    """The parts of the page that show the training.

    Attributes:
        network: The network at work.
        network_pane: What is round it.
        stage: The large picture.
        curves: The plots below.
        results: The numbers at the right.
        run_bar: The buttons of the training.
        scrub_bar: The slider through its steps.
        setup: The choices at the left.
        selection: What is looked at closely.
    """

    network: NetworkView
    network_pane: NetworkPane
    stage: Stage
    curves: CurvesView
    results: ResultsPanel
    run_bar: RunBar
    scrub_bar: ScrubBar
    setup: SetupPanel
    selection: Selection


class Showing(QObject):
    """Lets the parts of the page follow a session."""

    def __init__(self, session: TrainingSession, parts: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._parts = session, parts
        self._failure: EngineError | None = None
        self._refresh = Delay(_REFRESH_MS, self._on_refresh, self)
        self._turn = 0
        session.restarted.connect(self.show_anew)
        session.progressed.connect(self._on_progressed)
        session.playing_changed.connect(self._on_playing_changed)
        # What is shown follows with `progressed`.
        session.changed.connect(lambda _: self.forget_failure())

    def forget_failure(self) -> None:
        """Let the last divergence be no longer what the numbers end with."""
        self._failure = None

    def show_failure(self, error: EngineError) -> None:
        """Show numbers that end with a divergence."""
        self._failure = error
        self._show_slow_parts()

    def show_anew(self) -> None:
        """Show another network, or the start again."""
        self._failure = None
        self._parts.network_pane.show_layers(self._session.run.layers)
        self._parts.selection.fit(self._session.run)
        self._show_pictures()
        self._show_slow_parts()

    def _on_progressed(self) -> None:
        self._show_pictures()
        if not self._session.is_playing:
            self._show_slow_parts()
        elif not self._refresh.isActive():
            self._refresh.start()

    def _show_pictures(self) -> None:
        session = self._session
        self._parts.selection.follow_data(session.run.dataset)
        self._parts.network.show_record(session.run, session.record)
        self._parts.stage.show_records(session.run, session.history.records, session.record)

    def _show_slow_parts(self) -> None:
        self._refresh.stop()
        self._show_place()
        self._show_curves()
        self._show_numbers()

    def _show_place(self) -> None:
        session = self._session
        self._parts.run_bar.show_place(session.position, session.history.last.step)
        self._parts.scrub_bar.show_position(
            session.position, session.history.last.step, session.record.epoch
        )
        self._parts.setup.training.show_rate(session.moment.rate)

    def _on_refresh(self) -> None:
        """Show numbers and each of the plots in turns: all would be too much for one frame."""
        self._session.hold()
        if not self._session.is_playing:
            self._show_slow_parts()
            return
        self._turn = (self._turn + 1) % 3
        if self._turn == _TURN_OF_NUMBERS:
            self._show_place()
            self._show_numbers()
        else:
            self._show_curves(self._turn)

    def _show_curves(self, turn: int | None = None) -> None:
        session = self._session
        self._parts.curves.show_moments(
            session.run,
            session.history.moments,
            session.history.changes,
            session.moment,
            session.record,
            turn,
        )

    def _show_numbers(self) -> None:
        session = self._session
        self._parts.network.show_health(session.run, session.record)
        self._parts.results.show_record(
            session.run, session.record, self._failure, is_playing=session.is_playing
        )

    def _on_playing_changed(self, is_playing: bool) -> None:
        self._parts.run_bar.show_playing(is_playing)
        if is_playing:
            self._failure = None
        else:
            self._show_slow_parts()

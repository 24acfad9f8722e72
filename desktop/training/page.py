"""The Training page: choices at the left, the network at work, numbers at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.files.document_files import DocumentFiles
from desktop.files.unsaved_work import Leaving
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import error_sentence, filled
from desktop.training.curves.curves_view import CurvesLook, CurvesView
from desktop.training.experiments.experiment_list import COMPARE, TRAINER
from desktop.training.experiments.experiment_stack import ExperimentStack, StackState
from desktop.training.files.keeping import KeepingState, TrainingKeeping
from desktop.training.files.looks import Looks
from desktop.training.files.weight_files import WeightFiles
from desktop.training.lesson_hooks.named_parts import named_parts
from desktop.training.lesson_hooks.own_work import own_text, show_own_text
from desktop.training.lesson_hooks.training_commands import Hands
from desktop.training.lesson_hooks.training_hooks import TrainingHooks
from desktop.training.lesson_hooks.training_veil import (
    CURVES,
    LOSS,
    NUMBERS,
    Telling,
    training_veil,
)
from desktop.training.network.layer_bar import LayerBar
from desktop.training.network.layout import Part
from desktop.training.network.pane import NetworkPane
from desktop.training.network.selection import Sample, Selection
from desktop.training.network.view import NetworkView
from desktop.training.network.weight_editing import WeightEditing
from desktop.training.own_data.formula_samples import FormulaSamples
from desktop.training.own_data.point_drawing import PointDrawing
from desktop.training.own_data.table_import import TableImport
from desktop.training.pictures.boundary_view import BoundaryOptions
from desktop.training.pictures.stage import BOUNDARY, Stage
from desktop.training.results.results_panel import ResultsPanel
from desktop.training.run.edits import EditSteps, TrainingEdits, Value
from desktop.training.run.pause_in_paint import PauseInPaint
from desktop.training.run.run_bar import RunBar, ScrubBar
from desktop.training.run.session import TrainingSession
from desktop.training.run.shown_run import SessionState
from desktop.training.run.stop_words import stop_sentence
from desktop.training.setup_panel.setup_panel import SetupPanel, make_sections
from desktop.training.sharing.exporting import Exporting
from desktop.training.sharing.handing_over import HandingOver
from desktop.training.showing import Showing, Shown
from desktop.widgets.panels.column_plan import Side
from desktop.widgets.panels.columns import Columns
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.panels.page_in_pieces import PageInPieces
from desktop.widgets.panels.veil import Veil
from engine.errors import EngineError
from engine.file_kinds import kind_of
from engine.training.analysis.input_plane import PlaneChoice
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import RunList
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import Chosen

DEFAULT_SEED = 7
FIRST_SETUP = TrainingSetup(TrainingRun(seed=DEFAULT_SEED))
_CURVES_PX, _CENTRE_PX = 185, 560


class TrainingPage(PageInPieces):
    """Trains a network off this thread and shows it at work."""

    space_id = "training"
    pastes = frozenset({"table", "weights"})

    def making(self) -> Iterator[None]:
        """Make the panels, lay them out and connect them."""
        self._hooks: TrainingHooks | None = None
        self._veil: Veil | None = None
        self.session = TrainingSession(FIRST_SETUP, self)
        self.edits = TrainingEdits(self.session, self)
        self.run_bar = RunBar(self)
        self.scrub_bar = ScrubBar(self)
        yield
        sections = yield from make_sections(self)
        self.setup_panel = SetupPanel(self.session.setup, sections, self)
        yield
        self.selection = Selection(self)
        self.network_view = NetworkView(self, self.selection)
        self.weight_editing = WeightEditing(self.network_view, self.session, self.edits, self)
        yield
        self.stage = Stage(self.selection, self)
        yield
        self.boundary_view = self.stage.boundary_view
        self.layer_bar = LayerBar(self.network_view, self)
        self.drawing = PointDrawing(self.boundary_view, self.session, self.edits, self)
        self.formulas = FormulaSamples(self.setup_panel, self.session, self)
        self.tables = TableImport(self)
        yield
        self.curves_view = CurvesView(self)
        yield
        self.results_panel = ResultsPanel(self, self.selection)
        yield
        self.handing_over = HandingOver(self.session, self.selection, self)
        self.exporting = Exporting(self.session, self._settings, self)
        self._pause_in_paint = PauseInPaint(self.session, self)
        self._lay_out()
        yield
        self._keep()
        yield
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._show_setup()
        yield
        self._showing.show_anew()

    def _lay_out(self) -> None:
        self._centre = self._make_centre()
        sides: dict[Side, QWidget] = {"left": self.setup_panel, "right": self.results_panel}
        self.columns = Columns("training", self._centre, sides, self, main_px=_CENTRE_PX)
        self.views = ExperimentStack(self.columns, self.session, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.views)

    def _keep(self) -> None:
        """Make what shows the training, and what lets nothing of it be lost."""
        self._shown = Shown(
            self.network_view,
            self._network_pane,
            self.stage,
            self.curves_view,
            self.results_panel,
            self.run_bar,
            self.scrub_bar,
            self.setup_panel,
            self.selection,
        )
        self._showing = Showing(self.session, self._shown, self)
        looks = Looks(self.stage, self.curves_view, self.selection, self.views)
        self.keeping = TrainingKeeping(
            self.session, self.edits, looks, FIRST_SETUP, self._settings, self
        )
        self.weights = WeightFiles(self.session, self.edits, self._settings, self)
        self.file_takers = {"table": self.tables.take, "weights": self.weights.take}
        self.weights.offer_on(self.network_view, self.results_panel.weights_section)
        self.recovery = self.keeping.recovery
        self._recovery_area = self.recovery.lay_over(self.columns)

    def _make_centre(self) -> QWidget:
        centre = MainColumn((self.network_view, self.boundary_view.plot), self)
        centre.setProperty("kind", "canvas")
        centre.set_margins(14, 12, 14, 8)
        buttons = self.run_bar.graph_button, self.handing_over.graph_menu
        self._network_pane = NetworkPane(buttons, self.layer_bar, self.network_view, centre)
        pictures = QHBoxLayout()
        pictures.setSpacing(14)
        pictures.addWidget(self._network_pane, 1)
        pictures.addWidget(self.stage, 1)
        self.run_bar.add(self.scrub_bar)
        centre.head.addWidget(self.run_bar)
        centre.body.addLayout(pictures, 5)
        centre.body.addWidget(self.curves_view, 3)
        return centre

    def _connect(self) -> None:
        session, bar = self.session, self.run_bar
        session.stopped.connect(self._on_stopped)
        session.setup_changed.connect(self._show_setup)
        session.failed.connect(self._on_failed)
        self.setup_panel.setup_wanted.connect(self._on_setup_wanted)
        self.layer_bar.wanted.connect(self.setup_panel.propose_network)
        self.setup_panel.data.drawing_wanted.connect(self._on_drawing_wanted)
        self.setup_panel.data.file_wanted.connect(self.tables.ask)
        self.setup_panel.data.table_action.triggered.connect(self.tables.ask)
        self.setup_panel.data.change_wanted.connect(lambda: self.tables.change(session.run))
        self.tables.reported.connect(self._tell)
        self.tables.chosen.connect(self.setup_panel.propose_table)
        self.drawing.active_changed.connect(self.setup_panel.data.show_drawing)
        self.edits.refused.connect(self.setup_panel.show_refusal)
        self.edits.started_anew.connect(self._on_started_anew)
        self.results_panel.remedy.wanted.connect(self.edits.begin_with)
        self.scrub_bar.step_wanted.connect(session.go_to)
        self.boundary_view.pointed.connect(self.network_view.show_point)
        bar.speed_changed.connect(session.set_speed)
        bar.train_action.triggered.connect(self._on_train)
        bar.back_action.triggered.connect(self._on_back)
        bar.step_action.triggered.connect(session.step)
        bar.epoch_action.triggered.connect(session.step_epoch)
        bar.reset_action.triggered.connect(self._on_reset)
        bar.anew_action.triggered.connect(self._on_start_anew)
        bar.first_action.triggered.connect(lambda: session.go_to(0))
        bar.last_action.triggered.connect(lambda: session.go_to(session.history.last.step))
        bar.graph_action.triggered.connect(lambda _=False: self.handing_over.open_graph())
        self.handing_over.sent.connect(self.sent)
        self.exporting.reported.connect(self.reported)
        self.weights.reported.connect(self.reported)
        self.tables.offer_first(self.weights.take_known)
        bar.set_speed(session.speed)
        self.views.run_opened.connect(self._on_run_opened)
        self.views.told.connect(self._tell)
        self.views.settings.changed.connect(self.edits.note_chosen)
        self.views.log.cleared.connect(self.edits.note_cleared)
        self.edits.listed.connect(self.views.log.bring_back)
        self.edits.chosen.connect(self.views.settings.choose)
        self.edits.gone_to.connect(self._on_gone_to)
        session.opening_progressed.connect(self._on_opening_progressed)
        self.recovery.opened.connect(self.take_back)
        self.views.show_trainer_for([*bar.buttons, bar.first_action, bar.last_action])
        # What was told is about a run, or an experiment, that is no longer the one that is seen.
        self.take_back_with(
            session.changed, session.begun, self.views.shown, self.scrub_bar.step_wanted
        )
        theme_notifier().follow(self.fit)

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return the menu of the training, and that of the experiments."""
        bar, sent = self.run_bar, self.handing_over.menu_actions()
        moves = (bar.first_action, bar.last_action, self.setup_panel.data.table_action)
        return [
            ("File", [*self.keeping.menu_actions(), self.exporting.submenu]),
            ("Edit", [*self.edits.actions.both, self.tables.paste_action]),
            (
                self.tr("Training"),
                [*bar.buttons, *moves, *self.weights.actions, *sent],
            ),
            (self.tr("Experiments"), self.views.menu_actions()),
        ]

    def key_hints(self) -> list[tuple[str, str]]:
        """Return the keys that need no modifier."""
        return [
            ("Space", self.tr("Train or pause")),
            ("← →", self.tr("One step back or on")),
            ("E", self.tr("Train one epoch")),
            ("Home, End", self.tr("To the first or the newest step")),
            ("N", self.tr("Another seed, other initial weights")),
            ("Esc", self.tr("From an experiment back to the training")),
        ]

    def parts(self) -> list[QWidget]:
        """Return the tabs and what the training shows; each experiment is a part of its own."""
        columns = [self.setup_panel, self._centre, self.results_panel]
        return [self.views.bar, *columns, self._recovery_area]

    def panes(self) -> list[QWidget]:
        """Return the tabs, what the training shows, and what is offered to be recovered."""
        return [*self.parts()[:-1], self.recovery.bar]

    def snapshot(self) -> object:
        """Return the run with its history, and how it is looked at."""
        return PageState(
            self.session.snapshot(),
            self.edits.history.steps,
            self.curves_view.look,
            self.stage.name,
            self.boundary_view.options,
            self.selection.sample,
            self.selection.part,
            self.views.snapshot(),
            self.keeping.snapshot(),
            self.selection.plane_choice,
        )

    def restore(self, snapshot: object) -> None:
        """Show the run that another page showed; it waits."""
        if not isinstance(snapshot, PageState):
            return
        state = snapshot.session
        self.run_bar.set_speed(state.speed)
        self.curves_view.set_look(snapshot.look)
        self.stage.choose(snapshot.picture)
        self.boundary_view.set_options(snapshot.options)
        self.session.restore(state)
        self.selection.choose_plane(snapshot.plane)
        self.selection.set_sample(snapshot.sample)
        self.selection.set_part(snapshot.part)
        self.edits.take_over(snapshot.steps)
        self.views.restore(snapshot.views)
        self.keeping.restore(snapshot.keeping)

    def own_work(self) -> str | None:
        """Return the training with how it is looked at and what can be undone; None at first."""
        return own_text(self.keeping)

    def show_own_work(self, text: str) -> None:
        """Show a training that was written down, with its file."""
        show_own_text(text, self.keeping)

    @property
    def document_files(self) -> DocumentFiles[Any]:
        """The files of the training."""
        return self.keeping.files

    def can_close(self, leaving: Leaving = Leaving.ASK) -> bool:
        """Tell whether nothing would be lost, or the user agrees to lose it; training waits."""
        self.session.pause()
        return super().can_close(leaving)

    def shutdown(self) -> None:
        """Keep the copy or let it go, and stop training."""
        self.recovery.close()
        super().shutdown()

    def when_own_is_safe(self, done: Callable[[], None]) -> None:
        """Call a function once the training is in its file or its copy is on the disk."""
        self.recovery.autosave.when_safe(done)

    def open_file(self, path: Path) -> None:
        """Show a file's training, or what else of this space a file holds.

        Raises:
            EngineError: It cannot be read, or is none.
        """
        self.look_for_own_work()
        kind = kind_of(path)
        if kind is not None and kind.name in self.file_takers:
            self.take_file(path, kind.name)
        else:
            self.keeping.files.load(path)

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Let nothing go on that was begun by whoever had the page before."""
        if is_borrowed:
            self.session.pause()
            self.drawing.set_active(False)
        self.keeping.follow_borrowing(is_borrowed)

    def hooks(self) -> TrainingHooks:
        """Return what a lesson sees and does here."""
        if self._hooks is None:
            hands = Hands(self.session, self.edits, self.views, self.stage, self.handing_over)
            self._veil = training_veil(self._telling(), self)
            self._hooks = TrainingHooks(
                hands,
                FIRST_SETUP,
                partial(named_parts, self._shown, self.layer_bar, self.views.bar),
                self._veil,
                self,
            )
        return self._hooks

    def _telling(self) -> Telling:
        files, handing = self.exporting, self.handing_over
        programs = [files.pytorch_action, files.numpy_action, files.npz_action]
        graphs = [self.run_bar.graph_action, handing.pair_action, handing.graph_menu.submenu]
        actions: dict[tuple[str, ...], list[QAction]] = {
            (LOSS, CURVES, NUMBERS): [files.history_action],
            (NUMBERS, BOUNDARY): [*programs, files.weights_action],
            (NUMBERS, LOSS, BOUNDARY): graphs,
        }
        return Telling(
            self.network_view,
            self.stage,
            self.curves_view,
            self.results_panel,
            self.views,
            actions,
            {(NUMBERS, LOSS, BOUNDARY): [handing.graph_menu]},
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Train with Space, step with ← and →, and so on, as the tooltips say."""
        if self.views.take_key(event) or self.drawing.take_key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.session.is_opening:
            self.session.stop_opening()
            self.take_back()
            return
        actions = {
            Qt.Key.Key_Space: self.run_bar.train_action,
            Qt.Key.Key_Right: self.run_bar.step_action,
            Qt.Key.Key_Left: self.run_bar.back_action,
            Qt.Key.Key_E: self.run_bar.epoch_action,
            Qt.Key.Key_Home: self.run_bar.first_action,
            Qt.Key.Key_End: self.run_bar.last_action,
            Qt.Key.Key_R: self.run_bar.reset_action,
            Qt.Key.Key_N: self.run_bar.anew_action,
        }
        action = actions.get(Qt.Key(event.key()))
        if event.modifiers() or action is None:
            super().keyPressEvent(event)
        else:
            action.trigger()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, so that Space trains at once."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys back from a field when the ground beside it is clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def fit(self) -> None:
        """Leave the curves room to be read; in a low window they are scrolled to."""
        self.curves_view.setMinimumHeight(theme().px(_CURVES_PX))

    def beside_the_picture(self) -> list[QWidget]:
        """Return the tabs of the experiments, and what leads to another space."""
        return [self.views.bar, self.run_bar.graph_button, self.handing_over.graph_menu]

    def _on_train(self) -> None:
        self._tell("", "info")
        self.session.toggle()

    def _on_back(self) -> None:
        self._showing.forget_failure()
        self._tell("", "info")
        self.session.step_back()

    def _on_reset(self) -> None:
        self._tell("", "info")
        self.session.reset()

    def _on_start_anew(self) -> None:
        self.edits.edit_run(seed=self.session.another_seed())
        self._tell(filled(self.tr("New start with seed {0}."), self.session.run.seed), "info")

    def _on_setup_wanted(self, setup: TrainingSetup, key: str) -> None:
        if self.edits.edit_setup(setup, merge_key=key):
            self.setup_panel.show_setup(self.session.setup)

    def _on_drawing_wanted(self, is_on: bool) -> None:
        if is_on:
            self.stage.choose(BOUNDARY)
        self.drawing.set_active(is_on)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_started_anew(self) -> None:
        text = self.tr("This makes another network: training starts again at epoch 0.")
        self._tell(text, "info")

    def _on_gone_to(self, value: Value) -> None:
        """Show what undo or redo is about to change."""
        name = value.experiment if isinstance(value, Chosen) else TRAINER
        if isinstance(value, RunList):
            name = COMPARE
        if self.views.current != name:
            self.views.show_view(name)

    def _on_opening_progressed(self, step: int, last: int) -> None:
        if step == last:
            self.take_back()
            return
        text = self.tr("Training again up to step {1}: {0} so far. Esc begins without it.")
        self._tell(filled(text, step, last), "info")

    def _on_run_opened(self, run: TrainingRun) -> None:
        self.edits.edit_setup(replace(self.session.setup, run=run))

    def _show_setup(self) -> None:
        self.setup_panel.show_setup(self.session.setup)
        self.setup_panel.network.show_own_start(self.session.start is not None)
        self.layer_bar.show_setup(self.session.setup)

    def _on_stopped(self, reason: str) -> None:
        if self._veil is not None and self._veil.hides(LOSS, NUMBERS):
            # How low the loss is, or how many are right, is not told yet.
            reason = "epochs"
        self._tell(stop_sentence(reason, self.session), "info")

    def _on_failed(self, error: EngineError) -> None:
        self._showing.show_failure(error)
        self._tell(error_sentence(error), "warning")

    def _tell(self, text: str, severity: str) -> None:
        self.reported.emit(text, severity)


@dataclass(frozen=True)
class PageState:
    """What a page made anew needs to show the same thing."""

    session: SessionState
    steps: EditSteps
    look: CurvesLook
    picture: str
    options: BoundaryOptions
    sample: Sample | None
    part: Part | None
    views: StackState
    keeping: KeepingState
    plane: PlaneChoice

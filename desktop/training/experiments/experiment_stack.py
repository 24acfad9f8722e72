"""The views of the training page, one at a time, under the tabs that choose among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.desk.settling import shut_down
from desktop.foundation.theme import dress, theme, theme_notifier
from desktop.training.experiments.experiment import ExperimentView
from desktop.training.experiments.experiment_list import TRAINER, list_experiments
from desktop.training.experiments.kept_settings import KeptSettings, SettingsState
from desktop.training.experiments.run_log import ExperimentContext, RunLog
from desktop.training.run.session import TrainingSession
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.panels.low_window import is_low
from desktop.widgets.panels.veil import Veil
from engine.training.analysis.run_facts import Known, Sources
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import RunList
from engine.training.run.training_record import TrainingRecord


@dataclass(frozen=True)
class StackState:
    """What a stack made anew needs to show the same thing."""

    name: str
    views: dict[str, object]
    log: RunList = field(default_factory=RunList)
    settings: SettingsState = field(default_factory=SettingsState)
    places: Mapping[str, int] = field(default_factory=dict)


class ExperimentStack(QWidget):
    """Shows the training or one experiment; a view is made when it is first shown.

    Signals:
        run_opened(run: TrainingRun): An experiment sends a run to the training view, which is
            shown now.
        told(text: str, severity: str): A sentence for the message bar; see `Page.reported`.
        shown(name: str): Another view is shown.
        changed(): What an experiment knows may be another one.
    """

    run_opened = Signal(object)
    told = Signal(str, str)
    shown = Signal(str)
    changed = Signal()

    def __init__(self, trainer: QWidget, session: TrainingSession, parent: QWidget) -> None:
        """Take the training's own view, and the session that it shows."""
        super().__init__(parent)
        self._session = session
        self._trainer = trainer
        self._experiments = {item.name: item for item in list_experiments()}
        self._views: dict[str, ExperimentView] = {}
        self._pending: dict[str, object] = {}
        # Where one is to look in views that were not shown yet.
        self._places: dict[str, int] = {}
        self._veil: Veil | None = None
        self.settings = KeptSettings(self)
        self.log = RunLog(session, self)
        self._context = ExperimentContext(lambda: session.run, self.log)
        self.tabs = SegmentedSwitch(
            self.tr("Training and experiments"),
            [
                Segment(item.name, item.title, item.summary, key=item.key)
                for item in self._experiments.values()
            ],
            self,
        )
        self.tabs.chosen.connect(self.show_view)
        self._pages = LooseStack(self)
        self._pages.addWidget(trainer)
        self._lay_out()
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        self.bar = QFrame(self)
        self.bar.setProperty("kind", "bar")
        self._bar_layout = QHBoxLayout(self.bar)
        self._bar_layout.addWidget(self.tabs)
        self._bar_layout.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)

    @property
    def current(self) -> str:
        """The name of the view that is shown."""
        return self.tabs.name

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all views, the training's first."""
        return tuple(self._experiments)

    def follow_veil(self, veil: Veil) -> None:
        """Keep to themselves what a veil hides, in all experiments, whenever they are made."""
        self._veil = veil
        for view in self._views.values():
            self._veil_view(view)

    def _veil_view(self, view: ExperimentView) -> None:
        if self._veil is None:
            return
        kinds: dict[QWidget, list[str]] = {}
        for kind, parts in view.veiled_parts().items():
            for part in parts:
                kinds.setdefault(part, []).append(kind)
        for part, hidden in kinds.items():
            self._veil.cover(part, *hidden)
        self._veil.refresh()

    def facts(self) -> Sources:
        """Return what all experiments know; those that were not shown yet know nothing."""
        made: dict[str, Callable[[], Known]] = {}
        for name, experiment in self._experiments.items():
            made |= dict.fromkeys(experiment.facts, lambda: None)
            if name in self._views:
                made |= self._views[name].facts()
        return made

    def show_still(self, name: str, chosen: Mapping[str, object]) -> None:
        """Show an experiment as somebody finds it who has not begun anything there, at once.

        Raises:
            SettingError: Something is chosen that there is not.
        """
        for _ in self.showing_still(name, chosen):
            pass

    def showing_still(self, name: str, chosen: Mapping[str, object]) -> Iterator[None]:
        """Show an experiment so piece by piece.

        Raises:
            SettingError: Something is chosen that there is not.
        """
        yield from self._making(name)
        view = self.view(name)
        yield
        yield from view.choosing(chosen)
        yield
        self._show(name, view.show_still)

    def begin_anew(self) -> None:
        """Show the training, and every experiment as at first when it is shown again."""
        self.restore(StackState(TRAINER, {}))

    def begin_with(self, content: TrainingRecord) -> None:
        """Show the training, and every experiment as a file has it when it is shown again."""
        self.begin_anew()
        self.settings.begin(content.experiments, content.found)
        self.log.restore(content.log)

    @property
    def places(self) -> Mapping[str, int]:
        """Where one looks in each experiment that is played through, by its name."""
        shown = {name: view.place for name, view in self._views.items()}
        return self._places | {name: place for name, place in shown.items() if place is not None}

    def come_to(self, places: Mapping[str, int]) -> None:
        """Look there when an experiment is shown that was not shown yet."""
        self._places = {name: place for name, place in places.items() if name in self.names}

    def menu_actions(self) -> list[QAction]:
        """Return the menu entries that show the views, in the order of the tabs."""
        return self.tabs.segment_actions

    def view(self, name: str) -> ExperimentView:
        """Return the view of an experiment, made now if it never was shown."""
        for _ in self._making(name):
            pass
        return self._views[name]

    def _making(self, name: str) -> Iterator[None]:
        """Make the view of an experiment piece by piece; whoever gives up gets it whole at once."""
        if name in self._views:
            return
        make = self._experiments[name].make
        assert make is not None  # the training's own view is no experiment
        view = make(self._context, self)
        view.run_opened.connect(self._on_run_opened)
        view.told.connect(self.told)
        view.changed.connect(self.changed)
        self._views[name] = view
        self._pages.addWidget(view)
        self._veil_view(view)
        has_begun = False
        try:
            yield
            has_begun = True
            view.begin()
            for part in view.parts():
                yield
                dress(part)
            yield
        finally:
            if not has_begun:
                view.begin()
            dress(view, *view.parts())
            if name in self._pending:
                view.restore(self._pending.pop(name))
            self.settings.follow(name, view)

    def show_view(self, name: str) -> None:
        """Show the training or an experiment; what is left behind pauses."""
        self._show(name, None if name == TRAINER else self.view(name).show_run)

    def _show(self, name: str, tell: Callable[[TrainingRun], None] | None) -> None:
        """Show a view, and tell an experiment of the run in the training view."""
        self.tabs.set_name(name)
        self.told.emit("", "info")
        self.shown.emit(name)
        for other, view in self._views.items():
            if other != name:
                view.pause()
        if tell is None:
            self._pages.setCurrentWidget(self._trainer)
            page = self.parentWidget()
            if page is not None:
                page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._session.pause()
        shown = self.view(name)
        self._pages.setCurrentWidget(shown)
        self.settings.look()
        tell(self._session.run)
        self.settings.accept(name)
        place = self._places.pop(name, None)
        if place is not None:
            shown.come_to(place)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trainer_for(self, actions: list[QAction]) -> None:
        """Show the training whenever one of its own actions is triggered."""
        for action in actions:
            action.triggered.connect(lambda _=False: self._on_trainer_wanted())

    def take_key(self, event: QKeyEvent) -> bool:
        """Give a key to the experiment that is shown; return whether it is not the training's."""
        if self.current == TRAINER:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.show_view(TRAINER)
        elif not event.modifiers():
            self.view(self.current).handle_key(event.key())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on what no experiment's part wanted; the training's keys are not theirs."""
        if event.modifiers() or not self.take_key(event):
            super().keyPressEvent(event)

    def snapshot(self) -> StackState:
        """Return what `restore` needs."""
        views = {name: view.snapshot() for name, view in self._views.items()}
        return StackState(
            self.current, self._pending | views, self.log.list, self.settings.state, self._places
        )

    def restore(self, state: StackState) -> None:
        """Show what another stack has shown, or this one before."""
        self.log.restore(state.log)
        self._forget_views()
        self.settings.restore(state.settings)
        self._pending, self._places = dict(state.views), dict(state.places)
        if state.name != self.current:
            self.show_view(state.name)

    def _forget_views(self) -> None:
        """Let every experiment be made anew when it is shown again."""
        if self.current != TRAINER:
            self.show_view(TRAINER)
        for view in self._views.values():
            view.pause()
            shut_down(view)
            if self._veil is not None:
                self._veil.forget(view)
            self._pages.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views.clear()

    def _on_trainer_wanted(self) -> None:
        if self.current != TRAINER:
            self.show_view(TRAINER)

    def _on_run_opened(self, run: object) -> None:
        self.show_view(TRAINER)
        self.run_opened.emit(run)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room round the tabs in a low window."""
        self._on_theme_changed()
        super().resizeEvent(event)

    def _on_theme_changed(self) -> None:
        side, edge = theme().px(14), theme().px(1 if is_low(self) else 4)
        self._bar_layout.setContentsMargins(side, edge, side, edge)

"""The Optimizers page: seven methods race down a loss surface from one start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.desk.history import Steps
from desktop.files.document_files import DocumentFiles
from desktop.files.file_stamp import FileStamp
from desktop.files.typed_lines import TypedLine
from desktop.foundation.page_action import page_action
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.centre_pane import RACE, CentreLook, CentrePane, RaceStage
from desktop.optimizers.explore.basins_view import BasinsView
from desktop.optimizers.explore.sweep_view import SweepView
from desktop.optimizers.files.race_keeping import RaceKeeping
from desktop.optimizers.lesson_hooks.optimizers_hooks import OptimizersHooks
from desktop.optimizers.lesson_hooks.own_races import OwnRaces, file_of, steps_of
from desktop.optimizers.lesson_hooks.race_commands import RaceHands
from desktop.optimizers.lesson_hooks.race_veil import PATHS, race_veil
from desktop.optimizers.race.divergence_words import divergence_text
from desktop.optimizers.race.race_model import RaceModel, first_setup
from desktop.optimizers.setup_panel.setup_edits import SetupEdits
from desktop.optimizers.side_columns import LeftColumn, RightColumn, make_left_panels
from desktop.widgets.bars.recovery import RecoveryState
from desktop.widgets.panels.column_plan import Side
from desktop.widgets.panels.columns import Columns
from desktop.widgets.panels.page_in_pieces import PageInPieces
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.race_file import MOST_SETUPS, RaceFile
from engine.races.race_setup import LEARNING_RATE, RaceResult, RaceSetup
from engine.races.race_work import RaceWork
from engine.surfaces.catalog import SURFACES

_FIRST_METHOD = "adam"
_CENTRE_PX = 440


class OptimizersPage(PageInPieces):
    """Settings at the left, the surface and the losses in the middle, the numbers at the right.

    The paths are a function of the setup: every change runs the race again, off this thread, and
    playing only moves the step that is shown.
    """

    space_id = "optimizers"

    def making(self) -> Iterator[None]:
        """Make the panels, lay them out and connect them."""
        self._method = _FIRST_METHOD
        self._divergence = ""
        self._wanted_position: int | None = None
        self.model = RaceModel(next(iter(SURFACES)), self)
        self.edits = SetupEdits(self.model, self)
        stage = RaceStage(self)
        yield
        basins = BasinsView(self)
        yield
        self.centre = CentrePane(stage, basins, SweepView(self), self)
        yield
        self.stage = self.centre.stage
        self.step_bar = self.stage.step_bar
        panels = yield from make_left_panels(self)
        self._left = LeftColumn(panels, self)
        yield
        self._right = RightColumn(self)
        yield
        self.surface_panel = self._left.surface_panel
        self.method_list, self.method_panel = self._left.method_list, self._left.method_panel
        self.run_panel, self.conditions_panel = self._left.run_panel, self._left.conditions_panel
        self.table, self.update_card = self._right.table, self._right.update_card
        self.calmer = self._right.calmer
        self.keeping = RaceKeeping(
            self.model, self.stage, self._content, self._on_opened, self._settings, self
        )
        self.own_races = OwnRaces(self.keeping, self._is_first, self._show_own, self)
        self._hooks: OptimizersHooks | None = None
        self.veil = race_veil(self._left, self._right, self.centre, self)
        self._reset_action = self._make_reset_action()
        self._lay_out()
        yield
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        yield
        self.step_bar.set_range(self.model.setup.steps)
        self.step_bar.set_position(0)
        self._on_setup_changed()

    def _make_reset_action(self) -> QAction:
        return page_action(
            self,
            self.tr("Reset the race"),
            self.tr("Back to this surface's own start, rates and steps"),
            self._on_reset_clicked,
            "Ctrl+R",
        )

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        sides: dict[Side, QWidget] = {"left": self._left, "right": self._right}
        self.columns = Columns("optimizers", self.centre, sides, self, main_px=_CENTRE_PX)
        layout.addWidget(self.columns)
        self._recovery_area = self.keeping.recovery.lay_over(self.columns)
        self.centre.add_row(self.keeping.recording.row)

    def _connect(self) -> None:
        self.model.setup_changed.connect(self._on_setup_changed)
        self.model.raced.connect(self._on_raced)
        self.model.refused.connect(lambda text: self.reported.emit(text, "error"))
        own, typed = self.surface_panel.own, self.keeping.typed
        own.preparing_changed.connect(self._on_preparing_changed)
        line = TypedLine(own.formula.typed, own.type_again)
        typed.follow("optimizers/surface", line, own.formula.edit.textChanged)
        self.keeping.files.asked.connect(own.formula.take_typed)
        self.edits.follow_surfaces(self.surface_panel)
        self.edits.follow_methods(self.method_list, self.method_panel, self.conditions_panel)
        self.method_list.chosen.connect(self.choose_method)
        self.method_panel.sharing_changed.connect(self._on_sharing_changed)
        self.run_panel.start_changed.connect(self.edits.set_start)
        self.run_panel.steps_changed.connect(self._on_steps_changed)
        self.stage.surface_plot.start_set.connect(self.edits.set_start)
        self.centre.basins.start_set.connect(self.edits.set_start)
        self.centre.sweep.rate_chosen.connect(self._on_rate_chosen)
        self.stage.rate_row.rate_changed.connect(self.edits.set_rate)
        self.table.method_chosen.connect(self.choose_method)
        self.calmer.wanted.connect(self.model.set_setup)
        self.table.goal_changed.connect(self.edits.set_goal)
        self.update_card.term_lit.connect(self._show_arrows)
        self.update_card.step_wanted.connect(self._on_step_wanted)
        self.step_bar.position_changed.connect(lambda _: self._show_step())
        self.stage.reset_button.clicked.connect(self._on_reset_clicked)
        self.veil.changed.connect(self._on_veil_changed)
        theme_notifier().follow(self._on_theme_changed)

    def choose_method(self, method: str) -> None:
        """Look at another method: its settings, its rule and its numbers."""
        self._method = method
        self._show_method()

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return the menu of the race, and what it adds to the others."""
        race = [self._reset_action, self.table.copy_action, *self.update_card.term_actions]
        return [
            *self.keeping.menu_actions(),
            (self.tr("Race"), race),
            ("View", [*self.centre.view_actions, *self.stage.view_actions]),
        ]

    def key_hints(self) -> list[tuple[str, str]]:
        """Return the keys that are no actions."""
        return [
            ("Space", self.tr("Play or pause")),
            ("← →", self.tr("One step back or on")),
            ("Home End", self.tr("To the start or to the end")),
            ("Shift+← → ↑ ↓", self.tr("Turn the surface in space")),
            ("+ −", self.tr("Zoom the surface in space")),
            ("A", self.tr("Show the whole surface again")),
        ]

    def parts(self) -> list[QWidget]:
        """Return the columns and the middle."""
        return [self._left, self.centre, self._right, self._recovery_area]

    def beside_the_picture(self) -> list[QWidget]:
        """Return the choice of what is shown, with its hint."""
        return [self.centre.heading]

    def snapshot(self) -> object:
        """Return the setups of all surfaces and what is looked at."""
        kept = self.keeping
        look = self.centre.look
        setups = self.model.snapshot()
        steps = kept.history.steps
        file = kept.path, kept.saved, kept.stamp
        recovery, reading = kept.recovery.snapshot(), self.own_races.pending
        return PageState(setups, steps, self._method, look, *file, recovery, reading)

    def restore(self, snapshot: object) -> None:
        """Show what another page showed."""
        if not isinstance(snapshot, PageState):
            return
        self.own_races.give_up()
        self._method = snapshot.method
        self.model.begin_anew(snapshot.setups)
        self.keeping.history.begin_anew(snapshot.steps)
        self.keeping.remember(snapshot.saved, snapshot.path, snapshot.stamp)
        self._on_setup_changed()
        self._wanted_position = snapshot.look.position
        self.centre.set_look(snapshot.look)
        if self.model.is_settled and self.model.result is not None:
            self._on_raced(self.model.result)
        self.keeping.recovery.take_over(snapshot.recovery)
        if snapshot.reading is not None:
            self.own_races.show_text(snapshot.reading)

    @property
    def document_files(self) -> DocumentFiles[Any]:
        """The files of what the page keeps."""
        return self.keeping.files

    def shutdown(self) -> None:
        """Keep the copy or let it go, and stop what computes, plays and records."""
        self.keeping.recovery.close()
        super().shutdown()

    def own_work(self) -> str | None:
        """Return the races with their file and what can be undone; None at first."""
        return self.own_races.text()

    def show_own_work(self, text: str) -> None:
        """Show races that were written down, once their surfaces are prepared."""
        self.own_races.show_text(text)

    def when_own_is_safe(self, done: Callable[[], None]) -> None:
        """Call a function once what was written down is shown, and changed or in its file."""
        self.own_races.when_shown(lambda: self.keeping.recovery.autosave.when_safe(done))

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Let what a lesson opens have no file, and nothing play that was begun before."""
        self.step_bar.pause()
        if is_borrowed:
            self.own_races.give_up()
        self.keeping.follow_borrowing(is_borrowed)

    def hooks(self) -> OptimizersHooks:
        """Return what a lesson sees and does here."""
        if self._hooks is None:
            hands = RaceHands(
                self.model, self.step_bar, self.centre,
                lambda: self._method, self.choose_method, self._on_reset_clicked,
            )  # fmt: skip
            self._hooks = OptimizersHooks(
                hands, self._content, self._show_lent, self._named_parts, self.veil, self
            )
        return self._hooks

    def _is_first(self) -> bool:
        return tuple(self.model.snapshot().values()) == (first_setup(next(iter(SURFACES))),)

    def _show_own(self, work: RaceWork) -> None:
        told = self.told
        self.keeping.show_other(work.content, steps_of(work))
        path, stamp = file_of(work)
        self.keeping.remember(work.saved, path, stamp)
        # That one's own work is back was said while it was still being read.
        self.reported.emit(told, "info")

    def _show_lent(self, content: RaceFile) -> None:
        self.centre.switch.choose(RACE)
        self.keeping.show_other(content)

    def _named_parts(self) -> dict[str, QWidget]:
        left, right = self._left, self._right
        return {
            "setup": left,
            "surfaces": left.surface_section,
            "methods": left.methods_section,
            "settings": left.method_section,
            "run": left.run_section,
            "conditions": left.conditions_section,
            "numbers": right,
            "standings": right.standings,
            "update": right.update_section,
            "views": self.centre.heading,
            "bar": self.step_bar,
            "surface": self.stage.surface_stage,
            "rates": self.stage.rate_row,
            "curves": self.stage.progress,
        }

    def receive(self, value: object) -> None:
        """Race down a graph with two free inputs that another space has sent."""
        self.surface_panel.own.receive(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step and play with Space, ←, →, Home and End; turn the surface with Shift."""
        if self.centre.handle_key(event):
            return
        if event.modifiers() or not self.step_bar.handle_key(event.key()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, so that Space plays at once."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys back from a field when the ground beside it is clicked."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _on_setup_changed(self) -> None:
        # Where runs have diverged, the next race says whether they still do.
        if self.told != self._divergence:
            self.take_back()
        setup = self.model.setup
        if setup.surface != self.stage.drawn_surface:
            self.step_bar.pause()
            # Who looks at whole paths goes on looking at them. Else they are faint until played.
            is_at_end = self.step_bar.position == self.step_bar.last > 0
            self._wanted_position = setup.steps if is_at_end else 0
            self.surface_panel.show_surface(setup.record, self.model.function, setup.own)
        self.centre.show_setup(setup, self.model.function)
        self.conditions_panel.show_conditions(setup.schedules, setup.treatments)
        self.method_list.show_racing(setup.racing)
        self.run_panel.show_setup(setup)
        self._show_method()

    def _on_raced(self, result: RaceResult) -> None:
        self.step_bar.set_range(result.setup.steps)
        if self._wanted_position is not None:
            self.step_bar.set_position(self._wanted_position)
            self._wanted_position = None
        self.stage.show_result(self._seen(result))
        self._show_step()
        self._tell(result)
        self.calmer.show_result(result, self.model.function)

    def _seen(self, result: RaceResult) -> RaceResult:
        """Return a result without its paths while these are hidden."""
        return result.without_paths() if self.veil.hides(PATHS) else result

    def _on_veil_changed(self) -> None:
        if self.model.result is not None and self.model.is_settled:
            self._on_raced(self.model.result)

    def _on_preparing_changed(self, text: str) -> None:
        # It stands where the causes of divergences stood; the next race tells its own again.
        self._divergence = ""
        self.reported.emit(text, "info")

    def _tell(self, result: RaceResult) -> None:
        """Put the causes of all divergences into the message area, and take old ones away."""
        text = "" if self.veil.kinds else divergence_text(result)
        if text != self._divergence or text not in ("", self.told):
            self._divergence = text
            self.reported.emit(text, "warning")

    def _content(self) -> RaceFile:
        # A file takes no more; the formulas that were tried first have been replaced long since.
        setups = tuple(self.model.snapshot().values())[-MOST_SETUPS:]
        return RaceFile(setups, self._method, self.step_bar.position)

    def _on_opened(self, content: RaceFile) -> None:
        self.step_bar.pause()
        self._wanted_position = content.step
        self.choose_method(content.method)
        if self.model.is_settled and self.model.result is not None:
            self._on_raced(self.model.result)

    def _show_step(self) -> None:
        result = self.model.result
        if result is None or result.setup.surface != self.stage.drawn_surface:
            return
        step = self.step_bar.position
        self.stage.show_step(self._seen(result), step)
        self.table.show_step(result, step)
        self._show_update(result, step)

    def _show_update(self, result: RaceResult, step: int) -> None:
        title = translate_engine(OPTIMIZERS[self._method].title)
        self._right.update_section.set_title(filled(self.tr("{0} at step {1}"), title, step))
        self.update_card.show_step(result, step)
        self._show_arrows()

    def _show_arrows(self) -> None:
        method = "" if self.veil.hides(PATHS) else self._method
        self.stage.surface_stage.show_update(method, self.update_card.lit_term)

    def _show_method(self) -> None:
        title = translate_engine(OPTIMIZERS[self._method].title)
        self._left.method_section.set_title(filled(self.tr("Settings of {0}"), title))
        self.method_list.show_chosen(self._method)
        self.method_panel.show_setup(self._method, self.model.setup)
        self.stage.rate_row.show_setup(self._method, self.model.setup)
        self.stage.progress.show_method(self._method)
        self.update_card.show_method(self._method)
        # Where another race is on its way, its numbers are shown when they come.
        if self.model.result is not None and self.model.is_settled:
            self._show_update(self.model.result, self.step_bar.position)

    def _on_sharing_changed(self, shared: bool) -> None:
        rate = self.model.setup.settings_of(self._method)[LEARNING_RATE] if shared else None
        self.edits.set_shared_rate(rate)

    def _on_rate_chosen(self, method: str, rate: float) -> None:
        self.choose_method(method)
        self.edits.set_rate(method, rate)

    def _on_steps_changed(self, steps: int) -> None:
        at_end = self.step_bar.position == self.step_bar.last
        self._wanted_position = steps if at_end else None
        self.edits.set_steps(steps)

    def _on_step_wanted(self, forward: bool) -> None:
        (self.step_bar.step_forward if forward else self.step_bar.step_back)()

    def _on_reset_clicked(self) -> None:
        self.step_bar.go_first()
        self.model.reset()

    def _on_theme_changed(self) -> None:
        # The paler colours of what is still to come are mixed from the theme's when drawn.
        result = self.model.result
        if result is not None and result.setup.surface == self.stage.drawn_surface:
            self.stage.show_result(self._seen(result))
            self._show_step()


@dataclass(frozen=True)
class PageState:
    """A page's state as a value.

    Attributes:
        setups: The setups of all surfaces, the one raced last.
        steps: What can be undone and redone.
        method: The method looked at.
        look: How the middle of the page is looked at.
        path: The file, if there is one.
        saved: What the file holds.
        stamp: How the file was when it was read or saved.
        recovery: The copies kept in case of a crash.
        reading: What was written down and is still being read; None for nothing.
    """

    setups: dict[str, RaceSetup]
    steps: Steps[RaceSetup]
    method: str
    look: CentreLook
    path: Path | None
    saved: RaceFile | None
    stamp: FileStamp | None
    recovery: RecoveryState
    reading: str | None = None

    __hash__ = None  # type: ignore[assignment]  # its setups cannot be hashed

"""The middle of the page: the race, the basins or the rate sweep."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.optimizers.explore.basins_view import BasinsView
from desktop.optimizers.explore.sweep_view import SweepView
from desktop.optimizers.progress.progress_view import ProgressView
from desktop.optimizers.surface.rate_row import RateRow
from desktop.optimizers.surface.surface_stage import SurfaceLook, SurfaceStage
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.panels.low_window import is_low
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.plots.plot_menu import is_fit_key
from engine.races.race_setup import RaceResult, RaceSetup
from engine.surfaces.function import SurfaceFunction

RACE, BASINS, SWEEP = "race", "basins", "sweep"
_GAP_PX = 12
_MARGIN_PX, _LOW_MARGIN_PX, _SPACING_PX = 14, 4, 8
_STEPS_PER_SECOND = 60.0
_PROGRESS_PX = 170


@dataclass(frozen=True)
class CentreLook:
    """How the middle is looked at.

    Attributes:
        shown: The segment.
        position: The step shown.
        speed: How quickly playing goes.
        surface: How the surface is looked at.
        plot: The plot below it.
        is_log: Whether that plot is logarithmic.
    """

    shown: str
    position: int
    speed: float
    surface: SurfaceLook
    plot: str
    is_log: bool


class CentrePane(QFrame):
    """Three segments, and what each of them shows.

    Signals:
        shown(): Another segment was chosen.
    """

    shown = Signal()

    def __init__(
        self, stage: RaceStage, basins: BasinsView, sweep: SweepView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stage, self.basins, self.sweep = stage, basins, sweep
        self.switch = SegmentedSwitch(
            self.tr("View"),
            [
                Segment(RACE, self.tr("Race"), self.tr("Show the race down the surface"),
                        key="Alt+R"),
                Segment(BASINS, self.tr("Basins"),
                        self.tr("Show from which starts a method comes to which minimum"),
                        self.tr("Basins of attraction"), "Alt+B"),
                Segment(SWEEP, self.tr("Compare rates"),
                        self.tr("Show how low each method gets with each learning rate"),
                        self.tr("Learning-rate sweep"), "Alt+W"),
            ],
            self,
            is_large=True,
        )  # fmt: skip
        self._hint = text_label(self, "muted")
        # The words of the choice come first.
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stack = LooseStack(self)
        self._pages: dict[str, QWidget] = {
            RACE: self.stage, BASINS: self.basins, SWEEP: self.sweep
        }  # fmt: skip
        for part in self._pages.values():
            self._stack.addWidget(part)
        self.setProperty("kind", "canvas")
        self._lay_out()
        self._show_hint()
        theme_notifier().follow(self._fit)
        self.switch.chosen.connect(self._on_chosen)
        self.stage.surface_stage.switch.chosen.connect(lambda _: self._show_hint())

    @property
    def view_actions(self) -> list[QAction]:
        """The choices, for a menu."""
        return self.switch.segment_actions

    def show_setup(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        """Show a setup in all three; the race follows with its result."""
        self.stage.show_setup(setup, function)
        self.basins.show_setup(setup, function)
        self.sweep.show_setup(setup, function)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the segments."""
        return tuple(self._pages)

    @property
    def hint(self) -> str:
        """What is said of the mouse."""
        return self._hint.text()

    @property
    def look(self) -> CentreLook:
        """How it is looked at, which a page made anew takes over."""
        bar, progress = self.stage.step_bar, self.stage.progress
        return CentreLook(
            self.switch.name,
            bar.position,
            bar.speed,
            self.stage.surface_stage.look,
            progress.switch.name,
            progress.log_box.isChecked(),
        )

    def set_look(self, look: CentreLook) -> None:
        """Look at it as another page did."""
        self.stage.step_bar.set_speed(look.speed)
        self.stage.step_bar.set_position(look.position)
        self.stage.surface_stage.set_look(look.surface)
        self.stage.progress.switch.choose(look.plot)
        self.stage.progress.log_box.setChecked(look.is_log)
        self.switch.choose(look.shown)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Turn, zoom or fit the surface that is seen; False for other keys."""
        if self.switch.name == RACE:
            return self.stage.surface_stage.handle_key(event)
        if self.switch.name == BASINS and is_fit_key(event):
            self.basins.plot.reset_view()
            return True
        return False

    def add_row(self, row: QWidget) -> None:
        """Put a row that comes and goes under the segments."""
        self._rows.addWidget(row)

    def _lay_out(self) -> None:
        self._heading = QWidget(self)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._heading)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(_GAP_PX)
        self._top.addWidget(self.switch)
        self._top.addWidget(self._hint, 1)
        self._column = layout = QVBoxLayout(self)
        self._rows = QVBoxLayout()
        layout.addWidget(self._heading)
        layout.addLayout(self._rows)
        layout.addWidget(self._stack, 1)

    @property
    def heading(self) -> QWidget:
        """The choice of what is shown, and what the mouse does there."""
        return self._heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the hint."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the hint below the choice where it has no room beside it; leave it out if low."""
        words = self._hint.fontMetrics().horizontalAdvance(self._hint.text())
        needed = self.switch.sizeHint().width() + _GAP_PX + words // 2 + 2 * _MARGIN_PX
        is_narrow = needed > self.width()
        edge = _LOW_MARGIN_PX if is_low(self) else _MARGIN_PX
        self._column.setContentsMargins(_MARGIN_PX, edge, _MARGIN_PX, edge)
        self._column.setSpacing(min(edge, _SPACING_PX))
        # In a low window the plots need its room.
        self._hint.setVisible(not (is_narrow and is_low(self)))
        self._top.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def _show_hint(self) -> None:
        """Say what the mouse does in the view that is seen."""
        race = (
            self.tr("Drag turns · a click sets the start · the wheel zooms · A shows all")
            if self.stage.surface_stage.in_space
            else self.tr("A click sets the start · drag moves · the wheel zooms · A shows all")
        )
        hints = {
            RACE: race,
            BASINS: self.tr("Colour, hatching and letter tell the minimum; click to start there"),
            SWEEP: self.tr("Click a point to race with its rate · rings are the present rates"),
        }
        self._hint.setText(hints[self.switch.name])
        self._fit()

    def _on_chosen(self, name: str) -> None:
        self.stage.step_bar.pause()
        self._stack.setCurrentWidget(self._pages[name])
        self._show_hint()
        self.shown.emit()


class RaceStage(MainColumn):
    """Draws a result at a step; it holds no result itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._surface = ""
        self.step_bar = StepBar(self, steps_per_second=_STEPS_PER_SECOND)
        # Short, because at 1280 pixels the bar shares the width with two panels.
        self.step_bar.set_wording(lambda at, last: filled(self.tr("{0} of {1}"), at, last))
        self.surface_stage = SurfaceStage(self)
        self.rate_row = RateRow(self)
        self.surface_plot = self.surface_stage.plot
        self.progress = ProgressView(self)
        self.loss_plot = self.progress.loss_plot
        self.reset_button = self._make_reset_button()
        self.progress.head.addWidget(self.reset_button)
        self.setProperty("kind", "canvas")
        self._lay_out()
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def drawn_surface(self) -> str:
        """The name of the surface whose contours are shown."""
        return self._surface

    @property
    def view_actions(self) -> list[QAction]:
        """What is shown and how, for a menu."""
        return [*self.surface_stage.actions_of_view, *self.progress.view_actions]

    @property
    def pictures(self) -> list[QWidget]:
        """The widgets that a recording shows: the surface, and the plot below it."""
        return [self.surface_stage.shown_view, self.progress.plot]

    def show_setup(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        """Show a setup's surface and its start; the trails follow with the result."""
        if setup.surface != self._surface:
            self._surface = setup.surface
            self.surface_stage.show_surface(setup, function)
        self.surface_stage.show_start(*setup.start)

    def show_result(self, result: RaceResult) -> None:
        """Draw the whole paths and losses."""
        self.surface_stage.show_result(result)
        self.progress.show_result(result)

    def show_step(self, result: RaceResult, step: int) -> None:
        """Draw how far everybody has come."""
        self.surface_stage.show_step(result, step)
        self.progress.show_step(step)

    def _make_reset_button(self) -> QPushButton:
        button = QPushButton(self.tr("Reset"), self)
        tip = self.tr("Back to this surface's own start, rates and steps (Ctrl+R)")
        explain(button, self.tr("Reset the race"), tip, by_tab=True)
        return button

    def _lay_out(self) -> None:
        self.step_bar.lead_with(self.surface_stage.switch)
        self.head.addWidget(self.step_bar)
        self.body.addWidget(self.surface_stage, 5)
        self.body.addWidget(self.rate_row)
        self.body.addWidget(self.progress, 3)
        self.keep_share(self.surface_stage.views)

    def _on_theme_changed(self) -> None:
        self.reset_button.setIcon(theme().icon("rotate-ccw"))
        self.progress.setMinimumHeight(theme().px(_PROGRESS_PX))

"""The middle of the page: the race, the basins or the rate sweep."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.optimizers.explore.basins_view import BasinsView
from desktop.optimizers.explore.sweep_view import SweepView
from desktop.optimizers.race_setup import RaceSetup
from desktop.optimizers.race_stage import RaceStage
from desktop.optimizers.segments import Segment, Segments
from desktop.optimizers.surface_stage import SurfaceLook
from desktop.widgets.text_label import text_label
from engine.surfaces.function import SurfaceFunction

RACE, BASINS, SWEEP = "race", "basins", "sweep"
_GAP_PX = 12
_MARGIN_PX, _GAP_PX, _NARROWEST_PX = 14, 12, 430


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
        self.switch = Segments(
            [
                Segment(RACE, self.tr("Race"), self.tr("Race"),
                        self.tr("Show the race down the surface"), "Alt+R"),
                Segment(BASINS, self.tr("Basins"), self.tr("Basins of attraction"),
                        self.tr("Show from which starts a method comes to which minimum"),
                        "Alt+B"),
                Segment(SWEEP, self.tr("Rates"), self.tr("Learning-rate sweep"),
                        self.tr("Show how low each method gets with each learning rate"), "Alt+W"),
            ],
            self,
        )  # fmt: skip
        self._hint = text_label(self, "muted")
        self._hint.setText(self._hints()[RACE])
        self._stack = QStackedWidget(self)
        self._pages: dict[str, QWidget] = {
            RACE: self.stage, BASINS: self.basins, SWEEP: self.sweep
        }  # fmt: skip
        for part in self._pages.values():
            self._stack.addWidget(part)
        self.setProperty("kind", "canvas")
        # It takes what the panels leave, and they narrow only when it would get too little.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._lay_out()
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.switch.chosen.connect(self._on_chosen)

    @property
    def view_actions(self) -> list[QAction]:
        """The choices, for a menu."""
        return self.switch.segment_actions

    @property
    def is_settled(self) -> bool:
        """Whether nothing is computed in what is seen."""
        return self.basins.is_settled and self.sweep.is_settled

    def show_setup(self, setup: RaceSetup, function: SurfaceFunction) -> None:
        """Show a setup in all three; the race follows with its result."""
        self.stage.show_setup(setup, function)
        self.basins.show_setup(setup, function)
        self.sweep.show_setup(setup, function)

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

    def add_row(self, row: QWidget) -> None:
        """Put a row that comes and goes under the segments."""
        self._rows.addWidget(row)

    def stop(self) -> None:
        """Play and compute no more."""
        self.stage.stop()
        self.basins.stop()
        self.sweep.stop()

    def _lay_out(self) -> None:
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(_GAP_PX)
        # A choice of which the words are cut is none.
        self.switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._top.addWidget(self.switch)
        self._top.addWidget(self._hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.setSpacing(8)
        self._rows = QVBoxLayout()
        layout.addLayout(self._top)
        layout.addLayout(self._rows)
        layout.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the hint below the choice where two lines of it find no room beside it."""
        super().resizeEvent(event)
        words = self._hint.fontMetrics().horizontalAdvance(self._hint.text())
        needed = self.switch.sizeHint().width() + _GAP_PX + words // 2 + 2 * _MARGIN_PX
        self._top.setDirection(
            QBoxLayout.Direction.TopToBottom
            if needed > self.width()
            else QBoxLayout.Direction.LeftToRight
        )

    def _on_theme_changed(self) -> None:
        # Below this its plots would be cut; the panels narrow first, and then the page scrolls.
        self.setMinimumWidth(theme().px(_NARROWEST_PX))

    def _hints(self) -> dict[str, str]:
        return {
            RACE: self.tr("Click or drag to set the start · rings are minima · the wheel zooms"),
            BASINS: self.tr("Colour, hatching and letter tell the minimum; click to start there"),
            SWEEP: self.tr("Click a point to race with its rate · rings are the present rates"),
        }

    def _on_chosen(self, name: str) -> None:
        self.stage.step_bar.pause()
        self._stack.setCurrentWidget(self._pages[name])
        self._hint.setText(self._hints()[name])
        self.shown.emit()

"""The middle of the page: the step bar, the surface with the trails, and the losses below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.optimizers.progress.progress_view import ProgressView
from desktop.optimizers.race_setup import RaceResult, RaceSetup
from desktop.optimizers.surface_stage import SurfaceStage
from desktop.widgets.step_bar import StepBar
from engine.surfaces.function import SurfaceFunction

_STEPS_PER_SECOND = 60.0


class RaceStage(QFrame):
    """Draws a result at a step; it holds no result itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = ""
        self.step_bar = StepBar(self, steps_per_second=_STEPS_PER_SECOND)
        # Short, because at 1280 pixels the bar shares the width with two panels.
        self.step_bar.set_wording(lambda at, last: self.tr("{0} of {1}").format(at, last))
        self.surface_stage = SurfaceStage(self)
        self.surface_plot = self.surface_stage.plot
        self.progress = ProgressView(self)
        self.loss_plot = self.progress.loss_plot
        self.reset_button = self._make_reset_button()
        self.progress.head.addWidget(self.reset_button)
        self.setProperty("kind", "canvas")
        # It takes what the panels leave, and they narrow only when it would get too little.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
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
        self._fit_bar()

    def show_step(self, result: RaceResult, step: int) -> None:
        """Draw how far everybody has come."""
        self.surface_stage.show_step(result, step)
        self.progress.show_step(step)

    def stop(self) -> None:
        """Play no more and sample no more."""
        self.step_bar.pause()
        self.surface_stage.stop()

    def _make_reset_button(self) -> QPushButton:
        button = QPushButton(self.tr("Reset"), self)
        button.setToolTip(self.tr("Back to this surface's own start, rates and steps (Ctrl+R)"))
        button.setAccessibleName(self.tr("Reset the race"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.step_bar)
        layout.addWidget(self.surface_stage, 5)
        layout.addWidget(self.progress, 3)

    def _on_theme_changed(self) -> None:
        self.reset_button.setIcon(theme().icon("rotate-ccw"))
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Keep room for the bar, whose text grows with the zoom and with the number of steps."""
        self.setMinimumWidth(self.step_bar.minimumSizeHint().width())

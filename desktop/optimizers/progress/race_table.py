"""The table of the race: where each method stands at the step that is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.page_action import page_action
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.number_text import format_number, format_result
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.page import tell
from engine.optimizers.trajectory import Ending, Trajectory
from engine.races.race_setup import LEARNING_RATE, RaceResult

_NONE = "—"
_TABLE_PX = 392
_GOAL_PX = 96
# The last column gives way where room is short: a method must be read by its whole name.
_STATE = 3


class RaceTable(QWidget):
    """One row for each method that takes part, and the loss that counts as arrived.

    Signals:
        method_chosen(method: str): A row was selected.
        goal_changed(goal: float): Another loss counts as arrived.
    """

    method_chosen = Signal(str)
    goal_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._methods: list[str] = []
        self._table = DataTable(self._headers(0.01), self, yielding=_STATE)
        tip = self.tr("Where each method stands at the step shown; a tick says that it has arrived")
        explain(self._table, self.tr("Where each method stands"), tip, by_tab=True)
        self._table.row_selected.connect(self._on_row_selected)
        self._nobody = PlainLabel(
            self.tr("No method takes part: check the box of one to let it race."), self
        )
        self._nobody.setProperty("kind", "muted")
        self._nobody.setWordWrap(True)
        self._nobody.hide()
        self._goal = NumberField(0.01, parent=self)
        self._goal.setAccessibleName(self.tr("Goal: the loss to reach"))
        self._goal.set_explanation(self.tr("The loss that counts as arrived"))
        self._goal.value_changed.connect(self.goal_changed)
        label = PlainLabel(self.tr("Goal: a loss of at most"), self)
        label.setProperty("kind", "muted")
        self.copy_button = QToolButton(self)
        self.copy_button.setDefaultAction(self._make_copy_action())
        self.copy_button.setAutoRaise(True)
        self.copy_button.setAccessibleName(self.tr("Copy the table"))
        self.copy_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        goal_row = QHBoxLayout()
        goal_row.addWidget(self.copy_button)
        goal_row.addWidget(label, 1)
        goal_row.addWidget(self._goal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        layout.addWidget(self._nobody)
        layout.addLayout(goal_row)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def table(self) -> DataTable:
        """The table itself."""
        return self._table

    @property
    def copy_action(self) -> QAction:
        """Copies the table, for a menu."""
        return self.copy_button.defaultAction()

    def copy(self) -> None:
        """Put the table on the clipboard, as a spreadsheet pastes it."""
        QGuiApplication.clipboard().setText(self._table.as_text())
        tell(self, self.tr("The table is on the clipboard."))

    @property
    def note(self) -> str:
        """The sentence shown in place of rows, or ''."""
        return self._nobody.text() if self._nobody.isVisibleTo(self) else ""

    @property
    def goal_field(self) -> NumberField:
        """The field of the goal."""
        return self._goal

    def show_step(self, result: RaceResult, step: int) -> None:
        """Show where all stand at a step."""
        goal = result.setup.goal
        if self._goal.value != goal:
            self._goal.set_value(goal)
        self._table.set_headers(self._headers(goal))
        self._methods = [t.run.optimizer.name for t in result.race.trajectories]
        rows = [self._row(t, step, goal) for t in result.race.trajectories]
        colours = [
            [look_of(method).colour, None, None, self._state_colour(t, step)]
            for method, t in zip(self._methods, result.race.trajectories, strict=True)
        ]
        self._table.set_rows(rows, colours=colours)
        self._nobody.setVisible(not rows)

    def _make_copy_action(self) -> QAction:
        return page_action(
            self,
            self.tr("&Copy the table"),
            self.tr("Copy the standings, as a spreadsheet pastes them"),
            self.copy,
            "Ctrl+Shift+C",
        )

    def _headers(self, goal: float) -> list[str]:
        return [
            self.tr("method"),
            self.tr("rate"),
            self.tr("loss"),
            filled(self.tr("steps to {0}"), format_number(goal, 3)),
        ]

    def _row(self, trajectory: Trajectory, step: int, goal: float) -> list[str]:
        optimizer = trajectory.run.optimizer
        loss = float(trajectory.losses[min(step, trajectory.steps)])
        return [
            f"{look_of(optimizer.name).glyph} {translate_engine(optimizer.title)}",
            format_number(trajectory.run.settings[LEARNING_RATE], 3),
            Figure(format_result(loss, 3), loss),
            self._state(trajectory, step, goal),
        ]

    def _state(self, trajectory: Trajectory, step: int, goal: float) -> str:
        """Say how many steps it takes, ticked once they are taken, or what comes between."""
        reached = trajectory.steps_to(goal)
        if reached is not None:
            return filled(self.tr("{0} ✓"), reached) if reached <= step else str(reached)
        if trajectory.ended_at is None:
            return filled(self.tr("not in {0}"), trajectory.steps)
        if trajectory.ended_at > step:
            return _NONE
        if trajectory.ending is Ending.DIVERGED:
            return filled(self.tr("diverged at {0}"), trajectory.ended_at)
        return filled(self.tr("left at {0}"), trajectory.ended_at)

    @staticmethod
    def _state_colour(trajectory: Trajectory, step: int) -> str | None:
        diverged = trajectory.diverged_at is not None and trajectory.diverged_at <= step
        return "error" if diverged else None

    def _on_theme_changed(self) -> None:
        # Narrower, it would cut what became of the methods.
        self._table.setMinimumWidth(theme().px(_TABLE_PX))
        self._goal.setFixedWidth(theme().px(_GOAL_PX))
        self.copy_action.setIcon(theme().icon("copy"))

    def _on_row_selected(self, row: int) -> None:
        if row < len(self._methods):
            self.method_chosen.emit(self._methods[row])

"""The loss of each method against the step, on a logarithmic scale where losses are positive."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.race_setup import RaceResult

# Below this a loss is nothing but rounding, and showing it would squeeze the rest.
_LOWEST_SHOWN = 1e-12
# A curve that runs along the edge of its plot is hard to see.
_AIR = 1.2


class LossPlot(PlotView):
    """Curves of the loss, the goal, and a line at the step that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        tip = self.tr("The loss after each step; the dashed line is the goal")
        more = self.tr(
            "The loss of each method after each step. The upright line is the step shown; "
            "where all losses are positive, the scale is logarithmic."
        )
        explain(self, self.tr("Loss of each method against the step"), tip, more=more)
        self.set_mouse_enabled(False, False)
        self.legend.setVisible(False)

    def show_result(self, result: RaceResult, log_wanted: bool = True) -> None:
        """Draw the losses of a race, on a logarithmic scale if that is wanted and possible."""
        trajectories = result.race.trajectories
        losses = np.concatenate([t.losses for t in trajectories] or [np.ones(1)])
        can_be_log = allows_log(result)
        self.menu.offer_log(y=can_be_log)
        is_log = log_wanted and can_be_log
        self.set_log(y=is_log)
        self.set_labels(self.tr("step"), self.tr("loss (log)") if is_log else self.tr("loss"))
        for method in OPTIMIZERS:
            trajectory = result.trajectory(method)
            if trajectory is None:
                self.remove(f"loss:{method}")
                continue
            look = look_of(method)
            self.set_curve(
                f"loss:{method}", np.arange(len(trajectory.losses)), trajectory.losses,
                look.colour, look.style, look.symbol, name="", width=2.0,
            )  # fmt: skip
        steps = float(result.setup.steps)
        self._show_goal(result.setup.goal, steps, is_log)
        self.set_view((0.0, steps), _loss_range(losses, is_log))

    def show_step(self, step: int) -> None:
        """Put the line at a step."""
        self.set_line("step", float(step), "text", "solid", width=1.5)

    def _show_goal(self, goal: float, steps: float, is_log: bool) -> None:
        if is_log and goal <= 0.0:
            self.remove("goal")
            self.remove("goal text")
            return
        self.set_line("goal", goal, "text_muted", "dash", horizontal=True)
        # At the end, because the curves begin with what there is most to see of them.
        self.set_text("goal text", steps, goal, self.tr("goal"), "text_muted", anchor=(1.15, 1.0))


def allows_log(result: RaceResult) -> bool:
    """Whether no loss of a race is negative, so that a logarithmic scale can show them all."""
    return not any(bool((t.losses < 0.0).any()) for t in result.race.trajectories)


def _loss_range(losses: np.ndarray, is_log: bool) -> tuple[float, float]:
    if is_log:
        lowest, highest = ranges.extremes(losses[losses > 0.0]) or (1e-3, 1e-3)
        lowest = max(lowest, _LOWEST_SHOWN)
        return ranges.round_log_range(lowest / _AIR, max(highest, 10 * lowest) * _AIR)
    return ranges.round_range(*(ranges.extremes(losses) or (0.0, 1.0)))

"""The distance of each method to the nearest minimum against the step."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.race_setup import RaceResult

_LOWEST_SHOWN = 1e-12
_AIR = 1.2


class DistancePlot(PlotView):
    """One curve for each method, and a line at the step that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        tip = self.tr("How far each method is from the nearest minimum after each step")
        more = self.tr(
            "How far each method is from the nearest of the lowest points. The loss can be "
            "small far from there, where the surface is flat."
        )
        explain(self, self.tr("Distance of each method to the nearest minimum"), tip, more=more)
        self.set_mouse_enabled(False, False)
        self.legend.setVisible(False)

    def show_result(self, result: RaceResult, is_log: bool) -> None:
        """Draw the distances of a race; a surface without minima says so."""
        self.set_log(y=is_log)
        self.set_labels(self.tr("step"), self.tr("distance"))
        minima = np.array(result.setup.record.minima).reshape(-1, 2)
        highest = lowest = 1.0
        shown: list[Array] = []
        for method in OPTIMIZERS:
            trajectory = result.trajectory(method)
            if trajectory is None or not len(minima):
                self.remove(f"distance:{method}")
                continue
            distances = distance_to(trajectory.points, minima)
            look = look_of(method)
            self.set_curve(
                f"distance:{method}", np.arange(len(distances)), distances, look.colour,
                look.style, look.symbol, width=2.0,
            )  # fmt: skip
            shown.append(distances)
        if shown:
            together = np.concatenate(shown)
            lowest, highest = ranges.extremes(together[together > 0.0]) or (1e-3, 0.0)
            lowest = max(lowest, _LOWEST_SHOWN)
        self._say_without_minima(not len(minima), result.setup.steps)
        log_range = ranges.round_log_range(lowest / _AIR, max(highest, 10 * lowest) * _AIR)
        shown_range = log_range if is_log else ranges.round_range(0.0, highest)
        self.set_view((0.0, float(result.setup.steps)), shown_range)

    def show_step(self, step: int) -> None:
        """Put the line at a step."""
        self.set_line("step", float(step), "text", "solid", width=1.5)

    def _say_without_minima(self, is_without: bool, steps: int) -> None:
        if not is_without:
            self.remove("none")
            return
        text = self.tr("This surface has no separate lowest point")
        self.set_text("none", steps / 2, 1.0, text, "text_muted")


def distance_to(points: Array, minima: Array) -> Array:
    """Return the distance of each point, shape (n, 2), to the nearest of the minima, (m, 2)."""
    with np.errstate(all="ignore"):
        apart = points[:, None, :] - minima[None, :, :]
        return np.asarray(np.hypot(apart[..., 0], apart[..., 1]).min(axis=1))

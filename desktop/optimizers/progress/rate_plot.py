"""The effective rate of the chosen method: how far a step goes for each unit of slope."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.race.method_look import look_of
from desktop.widgets.plots.plot_style import LineStyle
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.trajectory import Trajectory
from engine.races.race_setup import RaceResult

_STYLES: tuple[LineStyle, LineStyle] = ("solid", "dash")
_SHARES = (1.0, 99.0)
_AIR = 1.2
# What a plot without a curve shows; 1 is in it on either axis.
_EMPTY = (0.1, 10.0)


class RatePlot(PlotView):
    """A curve for each coordinate, and the learning rate that was set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._about("")
        self.set_mouse_enabled(False, False)

    def show_result(self, result: RaceResult, method: str, is_log: bool) -> None:
        """Draw the effective rates of a method."""
        self.set_log(y=is_log)
        title = translate_engine(OPTIMIZERS[method].title)
        self._about(title)
        self.set_labels(self.tr("step"), self.tr("|Δw / g|"))
        trajectory = result.trajectory(method)
        if trajectory is None or trajectory.steps == 0:
            self.clear()
            if trajectory is None:
                self._tell_absent(result.setup.steps)
            return
        self.remove("absent")
        rates, given = effective_rates(trajectory), trajectory.rates()
        steps = np.arange(1, trajectory.steps + 1)
        look = look_of(method)
        for axis, name in enumerate(result.setup.record.variables):
            self.set_curve(
                f"rate:{axis}", steps, rates[:, axis], look.colour, _STYLES[axis], look.symbol,
                name=filled(self.tr("{0} along {1}"), title, name), width=2.0,
            )  # fmt: skip
        self.set_curve("given", steps, given, "text_muted", "dot", name=self.tr("learning rate"))
        self.set_view((0.0, float(result.setup.steps)), _range(rates, given, is_log))

    def show_step(self, step: int) -> None:
        """Put the line at a step."""
        self.set_line("step", float(step), "text", "solid", width=1.5)

    def _tell_absent(self, steps: int) -> None:
        self.set_view((0.0, float(steps)), _EMPTY)
        text = self.tr("This method does not take part; check its box to let it race.")
        self.set_text("absent", steps / 2, 1.0, text, "text_muted")

    def _about(self, title: str) -> None:
        name = self.tr("Effective rate of {0} for each coordinate")
        tip = self.tr("How far each step went for each unit of slope, along each coordinate")
        more = self.tr(
            "The step divided by the gradient, for each coordinate. Methods with one rate for "
            "all have one curve; adaptive methods take longer steps where slopes are small."
        )
        explain(self, filled(name, title), tip, more=more)


def effective_rates(trajectory: Trajectory) -> Array:
    """Return |Δw / g| for each step and coordinate, shape (steps, 2); NaN where g is 0."""
    slopes = np.abs(trajectory.gradients)
    with np.errstate(all="ignore"):
        rates = np.abs(np.diff(trajectory.points, axis=0)) / slopes
    return np.where(np.isfinite(rates) & (slopes > 0.0), rates, np.nan)


def _range(rates: Array, given: Array, is_log: bool) -> tuple[float, float]:
    known = rates[np.isfinite(rates) & (rates > 0.0)]
    # A slope that happens to be next to nothing would squeeze all the rest.
    unit = ranges.Unit.of(ranges.extent(known))
    shown = np.percentile(unit.measure(known), _SHARES) if len(known) else np.ones(2)
    ends = unit.restore(shown).tolist()
    used = given[given > 0.0]
    low = min(ends[0], float(used.min()) if len(used) else ends[0])
    high = max(ends[1], float(given.max()))
    if is_log:
        return ranges.round_log_range(low / _AIR, max(high, 10 * low) * _AIR)
    return ranges.round_range(0.0, high)

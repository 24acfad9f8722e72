"""The numerical gradient's error against its step h: truncation here, round-off there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.plots.plot_view import PlotView
from engine.autodiff.checks.step_study import LARGEST_STEP, SMALLEST_STEP, ErrorSource, StepError

_HEIGHT_PX = 210
# Where an error of 0 is drawn, which has no logarithm: below the last digit of a double.
_FLOOR = 1e-17
_TOP = 3.0


class StepPlot(QWidget):
    """A curve on logarithmic axes, its two regions named, and a mark at the present h."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._study: tuple[StepError, ...] = ()
        self.plot = PlotView("", self)
        tip = self.tr(
            "The largest relative error of the numerical gradient for every h: for large h the "
            "formula truncates, for small h the computer's rounding shows"
        )
        explain(self.plot, self.tr("Relative error against h"), tip)
        self.plot.set_log(True, True)
        self.plot.set_mouse_enabled(False, False)
        self.plot.set_labels("h", self.tr("relative error"))
        self.plot.set_view((SMALLEST_STEP, LARGEST_STEP), (_FLOOR, _TOP))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.plot.setFixedHeight(theme().px(_HEIGHT_PX))

    def show_study(self, study: Sequence[StepError], step: float) -> None:
        """Show the errors of all steps, and where the present step is among them."""
        self._study = tuple(study)
        self.setVisible(bool(self._study))
        steps = [item.step for item in self._study]
        self.plot.set_curve("error", steps, [_shown(item.error) for item in self._study], "accent")
        self._show_regions()
        self.mark(step)

    def mark(self, step: float) -> None:
        """Mark the present step."""
        if not self._study:
            return
        nearest = min(self._study, key=lambda item: abs(math.log(item.step / step)))
        self.plot.set_line("h", step, "text_muted", "dash")
        self.plot.set_points("at", [nearest.step], [_shown(nearest.error)], "gradient", size=11)

    def _show_regions(self) -> None:
        border = border_of(self._study)
        round_off, truncation = self.tr("round-off"), self.tr("truncation")
        if border is None:
            self.plot.remove("truncating")
            self.plot.remove("truncation")
            middle = math.sqrt(SMALLEST_STEP * LARGEST_STEP)
            self.plot.set_text("round-off", middle, _TOP, f"← {round_off}", "text", (0.5, 0.0))
            return
        self.plot.set_bands("truncating", [(border, LARGEST_STEP * 10)], "accent_soft", alpha=0.7)
        left = math.sqrt(SMALLEST_STEP * border)
        self.plot.set_text("round-off", left, _TOP, f"← {round_off}", "text", (0.5, 0.0))
        self.plot.set_text("truncation", LARGEST_STEP, _TOP, f"{truncation} →", "text", (1.0, 0.0))


def border_of(study: Sequence[StepError]) -> float | None:
    """Return the step below which round-off outweighs; None where nothing truncates."""
    truncating = [item.step for item in study if item.source is ErrorSource.TRUNCATION]
    return min(truncating, default=None)


def _shown(error: float) -> float:
    return max(error, _FLOOR * 1.5) if math.isfinite(error) else math.nan

"""The result along the nudged input: the curve, its tangent, and both ends of the nudge."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.plots.plot_view import PlotView
from engine.autodiff.paths.nudge import NudgeAnswer

_HEIGHT_PX = 230


class NudgePlot(QWidget):
    """Shows where the tangent leaves the curve."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = PlotView("", self)
        tip = self.tr(
            "The curve is the result, the dashed line its tangent; the gap at the nudged place is "
            "the error of the prediction"
        )
        explain(self.plot, self.tr("The result along the nudged input"), tip)
        self.plot.set_mouse_enabled(False, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.plot.setFixedHeight(theme().px(_HEIGHT_PX))

    def show_answer(self, answer: NudgeAnswer | None, name: str, result: str) -> None:
        """Draw an answer, or nothing where there are no numbers."""
        is_drawable = answer is not None and answer.is_finite
        self.setVisible(is_drawable)
        if answer is None or not is_drawable:
            return
        x, y = answer.place, answer.value
        change = answer.nudge.change
        ends = np.array([answer.places[0], answer.places[-1]])
        with np.errstate(all="ignore"):
            tangent = y + answer.slope * (ends - x)
        self.plot.set_labels(name, result)
        self.plot.set_curve("curve", answer.places, answer.results, "value", name=self.tr("truth"))
        self.plot.set_curve(
            "tangent", ends, tangent, "gradient", "dash", name=self.tr("tangent line")
        )
        moved = x + change
        predicted, true = y + answer.nudge.predicted, y + answer.nudge.actual
        self.plot.set_curve("gap", [moved, moved], [predicted, true], "warning", width=3.0)
        self.plot.set_points(
            "points",
            [x, moved, moved],
            [y, predicted, true],
            ["text", "gradient", "value"],
            ["circle", "diamond", "square"],
        )

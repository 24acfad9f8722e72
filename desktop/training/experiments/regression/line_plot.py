"""The points, the line through them, and how far each lies from it."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.training.experiments.regression.course_fit import FitPath
from desktop.widgets.plots.plot_view import PlotView
from engine.arrays import Array

_ROOM = 0.12


class LinePlot(PlotView):
    """y over x where there is one input; else the prediction over the target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_mouse_enabled(False, False)
        self.setAccessibleName(self.tr("The points, the line and the residuals"))

    def show_step(self, path: FitPath, step: int) -> None:
        """Draw the line after so many updates."""
        data = path.run.dataset
        targets = data.targets[:, 0]
        has_line = data.inputs.shape[1] == 1
        predictions = _finite(path.predictions(step))
        if has_line:
            view = data.view
            weight, bias = (float(value) for value in path.parameters[step])
            x = np.array([view.left, view.right])
            places, points, ends = data.inputs[:, 0], targets, predictions
            with np.errstate(all="ignore"):
                line = _finite(weight * x + bias)
            y_range = (view.bottom, view.top)
            self.set_labels("x", "y")
            tip = self.tr("Dots are the data, the line is Wx + b, dashes are the residuals")
        else:
            low, high = float(targets.min()), float(targets.max())
            room = _ROOM * (high - low)
            x = line = np.array([low - room, high + room])
            places, points, ends = targets, predictions, targets
            y_range = (low - room, high + room)
            self.set_labels(self.tr("target"), self.tr("prediction"))
            tip = self.tr(
                "Three inputs have no flat picture: each dot is a prediction over its target, and "
                "on the line the two are equal; dashes are the residuals"
            )
        explain(self, None, tip)
        self.set_curve("line", x, line, "series_0", width=2.6)
        self.set_curve("residuals", *_upright(places, points, ends), "error", "dash", width=1.6)
        self.set_points("points", places, points, "text", "circle", 11.0)
        self.set_view((float(x[0]), float(x[-1])), y_range)


def _upright(places: Array, points: Array, ends: Array) -> tuple[Array, Array]:
    """Return upright lines from points to ends, broken between one and the next."""
    gap = np.full(len(places), np.nan)
    x = np.column_stack([places, places, gap]).ravel()
    y = np.column_stack([points, ends, gap]).ravel()
    return x, y


def _finite(values: Array) -> Array:
    # The drawing library cannot draw to 1e300.
    return np.clip(np.nan_to_num(values), -1e6, 1e6)

"""The plane of the two inputs, the samples on it, and the line that the perceptron draws."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme_notifier
from desktop.training.network.colours import ground_ramp
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array
from engine.training.analysis.perceptron_lesson import PerceptronLesson

_LOW, _HIGH = -0.5, 1.5
_CELLS = 160
_FAR = 20.0
_ARROW = 0.35
_GROUND = (0.24, 0.76)


class PerceptronPlot(PlotView):
    """The two sides of the line in two colours, the best line so far dashed, the sample ringed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._lesson: PerceptronLesson | None = None
        self._step = 0
        self.set_aspect_locked(True)
        self.set_mouse_enabled(False, False)
        self.set_grid(False)
        self.set_labels("x₁", "x₂")
        tip = self.tr(
            "Blue discs have the target 1, orange squares −1. On the blue side of the line the sum "
            "is above 0; the arrow is the weight vector, at right angles to the line. The ring is "
            "the sample just looked at, a cross marks those on the wrong side, and the dashed line "
            "is the best so far. Where no line separates the samples, the dotted one at the end is "
            "the best there is."
        )
        explain(self, self.tr("The samples and the line of the perceptron"), tip)
        theme_notifier().follow(self._draw_step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same square at another size: locked axes would drift away from it."""
        super().resizeEvent(event)
        self.set_view((_LOW, _HIGH), (_LOW, _HIGH))

    def show_step(self, lesson: PerceptronLesson, step: int) -> None:
        """Draw the perceptron after a step."""
        self._lesson, self._step = lesson, step
        self._draw_step()

    def _draw_step(self) -> None:
        if self._lesson is None:
            return
        lesson = self._lesson
        record = lesson.records[self._step]
        weights = _measured(np.append(record.weights, record.bias))
        self._draw_sides(weights)
        self._draw_line("line", weights, "solid", 2.6)
        self._draw_line("best", _measured(record.best_weights), "dash", 1.6)
        if record.is_cycling and record.best_right < lesson.best_right:
            self._draw_line("possible", _measured(lesson.best_line), "dot", 2.6)
        else:
            self.remove("possible")
        self._draw_arrow(weights[:2], float(weights[2]))
        self._draw_samples(lesson, weights)
        if record.sample is None:
            self.remove("ring")
        else:
            x, y = lesson.inputs[record.sample]
            colour = "error" if record.was_wrong else "success"
            # Behind the sample, which is smaller.
            self.set_points("ring", [x], [y], colour, "circle", 34.0, "panel", above=-1)

    def _draw_sides(self, weights: Array) -> None:
        step = (_HIGH - _LOW) / _CELLS
        places = _LOW - 1.0 + (np.arange(2 * _CELLS) + 0.5) * step
        x, y = np.meshgrid(places, places)
        sums = weights[0] * x + weights[1] * y + weights[2]
        side = np.where(sums > 0, _GROUND[1], np.where(sums < 0, _GROUND[0], 0.5))
        rect = (float(places[0]), float(places[-1]), float(places[0]), float(places[-1]))
        self.set_image("sides", side, rect, ground_ramp(), (0.0, 1.0))

    def _draw_line(self, key: str, weights: Array, style: str, width: float) -> None:
        length = ranges.length(weights[:2])
        distance = -float(weights[2]) / length if length else math.inf
        if not math.isfinite(distance):
            self.remove(key)
            return
        normal = weights[:2] / length
        foot = distance * normal
        along = np.array([-normal[1], normal[0]])
        ends = np.array([foot - _FAR * along, foot + _FAR * along])
        colour = "text" if style == "solid" else "success"
        self.set_curve(key, ends[:, 0], ends[:, 1], colour, style, width=width)  # type: ignore[arg-type]

    def _draw_arrow(self, weights: Array, bias: float) -> None:
        """Draw the weight vector from the point of the line nearest to the samples' middle."""
        length = ranges.length(weights)
        if length == 0 or not math.isfinite(bias / length):
            self.remove("arrow")
            self.remove("head")
            return
        unit, middle = weights / length, np.array([0.5, 0.5])
        start = middle - (float(weights @ middle) + bias) / length * unit
        tip = start + _ARROW * unit
        side = np.array([-unit[1], unit[0]])
        head = [tip - 0.08 * unit + 0.04 * side, tip, tip - 0.08 * unit - 0.04 * side]
        for key, corners in (("arrow", [start, tip]), ("head", head)):
            x, y = np.array(corners).T
            self.set_curve(key, x, y, "text", width=1.8)

    def _draw_samples(self, lesson: PerceptronLesson, weights: Array) -> None:
        for key, colour, symbol, sign in (
            ("below", "class_0", "square", -1.0),
            ("above", "class_1", "circle", 1.0),
        ):
            points = lesson.inputs[lesson.targets == sign]
            self.set_points(key, points[:, 0], points[:, 1], colour, symbol, 20.0)
        sums = lesson.inputs @ weights[:2] + weights[2]
        wrong = lesson.inputs[lesson.targets * sums <= 0]
        self.set_points("wrong", wrong[:, 0], wrong[:, 1], "panel", "cross", 11.0, above=1)


def _measured(weights: Array) -> Array:
    """Return weights of the same line in a unit in which nothing overflows."""
    return ranges.Unit.of(ranges.extent(weights)).measure(weights)

"""A line that a learner draws through the plane, and how many samples it puts right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.training.pictures.boundary_view import BoundaryView
from desktop.training.run.session import TrainingSession
from engine.training.perceptron import right_of_line

_KEYS = ("answered line", "answered points")
_FAR = 4.0


class DrawnLine(QObject):
    """Draws a line through two places, one place alone as a point.

    Signals:
        changed(): It is another one, or gone.
    """

    changed = Signal()

    def __init__(self, view: BoundaryView, session: TrainingSession, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._session = view, session
        self._points: tuple[tuple[float, float], ...] = ()
        session.restarted.connect(lambda: self.show_points(()))

    @property
    def right(self) -> float | None:
        """How many samples are on their class's side; None without a line or a plane of classes."""
        data = self._session.run.original_dataset
        is_plane = data.inputs.shape[1] == 2 and data.targets.shape[1] == 1
        if len(self._points) != 2 or not is_plane or data.is_regression:
            return None
        return float(right_of_line(data.inputs, data.classes, *self._points))

    def show_points(self, points: Sequence[tuple[float, float]]) -> None:
        """Draw the line through the first two of some places; none takes it away."""
        made = tuple((float(x), float(y)) for x, y in points[:2])
        if made == self._points:
            return
        self._points = made
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        plot = self._view.plot
        for key in _KEYS:
            plot.remove(key)
        if not self._points:
            return
        places = np.array(self._points)
        if len(places) == 2:
            # Long enough to leave the plane at both ends.
            view = self._session.run.original_dataset.view
            along = places[1] - places[0]
            length = float(np.hypot(*along)) or 1.0
            reach = np.hypot(view.right - view.left, view.top - view.bottom) * _FAR / length
            ends = np.array([places[0] - reach * along, places[1] + reach * along])
            plot.set_curve(_KEYS[0], ends[:, 0], ends[:, 1], "accent", "dash", width=2.5)
        plot.set_points(_KEYS[1], places[:, 0], places[:, 1], "accent", "diamond", 11.0, above=2)

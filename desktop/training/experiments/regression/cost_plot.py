"""The cost as a surface over the weights, seen from above, with the path that the fit takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.training.experiments.regression.course_fit import CourseFit, FitPath
from desktop.training.network.colours import mix
from desktop.widgets.plots.plot_style import SURFACE_RAMP
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array, as_array
from engine.errors import EngineError
from engine.surfaces.sampling import contour_levels, shades
from engine.surfaces.surface import Box
from engine.training.analysis.loss_plane import Plane, loss_on_plane, path_plane

_COLUMNS, _LEVELS = 72, 14
_SHARE = 0.42
_ROOM = 0.18
# A path that diverged ends this many pictures away.
_FAR = 20.0


@dataclass(frozen=True, eq=False)
class CostPicture:
    """The cost on a grid of a plane, and the path in it.

    Attributes:
        box: The rectangle of the plane.
        costs: Shape (rows, columns), row 0 at the bottom.
        path: The path in the plane, shape (n, 2).
        best: The lowest point of the cost, shape (2,).
        shares: How much of the path's spread lies along each axis, where the plane is the path's
            own; else None.
    """

    box: Box
    costs: Array
    path: Array
    best: Array
    shares: tuple[float, float] | None


def picture_cost(fit: CourseFit, path: FitPath) -> Iterator[CostPicture | None]:
    """Compute the picture, yielding None after each row of the grid."""
    data = path.run.dataset
    wide = np.column_stack([data.inputs, np.ones(len(data))])
    lowest = as_array(np.linalg.lstsq(wide, data.targets[:, 0], rcond=None)[0])
    shares = None
    if fit.box is not None:
        plane, box = Plane(np.zeros(2), *np.eye(2)), fit.box
        places, best = path.parameters, lowest
    else:
        try:
            found = path_plane(list(path.parameters))
        except EngineError:
            return
        plane, shares = found.plane, found.shares
        places, best = found.path, plane.coordinates(lowest[None, :])[0]
        box = _around(np.vstack([places, best]))
    x = ranges.spaced(box.left, box.right, _COLUMNS)
    y = ranges.spaced(box.bottom, box.top, _COLUMNS)
    costs = np.empty((_COLUMNS, _COLUMNS))
    for row, values in loss_on_plane(path.run, plane, x, y):
        costs[row] = values
        yield None
    yield CostPicture(box, costs, places, best, shares)


def _around(places: Array) -> Box:
    ends = (ranges.extremes(column) or (0.0, 1.0) for column in places.T)
    across, up = ((*pair, max(_ROOM * ranges.width(*pair), 1e-9)) for pair in ends)
    return Box(
        ranges.finite(across[0] - across[2]),
        ranges.finite(across[1] + across[2]),
        ranges.finite(up[0] - up[2]),
        ranges.finite(up[1] + up[2]),
    )


class CostPlot(PlotView):
    """Lines of equal cost, the path, where it stands; the start can be dragged.

    Signals:
        start_set(W: float, b: float): The user dragged the start there, or clicked there.
    """

    start_set = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._picture: CostPicture | None = None
        self._step = 0
        self._has_handle = False
        self.set_grid(False)
        self.set_mouse_enabled(False, False)
        self.setAccessibleName(self.tr("The cost over the weights, with the path"))
        self.clicked.connect(self._on_clicked)
        self.drag_finished.connect(lambda _key, x, y: self.start_set.emit(x, y))
        theme_notifier().follow(self._draw_picture)

    @property
    def picture(self) -> CostPicture | None:
        """What is shown."""
        return self._picture

    def show_fit(self, fit: CourseFit) -> None:
        """Forget the last picture, and name the axes for another fit."""
        self.clear()
        self._picture = None
        self._has_handle = fit.box is not None
        if self._has_handle:
            self.set_labels("W", "b")
            text = self.tr(
                "Each line joins weights of equal cost. Click or drag the dark dot to begin "
                "elsewhere; the star is the lowest cost there is."
            )
        else:
            self.set_labels(self.tr("first direction"), self.tr("second direction"))
            text = self.tr(
                "Four weights have no flat picture: this is the plane in which the path spreads "
                "the most, by its principal directions. Each line joins points of equal cost."
            )
        explain(self, None, text)

    def show_picture(self, picture: CostPicture) -> None:
        """Draw another surface and path."""
        self._picture = picture
        self._draw_picture()

    def show_step(self, step: int) -> None:
        """Draw the path up to a step boldly."""
        self._step = step
        self._draw_walked()

    def _draw_picture(self) -> None:
        picture = self._picture
        if picture is None:
            return
        box = picture.box
        x = ranges.spaced(box.left, box.right, picture.costs.shape[1])
        y = ranges.spaced(box.bottom, box.top, picture.costs.shape[0])
        shade = shades(picture.costs, logarithmic=True)
        rect = (box.left, box.right, box.bottom, box.top)
        self.set_image("ground", shade, rect, _ramp(), (0.0, 1.0))
        levels = contour_levels(picture.costs, _LEVELS, logarithmic=True)
        self.set_contours("contours", x, y, picture.costs, list(levels), "text", 1.0, 0.3)
        self.set_view((box.left, box.right), (box.bottom, box.top))
        path = _shortened(picture.path, box)
        self.set_curve("ahead", path[:, 0], path[:, 1], theme().color("series_3", 0.4), "dash", "")
        self.set_points("best", [picture.best[0]], [picture.best[1]], "text", "star", 15.0)
        if self._has_handle:
            start = picture.path[0]
            self.add_draggable("start", float(start[0]), float(start[1]), "text", 12.0)
        self._draw_walked()

    def _draw_walked(self) -> None:
        if self._picture is None:
            return
        step = min(self._step, len(self._picture.path) - 1)
        path = _shortened(self._picture.path[: step + 1], self._picture.box)
        self.set_curve("walked", path[:, 0], path[:, 1], "series_3", width=2.4)
        self.set_points("now", path[-1:, 0], path[-1:, 1], "series_3", "circle", 12.0)

    def _on_clicked(self, x: float, y: float) -> None:
        if self._has_handle:
            self.start_set.emit(x, y)


def _shortened(path: Array, box: Box) -> Array:
    """Let a path that leaves the picture end not far outside it."""
    width, height = ranges.width(box.left, box.right), ranges.width(box.bottom, box.top)
    return np.clip(
        path,
        [box.left - _FAR * width, box.bottom - _FAR * height],
        [box.right + _FAR * width, box.top + _FAR * height],
    )


def _ramp() -> list[QColor]:
    canvas = theme().color("canvas")
    return [mix(canvas, QColor(colour), _SHARE) for colour in SURFACE_RAMP]

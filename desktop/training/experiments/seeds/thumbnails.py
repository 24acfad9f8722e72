"""Small pictures of what many networks have learned, painted off the interface's thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.foundation.theme import theme
from desktop.training.network.colours import ground_ramp, mix
from desktop.training.pictures.class_marks import class_colour
from desktop.widgets.plots.plot_style import Colour, colour_ramp
from engine.arrays import Array
from engine.training.analysis.decision_boundary import class_map, probability_map
from engine.training.datasets.dataset import Dataset
from engine.training.many_networks.many import ManyRecord
from engine.training.network.predicted_class import UNDECIDED
from engine.training.run.run import TrainingRun

_CELLS = 30
# Points of a cloud would hide the little picture that they lie on.
_MOST_POINTS = 16
_POINT_SHARE = 0.055
_GROUND_SHARE = 0.55


@dataclass(frozen=True)
class ThumbnailLook:
    """Colours and size, taken from the theme before the painting leaves the interface's thread.

    Attributes:
        size: Pixels along each side.
        ground: From class 0 over neutral to class 1.
        classes: The ground of each class where there are many.
        outline: Round a sample.
        points: A sample of class 0 and one of class 1.
    """

    size: int
    ground: tuple[QColor, ...]
    classes: tuple[QColor, ...]
    outline: QColor
    points: tuple[QColor, QColor]


def present_look(size_px: float, data: Dataset) -> ThumbnailLook:
    """Return the look of the theme in force, for some data's classes."""
    canvas = theme().color("canvas")
    low, high = "class_0", "class_1"
    if not data.is_regression:
        low, high = class_colour(data.look(0)), class_colour(data.look(1))
    return ThumbnailLook(
        theme().px(size_px),
        tuple(QColor(colour) for colour in ground_ramp(low, high)),
        tuple(
            mix(canvas, theme().color(class_colour(data.look(label))), _GROUND_SHARE)
            for label in range(data.targets.shape[1])
        ),
        theme().color("panel"),
        (theme().color(low), theme().color(high)),
    )


def can_draw(run: TrainingRun) -> bool:
    """Tell whether a network's answers can be drawn over the plane of its inputs."""
    return run.layers[0] == 2


def draw_thumbnail(run: TrainingRun, parameters: Array, look: ThumbnailLook) -> QImage:
    """Paint a network's answer over the plane, with the samples on it if they are few."""
    pixels = np.ascontiguousarray(np.flipud(_paint(run, parameters, look)))
    small = QImage(
        pixels.tobytes(), _CELLS, _CELLS, 4 * _CELLS, QImage.Format.Format_RGBA8888
    ).copy()
    image = small.scaled(
        look.size,
        look.size,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    if len(run.dataset) <= _MOST_POINTS and run.layers[-1] == 1 and not run.dataset.is_regression:
        _draw_samples(image, run, look)
    return image


def _paint(run: TrainingRun, parameters: Array, look: ThumbnailLook) -> Any:
    view = run.dataset.view
    if run.layers[-1] > 1:
        classes = class_map(run.network, parameters, view, width=_CELLS, height=_CELLS)
        decided = np.where(classes == UNDECIDED, np.nan, classes)
        count = max(run.layers[-1] - 1, 1)
        colours: list[Colour] = list(look.classes[: count + 1])
        return colour_ramp(decided, colours, (0.0, float(count)))
    values = probability_map(run.network, parameters, view, width=_CELLS, height=_CELLS)
    ends = (0.0, 1.0)
    if run.dataset.is_regression:
        ends = (float(run.dataset.targets.min()), float(run.dataset.targets.max()))
    return colour_ramp(values.astype(np.float64), list(look.ground), ends)


def _draw_samples(image: QImage, run: TrainingRun, look: ThumbnailLook) -> None:
    data = run.dataset
    left, right, bottom, top = data.view
    radius = _POINT_SHARE * look.size
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.outline, 1.0))
    for (x, y), is_one in zip(data.inputs, data.classes, strict=True):
        place = QPointF(
            (x - left) / (right - left) * look.size, (top - y) / (top - bottom) * look.size
        )
        painter.setBrush(look.points[int(is_one)])
        if is_one:
            painter.drawEllipse(place, radius, radius)
        else:
            corner = place - QPointF(radius, radius)
            painter.drawRect(QRectF(corner.x(), corner.y(), 2 * radius, 2 * radius))
    painter.end()


class ThumbnailTask(QObject):
    """Paints the newest record that it is given; records that come meanwhile are left out.

    Signals:
        painted(record: ManyRecord, images: tuple[QImage, ...]): One picture for each network.
    """

    painted = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = BackgroundTask(self, Policy.FINISH)
        self._task.done.connect(lambda made: self.painted.emit(*made))

    def paint(self, run: TrainingRun, record: ManyRecord, look: ThumbnailLook) -> None:
        """Paint all networks of a record as soon as the present pictures are done."""

        def make() -> Iterator[object]:
            images = []
            for parameters in record.parameters.T:
                images.append(draw_thumbnail(run, np.ascontiguousarray(parameters), look))
                yield None
            yield record, tuple(images)

        self._task.submit(make)

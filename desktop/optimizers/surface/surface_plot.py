"""The surface seen from above: contours, trails of the methods, the start that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.race.method_look import look_of
from desktop.optimizers.race.start_clicks import StartClicks
from desktop.optimizers.race.surface_colours import ground_colours
from desktop.optimizers.surface.surface_ground import (
    COLUMNS,
    Ground,
    ground,
    is_quick,
    whole_levels,
)
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.trajectory import Ending, Trajectory
from engine.races.race_setup import RaceResult
from engine.surfaces.function import SurfaceFunction
from engine.surfaces.sampling import sample, shades
from engine.surfaces.surface import Box, Surface

_GROUND_SHARE = 0.42
_AHEAD_ALPHA = 0.38
# A trail that diverged ends this many pictures away: the drawing library cannot dash a line to 1e9.
_FAR = 3.0
_RESAMPLE_DELAY_MS = 60
# What the drawing library leaves round a text, and a little air.
_AROUND_LABEL_PX = 10


class SurfacePlot(PlotView):
    """Contours in real units at one scale on both axes, so that steepest is across the lines.

    Signals:
        start_set(x: float, y: float): The user clicked a start or dragged it there.
    """

    start_set = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._surface: Surface | None = None
        self._function: SurfaceFunction | None = None
        # Of the whole view; None while they are computed.
        self._levels: Array | None = None
        self._ground_task = BackgroundTask(self)
        self._ground_task.done.connect(self._on_ground)
        self._sampled: Box | None = None
        self._ended: list[tuple[str, Trajectory]] = []
        self._resample = Delay(_RESAMPLE_DELAY_MS, self._sample_visible, self)
        self.set_aspect_locked(True)
        self.set_grid(False)
        self._clicks = StartClicks(self.start_set.emit)
        self.clicked.connect(lambda x, y: self._clicks.click(*self._as_meant(x, y)))
        self.click_taken_back.connect(self._clicks.take_back)
        self.dragged.connect(lambda _key, x, y: self.start_set.emit(*self._as_meant(x, y)))
        self.canvas.getViewBox().sigRangeChanged.connect(self._on_range_changed)
        theme_notifier().follow(self._on_theme_changed)
        tip = self.tr("Click to set the start, or drag it; the key A or a double click shows all")
        more = self.tr(
            "The loss surface from above. Each line joins points of equal loss; the fainter "
            "part of a trail is still to come. Both axes have the same scale, so the steepest "
            "way down crosses the lines at right angles."
        )
        explain(
            self, self.tr("Contours of the loss surface with the methods' trails"), tip, more=more
        )

    def show_surface(self, surface: Surface, function: SurfaceFunction) -> None:
        """Draw another surface, and forget the trails of the last one."""
        self.clear()
        self._ended = []
        self._ground_task.cancel()
        self._surface, self._function = surface, function
        # Two surfaces may have the same view, and only the second one's ground is still to draw.
        self._sampled = None
        self._levels = None
        if is_quick(function):
            self._levels = whole_levels(surface, function)
        self.set_labels(*surface.variables)
        # A little air, so that the axes can write their last numbers.
        box = surface.view.scaled(1.04)
        self.set_view((box.left, box.right), (box.bottom, box.top))
        self._sample_visible()
        self._draw_minima()

    def show_start(self, x: float, y: float) -> None:
        """Put the handle of the start at a point."""
        self._clicks.show((x, y))
        self.add_draggable("start", x, y, colour="text", size=13.0)

    def _as_meant(self, x: float, y: float) -> tuple[float, float]:
        """Return a place without the digits that no hand can have meant."""
        (left, right), _ = self.view_range
        pixel = ranges.width(left, right) / max(1, self.canvas.width())
        decimals = 2 - ranges.decade(pixel)
        # Adding 0 takes the sign from a negative zero.
        return round(x, decimals) + 0.0, round(y, decimals) + 0.0

    def show_result(self, result: RaceResult) -> None:
        """Forget those that race no more; `show_step` draws the paths of the others."""
        for method in OPTIMIZERS:
            if result.trajectory(method) is None:
                for kind in ("ahead", "trail", "now", "end"):
                    self.remove(f"{kind}:{method}")

    def show_step(self, result: RaceResult, step: int) -> None:
        """Draw each path up to a step, a marker where the method stands, and faintly the rest."""
        ended: list[tuple[str, Trajectory]] = []
        for trajectory in result.race.trajectories:
            method = trajectory.run.optimizer.name
            look, walked = look_of(method), min(step, trajectory.steps)
            self._draw_ahead(method, trajectory, walked)
            x, y = self._drawable(trajectory, walked)
            self.set_curve(f"trail:{method}", x, y, look.colour, look.style, width=2.5)
            self.set_points(f"now:{method}", x[-1:], y[-1:], look.colour, look.symbol, size=12.0)
            if trajectory.diverged_at is not None and trajectory.diverged_at <= step:
                ended.append((method, trajectory))
            else:
                self.remove(f"end:{method}")
        self._ended = ended
        self._write_divergences()

    def _draw_ahead(self, method: str, trajectory: Trajectory, walked: int) -> None:
        """Draw what is still to come; below what was walked it would only cost time."""
        if walked == trajectory.steps:
            self.remove(f"ahead:{method}")
            return
        look, (x, y) = look_of(method), self._drawable(trajectory, trajectory.steps)
        colour = theme().color(look.colour, _AHEAD_ALPHA)
        key = f"ahead:{method}"
        self.set_curve(key, x[walked:], y[walked:], colour, look.style, width=1.5)

    def _drawable(self, trajectory: Trajectory, steps: int) -> tuple[Array, Array]:
        points = trajectory.points[: steps + 1]
        if trajectory.ending is not Ending.STEPS_DONE and steps == trajectory.steps:
            points = self._shortened(points)
        return points[:, 0], points[:, 1]

    def _shortened(self, points: Array) -> Array:
        """Let a path that leaves the picture end not far outside it, in the same direction."""
        if self._surface is None or len(points) < 2:
            return points
        box = self._surface.view
        size = np.array([box.right - box.left, box.top - box.bottom])
        with np.errstate(all="ignore"):
            step = points[-1] - points[-2]
            times = float(np.max(np.abs(step) / size)) / _FAR
            if times <= 1.0:
                return points
            return np.concatenate([points[:-1], [points[-2] + step / times]])

    def _draw_minima(self) -> None:
        if self._surface is None or not self._surface.minima:
            return
        x, y = np.array(self._surface.minima).T
        # Rings, because every filled shape is a method's.
        self.set_points("minima", x, y, theme().color("text", 0.0), "circle", 17.0, "text")

    def _write_divergences(self) -> None:
        """Write where each run diverged, one line below the other where they would collide."""
        (left, right), (bottom, top) = self.view_range
        ended, places = self._ended, []
        for _, trajectory in ended:
            inside = [
                p for p in trajectory.points if left <= p[0] <= right and bottom <= p[1] <= top
            ]
            x, y = (inside or [trajectory.points[0]])[-1]
            places.append((float(x), float(y)))
        tall = QFontMetrics(theme().font("caption")).height() + _AROUND_LABEL_PX
        line = (top - bottom) * tall / max(1.0, self.canvas.getViewBox().height())
        heights = spread([y for _, y in places], line, bottom + line / 2, top - line / 2)
        for (method, trajectory), (x, _), y in zip(ended, places, heights, strict=True):
            self.set_text(
                f"end:{method}", x, y, self.divergence_text(method, trajectory),
                look_of(method).colour, anchor=(-0.08 if x < (left + right) / 2 else 1.08, 0.5),
            )  # fmt: skip

    def divergence_text(self, method: str, trajectory: Trajectory) -> str:
        """Return the words for a run that diverged."""
        title = translate_engine(OPTIMIZERS[method].title)
        return filled(
            self.tr("{0} {1} diverged at step {2}"),
            look_of(method).glyph,
            title,
            trajectory.diverged_at,
        )

    def _on_range_changed(self, *_: object) -> None:
        if self._function is not None:
            self._resample.start()
            self._write_divergences()

    def _sample_visible(self) -> None:
        """Sample what is visible, so that zooming shows more and the picture fills its pane."""
        if self._surface is None or self._function is None:
            return
        (left, right), (bottom, top) = self.view_range
        box = Box(left, right, bottom, top)
        if box == self._sampled:
            return
        tall = ranges.width(bottom, top) / ranges.width(left, right)
        rows = max(8, round(min(COLUMNS * tall, 2 * COLUMNS)))
        self._sampled = box
        if not is_quick(self._function):
            size = (COLUMNS, rows)
            made = partial(ground, self._surface, self._function, box, size, self._levels)
            self._ground_task.submit(made)
            return
        self._draw_ground(box, sample(self._function, box, COLUMNS, rows).values)

    def _on_ground(self, found: object) -> None:
        if isinstance(found, Ground) and found.surface is self._surface:
            self._levels = found.levels
            self._draw_ground(found.box, found.values)

    def _draw_ground(self, box: Box, values: Array) -> None:
        assert self._surface is not None
        assert self._levels is not None
        x = ranges.spaced(box.left, box.right, values.shape[1])
        y = ranges.spaced(box.bottom, box.top, values.shape[0])
        shade = shades(values, logarithmic=self._surface.logarithmic)
        rect = (box.left, box.right, box.bottom, box.top)
        self.set_image("ground", shade, rect, ground_colours(_GROUND_SHARE), (0.0, 1.0))
        self.set_contours("contours", x, y, values, list(self._levels), "text", 1.0, 0.22)
        self._say_blank(box, values)

    def _say_blank(self, box: Box, values: Array) -> None:
        """Hatch the places without a colour, and say what they are, where there are such."""
        if not np.isnan(values).any():
            self.remove("blank")
            self.remove("hatching")
            return
        self.set_bands("hatching", [(-np.inf, np.inf)], "text_disabled", hatched=True)
        text = self.tr("hatched: the function has no value there")
        self.set_text("blank", box.left, box.bottom, text, "text_muted", anchor=(0.0, 1.0))

    def _on_theme_changed(self) -> None:
        self._sampled = None
        self._sample_visible()
        self._draw_minima()


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Return heights near those wanted that are apart from each other and stay in a range.

    Where the range is too low for all, they are apart as evenly as it allows.

    Args:
        wanted: A height for each.
        apart: How far two neighbours are apart at least.
        low: The lowest height.
        high: The highest one.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    apart = min(apart, (high - low) / max(1, len(wanted) - 1))
    found = list(wanted)
    least = low
    for place, index in enumerate(order):
        # Those above need room too.
        most = high - apart * (len(order) - 1 - place)
        found[index] = min(max(wanted[index], least), most)
        least = found[index] + apart
    return found

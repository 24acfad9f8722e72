"""The samples in a plot of a plane: classes by colour and mark, those for the test hollow."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from desktop.foundation.theme import theme
from desktop.training.network.colours import ground_ramp
from desktop.training.network.selection import Sample
from desktop.training.pictures.class_marks import class_colour, class_mark, is_thin, mark_share
from desktop.widgets.plots.plot_style import RgbaArray, colour_ramp, resolve
from desktop.widgets.plots.plot_view import PlotView
from engine import ranges
from engine.arrays import Array, as_array
from engine.training.analysis.input_plane import FAR, NEAR
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.scaling import restored
from engine.training.run.run import TrainingRun

Rows = NDArray[np.bool_]

_LOGIC_POINT_PX, _CLOUD_POINT_PX = 19.0, 9.0
TEST_SHARE = 0.85
_RING_SHARE = 1.9
_REACH_PX = 12.0
# Of more points rims and crosses lie on one another, and a cloud would have their colour.
_MOST_MARKED = 2_000
# Samples near the plane, at some distance, and far from it: the name of each, and how opaque it is.
BANDS = (("", 1.0), (" some way off", 0.5), (" far off", 0.22))


def point_size(run: TrainingRun) -> float:
    """Return how large a sample is drawn, in pixels."""
    return _LOGIC_POINT_PX if run.recipe.is_logic else _CLOUD_POINT_PX


def is_crowded(data: Dataset) -> bool:
    """Return whether there are so many samples that each is drawn by its colour alone."""
    return len(data) > _MOST_MARKED


def bands_of(distances: Array | None, count: int) -> Iterator[tuple[str, float, Rows]]:
    """Yield the bands of samples by their distance from the plane: name, opacity, which ones.

    Args:
        distances: How far each sample lies from the plane; None where all lie in it.
        count: How many samples there are.
    """
    if distances is None:
        yield "", 1.0, np.ones(count, dtype=bool)
        return
    bands = np.searchsorted((NEAR, FAR), distances, side="right")
    for band, (name, opacity) in enumerate(BANDS):
        chosen = bands == band
        if chosen.any():
            yield name, opacity, chosen


def draw_samples(
    plot: PlotView,
    run: TrainingRun,
    places: Array,
    data: Dataset,
    *,
    is_test: bool,
    distances: Array | None = None,
    target: int = 0,
) -> None:
    """Draw a data set's samples at places in rows, shape (n, 2).

    Samples of a class have its colour and mark; a regression's have the colour of their target.

    Args:
        plot: The plot.
        run: What is trained.
        places: Where the samples are drawn.
        data: The samples.
        is_test: Whether they are those for the test.
        distances: How far each lies from the plane; the farther, the paler. None for all in it.
        target: Which target gives the colours, where there are several.
    """
    prefix = "test" if is_test else "class"
    size = point_size(run) * (TEST_SHARE if is_test else 1.0)
    crowded = is_crowded(data)
    for band, opacity, rows in bands_of(distances, len(places)):
        if data.is_regression:
            colours = _target_colours(run, data, target, opacity)[rows]
            outline = resolve("text" if is_test else "node_border", 0.0 if crowded else opacity)
            symbols = ["diamond" if is_test else "circle"] * len(colours)
            x, y = places[rows, 0], places[rows, 1]
            shades = [QColor(*row) for row in colours.tolist()]
            plot.set_points(f"{prefix} 0{band}", x, y, shades, symbols, size, outline)
            continue
        labels = data.labels
        for label in range(max(2, data.targets.shape[1])):
            chosen = places[rows & (labels == label)]
            look = data.look(label)
            colour = resolve(class_colour(look), opacity)
            plain = resolve("panel", opacity)
            # A rim would eat up what is thin.
            rim = colour if is_thin(look) or crowded else plain
            fill, outline = (plain, colour) if is_test else (colour, rim)
            wide = size * mark_share(look)
            key = f"{prefix} {label}{band}"
            plot.set_points(key, chosen[:, 0], chosen[:, 1], fill, class_mark(look), wide, outline)


def remove_samples(plot: PlotView, prefix: str) -> None:
    """Take the samples for training ("class") or for the test ("test") away."""
    for key in plot.keys:
        if key.startswith(f"{prefix} "):
            plot.remove(key)


def draw_ring(plot: PlotView, run: TrainingRun, place: Array | None) -> None:
    """Draw a ring round the chosen sample, or none."""
    if place is None:
        plot.remove("chosen")
        return
    hollow = theme().color("panel")
    hollow.setAlphaF(0.0)
    size = point_size(run) * _RING_SHARE
    plot.set_points("chosen", [place[0]], [place[1]], hollow, "circle", size, "selection", above=2)


def target_levels(data: Dataset, target: int = 0) -> tuple[float, float]:
    """Return the predictions of the first and the last colour, in the targets' own units.

    Standardized targets have their mean in the middle of the colours.
    """
    if not data.is_regression:
        return 0.0, 1.0
    column = data.targets[:, target]
    reach = float(np.abs(column).max()) or 1.0
    levels = as_array((-reach if column.min() < 0 else 0.0, reach))
    low, high = restored(levels[:, None], data.target_scales[target : target + 1])[:, 0].tolist()
    return low, high


def _target_colours(run: TrainingRun, data: Dataset, target: int, opacity: float) -> RgbaArray:
    ramp = ground_ramp()
    strong = [theme().color("class_0"), ramp[1], theme().color("class_1")]
    levels = target_levels(run.dataset, target)
    targets = restored(data.targets, data.target_scales)[:, target]
    painted = colour_ramp(targets, strong, levels)
    painted[:, 3] = np.round(painted[:, 3] * opacity).astype(np.uint8)
    return painted


def nearest_sample(
    plot: PlotView, x: float, y: float, train: Array, test: Array | None
) -> Sample | None:
    """Return the sample drawn nearest to a clicked point, or None if none is close.

    Args:
        plot: The plot.
        x: The clicked point.
        y: The clicked point.
        train: Where the samples to train on are drawn, shape (n, 2).
        test: Where those for the test are drawn, if they are.
    """
    # How much of each axis is seen, in its own numbers and in pixels.
    (left, right), (bottom, top) = plot.view_range
    first, last = plot.to_canvas(left, bottom), plot.to_canvas(right, top)
    wide, tall = abs(last.x() - first.x()), abs(last.y() - first.y())
    best = float(theme().px(_REACH_PX))
    nearest = None
    for places, is_test in ((train, False), (test, True)):
        if places is None or not len(places):
            continue
        with np.errstate(all="ignore"):
            across = (places[:, 0] - x) / ranges.width(left, right) * wide
            up = (places[:, 1] - y) / ranges.width(bottom, top) * tall
            apart = np.nan_to_num(np.hypot(across, up), nan=np.inf, posinf=np.inf)
        row = int(apart.argmin())
        distance = float(apart[row])
        if distance < best:
            best, nearest = distance, Sample(row, is_test)
    return nearest

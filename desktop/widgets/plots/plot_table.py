"""The numbers of a plot as a table in CSV: one line for each point of each series."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop.widgets.plots.plot_marks import BarsMark, CurveMark, HandleMark, Mark, PointsMark
from desktop.widgets.plots.plot_pictures import ImageMark


@dataclass(frozen=True, eq=False)
class Series:
    """One curve, set of points or picture.

    Attributes:
        name: What the legend calls it, or its key.
        x: Horizontal places, shape (n,).
        y: Vertical places, shape (n,).
        values: For a picture the sample at each place, else None.
    """

    name: str
    x: Any
    y: Any
    values: Any = None


def series_of(marks: Mapping[str, Mark], names: Callable[[str], str]) -> list[Series]:
    """Return what is shown and has numbers, as it stands now.

    Args:
        marks: What the plot shows, by key.
        names: What a key is called.
    """
    found = ((key, mark) for key, mark in marks.items() if mark.is_visible)
    series = (_series(names(key), mark) for key, mark in found)
    return [item for item in series if item is not None]


def table_text(series: list[Series]) -> str:
    """Return series as text, in full precision: reading the numbers gives the very same ones.

    The columns are series, x and y, and for pictures the value there. A gap in a curve is no line.
    """
    has_values = any(item.values is not None for item in series)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["series", "x", "y", *(["value"] if has_values else [])])
    for item in series:
        for x, y, value in _points(item):
            writer.writerow([item.name, repr(x), repr(y), *([value] if has_values else [])])
    return text.getvalue()


def _points(item: Series) -> Iterator[tuple[float, float, str]]:
    values = [""] * len(item.x) if item.values is None else map(repr, item.values.tolist())
    for x, y, value in zip(item.x.tolist(), item.y.tolist(), values, strict=True):
        if not (math.isnan(x) or math.isnan(y)):
            yield x, y, value


def _series(name: str, mark: Mark) -> Series | None:
    if isinstance(mark, CurveMark | PointsMark):
        return Series(name, mark.x, mark.y)
    if isinstance(mark, BarsMark):
        return Series(name, mark.x, mark.heights)
    if isinstance(mark, HandleMark):
        return Series(name, np.array([float(mark.x)]), np.array([float(mark.y)]))
    if isinstance(mark, ImageMark) and np.ndim(mark.values) == 2:
        rows, columns = mark.values.shape
        left, right, bottom, top = mark.rect
        x = np.tile(np.linspace(left, right, columns), rows)
        y = np.repeat(np.linspace(bottom, top, rows), columns)
        return Series(name, x, y, np.asarray(mark.values, dtype=float).ravel())
    return None

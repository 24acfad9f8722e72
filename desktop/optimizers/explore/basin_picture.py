"""Basins as a picture: a colour and a hatching for each minimum, so that colour is not alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from desktop.foundation.theme import SERIES_COUNT, theme
from engine.optimizers.basins import GONE, UNDERWAY

_Mask = NDArray[np.bool_]
# Pixels of the picture for each start; enough for a hatching to be seen within a small basin.
DETAIL = 6
_PERIOD = 9
_HATCHINGS = 5
_PALE, _LINE = 0.5, 0.82


def letter_of(label: int) -> str:
    """Return the letter of a minimum: A to Z, then AA, AB and so on."""
    text, rest = "", label
    while True:
        text = chr(ord("A") + rest % 26) + text
        rest = rest // 26 - 1
        if rest < 0:
            return text


def colour_of(label: int) -> QColor:
    """Return the colour of a label, as pale as it is in the picture."""
    if label == UNDERWAY:
        return theme().color("track")
    if label == GONE:
        return _mixed(theme().color("text_muted"), 0.45)
    return _mixed(theme().color(f"series_{label % SERIES_COUNT}"), _PALE)


def basin_picture(labels: NDArray[np.int16], columns: int) -> NDArray[np.uint8]:
    """Paint labels of a grid of starts.

    Args:
        labels: Shape (rows · columns,), row by row from the bottom.
        columns: How many starts stand side by side.

    Returns:
        Red, green, blue and alpha as bytes, shape (rows · DETAIL, columns · DETAIL, 4).
    """
    grid = labels.reshape(-1, columns).repeat(DETAIL, axis=0).repeat(DETAIL, axis=1)
    picture = np.zeros((*grid.shape, 4), dtype=np.uint8)
    across, up = np.meshgrid(np.arange(grid.shape[1]), np.arange(grid.shape[0]))
    for label in np.unique(grid).tolist():
        there = grid == label
        picture[there] = _bytes(colour_of(label))
        picture[there & _hatching(label, across, up)] = _bytes(_line_colour(label))
    return picture


def _hatching(label: int, across: NDArray[np.int64], up: NDArray[np.int64]) -> _Mask:
    """Return where the lines of a label's hatching run; minima beside each other differ."""
    rising, falling = (across - up) % _PERIOD == 0, (across + up) % _PERIOD == 0
    if label == UNDERWAY:
        return np.asarray((across % _PERIOD < 2) & (up % _PERIOD < 2))
    if label == GONE:
        return np.asarray(rising | falling)
    patterns: tuple[_Mask, ...] = (
        np.zeros(across.shape, dtype=bool),
        rising,
        up % _PERIOD == 0,
        falling,
        across % _PERIOD == 0,
    )
    return np.asarray(patterns[label % _HATCHINGS])


def _line_colour(label: int) -> QColor:
    if label in (UNDERWAY, GONE):
        return _mixed(theme().color("text_muted"), 0.9)
    return _mixed(theme().color(f"series_{label % SERIES_COUNT}"), _LINE)


def _mixed(colour: QColor, share: float) -> QColor:
    ground = theme().color("panel")
    parts = (
        (ground.redF(), colour.redF()),
        (ground.greenF(), colour.greenF()),
        (ground.blueF(), colour.blueF()),
    )
    return QColor.fromRgbF(*(low + (high - low) * share for low, high in parts))


def _bytes(colour: QColor) -> tuple[int, int, int, int]:
    return colour.red(), colour.green(), colour.blue(), 255

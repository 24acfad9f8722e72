"""Colours for predictions, activations and weights: towards 1 is one hue, towards 0 the other."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QImage

from desktop.foundation.theme import theme
from desktop.widgets.plots.plot_style import Colour, colour_ramp

# How much of the pure colour a ground keeps, so that points and numbers stay legible on it.
_GROUND_STRENGTH = {"light": 0.55, "dark": 0.62}


def sign_colour(value: float) -> QColor:
    """Return the colour of a weight: the one of class 1 raises, the one of class 0 lowers."""
    return theme().color("class_1" if value >= 0 else "class_0")


def ground_ramp(low: str = "class_0", high: str = "class_1") -> list[Colour]:
    """Return the ramp from one of the theme's colours over neutral to another, softened."""
    canvas = theme().color("canvas")
    strength = _GROUND_STRENGTH[theme().name]
    return [
        mix(canvas, theme().color(low), strength),
        canvas,
        mix(canvas, theme().color(high), strength),
    ]


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return the colour that lies a share of the way from a ground to a colour."""
    return QColor.fromRgbF(
        (1 - share) * ground.redF() + share * colour.redF(),
        (1 - share) * ground.greenF() + share * colour.greenF(),
        (1 - share) * ground.blueF() + share * colour.blueF(),
    )


def heat_images(shares: Any) -> list[QImage]:
    """Paint grids, row 0 at the bottom: 0 is class 0's colour, 1 is class 1's.

    Args:
        shares: Shape (pictures, height, width).
    """
    pixels = np.ascontiguousarray(colour_ramp(shares[:, ::-1], ground_ramp(), (0.0, 1.0)))
    height, width = pixels.shape[1:3]
    # The bytes live as long as this function; each picture must own its pixels.
    return [
        QImage(part.tobytes(), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
        for part in pixels
    ]

"""How colours look to those who see fewer of them, and how far apart two colours look."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.float64]

# Full severity, on linear red, green and blue (Machado, Oliveira and Fernandes, A
# physiologically-based model for simulation of color vision deficiency, 2009, table 1).
MACHADO = {
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}

# Linear red, green and blue to cone answers, and those to lightness and two opponent axes
# (Ottosson, A perceptual color space for image processing, 2020).
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_OKLAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(colour: str) -> Rgb:
    """Return ``#rrggbb`` as linear red, green and blue from 0 to 1."""
    coded = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def seen(colour: str, vision: str) -> Rgb:
    """Return how a colour looks, in linear red, green and blue; ``"usual"`` leaves it."""
    shown = linear(colour)
    return shown if vision == "usual" else np.clip(MACHADO[vision] @ shown, 0.0, 1.0)


def difference(one: Rgb, other: Rgb) -> float:
    """Return how far apart two colours look, 100 from black to white (Oklab distance)."""
    return float(100 * np.linalg.norm(_oklab(one) - _oklab(other)))


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted((float(weights @ one), float(weights @ other)))
    return (high + 0.05) / (low + 0.05)


def _oklab(colour: Rgb) -> Rgb:
    return _TO_OKLAB @ np.cbrt(_TO_CONES @ colour)

"""Logic gates as data: the four corners of the unit square and their truth values."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.training.datasets.dataset import DataRecipe, MakePoints, Points, View

ORDER = -1

CORNERS = ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0))
_VIEW = View(-0.5, 1.5, -0.5, 1.5)


def _corners(truth: tuple[int, int, int, int]) -> MakePoints:
    def points(rng: np.random.Generator, settings: Mapping[str, float]) -> Points:
        targets: Array = np.array(truth, dtype=np.float64)
        return np.array(CORNERS), targets

    return points


def _gate(
    name: str,
    title: str,
    summary: str,
    truth: tuple[int, int, int, int],
    *aliases: str,
    lines_needed: int = 0,
) -> DataRecipe:
    return DataRecipe(
        name=name,
        title=title,
        summary=summary,
        reference="Minsky and Papert, Perceptrons, 1969",
        view=_VIEW,
        points=_corners(truth),
        aliases=aliases,
        is_logic=True,
        lines_needed=lines_needed,
    )


RECORDS = (
    _gate(
        "xor",
        "XOR",
        "1 where exactly one input is 1: no straight line separates it, a hidden layer does.",
        (0, 1, 1, 0),
        "xor_corners",
        lines_needed=2,
    ),
    _gate("and", "AND", "1 where both inputs are 1: one straight line separates it.", (0, 0, 0, 1)),
    _gate(
        "or", "OR", "1 where at least one input is 1: one straight line separates it.", (0, 1, 1, 1)
    ),
)

"""The data set as a value, and the record that makes one from settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, as_array
from engine.settings import Setting, complete


class View(NamedTuple):
    """A rectangle of the input plane.

    Attributes:
        left: Smallest x₁.
        right: Largest x₁.
        bottom: Smallest x₂.
        top: Largest x₂.
    """

    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, eq=False)
class Dataset:
    """Samples with their targets, in rows.

    Attributes:
        inputs: Shape (n, 2), read-only.
        targets: Shape (n, 1), read-only; 0 or 1 for the two classes.
        view: The rectangle that a picture of the data shows.
    """

    inputs: Array
    targets: Array
    view: View

    def __len__(self) -> int:
        """Count the samples."""
        return len(self.inputs)

    @property
    def classes(self) -> NDArray[np.bool_]:
        """Shape (n,): True where the target is class 1."""
        return self.targets[:, 0] > 0.5


Points = tuple[Array, Array]
MakePoints = Callable[[np.random.Generator, Mapping[str, float]], Points]


@dataclass(frozen=True, kw_only=True)
class DataRecipe:
    """How a data set is made.

    Attributes:
        name: Unique identifier.
        title: English name for people.
        summary: One English sentence on what it is good for.
        reference: Where it comes from.
        view: The rectangle that a picture of the data shows.
        points: ``points(rng, settings)`` returns inputs (n, 2) and targets (n,).
        settings: The numbers it takes.
        aliases: Other names people use.
        is_logic: Whether it is a truth table: few samples, each worth a row.
        rate_factor: What to multiply the usual learning rates by; wide inputs make steep slopes.
    """

    name: str
    title: str
    summary: str
    reference: str
    view: View
    points: MakePoints = field(repr=False)
    settings: tuple[Setting, ...] = ()
    aliases: tuple[str, ...] = ()
    is_logic: bool = False
    rate_factor: float = 1.0

    def make(
        self, rng: np.random.Generator, settings: Mapping[str, float] | None = None
    ) -> Dataset:
        """Draw the data set.

        Raises:
            SettingError: A setting is unknown or out of range.
        """
        inputs, targets = self.points(rng, complete(self.settings, settings or {}))
        return Dataset(as_array(inputs), as_array(targets).reshape(-1, 1), self.view)

"""Which plane through the space of the inputs a picture shows, and where it lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.arrays import Array, as_array
from engine.training.datasets.dataset import Dataset, Scale, View
from engine.training.datasets.own import view_around
from engine.training.datasets.scaling import restored, scaled

# A sample is near the plane, or far from it, by the deviations of the inputs that are held.
NEAR, FAR = 0.75, 1.5


@dataclass(frozen=True, slots=True)
class PlaneChoice:
    """Two inputs that are drawn, and where the others are held.

    Attributes:
        across: The input along the horizontal axis, from 0.
        up: The one along the vertical axis.
        held: Inputs that are held at a number, in the units in which they came; all others but
            the two are held at their means.
        target: Which of several targets is drawn, from 0.
    """

    across: int = 0
    up: int = 1
    held: tuple[tuple[int, float], ...] = ()
    target: int = 0

    def fitting(self, data: Dataset) -> PlaneChoice:
        """Return the choice without what the data do not have."""
        inputs, targets = data.inputs.shape[1], data.targets.shape[1]
        across = self.across if self.across < inputs else 0
        up = self.up if self.up < inputs and self.up != across else int(across == 0)
        held = tuple(item for item in self.held if item[0] < inputs)
        target = self.target if self.target < targets and data.is_regression else 0
        return PlaneChoice(across, up, held, target)

    def showing(self, across: int, up: int) -> PlaneChoice:
        """Return the choice of two other inputs."""
        return replace(self, across=across, up=up)

    def drawing(self, target: int) -> PlaneChoice:
        """Return the choice of another target."""
        return replace(self, target=target)

    def holding(self, place: int, value: float | None) -> PlaneChoice:
        """Return the choice with an input held at a number, or at its mean again."""
        others = tuple(item for item in self.held if item[0] != place)
        held = others if value is None else tuple(sorted((*others, (place, value))))
        return replace(self, held=held)

    def value(self, place: int) -> float | None:
        """Return the number at which an input is held; None for its mean."""
        return dict(self.held).get(place)


@dataclass(frozen=True, eq=False)
class InputPlane:
    """A plane through the space of the inputs, measured in the units in which the inputs came.

    Attributes:
        across: The input along the horizontal axis.
        up: The one along the vertical axis; the same where there is a single input.
        view: The rectangle that a picture shows.
        base: Where every input is held, shape (features,).
        means: The mean of every input among the samples, shape (features,).
        scales: What a network's inputs were standardized by, which is undone here; may be empty.
        spreads: The deviation of every input among the samples, shape (features,).
    """

    across: int
    up: int
    view: View
    base: Array
    means: Array
    scales: tuple[Scale, ...]
    spreads: Array

    @property
    def is_whole(self) -> bool:
        """Whether every input is drawn."""
        return len(self.base) <= 2

    @property
    def held(self) -> tuple[int, ...]:
        """The inputs that are held."""
        return tuple(
            place for place in range(len(self.base)) if place not in (self.across, self.up)
        )

    def inputs_at(self, places: Array) -> Array:
        """Return the inputs that a network gets at points of the plane.

        Args:
            places: One point, shape (2,), or points in rows, shape (n, 2); of a network with one
                input only the first number counts.

        Returns:
            Shape (features,) or (n, features).
        """
        given = np.asarray(places, np.float64)
        found = np.empty((*given.shape[:-1], len(self.base)))
        found[...] = self.base
        found[..., self.up] = given[..., 1 if self.across != self.up else 0]
        found[..., self.across] = given[..., 0]
        return scaled(found, self.scales)

    def places_of(self, inputs: Array) -> Array:
        """Return where a network's inputs lie in the plane, (n, features) to (n, 2)."""
        return _columns(inputs, self.scales, [self.across, self.up])

    def distances(self, inputs: Array) -> Array:
        """Return how far samples lie from the plane, shape (n,): 0 where every input is drawn.

        It is the root of the mean square over the inputs that are held, each measured in its
        deviation.
        """
        held = list(self.held)
        if not held:
            return np.zeros(len(inputs))
        with np.errstate(all="ignore"):
            apart = _columns(inputs, self.scales, held) - self.base[held]
            found = np.sqrt(np.mean((apart / self.spreads[held]) ** 2, axis=1))
        return as_array(np.nan_to_num(found, nan=np.inf, posinf=np.inf))


def input_plane(data: Dataset, choice: PlaneChoice, known: InputPlane | None = None) -> InputPlane:
    """Return the plane that a choice shows of the data's inputs.

    Args:
        data: The samples.
        choice: What is drawn, and where the other inputs are held.
        known: Another plane of the same data, which spares measuring them.
    """
    choice = choice.fitting(data)
    count = data.inputs.shape[1]
    means, spreads = _measured(data) if known is None else (known.means, known.spreads)
    base = means.copy()
    for place, value in choice.held:
        base[place] = value
    across, up = (choice.across, choice.up) if count > 1 else (0, 0)
    view = _view(data, across, up)
    return InputPlane(across, up, view, base, means, data.scales, spreads)


def _measured(data: Dataset) -> tuple[Array, Array]:
    """Return the mean and the deviation of each input, in the units in which they came."""
    inputs = restored(data.inputs, data.scales)
    with np.errstate(all="ignore"):
        # Each is divided first: the sum of the largest numbers is no number.
        means = np.sum(inputs / len(inputs), axis=0)
        spreads = np.sqrt(np.mean((inputs - means) ** 2, axis=0))
    # An input that is the same throughout has no deviation; being elsewhere is far.
    spreads[~(spreads > 0)] = 1.0
    return means, spreads


def _columns(inputs: Array, scales: Sequence[Scale], places: list[int]) -> Array:
    """Return some of the inputs in the units in which they came."""
    return restored(inputs[:, places], [scales[place] for place in places] if scales else ())


def _view(data: Dataset, across: int, up: int) -> View:
    if across == up:
        return _view_with_targets(data)
    if (across, up) != (0, 1):
        return view_around(_columns(data.inputs, data.scales, [across, up]))
    if not data.scales:
        return data.view
    corners = np.array([[data.view.left, data.view.bottom], [data.view.right, data.view.top]])
    (left, bottom), (right, top) = restored(corners, data.scales[:2]).tolist()
    return View(left, right, bottom, top)


def _view_with_targets(data: Dataset) -> View:
    """Return the rectangle of a single input with the targets above it."""
    left, right, bottom, top = data.view
    if data.scales:
        (left,), (right,) = restored(np.array([[left], [right]]), data.scales).tolist()
    targets = restored(data.targets, data.target_scales)
    low, high = float(targets.min()), float(targets.max())
    if not bottom <= low <= high <= top:
        bottom, top = view_around(targets[:, :1])[:2]
    return View(left, right, bottom, top)


def choice_text(choice: PlaneChoice, longest: int) -> str:
    """Write a choice down; what is held is left out from where the text would be too long."""
    text = f"{choice.across} {choice.up} {choice.target}"
    for place, value in choice.held:
        more = f"{text} {place}={value!r}"
        if len(more) > longest:
            break
        text = more
    return text


def read_choice(text: str) -> PlaneChoice | None:
    """Return the choice that was written down, or None where the text is none."""
    try:
        across, up, target, *rest = text.split()
        held = tuple(
            (int(place), float(value)) for place, _, value in (item.partition("=") for item in rest)
        )
        choice = PlaneChoice(int(across), int(up), held, int(target))
    except ValueError:
        return None
    numbers = [choice.across, choice.up, choice.target, *(place for place, _ in held)]
    is_sound = min(numbers) >= 0 and all(math.isfinite(value) for _, value in held)
    return choice if is_sound else None

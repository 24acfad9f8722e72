"""The points of a data set as they are drawn: added, moved and taken out, each as a new value."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine.arrays import Array
from engine.training.datasets.dataset import DataRecipe, Dataset, View
from engine.training.datasets.logic import CORNERS
from engine.training.datasets.own import drawn_points
from engine.training.run.run import TrainingRun


@dataclass(frozen=True, eq=False)
class Points:
    """Places in the plane, in their own units, and the class of each.

    Attributes:
        places: Shape (n, 2).
        labels: The class of each, from 0.
        view: The rectangle that the picture shows.
        class_names: What the classes are called; empty where nobody named them.
        input_names: What the coordinates are called; empty where nobody named them.
    """

    places: Array
    labels: tuple[int, ...]
    view: View
    class_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()

    @staticmethod
    def of(run: TrainingRun) -> Points:
        """Return all points of a run, or the corners of XOR where its data are no such points."""
        data = run.samples or _make(run.recipe, run)
        if data.inputs.shape[1] != 2 or data.is_regression:
            return Points(np.array(CORNERS), (0, 1, 1, 0), View(-0.5, 1.5, -0.5, 1.5))
        labels = tuple(int(label) for label in data.labels)
        return Points(data.inputs, labels, data.view, data.class_names, data.input_names)

    def dataset(self) -> Dataset:
        """Return the points as a data set.

        Raises:
            SettingError: There is no point, or there are too many.
        """
        names = self.class_names if max(self.labels, default=0) < len(self.class_names) else ()
        drawn = drawn_points(self.places, self.labels, view=self.view, class_names=names)
        return replace(drawn, input_names=self.input_names)

    def added(self, x: float, y: float, label: int) -> Points:
        """Return them with a point more."""
        places = np.vstack([self.places, [[x, y]]])
        return replace(self, places=places, labels=(*self.labels, label))

    def moved(self, index: int, x: float, y: float) -> Points:
        """Return them with a point elsewhere."""
        places = self.places.copy()
        places[index] = (x, y)
        return replace(self, places=places)

    def without(self, index: int) -> Points:
        """Return them without a point."""
        labels = self.labels[:index] + self.labels[index + 1 :]
        return replace(self, places=np.delete(self.places, index, 0), labels=labels)

    def thinned(self) -> Points:
        """Return the first point of each class."""
        firsts = [self.labels.index(label) for label in sorted(set(self.labels))]
        labels = tuple(self.labels[index] for index in firsts)
        return replace(self, places=self.places[firsts], labels=labels)


def _make(recipe: DataRecipe, run: TrainingRun) -> Dataset:
    return recipe.make(np.random.default_rng(run.data_seed), run.data_settings)

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
        class_looks: Which look each class has in pictures; empty where it is its own number.
    """

    places: Array
    labels: tuple[int, ...]
    view: View
    class_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()
    class_looks: tuple[int, ...] = ()

    @staticmethod
    def of(run: TrainingRun) -> Points:
        """Return all points of a run, or the corners of XOR where its data are no such points."""
        data = run.samples or _make(run.recipe, run)
        if data.inputs.shape[1] != 2 or data.is_regression:
            return Points(np.array(CORNERS), (0, 1, 1, 0), View(-0.5, 1.5, -0.5, 1.5))
        labels = tuple(int(label) for label in data.labels)
        return Points(
            data.inputs,
            labels,
            data.view,
            data.class_names,
            data.input_names,
            data.class_looks,
        )

    @property
    def count(self) -> int:
        """How many classes there are, those without a point between others included."""
        return max(2, max(self.labels, default=0) + 1)

    def dataset(self) -> Dataset:
        """Return the points as a data set.

        Raises:
            SettingError: There is no point, or there are too many.
        """
        drawn = drawn_points(
            self.places, self.labels, view=self.view, class_names=self._names(self.count)
        )
        return replace(
            drawn,
            input_names=self.input_names,
            class_looks=tuple(self.look(label) for label in range(self.count)),
        )

    def _names(self, count: int) -> tuple[str, ...]:
        """Return a name for each class where one of them has one; the others have their number."""
        if not self.class_names:
            return ()
        return (*self.class_names, *map(str, range(len(self.class_names), count)))

    def name(self, label: int) -> str:
        """Return what a class was called by somebody; '' where it goes by its number."""
        found = self.class_names[label] if label < len(self.class_names) else ""
        return "" if found == str(label) else found

    def look(self, label: int) -> int:
        """Return a class's look: its own number where that is free, and else the first free one."""
        if label < len(self.class_looks):
            return self.class_looks[label]
        taken = set(self.class_looks)
        free = [look for look in range(len(taken) + label + 1) if look not in taken]
        return label if label in free else free[label - len(self.class_looks)]

    def named(self, label: int, name: str) -> Points:
        """Return them with another name of a class; without a name it goes by its number."""
        names = [*self._names(max(label + 1, self.count))] or [
            str(number) for number in range(max(label + 1, self.count))
        ]
        names[label] = name or str(label)
        are_numbers = names == [str(number) for number in range(len(names))]
        return replace(self, class_names=() if are_numbers else tuple(names))

    def added(self, x: float, y: float, label: int) -> Points:
        """Return them with a point more, at a place in their own units."""
        places = np.vstack([self.places, [[x, y]]])
        return replace(self, places=places, labels=(*self.labels, label))

    def moved(self, index: int, x: float, y: float) -> Points:
        """Return them with a point elsewhere, in their own units."""
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

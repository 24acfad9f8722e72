"""The data set as a value, and the record that makes one from settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
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


class Scale(NamedTuple):
    """What an input or a target was standardized by: (what came − mean) / deviation.

    Attributes:
        mean: The mean of the samples to train on.
        deviation: Their standard deviation; 1 where they are all the same.
    """

    mean: float
    deviation: float


@dataclass(frozen=True)
class Source:
    """The file that samples were read from, so that they can be read anew in another way.

    Attributes:
        title: What the file is called.
        content: What stood in it; empty where that was too long to be kept.
        choices: How it was read, as JSON text.
    """

    title: str
    content: bytes = b""
    choices: str = ""


@dataclass(frozen=True)
class FormulaSource:
    """The formula by whose sides points got their classes, and how the points were drawn.

    Attributes:
        text: The formula as it was typed, such as ``y = sin(x)``.
        view: The rectangle from which the points were drawn.
        count: How many there are.
        noise: How far they were moved before they got their classes, as a share of the rectangle.
        seed: The seed of the draw.
    """

    text: str
    view: View
    count: int = 200
    noise: float = 0.0
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Dataset:
    """Samples with their targets, in rows.

    Attributes:
        inputs: Shape (n, features), read-only; two features where a picture is drawn.
        targets: Shape (n, outputs), read-only. Two classes are one column of 0 and 1, more
            classes are a column each with a single 1 in every row, and a regression has numbers.
        view: The rectangle that a picture of the first two features shows.
        is_regression: Whether the targets are numbers to be met instead of classes.
        input_names: What each feature is called; empty where nobody named them.
        class_names: What each class is called; empty where nobody named them.
        scales: What each feature was standardized by; empty where they are as they came.
        target_scales: What each target was standardized by; empty where they are as they came.
        target_names: What each target of a regression is called; empty where nobody named them.
        class_looks: Which look, from 0, each class has in pictures; empty where it is the class's
            own number.
        formula: The formula that gave the classes; None where none did.
        source: The file that they were read from; None where they come from none.
    """

    inputs: Array
    targets: Array
    view: View
    is_regression: bool = False
    input_names: tuple[str, ...] = ()
    class_names: tuple[str, ...] = ()
    scales: tuple[Scale, ...] = ()
    target_scales: tuple[Scale, ...] = ()
    target_names: tuple[str, ...] = ()
    class_looks: tuple[int, ...] = ()
    formula: FormulaSource | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        """Lay the rows one after the other in memory.

        How numbers lie decides in which order they are added, and so the last bits of a training:
        a table that came column by column would train otherwise than the same read from a file.
        """
        for name in ("inputs", "targets"):
            values = getattr(self, name)
            if not values.flags.c_contiguous:
                rows = np.ascontiguousarray(values)
                rows.setflags(write=False)
                object.__setattr__(self, name, rows)

    def __len__(self) -> int:
        """Count the samples."""
        return len(self.inputs)

    @property
    def title(self) -> str:
        """What the samples are called: their file's name, or nothing."""
        return "" if self.source is None else self.source.title

    @property
    def classes(self) -> NDArray[np.bool_]:
        """Shape (n,): True where the target is class 1 of two."""
        return self.targets[:, 0] > 0.5

    @property
    def labels(self) -> NDArray[np.intp]:
        """Shape (n,): the number of each sample's class, from 0."""
        return class_labels(self.targets)

    def look(self, label: int) -> int:
        """Return which look a class has in pictures."""
        return self.class_looks[label] if label < len(self.class_looks) else label

    def rows(self, indices: NDArray[np.intp]) -> Dataset:
        """Return some of the samples, in the order of the indices."""
        return replace(
            self, inputs=as_array(self.inputs[indices]), targets=as_array(self.targets[indices])
        )


def class_labels(values: Array) -> NDArray[np.intp]:
    """Return the class that targets name, shape (n,): of one column the number, of several the 1.

    What a network predicts may be a tie, and goes through ``predicted_classes``.
    """
    if values.shape[1] == 1:
        return (values[:, 0] > 0.5).astype(np.intp)
    largest: NDArray[np.intp] = np.argmax(values, axis=1)
    return largest


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
        points: ``points(rng, settings)`` returns inputs (n, features) and targets (n,), or targets
            (n, classes) where there are more than two.
        settings: The numbers it takes.
        aliases: Other names people use.
        is_logic: Whether it is a truth table: few samples, each worth a row.
        rate_factor: What to multiply the usual learning rates by; wide inputs make steep slopes.
        lines_needed: How many straight lines part its classes at least, where one does not: a
            region that is closed all round needs three. 0 where one does, or nobody knows.
        is_regression: Whether the targets are numbers to be met instead of classes.
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
    lines_needed: int = 0
    is_regression: bool = False

    def make(
        self, rng: np.random.Generator, settings: Mapping[str, float] | None = None
    ) -> Dataset:
        """Draw the data set.

        Raises:
            SettingError: A setting is unknown or out of range.
        """
        inputs, targets = self.points(rng, complete(self.settings, settings or {}))
        columns = as_array(targets).reshape(len(inputs), -1)
        return Dataset(as_array(inputs), columns, self.view, self.is_regression)

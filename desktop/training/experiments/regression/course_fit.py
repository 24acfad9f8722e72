"""The fits of the course: their data, their first weights, their rates and what to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.arrays import Array
from engine.errors import EngineError
from engine.surfaces.surface import Box
from engine.training.run.loop import continued, first_record, train
from engine.training.run.run import TrainingRun


@dataclass(frozen=True)
class CourseFit:
    """One of the course's examples of a linear regression.

    Attributes:
        name: Its number in the course.
        title: What it is called.
        data: Name of the data set.
        start: The first weights, and then the bias.
        rate: The learning rate.
        epochs: Epochs to train for.
        rows_every: Epochs between two rows of the table.
        decimals: Decimals of the weights and of the cost in the table.
        box: What the picture of the cost shows, W and b, where there are just these two.
    """

    name: str
    title: str
    data: str
    start: tuple[float, ...]
    rate: float
    epochs: int
    rows_every: int
    decimals: tuple[int, int]
    box: Box | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the weights and the bias are called."""
        count = len(self.start) - 1
        return ("W", "b") if count == 1 else (*(f"w{'₁₂₃'[i]}" for i in range(count)), "b")

    def run(self, rate: float) -> TrainingRun:
        """Return the run with a learning rate."""
        return TrainingRun(
            data=self.data,
            layers=(len(self.start) - 1, 1),
            output="identity",
            loss="mean_squared_error",
            initializer="zeros",
            optimizer_settings={"learning_rate": rate},
        )


def course_fits() -> tuple[CourseFit, ...]:
    """Return the examples in the order of the course."""
    translate = QCoreApplication.translate
    return (
        CourseFit(
            "D1", translate("CourseFits", "D1 · Hours and scores"),
            "hours", (13.0, 1.0), 0.01, 1000, 50, (3, 6), Box(-2.0, 22.0, -15.0, 35.0),
        ),
        CourseFit(
            "D2", translate("CourseFits", "D2 · Three points"),
            "line", (0.0, 0.0), 0.01, 2000, 100, (3, 6), Box(-0.8, 4.8, -2.2, 3.4),
        ),
        CourseFit(
            "D3", translate("CourseFits", "D3 · Three exams"),
            "exams", (0.0, 0.0, 0.0, 0.0), 1e-5, 1000, 50, (3, 4),
        ),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class FitPath:
    """A fit from its start to its end.

    Attributes:
        run: What was trained.
        parameters: The weights and the bias after each number of updates, shape (n + 1, p).
        costs: The cost with them, shape (n + 1,).
        error: Why it ended early, or None.
    """

    run: TrainingRun
    parameters: Array
    costs: Array
    error: EngineError | None = None

    @property
    def last(self) -> int:
        """How many updates were made."""
        return len(self.costs) - 1

    def predictions(self, step: int) -> Array:
        """Return the predictions after so many updates, shape (samples,)."""
        weights, bias = self.parameters[step][:-1], self.parameters[step][-1]
        with np.errstate(all="ignore"):
            return np.asarray(self.run.dataset.inputs @ weights + bias)


def follow_fit(run: TrainingRun, start: Array, epochs: int) -> Iterator[FitPath | None]:
    """Train from given weights; yield None now and then, and the path at the end.

    One update more than the epochs is made, since a row shows the weights after its epoch's
    update beside the cost before it, and the first epoch is number 0.
    """
    record = continued(run, run, first_record(run), start)
    points, costs = [record.parameters], [record.loss]
    error: EngineError | None = None
    steps = train(run, record)
    for _ in range(epochs + 1):
        try:
            record = next(steps)
        except EngineError as problem:
            error = problem
            break
        points.append(record.parameters)
        costs.append(record.loss)
        if len(points) % 50 == 0:
            yield None
    yield FitPath(run, np.array(points), np.array(costs), error)

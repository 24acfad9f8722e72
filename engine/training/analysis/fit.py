"""How well a regression meets its targets, each in its own units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.operations.catalog import OPERATIONS
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.scaling import restored
from engine.training.network.losses import Reduction, reduction_of
from engine.training.network.passes import NetworkPasses
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one target is met.

    Attributes:
        typical_miss: The root mean square error, in the target's units.
        largest_miss: The largest distance of a prediction from its target, in the same units.
        explained: The coefficient of determination, 1 − Σ(t − y)²/Σ(t − mean)² (Draper and Smith,
            Applied Regression Analysis, 1998, section 1.3); nan where all targets are the same.
    """

    typical_miss: float
    largest_miss: float
    explained: float


def fits_of(predictions: Array, data: Dataset) -> tuple[Fit, ...]:
    """Return how well predictions meet each target of some data, both as the network has them.

    What is told of them is in the units of the data, whether or not those are standardized.
    """
    predicted = restored(predictions, data.target_scales)
    targets = restored(data.targets, data.target_scales)
    with np.errstate(all="ignore"):
        return tuple(_fit(*both) for both in zip(predicted.T - targets.T, targets.T, strict=True))


def training_fits(run: TrainingRun, record: TrainingStep) -> tuple[Fit, ...]:
    """Return how well a network meets each target of the samples that it trains on."""
    return fits_of(record.predictions, run.dataset)


def fits_of_test(run: TrainingRun, parameters: Array) -> tuple[Fit, ...]:
    """Return how well each target of the samples kept for the test is met; none without them."""
    data = run.test_dataset
    if data is None or not len(data):
        return ()
    passes = NetworkPasses(run.network)
    passes.load(data.inputs, data.targets)
    passes.forward(parameters)
    return fits_of(passes.prediction, data)


def typical_miss_of(run: TrainingRun, loss: float) -> float | None:
    """Return the root mean square error, in the target's units, that a loss of a run means.

    Args:
        run: The run.
        loss: What it minimizes, as its curve has it.

    Returns:
        None where the loss is no mean square of one target's errors alone: of several targets each
        has units of its own, and a penalty has none.
    """
    data, record = run.dataset, OPERATIONS[run.loss]
    one, twice = (float(record.forward(np.array([[error]]), np.zeros((1, 1)))) for error in (1, 2))
    is_square = (one, twice) == (1.0, 4.0) and reduction_of(record) is Reduction.MEAN_OF_NUMBERS
    if not data.is_regression or data.targets.shape[1] != 1 or not is_square or run.l1 or run.l2:
        return None
    deviation = data.target_scales[0].deviation if data.target_scales else 1.0
    return ranges.finite(float(np.sqrt(loss) * deviation))


def _fit(errors: Array, targets: Array) -> Fit:
    """Return how well one target is met: errors and targets of shape (n,)."""
    left, spread = float(np.sum(errors**2)), float(np.sum((targets - targets.mean()) ** 2))
    return Fit(
        ranges.finite(float(np.sqrt(np.mean(errors**2)))),
        float(np.max(np.abs(errors))),
        1.0 - left / spread if spread else float("nan"),
    )

"""How good predictions are: which samples are right, accuracy, and the confusion matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.training.datasets.dataset import Dataset, class_labels
from engine.training.mlp import Network
from engine.training.passes import NetworkPasses


@dataclass(frozen=True, eq=False)
class Scores:
    """What a network makes of some samples, with no unit dropped out.

    Attributes:
        loss: The data's loss, without penalties.
        accuracy: Share of the samples in the right class; nan for a regression.
        confusion: Counts, shape (classes, classes): the row is the true class, the column the
            predicted one; empty for a regression.
    """

    loss: float
    accuracy: float
    confusion: NDArray[np.intp]


def score(network: Network, parameters: Array, data: Dataset) -> Scores:
    """Judge a network by samples, such as those kept for the test."""
    passes = NetworkPasses(network)
    passes.load(data.inputs, data.targets)
    passes.forward(parameters)
    if data.is_regression:
        return Scores(passes.data_loss, float("nan"), np.zeros((0, 0), dtype=np.intp))
    predictions = passes.prediction
    return Scores(
        passes.data_loss,
        float(np.mean(right_predictions(predictions, data.targets))),
        confusion_matrix(predictions, data.targets),
    )


def right_predictions(predictions: Array, targets: Array) -> NDArray[np.bool_]:
    """Return for each sample whether its class is predicted, shape (n,).

    One output must lie on its target's side of ½, and ½ itself is on neither; of several the
    largest must stand where the target's 1 does.
    """
    if targets.shape[1] == 1:
        return np.abs(predictions - targets)[:, 0] < 0.5
    return np.equal(class_labels(predictions), class_labels(targets))


def confusion_matrix(predictions: Array, targets: Array) -> NDArray[np.intp]:
    """Count how often each class was taken for each, shape (classes, classes).

    Rows are true classes and columns predicted ones, so the right ones stand on the diagonal
    (Bishop, Pattern Recognition and Machine Learning, 2006, section 1.5).

    Example:
        >>> confusion_matrix(np.array([[0.2], [0.9], [0.8]]), np.array([[0.0], [0.0], [1.0]]))
        array([[1, 1],
               [0, 1]])
    """
    count = max(targets.shape[1], 2)
    places = class_labels(targets) * count + class_labels(predictions)
    return np.bincount(places, minlength=count * count).reshape(count, count)

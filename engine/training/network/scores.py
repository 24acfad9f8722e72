"""How good predictions are: which samples are right, accuracy, and the confusion matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.training.datasets.dataset import Dataset, class_labels
from engine.training.network.mlp import Network
from engine.training.network.passes import NetworkPasses
from engine.training.network.predicted_class import UNDECIDED, predicted_classes


@dataclass(frozen=True, eq=False)
class Scores:
    """What a network makes of some samples, with no unit dropped out.

    Attributes:
        loss: The data's loss, without penalties.
        accuracy: Share of the samples in the right class; nan for a regression.
        confusion: Counts, shape (classes, classes): the row is the true class, the column the
            predicted one; empty for a regression. A tie is in no column.
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

    A tie is no class, so it is right for none (``predicted_classes``).
    """
    return np.equal(predicted_classes(predictions), class_labels(targets))


def confusion_matrix(predictions: Array, targets: Array) -> NDArray[np.intp]:
    """Count how often each class was taken for each, shape (classes, classes).

    Rows are true classes and columns predicted ones, so the right ones stand on the diagonal
    (Bishop, Pattern Recognition and Machine Learning, 2006, section 1.5). A tie was taken for no
    class and is not counted here; ``undecided_counts`` has it.

    Example:
        >>> confusion_matrix(np.array([[0.2], [0.9], [0.8]]), np.array([[0.0], [0.0], [1.0]]))
        array([[1, 1],
               [0, 1]])
    """
    count = max(targets.shape[1], 2)
    predicted = predicted_classes(predictions)
    decided = predicted != UNDECIDED
    places = class_labels(targets)[decided] * count + predicted[decided]
    return np.bincount(places, minlength=count * count).reshape(count, count)


def undecided_counts(predictions: Array, targets: Array) -> NDArray[np.intp]:
    """Count the samples of each true class whose prediction is a tie, shape (classes,).

    Example:
        >>> undecided_counts(np.array([[0.5], [0.9], [0.5]]), np.array([[0.0], [0.0], [1.0]]))
        array([1, 1])
    """
    is_tie = predicted_classes(predictions) == UNDECIDED
    return np.bincount(class_labels(targets)[is_tie], minlength=max(targets.shape[1], 2))

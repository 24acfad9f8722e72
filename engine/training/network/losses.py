"""Which losses a network can be trained by, and what each compares with the targets."""

from __future__ import annotations

from enum import Enum

from engine.errors import OperationError, SettingError
from engine.formula.latex import format_latex
from engine.graph.builder import GraphBuilder
from engine.operations.catalog import OPERATIONS
from engine.operations.loss_use import LossUse
from engine.operations.operation import Operation
from engine.training.datasets.dataset import Dataset

_PROBABILITIES = (0.0, 1.0)


class Reduction(Enum):
    """How a loss makes one number of all samples."""

    SUM = "sum"
    MEAN_OF_SAMPLES = "mean of samples"
    MEAN_OF_NUMBERS = "mean of numbers"


def use_of(name: str) -> LossUse:
    """Return how a network is put before a loss, which it must be one for."""
    use = OPERATIONS[name].loss_use
    assert use is not None, f"no network is trained by {name}"
    return use


def require_loss(name: str) -> Operation:
    """Return an operation that compares a prediction with a target.

    Raises:
        OperationError: It is unknown, or no loss that a network can be trained by.
    """
    record = OPERATIONS.require(name)
    if record.loss_use is None:
        raise OperationError(
            "not_a_loss",
            f"{record.title} is no loss: choose mean squared error or binary cross-entropy.",
            title=record.title,
        )
    return record


def reduction_of(loss: Operation) -> Reduction:
    """Return whether a loss is a sum or a mean, and of what, as its formula has it."""
    if loss.counts_samples:
        return Reduction.MEAN_OF_SAMPLES
    return Reduction.MEAN_OF_NUMBERS if "{n}" in loss.latex else Reduction.SUM


def loss_formula(loss: Operation) -> str:
    """Return a loss in LaTeX, of predictions p, or scores z, and targets t."""
    use = use_of(loss.name)
    builder = GraphBuilder()
    given = builder.source("input", [0.5], "z" if use.takes_scores else "p")
    target = builder.source("input", [1.0], "t")
    return format_latex(builder.build(builder.gate(loss.name, given, target)))


def losses_for(columns: int, *, is_regression: bool = False) -> tuple[Operation, ...]:
    """Return the losses that suit targets with so many columns, in the table's order."""
    return tuple(
        record
        for record in OPERATIONS.values()
        if (use := record.loss_use) is not None
        and not (is_regression and use.needs_classes)
        and (columns > 1 or not use.needs_columns)
    )


def check_loss(loss: str, output: str, data: Dataset) -> None:
    """Check that a loss suits a network's output and the data.

    Raises:
        OperationError: It is unknown or no loss.
        SettingError: It would be given numbers that it makes nothing of.
    """
    record = require_loss(loss)
    use = use_of(record.name)
    if use.needs_classes and data.is_regression:
        raise SettingError(
            "loss_needs_classes",
            f"{record.title} compares with classes, and these targets are numbers: take the mean "
            "squared error and end the network with the identity.",
            title=record.title,
        )
    if use.needs_columns and data.targets.shape[1] == 1:
        raise SettingError(
            "loss_needs_columns",
            f"{record.title} needs a score for each class, and this data has a single target: "
            "take binary cross-entropy.",
            title=record.title,
        )
    ending = OPERATIONS.require(output)
    if use.needs_probabilities and ending.known_range != _PROBABILITIES:
        raise SettingError(
            "loss_needs_probability",
            "Binary cross-entropy needs predictions between 0 and 1: end the network with a "
            "sigmoid, or take the mean squared error.",
        )
    if ending.is_distribution and not use.needs_columns:
        raise SettingError(
            "softmax_needs_scores",
            f"A softmax at the end goes with a loss that takes scores, and {record.title} does "
            "not: take softmax cross-entropy.",
            title=record.title,
        )

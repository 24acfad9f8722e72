"""Which losses a network can be trained by, and what each compares with the targets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from engine.errors import OperationError, SettingError
from engine.formula.latex import format_latex
from engine.graph.builder import GraphBuilder
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category, Operation
from engine.training.datasets.dataset import Dataset


@dataclass(frozen=True, slots=True)
class LossUse:
    """How a network is put before a loss.

    Attributes:
        takes_scores: Whether it takes the last layer's totals instead of its outputs.
        signs: Whether its targets are −1 and 1 instead of 0 and 1.
        needs_classes: Whether its targets must be classes.
        needs_columns: Whether it needs a column of targets for each class.
    """

    takes_scores: bool = False
    signs: bool = False
    needs_classes: bool = False
    needs_columns: bool = False


class Reduction(Enum):
    """How a loss makes one number of all samples."""

    SUM = "sum"
    MEAN_OF_SAMPLES = "mean of samples"
    MEAN_OF_NUMBERS = "mean of numbers"


_ANY = LossUse()

LOSS_USES: dict[str, LossUse] = {
    "mean_squared_error": _ANY,
    "squared_error": _ANY,
    "half_squared_error": _ANY,
    "binary_cross_entropy": LossUse(needs_classes=True),
    "binary_cross_entropy_with_logits": LossUse(takes_scores=True, needs_classes=True),
    "hinge": LossUse(takes_scores=True, signs=True, needs_classes=True),
    "softmax_cross_entropy": LossUse(takes_scores=True, needs_classes=True, needs_columns=True),
    "multiclass_hinge": LossUse(takes_scores=True, needs_classes=True, needs_columns=True),
}


def require_loss(name: str) -> Operation:
    """Return an operation that compares a prediction with a target.

    Raises:
        OperationError: It is unknown, or no loss that a network can be trained by.
    """
    record = OPERATIONS.require(name)
    if record.category is not Category.LOSSES or record.name not in LOSS_USES:
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
    use = LOSS_USES[loss.name]
    builder = GraphBuilder()
    given = builder.source("input", [0.5], "z" if use.takes_scores else "p")
    target = builder.source("input", [1.0], "t")
    return format_latex(builder.build(builder.gate(loss.name, given, target)))


def losses_for(columns: int, *, is_regression: bool = False) -> tuple[Operation, ...]:
    """Return the losses that suit targets with so many columns, in the table's order."""
    return tuple(
        OPERATIONS[name]
        for name in OPERATIONS
        if name in LOSS_USES
        and not (is_regression and LOSS_USES[name].needs_classes)
        and (columns > 1 or not LOSS_USES[name].needs_columns)
    )


def check_loss(loss: str, output: str, data: Dataset) -> None:
    """Check that a loss suits a network's output and the data.

    Raises:
        OperationError: It is unknown or no loss.
        SettingError: It would be given numbers that it makes nothing of.
    """
    record = require_loss(loss)
    use = LOSS_USES[record.name]
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
    if record.name == "binary_cross_entropy" and output != "sigmoid":
        raise SettingError(
            "loss_needs_probability",
            "Binary cross-entropy needs predictions between 0 and 1: end the network with a "
            "sigmoid, or take the mean squared error.",
        )
    if output == "softmax" and not use.needs_columns:
        raise SettingError(
            "softmax_needs_scores",
            f"A softmax at the end goes with a loss that takes scores, and {record.title} does "
            "not: take softmax cross-entropy.",
            title=record.title,
        )

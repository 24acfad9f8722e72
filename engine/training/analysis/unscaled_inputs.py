"""Inputs of unlike or large scales: whether they are what stands in the way, and their mending."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine import ranges
from engine.arrays import Array, as_array
from engine.errors import EngineError
from engine.quoting import written
from engine.training.analysis.learning_error import LearningError
from engine.training.analysis.unit_health import LayerHealth
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# Inputs of this size drive units that were made for sizes about 1 to the ends of their curves.
_LARGE_INPUT = 10.0
# Columns are of unlike scales where one is so many times as large as another's spread: what is a
# long step for the one is none for the other.
_UNLIKE = 10.0
# A run has had its chance after so many epochs, and is slow while its predictions leave more than
# this share of the targets' spread unexplained.
_FAIR_EPOCHS = 300
_UNEXPLAINED = 0.5


def unscaled_inputs(
    run: TrainingRun, record: TrainingStep, health: Sequence[LayerHealth], *, is_growing: bool
) -> tuple[EngineError, ...]:
    """Return the error that tells of unscaled inputs, where a run suffers from them.

    Args:
        run: What is trained.
        record: Where it stands.
        health: The hidden layers at this record.
        is_growing: Whether the loss grew instead of falling.
    """
    inputs = run.dataset.inputs
    size, ratio = input_size(inputs), scale_ratio(inputs)
    if size >= _LARGE_INPUT and health:
        blocked = len(health[0].saturated) + len(health[0].dead)
        if 2 * blocked >= health[0].units:
            return (_blocked(size, blocked, health[0].units),)
    if size >= _LARGE_INPUT and is_growing:
        return (_steep(size),)
    if ratio >= _UNLIKE and _is_slow(run, record):
        return (_unlike(ratio),)
    return ()


def input_size(inputs: Array) -> float:
    """Return how large the largest input is: the root mean square over samples, shape (n, k)."""
    return float(np.max(_sizes(inputs)))


def scale_ratio(inputs: Array) -> float:
    """Return how many times the smallest spread of a column the largest size of one is.

    A column that is the same in all samples has no spread and does not count.
    """
    spreads = np.std(inputs, axis=0)
    spreads = spreads[spreads > 0.0]
    return float(np.max(_sizes(inputs)) / np.min(spreads)) if len(spreads) else 1.0


def unexplained(record: TrainingStep, targets: Array) -> float:
    """Return the share of the targets' variance that the predictions leave; 0 where there is none.

    The best constant prediction leaves 1.
    """
    spread = float(np.sum(np.square(targets - targets.mean(axis=0))))
    left = float(np.sum(np.square(record.predictions - targets)))
    return ranges.finite(left / spread) if spread > 0.0 else 0.0


def _is_slow(run: TrainingRun, record: TrainingStep) -> bool:
    had_time = record.epoch >= _FAIR_EPOCHS
    return had_time and unexplained(record, run.dataset.targets) > _UNEXPLAINED


def _sizes(inputs: Array) -> Array:
    return as_array(np.sqrt(np.mean(np.square(inputs), axis=0)))


def _blocked(size: float, blocked: int, units: int) -> LearningError:
    return LearningError(
        "unscaled_inputs",
        f"Inputs of a size of {written(size, 2)} drive {blocked} of {units} units in hidden layer "
        "1 to where they are flat, so that next to no gradient reaches their weights: subtract "
        "from each input its mean and divide it by its standard deviation.",
        size=written(size, 2),
        blocked=blocked,
        units=units,
    )


def _steep(size: float) -> LearningError:
    return LearningError(
        "steep_inputs",
        f"Inputs of a size of {written(size, 2)} make the loss that many times as steep, so that "
        "the steps are too long: subtract from each input its mean and divide it by its standard "
        "deviation.",
        size=written(size, 2),
    )


def _unlike(ratio: float) -> LearningError:
    return LearningError(
        "unlike_inputs",
        f"The inputs are of unlike scales, the largest {written(ratio, 2)} times the smallest "
        "spread, so that no learning rate suits them all: subtract from each input its mean and "
        "divide it by its standard deviation.",
        ratio=written(ratio, 2),
    )

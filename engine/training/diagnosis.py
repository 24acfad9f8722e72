"""What goes wrong in a training run, told as sentences: stuck, symmetric, dead, too fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.arrays import Array, computing
from engine.errors import EngineError
from engine.optimizers.divergence import calmer_rate
from engine.training.learning_error import LearningError, written
from engine.training.loop import StepRecord
from engine.training.run import TrainingRun
from engine.training.standstill import standstill
from engine.training.unit_health import LayerHealth, unit_health

_NOTICEABLE_GROWTH = 3.0
# Inputs of this size drive units that were made for sizes about 1 to the ends of their curves.
_LARGE_INPUT = 10.0


@computing()
def diagnose(run: TrainingRun, record: StepRecord) -> tuple[EngineError, ...]:
    """Return what is wrong with a run at one of its records, the most telling cause first.

    Nothing is raised: each cause is an error with code, details and sentence, to be shown.
    """
    if record.is_solved:
        return ()
    health = unit_health(run.network, record.parameters, run.dataset.inputs)
    unscaled = tuple(_unscaled_inputs(health, run))
    causes = (
        *_identical_units(health),
        *_dead_units(health, run),
        *(unscaled or _saturated_units(health)),
        *_too_fast(run, record),
    )
    # Whatever else is true, a network does not learn past one of these.
    is_blocked = unscaled or any(_is_blocked(layer) for layer in health)
    return causes if is_blocked else (*causes, *standstill(run, record))


def input_size(inputs: Array) -> float:
    """Return how large the largest input is: the root mean square over samples, shape (n, k)."""
    return float(np.max(np.sqrt(np.mean(np.square(inputs), axis=0))))


def _is_blocked(layer: LayerHealth) -> bool:
    is_one = layer.units > 1 and any(len(group) == layer.units for group in layer.identical)
    return is_one or len(layer.dead) == layer.units


def _identical_units(health: Sequence[LayerHealth]) -> Iterator[EngineError]:
    """All units of a hidden layer do the same, and equal gradients will keep them so."""
    for item in health:
        if item.identical and len(item.identical[0]) == item.units:
            yield LearningError(
                "identical_units",
                f"All {item.units} units of hidden layer {item.layer} are identical, so they get "
                "identical gradients and stay so: random initial weights break the symmetry.",
                units=item.units,
                layer=item.layer,
            )
            return
        # Units that are stuck at the end of their curve are told of as such.
        twins = [group for group in item.identical if not set(group) <= set(item.saturated)]
        if twins:
            names = ", ".join(str(unit + 1) for unit in twins[0])
            yield LearningError(
                "twin_units",
                f"Units {names} of hidden layer {item.layer} give the same for every sample: they "
                "count as one, and with equal weights before and behind them they stay so.",
                names=names,
                layer=item.layer,
            )


def _dead_units(health: Sequence[LayerHealth], run: TrainingRun) -> Iterator[EngineError]:
    """A ReLU that is 0 for every sample has gradient 0 and never learns again."""
    for item, name in zip(health, run.network.activations, strict=True):
        if item.dead and name == "relu":
            yield LearningError(
                "dead_units",
                f"{len(item.dead)} of {item.units} ReLUs in hidden layer {item.layer} never fire: "
                "they are 0 for every sample, so no gradient reaches their weights.",
                dead=len(item.dead),
                units=item.units,
                layer=item.layer,
            )


def _saturated_units(health: Sequence[LayerHealth]) -> Iterator[EngineError]:
    """A unit on the flat part of its curve for every sample passes next to no gradient."""
    for item in health:
        if item.saturated:
            yield LearningError(
                "saturated_units",
                f"{len(item.saturated)} of {item.units} units in hidden layer {item.layer} are "
                "saturated: their slope is below 0.01 for every sample, so next to no gradient "
                "reaches their weights.",
                saturated=len(item.saturated),
                units=item.units,
                layer=item.layer,
            )


def _unscaled_inputs(health: Sequence[LayerHealth], run: TrainingRun) -> Iterator[EngineError]:
    """Large inputs, and a first layer of which half or more sits on the flat part of its curve."""
    if not health or 2 * len(health[0].saturated) < health[0].units:
        return
    size = input_size(run.dataset.inputs)
    if size >= _LARGE_INPUT:
        yield LearningError(
            "unscaled_inputs",
            f"Inputs of a size of {written(size, 2)} saturate {len(health[0].saturated)} of "
            f"{health[0].units} units in hidden layer 1, so that next to no gradient reaches their "
            "weights: subtract from each input its mean and divide it by its standard deviation.",
            size=written(size, 2),
            saturated=len(health[0].saturated),
            units=health[0].units,
        )


def _too_fast(run: TrainingRun, record: StepRecord) -> Iterator[EngineError]:
    """The loss stands far above where it began, though it did not leave the numbers."""
    if record.loss > _NOTICEABLE_GROWTH * record.start_loss > 0:
        rate = run.optimizer_settings["learning_rate"]
        growth = record.loss / record.start_loss
        yield LearningError(
            "loss_grew",
            f"The loss is {written(growth, 3)} times what it was at the start: the learning rate "
            f"{written(rate)} is too large. Try {written(calmer_rate(rate))}.",
            growth=written(growth, 3),
            rate=written(rate),
            calmer=written(calmer_rate(rate)),
        )

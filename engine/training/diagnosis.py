"""What goes wrong in a training run, told as sentences: stuck, symmetric, dead, too fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from engine.errors import EngineError
from engine.training.loop import StepRecord
from engine.training.run import TrainingRun
from engine.training.unit_health import LayerHealth, unit_health

# Below this length the loss's gradient moves nothing one would see in a thousand steps.
_FLAT = 1e-3
# A run is not called stuck before it had a fair chance: what most XOR networks need.
_FAIR_EPOCHS = 300
_NOTICEABLE_GROWTH = 3.0
# Data sets that no straight line separates.
_CURVED = ("xor", "noisy_xor", "circle", "spiral", "moons")


class LearningError(EngineError):
    """Something stands in the way of learning; its sentence names the cause."""


def diagnose(run: TrainingRun, record: StepRecord) -> tuple[EngineError, ...]:
    """Return what is wrong with a run at one of its records, the most telling cause first.

    Nothing is raised: each cause is an error with code, details and sentence, to be shown.
    """
    if record.is_solved:
        return ()
    health = unit_health(run.network, record.parameters, run.dataset.inputs)
    return (
        *_identical_units(health),
        *_dead_units(health, run),
        *_saturated_units(health),
        *_too_fast(run, record),
        *_stuck(run, record),
    )


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


def _too_fast(run: TrainingRun, record: StepRecord) -> Iterator[EngineError]:
    """The loss stands far above where it began, though it did not leave the numbers."""
    if record.loss > _NOTICEABLE_GROWTH * record.start_loss > 0:
        rate = run.optimizer_settings["learning_rate"]
        growth = record.loss / record.start_loss
        yield LearningError(
            "loss_grew",
            f"The loss is {_written(growth, 3)} times what it was at the start: the learning rate "
            f"{_written(rate)} is too large.",
            growth=_written(growth, 3),
            rate=_written(rate),
        )


def _stuck(run: TrainingRun, record: StepRecord) -> Iterator[EngineError]:
    """The gradient is all but zero, or the epochs have gone by, and samples are still wrong."""
    if run.dataset.is_regression:
        return
    right = round(record.accuracy * len(run.dataset))
    length = float(np.hypot.reduce(record.gradient_norms))
    if record.step == 0 or (length > _FLAT and not _has_waited(run, record)):
        return
    if len(run.layers) == 2 and run.recipe.name in _CURVED:
        yield LearningError(
            "needs_hidden_layer",
            f"Stuck at {right} of {len(run.dataset)}: without a hidden layer the boundary is one "
            "straight line, and no straight line separates these classes.",
            right=right,
            count=len(run.dataset),
        )
    else:
        yield LearningError(
            "stuck",
            f"Stuck at {right} of {len(run.dataset)}: the gradient's length is "
            f"{_written(length, 1)}, so the steps lead nowhere. Try a new start, or more hidden "
            "units.",
            right=right,
            count=len(run.dataset),
            length=_written(length, 1),
        )


def _written(number: float, digits: int = 6) -> str:
    """Return a number as people write it: 1e−5 and not 1e-05."""
    mantissa, mark, exponent = f"{number:.{digits}g}".partition("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "−") if mark else mantissa


def _has_waited(run: TrainingRun, record: StepRecord) -> bool:
    """Return whether a truth table had its fair time and stands still near its lowest loss."""
    slow = float(np.hypot.reduce(record.gradient_norms)) < 10 * _FLAT
    return run.recipe.is_logic and record.epoch >= _FAIR_EPOCHS and slow

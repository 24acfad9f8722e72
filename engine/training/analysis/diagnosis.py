"""What goes wrong in a training run, told as sentences: stuck, symmetric, dead, too fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.arrays import computing
from engine.errors import EngineError
from engine.quoting import written
from engine.training.analysis.learning_error import LearningError
from engine.training.analysis.standstill import standstill
from engine.training.analysis.unit_causes import unit_causes
from engine.training.analysis.unit_health import LayerHealth, unit_health
from engine.training.analysis.unscaled_inputs import unscaled_inputs
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_NOTICEABLE_GROWTH = 3.0


@computing()
def diagnose(
    run: TrainingRun, record: TrainingStep, failure: EngineError | None = None
) -> tuple[EngineError, ...]:
    """Return what is wrong with a run at one of its records, the most telling cause first.

    Nothing is raised: each cause is an error with code, details and sentence, to be shown.

    Args:
        run: What is trained.
        record: Where it stands.
        failure: The error that ended the run behind this record, if one did. It is among what is
            returned, behind what brought it about.
    """
    ended = () if failure is None else (failure,)
    if record.is_solved:
        return ended
    health = unit_health(run.network, record.parameters, run.dataset.inputs)
    grew = (*ended, *_too_fast(run, record))
    unscaled = unscaled_inputs(run, record, health, is_growing=bool(grew))
    causes = (
        *_identical_units(health),
        *(unscaled or unit_causes(run, record, health)),
        *grew,
    )
    # Whatever else is true, a network does not learn past one of these.
    is_blocked = bool(unscaled) or any(_is_blocked(layer) for layer in health)
    return causes if is_blocked else (*causes, *standstill(run, record))


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


def _too_fast(run: TrainingRun, record: TrainingStep) -> Iterator[EngineError]:
    """The loss stands far above where it began, though it did not leave the numbers."""
    if record.loss > _NOTICEABLE_GROWTH * record.start_loss > 0:
        rate = run.optimizer_settings["learning_rate"]
        growth = record.loss / record.start_loss
        yield LearningError(
            "loss_grew",
            f"The loss is {written(growth, 3)} times what it was at the start: the learning rate "
            f"{written(rate)} is too large. Try a smaller one.",
            growth=written(growth, 3),
            rate=written(rate),
        )

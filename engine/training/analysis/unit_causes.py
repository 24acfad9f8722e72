"""Why hidden units pass no gradient: from the start, or since a step; and what helps then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.errors import EngineError
from engine.training.analysis.learning_error import LearningError
from engine.training.analysis.unit_health import LayerHealth, unit_health
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun


def unit_causes(
    run: TrainingRun, record: TrainingStep, health: Sequence[LayerHealth]
) -> tuple[EngineError, ...]:
    """Return what is to be said of dead and of saturated units, layer by layer.

    A unit that was already so with the initial weights asks for other ones; one that a step
    threw there asks for shorter steps. Weights put in by hand tell neither.

    Args:
        run: What is trained.
        record: Where it stands.
        health: The hidden layers at this record.
    """
    if not any(item.dead or item.saturated for item in health):
        return ()
    start = unit_health(run.network, run.network.start, run.dataset.inputs)
    return (*_dead_units(run, record, health, start), *_saturated_units(record, health, start))


def _dead_units(
    run: TrainingRun,
    record: TrainingStep,
    health: Sequence[LayerHealth],
    start: Sequence[LayerHealth],
) -> Iterator[EngineError]:
    """A ReLU that is 0 for every sample has gradient 0 and never learns again."""
    for item, first, name in zip(health, start, run.network.activations, strict=True):
        if item.dead and name == "relu":
            yield _dead(item, _origin(record, item.dead, first.dead))


def _dead(item: LayerHealth, origin: str) -> LearningError:
    dead, units, layer = len(item.dead), item.units, item.layer
    opening = (
        f"{dead} of {units} ReLUs in hidden layer {layer} never fire: they are 0 for every sample, "
        "so no gradient reaches their weights"
    )
    if origin == "start":
        return LearningError(
            "dead_from_start",
            f"{opening}. The initial weights made them so. Take Leaky ReLU, whose slope is never "
            "0, or another seed.",
            dead=dead,
            units=units,
            layer=layer,
        )
    if origin == "steps":
        return LearningError(
            "dead_by_steps",
            f"{opening}. At the start they fired: a step was too long. Start again with a smaller "
            "learning rate.",
            dead=dead,
            units=units,
            layer=layer,
        )
    return LearningError(
        "dead_units",
        f"{opening}. Raise their biases until they fire for some sample.",
        dead=dead,
        units=units,
        layer=layer,
    )


def _saturated_units(
    record: TrainingStep, health: Sequence[LayerHealth], start: Sequence[LayerHealth]
) -> Iterator[EngineError]:
    """A unit on the flat part of its curve for every sample passes next to no gradient."""
    for item, first in zip(health, start, strict=True):
        if item.saturated:
            yield _saturated(item, _origin(record, item.saturated, first.saturated))


def _saturated(item: LayerHealth, origin: str) -> LearningError:
    saturated, units, layer = len(item.saturated), item.units, item.layer
    opening = (
        f"{saturated} of {units} units in hidden layer {layer} are saturated: their slope is below "
        "0.01 for every sample, so next to no gradient reaches their weights"
    )
    if origin == "start":
        return LearningError(
            "saturated_from_start",
            f"{opening}. The initial weights are too large for these inputs. Start with the "
            "smaller ones of Xavier, or bring the inputs to mean 0 and spread 1.",
            saturated=saturated,
            units=units,
            layer=layer,
        )
    if origin == "steps":
        return LearningError(
            "saturated_by_steps",
            f"{opening}. At the start they were not: the steps made their weights too large. Start "
            "again with a smaller learning rate.",
            saturated=saturated,
            units=units,
            layer=layer,
        )
    return LearningError(
        "saturated_units",
        f"{opening}. Make their weights and biases smaller.",
        saturated=saturated,
        units=units,
        layer=layer,
    )


def _origin(record: TrainingStep, units: Sequence[int], at_start: Sequence[int]) -> str:
    """Return since when most of some units are as they are: "start", "steps", or "" by hand."""
    if 2 * len(set(units) & set(at_start)) >= len(units):
        return "start"
    return "steps" if record.step else ""

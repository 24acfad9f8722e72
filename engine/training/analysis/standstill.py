"""Why a network stands still: each cause by a measurement, with advice that fits it alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.arrays import Array
from engine.quoting import written
from engine.training.analysis.learning_error import LearningError
from engine.training.network.activations import is_linear, is_monotone
from engine.training.network.mlp import Network
from engine.training.network.signals import signals_at
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# Below this length the loss's gradient moves nothing one would see in a thousand steps.
_FLAT = 1e-3
# A run is not called stuck before it had a fair chance: what most XOR networks need.
_FAIR_EPOCHS = 300
# Less of the differences between samples than this, and a network tells them apart by nothing.
_NOTHING_LEFT = 0.01


def standstill(run: TrainingRun, record: TrainingStep) -> Iterator[LearningError]:
    """Yield the cause for which a network gets no further, or nothing while it does.

    It stands still where its gradient is all but zero, or its epochs have gone by, with samples
    that are still wrong. The causes are asked from the one that nothing else can mend on.
    """
    if run.dataset.is_regression or record.step == 0:
        return
    length = float(np.hypot.reduce(record.gradient_norms))
    had_time = record.epoch >= _FAIR_EPOCHS
    is_flat = length <= _FLAT or (run.recipe.is_logic and had_time and length < 10 * _FLAT)
    found = None
    if is_flat or had_time:
        needs_bend = is_flat or run.recipe.lines_needed > 1
        found = (_only_linear(run, record) if needs_bend else None) or _too_few_units(run)
    if found is None and is_flat:
        found = _needs_hidden_layer(run, record) or _lost_signal(run, record) or _stuck(run, record)
    if found is not None:
        yield found


def signal_left(network: Network, parameters: Array, inputs: Array) -> float:
    """Return how much of the differences between samples is left behind the last hidden layer.

    That is the standard deviation of its units over the samples, divided by that of the inputs,
    each as a root mean square over units; 0 where all samples are the same.

    Args:
        network: A network with a hidden layer.
        parameters: Its flat parameter vector.
        inputs: Samples in rows, shape (n, layers[0]).
    """
    outputs = signals_at(network, parameters, inputs).outputs
    before, after = (_spread(layer) for layer in (outputs[0], outputs[-2]))
    return after / before if before > 0.0 else 0.0


def _spread(layer: Array) -> float:
    return float(np.sqrt(np.mean(np.var(layer, axis=0))))


def _only_linear(run: TrainingRun, record: TrainingStep) -> LearningError | None:
    """Layers without anything between them are one layer, with one straight line."""
    if len(run.layers) == 2 or not all(map(is_linear, run.network.activations)):
        return None
    right = _right(run, record)
    if right == len(run.dataset):
        return None
    return LearningError(
        "only_linear",
        f"Stuck at {right} of {len(run.dataset)}: hidden layers whose function is linear are "
        "together one linear layer, and its boundary is one straight line. Choose a function that "
        "bends, such as tanh.",
        right=right,
        count=len(run.dataset),
    )


def _too_few_units(run: TrainingRun) -> LearningError | None:
    needed = run.recipe.lines_needed
    if len(run.layers) != 3 or run.layers[1] >= needed:
        return None
    if not is_monotone(run.network.activations[0]):
        # A unit that changes sides more than once draws more than one line.
        return None
    return LearningError(
        "too_few_units",
        f"Hidden units: {run.layers[1]}, needed here: at least {needed}. Each draws one straight "
        "line, and fewer lines do not part these classes: add units.",
        units=run.layers[1],
        needed=needed,
    )


def _needs_hidden_layer(run: TrainingRun, record: TrainingStep) -> LearningError | None:
    if len(run.layers) > 2:
        return None
    right = _right(run, record)
    if not run.recipe.lines_needed:
        return LearningError(
            "only_one_line",
            f"Stuck at {right} of {len(run.dataset)}: without a hidden layer the boundary is one "
            "straight line. A hidden layer can bend it.",
            right=right,
            count=len(run.dataset),
        )
    return LearningError(
        "needs_hidden_layer",
        f"Stuck at {right} of {len(run.dataset)}: without a hidden layer the boundary is one "
        "straight line, and no straight line separates these classes.",
        right=right,
        count=len(run.dataset),
    )


def _lost_signal(run: TrainingRun, record: TrainingStep) -> LearningError | None:
    """Samples look alike behind the last hidden layer, so nothing can tell their classes."""
    left = signal_left(run.network, record.parameters, run.dataset.inputs)
    if left >= _NOTHING_LEFT:
        return None
    share = written(left, 1)
    opening = (
        f"Behind the last hidden layer all samples look alike: of the differences between them "
        f"{share} is left"
    )
    if set(run.network.activations) == {"sigmoid"}:
        return LearningError(
            "signal_lost_by_sigmoid",
            f"{opening}, because σ shrinks each to a quarter at most, layer by layer, and the "
            "gradient on its way back as well. Take fewer layers, or tanh or ReLU with a smaller "
            "learning rate.",
            left=share,
        )
    return LearningError(
        "signal_lost_by_weights",
        f"{opening}, because the weights are small. Start with the weights of Xavier or He.",
        left=share,
    )


def _stuck(run: TrainingRun, record: TrainingStep) -> LearningError:
    right = _right(run, record)
    length = written(float(np.hypot.reduce(record.gradient_norms)), 1)
    return LearningError(
        "stuck",
        f"Stuck at {right} of {len(run.dataset)}: the gradient's length is {length}, so the steps "
        "lead nowhere. Try a new start, or more hidden units.",
        right=right,
        count=len(run.dataset),
        length=length,
    )


def _right(run: TrainingRun, record: TrainingStep) -> int:
    return round(record.accuracy * len(run.dataset))

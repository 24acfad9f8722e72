"""What is the case of a network in training, by name, for questions and conditions about it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache, partial

import numpy as np

from engine import ranges
from engine.arrays import Array, as_array, computing
from engine.training.analysis.unit_health import unit_health
from engine.training.network.neuron_graph import parameter_names
from engine.training.network.passes import NetworkPasses
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Moment
from engine.training.run.run import TrainingRun

# A number, an array, a text, texts, or None where it has no value.
Known = float | Array | str | tuple[str, ...] | None
Sources = Mapping[str, Callable[[], Known]]


def run_facts(run: TrainingRun, record: TrainingStep, moment: Moment) -> Sources:
    """Return what is known of a network as it stands at a step; nothing is computed here.

    A weight is named by where it comes from and where it leads, ``weight_x1h1``, a bias by its
    unit, ``bias_h1``, as in the network's graph; ``slope_x1h1`` and ``slope_b_h1`` are the loss's
    gradient for them, and ``weights_1`` and ``biases_1`` a whole layer, the matrix with a row for
    each unit.

    Args:
        run: What is trained.
        record: The network.
        moment: The few numbers of that step.
    """
    return {
        **_choices(run),
        **_numbers(run, record, moment),
        **_parameters(run, record),
        **_of_layers(run, record),
    }


def _choices(run: TrainingRun) -> Sources:
    hidden = run.hidden_activations
    return {
        "data": lambda: run.recipe.name,
        "samples": lambda: float(len(run.dataset)),
        "inputs": lambda: run.dataset.inputs,
        "targets": lambda: run.dataset.targets,
        "test_share": lambda: run.test_share,
        "layers": lambda: as_array(run.layers),
        "hidden_units": lambda: float(sum(run.layers[1:-1])),
        "hidden_layers": lambda: float(len(run.layers) - 2),
        "activation": lambda: hidden[0] if len(set(hidden)) == 1 else ", ".join(hidden),
        "activations": lambda: hidden,
        "output": lambda: run.output,
        "initializer": lambda: run.initializer,
        "seed": lambda: float(run.seed),
        "loss_function": lambda: run.loss,
        "l1": lambda: run.l1,
        "l2": lambda: run.l2,
        "dropout": lambda: run.dropout,
        "optimizer": lambda: run.optimizer,
        "batch_size": lambda: float(run.batch_size or len(run.dataset)),
    }


def _numbers(run: TrainingRun, record: TrainingStep, moment: Moment) -> Sources:
    data, is_regression = run.dataset, run.dataset.is_regression
    length = ranges.length(np.array(record.gradient_norms))
    return {
        "rate": lambda: moment.rate,
        "epoch": lambda: float(record.epoch),
        "step": lambda: float(record.step),
        "loss": lambda: record.loss,
        "data_loss": lambda: record.data_loss,
        "test_loss": lambda: _known(moment.test_loss),
        "accuracy": lambda: _known(float(record.accuracy)),
        "test_accuracy": lambda: _known(moment.test_accuracy),
        "right": lambda: None if is_regression else float(round(record.accuracy * len(data))),
        "solved": lambda: float(record.is_solved),
        "largest_error": lambda: record.largest_error,
        "predictions": lambda: record.predictions,
        "mean_prediction": lambda: float(record.predictions.mean()),
        "gradient_norm": lambda: length,
        "parameters": lambda: float(len(record.parameters)),
        "dead_units": lambda: float(_dead_units(run, record)),
    }


def _parameters(run: TrainingRun, record: TrainingStep) -> Sources:
    @cache
    @computing()
    def gradient() -> Array:
        passes = NetworkPasses(run.network)
        passes.load(run.dataset.inputs, run.dataset.targets)
        passes.forward(record.parameters)
        return passes.backward().copy()

    def number(place: int) -> float:
        return float(record.parameters[place])

    def slope(place: int) -> float:
        return float(gradient()[place])

    made: dict[str, Callable[[], Known]] = {}
    for place, name in enumerate(parameter_names(run.layers)):
        kind, _, unit = name.partition("_")
        is_bias = kind == "b"
        made[f"bias_{unit}" if is_bias else f"weight_{unit}"] = partial(number, place)
        made[f"slope_b_{unit}" if is_bias else f"slope_{unit}"] = partial(slope, place)
    return made


def _of_layers(run: TrainingRun, record: TrainingStep) -> Sources:
    made: dict[str, Callable[[], Known]] = {}
    for number, layer in enumerate(run.network.unflatten(record.parameters), start=1):
        # The network multiplies from the right; people write W·x.
        made[f"weights_{number}"] = partial(as_array, layer.weights.T)
        made[f"biases_{number}"] = partial(as_array, layer.bias)
        made[f"gradient_norm_{number}"] = partial(float, record.gradient_norms[number - 1])
    return made


def _dead_units(run: TrainingRun, record: TrainingStep) -> int:
    health = unit_health(run.network, record.parameters, run.dataset.inputs)
    return sum(len(layer.dead) for layer in health)


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number

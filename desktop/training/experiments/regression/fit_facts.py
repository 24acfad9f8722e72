"""What is the case of a linear regression, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from desktop.training.experiments.fact_names import REGRESSION_FACTS
from desktop.training.experiments.regression.course_fit import CourseFit, FitPath
from engine.arrays import Array, as_array
from engine.training.analysis.run_facts import Known, Sources


def fit_facts(fit: CourseFit, path: FitPath | None, step: int, rate: float) -> Sources:
    """Return what is known after so many updates.

    The course prints the weights after an epoch's update beside the cost before it, and counts
    epochs from 0: what it prints for epoch 100 is known here after 101 updates.

    Args:
        fit: The example.
        path: The updates that were made; None before they are.
        step: The number of updates shown.
        rate: The learning rate.
    """
    made: dict[str, Callable[[], Known]] = {
        "regression_fit": lambda: fit.name,
        "regression_rate": lambda: rate,
        "regression_step": lambda: float(step),
        "regression_epoch": lambda: float(step - 1) if step else None,
    }
    if path is None:
        return {**dict.fromkeys(REGRESSION_FACTS, lambda: None), **made}
    place = min(step, path.last)
    data = path.run.dataset

    def errors() -> Array:
        with np.errstate(all="ignore"):
            return as_array(path.predictions(place) - data.targets[:, 0])

    def squares() -> Array:
        with np.errstate(all="ignore"):
            return as_array(errors() ** 2)

    weights = path.parameters[place]
    made |= {
        "regression_cost": lambda: float(path.costs[place]),
        "regression_cost_before": lambda: float(path.costs[place - 1]) if place else None,
        "regression_weights": lambda: as_array(weights[:-1]),
        "regression_b": lambda: float(weights[-1]),
        "regression_w1": lambda: float(weights[0]),
        "regression_w2": lambda: float(weights[1]) if len(weights) > 2 else None,
        "regression_w3": lambda: float(weights[2]) if len(weights) > 3 else None,
        "regression_inputs": lambda: data.inputs,
        "regression_targets": lambda: as_array(data.targets[:, 0]),
        "regression_predictions": lambda: as_array(path.predictions(place)),
        "regression_errors": errors,
        "regression_squares": squares,
        "regression_updates": partial(float, path.last),
        "regression_last_cost": lambda: float(path.costs[-1]),
        "regression_diverged": lambda: float(path.error is not None),
        "regression_at_end": lambda: float(place == path.last),
    }
    return made

"""The runs that are compared with PyTorch: what we call them, and what PyTorch does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.arrays import Array

START = (1.5, -0.7, 0.4)
RATE = 0.02
SHOWN = (1, 2, 10, 100, 200, 1000)


@dataclass(frozen=True)
class Case:
    """One optimizer in one convention.

    Attributes:
        optimizer: Our name.
        theirs: PyTorch's class.
        options: PyTorch's arguments besides the rate.
        variant: Our variant; empty where the course's rule is the same.
        settings: Our settings besides the rate.
        steps: How many; rounding is amplified afterwards in Adadelta and RMSprop, even in one
            framework against itself.
        decay: Coupled weight decay.
        clip: Limit of each part of the gradient; 0 for none.
    """

    optimizer: str
    theirs: str
    options: Mapping[str, object] = field(default_factory=dict)
    variant: str = ""
    settings: Mapping[str, float] = field(default_factory=dict)
    steps: int = 1000
    decay: float = 0.0
    clip: float = 0.0


CASES: dict[str, Case] = {
    "sgd": Case("sgd", "SGD"),
    "momentum": Case("momentum", "SGD", {"momentum": 0.9}),
    "momentum, PyTorch": Case("momentum", "SGD", {"momentum": 0.9}, "pytorch"),
    "nag, PyTorch": Case("nag", "SGD", {"momentum": 0.9, "nesterov": True}, "pytorch"),
    "adagrad, PyTorch": Case("adagrad", "Adagrad", variant="pytorch"),
    "adadelta": Case("adadelta", "Adadelta", {"rho": 0.95}, steps=200),
    "adadelta, PyTorch": Case("adadelta", "Adadelta", {}, "pytorch", steps=200),
    "rmsprop, PyTorch": Case("rmsprop", "RMSprop", variant="pytorch", steps=200),
    "adam": Case("adam", "Adam"),
    "nadam, PyTorch": Case("nadam", "NAdam", variant="pytorch"),
    "adamw": Case("adamw", "AdamW"),
    "sgd with weight decay": Case("sgd", "SGD", {"weight_decay": 0.1}, decay=0.1),
    "adam with weight decay": Case("adam", "Adam", {"weight_decay": 0.1}, decay=0.1),
    "sgd, clipped": Case("sgd", "SGD", clip=0.5),
}

SCHEDULES: dict[str, tuple[str, dict[str, float]]] = {
    "step": ("step", {"period": 7, "factor": 0.3}),
    "exponential": ("exponential", {"factor": 0.97}),
    "cosine": ("cosine", {"length": 40, "floor": 0.1}),
    "warm_up": ("warm_up", {"length": 8}),
    "plateau": ("plateau", {"patience": 3, "factor": 0.1}),
}
SCHEDULE_STEPS = 40
# Falls, rests, falls again and rests for good: what a plateau schedule is to notice.
LOSSES = tuple(
    [1.0, 0.8, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.6, 0.5] + [0.5] * 12 + [0.4] + [0.45] * 17
)


def slope(point: Array) -> Array:
    """The gradient of Σ sin 3w + Σ w² + 0.3·w₀w₁."""
    across = np.array([point[1], point[0], 0.0])
    return np.asarray(3 * np.cos(3 * point) + 2 * point + 0.3 * across)

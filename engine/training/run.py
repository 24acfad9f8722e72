"""A training run: every choice that fixes it, and the network and data that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from engine.errors import SettingError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer
from engine.training.datasets.catalog import DATASETS
from engine.training.datasets.dataset import DataRecipe, Dataset
from engine.training.layers import Layers, check_ends, check_layers
from engine.training.mlp import Network, build_mlp

_EMPTY: Mapping[str, float] = MappingProxyType({})

# The rates at which each rule learns XOR's corners soundly with the default network.
_USUAL_RATES = {
    "sgd": 1.0,
    "momentum": 0.1,
    "nag": 0.1,
    "adagrad": 0.5,
    "adadelta": 1.0,
    "rmsprop": 0.05,
    "adam": 0.05,
}


@dataclass(frozen=True)
class TrainingRun:
    """Every choice that fixes a run; two equal runs take the same steps, bit for bit.

    Attributes:
        data: Name of the data set.
        data_settings: Its settings; the missing ones get their defaults.
        data_seed: Seed of the drawn points.
        layers: Units in each layer, the inputs first.
        activation: Operation of the hidden layers.
        output: Operation of the last layer.
        initializer: Rule that draws the weights.
        seed: Seed of the weights, and of the order of the samples in batches.
        loss: Operation that compares prediction and target.
        optimizer: Name of the update rule.
        optimizer_settings: Its settings; the missing ones get their defaults.
        batch_size: Samples in one step; None for all of them.

    Raises:
        EngineError: A name is unknown, a setting out of range, or the layers do not fit the data.
    """

    data: str = "xor"
    data_settings: Mapping[str, float] = field(default_factory=lambda: _EMPTY)
    data_seed: int = 0
    layers: Layers = (2, 4, 1)
    activation: str = "tanh"
    output: str = "sigmoid"
    initializer: str = "xavier"
    seed: int = 0
    loss: str = "binary_cross_entropy"
    optimizer: str = "sgd"
    optimizer_settings: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({"learning_rate": 1.0})
    )
    batch_size: int | None = None

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

    def __post_init__(self) -> None:
        """Check every choice; the network and the data are made when first asked for."""
        _check_seed("seed of the weights", self.seed)
        _check_seed("seed of the data", self.data_seed)
        check_layers(self.layers)
        check_ends(self.layers, 2, 1)
        object.__setattr__(self, "optimizer_settings", self.rule.check(self.optimizer_settings))
        if self.batch_size is not None and self.batch_size < 1:
            raise SettingError(
                "batch_size",
                f"A batch needs at least 1 sample, and {self.batch_size} is less.",
                size=self.batch_size,
            )
        _check_loss(self.loss, self.output)
        # Both refuse an unknown name or a setting out of range, so that no run exists with one.
        _ = self.network

    @property
    def recipe(self) -> DataRecipe:
        """The record of the data set."""
        return DATASETS.require(self.data)

    @property
    def rule(self) -> Optimizer:
        """The record of the optimizer."""
        return OPTIMIZERS.require(self.optimizer)

    @cached_property
    def dataset(self) -> Dataset:
        """The samples."""
        return self.recipe.make(np.random.default_rng(self.data_seed), self.data_settings)

    @cached_property
    def network(self) -> Network:
        """The network with its initial weights, looking at all samples."""
        return build_mlp(
            self.layers,
            inputs=self.dataset.inputs,
            targets=self.dataset.targets,
            activation=self.activation,
            output=self.output,
            loss=self.loss,
            initializer=self.initializer,
            seed=self.seed,
        )

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see every sample once."""
        size = self.batch_size or len(self.dataset)
        return -(-len(self.dataset) // size)

    def with_optimizer(
        self, optimizer: str, settings: Mapping[str, float] | None = None
    ) -> TrainingRun:
        """Return the run with another optimizer, at the usual rate unless settings say another."""
        given = {"learning_rate": usual_rate(self.recipe, optimizer)} | dict(settings or {})
        return replace(self, optimizer=optimizer, optimizer_settings=given)

    def continues(self, other: TrainingRun) -> bool:
        """Return whether this run can go on from a state of the other: same network, same data."""
        return all(
            getattr(self, name) == getattr(other, name)
            for name in (
                "data",
                "data_settings",
                "data_seed",
                "layers",
                "activation",
                "output",
                "initializer",
                "seed",
                "loss",
                "batch_size",
            )
        )


def usual_rate(recipe: DataRecipe, optimizer: str) -> float:
    """Return the learning rate to begin with, for a data set and an optimizer."""
    record = OPTIMIZERS.require(optimizer)
    usual = _USUAL_RATES.get(record.name, record.settings[0].default)
    return float(f"{usual * recipe.rate_factor:.3g}")


def _check_loss(loss: str, output: str) -> None:
    if loss == "binary_cross_entropy" and output != "sigmoid":
        raise SettingError(
            "loss_needs_probability",
            "Binary cross-entropy needs predictions between 0 and 1: end the network with a "
            "sigmoid, or take the mean squared error.",
        )


def _check_seed(title: str, seed: int) -> None:
    if seed < 0:
        raise SettingError(
            "negative_seed",
            f"The {title} must be 0 or more, and {seed} is less.",
            title=title,
            seed=seed,
        )

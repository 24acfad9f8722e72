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
from engine.optimizers.run import Run
from engine.optimizers.schedules import Scheduled
from engine.optimizers.treatments import Treated
from engine.settings import Setting
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import DataRecipe, Dataset
from engine.training.datasets.own import own_recipe
from engine.training.datasets.scaling import standardized
from engine.training.datasets.split import split_dataset
from engine.training.network.layers import Layers, check_ends, check_layers
from engine.training.network.losses import check_loss
from engine.training.network.mlp import Network, build_mlp
from engine.training.run.batches import LARGE, NOISE_FACTOR

_EMPTY: Mapping[str, float] = MappingProxyType({})


def _strength(name: str, title: str, symbol: str, summary: str, maximum: float) -> Setting:
    return Setting(
        name=name,
        title=title,
        symbol=symbol,
        default=0.0,
        minimum=0.0,
        maximum=maximum,
        summary=summary,
        # Useful strengths of a penalty lie decades apart.
        logarithmic=maximum > 1,
    )


L1 = _strength("l1", "L1", r"\lambda_1", "Draws weights towards 0 and leaves many at 0.", 10.0)
L2 = _strength("l2", "L2", r"\lambda_2", "Draws weights towards 0, large ones the most.", 10.0)
DROPOUT = _strength(
    "dropout", "dropout", "p", "How likely a hidden output is dropped in a step.", 0.95
)

# What makes other weights, or gives them another meaning.
_STRUCTURE = (
    "data", "standardize", "layers", "activation", "activations", "output", "initializer", "seed",
)  # fmt: skip

# Data of a large scale ask for little less of a rule whose steps are no longer on steep slopes.
_LEAST_SCALE_FREE_FACTOR = 0.1


@dataclass(frozen=True)
class TrainingRun:
    """Every choice that fixes a run; two equal runs take the same steps, bit for bit.

    Attributes:
        data: Name of the data set.
        data_settings: Its settings; the missing ones get their defaults.
        data_seed: Seed of the drawn points.
        samples: Data of one's own, such as drawn points or a table, instead of the named data set.
        test_share: Share of the samples kept out of training for the test, drawn by the data's
            seed; 0 keeps none.
        standardize: Whether each input, and each target that is a number, is standardized by the
            samples to train on: (x − mean) / deviation.
        layers: Units in each layer, the inputs first.
        activation: Operation of the hidden layers.
        activations: Operation of each hidden layer, where they differ.
        output: Operation of the last layer.
        initializer: Rule that draws the weights.
        seed: Seed of the weights, and of the order of the samples in batches.
        loss: Operation that compares prediction and target.
        l1: Weight λ of Σ|w| in the loss that is minimized and shown; biases never count.
        l2: Weight λ of Σw² in that loss.
        dropout: Probability with which a hidden output is dropped in a training step.
        optimizer: Name of the update rule.
        optimizer_settings: Its settings; the missing ones get their defaults.
        variant: How a framework writes the rule; empty for the course's convention.
        schedules: How the learning rate changes from step to step.
        treatments: What is done to each gradient, such as clipping, in this order.
        batch_size: Samples in one step, 1 for single samples; None for all of them.

    Raises:
        EngineError: A name is unknown, a setting out of range, or the layers do not fit the data.
    """

    data: str = "xor"
    data_settings: Mapping[str, float] = field(default_factory=lambda: _EMPTY)
    data_seed: int = 0
    samples: Dataset | None = None
    test_share: float = 0.0
    standardize: bool = False
    layers: Layers = (2, 4, 1)
    activation: str = "tanh"
    activations: tuple[str, ...] = ()
    output: str = "sigmoid"
    initializer: str = "xavier"
    seed: int = 0
    loss: str = "binary_cross_entropy"
    l1: float = 0.0
    l2: float = 0.0
    dropout: float = 0.0
    optimizer: str = "sgd"
    optimizer_settings: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({"learning_rate": 1.0})
    )
    variant: str = ""
    schedules: tuple[Scheduled, ...] = ()
    treatments: tuple[Treated, ...] = ()
    batch_size: int | None = None

    __hash__ = None  # type: ignore[assignment]  # its mappings cannot be hashed

    def __post_init__(self) -> None:
        """Check every choice; the network and the data are made when first asked for."""
        _check_seed("seed of the weights", self.seed)
        _check_seed("seed of the data", self.data_seed)
        check_layers(self.layers)
        check_ends(self.layers, self.dataset.inputs.shape[1], self.dataset.targets.shape[1])
        for setting in (L1, L2, DROPOUT):
            setting.check(getattr(self, setting.name))
        object.__setattr__(self, "optimizer_settings", self.rule.check(self.optimizer_settings))
        if self.batch_size is not None and self.batch_size < 1:
            raise SettingError(
                "batch_size",
                f"A batch needs at least 1 sample, and {self.batch_size} is less.",
                size=self.batch_size,
            )
        check_loss(self.loss, self.output, self.dataset)
        # Both refuse an unknown name or a setting out of range, so that no run exists with one.
        _ = self.network

    @cached_property
    def recipe(self) -> DataRecipe:
        """The record of the data set."""
        return ALL_DATA.require(self.data) if self.samples is None else own_recipe(self.samples)

    @cached_property
    def rule(self) -> Optimizer:
        """The record of the optimizer, in the variant chosen."""
        return OPTIMIZERS.require(self.optimizer).in_variant(self.variant)

    @cached_property
    def descent(self) -> Run:
        """The optimizer with all that decides its steps."""
        return Run(self.rule, self.optimizer_settings, self.schedules, self.treatments)

    @property
    def dataset(self) -> Dataset:
        """The samples to train on, as the network takes them."""
        return self._parts[0]

    @property
    def test_dataset(self) -> Dataset | None:
        """The samples kept for the test, as the network takes them, or None."""
        return self._parts[1]

    @property
    def original_dataset(self) -> Dataset:
        """The samples to train on in their own units, as people know them."""
        return self._original_parts[0]

    @property
    def original_test_dataset(self) -> Dataset | None:
        """The samples kept for the test in their own units, or None."""
        return self._original_parts[1]

    @cached_property
    def _parts(self) -> tuple[Dataset, Dataset | None]:
        training, test = self._original_parts
        if not self.standardize:
            return training, test
        known = standardized(training, training)
        return known, None if test is None else standardized(test, training)

    @cached_property
    def _original_parts(self) -> tuple[Dataset, Dataset | None]:
        data = self.samples
        if data is None:
            data = self.recipe.make(np.random.default_rng(self.data_seed), self.data_settings)
        if self.test_share == 0:
            return data, None
        return split_dataset(data, self.test_share, self.data_seed)

    @cached_property
    def network(self) -> Network:
        """The network with its initial weights, looking at all samples."""
        return build_mlp(
            self.layers,
            inputs=self.dataset.inputs,
            targets=self.dataset.targets,
            activation=self.activation,
            activations=self.activations,
            output=self.output,
            loss=self.loss,
            initializer=self.initializer,
            seed=self.seed,
            l1=self.l1,
            l2=self.l2,
            dropout=self.dropout > 0,
        )

    @property
    def hidden_activations(self) -> tuple[str, ...]:
        """The activation of each hidden layer."""
        return self.activations or (self.activation,) * (len(self.layers) - 2)

    @property
    def steps_per_epoch(self) -> int:
        """How many steps see every sample once."""
        size = self.batch_size or len(self.dataset)
        return -(-len(self.dataset) // size)

    def with_optimizer(
        self, optimizer: str, settings: Mapping[str, float] | None = None
    ) -> TrainingRun:
        """Return the run with another optimizer, at the usual rate unless settings say another."""
        given = {"learning_rate": self.usual_rate(optimizer)} | dict(settings or {})
        return replace(self, optimizer=optimizer, optimizer_settings=given, variant="")

    def usual_rate(self, optimizer: str) -> float:
        """Return the learning rate to begin with on this run's data, for an optimizer."""
        recipe = own_recipe(self.dataset) if self.standardize else self.recipe
        is_noisy = self.samples is not None and self.batch_size is not None
        return usual_rate(recipe, optimizer, is_noisy=is_noisy and len(self.dataset) > LARGE)

    def continues(self, other: TrainingRun) -> bool:
        """Return whether this run can go on from a state of the other.

        It can where the weights mean the same: the same layers of the same units from the same
        start, on the same kind of data. All else may change in the middle: the optimizer, its
        settings and schedule, the loss and its penalties, dropout, batches, and how many points
        there are, where they lie and which are kept for the test.
        """
        return (self.samples is None) == (other.samples is None) and all(
            getattr(self, name) == getattr(other, name) for name in _STRUCTURE
        )

    def measures_as(self, other: TrainingRun) -> bool:
        """Return whether both runs find the same loss, predictions and gradient of any weights."""
        return (
            self.continues(other)
            and self._has_data_of(other)
            and all(getattr(self, name) == getattr(other, name) for name in ("loss", "l1", "l2"))
        )

    def changed(self, **changes: object) -> TrainingRun:
        """Return the run with some choices changed.

        As `dataclasses.replace` does, but what does not depend on those choices is the same object
        as before: the data set, and so whatever was prepared for it, stays.

        Raises:
            EngineError: As the run itself.
        """
        run = replace(self, **changes)  # type: ignore[arg-type]
        if run._has_samples_of(self):
            run.__dict__["_original_parts"] = self._original_parts
        if run._has_data_of(self):
            run.__dict__["_parts"] = self._parts
            if run.measures_as(self) and (run.dropout > 0) == (self.dropout > 0):
                run.__dict__["network"] = self.network
        return run

    def _has_data_of(self, other: TrainingRun) -> bool:
        return self.standardize == other.standardize and self._has_samples_of(other)

    def _has_samples_of(self, other: TrainingRun) -> bool:
        return self.samples is other.samples and all(
            getattr(self, name) == getattr(other, name)
            for name in ("data", "data_settings", "data_seed", "test_share")
        )


def usual_rate(recipe: DataRecipe, optimizer: str, *, is_noisy: bool = False) -> float:
    """Return the learning rate to begin with.

    Args:
        recipe: The data set.
        optimizer: The name of the update rule.
        is_noisy: Whether each step sees a small part of many samples.
    """
    record = OPTIMIZERS.require(optimizer)
    setting = record.settings[0]
    usual = setting.default if record.training_rate is None else record.training_rate
    factor = recipe.rate_factor
    if record.is_scale_free:
        factor = max(factor, _LEAST_SCALE_FREE_FACTOR)
    elif is_noisy:
        factor *= NOISE_FACTOR
    rate = min(setting.maximum, max(setting.minimum, usual * factor))
    return float(f"{rate:.3g}")


def _check_seed(title: str, seed: int) -> None:
    if seed < 0:
        raise SettingError(
            "negative_seed",
            f"The {title} must be 0 or more, and {seed} is less.",
            title=title,
            seed=seed,
        )

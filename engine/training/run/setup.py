"""The setup of a training: everything that its run and its end are a function of, as one value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.class_looks import with_looks
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import own_recipe
from engine.training.run.batches import batch_for
from engine.training.run.moment import Moment
from engine.training.run.run import TrainingRun, usual_rate

LEARNING_RATE = "learning_rate"
# How near to their targets the predictions of a solved network come.
SOLVED_WITHIN = 0.1
_HIDDEN_UNITS = 4
# Of several reasons to stop the first that holds is told.
_REASONS = ("solved", "loss", "accuracy", "epochs")


@dataclass(frozen=True)
class Stopping:
    """When training is to stop by itself; what is None, or False, never stops it.

    Attributes:
        when_solved: Once every prediction has come close to its target.
        loss: Once the loss is this low.
        accuracy: Once the accuracy is this high.
        epochs: After so many epochs.
    """

    when_solved: bool = True
    loss: float | None = None
    accuracy: float | None = None
    epochs: int | None = None

    def reasons(self, moment: Moment, is_regression: bool) -> frozenset[str]:
        """Return which conditions hold: "solved", "loss", "accuracy" or "epochs"."""
        solved = self.when_solved and not is_regression and moment.largest_error <= SOLVED_WITHIN
        held = {
            "solved": solved,
            "loss": self.loss is not None and moment.loss <= self.loss,
            "accuracy": self.accuracy is not None and moment.accuracy >= self.accuracy,
            "epochs": self.epochs is not None and moment.epochs >= self.epochs,
        }
        return frozenset(name for name, holds in held.items() if holds)

    def met_in(self, moments: Sequence[Moment], is_regression: bool) -> tuple[str, int]:
        """Return the condition that begins to hold after the first of some moments, and where.

        Only the change counts: whoever trains on from a solved network wants to.

        Returns:
            The name, "" for none, and the place among the moments after the first.
        """
        held = self.reasons(moments[0], is_regression)
        for place, moment in enumerate(moments[1:]):
            holding = self.reasons(moment, is_regression)
            for reason in _REASONS:
                if reason in holding - held:
                    return reason, place
            held = holding
        return "", 0


@dataclass(frozen=True)
class TrainingSetup:
    """What to train, on what, how, and until when.

    Every method returns another setup, or raises what the engine says against it.

    Attributes:
        run: Every choice that fixes the run.
        stopping: When to stop.
    """

    run: TrainingRun
    stopping: Stopping = field(default_factory=Stopping)

    def changed(self, **changes: object) -> TrainingSetup:
        """Return the setup with some of the run's choices changed.

        Raises:
            EngineError: The choices do not go together; the sentence says why.
        """
        return replace(self, run=self.run.changed(**changes))

    def with_stopping(self, **changes: object) -> TrainingSetup:
        """Return the setup with other conditions to stop."""
        return replace(self, stopping=replace(self.stopping, **changes))  # type: ignore[arg-type]

    def with_data(self, name: str) -> TrainingSetup:
        """Return the setup with another data set, and what must change with it.

        The ends of the network follow the data's inputs and targets, the loss and the output its
        kind, and the learning rate its scale.
        """
        recipe = ALL_DATA.require(name)
        sample = recipe.make(np.random.default_rng(0), {})
        changes = self._fitted(sample, recipe.is_regression) | {"standardize": False}
        if self.run.samples is not None:
            changes["batch_size"] = batch_for(len(sample), self.run.batch_size)
        if recipe.is_logic or not recipe.settings:
            changes |= {"batch_size": None, "test_share": 0.0}
        return self.changed(
            data=recipe.name,
            samples=None,
            data_settings={},
            optimizer_settings=self._settings_at(usual_rate(recipe, self.run.optimizer)),
            **changes,
        )

    def with_samples(self, samples: Dataset) -> TrainingSetup:
        """Return the setup with data of one's own in place of the named data set.

        Classes that were there before keep their looks.
        """
        samples = with_looks(samples, self.run.samples)
        changes = self._fitted(samples, samples.is_regression)
        if self.run.samples is None:
            rate = usual_rate(own_recipe(samples), self.run.optimizer)
            changes |= {"optimizer_settings": self._settings_at(rate), "test_share": 0.0}
        elif round(self.run.test_share * len(samples)) in {0, len(samples)}:
            changes |= {"test_share": 0.0}
        return self.changed(samples=samples, **changes)

    def with_table(self, samples: Dataset) -> TrainingSetup:
        """Return the setup with a table's rows, standardized, at the rate that suits them.

        The columns of a table come in units of their own, hours beside percents, of which no
        learning rate suits both; and of many rows a step sees a batch. Where the same file is read
        in another way, what was chosen for it stays: whether it is standardized, its batch, and a
        rate that is not the usual one.
        """
        run = self.run
        is_same = run.samples is not None and _is_of_one_file(run.samples, samples)
        was_usual = run.optimizer_settings[LEARNING_RATE] == run.usual_rate(run.optimizer)
        made = self.with_samples(samples).changed(standardize=run.standardize or not is_same)
        if not is_same:
            made = made.changed(batch_size=batch_for(len(made.run.dataset), run.batch_size))
        if is_same and not was_usual:
            return made
        rate = made.run.usual_rate(run.optimizer)
        return made.changed(optimizer_settings=made._settings_at(rate))

    def with_standardize(self, standardize: bool) -> TrainingSetup:
        """Return the setup with inputs and targets standardized, or as they came.

        A rate that is the usual one becomes the usual one there; one that was chosen stays.
        """
        made = self.changed(standardize=standardize)
        run = self.run
        if run.optimizer_settings[LEARNING_RATE] != run.usual_rate(run.optimizer):
            return made
        return made.changed(
            optimizer_settings=made._settings_at(made.run.usual_rate(run.optimizer))
        )

    def with_optimizer(self, name: str) -> TrainingSetup:
        """Return the setup with another update rule at its usual rate."""
        run = self.run.with_optimizer(name)
        return self.changed(
            optimizer=run.optimizer, optimizer_settings=run.optimizer_settings, variant=""
        )

    def with_variant(self, name: str) -> TrainingSetup:
        """Return the setup with the rule as a framework writes it; the rate stays."""
        rate = self.run.optimizer_settings[LEARNING_RATE]
        return self.changed(variant=name, optimizer_settings={LEARNING_RATE: rate})

    def with_schedule(
        self, name: str, settings: Mapping[str, float] | None = None
    ) -> TrainingSetup:
        """Return the setup with one schedule of the rate; "constant" is none."""
        schedules = () if name == "constant" else (Scheduled(SCHEDULES[name], settings or {}),)
        return self.changed(schedules=schedules)

    def with_treatment(self, name: str, settings: Mapping[str, float] | None) -> TrainingSetup:
        """Return the setup with a treatment of the gradient; None for its settings takes it out."""
        treated = {item.treatment.name: item for item in self.run.treatments}
        treated.pop(name, None)
        if settings is not None:
            treated[name] = Treated(TREATMENTS[name], settings)
        # In the table's order, whatever the order in which they were switched on.
        ordered = tuple(treated[key] for key in TREATMENTS if key in treated)
        return self.changed(treatments=ordered)

    def with_layers(self, layers: tuple[int, ...]) -> TrainingSetup:
        """Return the setup with other sizes; layers that stay keep their activation."""
        hidden = len(layers) - 2
        return self.changed(layers=layers, activations=self._activations(hidden))

    def with_layer(self, place: int, units: int) -> TrainingSetup:
        """Return the setup with a hidden layer more, put in before the layer of that number."""
        sizes, names = list(self.run.layers), list(self.run.activations)
        sizes.insert(place, units)
        if names:
            names.insert(place - 1, names[max(0, min(place - 2, len(names) - 1))])
        return self.changed(layers=tuple(sizes), activations=tuple(names))

    def without_layer(self, place: int) -> TrainingSetup:
        """Return the setup without the hidden layer of that number."""
        sizes, names = list(self.run.layers), list(self.run.activations)
        del sizes[place]
        if names:
            del names[place - 1]
        return self.changed(layers=tuple(sizes), activations=tuple(names))

    def with_units(self, place: int, units: int) -> TrainingSetup:
        """Return the setup with another size of the hidden layer of that number."""
        sizes = list(self.run.layers)
        sizes[place] = units
        return self.changed(layers=tuple(sizes))

    def with_activation(self, layer: int | None, name: str) -> TrainingSetup:
        """Return the setup with another activation of one hidden layer (from 0), or of all."""
        if layer is None:
            return self.changed(activation=name, activations=())
        names = list(self.run.hidden_activations)
        names[layer] = name
        if len(set(names)) == 1:
            return self.changed(activation=name, activations=())
        return self.changed(activations=tuple(names))

    def _activations(self, count: int) -> tuple[str, ...]:
        if not self.run.activations:
            return ()
        names = self.run.activations[:count]
        return names + (names[-1] if names else self.run.activation,) * (count - len(names))

    def _settings_at(self, rate: float) -> dict[str, float]:
        return {**self.run.optimizer_settings, LEARNING_RATE: rate}

    def _fitted(self, data: Dataset, is_regression: bool) -> dict[str, object]:
        """Return the changes that let the network take the data and predict its targets."""
        inputs, targets = data.inputs.shape[1], data.targets.shape[1]
        changes: dict[str, object] = {}
        middle = self.run.layers[1:-1]
        was_regression = self.run.dataset.is_regression
        if is_regression and not was_regression and inputs != 2:
            middle = ()
        elif was_regression and not is_regression and not middle:
            middle = (_HIDDEN_UNITS,)
        layers = (inputs, *middle, targets)
        if layers != self.run.layers:
            changes["layers"] = layers
            changes["activations"] = self._activations(len(middle))
        was_multiple = self.run.layers[-1] > 1
        if is_regression != was_regression or (targets > 1) != was_multiple:
            changes |= _usual_end(is_regression, targets)
        return changes


def _is_of_one_file(one: Dataset, other: Dataset) -> bool:
    return one.source is not None and other.source is not None and one.title == other.title


def _usual_end(is_regression: bool, targets: int) -> dict[str, object]:
    """Return the loss and the output that suit the kind of data."""
    if is_regression:
        return {"loss": "mean_squared_error", "output": "identity"}
    if targets > 1:
        return {"loss": "softmax_cross_entropy", "output": "softmax"}
    return {"loss": "binary_cross_entropy", "output": "sigmoid"}

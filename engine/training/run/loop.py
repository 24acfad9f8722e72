"""The training loop: a generator of frozen records, one for the start and one after each step."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine import ranges
from engine.arrays import Array, computing
from engine.errors import DivergenceError
from engine.optimizers.divergence import too_large_rate
from engine.optimizers.optimizer import State, Update
from engine.training.datasets.dataset import Dataset, class_labels
from engine.training.network.dropout import draw_masks
from engine.training.network.mlp import Network
from engine.training.network.passes import NetworkPasses
from engine.training.network.predicted_class import TIE
from engine.training.network.scores import right_predictions
from engine.training.run.run import TrainingRun

# A loss this many times the start's does not come back.
HOPELESS_GROWTH = 1e4
# A smaller sum of squares has lost digits.
_LEAST_SQUARE = 1e-280


@dataclass(frozen=True, slots=True, eq=False)
class TrainingStep:
    """A network at one moment of its training: all numbers belong to the same parameters.

    A run goes on from any of its records, and so does another run of the same network with
    another optimizer or other settings of it.

    Attributes:
        step: Updates made so far; 0 is the start.
        epoch: How often every sample was seen.
        parameters: Flat vector, read-only.
        optimizer: The update rule that the memory belongs to, with its variant if any.
        optimizer_state: The optimizer's memory.
        optimizer_step: Updates made with this memory.
        loss: What is minimized: the mean loss over all samples, and the penalties if any. No
            unit is dropped out.
        data_loss: The mean loss over all samples alone.
        accuracy: Share of the samples in the right class: a single prediction must be on the
            target's side of ½, and exactly ½ is on neither; nan for a regression.
        largest_error: Largest distance of a prediction from its target.
        predictions: Prediction for each sample, shape (n, layers[-1]).
        gradient_norms: For each layer the length of the loss's gradient, weights and biases
            together.
        start_loss: The loss at step 0.
        lowest_loss: The lowest loss up to here.
        history: The losses up to here, for a schedule that looks at them; else empty.
        counted_from: The step at which an epoch last began to have so many steps: 0, or where the
            size of a batch or the number of samples changed.
        epochs_before: The epochs made until then.
    """

    step: int
    epoch: int
    parameters: Array
    optimizer: str
    optimizer_state: State
    optimizer_step: int
    loss: float
    data_loss: float
    accuracy: float
    largest_error: float
    predictions: Array
    gradient_norms: tuple[float, ...]
    start_loss: float
    lowest_loss: float
    history: tuple[float, ...] = ()
    counted_from: int = 0
    epochs_before: int = 0

    @property
    def size(self) -> int:
        """How many numbers it holds, but for a few."""
        arrays = (self.parameters, self.predictions, *self.optimizer_state)
        return sum(array.size for array in arrays) + len(self.history)

    @property
    def is_solved(self) -> bool:
        """Whether every sample is in the right class."""
        return self.accuracy == 1.0

    def right_of(self, dataset: Dataset) -> NDArray[np.bool_]:
        """Return for each sample whether its prediction is in the right class, shape (n,)."""
        return right_predictions(self.predictions, dataset.targets)

    def is_settled(self, tolerance: float = 0.1) -> bool:
        """Return whether every prediction is within a tolerance of its target."""
        return self.largest_error <= tolerance


def train(run: TrainingRun, start: TrainingStep | None = None) -> Iterator[TrainingStep]:
    """Train for ever: yield the start, then the network after each step.

    The same run yields the same records, bit for bit, whether it goes through at once or goes on
    from one of its records: the order of the samples in an epoch depends on the seed and the
    epoch's number alone. Going on from another optimizer's record, the memory begins anew.

    Args:
        run: What to train, on what, and how.
        start: The record to go on from, which is not yielded again; None for the beginning.

    Raises:
        DivergenceError: The loss left the numbers, or grew beyond return; the sentence names the
            step, the learning rate and the growth. The record before it was the last. Where the
            loss is no number from the start, there is none.
    """
    loop = Loop(run)
    if start is None:
        record = loop.first()
        yield record
    else:
        record = loop.adopted(start)
    while True:
        record = loop.next(record)
        yield record


def continued(
    run: TrainingRun, before: TrainingRun, record: TrainingStep, parameters: Array | None = None
) -> TrainingStep:
    """Return the record of one run as another run finds it, which goes on from it.

    The weights, the memory and the number of steps stay; the loss, the predictions and the
    gradient are measured by the other run's loss and data. Where it takes another number of steps
    to see every sample, an epoch begins anew.

    Args:
        run: The run that goes on.
        before: The run that made the record.
        record: The network so far.
        parameters: Other weights to go on with; None for the record's own.

    Raises:
        DivergenceError: The loss is no finite number.
    """
    if run.steps_per_epoch != before.steps_per_epoch:
        record = replace(record, counted_from=record.step, epochs_before=record.epoch)
    if parameters is None and run.measures_as(before):
        return record
    return Loop(run).measured(record, record.parameters if parameters is None else parameters)


def first_record(run: TrainingRun) -> TrainingStep:
    """Return the network before any training."""
    return next(train(run))


def started(run: TrainingRun, parameters: Array | None = None) -> TrainingStep:
    """Return the network before any training, with other weights than the drawn ones if given.

    Raises:
        DivergenceError: The loss is no finite number.
    """
    loop = Loop(run)
    first = loop.first()
    return first if parameters is None else loop.measured(first, parameters)


class Loop:
    """One run's passes, and the steps they take from record to record.

    It keeps the last gradient, which the next step needs; use one object in one place.
    """

    def __init__(self, run: TrainingRun) -> None:
        self._run = run
        self._descent = run.descent
        self._rule_key = rule_key(run)
        self._network = run.network
        self._inputs, self._targets = run.dataset.inputs, run.dataset.targets
        self._passes = NetworkPasses(self._network)
        self._passes.load(self._inputs, self._targets)
        self._layer_ends = _layer_ends(self._network)
        self._per_epoch = run.steps_per_epoch
        self._is_whole = self._per_epoch == 1 and not run.dropout
        self._accuracy = _judge(run.dataset)
        self._order: tuple[int, NDArray[np.intp]] = (-1, np.arange(0))
        # The step after a record starts from the record's own gradient, if that was taken at the
        # same point and over the whole network and all samples: the usual case, and half of the
        # work.
        self._known: tuple[TrainingStep, Array] | None = None

    @computing()
    def first(self) -> TrainingStep:
        """Return the network before any training."""
        parameters = self._network.start
        return self._record(0, parameters, self._run.rule.start(parameters), None)

    def adopted(self, record: TrainingStep) -> TrainingStep:
        """Return a record to go on from: with another optimizer the memory begins anew."""
        if record.optimizer == self._rule_key:
            return record
        state = self._run.rule.start(record.parameters)
        return replace(
            record, optimizer=self._rule_key, optimizer_state=state, optimizer_step=0, history=()
        )

    @computing()
    def measured(self, record: TrainingStep, parameters: Array) -> TrainingStep:
        """Return a record of the same step with other numbers: its loss becomes the start's.

        Raises:
            DivergenceError: The loss is no finite number.
        """
        parameters.setflags(write=False)
        found = self._record(record.step, parameters, record.optimizer_state, None)
        return replace(
            found,
            epoch=record.epoch,
            optimizer=record.optimizer,
            optimizer_step=record.optimizer_step,
            counted_from=record.counted_from,
            epochs_before=record.epochs_before,
        )

    @computing()
    def after(
        self, record: TrainingStep, steps: int, parameters: Array, state: State
    ) -> TrainingStep:
        """Return the record of a network that took some steps without one.

        Raises:
            DivergenceError: As ``next``.
        """
        parameters.setflags(write=False)
        return self._record(record.step + steps, parameters, state, record)

    @computing()
    def next(self, record: TrainingStep) -> TrainingStep:
        """Take one step.

        Raises:
            DivergenceError: The loss left the numbers, or grew beyond return.
        """
        _, update = self.update(record)
        update.point.setflags(write=False)
        return self._record(record.step + 1, update.point, update.state, record)

    @computing()
    def update(self, record: TrainingStep) -> tuple[Array, Update]:
        """Return the gradient that the step after a record takes, and what it makes of it."""
        number, history = record.optimizer_step + 1, record.history
        point = self._descent.gradient_point(
            record.parameters, record.optimizer_state, number, history
        )
        gradient = self._gradient(record, point)
        return gradient, self._descent.update(
            record.parameters, record.optimizer_state, gradient, number, history
        )

    def _gradient(self, record: TrainingStep, point: Array) -> Array:
        if self._is_whole:
            if point is record.parameters and self._known and self._known[0] is record:
                return self._known[1]
            self._passes.forward(point)
            return self._passes.backward()
        rows = self.rows(record)
        masks = step_masks(self._run, record.step, len(rows))
        self._passes.load(self._inputs[rows], self._targets[rows], masks)
        self._passes.forward(point)
        gradient = self._passes.backward()
        self._passes.load(self._inputs, self._targets)
        return gradient

    def rows(self, record: TrainingStep) -> NDArray[np.intp]:
        """Return which samples the step after a record takes, in their order."""
        return self._batch(*self.place_in_epoch(record))

    def place_in_epoch(self, record: TrainingStep) -> tuple[int, int]:
        """Return the epoch in which the step after a record falls, and its number in it."""
        epoch, number = divmod(record.step - record.counted_from, self._per_epoch)
        return epoch + record.epochs_before, number

    def _batch(self, epoch: int, number: int) -> NDArray[np.intp]:
        if self._order[0] != epoch:
            order = np.arange(len(self._inputs))
            if self._per_epoch > 1:
                order = epoch_order(self._run.seed, epoch, len(order))
            self._order = (epoch, order)
        size = self._run.batch_size or len(self._inputs)
        return self._order[1][number * size : (number + 1) * size]

    # What overflows on the way is a gradient or an error of that size, and no news.
    @np.errstate(all="ignore")
    def _record(
        self, step: int, parameters: Array, state: State, before: TrainingStep | None
    ) -> TrainingStep:
        loss = self._passes.forward(parameters)
        start_loss = loss if before is None else before.start_loss
        # The negation also catches a loss that is not a number.
        if not loss <= HOPELESS_GROWTH * max(start_loss, 1e-3) or loss == math.inf:
            raise self._divergence(step, before, loss)
        predictions = self._passes.prediction
        errors = np.abs(predictions - self._targets)
        gradient = self._passes.backward()
        counted_from, epochs_before = (
            (0, 0) if before is None else (before.counted_from, before.epochs_before)
        )
        record = TrainingStep(
            step=step,
            epoch=epochs_before + (step - counted_from) // self._per_epoch,
            parameters=parameters,
            optimizer=self._rule_key,
            optimizer_state=state,
            optimizer_step=0 if before is None else before.optimizer_step + step - before.step,
            loss=loss,
            data_loss=self._passes.data_loss,
            accuracy=self._accuracy(predictions),
            largest_error=float(errors.max()),
            predictions=predictions,
            gradient_norms=self._norms(gradient),
            start_loss=start_loss,
            lowest_loss=loss if before is None else min(loss, before.lowest_loss),
            history=self._history(loss, before),
            counted_from=counted_from,
            epochs_before=epochs_before,
        )
        self._known = (record, gradient)
        return record

    def _history(self, loss: float, before: TrainingStep | None) -> tuple[float, ...]:
        if not self._descent.needs_history:
            return ()
        return (loss,) if before is None else (*before.history, loss)

    def _divergence(self, step: int, before: TrainingStep | None, loss: float) -> DivergenceError:
        if before is None:
            return DivergenceError(
                "start_not_finite",
                "The loss at the start is no finite number: the inputs, the targets or the initial "
                "weights are too large.",
            )
        rate = self._descent.rate(before.optimizer_step + 1, before.history)
        return too_large_rate(step, rate, before.start_loss, loss)

    def _norms(self, gradient: Array) -> tuple[float, ...]:
        squares = np.add.reduceat(gradient * gradient, self._layer_ends)
        if ((squares > _LEAST_SQUARE) & np.isfinite(squares)).all():
            return tuple(np.sqrt(squares).tolist())
        # The squares leave the numbers, or vanish, where the lengths may not.
        parts = np.split(gradient, self._layer_ends[1:])
        return tuple(map(ranges.length, parts))


def epoch_order(seed: int, epoch: int, count: int) -> NDArray[np.intp]:
    """Return the order in which a run with batches sees its samples in one epoch."""
    return np.random.default_rng([seed, epoch]).permutation(count)


def step_masks(run: TrainingRun, step: int, samples: int) -> tuple[Array, ...]:
    """Return the masks of a step's dropout for so many samples; none without dropout."""
    if not run.dropout:
        return ()
    return draw_masks(run.seed, step, run.dropout, samples, run.layers[1:-1])


def _judge(data: Dataset) -> Callable[[Array], float]:
    """Return how accuracy is told from predictions."""
    if data.is_regression:
        return lambda predictions: math.nan
    if data.targets.shape[1] > 1:
        return lambda predictions: float(np.mean(right_predictions(predictions, data.targets)))
    # As ``right_predictions`` has it, in fewer passes over what each step makes anew.
    sides = np.where(class_labels(data.targets) == 1, 1.0, -1.0)[:, None]
    return lambda predictions: np.count_nonzero((predictions - 0.5) * sides > TIE) / len(sides)


def rule_key(run: TrainingRun) -> str:
    """Return what tells whose an optimizer's memory is: the rule's name, and its variant if any."""
    return "/".join(filter(None, (run.rule.name, run.variant)))


def _layer_ends(network: Network) -> list[int]:
    """Return where each layer begins in the flat vector."""
    return [where.start for where in network.parameter_slices[::2]]

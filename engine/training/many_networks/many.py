"""Many seeds at once: the same run from many initial weights, to tell luck from method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, as_array
from engine.errors import SettingError
from engine.training.many_networks.many_passes import ManyPasses, running_many
from engine.training.many_networks.many_update import ManyUpdate
from engine.training.network.dropout import draw_masks
from engine.training.network.mlp import draw_layers
from engine.training.network.predicted_class import TIE
from engine.training.run.loop import epoch_order
from engine.training.run.run import TrainingRun

# Numbers in a block's largest array: few enough for all of a block's arrays to stay in the cache.
_BLOCK_NUMBERS = 32_768
_NOT_YET = -1


@dataclass(frozen=True, eq=False)
class ManyRecord:
    """Many networks after the same number of epochs.

    Attributes:
        epoch: Epochs done.
        seeds: The seed of each network.
        parameters: Their flat parameter vectors in columns, shape (parameters, networks).
        losses: What each minimizes, shape (networks,).
        converged_at: The first epoch at which every prediction was near its target, shape
            (networks,); −1 where there is none yet.
    """

    epoch: int
    seeds: tuple[int, ...]
    parameters: Array
    losses: Array
    converged_at: NDArray[np.intp]

    @property
    def converged_count(self) -> int:
        """How many networks have converged."""
        return int(np.count_nonzero(self.converged_at >= 0))

    @property
    def converged_share(self) -> float:
        """The share of networks that have converged."""
        return self.converged_count / len(self.seeds)

    @property
    def median_epoch(self) -> float:
        """The median epoch of convergence among those that converged; nan if none has."""
        reached = self.converged_at[self.converged_at >= 0]
        return float(np.median(reached)) if len(reached) else float("nan")


def train_many(
    run: TrainingRun,
    seeds: Sequence[int],
    epochs: int,
    *,
    every: int = 50,
    tolerance: float = 0.5,
) -> Iterator[ManyRecord]:
    """Train the same network from many seeds, and yield how all of them stand.

    Each network takes the steps that ``train`` takes with its seed, to rounding.

    Args:
        run: What is trained, on what, and how; its own seed is not used.
        seeds: The seeds of the weights, and of the order of the samples in batches.
        epochs: Epochs to train for.
        every: Epochs between two records; the start and the end are always among them.
        tolerance: A network has converged once every prediction is nearer to its target than
            this; ½ asks for the right class, and a loss that left the numbers never converges.

    Raises:
        SettingError: There is no seed or one is negative, or the run has parts that differ from
            network to network: a schedule that watches the loss, or gradient noise.
    """
    _check(run, seeds, epochs, every)
    blocks = [_Block(run, part, tolerance) for part in _parts(run, seeds)]
    for epoch in range(0, epochs, every):
        yield _record(blocks, epoch)
        for block in blocks:
            block.train(min(every, epochs - epoch))
    yield _record(blocks, epochs)


def start_parameters(run: TrainingRun, seeds: Sequence[int]) -> Array:
    """Return the initial parameters of each seed in columns, shape (parameters, networks)."""
    columns = [
        np.concatenate(
            [part.ravel() for layer in draw_layers(run.layers, run.initializer, seed)
             for part in (layer.weights, layer.bias)]
        )
        for seed in seeds
    ]  # fmt: skip
    return np.stack(columns, axis=1)


def _check(run: TrainingRun, seeds: Sequence[int], epochs: int, every: int) -> None:
    if not seeds or min(seeds) < 0 or epochs < 0 or every < 1:
        raise SettingError(
            "many_seeds",
            "Training many networks needs at least one seed, none below 0, and a number of epochs.",
        )
    noisy = any(item.treatment.name == "gradient_noise" for item in run.treatments)
    if run.descent.needs_history or noisy:
        raise SettingError(
            "many_differ",
            "Gradient noise and a schedule that watches the loss differ from network to network, "
            "so these networks must be trained one by one.",
        )


def _parts(run: TrainingRun, seeds: Sequence[int]) -> Iterator[tuple[int, ...]]:
    samples = min(run.batch_size or len(run.dataset), len(run.dataset))
    size = max(16, _BLOCK_NUMBERS // (samples * max(run.layers)))
    for begin in range(0, len(seeds), size):
        yield tuple(seeds[begin : begin + size])


def _record(blocks: Sequence[_Block], epoch: int) -> ManyRecord:
    losses = [block.look() for block in blocks]
    return ManyRecord(
        epoch,
        tuple(seed for block in blocks for seed in block.seeds),
        as_array(np.concatenate([block.parameters for block in blocks], axis=1)),
        as_array(np.concatenate(losses)),
        np.concatenate([block.converged_at for block in blocks]),
    )


class _Block:
    """Networks that are trained together, few enough for the cache."""

    def __init__(self, run: TrainingRun, seeds: tuple[int, ...], tolerance: float) -> None:
        self.seeds = seeds
        self.converged_at = np.full(len(seeds), _NOT_YET, dtype=np.intp)
        self._run = run
        # What the worst error of each network is compared with: nothing is below that of those
        # that have converged. And whether any has not.
        self._limits = np.full(len(seeds), tolerance - TIE)
        self._is_near = np.zeros(len(seeds), dtype=np.bool_)
        self._waits = True
        self._inputs, self._targets = run.dataset.inputs, run.dataset.targets
        self._steps = 0
        self._per_epoch = run.steps_per_epoch
        self._is_whole = self._per_epoch == 1 and not run.dropout
        self._update = ManyUpdate(run, start_parameters(run, seeds))
        self.parameters = self._update.point
        self._passes = ManyPasses(run.network, self.parameters)
        self._passes.load(self._inputs, self._targets)
        self._steps_passes = self._update.passes(shares_samples=self._is_whole)
        if self._is_whole:
            self._steps_passes.load(self._inputs, self._targets)

    def train(self, epochs: int) -> None:
        """Train for some epochs, noting when each network converges."""
        update, passes = self._update, self._steps_passes
        is_seen = self._is_whole and not update.looks_ahead
        with running_many():
            for _ in range(epochs):
                if is_seen:
                    # The gradient's own forward pass shows where the networks are.
                    update.find_gradient(passes, self._steps + 1)
                    if self._waits:
                        self._note(passes)
                    update.step(self._steps + 1)
                    self._steps += 1
                    continue
                if self._waits:
                    self._passes.losses()
                    self._note(self._passes)
                for _ in range(self._per_epoch):
                    self._step()

    def look(self) -> Array:
        """Return the losses as they stand, and note who has converged."""
        with running_many():
            losses = self._passes.losses()
            self._note(self._passes)
            return losses.copy()

    def _note(self, passes: ManyPasses) -> None:
        if not self._waits:
            return
        near = np.less(passes.worst_errors, self._limits, self._is_near)
        if np.count_nonzero(near):
            self.converged_at[near] = self._steps // self._per_epoch
            self._limits[near] = -np.inf
            self._waits = bool(np.isfinite(self._limits).any())

    def _step(self) -> None:
        if not self._is_whole:
            self._steps_passes.load(*self._batch())
        self._update.find_gradient(self._steps_passes, self._steps + 1)
        self._update.step(self._steps + 1)
        self._steps += 1

    def _batch(self) -> tuple[Array, Array, tuple[Array, ...]]:
        """Return the samples that each network learns from in this step, and its masks."""
        epoch, number = divmod(self._steps, self._per_epoch)
        count = len(self._inputs)
        inputs, targets = self._inputs, self._targets
        if self._per_epoch > 1:
            size = self._run.batch_size or count
            part = slice(number * size, (number + 1) * size)
            rows = np.stack([epoch_order(seed, epoch, count)[part] for seed in self.seeds], axis=1)
            inputs = np.ascontiguousarray(inputs[rows].swapaxes(1, 2))
            targets = np.ascontiguousarray(targets[rows].swapaxes(1, 2))
        if not self._run.dropout:
            return inputs, targets, ()
        drawn = [
            draw_masks(seed, self._steps, self._run.dropout, len(inputs), self._run.layers[1:-1])
            for seed in self.seeds
        ]
        return (
            inputs,
            targets,
            tuple(np.stack(masks, axis=-1) for masks in zip(*drawn, strict=True)),
        )

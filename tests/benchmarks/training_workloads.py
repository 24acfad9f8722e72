"""W1, W2, W3 and W6: training one network or many, and drawing what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from engine.autodiff.codegen.accelerator import find_accelerator
from engine.training.analysis.decision_boundary import probability_map
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.many_networks.many import train_many
from engine.training.run.run import TrainingRun
from tests.benchmarks.c_loop import c_steps
from tests.benchmarks.measuring import Result, compare_rates
from tests.benchmarks.naive_network import NaiveNetwork, adam_steps, sgd_steps

NETS = 1024
EPOCHS_A_RECORD = 200
MAP_SIDE = 200
ACCELERATED = "W1 XOR 2-4-1, SGD, with numba, against C"
BATCH = 32


def results() -> Iterator[Result]:
    """Measure every workload in turn."""
    xor = TrainingRun()
    yield compare_rates(
        "W1 XOR 2-4-1, SGD", "steps/s", _steps(xor, accelerated=False), _naive_xor()
    )
    yield from _accelerated(xor)
    yield _plane()
    yield _many(xor)
    yield _decision_map()


def not_measured() -> dict[str, str]:
    """Return the workloads that cannot run here, each with what is missing."""
    missing = []
    if find_accelerator() is None:
        missing.append("numba, the extra for speed")
    if c_steps() is None:
        missing.append("a compiler of C")
    return {ACCELERATED: f"it needs {' and '.join(missing)}"} if missing else {}


def _steps(run: TrainingRun, *, accelerated: bool) -> Callable[[int], object]:
    trainer = FastTrainer(run, accelerated=accelerated)
    start = trainer.advance(trainer.first(), 1)
    return lambda count: trainer.advance(start, count)


def _naive_xor() -> Callable[[int], object]:
    return sgd_steps(NaiveNetwork((2, 4, 1)), rate=1.0)


def _accelerated(run: TrainingRun) -> Iterator[Result]:
    """Compare with C, where the extra for speed and a compiler are installed."""
    by_c = c_steps()
    if find_accelerator() is not None and by_c is not None:
        ours = _steps(run, accelerated=True)
        yield compare_rates(ACCELERATED, "steps/s", ours, by_c)


def _plane() -> Result:
    run = TrainingRun(
        data="noisy_xor", layers=(2, 8, 8, 1), batch_size=BATCH, optimizer="adam",
        optimizer_settings={"learning_rate": 0.01},
    )  # fmt: skip
    data = run.dataset
    naive = adam_steps(NaiveNetwork((2, 8, 8, 1)), data.inputs, data.targets, BATCH)
    ours = _steps(run, accelerated=False)
    return compare_rates("W2 2-8-8-1, batches of 32, Adam", "steps/s", ours, naive)


def _many(run: TrainingRun) -> Result:
    """All nets at once, counted in steps of single nets, against the baseline's single net."""
    records = train_many(run, range(NETS), 10**9, every=EPOCHS_A_RECORD)
    next(records)

    def ours(count: int) -> None:
        for _ in range(count):
            next(records)

    together = NETS * EPOCHS_A_RECORD
    result = compare_rates(f"W3 {NETS} XOR nets at once", "net-steps/s", ours, _naive_xor())
    assert result.ratio is not None
    return replace(result, value=result.value * together, ratio=result.ratio * together)


def _decision_map() -> Result:
    run = TrainingRun(data="noisy_xor", layers=(2, 8, 8, 1))
    parameters, view = run.network.start, run.dataset.view
    naive_network = NaiveNetwork((2, 8, 8, 1))

    def ours(count: int) -> None:
        for _ in range(count):
            probability_map(run.network, parameters, view, width=MAP_SIDE, height=MAP_SIDE)

    def naive(count: int) -> None:
        for _ in range(count):
            x = np.linspace(view.left, view.right, MAP_SIDE)
            y = np.linspace(view.bottom, view.top, MAP_SIDE)
            points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
            naive_network.predict(points)

    title = f"W6 decision map {MAP_SIDE}×{MAP_SIDE} of 2-8-8-1"
    return compare_rates(title, "maps/s", ours, naive)

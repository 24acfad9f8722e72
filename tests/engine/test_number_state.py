"""Overflow is data: whatever diverges says so in its result and never by a warning.

Every warning of NumPy is an exception in tests, so that running is enough.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from threading import Thread

import numpy as np
import pytest

from engine.arrays import computing
from engine.errors import DivergenceError
from engine.optimizers.basins import basins, grid_starts
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import descend, race
from engine.optimizers.sweep import sweep
from engine.optimizers.trajectory import Run
from engine.surfaces.function import compile_formula
from engine.surfaces.surface import Box
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.many_networks.many import train_many
from engine.training.run.loop import train
from engine.training.run.next_update import next_update
from engine.training.run.run import TrainingRun
from tests.support.sources import ROOT

FORMULAS = (
    "x**2 + y**2", "1e300*x*y", "1e308*x + y", "exp(exp(x)) + y", "1/x + log(y)",
)  # fmt: skip
STARTS = ((1.0, 2.0), (1e154, -1e154), (0.0, 0.0), (1e-320, 1e-320))


def wild(name: str) -> Run:
    """Return an optimizer with the largest learning rate that it takes."""
    optimizer = OPTIMIZERS[name]
    rate = next(item for item in optimizer.settings if item.name == "learning_rate")
    return Run(optimizer, {"learning_rate": rate.maximum})


@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("formula", FORMULAS)
def test_no_rule_warns_wherever_it_is_led(formula: str, name: str) -> None:
    function = compile_formula(formula)
    for run in (wild(name), Run(OPTIMIZERS[name])):
        for start in STARTS:
            records = list(islice(descend(function, run, start), 12))
            assert len(records) == 12
    assert race(function, [wild(name), Run(OPTIMIZERS[name])], STARTS[0], 30).trajectories


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_map_of_a_wild_surface_warns(formula: str) -> None:
    function, run = compile_formula(formula), wild("momentum")
    for box in (Box(-3, 3, -3, 3), Box(-1e150, 1e150, -1e150, 1e150)):
        assert list(basins(function, run, grid_starts(box, 6, 6), 20))
    assert list(sweep(function, [run], [1e-6, 1.0, 10.0], (1.0, 1.0), 30, 0.0))


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam", "rmsprop", "adagrad"])
@pytest.mark.parametrize("activation", ["tanh", "relu", "swish", "elu", "identity"])
@pytest.mark.parametrize("batch", [None, 1])
def test_no_training_warns(optimizer: str, activation: str, batch: int | None) -> None:
    run = TrainingRun(
        layers=(2, 4, 1), activation=activation, batch_size=batch, loss="mean_squared_error",
        output="identity",
    ).with_optimizer(optimizer, {"learning_rate": 10.0})  # fmt: skip
    record = None
    with suppress(DivergenceError):
        for record in islice(train(run), 60):
            next_update(run, record)
    assert record is not None
    trainer = FastTrainer(run)
    record = trainer.first()
    with suppress(DivergenceError):
        for _ in range(4):
            record = trainer.advance(record, 20)
    assert list(train_many(run, [1, 2, 3], 20, every=5))


def test_a_thread_computes_in_the_same_state() -> None:
    found: list[float] = []

    def compute() -> None:
        with computing():
            found.append(float(np.exp(np.float64(1e9))))

    thread = Thread(target=compute)
    thread.start()
    thread.join()
    assert found == [np.inf]


@pytest.mark.parametrize(
    "arguments",
    [
        ("descend", "--surface", "1e308*x + y", "--optimizer", "sgd", "--start", "1", "2"),
        ("descend", "--surface", "-exp(x**2) + y", "--optimizer", "adam", "--start", "9", "2"),
        ("descend", "--surface", "1e300*x*y", "--optimizer", "momentum", "--start", "1e9", "2"),
        ("train", "--optimizer", "momentum", "--set", "learning_rate=10", "--epochs", "300"),
        ("train", "--layers", "2-8-8-1", "--activation", "relu", "--loss", "mean_squared_error",
         "--output", "identity", "--set", "learning_rate=10"),
        ("evaluate", "exp(x)*0 + 1", "x=1e-320"),
        ("check", "sigmoid(x)*tanh(y)", "x=1e300", "y=-1e300"),
    ],
)  # fmt: skip
def test_the_command_line_says_nothing_on_stderr(arguments: tuple[str, ...]) -> None:
    for form in ((), ("--json",)):
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "engine", *arguments, *form],
            capture_output=True, text=True, cwd=ROOT, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")


def test_a_state_can_be_entered_or_decorate() -> None:
    @computing()
    def divide(number: np.float64) -> float:
        return float(np.float64(1.0) / number)

    callables: list[Callable[[np.float64], float]] = [divide, divide]
    assert [call(np.float64(0.0)) for call in callables] == [np.inf, np.inf]
    with pytest.raises(RuntimeWarning):
        np.exp(np.float64(1e9))

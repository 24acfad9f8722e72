"""The Training page with weights, rates and data at the ends of the number range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.page import TrainingPage
from desktop.training.pictures.stage import BOUNDARY, HIDDEN, LANDSCAPE
from engine.errors import EngineError
from engine.optimizers.catalog import OPTIMIZERS
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import class_targets, view_around
from tests.support.cases import case, shares
from tests.support.due_timers import make_due
from tests.support.extremes import paint, paint_whole, sound

WEIGHTS = (1.7e308, 1e308, 1e300, 1e154, 1e20, 1e-40, 1e-310, 5e-324, 0.0)
SCALES = (1.7e308, 1e300, 1e155, 1e-155, 1e-310, 5e-324, 0.0)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 674)
    made.show()
    qtbot.waitUntil(made.is_settled, timeout=30_000)
    stopping = replace(made.session.setup.stopping, when_solved=False)
    made.session.set_setup(replace(made.session.setup, stopping=stopping))
    yield made
    made.shutdown()


def look(qtbot: QtBot, page: TrainingPage) -> None:
    """Paint every picture of the stage, last the one that follows each step at once."""
    for name in (LANDSCAPE, HIDDEN, BOUNDARY):
        page.stage.choose(name)
        # The landscape follows once a second, which is for people who watch it.
        make_due(page.stage)
        qtbot.waitUntil(page.is_settled, timeout=30_000)
        paint(page)


def walk(qtbot: QtBot, page: TrainingPage, steps: int = 2) -> None:
    """Take some steps, each painted, the last with all that stands round it."""
    for _ in range(steps):
        page.session.step()
        qtbot.waitUntil(page.is_settled, timeout=30_000)
        paint(page)
    paint_whole(page)


@pytest.mark.parametrize("activation", ["tanh", "relu", "identity", "sigmoid"])
def test_weights_of_every_size_are_drawn(qtbot: QtBot, page: TrainingPage, activation: str) -> None:
    page.edits.edit_run(activation=activation)
    count = len(page.session.record.parameters)
    signs = np.where(np.arange(count) % 3, 1.0, -1.0)
    for weight in WEIGHTS:
        with sound(qtbot, f"weights of ±{weight}"):
            page.edits.edit_weights(weight * signs)
            look(qtbot, page)
            walk(qtbot, page)


@pytest.mark.parametrize("optimizers", shares(sorted(OPTIMIZERS), 3))
def test_every_method_takes_every_rate(
    qtbot: QtBot, page: TrainingPage, optimizers: Sequence[str]
) -> None:
    begin = page.session.setup
    for optimizer in optimizers:
        with case(optimizer):
            page.edits.edit_setup(begin)
            page.session.reset()
            take_every_rate(qtbot, page, optimizer)


def take_every_rate(qtbot: QtBot, page: TrainingPage, optimizer: str) -> None:
    """Train by a method at rates from the smallest to the largest."""
    assert page.edits.edit_run(optimizer=optimizer, optimizer_settings={}, variant="")
    for rate in (5e-324, 1e-300, 10.0, 1e9, 1e300):
        with sound(qtbot, f"rate {rate}"):
            # What a setting does not admit is refused in a sentence.
            page.edits.edit_run(optimizer_settings={"learning_rate": rate})
            walk(qtbot, page, 3)
    look(qtbot, page)


@pytest.mark.long
@pytest.mark.parametrize("scales", shares(SCALES, 3))
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_data_of_every_size_are_drawn(
    qtbot: QtBot, page: TrainingPage, scales: Sequence[float], columns: int
) -> None:
    for scale in scales:
        draw_data(qtbot, page, scale, columns)


def draw_data(qtbot: QtBot, page: TrainingPage, scale: float, columns: int) -> None:
    """Train on samples of a size with targets of every size."""
    spread = np.random.default_rng(0).uniform(-1.0, 1.0, (8, columns + 1))
    inputs = scale * spread[:, :columns]
    for size in (None, 0.0, 1e-320, 1.0, 1.7e308):
        with sound(qtbot, f"inputs of {scale}, targets of {size}"):
            if size is None:
                targets = class_targets([row % 2 for row in range(8)])
            else:
                targets = size * spread[:, columns:]
            try:
                data = Dataset(inputs, targets, view_around(inputs), is_regression=size is not None)
                setup = page.session.setup.with_samples(data)
            except EngineError:
                continue
            page.edits.edit_setup(setup)
            look(qtbot, page)
            walk(qtbot, page)

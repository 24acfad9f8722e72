"""Rules and schedules against PyTorch: its stored answers, and itself where it is installed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.run import Run
from engine.optimizers.schedules import SCHEDULES as OURS
from engine.optimizers.treatments import TREATMENTS, Treated
from tests.engine.optimizers import pytorch_reference
from tests.engine.optimizers.pytorch_cases import (
    CASES,
    LOSSES,
    RATE,
    SCHEDULE_STEPS,
    SCHEDULES,
    SHOWN,
    START,
    Case,
    slope,
)

STORED = json.loads(Path(__file__).with_name("pytorch_values.json").read_text(encoding="utf-8"))

each_case = pytest.mark.parametrize("name", list(CASES))
each_schedule = pytest.mark.parametrize("name", list(SCHEDULES))


def our_path(case: Case) -> dict[str, Array]:
    treatments = []
    if case.decay:
        treatments.append(Treated(TREATMENTS["weight_decay"], {"weight_decay": case.decay}))
    if case.clip:
        treatments.append(Treated(TREATMENTS["clip_value"], {"limit": case.clip}))
    optimizer = OPTIMIZERS[case.optimizer].in_variant(case.variant)
    settings = {"learning_rate": RATE, **case.settings}
    run = Run(optimizer, settings, treatments=tuple(treatments))
    point = np.array(START)
    state = optimizer.start(point)
    shown = {}
    for step in range(1, case.steps + 1):
        gradient = slope(run.gradient_point(point, state, step))
        update = run.update(point, state, gradient, step)
        point, state = update.point, update.state
        if step in SHOWN:
            shown[str(step)] = point
    return shown


def our_rates(name: str) -> list[float]:
    ours, given = SCHEDULES[name]
    settings = OURS[ours].check(given)
    return [OURS[ours].rate(step, RATE, settings, LOSSES[:step]) for step in range(SCHEDULE_STEPS)]


def assert_same_path(ours: dict[str, Array], theirs: dict[str, list[float]]) -> None:
    assert ours.keys() == theirs.keys()
    for step, point in ours.items():
        np.testing.assert_allclose(point, theirs[step], rtol=1e-12, atol=1e-12, err_msg=step)


@each_case
def test_the_path_is_the_stored_one(name: str) -> None:
    assert_same_path(our_path(CASES[name]), STORED["paths"][name])


@each_schedule
def test_the_rates_are_the_stored_ones(name: str) -> None:
    assert our_rates(name) == pytest.approx(STORED["rates"][name], rel=1e-12)


def torch_or_skip() -> Any:
    return pytest.importorskip("torch")


@each_case
def test_pytorch_itself_takes_the_path(name: str) -> None:
    case = CASES[name]
    assert_same_path(our_path(case), pytorch_reference.path(torch_or_skip(), case))


@each_schedule
def test_pytorch_itself_gives_the_rates(name: str) -> None:
    assert our_rates(name) == pytest.approx(
        pytorch_reference.rates(torch_or_skip(), name), rel=1e-12
    )


def test_the_course_s_nag_is_pytorch_s_seen_from_the_point_ahead() -> None:
    run = Run(OPTIMIZERS["nag"], {"learning_rate": RATE})
    point = np.array(START)
    state = run.optimizer.start(point)
    for step in range(1, 1001):
        ahead = run.gradient_point(point, state, step)
        update = run.update(point, state, slope(ahead), step)
        point, state = update.point, update.state
        if step in SHOWN:
            next_ahead = run.gradient_point(point, state, step + 1)
            theirs = STORED["paths"]["nag, PyTorch"][str(step)]
            np.testing.assert_allclose(next_ahead, theirs, rtol=1e-12, atol=1e-12)

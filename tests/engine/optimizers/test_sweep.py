"""Learning-rate sweeps: outcomes by rising rate, and the rate from which a method diverges."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import SettingError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.run import Run
from engine.optimizers.sweep import SweepProgress, sweep
from engine.optimizers.trajectory import Ending
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface


def swept(surface: str, methods: list[str], rates: list[float], steps: int = 200) -> SweepProgress:
    record = SURFACES[surface]
    runs = [Run(OPTIMIZERS[name]) for name in methods]
    *_, last = sweep(compile_surface(record), runs, rates, record.start, steps, record.goal)
    return last


def test_the_ravine_holds_up_to_a_fifth() -> None:
    # Its steepest curvature is 10, so SGD converges below a rate of 2/10.
    progress = swept("ravine", ["sgd"], [0.3, 0.05, 0.1, 0.25])
    (curve,) = progress.curves
    assert curve.rates.tolist() == [0.05, 0.1, 0.25, 0.3]
    assert np.isfinite(curve.losses).tolist() == [True, True, False, False]
    assert curve.best is not None
    assert curve.best.rate == 0.1
    assert str(curve.limit) == "SGD diverges with a learning rate of 0.25 or more"
    assert curve.limit is not None
    assert curve.limit.details == {"title": "SGD", "rate": "0.25"}
    diverged = curve.outcomes[2]
    assert diverged.ending is Ending.DIVERGED
    assert str(diverged.cause).startswith("step 4: the learning rate 0.25 is too large")
    assert diverged.lowest_loss <= 28.0


def test_a_sweep_in_which_all_or_nothing_diverges() -> None:
    (curve,) = swept("ravine", ["sgd"], [1.0, 2.0]).curves
    assert curve.best is None
    assert str(curve.limit) == "SGD diverges with every rate tried, from 1 on"
    (curve,) = swept("ravine", ["adam"], [0.1, 1.0]).curves
    assert curve.limit is None
    assert all(outcome.cause is None for outcome in curve.outcomes)


def test_every_record_tells_how_far_it_is() -> None:
    record = SURFACES["ravine"]
    runs = [Run(OPTIMIZERS["sgd"]), Run(OPTIMIZERS["adam"], {"beta1": 0.5})]
    records = list(sweep(compile_surface(record), runs, [0.1, 0.01], record.start, 20, record.goal))
    assert [(item.done, item.total) for item in records] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [len(item.curves) for item in records] == [1, 1, 2, 2]
    assert len(records[0].curves[0].outcomes) == 1
    assert records[-1].curves[1].run.settings["beta1"] == 0.5


def test_leaving_a_surface_without_a_bottom_is_no_divergence() -> None:
    (curve,) = swept("saddle", ["sgd"], [0.05], steps=500).curves
    assert curve.outcomes[0].ending is Ending.LEFT
    assert curve.best is curve.outcomes[0]


def test_a_sweep_needs_a_rate() -> None:
    with pytest.raises(SettingError, match="at least one learning rate"):
        swept("ravine", ["sgd"], [])

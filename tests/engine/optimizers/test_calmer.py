"""A calmer rate is offered only where all that diverged were seen to go down with it."""

from __future__ import annotations

from collections.abc import Generator

from engine.optimizers.calmer import rate_is_to_blame, tried_rate
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.optimizers.trajectory import Ending
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_formula, compile_surface


def result_of(trial: Generator[None, None, float | None]) -> float | None:
    while True:
        try:
            next(trial)
        except StopIteration as end:
            found: float | None = end.value
            return found


def test_the_largest_tenth_that_leads_down_is_found() -> None:
    function = compile_formula("50*x**2 + y**2")
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 3.0})
    (path,) = race(function, [run], (1.0, 1.0), 50).trajectories
    assert rate_is_to_blame(path)
    # A tenth is still too large here: 0.3 and 0.03 diverge as well.
    rate = result_of(tried_rate(function, [run], (1.0, 1.0), 50))
    assert rate == 0.003
    (path,) = race(
        function, [Run(run.optimizer, {"learning_rate": rate})], (1.0, 1.0), 50
    ).trajectories
    assert path.ending is Ending.STEPS_DONE
    assert path.losses[-1] < path.losses[0]


def test_where_no_rate_leads_down_none_is_offered() -> None:
    record = SURFACES["booth"]
    function = compile_surface(record)
    # At the minimum itself nothing is lower.
    start = record.minima[0]
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 3.0})
    assert result_of(tried_rate(function, [run], start[:2], 20)) is None


def test_several_runs_agree_on_one_rate() -> None:
    function = compile_formula("50*x**2 + y**2")
    runs = [Run(OPTIMIZERS[name], {"learning_rate": 3.0}) for name in ("sgd", "momentum")]
    rate = result_of(tried_rate(function, runs, (1.0, 1.0), 50))
    assert rate is not None
    slower = [Run(run.optimizer, {"learning_rate": rate}) for run in runs]
    for path in race(function, slower, (1.0, 1.0), 50).trajectories:
        assert path.losses[-1] < path.losses[0]


def test_no_rate_is_offered_that_is_smaller_than_any_that_can_be_set() -> None:
    record = SURFACES["booth"]
    least = Run(OPTIMIZERS["sgd"], {"learning_rate": 1e-6})
    trial = tried_rate(compile_surface(record), [least], record.minima[0][:2], 20)
    # A tenth of it cannot be set, so that nothing is tried at all.
    assert list(trial) == []
    assert result_of(tried_rate(compile_surface(record), [least], (5.0, 5.0), 20)) is None

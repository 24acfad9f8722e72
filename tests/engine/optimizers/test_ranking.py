"""Ranking: fewest steps to the goal decide, and the loss only between equals."""

from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.ranking import Arrival, standing
from engine.optimizers.run import Run
from engine.optimizers.sweep import sweep
from engine.optimizers.trajectory import Ending, Trajectory
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_surface


def ran(*losses: float, ending: Ending = Ending.STEPS_DONE) -> Trajectory:
    """Return a run that had these losses."""
    count = len(losses)
    return Trajectory(
        Run(OPTIMIZERS["sgd"]),
        np.zeros((count, 2)),
        np.array(losses),
        np.zeros((count - 1, 2)),
        ending,
    )


def test_runs_stand_by_where_they_end_then_by_steps_then_by_loss() -> None:
    goal = 0.01
    in_order = [
        ran(9.0, 1e-3, 1e-3),
        ran(9.0, 1.0, 1e-9),
        ran(9.0, 1.0, 1e-3),
        # It flew over the goal.
        ran(9.0, 1e-3, 1.0),
        ran(9.0, 1.0, 0.5),
        ran(9.0, 1.0, 0.6),
        ran(9.0, 1e-3, 1e-3, ending=Ending.DIVERGED),
    ]
    standings = [standing(trajectory, goal) for trajectory in in_order]
    assert standings == sorted(standings)
    assert len(set(standings)) == len(standings)
    arrivals = [item.arrival for item in standings]
    assert arrivals == [Arrival.STAYED] * 3 + [Arrival.PASSED] + [Arrival.NEVER] * 2 + [
        Arrival.DIVERGED
    ]


@pytest.mark.parametrize("floor", [0.0, -1031.5, 3.0])
def test_losses_that_differ_by_rounding_are_equal(floor: float) -> None:
    ends = (3e-15, 1e-15, 2e-14)
    standings = {standing(ran(floor + 50.0, floor + end), goal=floor + 0.01) for end in ends}
    assert len(standings) == 1


def test_ends_of_the_number_range_have_a_standing() -> None:
    assert standing(ran(0.0, 0.0), 0.0).arrival is Arrival.STAYED
    assert standing(ran(1e-320, 1e300), 1e-320).loss > 0
    assert standing(ran(1e308, -1e308), -1e308).arrival is Arrival.STAYED


@pytest.mark.parametrize("surface", ["himmelblau", "ravine", "beale", "booth"])
@pytest.mark.parametrize("method", ["sgd", "momentum", "nag", "adam"])
def test_no_rate_of_a_sweep_is_sooner_at_the_goal_than_the_best(surface: str, method: str) -> None:
    record = SURFACES[surface]
    rates = np.geomspace(1e-4, 1.0, 31).tolist()
    function, runs = compile_surface(record), [Run(OPTIMIZERS[method])]
    *_, last = sweep(function, runs, rates, record.start, 200, record.goal)
    (curve,) = last.curves
    assert curve.best is not None
    assert curve.best.steps is not None
    there = [item.steps for item in curve.outcomes if item.loss <= record.goal]
    assert curve.best.steps == min(steps for steps in there if steps is not None)


def test_nag_on_himmelblau_is_best_at_a_hundredth() -> None:
    record = SURFACES["himmelblau"]
    rates = np.geomspace(1e-4, 1.0, 31).tolist()
    *_, last = sweep(
        compile_surface(record), [Run(OPTIMIZERS["nag"])], rates, record.start, 500, record.goal
    )
    best = last.curves[0].best
    assert best is not None
    assert (round(best.rate, 6), best.steps) == (0.01, 9)

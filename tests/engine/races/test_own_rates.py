"""The rates that suit a surface of one's own: each method gets the one soonest at the goal."""

from __future__ import annotations

from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.ranking import standing
from engine.optimizers.run import Run
from engine.races.own_surface import FormulaSource
from engine.races.preparation import prepare
from engine.surfaces.surface import Box

RATES = (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1.0)


def test_each_method_gets_the_rate_that_is_soonest_at_the_goal() -> None:
    # The first formula shown: with 0.001 Momentum ends lowest and takes 75 steps, with 0.1 13.
    source = FormulaSource("x**2 + 3*y**2 + sin(3*x)", Box(-4.0, 4.0, -3.0, 3.0))
    *_, made = prepare(source)
    assert made is not None
    record, function = made.record, source.compile(made.record.fence)
    assert record.settings_for("momentum") == {"learning_rate": 0.1}
    for method, settings in record.tuned.items():
        tried = [settings, *({"learning_rate": rate} for rate in RATES)]
        runs = [Run(OPTIMIZERS[method], item) for item in tried]
        given, *others = (
            standing(trajectory, record.goal)
            for trajectory in race(function, runs, record.start, 150).trajectories
        )
        assert given == min(others)

"""The rates that suit a surface of one's own: each method gets the one soonest at the goal."""

from __future__ import annotations

import pytest

from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.run import Run
from engine.optimizers.sweep import USUAL_RATES, rates_between, sweep
from engine.optimizers.trajectory import Ending
from engine.races.own_surface import FormulaSource
from engine.races.preparation import prepare
from engine.surfaces.surface import Box

FORMULAS = (
    # The first formula shown: with 0.001 Momentum once ended lowest and took 75 steps.
    "x**2 + 3*y**2 + sin(3*x)",
    "(1 - x)**2 + 100*(y - x**2)**2",
    "sin(x)*cos(y) + 0.1*x**2 + 0.1*y**2",
    "log(1 + x**2) + abs(y)",
    "x**2*y**2 + 0.05*x**2",
    "x**4 + y**4 - x*y",
    "1000*x**2 + y**2",
    "sqrt(x**2 + y**2 + 0.01)",
    "exp(x/2) - x + y**2",
    "-exp(-x**2 - y**2)",
    "x**2 - y**2",
    "7",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_sweep_names_the_rate_that_each_method_was_given(formula: str) -> None:
    """Fewest steps to the goal decide, among the rates that a sweep tries by itself."""
    source = FormulaSource(formula, Box(-4.0, 4.0, -3.0, 3.0))
    *_, made = prepare(source)
    assert made is not None
    record, rates = made.record, rates_between(*USUAL_RATES)
    methods = [name for name, item in OPTIMIZERS.items() if item.needs_rate]
    runs = [Run(OPTIMIZERS[name]) for name in methods]
    *_, last = sweep(made.compile(), runs, rates, record.start, record.steps, record.goal)
    for method, curve in zip(methods, last.curves, strict=True):
        given, best = record.settings_for(method), curve.best
        if not given:
            # With no rate does it get lower and stay in sight.
            begun = curve.outcomes[0]
            assert best is None or best.ending is Ending.LEFT or best.loss >= begun.lowest_loss
            continue
        assert best is not None
        assert given == {"learning_rate": best.rate}, method


@pytest.mark.parametrize(
    ("ends", "count", "rates"),
    [
        ((0.01, 1.0), 5, [0.01, 0.032, 0.1, 0.32, 1.0]),
        # Ends are as they were typed, and rates near each other get the digits they need.
        ((0.0123, 0.0129), 4, [0.0123, 0.0125, 0.0127, 0.0129]),
        ((1e-6, 10.0), 2, [1e-6, 10.0]),
    ],
)
def test_rates_have_as_few_digits_as_tell_them_apart(
    ends: tuple[float, float], count: int, rates: list[float]
) -> None:
    assert rates_between(*ends, count) == rates


def test_rates_that_floats_hardly_tell_apart_are_still_as_many_as_asked() -> None:
    rates = rates_between(1.0, 1.0 + 1e-14, 31)
    assert len(rates) == 31
    assert rates[0] == 1.0
    assert rates[-1] == pytest.approx(1.0 + 1e-14, abs=0.0)

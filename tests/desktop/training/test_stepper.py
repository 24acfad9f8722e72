"""How many steps a portion has is found by the time that steps take, not by that of measuring."""

from __future__ import annotations

from desktop.training.run.stepper import Orders, _adapt


def test_a_portion_grows_beyond_one_step_however_long_measuring_takes() -> None:
    # Of 20,000 rows measuring takes as long as a portion may, a step next to nothing.
    orders = Orders(measuring_s=0.012)
    for _ in range(5):
        _adapt(orders, orders.steps, orders.measuring_s + 40e-6 * orders.steps)
    assert 300 < orders.steps < 400


def test_a_step_that_takes_longer_than_a_portion_is_one() -> None:
    orders = Orders(steps=8, measuring_s=0.012)
    for _ in range(5):
        _adapt(orders, orders.steps, orders.measuring_s + 0.05 * orders.steps)
    assert orders.steps == 1

"""Schedules: what each promises in its summary, alone and together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import SettingError
from engine.optimizers.losses import Losses, _PlateauCount
from engine.optimizers.schedules import SCHEDULES, Schedule, Scheduled, chained_rate

each_schedule = pytest.mark.parametrize(
    "schedule", SCHEDULES.values(), ids=lambda schedule: schedule.name
)


def rates(name: str, steps: int, **settings: float) -> list[float]:
    scheduled = Scheduled(SCHEDULES[name], settings)
    return [scheduled.rate(step, 1.0) for step in range(steps)]


def test_constant() -> None:
    assert rates("constant", 3) == [1.0, 1.0, 1.0]


def test_steps_last_their_period() -> None:
    assert rates("step", 5, period=2, factor=0.5) == [1.0, 1.0, 0.5, 0.5, 0.25]


def test_exponential_shrinks_by_a_share() -> None:
    assert rates("exponential", 3, factor=0.9) == pytest.approx([1.0, 0.9, 0.81])


def test_cosine_falls_to_its_floor_and_stays() -> None:
    found = rates("cosine", 8, length=4, floor=0.2)
    assert found[:5] == pytest.approx([1.0, 0.8828427, 0.6, 0.3171573, 0.2])
    assert found[5:] == pytest.approx([0.2] * 3)


def test_warm_up_rises_to_the_full_rate() -> None:
    assert rates("warm_up", 6, length=4) == [0.25, 0.5, 0.75, 1.0, 1.0, 1.0]


def test_a_plateau_divides_by_ten_once_patience_ends() -> None:
    scheduled = Scheduled(SCHEDULES["plateau"], {"patience": 2})
    losses = [1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
    found = [scheduled.rate(step, 1.0, losses[:step]) for step in range(len(losses) + 1)]
    assert found == pytest.approx([1, 1, 1, 1, 1, 0.1, 0.1, 0.1, 0.01])


def test_losses_that_grow_count_the_plateaus_of_every_beginning() -> None:
    rng = np.random.default_rng(7)
    values = [*rng.exponential(size=120).tolist(), 0.0, -1.0, *rng.normal(size=80).tolist()]
    chain = [Scheduled(SCHEDULES["plateau"], {"patience": n, "factor": 0.5}) for n in (3, 7)]
    growing = Losses()
    for step, value in enumerate(values):
        assert chained_rate(chain, step, 0.3, growing) == chained_rate(
            chain, step, 0.3, tuple(values[:step])
        )
        growing.append(value)
    assert growing.plateaus(3) > growing.plateaus(7) > 0


def test_growing_losses_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[float] = []
    see = _PlateauCount.see

    def note(count: _PlateauCount, loss: float) -> None:
        seen.append(loss)
        see(count, loss)

    monkeypatch.setattr(_PlateauCount, "see", note)
    scheduled, losses = Scheduled(SCHEDULES["plateau"]), Losses()
    for step in range(500):
        losses.append(float(step))
        scheduled.rate(step, 1.0, losses)
        scheduled.rate(step, 1.0, losses)
    assert seen == losses


def test_a_plateau_of_losses_below_zero() -> None:
    scheduled = Scheduled(SCHEDULES["plateau"], {"patience": 1})
    assert scheduled.rate(3, 1.0, [-1.0, -2.0, -3.0]) == 1.0
    assert scheduled.rate(3, 1.0, [-1.0, -1.0, -1.0]) == pytest.approx(0.1)


def test_schedules_multiply() -> None:
    chain = [Scheduled(SCHEDULES["warm_up"], {"length": 2}), Scheduled(SCHEDULES["exponential"])]
    assert chained_rate(chain, 0, 0.4) == pytest.approx(0.2)
    assert chained_rate(chain, 10, 0.4) == pytest.approx(0.4 * 0.99**10)
    assert chained_rate([], 10, 0.4) == 0.4


@each_schedule
@given(step=st.integers(0, 10_000), base=st.floats(1e-6, 10.0))
def test_a_rate_is_positive_and_never_above_its_base(
    schedule: Schedule, step: int, base: float
) -> None:
    rate = Scheduled(schedule).rate(step, base, [1.0] * min(step, 50))
    assert 0.0 <= rate <= base


@each_schedule
def test_a_schedule_says_what_it_is(schedule: Schedule) -> None:
    assert schedule.summary.endswith(".")
    assert schedule.reference
    assert r"\eta_0" in schedule.rate_latex


def test_settings_are_checked() -> None:
    with pytest.raises(SettingError, match="period must be a whole number"):
        Scheduled(SCHEDULES["step"], {"period": 2.5})
    with pytest.raises(SettingError, match="no setting “speed”"):
        SCHEDULES["cosine"].check({"speed": 1.0})

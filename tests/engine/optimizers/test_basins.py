"""Many starts at once: each goes as it would go alone, and is told which minimum it came to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.arrays import Array
from engine.errors import SettingError
from engine.optimizers.basins import GONE, UNDERWAY, Basins, basins, grid_starts
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.fleet import Fleet
from engine.optimizers.optimizer import Settings, State, Update
from engine.optimizers.race import race
from engine.optimizers.run import Run
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_formula, compile_surface
from tests.support.called_surface import CalledSurface

STARTS = np.random.default_rng(3).uniform(-1.5, 1.5, (2, 6))


def last_points(run: Run, function: object, steps: int) -> np.ndarray:
    ends = [
        race(function, [run], start, steps).trajectories[0].points[-1]  # type: ignore[arg-type]
        for start in STARTS.T
    ]
    return np.array(ends).T


@pytest.mark.parametrize("surface", ["ravine", "rosenbrock", "two_wells", "ackley", "fit"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=lambda item: item.name)
def test_a_fleet_is_every_start_by_itself(surface: str, optimizer: object) -> None:
    record = SURFACES[surface]
    function = compile_surface(record)
    for variant in ("", *(item.name for item in optimizer.variants)):  # type: ignore[attr-defined]
        one = optimizer.in_variant(variant)  # type: ignore[attr-defined]
        run = Run(one, {"learning_rate": 0.0005})
        fleet = Fleet(function, run, STARTS)
        fleet.advance(15)
        fleet.advance(10)
        assert fleet.taken == 25
        np.testing.assert_allclose(fleet.points, last_points(run, function, 25), rtol=1e-9)


def test_a_surface_that_can_only_be_called_and_one_with_branches() -> None:
    run = Run(OPTIMIZERS["nag"], {"learning_rate": 0.01})
    for formula in ("max(x, y) + x**2 + y**2", "exp(-x*x) + y"):
        function = compile_formula(formula)
        for version in (function, CalledSurface(function)):
            fleet = Fleet(version, run, STARTS)
            fleet.advance(20)
            np.testing.assert_allclose(fleet.points, last_points(run, version, 20), rtol=1e-9)


def test_a_treated_and_scheduled_fleet() -> None:
    function = compile_surface(SURFACES["rosenbrock"])
    run = Run(
        OPTIMIZERS["momentum"],
        {"learning_rate": 0.01},
        schedules=(Scheduled(SCHEDULES["exponential"]),),
        treatments=(Treated(TREATMENTS["clip_norm"]),),
    )
    fleet = Fleet(function, run, STARTS)
    fleet.advance(20)
    np.testing.assert_allclose(fleet.points, last_points(run, function, 20), rtol=1e-9)


def test_a_fleet_sets_out_again_as_if_it_were_new() -> None:
    function = compile_surface(SURFACES["rosenbrock"])
    for treatments in ((), (Treated(TREATMENTS["clip_norm"]),)):
        run = Run(OPTIMIZERS["adam"], {"learning_rate": 0.01}, treatments=treatments)
        fleet = Fleet(function, run, STARTS - 0.5)
        fleet.advance(7)
        fleet.restart(STARTS)
        assert fleet.taken == 0
        fleet.advance(20)
        fresh = Fleet(function, run, STARTS)
        fresh.advance(20)
        np.testing.assert_array_equal(fleet.points, fresh.points)


def test_a_rule_that_can_only_be_called() -> None:
    """Its root has no spelling on a tape, so nothing can be written for it."""

    def careful(
        point: Array, state: State, gradient: Array, settings: Settings, step_number: int
    ) -> Update:
        return Update(point - settings["learning_rate"] * np.cbrt(gradient), (), {})

    run = Run(replace(OPTIMIZERS["sgd"], rule=careful), {"learning_rate": 0.01})
    function = compile_surface(SURFACES["rosenbrock"])
    fleet = Fleet(function, run, STARTS)
    fleet.advance(20)
    np.testing.assert_allclose(fleet.points, last_points(run, function, 20), rtol=1e-9)


def test_what_cannot_be_a_fleet_is_refused() -> None:
    function = compile_surface(SURFACES["ravine"])
    with pytest.raises(SettingError, match="two rows"):
        Fleet(function, Run(OPTIMIZERS["sgd"]), np.zeros((3, 2)))
    watching = Run(OPTIMIZERS["sgd"], schedules=(Scheduled(SCHEDULES["plateau"]),))
    with pytest.raises(SettingError, match="a loss of its own"):
        Fleet(function, watching, STARTS)


def sort(surface: str, optimizer: str, steps: int, rate: float, *, find: bool = False) -> Basins:
    record = SURFACES[surface]
    starts = grid_starts(record.view, 30, 20)
    run = Run(OPTIMIZERS[optimizer], {"learning_rate": rate})
    minima = None if find else record.minima
    records = list(basins(compile_surface(record), run, starts, steps, minima=minima, tile=250))
    assert [(item.done, item.total) for item in records] == [
        (200, 600), (400, 600), (600, 600), (600, 600),
    ]  # fmt: skip
    assert all(item.basins is None for item in records[:-1])
    found = records[-1].basins
    assert found is not None
    assert (found.starts == starts).all()
    return found


def test_in_however_many_portions_each_start_goes_its_own_way() -> None:
    function = compile_surface(SURFACES["rosenbrock"])
    run = Run(OPTIMIZERS["adam"], {"learning_rate": 0.01})
    starts = grid_starts((-1.0, 1.0, -1.0, 1.0), 11, 1)
    *_, whole = basins(function, run, starts, 30)
    *portions, last = basins(function, run, starts, 30, tile=4)
    assert [item.done for item in portions] == [4, 8, 11]
    assert whole.basins is not None
    assert last.basins is not None
    np.testing.assert_array_equal(last.basins.ends, whole.basins.ends)


def test_each_of_himmelblau_s_minima_has_a_quarter() -> None:
    found = sort("himmelblau", "adam", 400, 0.1)
    for row in range(4):
        assert 0.15 < found.share(row) < 0.35
        near = found.ends[:, found.labels == row] - found.minima[row][:, None]
        assert np.hypot(*near).max() <= 0.1
    # A start in the corner of the fourth quadrant comes to the minimum there.
    corner = np.argmin(np.hypot(found.starts[0] - 5, found.starts[1] + 5))
    assert found.minima[found.labels[corner]] == pytest.approx([3.584428, -1.848127])


def test_minima_are_found_where_starts_come_to_rest() -> None:
    given, found = (
        sort("himmelblau", "adam", 400, 0.1),
        sort("himmelblau", "adam", 400, 0.1, find=True),
    )
    assert len(found.minima) == 4
    distances = np.linalg.norm(found.minima[:, None] - given.minima[None], axis=2)
    assert (distances.min(axis=0) < 1e-3).all()
    renamed = distances.argmin(axis=1)[found.labels]
    np.testing.assert_array_equal(renamed, given.labels)


def test_starts_may_be_underway_or_gone() -> None:
    assert (sort("rosenbrock", "sgd", 5, 1e-4).labels == UNDERWAY).mean() > 0.9
    assert sort("himmelblau", "sgd", 50, 1.0).share(GONE) > 0.9
    # On the saddle all leave through the fence, and there is no minimum.
    found = sort("saddle", "sgd", 2000, 0.05)
    assert found.share(GONE) == 1.0
    assert len(found.minima) == 0


def test_basins_are_a_value() -> None:
    found = sort("ravine", "sgd", 10, 0.1)
    for array in (found.starts, found.ends, found.minima, found.labels):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_no_starts_at_all() -> None:
    function = compile_surface(SURFACES["ravine"])
    records = list(basins(function, Run(OPTIMIZERS["sgd"]), np.empty((2, 0)), 5))
    assert records[-1].basins is not None
    assert records[-1].basins.labels.shape == (0,)

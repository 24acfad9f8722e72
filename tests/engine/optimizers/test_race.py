"""Races: the fast way equals the plain way, and divergence is named instead of shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.arrays import Array
from engine.autodiff.codegen.slopes import Slopes
from engine.autodiff.tapes.tape import Tape
from engine.errors import SettingError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.divergence import growth_between, growth_text
from engine.optimizers.fleet import Fleet
from engine.optimizers.optimizer import Settings, State, Update
from engine.optimizers.race import Race, descend, race
from engine.optimizers.run import Run
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.trajectory import Ending
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import SurfaceFunction, compile_formula, compile_surface
from engine.surfaces.surface import Surface
from tests.support.called_surface import CalledSurface

ROSENBROCK = compile_surface(SURFACES["rosenbrock"])


def all_runs(surface: str) -> list[Run]:
    return [
        Run(optimizer, SURFACES[surface].settings_for(optimizer.name))
        for optimizer in OPTIMIZERS.values()
    ]


def race_one(surface: str, optimizer: str, rate: float, steps: int = 200) -> Race:
    record = SURFACES[surface]
    run = Run(OPTIMIZERS[optimizer], {"learning_rate": rate})
    return race(compile_surface(record), [run], record.start, steps)


def test_a_race_is_every_run_by_itself() -> None:
    start = (-1.5, 1.0)
    together = race(ROSENBROCK, all_runs("rosenbrock"), start, 60)
    for trajectory in together.trajectories:
        alone = list(islice(descend(ROSENBROCK, trajectory.run, start), 60))
        np.testing.assert_array_equal(
            trajectory.points[1:], [record.update.point for record in alone]
        )
        np.testing.assert_allclose(trajectory.losses[1:], [record.loss for record in alone])
        assert trajectory.steps == 60
        assert [record.step for record in alone] == list(range(1, 61))


def test_the_terms_of_any_step_are_replayed_exactly() -> None:
    together = race(ROSENBROCK, all_runs("rosenbrock"), (-1.5, 1.0), 40)
    for trajectory in together.trajectories:
        for step in (1, 7, 40):
            update = trajectory.update_at(step)
            np.testing.assert_array_equal(update.point, trajectory.points[step])
            np.testing.assert_array_equal(update.terms["gradient"], trajectory.gradients[step - 1])
        with pytest.raises(IndexError):
            trajectory.update_at(41)
        with pytest.raises(IndexError):
            trajectory.update_at(0)


def test_a_trajectory_cannot_be_changed() -> None:
    (trajectory,) = race_one("ravine", "sgd", 0.1).trajectories
    with pytest.raises(ValueError, match="read-only"):
        trajectory.points[0, 0] = 3.0


def test_steps_to_a_loss() -> None:
    (trajectory,) = race_one("ravine", "sgd", 0.1).trajectories
    step = trajectory.steps_to(1e-2)
    assert step is not None
    assert trajectory.losses[step] <= 1e-2 < trajectory.losses[step - 1]
    assert trajectory.steps_to(-1.0) is None
    assert trajectory.steps_to(1e6) == 0


def test_divergence_is_named_with_its_step_its_rate_and_its_growth() -> None:
    # The ravine's steep direction multiplies y by 1 − 10η = −1.5 a step, f by 2.25: from
    # 28 = 8 + 20 it passes ten times the start when 20·2.25ᵏ > 280, at step 4.
    (trajectory,) = race_one("ravine", "sgd", 0.25).trajectories
    assert trajectory.ending is Ending.DIVERGED
    assert trajectory.diverged_at == 4
    assert trajectory.cause is not None
    growth = trajectory.losses[-1] / trajectory.losses[0]
    assert str(trajectory.cause) == (
        f"step 4: the learning rate 0.25 is too large, the loss grew {growth:.0f}×; "
        "try a smaller one"
    )
    assert trajectory.cause.details == {
        "step": 4,
        "rate": "0.25",
        "growth": f"{growth:.0f}",
    }


@pytest.mark.parametrize("surface", ["beale", "rosenbrock", "himmelblau", "ravine", "fit"])
@pytest.mark.parametrize("rate", [0.05, 0.5, 10.0])
def test_no_trajectory_holds_a_number_that_is_not_finite(surface: str, rate: float) -> None:
    record = SURFACES[surface]
    runs = [Run(optimizer, {"learning_rate": rate}) for optimizer in OPTIMIZERS.values()]
    for trajectory in race(compile_surface(record), runs, record.start, 300).trajectories:
        for array in (trajectory.points, trajectory.losses, trajectory.gradients):
            assert np.isfinite(array).all()
        assert len(trajectory.points) == len(trajectory.losses) == len(trajectory.gradients) + 1
        assert (trajectory.cause is None) == (trajectory.ending is Ending.STEPS_DONE)
        if trajectory.ended_at is not None:
            assert str(trajectory.cause).startswith(f"step {trajectory.ended_at}: ")


def test_the_measured_limits_of_the_presets() -> None:
    diverging = [("beale", "momentum", 0.01), ("rosenbrock", "sgd", 0.01),
                 ("rosenbrock", "nag", 0.001), ("himmelblau", "sgd", 0.1)]  # fmt: skip
    for surface, optimizer, rate in diverging:
        (trajectory,) = race_one(surface, optimizer, rate, 500).trajectories
        assert trajectory.diverged_at is not None, (surface, optimizer)
        assert trajectory.diverged_at < 10


def test_a_loss_that_leaves_the_numbers_in_one_step_is_named_too() -> None:
    class Steep:
        fence = None

        def value(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
            return np.asarray(np.exp(x * x) + 0 * y)

        def gradient(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            return np.asarray(2 * x * np.exp(x * x)), 0 * y

    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 1.0})
    (trajectory,) = race(Steep(), [run], (3.0, 0.0), 50).trajectories
    assert trajectory.diverged_at == 1
    assert trajectory.steps == 0
    assert str(trajectory.cause).endswith(
        "the loss grew beyond 1.8·10³⁰⁸, the largest number; try a smaller one"
    )


def test_divergence_from_a_loss_that_is_not_positive_names_both_losses() -> None:
    class Bowl:
        fence = None

        def value(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
            return np.asarray(x * x - 5 + 0 * y)

        def gradient(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            return np.asarray(2 * x), 0 * y

    # A rate of 2 multiplies x by −3 a step: f is −4, 4, 76, …, and 76 passes ten times |−4|.
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 2.0})
    (trajectory,) = race(Bowl(), [run], (1.0, 0.0), 50).trajectories
    assert trajectory.diverged_at == 2
    assert str(trajectory.cause).endswith(
        "too large, the loss rose from -4 to 76; try a smaller one"
    )


def test_sgd_lingers_on_the_saddle_and_leaves_downhill() -> None:
    (trajectory,) = race_one("saddle", "sgd", 0.01, 500).trajectories
    assert trajectory.ending is Ending.LEFT
    assert trajectory.diverged_at is None
    assert trajectory.ended_at is not None
    assert 300 < trajectory.ended_at < 500
    assert abs(trajectory.points[200, 0]) < 0.05
    assert abs(trajectory.points[200, 1]) < 0.1
    assert "no lowest point" in str(trajectory.cause)


def test_too_large_a_rate_on_the_saddle_is_a_divergence_not_an_escape() -> None:
    (trajectory,) = race_one("saddle", "sgd", 2.0).trajectories
    assert trajectory.diverged_at == 1


def test_a_climb_that_comes_back_is_no_divergence() -> None:
    # Momentum overshoots the ravine's far wall before it settles.
    (trajectory,) = race_one("ravine", "momentum", 0.3, 400).trajectories
    assert trajectory.losses.max() > trajectory.losses[0]
    assert trajectory.ending is Ending.STEPS_DONE
    assert trajectory.losses[-1] < 1e-3


@pytest.mark.parametrize("start", [(1.0,), (1.0, float("nan")), (1.0, 2.0, 3.0)])
def test_a_start_is_two_finite_numbers(start: tuple[float, ...]) -> None:
    with pytest.raises(SettingError, match="two finite numbers"):
        race(ROSENBROCK, [], start, 10)


def test_a_race_takes_at_least_one_step() -> None:
    with pytest.raises(SettingError, match="at least 1 step"):
        race(ROSENBROCK, [], (0.0, 0.0), 0)


def test_nobody_runs_is_an_empty_race() -> None:
    assert race(ROSENBROCK, [], (0.0, 0.0), 5).trajectories == ()


@pytest.mark.parametrize(
    ("factor", "text"), [(1.44, "1.4"), (40.2, "40"), (1234.0, "1,234"), (3.2e9, "3e9")]
)
def test_growth_is_written_for_people(factor: float, text: str) -> None:
    assert growth_text(factor) == text


def without_recording(function: SurfaceFunction) -> CalledSurface:
    """The same surface as one that can only be called."""
    return CalledSurface(function)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=lambda item: item.name)
def test_a_run_on_floats_is_the_run_on_arrays(surface: Surface) -> None:
    function = compile_surface(surface)
    runs = [
        Run(optimizer.in_variant(variant), surface.settings_for(optimizer.name))
        for optimizer in OPTIMIZERS.values()
        for variant in ("", *(item.name for item in optimizer.variants))
    ]
    fast = race(function, runs, surface.start, 60).trajectories
    slow = race(without_recording(function), runs, surface.start, 60).trajectories
    for ours, plain in zip(fast, slow, strict=True):
        # An ulp in a power or an exponential grows where a rule divides by small roots.
        np.testing.assert_allclose(ours.points, plain.points, rtol=1e-9, atol=1e-9)
        assert ours.ending is plain.ending
        if surface.name in {"rosenbrock", "ravine", "himmelblau", "booth"}:
            np.testing.assert_array_equal(ours.points, plain.points)


@pytest.mark.parametrize(
    ("formula", "start"),
    [
        ("1/x + y**2", (1.0, 0.5)),  # SGD jumps over the pole
        ("1/(x*x*x - x) + y", (1.0, 0.0)),  # starts on a pole
        ("log(x) + y**2", (0.5, 0.5)),  # leaves where the logarithm is defined
        ("exp(x*x*20) + y**2", (1.5, 0.5)),  # overflows
    ],
)
def test_where_floats_raise_arrays_go_on(formula: str, start: tuple[float, float]) -> None:
    function = compile_formula(formula)
    runs = [Run(item, {"learning_rate": 1.0}) for item in OPTIMIZERS.values()]
    fast = race(function, runs, start, 40).trajectories
    slow = race(without_recording(function), runs, start, 40).trajectories
    for ours, plain in zip(fast, slow, strict=True):
        np.testing.assert_allclose(ours.points, plain.points, rtol=1e-6)
        assert ours.ending is plain.ending


def test_a_function_that_floats_lack_runs_on_arrays() -> None:
    plain = compile_formula("x**2 + y**2")
    tape = Tape()
    x, y = tape.input("x"), tape.input("y")
    odd = Slopes(tape, ("x", "y"), x + y, (np.spacing(x), np.spacing(y)))
    runs = [Run(OPTIMIZERS["sgd"], {"learning_rate": 0.1})]
    trajectory = race(CalledSurface(plain, odd), runs, (1.0, 2.0), 5).trajectories[0]
    np.testing.assert_allclose(trajectory.points[-1], np.array([1.0, 2.0]) * 0.8**5)


def test_a_rule_that_remembers_the_point_it_leaves() -> None:
    def heavy_ball(
        point: Array, state: State, gradient: Array, settings: Settings, step_number: int
    ) -> Update:
        step = 0.9 * (point - state[0]) - settings["learning_rate"] * gradient
        return Update(point + step, (point,), {"step": step})

    optimizer = replace(OPTIMIZERS["momentum"], rule=heavy_ball)
    run = Run(optimizer, {"learning_rate": 0.0003})
    fast = race(ROSENBROCK, [run], (0.3, 0.1), 50).trajectories[0]
    slow = race(without_recording(ROSENBROCK), [run], (0.3, 0.1), 50).trajectories[0]
    np.testing.assert_array_equal(fast.points, slow.points)
    fleet = Fleet(ROSENBROCK, run, np.array([[0.3], [0.1]]))
    fleet.advance(50)
    np.testing.assert_array_equal(fleet.points[:, 0], slow.points[-1])


def test_a_scheduled_run_takes_the_scheduled_rates_and_replays_them() -> None:
    halving = Scheduled(SCHEDULES["step"], {"period": 1, "factor": 0.5})
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 0.001}, schedules=(halving,))
    (trajectory,) = race(ROSENBROCK, [run], (0.5, 0.5), 4).trajectories
    moved = np.diff(trajectory.points, axis=0) / -trajectory.gradients
    np.testing.assert_allclose(moved[:, 0], [0.001, 0.0005, 0.00025, 0.000125])
    for step in range(1, 5):
        np.testing.assert_array_equal(trajectory.update_at(step).point, trajectory.points[step])
    alone = list(islice(descend(ROSENBROCK, run, (0.5, 0.5)), 4))
    np.testing.assert_array_equal(trajectory.points[1:], [item.update.point for item in alone])


def test_a_plateau_is_noticed_in_the_run_s_own_losses() -> None:
    plateau = Scheduled(SCHEDULES["plateau"], {"patience": 2, "factor": 0.1})
    # A rate of 1 on x² jumps to and fro for ever; only the schedule brings it to rest.
    function = compile_formula("x**2 + y**2")
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 1.0}, schedules=(plateau,))
    (trajectory,) = race(function, [run], (1.0, 0.0), 60).trajectories
    assert trajectory.losses[3] == 1.0
    assert trajectory.losses[-1] < 1e-3
    alone = list(islice(descend(function, run, (1.0, 0.0)), 60))
    np.testing.assert_array_equal(trajectory.points[1:], [item.update.point for item in alone])
    np.testing.assert_array_equal(trajectory.update_at(30).point, trajectory.points[30])
    losses = trajectory.losses.tolist()
    assert trajectory.rates().tolist() == [run.rate(at, losses[:at]) for at in range(1, 61)]


def test_a_trajectory_tells_the_rate_of_each_step() -> None:
    plain = Run(OPTIMIZERS["sgd"], {"learning_rate": 0.001})
    halved = replace(plain, schedules=(Scheduled(SCHEDULES["step"], {"period": 2, "factor": 0.5}),))
    found = [
        item.rates().tolist()
        for item in race(ROSENBROCK, [plain, halved], (0.5, 0.5), 4).trajectories
    ]
    assert found == [[0.001] * 4, [0.001, 0.001, 0.0005, 0.0005]]


def test_clipping_keeps_a_rate_from_diverging() -> None:
    start = SURFACES["beale"].start
    function = compile_surface(SURFACES["beale"])
    plain = Run(OPTIMIZERS["momentum"], {"learning_rate": 0.01})
    clipped = replace(plain, treatments=(Treated(TREATMENTS["clip_norm"], {"limit": 1.0}),))
    first, second = race(function, [plain, clipped], start, 500).trajectories
    assert first.ending is Ending.DIVERGED
    assert second.ending is Ending.STEPS_DONE
    assert second.losses[-1] < 0.01


def test_a_step_out_of_the_domain_is_told_as_such_and_not_as_growth() -> None:
    function = compile_formula("sqrt(x) + y*y", ("x", "y"))
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 0.1})
    (path,) = race(function, [run], (0.5, 0.0), 200).trajectories
    assert path.ending is Ending.DIVERGED
    assert path.cause is not None
    assert path.cause.code == "left_domain"
    assert str(path.cause).startswith(f"step {path.diverged_at}: the step led to (")
    assert np.isfinite(path.points).all()


def test_a_slope_without_end_is_told_as_such() -> None:
    function = compile_formula("sqrt(x) + y*y", ("x", "y"))
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 0.1})
    (path,) = race(function, [run], (0.0, 1.0), 20).trajectories
    assert path.cause is not None
    assert path.cause.code == "descent_slope_not_finite"
    assert str(path.cause) == "step 1: the slope at (0, 1) is not finite"


def test_a_start_where_the_function_has_no_value_is_told_from_one_beyond_the_numbers() -> None:
    run = Run(OPTIMIZERS["sgd"], {"learning_rate": 0.1})
    (path,) = race(compile_formula("log(x) + y"), [run], (-1.0, 0.0), 3).trajectories
    assert path.cause is not None
    assert path.cause.code == "start_without_value"
    assert path.cause.details == {"x": "-1", "y": "0"}
    (path,) = race(compile_formula("exp(x) + y"), [run], (1000.0, 0.0), 3).trajectories
    assert path.cause is not None
    assert path.cause.code == "start_beyond"


def test_a_growth_that_no_number_tells_is_told_by_its_size() -> None:
    assert growth_between(2.0, 3e9) == "2e9"
    assert growth_between(1e-300, 1e300) == "1e600"

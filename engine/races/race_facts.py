"""What is the case of a race, by name, for questions and conditions about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.trajectory import Trajectory
from engine.races.race_setup import LEARNING_RATE, RaceResult, RaceSetup

# A number, an array, a text, texts, or None where it has no value.
Known = float | Array | str | tuple[str, ...] | None
Sources = Mapping[str, Callable[[], Known]]


def race_facts(setup: RaceSetup, result: RaceResult | None, position: int) -> Sources:
    """Return what is known of a race at a step; nothing is computed here.

    Of each method there is where it stands at that step, ``x_adam``, and what becomes of it in the
    whole race, ``steps_to_goal_adam``; a method that takes no part stands nowhere.

    Args:
        setup: What is raced.
        result: The race; None while it is not run.
        position: The step shown.
    """
    made: dict[str, Callable[[], Known]] = {
        "surface": lambda: setup.surface if setup.own is None else "own",
        "steps": lambda: float(setup.steps),
        "goal": lambda: setup.goal,
        "start_x": lambda: float(setup.start[0]),
        "start_y": lambda: float(setup.start[1]),
        "shared_rate": lambda: setup.shared_rate,
        "position": lambda: float(position),
        "racing": lambda: tuple(name for name in OPTIMIZERS if name in setup.racing),
    }
    for method in OPTIMIZERS:
        trajectory = None if result is None else result.trajectory(method)
        made |= _of_method(setup, method, trajectory, position)
    return made


def _of_method(
    setup: RaceSetup, method: str, trajectory: Trajectory | None, position: int
) -> Sources:
    def at(read: Callable[[Trajectory, int], float]) -> float | None:
        if trajectory is None:
            return None
        return read(trajectory, min(position, trajectory.steps))

    def goal() -> float | None:
        reached = None if trajectory is None else trajectory.steps_to(setup.goal)
        return None if reached is None else float(reached)

    def ended() -> float | None:
        ended_at = None if trajectory is None else trajectory.ended_at
        return None if ended_at is None else float(ended_at)

    return {
        f"x_{method}": partial(at, lambda path, step: float(path.points[step][0])),
        f"y_{method}": partial(at, lambda path, step: float(path.points[step][1])),
        f"loss_{method}": partial(at, lambda path, step: float(path.losses[step])),
        f"steps_to_goal_{method}": goal,
        f"diverged_{method}": lambda: (
            None if trajectory is None else float(trajectory.diverged_at is not None)
        ),
        f"ended_at_{method}": ended,
        f"rate_{method}": lambda: float(setup.settings_of(method)[LEARNING_RATE]),
        f"racing_{method}": lambda: float(method in setup.racing),
    }

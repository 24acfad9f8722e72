"""What an optimizer remembered, worked out from a trajectory's gradients alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer, Settings, State, Update
from engine.optimizers.race import descend, race
from engine.optimizers.replay import replay_memory
from engine.optimizers.run import Run
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import compile_formula, compile_surface

STEPS = 60
RULES = [
    optimizer.in_variant(variant)
    for optimizer in OPTIMIZERS.values()
    for variant in ("", *(item.name for item in optimizer.variants))
]


@pytest.mark.parametrize("optimizer", RULES, ids=lambda rule: f"{rule.name} {rule.variant}")
def test_the_memory_of_every_rule_is_that_of_its_arrays(optimizer: Optimizer) -> None:
    function = compile_surface(SURFACES["rosenbrock"])
    run = Run(optimizer, {"learning_rate": 1e-3})
    (trajectory,) = race(function, [run], (-1.5, 2.0), STEPS).trajectories
    memory = replay_memory(optimizer, run.settings, trajectory.points[:-1], trajectory.gradients)
    assert memory is not None
    assert memory.shape == (optimizer.memory, STEPS, 2)
    for step, record in zip(range(STEPS), descend(function, run, (-1.5, 2.0)), strict=False):
        for ours, theirs in zip(memory[:, step], record.update.state, strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-300)


def test_a_rule_that_floats_cannot_follow_is_replayed_on_arrays() -> None:
    def remember(kept: Callable[[Array], Array]) -> Optimizer:
        def rule(
            point: Array, state: State, gradient: Array, settings: Settings, step_number: int
        ) -> Update:
            return Update(point - 0.1 * gradient, (kept(gradient),), {"step": -0.1 * gradient})

        return replace(OPTIMIZERS["momentum"], rule=rule)

    for kept in (np.spacing, lambda gradient: 1.0 / (gradient - gradient)):
        optimizer = remember(kept)
        with np.errstate(all="ignore"):
            bowl = compile_formula("x**2 + y**2")
            (trajectory,) = race(bowl, [Run(optimizer)], (1.0, 2.0), 3).trajectories
            assert (
                replay_memory(
                    optimizer, trajectory.run.settings, trajectory.points[:-1], trajectory.gradients
                )
                is None
            )
            np.testing.assert_array_equal(
                trajectory.update_at(3).state[0], kept(trajectory.gradients[2])
            )

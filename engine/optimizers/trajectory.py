"""Trajectories: the path one run takes down a surface, as a value that keeps its own arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np

from engine.arrays import Array
from engine.errors import DivergenceError
from engine.optimizers.losses import Losses
from engine.optimizers.optimizer import State, Update
from engine.optimizers.replay import replay_memory
from engine.optimizers.run import Run

# Whoever takes a trajectory takes the run that made it, too.
__all__ = ["Ending", "Run", "Trajectory"]


class Ending(Enum):
    """Why a trajectory stops where it does."""

    STEPS_DONE = "all steps were taken"
    DIVERGED = "the loss grew without bound"
    LEFT = "the point ran out of the picture, downhill"


@dataclass(frozen=True, eq=False)
class Trajectory:
    """The path of one run. Every number in it is finite: it is cut where the run diverged.

    Attributes:
        run: The optimizer and its settings.
        points: Shape (n + 1, 2), the start first.
        losses: Shape (n + 1,), the loss at each point.
        gradients: Shape (n, 2), the gradient that each step used.
        ending: Why there is no further point.
        ended_at: The step at which the run diverged or left, else None.
        cause: One sentence on it, as an error that was not raised, else None.
    """

    run: Run
    points: Array
    losses: Array
    gradients: Array
    ending: Ending = Ending.STEPS_DONE
    ended_at: int | None = None
    cause: DivergenceError | None = None

    @property
    def steps(self) -> int:
        """The number of steps that the arrays hold."""
        return len(self.points) - 1

    @property
    def diverged_at(self) -> int | None:
        """The step at which the loss had grown too far, or None."""
        return self.ended_at if self.ending is Ending.DIVERGED else None

    def steps_to(self, loss: float) -> int | None:
        """Return the first step after which the loss is at most the given one, or None."""
        reached = np.flatnonzero(self.losses <= loss)
        return int(reached[0]) if len(reached) else None

    def update_at(self, step: int) -> Update:
        """Return step number ``step`` (1 is the first) with all its terms.

        Raises:
            IndexError: The trajectory has no such step.
        """
        state = self.state_before(step)
        point, gradient = self.points[step - 1], self.gradients[step - 1]
        # A run that overflowed does so again when it is looked at.
        with np.errstate(all="ignore"):
            return self.run.update(point, state, gradient, step, self.losses[:step].tolist())

    def state_before(self, step: int) -> State:
        """Return the memory that step number ``step`` began with.

        Raises:
            IndexError: The trajectory has no such step.
        """
        if not 1 <= step <= self.steps:
            raise IndexError(f"there is no step {step} in a trajectory of {self.steps}")
        if step == 1:
            return self.run.optimizer.start(self.points[0])
        return tuple(part[step - 2] for part in self._memories)

    def gradient_point(self, step: int) -> Array:
        """Return where step number ``step`` took its gradient: ahead of the point, with NAG.

        Raises:
            IndexError: The trajectory has no such step.
        """
        before = self.state_before(step)
        history = self.losses[:step].tolist()
        with np.errstate(all="ignore"):
            return self.run.gradient_point(self.points[step - 1], before, step, history)

    def rates(self) -> Array:
        """Return the learning rate that each step was given, shape (n,)."""
        if not self.run.schedules:
            return np.full(self.steps, self.run.settings["learning_rate"])
        found, before = np.empty(self.steps), Losses()
        for at, loss in enumerate(self.losses[:-1].tolist()):
            before.append(loss)
            found[at] = self.run.rate(at + 1, before)
        return found

    @cached_property
    def _memories(self) -> Array:
        """Replay the run from its stored gradients: nobody pays for terms that are not shown.

        Shape (memories, n, 2), what each step left.
        """
        run = self.run
        if run.is_plain:
            memory = replay_memory(run.optimizer, run.settings, self.points[:-1], self.gradients)
            if memory is not None:
                return memory
        return self._memories_by_arrays()

    def _memories_by_arrays(self) -> Array:
        point, state = self.points[0], self.run.optimizer.start(self.points[0])
        losses = self.losses.tolist()
        before = Losses()
        memories = np.empty((len(state), *self.gradients.shape))
        with np.errstate(all="ignore"):
            for number, gradient in enumerate(self.gradients, start=1):
                before.append(losses[number - 1])
                update = self.run.update(point, state, gradient, number, before)
                point, state = update.point, update.state
                for place, part in enumerate(state):
                    memories[place, number - 1] = part
        return memories

"""A fleet: one optimizer from many starts at once, in place, without allocating."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.element_calls import ElementCalls
from engine.autodiff.codegen.slopes import Slopes
from engine.autodiff.tapes.tape import Tape
from engine.errors import SettingError
from engine.optimizers.race import LossFunction
from engine.optimizers.recorded_rule import POINT_LEVEL, STEP, record_rule
from engine.optimizers.rule_lines import RuleLines, write_rule
from engine.optimizers.run import Run
from engine.written_functions import make_function


class Fleet:
    """Many points that go down a surface together, each as if it were alone.

    It owns its arrays, and the code of its steps is written for their size: use one object in one
    place, and ``restart`` it for as many other starts.

    Attributes:
        points: Shape (2, starts), changed in place with each step.
        taken: How many steps were taken.
    """

    def __init__(self, function: LossFunction, run: Run, starts: Array) -> None:
        """Set out.

        Args:
            function: The loss surface.
            run: The optimizer and its settings.
            starts: Shape (2, starts): one row for each coordinate, so that neighbours in memory
                are what one instruction works on.

        Raises:
            SettingError: The starts are no two rows, or the run's rate depends on past losses,
                which differ from start to start.
        """
        if np.ndim(starts) != 2 or len(starts) != 2:
            raise SettingError("bad_starts", "Many starts are two rows: all x, and all y.")
        if run.needs_history:
            raise SettingError(
                "history_of_many",
                "A schedule that watches the loss cannot serve many starts at once: each has a "
                "loss of its own.",
            )
        self._function, self._run = function, run
        self._rule = _written(run, np.shape(starts))
        if self._rule is None:
            self.points = np.empty(np.shape(starts))
            self._gradient = np.empty_like(self.points)
        else:
            self.points, self._gradient = self._rule.point, self._rule.gradient
            self._loop = self._write_loop(self._rule)
        self.restart(starts)

    def restart(self, starts: Array) -> None:
        """Set out from others of the same shape, with the memory that a run begins with."""
        self.points[...] = starts
        self._state = self._run.optimizer.start(self.points)
        if self._rule is not None:
            self._rule.begin(self.points, self._state)
        self.taken = 0

    def advance(self, steps: int) -> None:
        """Take some more steps with every point."""
        first, self.taken = self.taken + 1, self.taken + steps
        with np.errstate(all="ignore"):
            if self._rule is not None:
                self._loop(first, self.taken + 1)
            else:
                self._advance_by_calls(first)

    def _advance_by_calls(self, first: int) -> None:
        for step in range(first, self.taken + 1):
            self._find_gradient(self._run.gradient_point(self.points, self._state, step))
            update = self._run.update(self.points, self._state, self._gradient, step)
            self.points[...] = update.point
            self._state = update.state

    def _find_gradient(self, at: Array) -> None:
        self._gradient[0], self._gradient[1] = self._function.gradient(at[0], at[1])

    def _write_loop(self, rule: RuleLines) -> Callable[[int, int], None]:
        """Write the loop of one rule on one surface."""
        slopes: Slopes | None = getattr(self._function, "slopes", None)
        lines: Sequence[str] = ["find_gradient(where)"]
        names: dict[str, Any] = {"find_gradient": self._find_gradient, "where": rule.where}
        if slopes is not None:
            calls = _gradient_calls(slopes, rule.where, rule.gradient)
            lines, names = calls.lines, dict(calls.names)
        steps = rule.loop(f"for {STEP} in range(first, last):", lines)
        return make_function("fleet_loop", ("first", "last"), steps, {**rule.names, **names})


def _written(run: Run, shape: tuple[int, ...]) -> RuleLines | None:
    """Write a plain run's rule; None where it can only be called."""
    if not run.is_plain:
        return None
    try:
        return write_rule(record_rule(run.optimizer), run.settings, shape, keeps_digits=True)
    except KeyError:
        return None


def _gradient_calls(slopes: Slopes, where: Array, gradient: Array) -> ElementCalls:
    """Write a surface's gradient at the points of one array into another."""
    tape = Tape()
    inputs = {name: tape.input(name, POINT_LEVEL) for name in slopes.names}
    found = slopes.tape.play(slopes.gradient, inputs, tape)
    given = {value.index: row for value, row in zip(inputs.values(), where, strict=True)}
    results = list(zip(found, gradient, strict=True))
    return ElementCalls(tape, results, given, level=POINT_LEVEL, prefix="slope_")

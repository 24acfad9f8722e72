"""A fleet: one optimizer from many starts at once, in place, without allocating."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.arrays import Array
from engine.autodiff.codegen.slopes import Slopes
from engine.autodiff.tapes.array_source import IN_PLACE, ArraySource
from engine.autodiff.tapes.float_source import FloatSource
from engine.autodiff.tapes.tape import Tape
from engine.errors import SettingError
from engine.optimizers.race import LossFunction
from engine.optimizers.recorded_rule import (
    GRADIENT,
    POINT,
    POINT_LEVEL,
    RUN_LEVEL,
    STEP,
    STEP_LEVEL,
    RecordedRule,
    record_rule,
)
from engine.optimizers.run import Run
from engine.written_functions import make_function

Advance = Callable[..., None]


@dataclass(frozen=True, eq=False)
class _Kernel:
    """Advances a fleet: a function, and the buffers to call it with.

    Attributes:
        advance: ``advance(first, last, *settings, point, ahead, gradient, *memory, *buffers)``.
        pair_buffers: How many buffers it needs of the points' shape.
        row_buffers: How many it needs of one coordinate's shape.
    """

    advance: Advance
    pair_buffers: int
    row_buffers: int


class Fleet:
    """Many points that go down a surface together, each as if it were alone.

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
        self.points = np.array(starts, dtype=np.float64, order="C")
        if self.points.ndim != 2 or self.points.shape[0] != 2:
            raise SettingError("bad_starts", "Many starts are two rows: all x, and all y.")
        if run.needs_history:
            raise SettingError(
                "history_of_many",
                "A schedule that watches the loss cannot serve many starts at once: each has a "
                "loss of its own.",
            )
        self.taken = 0
        self._function, self._run = function, run
        self._state = run.optimizer.start(self.points)
        self._gradient = np.empty_like(self.points)
        slopes: Slopes | None = getattr(function, "slopes", None)
        self._kernel = _kernel(slopes, record_rule(run.optimizer)) if run.is_plain else None
        if self._kernel:
            # One after another in memory, so that they share the cache without colliding in it.
            count = self.points.shape[1]
            pairs, rows = self._kernel.pair_buffers, self._kernel.row_buffers
            self._ahead = np.empty_like(self.points)
            self._buffers = [*np.empty((pairs, 2, count)), *np.empty((rows, count))]

    def advance(self, steps: int) -> None:
        """Take some more steps with every point."""
        first, self.taken = self.taken + 1, self.taken + steps
        with np.errstate(all="ignore"):
            if self._kernel:
                self._kernel.advance(
                    first,
                    self.taken + 1,
                    self._slopes_of,
                    *self._run.settings.values(),
                    self.points,
                    self._ahead,
                    self._gradient,
                    *self._state,
                    *self._buffers,
                )
            else:
                self._advance_by_calls(first)

    def _slopes_of(self, x: Array, y: Array) -> None:
        self._gradient[0], self._gradient[1] = self._function.gradient(x, y)

    def _advance_by_calls(self, first: int) -> None:
        for step in range(first, self.taken + 1):
            at = self._run.gradient_point(self.points, self._state, step)
            self._slopes_of(at[0], at[1])
            update = self._run.update(self.points, self._state, self._gradient, step)
            self.points[...] = update.point
            self._state = update.state


@lru_cache(maxsize=256)
def _kernel(slopes: Slopes | None, rule: RecordedRule) -> _Kernel:
    """Write the loop of one rule on one surface."""
    looks_ahead = rule.gradient_point.index != rule.tape.input(POINT, POINT_LEVEL).index
    ahead = ArraySource(
        rule.tape, {"ahead": rule.gradient_point} if looks_ahead else {}, POINT_LEVEL, "pair"
    )
    results = {POINT: rule.point, **dict(zip(rule.memories, rule.state, strict=True))}
    update = ArraySource(rule.tape, results, POINT_LEVEL, "pair")
    gradient = _gradient_lines(slopes)
    floats = FloatSource(rule.tape, [*results.values(), rule.gradient_point])
    where = "ahead" if looks_ahead else POINT
    pairs = max(ahead.buffers, update.buffers, key=len)
    lines = [
        f"x, y = {where}",
        f"gradient_x, gradient_y = {GRADIENT}",
        *floats.lines(RUN_LEVEL),
        f"for {STEP} in range(first, last):",
        *(f"    {line}" for line in floats.lines(STEP_LEVEL)),
        *(f"    {line}" for line in (*ahead.lines, *gradient.lines, *update.lines)),
    ]
    parameters = [
        "first", "last", "slopes_of", *rule.settings, POINT, "ahead", GRADIENT, *rule.memories,
        *pairs, *gradient.buffers,
    ]  # fmt: skip
    names = {**{function.__name__: function for function in IN_PLACE.values()}, "copyto": np.copyto}
    advance = make_function("fleet_loop", parameters, lines, names)
    return _Kernel(advance, len(pairs), len(gradient.buffers))


@dataclass(frozen=True)
class _GradientLines:
    lines: list[str]
    buffers: list[str]


def _gradient_lines(slopes: Slopes | None) -> _GradientLines:
    """Write the surface's gradient, or the call of its own function where it cannot be written."""
    if slopes:
        tape = Tape()
        inputs = {
            name: tape.input(axis, POINT_LEVEL)
            for name, axis in zip(slopes.names, ("x", "y"), strict=True)
        }
        along_x, along_y = slopes.tape.play(slopes.gradient, inputs, tape)
        try:
            results = {"gradient_x": along_x, "gradient_y": along_y}
            source = ArraySource(tape, results, POINT_LEVEL, "row")
            return _GradientLines(source.lines, source.buffers)
        except KeyError:
            pass
    return _GradientLines(["slopes_of(x, y)"], [])

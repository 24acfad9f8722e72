"""The update of many networks at once: one rule on the parameters of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from engine.arrays import Array
from engine.optimizers.optimizer import State
from engine.optimizers.recorded_rule import STEP, record_rule
from engine.optimizers.rule_lines import RATE, RuleLines, write_rule
from engine.training.many_networks.many_passes import ManyPasses
from engine.training.run.run import TrainingRun
from engine.written_functions import make_function


class ManyUpdate:
    """Moves parameters in columns by a run's rule, in place where the rule can be written so.

    Attributes:
        point: The parameters, shape (parameters, networks).
        looks_ahead: Whether the gradient is wanted elsewhere than at the point.
    """

    def __init__(self, run: TrainingRun, start: Array) -> None:
        """Set out from some parameters."""
        self._run, self._descent = run, run.descent
        self._rule = _written(run, start)
        self._where = self.point = start
        self._gradient = np.zeros_like(start)
        self._state: State = run.rule.start(start)
        if self._rule is not None:
            rule = self._rule
            self.point, self._where, self._gradient = rule.point, rule.where, rule.gradient
            rule.begin(start, self._state)
            self._move = _function(rule, rule.lines)
            self._look_ahead = _function(rule, rule.ahead_lines)
            self.looks_ahead = bool(rule.ahead_lines)
        else:
            self._where = np.zeros_like(start)
            self.looks_ahead = True

    def passes(self, *, shares_samples: bool) -> ManyPasses:
        """Return the passes that find the gradients of the networks."""
        return ManyPasses(
            self._run.network,
            self._where,
            self._gradient,
            seed=self._rule.seed if self._rule else 1.0,
            shares_samples=shares_samples,
        )

    def find_gradient(self, passes: ManyPasses, number: int) -> None:
        """Compute the gradients where a step wants them; the first step is number 1."""
        if self._rule is None:
            self._where[...] = self._descent.gradient_point(self.point, self._state, number)
        elif self.looks_ahead:
            self._look_ahead(number, self._descent.rate(number))
        passes.gradients()

    def step(self, number: int) -> None:
        """Take the step for which the gradients were found."""
        if self._rule is not None:
            self._move(number, self._descent.rate(number))
            return
        update = self._descent.update(self.point, self._state, self._gradient, number)
        self.point[...] = update.point
        self._state = update.state


def _written(run: TrainingRun, start: Array) -> RuleLines | None:
    if run.treatments:
        return None
    try:
        return write_rule(
            record_rule(run.rule),
            run.descent.settings,
            start.shape,
            has_schedule=bool(run.descent.schedules),
        )
    except KeyError:
        return None


def _function(rule: RuleLines, lines: Sequence[str]) -> Callable[[int, float], None]:
    return make_function("many_update", (STEP, RATE), lines or ("pass",), rule.names)

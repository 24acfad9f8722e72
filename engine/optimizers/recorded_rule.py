"""A recorded rule: an update rule called once and kept as the arithmetic that it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.optimizers.optimizer import LookAhead, Optimizer, Rule

# How often an entry of the tape changes: never in a run, with each step, with each coordinate.
RUN_LEVEL, STEP_LEVEL, POINT_LEVEL = 0, 1, 2

STEP = "step"
POINT = "point"
GRADIENT = "gradient"


@dataclass(frozen=True, eq=False)
class RecordedRule:
    """One step of one coordinate on a tape; only what the step needs, no terms for display.

    The tape's inputs are the settings by name and ``STEP``, ``POINT``, ``GRADIENT`` and the
    ``memories``.

    Attributes:
        tape: The recording.
        settings: The names of the settings.
        memories: The names of the optimizer's memory.
        gradient_point: Where the gradient is taken, as far as this coordinate says.
        point: The coordinate after the step.
        state: The memory after the step.
    """

    tape: Tape
    settings: tuple[str, ...]
    memories: tuple[str, ...]
    gradient_point: TapeValue
    point: TapeValue
    state: tuple[TapeValue, ...]


def record_rule(optimizer: Optimizer) -> RecordedRule:
    """Call an optimizer's rule on values that are only recorded."""
    names = tuple(setting.name for setting in optimizer.settings)
    return _record(optimizer.rule, optimizer.look_ahead, names, optimizer.memory)


@lru_cache(maxsize=64)
def _record(rule: Rule, look_ahead: LookAhead, names: tuple[str, ...], memory: int) -> RecordedRule:
    tape = Tape()
    settings = {name: tape.input(name, RUN_LEVEL) for name in names}
    memories = tuple(f"memory{number}" for number in range(memory))
    point = tape.input(POINT, POINT_LEVEL)
    state = tuple(tape.input(name, POINT_LEVEL) for name in memories)
    gradient = tape.input(GRADIENT, POINT_LEVEL)
    step = tape.input(STEP, STEP_LEVEL)
    # A rule works on whatever has arithmetic; that its signature says arrays is for its readers.
    ahead = look_ahead(point, state, settings)  # type: ignore[arg-type]
    update = rule(point, state, gradient, settings, step)  # type: ignore[arg-type]
    return RecordedRule(
        tape,
        names,
        memories,
        tape.value(ahead),  # type: ignore[arg-type]
        tape.value(update.point),  # type: ignore[arg-type]
        tuple(tape.value(part) for part in update.state),  # type: ignore[arg-type]
    )

"""A run on plain floats: surface and rule fused into one loop, for one start at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from engine.autodiff.codegen.slopes import Slopes
from engine.autodiff.tapes.float_source import FLOAT_ERRORS, FloatSource
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.optimizers.optimizer import Optimizer
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
from engine.written_functions import indented, make_function

# Far outside every picture, and far inside what a float can square a few times.
OUT_OF_REACH = 1e12

# What one step adds to a trail: the point after it, and the gradient that it used.
TRAIL_WIDTH = 4

# loop(trail, steps, x, y, *memory, *settings): extends the trail and returns the memory.
FloatLoop = Callable[..., tuple[float, ...]]

_COORDINATES = ("x", "y")


def float_loop(slopes: Slopes, optimizer: Optimizer) -> FloatLoop | None:
    """Return the loop that runs an optimizer down a surface, made once and kept.

    ``loop(trail, steps, *memory_x, *memory_y, *settings)`` begins at the last point of
    ``trail`` with step 1, and extends the trail by ``x, y, gradient_x, gradient_y`` for each step.
    It stops early where floats raise and arrays would not, and returns the memory after the last
    step of the trail, x before y. A point may get out of reach: to look in every step would take a
    tenth of its time.

    Returns:
        The loop, or None where the surface uses a function that plain Python lacks.
    """
    return _make_loop(slopes, record_rule(optimizer))


@lru_cache(maxsize=256)
def _make_loop(slopes: Slopes, rule: RecordedRule) -> FloatLoop | None:
    tape = Tape()
    shared = {name: tape.input(name, RUN_LEVEL) for name in rule.settings}
    shared[STEP] = tape.input(STEP, STEP_LEVEL)
    inputs = [_coordinate_inputs(tape, rule, axis) for axis in _COORDINATES]
    ahead = [rule.tape.play([rule.gradient_point], {**shared, **own}, tape)[0] for own in inputs]
    slope_inputs = dict(zip(slopes.names, ahead, strict=True))
    gradient = slopes.tape.play(slopes.gradient, slope_inputs, tape)
    points: list[TapeValue] = []
    memory: list[TapeValue] = []
    for own, slope in zip(inputs, gradient, strict=True):
        given = {**shared, **own, GRADIENT: slope}
        point, *state = rule.tape.play([rule.point, *rule.state], given, tape)
        points.append(point)
        memory += state
    try:
        source = FloatSource(tape, [*points, *memory, *gradient])
    except KeyError:
        return None
    names = [f"{name}_{axis}" for axis in _COORDINATES for name in rule.memories]
    return _write(source, rule, names, points, memory, gradient)


def _coordinate_inputs(tape: Tape, rule: RecordedRule, axis: str) -> dict[str, TapeValue]:
    own = {name: tape.input(f"{name}_{axis}", POINT_LEVEL) for name in rule.memories}
    return {**own, POINT: tape.input(axis, POINT_LEVEL)}


def _write(
    source: FloatSource,
    rule: RecordedRule,
    memory_names: list[str],
    points: list[TapeValue],
    memory: list[TapeValue],
    gradient: list[TapeValue],
) -> FloatLoop:
    changes = dict(zip([*_COORDINATES, *memory_names], [*points, *memory], strict=True))
    slope = ", ".join(map(source.name, gradient))
    steps = source.loop(
        "for step in range(1, steps + 1):", changes, then=[f"trail += (x, y, {slope})"]
    )
    lines = [
        "x, y = trail[-4:-2]",
        "try:",
        *indented(steps),
        "except float_errors: pass",
        f"return ({''.join(name + ', ' for name in memory_names)})",
    ]
    parameters = ["trail", "steps", *memory_names, *rule.settings]
    return make_function("float_loop", parameters, lines, {"float_errors": FLOAT_ERRORS})

"""What an optimizer remembered at each step, worked out again from the gradients it was given."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from engine.arrays import Array
from engine.autodiff.tapes.float_source import FLOAT_ERRORS, FloatSource
from engine.optimizers.optimizer import Optimizer, Settings
from engine.optimizers.recorded_rule import GRADIENT, POINT, STEP, RecordedRule, record_rule
from engine.written_functions import make_function

# loop(points, gradients, *memory, *settings): the memories after each step, one after the other.
_MemoryLoop = Callable[..., list[float]]


def replay_memory(
    optimizer: Optimizer, settings: Settings, points: Array, gradients: Array
) -> Array | None:
    """Return the memory that each step of a plain run left.

    Calling the rule on arrays would give the same and take twenty times as long; a plot whose
    arrows follow a slider asks for it in every frame.

    Args:
        optimizer: The rule.
        settings: Every setting, as its ``check`` returns them.
        points: Shape (n, 2), where each step began.
        gradients: Shape (n, 2), what each was given.

    Returns:
        Shape (memories, n, 2), or None where plain floats cannot do what arrays can.
    """
    if not optimizer.memory:
        return np.empty((0, *points.shape))
    loop = _memory_loop(record_rule(optimizer))
    if loop is None:
        return None
    begun = [part[0].item() for part in optimizer.start(points[:1].ravel())]
    try:
        sides = [
            loop(points[:, axis].tolist(), gradients[:, axis].tolist(), *begun, *settings.values())
            for axis in (0, 1)
        ]
    except FLOAT_ERRORS:
        return None
    return np.array(sides).reshape(2, len(points), optimizer.memory).T


@lru_cache(maxsize=64)
def _memory_loop(rule: RecordedRule) -> _MemoryLoop | None:
    try:
        source = FloatSource(rule.tape, rule.state)
    except KeyError:
        return None
    head = f"for {STEP}, {POINT}, {GRADIENT} in zip(range(1, len(points) + 1), points, gradients):"
    after = dict(zip(rule.memories, rule.state, strict=True))
    kept = f"trail += ({', '.join(rule.memories)},)"
    lines = ["trail = []", *source.loop(head, after, then=[kept]), "return trail"]
    parameters = ["points", "gradients", *rule.memories, *rule.settings]
    return make_function("memory_loop", parameters, lines, {})
